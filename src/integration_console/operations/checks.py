"""Checks a connector stage by stage, stored or as it is filled in, and shows what it would bring."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from integration_console.domain.changes import Subject
from integration_console.domain.connectors import CheckReport
from integration_console.domain.errors import ActionUnavailable, InvalidInput
from integration_console.domain.logs import LogStatus
from integration_console.operations import connectors
from integration_console.operations.access import access_of, access_of_draft
from integration_console.operations.journal import announce
from integration_console.operations.permission import needs
from integration_console.operations.type_faults import faults_told_as_one
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.access import Access, Preview, Previewer
    from integration_console.domain.connectors import CheckStage, Connector, ConnectorDraft, ConnectorKind
    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.work import Work
    from integration_console.operations.context import Context


@needs("connectors.check")
def check_connector(
    context: Context, connector_id: str, work: Work, stage_done: Callable[[CheckStage], None]
) -> CheckReport:
    """Check a connector stage by stage, keep what came of it as its health, and log it."""
    checked = connectors.connector(context, connector_id)
    kind = connectors.kind_of(context, checked.type)
    access = access_of(context, checked)
    started = time.monotonic()
    report = _checked(kind, access, work, stage_done)
    error = report.failure.error if report.failure else None
    verb = "connector.checked" if report.passed else "connector.check_failed"
    remember_health(context, checked, verb, error, (time.monotonic() - started) * 1000)
    return report


@needs("connectors.write")
def check_draft(
    context: Context, draft: ConnectorDraft, work: Work, stage_done: Callable[[CheckStage], None]
) -> CheckReport:
    """Check a connector as it is filled in, keeping nothing. Raises `InvalidInput`, `VaultLocked`."""
    existing = connectors.connector(context, draft.id) if draft.id else None
    kind = connectors.kind_of(context, draft.type)
    _require_fields(kind, draft, existing)
    return _checked(kind, access_of_draft(context, draft), work, stage_done)


@needs("connectors.write")
def preview(context: Context, draft: ConnectorDraft, limit: int) -> Preview:
    """Return the first records that a connector would bring as it is filled in. Raises `RemoteError`."""
    existing = connectors.connector(context, draft.id) if draft.id else None
    kind = connectors.kind_of(context, draft.type)
    _require_fields(kind, draft, existing)
    if not kind.description.previews:
        raise ActionUnavailable(name=kind.description.title)
    access = access_of_draft(context, draft)
    with faults_told_as_one(draft.type):
        return cast("Previewer", kind).preview(access, limit)


def _checked(kind: ConnectorKind, access: Access, work: Work, stage_done: Callable[[CheckStage], None]) -> CheckReport:
    stages: list[CheckStage] = []
    with faults_told_as_one(kind.description.key):
        for stage in kind.check(access, work):
            stages.append(stage)
            stage_done(stage)
            work.stop_if_cancelled()
    return CheckReport(tuple(stages))


def remember_health(
    context: Context, used: Connector, verb: str, error: ConsoleError | None, duration_ms: float
) -> None:
    """Keep what a check said of the outside system, with its log entry, in one transaction."""
    healthy = connectors.with_health(context, used, error)
    status = LogStatus.ERROR if error else LogStatus.SUCCESS
    happening = replace(connectors.happening_of(verb, used), status=status, duration_ms=duration_ms)
    context.store.write(
        lambda writing: connectors.keep_health(context, writing, healthy, happening, error), Priority.JOBS
    )
    announce(context, Subject.CONNECTORS)


def _require_fields(kind: ConnectorKind, draft: ConnectorDraft, existing: Connector | None) -> None:
    problems = kind.problems(draft.values, existing.secrets if existing else frozenset())
    if problems:
        raise InvalidInput(*problems)
