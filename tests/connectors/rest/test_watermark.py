"""How far changes have been read: by time, by number, as text; written back as the source writes it."""

from __future__ import annotations

import pytest

from integration_console.connectors.rest.watermark import Mark, earlier, greatest, no_later, read_mark
from integration_console.domain.streams import SyncMode
from integration_console.sandbox import RestSandbox
from tests.connectors.rest.reading import Reading
from tests.fakes import TurnableClock

DATE = "Sun, 22 Nov 2026 08:00:00 GMT"


@pytest.mark.parametrize(
    ("seen", "known", "found"),
    [
        (["2026-11-22T08:00:00Z", "2026-11-22T10:30:00+03:00"], None, "2026-11-22T08:00:00Z"),
        (["2026-11-21", None, True, {}, ""], "2026-11-20", "2026-11-21"),
        ([9, 10], None, 10),
        (["9", "10"], "8", "10"),
        (["b", "a"], None, "b"),
        ([10**400, "x" * 201], 3, 3),
        ([], None, None),
    ],
)
def test_the_greatest_is_found_by_what_it_means(seen: list[object], known: Mark | None, found: Mark | None) -> None:
    assert greatest(seen, known) == found


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        ("2026-11-22T08:00:30Z", "2026-11-22T07:59:30Z"),
        ("2026-11-22T08:00:30.250Z", "2026-11-22T07:59:30.250Z"),
        ("2026-11-22T08:00:30.250001+03:00", "2026-11-22T07:59:30.250001+03:00"),
        ("2026-11-22 08:00:30", "2026-11-22 07:59:30"),
        ("2026-11-22T08:00:30-05:00", "2026-11-22T07:59:30-05:00"),
        ("2026-11-22", "2026-11-21"),
        (1_800_000_000, "1799999940"),
        (1_800_000_000.5, "1799999940.5"),
        ("1800000000", "1799999940"),
        ("20261122", "20261122"),
        ("2026-99-99", "2026-99-99"),
        ("v42", "v42"),
    ],
)
def test_an_overlap_is_taken_off_in_the_source_s_own_way_of_writing(mark: Mark, shown: str) -> None:
    assert earlier(mark, 60) == shown


def test_without_an_overlap_a_moment_stays_as_it_is() -> None:
    assert earlier("2026-11-22T08:00:00.1Z", 0) == "2026-11-22T08:00:00.1Z"


@pytest.mark.parametrize(
    ("mark", "date", "kept"),
    [
        ("2026-11-22T09:00:00+00:00", DATE, "2026-11-22T08:00:00+00:00"),
        ("2026-11-22T09:00:00Z", DATE.replace("GMT", "-0000"), "2026-11-22T08:00:00Z"),
        ("2026-11-22T07:00:00Z", DATE, "2026-11-22T07:00:00Z"),
        ("2026-11-22T09:00:00Z", "-", "2026-11-22T09:00:00Z"),
        ("2026-11-22T09:00:00Z", "", "2026-11-22T09:00:00Z"),
        (7, DATE, 7),
        (None, DATE, None),
    ],
)
def test_a_moment_is_never_later_than_the_first_answer(mark: Mark | None, date: str, kept: Mark | None) -> None:
    assert no_later(mark, date) == kept


def test_a_kept_mark_is_read_again_and_nothing_else() -> None:
    kept: list[object] = ["x", 4, True, None, []]
    assert [read_mark(each) for each in kept] == ["x", 4, None, None, None]


def test_what_changes_on_a_page_that_was_read_already_is_not_missed(
    reading: Reading, sandbox: RestSandbox, clock: TurnableClock
) -> None:
    reading.by("cursor")
    reading.sync(SyncMode.FULL, pages=1)
    clock.turn(minutes=1)
    sandbox.rows.change(1, name="Changed meanwhile")
    clock.turn(minutes=1)
    sandbox.rows.change(25, name="Changed last")
    reading.sync(SyncMode.FULL)
    clock.turn(minutes=1)
    reading.sync(SyncMode.INCREMENTAL)
    assert reading.store.records["1"].title == "Changed meanwhile"


def test_an_overlap_is_asked_for(reading: Reading, sandbox: RestSandbox, clock: TurnableClock) -> None:
    reading.by("all").sync(SyncMode.FULL)
    sandbox.rows.change(3, name="Late")
    reading.sync(SyncMode.INCREMENTAL)
    assert [fields for _, fields in sandbox.asked] == [{}, {"updated_since": reading_floor(sandbox)}]


def reading_floor(sandbox: RestSandbox) -> str:
    return max(str(row["updated_at"]) for row in sandbox.rows.all() if row["id"] != 3)
