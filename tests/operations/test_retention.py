"""Old entries go, with all that hangs on them, and nothing else does."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from integration_console.domain.audit import AuditFilter
from integration_console.domain.errors import InvalidInput, NotFound, RemovedByService
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import EVERYTHING, Contains
from integration_console.domain.log_figures import LogSpan
from integration_console.domain.logs import LogStatus
from integration_console.domain.retention import HoldDraft, RetentionPolicy, RetentionRule, RetentionRun
from integration_console.domain.webhooks import EventState
from integration_console.domain.work import Cancelled, Interrupted, Progress, UnattendedWork
from integration_console.operations import audit, figures, retention, retention_removal
from integration_console.operations.context import Context
from integration_console.storage import (
    log_counts,
    log_index,
    log_removal,
    log_space,
    logs,
    retention_tables,
    rollups,
    tables,
)
from integration_console.storage import retention as rows
from integration_console.storage.events import EventDraft, store_events
from integration_console.storage.figures import log_figures
from integration_console.storage.log_rows import append_entries
from integration_console.storage.shared.isolation import SERVICE_LOGIN
from integration_console.storage.transaction import Reading
from tests.builders import event_draft, log_draft, opened_workspace
from tests.fakes import NOON, TurnableClock

CONNECTOR, CAUSE = new_id(), new_id()
WORK = UnattendedWork()


def written(context: Context, *ages: float, **more: Any) -> list[str]:
    drafts = [log_draft(created_at=NOON - timedelta(days=age), payload="kestrel", **more) for age in ages]
    context.store.write(lambda writing: append_entries(writing, drafts))
    if len(drafts) % 2:  # the others are added up later, or never
        figures.add_up_log(context)
    return [each.id for each in drafts]


def left(context: Context) -> set[str]:
    return {each.id for each in context.store.read(lambda reading: logs.page(reading, EVERYTHING, None, 1000)).entries}


def raw_counts(reading: Reading) -> Counter[tuple[datetime, str, str]]:
    table = tables.logs
    query = select(table.c.created_at, table.c.event_type, table.c.status).where(table.c.tenant_id == reading.tenant_id)
    return Counter(
        (row.created_at.replace(minute=0, second=0, microsecond=0), row.event_type, row.status)
        for row in reading.connection.execute(query)
    )


def counted_alike(context: Context) -> None:
    """Counts of hours, counts of types, and figures equal what is there."""
    with context.store.reading() as reading:
        counts = {key: n for key, n in rollups.counts_since(reading, NOON - timedelta(days=4000)).items() if n}
        assert counts == dict(raw_counts(reading))
        table = tables.log_counts
        for span in (log_counts.HOUR, log_counts.DAY):
            query = select(func.sum(table.c.entries)).where(
                table.c.tenant_id == reading.tenant_id, table.c.span == span
            )
            assert int(reading.connection.execute(query).scalar() or 0) == sum(counts.values())
        everything = log_figures(reading, LogSpan(NOON - timedelta(days=6000), NOON + timedelta(days=1)))
        assert everything.total.entries == sum(counts.values())


@pytest.mark.embedded
def test_what_is_older_than_its_class_is_kept_goes_with_payload_and_counts(context: Context) -> None:
    old = written(context, 91, 91, 200)
    young = written(context, 0, 89, connector_id=CONNECTOR)
    errors = written(context, 100, status=LogStatus.ERROR)
    syncs = written(context, 40, event_type="sync.done")
    retention.set_retention(
        context, RetentionPolicy(90, 90, (RetentionRule("status:error", 365), RetentionRule("sync.*", 30)))
    )
    forecast = retention.retention_forecast(context, WORK)
    assert (forecast.entries, forecast.held, {each.name: each.entries for each in forecast.classes}) == (
        4, 0, {"status:error": 0, "sync.*": 1, "*": 3},
    )  # fmt: skip
    assert forecast.size_bytes == 4 * (log_removal.ROW_BYTES + len("kestrel"))
    run = retention.run_retention(context, WORK)
    assert (run.entries, run.size_bytes, run.author) == (4, forecast.size_bytes, context.actor)
    assert set(young) | set(errors) <= left(context)
    assert not (set(old) | set(syncs)) & left(context)
    payloads = tables.log_payloads
    kept = context.store.read(lambda reading: set(reading.connection.execute(select(payloads.c.log_id)).scalars()))
    assert kept == {*young, *errors}
    counted_alike(context)
    assert retention.retention(context).last_run == run
    assert retention.retention_forecast(context, WORK).entries == 0


@pytest.mark.embedded
def test_a_hold_keeps_entries_until_it_is_released(context: Context) -> None:
    ours = written(context, 91, 95, connector_id=CONNECTOR)
    others = written(context, 91, correlation_id=CAUSE)
    written(context, 91)
    hold = retention.place_hold(context, HoldDraft("case 7", connector_id=CONNECTOR))
    retention.place_hold(context, HoldDraft("case 8", correlation_id=CAUSE))
    assert [each.reason for each in retention.retention(context).holds] == ["case 7", "case 8"]
    forecast = retention.retention_forecast(context, WORK)
    assert (forecast.entries, forecast.held) == (1, 3)
    assert retention.run_retention(context, WORK).entries == 1
    assert {*ours, *others} <= left(context)
    retention.release_hold(context, hold.id)
    assert retention.run_retention(context, WORK).entries == 2
    assert set(others) <= left(context)
    counted_alike(context)
    with pytest.raises(NotFound):
        retention.release_hold(context, hold.id)


def event(age_days: float, number: int) -> EventDraft:
    """An event whose id tells when it came, as every id does."""
    moment = NOON - timedelta(days=age_days)
    digits = f"{int(moment.timestamp() * 1000):012x}"
    made = f"{digits[:8]}-{digits[8:]}-7000-8000-{number:012x}"
    return event_draft(moment, id=made, event_key=str(number))


@pytest.mark.embedded
def test_events_go_when_no_entry_is_about_them_any_more_but_never_what_a_webhook_holds(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_FIRST_STEP", "_SMALLEST_STEP", "LARGEST_STEP"):
        monkeypatch.setattr(retention_removal, name, 1)
    old = [event(100, number) for number in range(4)]
    old[1] = replace(old[1], state=EventState.HELD)
    context.store.write(lambda writing: store_events(writing, [*old, event(0, 4)]))
    retention.place_hold(context, HoldDraft("case 9", correlation_id=old[2].id))
    run = retention.run_retention(context, WORK)
    assert (run.entries, run.events) == (3, 2)
    counted_alike(context)
    for table, number in ((tables.events, 3), (tables.event_bodies, 3), (tables.event_keys, 5)):
        query = select(func.count()).select_from(table)
        assert context.store.read(lambda reading, query=query: reading.connection.execute(query).scalar()) == number  # type: ignore[misc]


@pytest.mark.embedded
def test_rules_and_holds_are_audited(context: Context) -> None:
    retention.set_retention(context, RetentionPolicy(90, 30, (RetentionRule("sync.*", 7),)))
    retention.set_retention(context, RetentionPolicy(90, 30))
    hold = retention.place_hold(context, HoldDraft("case 7", NOON, NOON + timedelta(days=1)))
    retention.release_hold(context, hold.id)
    page = audit.audit_page(context, AuditFilter(action="retention*"), None, 10)
    changes = [(each.change.action, each.change.subject_id) for each in page.entries]
    assert sorted(changes) == [
        ("retention_rule.changed", "events"), ("retention_rule.changed", "sync.*"),
        ("retention_rule.removed", "sync.*"),
    ]  # fmt: skip
    held = audit.audit_page(context, AuditFilter(action="legal_hold*"), None, 10).entries
    assert [(each.change.action, each.change.subject_id) for each in held] == [
        ("legal_hold.removed", hold.id), ("legal_hold.placed", hold.id),
    ]  # fmt: skip


@pytest.mark.embedded
def test_what_cannot_be_is_refused(context: Context) -> None:
    with pytest.raises(InvalidInput):
        retention.set_retention(context, RetentionPolicy(0))
    with pytest.raises(InvalidInput):
        retention.place_hold(context, HoldDraft(""))
    for no_id in (HoldDraft("law", correlation_id="order-17"), HoldDraft("law", connector_id="Odoo")):
        with pytest.raises(InvalidInput, match="is not an ID"):
            retention.place_hold(context, no_id)
    assert retention.retention(context).holds == ()
    assert retention.retention(context).policy == RetentionPolicy()


@pytest.mark.embedded
def test_a_class_called_events_is_not_taken_for_received_events(context: Context) -> None:
    retention.set_retention(context, RetentionPolicy(90, 30))
    with pytest.raises(InvalidInput, match="no class of log entries"):
        retention.set_retention(context, RetentionPolicy(90, 30, (RetentionRule("events", 7),)))
    assert retention.retention(context).policy == RetentionPolicy(90, 30)


class Watched(UnattendedWork):
    """Work that notes its progress."""

    def __init__(self) -> None:
        self.reports: list[Progress] = []

    def report(self, progress: Progress) -> None:
        self.reports.append(progress)


class Stopped(Watched):
    """Work that is stopped after its first report."""

    def __init__(self, how: type[Exception]) -> None:
        super().__init__()
        self._how = how

    def stop_if_cancelled(self) -> None:
        if self.reports:
            raise self._how


@pytest.mark.embedded
@pytest.mark.parametrize("how", [Cancelled, Interrupted])
def test_a_removal_that_is_stopped_has_removed_whole_steps_and_goes_on_next_time(
    context: Context, monkeypatch: pytest.MonkeyPatch, how: type[Exception]
) -> None:
    monkeypatch.setattr(retention_removal, "_FIRST_STEP", 3)
    written(context, *range(91, 101))
    work = Stopped(how)
    with pytest.raises(how):
        retention.run_retention(context, work)
    assert [each.done for each in work.reports] == [3]
    last = retention.retention(context).last_run
    assert last is not None
    assert (last.entries, last.finished_at is None) == (3, how is Interrupted)
    counted_alike(context)
    assert retention.run_retention(context, WORK).entries == 7


@pytest.mark.embedded
def test_a_removal_that_fails_keeps_count_of_what_has_gone(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention_removal, "_FIRST_STEP", 3)
    written(context, *range(91, 101))
    remove, calls = log_removal.remove_entries, list[int]()

    def failing(*arguments: Any) -> log_removal.Removed:
        calls.append(1)
        if len(calls) == 2:
            raise NotFound(kind="row", id="1")
        return remove(*arguments)

    monkeypatch.setattr(log_removal, "remove_entries", failing)
    with pytest.raises(NotFound):
        retention.run_retention(context, WORK)
    last = retention.retention(context).last_run
    assert last is not None
    assert (last.entries, last.finished_at) == (3, None)
    assert retention.run_retention(context, WORK).entries == 7


@pytest.mark.embedded
def test_of_many_removals_the_newest_are_kept(context: Context, clock: TurnableClock) -> None:
    for _ in range(rows._KEPT_RUNS + 5):
        clock.turn(hours=24)
        assert retention.run_due_retention(context, WORK) is not None
    count = select(func.count()).select_from(retention_tables.runs)
    assert context.store.read(lambda reading: reading.connection.execute(count).scalar()) == rows._KEPT_RUNS
    last = retention.retention(context).last_run
    assert last is not None
    assert last.started_at == clock.now()


@pytest.mark.embedded
def test_of_two_programs_that_find_a_removal_due_one_begins_it(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_due = retention._is_due

    def meanwhile(reading: Any, run: RetentionRun) -> bool:
        found = is_due(reading, run)
        monkeypatch.setattr(retention, "_is_due", is_due)
        assert retention.run_due_retention(context, WORK) is not None
        return found

    monkeypatch.setattr(retention, "_is_due", meanwhile)
    assert retention.run_due_retention(context, WORK) is None


@pytest.mark.embedded
def test_a_removal_is_due_once_a_day_or_when_the_last_one_was_cut_short(context: Context, clock: TurnableClock) -> None:
    written(context, 91)
    first = retention.run_due_retention(context, WORK)
    assert first is not None
    assert (first.author, first.entries) == ("", 1)
    clock.turn(hours=23)
    assert retention.run_due_retention(context, WORK) is None
    clock.turn(hours=1)
    assert retention.run_due_retention(context, WORK) is not None
    cut_short = replace(first, id=new_id(), started_at=clock.now(), finished_at=None)
    context.store.write(lambda writing: rows.begin_run(writing, cut_short))
    assert retention.run_due_retention(context, WORK) is None
    clock.turn(hours=1)
    assert retention.run_due_retention(context, WORK) is not None


@pytest.mark.embedded
def test_with_everything_kept_for_ever_nothing_goes(context: Context) -> None:
    kept = written(context, 5000)
    retention.set_retention(context, RetentionPolicy(None, None))
    assert retention.run_retention(context, WORK).entries == 0
    assert set(kept) <= left(context)
    assert retention.retention_forecast(context, WORK).entries == 0


def pages(context: Context) -> int:
    """How long the file is."""
    return context.store.read(lambda reading: int(reading.connection.execute(text("PRAGMA page_count")).scalar() or 0))


@pytest.mark.embedded
def test_tables_of_the_index_that_name_nothing_go_and_the_disk_has_its_room_again(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_index, "STRETCH", 50)
    monkeypatch.setattr(log_index, "PART", 100)
    written(context, *[91.0] * 450)
    young = written(context, *[1.0] * 60)
    log_index.index_all(context.store)
    before = pages(context)
    retention.run_retention(context, WORK)
    context.store.write(lambda writing: None)
    with context.store.reading() as reading:
        connection = reading.connection
        parts = connection.execute(
            text("SELECT count(*) FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE log_words%'")
        ).scalar()
        assert (parts, connection.execute(text("PRAGMA freelist_count")).scalar()) == (2, 0)
        assert pages(context) < before - 40
        assert {each.id for each in logs.page(reading, Contains("kestrel"), None, 100).entries} == set(young)
    counted_alike(context)


@pytest.mark.embedded
def test_of_two_removals_at_once_one_alone_makes_the_index_anew(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(context, *[91] * 50, *[1] * 50)
    log_index.index_all(context.store)
    draft_move, others = log_space.draft_move, list[RetentionRun]()

    def meeting(reading: Reading, part: int) -> log_space.MoveDraft | None:
        found = draft_move(reading, part)
        if not others:
            others.append(RetentionRun(new_id(), NOON))  # once
            other = threading.Thread(target=lambda: others.append(retention.run_retention(context, WORK)))
            other.start()
            other.join()
        return found

    monkeypatch.setattr(log_space, "draft_move", meeting)
    assert retention.run_retention(context, WORK).entries == 50
    assert len(others) == 2
    assert len(left(context)) == 50
    assert len(context.store.read(lambda reading: logs.page(reading, Contains("kestrel"), None, 1000)).entries) == 50


@pytest.mark.embedded
def test_counts_hold_while_others_write(context: Context) -> None:
    written(context, *[91.0] * 300)
    going = threading.Event()

    def write() -> None:
        while not going.wait(0.001):
            written(context, 0.0, 91.0)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        retention.run_retention(context, WORK)
    finally:
        going.set()
        writer.join()
    counted_alike(context)


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("quick", "slow", "steps"), [(9.0, 9.0, [100, 200]), (0.0, 0.0, [100, 50, 50]), (0.0, 9.0, [100, 100, 100])]
)
def test_steps_become_longer_while_they_are_quick_and_shorter_when_they_are_slow(
    context: Context, monkeypatch: pytest.MonkeyPatch, quick: float, slow: float, steps: list[int]
) -> None:
    for name, value in (("_FIRST_STEP", 100), ("_QUICK_SECONDS", quick), ("_SLOW_SECONDS", slow)):
        monkeypatch.setattr(retention_removal, name, value)
    written(context, *[91.0] * 250)
    work = Watched()
    retention.run_retention(context, work)
    done = [each.done for each in work.reports]
    assert [after - before for before, after in pairwise([0, *done])][: len(steps)] == [
        *steps[:-1], min(steps[-1], 250 - sum(steps[:-1])),
    ]  # fmt: skip


@pytest.mark.embedded
def test_a_large_table_of_the_index_goes_in_steps_too(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_index, "PART", 100)
    monkeypatch.setattr(log_space, "_BLOCKS", 1)
    written(context, *[91.0] * 120)
    log_index.index_all(context.store)
    retention.run_retention(context, WORK)
    assert context.store.read(log_space.unnamed_parts) == ()


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where an organisation of a shared database is opened."""
    monkeypatch.setenv("TEST_WORKSPACES", "shared")
    return tmp_path_factory.mktemp("shared")


