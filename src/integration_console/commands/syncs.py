"""`syncs run | list | show | cancel`."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from integration_console.commands.connectors import named
from integration_console.commands.session import FAILED, Session, json_option
from integration_console.domain.errors import error_from_code
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunFilter, RunRequest, RunState

if TYPE_CHECKING:
    from integration_console.domain.syncs import SyncRun
    from integration_console.gateways.protocols import Gateway

_LOOK_SECONDS = 0.2
_MODES = click.Choice([each.value for each in SyncMode])


@click.group()
def syncs() -> None:
    """Syncs: start one, look at runs, cancel one."""


@syncs.command("run")
@click.argument("connector_id", metavar="ID")
@click.option("--mode", type=_MODES, default=SyncMode.INCREMENTAL.value, show_default=True, help="How much is read.")
@click.option("--stream", "streams", multiple=True, metavar="S", help="Only this stream; may be repeated.")
@click.option("--no-wait", is_flag=True, help="Queue it and leave; a running console or service does it.")
@json_option
@click.pass_obj
def run(session: Session, connector_id: str, mode: str, streams: tuple[str, ...], no_wait: bool) -> None:
    """Sync the connector ID (or name) and wait for the end; leaves with 1 when it fails. Ctrl+C cancels it."""
    with session.working() as gateway:
        request = RunRequest(named(gateway, connector_id).id, SyncMode(mode), streams)
        started: SyncRun = session.with_secrets(gateway, lambda: gateway.start_sync(request))
        ended = started if no_wait else _awaited(session, gateway, started)
    session.show(run_json(ended), _sentence(ended))
    if not no_wait and ended.state is not RunState.SUCCEEDED:
        if ended.error_code:
            click.echo(str(error_from_code(ended.error_code, ended.error_params)), err=True)
        raise SystemExit(FAILED)


@syncs.command("list")
@click.option("--connector", "connector_id", default="", metavar="ID", help="Only this connector's (id or name).")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most this many, the newest.")
@json_option
@click.pass_obj
def list_runs(session: Session, connector_id: str, limit: int) -> None:
    """List runs, newest first."""
    with session.looking() as gateway:
        wanted = RunFilter(named(gateway, connector_id).id if connector_id else "")
        names = {each.id: each.name for each in gateway.connectors()}
        found = gateway.sync_runs(wanted, limit)
    rows = [{**run_json(each), "connector": names.get(each.connector_id, "—")} for each in found]
    session.show_rows(rows, ("id", "connector", "mode", "state", "added", "updated", "deleted", "error_code"))


@syncs.command("cancel")
@click.argument("run_id", metavar="RUN")
@json_option
@click.pass_obj
def cancel(session: Session, run_id: str) -> None:
    """Cancel the run RUN: one that waits ends now, one that is under way after its present page."""
    with session.gateway() as gateway:
        cancelled = gateway.cancel_sync(run_id)
    session.show(run_json(cancelled), _sentence(cancelled))


def run_json(run: SyncRun) -> dict[str, Any]:
    """Return a run as JSON has it; times are ISO 8601 in UTC."""
    return {
        "id": run.id,
        "connector_id": run.connector_id,
        "mode": run.mode.value,
        "streams": list(run.streams),
        "trigger": run.trigger.value,
        "state": run.state.value,
        "created_at": run.created_at.isoformat(),
        "finished_at": run.finished_at.isoformat() if run.finished_at else None,
        "added": run.counts.added,
        "updated": run.counts.updated,
        "deleted": run.counts.deleted,
        "unchanged": run.counts.unchanged,
        "error_code": run.error_code,
    }


def _awaited(session: Session, gateway: Gateway, started: SyncRun) -> SyncRun:
    """Return the run once it has ended, or waits for a person; tell meanwhile how far it is."""
    told = ""
    try:
        while True:
            present = gateway.sync_run(started.id)
            if present.ended or _needs_person(present):
                return present
            told = _told(session, present, told)
            time.sleep(_LOOK_SECONDS)
    except KeyboardInterrupt:
        return gateway.cancel_sync(started.id)


def _needs_person(run: SyncRun) -> bool:
    return run.state is RunState.WAITING and error_from_code(run.error_code, run.error_params).ends_access


def _told(session: Session, run: SyncRun, before: str) -> str:
    """Print how far a run is on standard error, where that has changed."""
    total = f" of {run.progress.total}" if run.progress.total is not None else ""
    line = f"{run.state.value}: {run.progress.note} {run.progress.done}{total}".rstrip()
    if run.state is RunState.WAITING:
        seconds = max(0, round((run.due_at - datetime.now(UTC)).total_seconds()))
        line = f"{run.state.value}: {error_from_code(run.error_code, run.error_params).title} ({seconds} s)"
    if line != before and not session.as_json:
        click.echo(line, err=True)
    return line


def _sentence(run: SyncRun) -> str:
    counts = run.counts
    changed = f"{counts.added} added, {counts.updated} updated, {counts.deleted} deleted, {counts.unchanged} unchanged"
    return f"{run.state.value}: {changed} ({run.id})."
