"""What can be done about how long the log is kept: look, set rules, hold, release, foresee, remove."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from integration_console.domain.changes import Subject
from integration_console.domain.errors import RemovedByService
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import Not, all_of
from integration_console.domain.retention import (
    ClassForecast,
    LegalHold,
    RetentionForecast,
    RetentionRun,
    RetentionState,
    expired,
    held,
    required_hold,
    required_policy,
)
from integration_console.operations.journal import Happening, announce, record
from integration_console.operations.permission import needs
from integration_console.operations.retention_removal import Removal
from integration_console.storage import log_removal, logs
from integration_console.storage import retention as rows
from integration_console.storage.shared.access import SERVICE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from integration_console.domain.forms import Value
    from integration_console.domain.retention import HoldDraft, RetentionPolicy
    from integration_console.domain.work import Work
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Reading, Writing

EVERY = timedelta(days=1)
_LEFT_BEHIND = timedelta(hours=1)
"""A removal that began so long ago and has not ended was cut short."""
_MOST = 1_000_000_000


@needs("audit.read")
def retention(context: Context) -> RetentionState:
    """Return what is in force, and the last removal."""
    return context.store.read(
        lambda reading: RetentionState(rows.policy(reading), rows.holds(reading), rows.last_run(reading))
    )


@needs("workspace.write")
def set_retention(context: Context, policy: RetentionPolicy) -> RetentionPolicy:
    """Say how long entries and events are kept from now on. Raises `InvalidInput`."""
    wanted = required_policy(policy)

    def keep(writing: Writing) -> None:
        before, after = rows.rules(writing), rows.rows_of(wanted)
        changed = {name: days for name, days in after.items() if before.get(name, "") != days}
        rows.keep_rules(writing, changed, context.clock.now())
        for name, days in changed.items():
            told: dict[str, Value] = {"name": name, "days": before[name]} if name in before else {}
            _record_rule(context, writing, "changed", name, (told, {"name": name, "days": days}))
        for name in before.keys() - after.keys():
            rows.remove_rule(writing, name)
            _record_rule(context, writing, "removed", name, ({"name": name, "days": before[name]}, {}))

    context.store.write(keep)
    announce(context, Subject.WORKSPACE)
    return wanted


@needs("workspace.write")
def place_hold(context: Context, draft: HoldDraft) -> LegalHold:
    """Keep what the draft names until the hold is released. Raises `InvalidInput`."""
    wanted = required_hold(draft)
    hold = LegalHold(
        new_id(), wanted.reason, context.actor, context.clock.now(), wanted.since, wanted.until, wanted.connector_id,
        wanted.correlation_id,
    )  # fmt: skip

    def keep(writing: Writing) -> None:
        rows.add_hold(writing, hold)
        record(
            context,
            writing,
            Happening("legal_hold.placed", {"reason": hold.reason}, subject_id=hold.id),
            {},
            _told(hold),
        )

    context.store.write(keep)
    announce(context, Subject.WORKSPACE)
    return hold


@needs("workspace.write")
def release_hold(context: Context, hold_id: str) -> None:
    """End a hold; what it kept goes with the next removal. Raises `NotFound`."""

    def remove(writing: Writing) -> None:
        hold = rows.remove_hold(writing, hold_id)
        happening = Happening("legal_hold.removed", {"reason": hold.reason}, subject_id=hold.id)
        record(context, writing, happening, _told(hold), {})

    context.store.write(remove)
    announce(context, Subject.WORKSPACE)


@needs("audit.read")
def retention_forecast(context: Context, work: Work) -> RetentionForecast:
    """Return what a removal would take away now; nothing is changed. Raises `Cancelled`."""
    return context.store.read(lambda reading: _forecast(reading, context.clock.now(), work))


@needs("workspace.write")
def run_retention(context: Context, work: Work) -> RetentionRun:
    """Remove now what is older than it is kept. Raises `Cancelled`, `RemovedByService`."""
    if context.store.shared and context.store.role != SERVICE:
        raise RemovedByService
    run = RetentionRun(new_id(), context.clock.now(), context.actor)
    context.store.write(lambda writing: rows.begin_run(writing, run))
    return Removal(context, run, work).done()


@needs("workspace.write")
def run_due_retention(context: Context, work: Work) -> RetentionRun | None:
    """Remove what is older than it is kept unless that was done within a day; return None where it was."""
    run = RetentionRun(new_id(), context.clock.now())
    if not context.store.read(lambda reading: _is_due(reading, run)):
        return None
    if not context.store.write(lambda writing: rows.begin_run(writing, run, _due_since(writing, run))):
        return None
    return Removal(context, run, work).done()


def _is_due(reading: Reading, run: RetentionRun) -> bool:
    last = rows.last_run(reading)
    return last is None or last.started_at <= _due_since(reading, run)


def _due_since(reading: Reading | Writing, run: RetentionRun) -> datetime:
    """Return since when no removal may have begun, so that another is due."""
    last = rows.last_run(reading)
    cut_short = last is not None and last.finished_at is None
    return run.started_at - (_LEFT_BEHIND if cut_short else EVERY)


def _record_rule(
    context: Context, writing: Writing, verb: str, name: str, told: tuple[Mapping[str, Value], Mapping[str, Value]]
) -> None:
    record(context, writing, Happening(f"retention_rule.{verb}", {"name": name}, subject_id=name), *told)


def _told(hold: LegalHold) -> dict[str, str]:
    """Return what the audit says of a hold."""
    values = {
        name: getattr(hold, name) for name in ("reason", "author", "since", "until", "connector_id", "correlation_id")
    }
    return {name: str(value) for name, value in values.items() if value}


def _forecast(reading: Reading, now: datetime, work: Work) -> RetentionForecast:
    policy, kept = rows.policy(reading), held(rows.holds(reading))
    classes, size, kept_entries = list[ClassForecast](), 0.0, 0
    for each in expired(policy, now):
        work.stop_if_cancelled()
        entries = logs.count(reading, each.condition, _MOST)
        held_here = logs.count(reading, all_of(each.condition, kept), _MOST) if entries else 0
        if entries > held_here:
            size += (entries - held_here) * log_removal.mean_bytes(reading, all_of(each.condition, Not(kept)))
        classes.append(ClassForecast(each.name, entries - held_here))
        kept_entries += held_here
    before = None if policy.event_days is None else now - timedelta(days=policy.event_days)
    events = log_removal.count_events(reading, before) if before else 0
    return RetentionForecast(sum(each.entries for each in classes), int(size), kept_entries, events, tuple(classes))
