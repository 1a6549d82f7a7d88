"""What the log adds up to is what counting its entries finds, however far it has been added up, in both databases."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from integration_console.domain.clock import microseconds
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import EVERYTHING, StatusIs, Within
from integration_console.domain.log_figures import Figures, LogDimension, LogSpan
from integration_console.domain.log_spans import bar_starts
from integration_console.domain.logs import LogDraft, LogStatus
from integration_console.storage import figure_rolls, log_bars, tables
from integration_console.storage.figure_tables import STATUSES, figures
from integration_console.storage.figures import log_bars as figure_bars
from integration_console.storage.figures import log_figures
from integration_console.storage.log_rows import append_entries
from integration_console.storage.shared.isolation import SERVICE_LOGIN
from integration_console.storage.store import Store
from integration_console.storage.transaction import Priority, Reading, Writing
from tests.builders import log_draft, opened_workspace
from tests.fakes import NOON

YEAR, HOUR = timedelta(days=365), timedelta(hours=1)
OWNERS = ("", new_id(), new_id())
quick = settings(max_examples=40, deadline=None)
moments = st.one_of(
    st.integers(-3 * 86400, 3 * 86400).map(lambda each: NOON + timedelta(seconds=each)),
    st.integers(-80, 80).map(lambda each: NOON.replace(minute=0) + timedelta(hours=each)),
)
entries = st.builds(
    lambda at, status, kind, owner, error, took: log_draft(
        created_at=at, status=status, event_type=kind, connector_id=owner, error_code=error, duration_ms=took
    ),
    moments,
    st.sampled_from(LogStatus),
    st.sampled_from(["webhook.received", "message.sent"]),
    st.sampled_from(OWNERS),
    st.sampled_from(["", "network.timeout", "access.denied"]),
    st.one_of(st.none(), st.floats(0.01, 1e6)),
)
batches = st.lists(st.tuples(st.lists(entries, max_size=8), st.booleans()), max_size=5)
spans = st.tuples(moments, moments).map(sorted)


@pytest.fixture(scope="module", params=["file", "shared"])
def anywhere(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("TEST_WORKSPACES", request.param)
        folder = tmp_path_factory.mktemp(request.param)
        yield stack.enter_context(opened_workspace(folder, login=SERVICE_LOGIN)).context.store


def kept(store: Store, parts: list[tuple[list[LogDraft], bool]]) -> list[LogDraft]:
    """Write entries in batches into an empty log, with or without adding it up after each."""
    store.write(_emptied)
    for drafts, is_added_up in parts:
        store.write(lambda writing, drafts=drafts: append_entries(writing, drafts))  # type: ignore[misc]
        if is_added_up:
            add_up(store)
    return [each for drafts, _ in parts for each in drafts]


def add_up(store: Store) -> None:
    while figure_rolls.add_up(store):
        pass


def _emptied(writing: Writing) -> None:
    for table in ("integration_logs", "log_figures"):
        writing.connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608


def _removed(writing: Writing, gone: set[str]) -> None:
    mine = tables.logs.c.tenant_id == writing.tenant_id, tables.logs.c.id.in_(gone)
    rows = writing.connection.execute(select(tables.logs).where(*mine)).all()
    figure_rolls.take_away(writing, [(row.position, _counted(row)) for row in rows])
    writing.connection.execute(delete(tables.logs).where(*mine))


def _counted(row: Any) -> figure_rolls.Counted:
    moment, owner = microseconds(row.created_at), row.connector_id or ""
    return figure_rolls.Counted(moment, row.status, row.event_type, owner, "", row.error_code, row.duration_ms)


def counted_by_hand(drafts: Iterable[LogDraft]) -> Figures:
    """Figures as anybody would count them; the exact percentiles."""
    found = list(drafts)
    numbers = Counter(str(each.status) for each in found)
    took = sorted(each.duration_ms for each in found if each.duration_ms is not None)
    shares = [took[max(1, math.ceil(share * len(took))) - 1] if took else None for share in (0.5, 0.95, 0.99)]
    return Figures(*(numbers[each] for each in ("success", "info", "warning", "error")), *shares)


def assert_equal(found: Figures, wanted: Figures) -> None:
    assert replace(found, p50=None, p95=None, p99=None) == replace(wanted, p50=None, p95=None, p99=None)
    for name in ("p50", "p95", "p99"):
        estimate, exact = getattr(found, name), getattr(wanted, name)
        assert (estimate is None) == (exact is None)
        assert exact is None or abs(estimate - exact) <= 0.02 * exact


@quick
@given(batches, spans)
def test_figures_are_what_counting_finds_wherever_it_was_added_up(
    anywhere: Store, parts: list[tuple[list[LogDraft], bool]], span: list[datetime]
) -> None:
    drafts = kept(anywhere, parts)
    since, until = span[0], max(span[1], span[0] + timedelta(seconds=1))
    inside = [each for each in drafts if since <= each.created_at < until]
    found = anywhere.read(lambda reading: log_figures(reading, LogSpan(since, until)))
    assert_equal(found.total, counted_by_hand(inside))
    owners = Counter(each.connector_id for each in inside if each.connector_id)
    assert {each.value: each.figures.entries for each in found.parts} == owners
    for part in found.parts:
        assert_equal(part.figures, counted_by_hand(each for each in inside if each.connector_id == part.value))
    errors = Counter(each.error_code for each in inside if each.error_code and each.status is LogStatus.ERROR)
    assert {each.code: each.entries for each in found.errors} == errors
    assert [each.entries for each in found.errors] == sorted(errors.values(), reverse=True)


@pytest.mark.parametrize("meanwhile", ["added up", "removed", "both", "nothing"])
def test_a_draft_is_kept_as_it_is_only_where_nobody_was_faster(anywhere: Store, meanwhile: str) -> None:
    drafts = kept(anywhere, [([log_draft(created_at=NOON, duration_ms=5.0) for _ in range(4)], False)])
    draft = anywhere.read(figure_rolls.draft_next)
    if meanwhile in ("added up", "both"):
        add_up(anywhere)
    if meanwhile in ("removed", "both"):
        anywhere.write(lambda writing: _removed(writing, {drafts[0].id}))
        drafts = drafts[1:]
    assert not anywhere.write(lambda writing: figure_rolls.add(writing, draft), Priority.LOGS)
    assert not anywhere.read(figure_rolls.draft_next).rows
    counts = anywhere.read(_rows)
    assert set(counts) == {len(drafts)}
    found = anywhere.read(lambda reading: log_figures(reading, LogSpan(NOON - YEAR, NOON + YEAR)))
    assert_equal(found.total, counted_by_hand(drafts))


def _rows(reading: Reading) -> list[int]:
    """How many entries each row counts."""
    mine = figures.c.tenant_id == reading.tenant_id
    return [sum(row) for row in reading.connection.execute(select(*(figures.c[each] for each in STATUSES)).where(mine))]


def test_entries_that_change_many_rows_are_added_up_in_smaller_steps(
    anywhere: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figure_rolls, "MOST_ROWS", 10)
    drafts = kept(anywhere, [([log_draft(created_at=NOON - 40 * HOUR * number) for number in range(9)], False)])
    steps = 1
    while figure_rolls.add_up(anywhere):
        steps += 1
        assert steps < 20
    assert steps > 2
    found = anywhere.read(lambda reading: log_figures(reading, LogSpan(NOON - YEAR, NOON + YEAR)))
    assert found.total.entries == len(drafts)


@quick
@given(batches, st.data())
def test_what_is_removed_from_the_log_is_counted_no_longer(
    anywhere: Store, parts: list[tuple[list[LogDraft], bool]], data: st.DataObject
) -> None:
    drafts = kept(anywhere, parts)
    gone = set(data.draw(st.lists(st.sampled_from([each.id for each in drafts]), unique=True))) if drafts else set()
    anywhere.write(lambda writing: _removed(writing, gone))
    found = anywhere.read(lambda reading: log_figures(reading, LogSpan(NOON - YEAR, NOON + YEAR, LogDimension.TYPE)))
    left = [each for each in drafts if each.id not in gone]
    assert_equal(found.total, counted_by_hand(left))
    assert {each.value: each.figures.entries for each in found.parts} == Counter(each.event_type for each in left)
    if not left:  # then no row is left either
        assert anywhere.read(lambda reading: reading.connection.execute(select(figures.c.value)).all()) == []


@quick
@given(batches, spans, st.integers(1, 40))
def test_bars_of_figures_and_bars_of_entries_are_what_counting_finds(
    anywhere: Store, parts: list[tuple[list[LogDraft], bool]], span: list[datetime], most: int
) -> None:
    drafts = kept(anywhere, parts)
    since, until = span[0], max(span[1], span[0] + timedelta(seconds=1))
    starts = bar_starts(since, until, UTC, most)
    inside = [each for each in drafts if since <= each.created_at < until]
    wanted = [sum(first <= each.created_at < last for each in inside) for first, last in itertools.pairwise(starts)]
    within = Within(since, until)
    bars, counted_since = anywhere.read(lambda reading: log_bars.count_bars(reading, within, starts))
    assert [each.entries for each in bars] == wanted
    assert counted_since is None
    if starts[1] - starts[0] >= timedelta(hours=1):
        found = anywhere.read(lambda reading: figure_bars(reading, None, "", starts, within))
        assert found == bars
        of_one = anywhere.read(lambda reading: figure_bars(reading, LogDimension.CONNECTOR, OWNERS[1], starts, within))
        assert sum(each.entries for each in of_one) == sum(each.connector_id == OWNERS[1] for each in inside)


def test_where_very_much_fits_the_newest_are_counted_and_it_is_said_since_when(anywhere: Store) -> None:
    drafts = [log_draft(created_at=NOON + timedelta(minutes=number)) for number in range(10)]
    kept(anywhere, [(drafts, False)])
    starts = bar_starts(NOON, NOON + timedelta(minutes=10), UTC, 10)
    bars, since = anywhere.read(lambda reading: log_bars.count_bars(reading, EVERYTHING, starts, most=4))
    assert ([each.entries for each in bars], since) == ([0] * 6 + [1] * 4, NOON + timedelta(minutes=6))
    errors = StatusIs(frozenset({LogStatus.ERROR}))
    assert sum(each.entries for each in anywhere.read(lambda at: log_bars.count_bars(at, errors, starts))[0]) == 0
    assert anywhere.read(log_bars.oldest_moment) == NOON
