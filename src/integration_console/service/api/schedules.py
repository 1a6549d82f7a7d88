"""Schedules: when syncs become due by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import Query, Request

from integration_console.domain.errors import NotFound
from integration_console.domain.schedules import Schedule, ScheduleDraft
from integration_console.operations import schedules
from integration_console.operations.context import Context
from integration_console.service.api.changing import Switch, on_condition
from integration_console.service.api.kinds import Given
from integration_console.service.api.queries import Text
from integration_console.service.api.routes import Asking, Routes

routes = Routes("schedules")


@routes.route("GET", "/schedules", schedules.schedules)
def list_schedules(asking: Asking, connector_id: Text = "") -> tuple[Schedule, ...]:
    """List all schedules, or a connector's."""
    return schedules.schedules(asking, connector_id)


@routes.route("POST", "/schedules", schedules.save_schedule, HTTPStatus.CREATED, creates=True)
def add_schedule(asking: Asking, draft: Given[ScheduleDraft]) -> Schedule:
    """Add a schedule; an `id` in the body does not count."""
    return schedules.save_schedule(asking, replace(draft, id=""))


@routes.route("POST", "/schedules/upcoming", schedules.upcoming_fire_times)
def list_upcoming_fire_times(
    asking: Asking, draft: Given[ScheduleDraft], count: Annotated[int, Query(ge=1, le=100)] = 5
) -> tuple[datetime, ...]:
    """List the next fire times of a schedule as it is filled in."""
    return schedules.upcoming_fire_times(asking, draft, count)


@routes.route("GET", "/schedules/{schedule_id}", schedules.schedules, tagged=True)
def one_schedule(asking: Asking, schedule_id: str) -> Schedule:
    """Show a schedule; its ETag goes into `If-Match` of a change."""
    return _one(asking, schedule_id)


@routes.route("PUT", "/schedules/{schedule_id}", schedules.save_schedule, changes=True)
def change_schedule(asking: Asking, schedule_id: str, draft: Given[ScheduleDraft], request: Request) -> Schedule:
    """Change a schedule."""
    changing = on_condition(request, asking, lambda seen: _one(seen, schedule_id))
    return schedules.save_schedule(changing, replace(draft, id=schedule_id))


@routes.route("PUT", "/schedules/{schedule_id}/active", schedules.switch_schedule, changes=True)
def switch_schedule(asking: Asking, schedule_id: str, switch: Given[Switch], request: Request) -> Schedule:
    """Let a schedule run, or hold it; what it would have fired meanwhile is not made up for."""
    changing = on_condition(request, asking, lambda seen: _one(seen, schedule_id))
    return schedules.switch_schedule(changing, schedule_id, active=switch.active)


@routes.route("DELETE", "/schedules/{schedule_id}", schedules.remove_schedule, HTTPStatus.NO_CONTENT, changes=True)
def remove_schedule(asking: Asking, schedule_id: str, request: Request) -> None:
    """Remove a schedule; its runs stay."""
    changing = on_condition(request, asking, lambda seen: _one(seen, schedule_id))
    schedules.remove_schedule(changing, schedule_id)


def _one(asking: Context, schedule_id: str) -> Schedule:
    found = next((each for each in schedules.schedules(asking) if each.id == schedule_id), None)
    if found is None:
        raise NotFound(kind="schedule", id=schedule_id)
    return found
