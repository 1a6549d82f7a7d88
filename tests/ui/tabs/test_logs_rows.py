"""The rows of the log at hand, without a window."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from integration_console.domain.logs import LogEntry, LogPage, LogPlace, LogStatus
from integration_console.ui.tabs.logs.rows import BLOCK, LogRows

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def entry(number: int) -> LogEntry:
    return LogEntry(f"{number:06}", START + timedelta(seconds=number), LogStatus.INFO, "message.sent", "", number)


def place(number: int) -> LogPlace:
    return LogPlace(START + timedelta(seconds=number), f"{number:06}")


def newest_first(first: int, count: int) -> tuple[LogEntry, ...]:
    return tuple(entry(number) for number in range(first, max(first - count, -1), -1))


def page(first: int) -> LogPage:
    """The page that begins with the entry `first`; the log ends with the entry 0."""
    entries = newest_first(first, BLOCK)
    return LogPage(entries, place(first - BLOCK + 1) if first >= BLOCK else None)


def numbers(rows: LogRows, *wanted: int) -> list[int | None]:
    return [found.position if (found := rows.entry(row)) else None for row in wanted]


def thousand() -> LogRows:
    rows = LogRows()
    rows.restart(page(999).entries, 1000)
    return rows


def test_the_first_page_is_at_hand_and_the_rest_is_not() -> None:
    assert numbers(thousand(), 0, 199, 200, 999) == [999, 800, None, None]


def test_a_neighbour_is_fetched_behind_the_last_row_at_hand() -> None:
    (request,) = thousand().missing(190, 210)
    assert (request.after, request.skip) == (place(800), 0)


def test_a_jump_is_fetched_by_leaving_out_what_lies_between() -> None:
    (request,) = thousand().missing(960, 999)
    assert (request.after, request.skip) == (place(800), 600)


def test_rows_keep_their_entries_while_newer_ones_are_put_before_them() -> None:
    rows = thousand()
    rows.prepend(entry(number) for number in range(1000, 1450))
    assert rows.total == 1450
    assert numbers(rows, 0, 449, 450, 649, 650) == [1449, 1000, 999, 800, None]
    (request,) = rows.missing(650, 660)
    rows.fill(request, page(799))
    assert numbers(rows, 650, 849) == [799, 600]


def test_a_log_that_is_shorter_than_thought_says_so_at_its_end() -> None:
    rows = LogRows()
    rows.restart(page(299).entries, 330)
    (request,) = rows.missing(320, 329)
    assert rows.foreseen(request, page(99)).total == 300
    rows.fill(request, page(99))
    assert (rows.total, numbers(rows, 299)) == (300, [0])


def test_a_log_that_is_longer_than_thought_lets_one_go_on() -> None:
    rows = LogRows()
    rows.restart(page(999).entries, 400)
    (request,) = rows.missing(300, 320)
    rows.fill(request, page(799))
    assert rows.total == 401
    (request,) = rows.missing(400, 400)
    assert (request.after, request.skip) == (place(600), 0)


def test_only_some_blocks_are_kept_and_those_forgotten_can_be_fetched_again() -> None:
    rows = LogRows()
    rows.restart(page(19_999).entries, 20_000)
    for first in range(BLOCK, 20_000, BLOCK):
        for request in rows.missing(first, first):
            rows.fill(request, page(19_999 - first))
    assert rows.at_hand == 40
    (request,) = rows.missing(BLOCK, BLOCK)
    assert (request.after, request.skip) == (place(19_800), 0)
    rows.fill(request, page(19_799))
    assert numbers(rows, BLOCK) == [19_799]


def test_an_empty_log_asks_for_nothing_and_takes_what_arrives() -> None:
    rows = LogRows()
    rows.restart((), 0)
    assert rows.missing(0, 30) == ()
    rows.prepend([entry(0)])
    assert (rows.total, numbers(rows, 0)) == (1, [0])


def test_ten_million_rows_are_as_cheap_as_a_thousand() -> None:
    rows = LogRows()
    rows.restart(page(9_999_999).entries, 10_000_000)
    for first in (5_000_000, 9_999_900, 1_234_567):
        for request in rows.missing(first, first + 30):
            rows.fill(request, page(9_999_999 - first // BLOCK * BLOCK))
        assert numbers(rows, first, first + 30) == [9_999_999 - first, 9_999_969 - first]


def test_after_a_jump_the_rows_above_are_fetched_upwards_from_there_not_from_far_above() -> None:
    rows = LogRows()
    rows.restart(page(9_999_999).entries, 10_000_000)
    (request,) = rows.missing(5_000_000, 5_000_000)
    rows.fill(request, page(4_999_999))
    (request,) = rows.missing(4_999_999, 4_999_999)
    assert (request.newer, request.skip, request.after) == (True, 0, place(4_999_999))
    rows.fill(request, LogPage(newest_first(5_000_199, BLOCK), place(5_000_199)))
    assert numbers(rows, 4_999_800, 4_999_999) == [5_000_199, 5_000_000]
    assert rows.total == 10_000_000


def test_a_place_that_was_learnt_of_spares_the_way_from_above() -> None:
    rows = LogRows()
    rows.restart(page(9_999_999).entries, 10_000_000)
    rows.anchor(-5_000_000, place(5_000_000))
    (request,) = rows.missing(5_000_100, 5_000_100)
    assert (request.after, request.skip) == (place(5_000_000), 0)
    (request,) = rows.missing(5_000_300, 5_000_300)
    assert (request.after, request.skip) == (place(5_000_000), 200)