def test_in_a_shared_database_the_service_alone_removes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention_removal, "_FIRST_STEP", 2)
    monkeypatch.setattr(log_removal, "_SWEPT", 1)
    with opened_workspace(folder) as opened:
        owners = opened.context
        old, young = written(owners, 91, 92, 93, 94, 95), written(owners, 1)
        hold = retention.place_hold(owners, HoldDraft("case 7", until=NOON - timedelta(days=94.5)))
        assert retention.retention_forecast(owners, WORK).entries == 4
        with pytest.raises(RemovedByService):
            retention.run_retention(owners, WORK)
        with opened_workspace(folder, login=SERVICE_LOGIN) as service:
            run = retention.run_due_retention(service.context, WORK)
            assert run is not None
            assert (run.entries, retention.retention(owners).last_run) == (4, run)
            counted_alike(service.context)
            assert left(service.context) & {*old, *young} == {old[-1], *young}
            hours = select(func.count()).where(tables.rollups.c.tenant_id == owners.store.tenant_id)
            hours = hours.where(tables.rollups.c.hour < NOON - timedelta(days=2))
            assert owners.store.read(lambda reading: reading.connection.execute(hours).scalar()) == 1
        retention.release_hold(owners, hold.id)


def test_several_that_write_to_a_shared_database_and_one_that_removes_keep_the_counts(folder: Path) -> None:
    with opened_workspace(folder) as opened, opened_workspace(folder, login=SERVICE_LOGIN) as service:
        written(opened.context, *[91.0] * 50)
        writers = [threading.Thread(target=written, args=(opened.context, 91, 0, 1)) for _ in range(8)]
        for each in writers:
            each.start()
        retention.run_retention(service.context, WORK)
        for each in writers:
            each.join()
        counted_alike(service.context)
