"""How long the log is kept: rules, legal holds, what would go, and letting it go."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import Request, Response

from integration_console.domain.retention import (
    HoldDraft,
    LegalHold,
    RetentionForecast,
    RetentionPolicy,
    RetentionRun,
    RetentionState,
)
from integration_console.operations import retention as operations
from integration_console.service.api.kinds import Given
from integration_console.service.api.long_work import long_answer
from integration_console.service.api.routes import Asking, Routes

routes = Routes("retention")


@routes.route("GET", "/retention", operations.retention)
def retention(asking: Asking) -> RetentionState:
    """Show the rules and holds in force, and the last removal."""
    return operations.retention(asking)


@routes.route("PUT", "/retention/policy", operations.set_retention)
def set_retention(asking: Asking, policy: Given[RetentionPolicy]) -> RetentionPolicy:
    """Say how long entries and events are kept."""
    return operations.set_retention(asking, policy)


@routes.route("POST", "/retention/holds", operations.place_hold, HTTPStatus.CREATED, creates=True)
def place_hold(asking: Asking, draft: Given[HoldDraft]) -> LegalHold:
    """Keep entries until the hold is released, whatever the rules say."""
    return operations.place_hold(asking, draft)


@routes.route("DELETE", "/retention/holds/{hold_id}", operations.release_hold, HTTPStatus.NO_CONTENT)
def release_hold(asking: Asking, hold_id: str) -> None:
    """End a hold; what it kept goes with the next removal."""
    operations.release_hold(asking, hold_id)


@routes.route("GET", "/retention/forecast", operations.retention_forecast, long=RetentionForecast)
def retention_forecast(asking: Asking, request: Request) -> Response:
    """Say what a removal would take away now; nothing is changed."""
    return long_answer(request, lambda work, _: operations.retention_forecast(asking, work))


@routes.route("POST", "/retention/runs", operations.run_retention, long=RetentionRun)
def run_retention(asking: Asking, request: Request) -> Response:
    """Remove now what is older than it is kept; it stops when the client hangs up, and what is gone stays gone."""
    return long_answer(request, lambda work, _: operations.run_retention(asking, work))
