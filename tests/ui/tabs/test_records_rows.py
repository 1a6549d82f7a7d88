"""The rows of records at hand, without a window."""

from __future__ import annotations

from datetime import UTC, datetime

from integration_console.domain.records import Record, RecordPage, RecordPlace
from integration_console.domain.streams import RecordState
from integration_console.ui.tabs.records.rows import BLOCK, MOST_ROWS, BlockRequest, Filled, RecordRows

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def record(number: int) -> Record:
    title = f"{number:06}"
    return Record("c", "contacts", title, title, RecordState.LIVE, {}, "", START, START, START)


def place(number: int) -> RecordPlace:
    return RecordPlace(f"{number:06}", f"{number:06}")


def page(first: int, count: int = BLOCK, *, more: bool = True) -> RecordPage:
    records = tuple(record(number) for number in range(first, first + count))
    return RecordPage(records, place(first + count - 1) if more else None)


def thousand() -> RecordRows:
    rows = RecordRows()
    rows.restart(page(0), 1000)
    return rows


def ids(rows: RecordRows, *wanted: int) -> list[str]:
    return [found.external_id if (found := rows.record(row)) else "" for row in wanted]


def test_the_first_page_is_at_hand_and_the_rest_is_not() -> None:
    assert ids(thousand(), 0, 199, 200, 999) == ["000000", "000199", "", ""]


def test_a_neighbour_is_fetched_behind_the_last_row_at_hand() -> None:
    assert thousand().missing(190, 210) == (BlockRequest(1, place(199), 0),)


def test_a_jump_is_fetched_by_leaving_out_what_lies_between() -> None:
    assert thousand().missing(960, 2000) == (BlockRequest(4, place(199), 600),)


def test_an_empty_list_misses_nothing() -> None:
    assert RecordRows().missing(0, 50) == ()


def test_a_fetched_block_is_at_hand() -> None:
    rows = thousand()
    rows.fill(4, page(800, more=False))
    assert ids(rows, 800, 999, 400) == ["000800", "000999", ""]
    assert rows.row_of("000801") == 801
    assert rows.row_of("nobody") is None


def test_the_end_turns_out_to_be_earlier_or_later_than_thought() -> None:
    rows = thousand()
    assert rows.foreseen(4, page(800, 50, more=False)) == Filled(800, 849, 850)
    assert rows.foreseen(4, page(800)) == Filled(800, 999, 1001)
    assert rows.foreseen(3, page(600)).total == 1000


def test_no_more_rows_are_shown_than_the_table_can_hold() -> None:
    rows = RecordRows()
    rows.restart(page(0), MOST_ROWS)
    last = MOST_ROWS // BLOCK - 1
    assert rows.foreseen(last, page(MOST_ROWS - BLOCK)).total == MOST_ROWS


def test_after_a_change_old_rows_are_shown_until_they_are_fetched_anew() -> None:
    rows = thousand()
    rows.fill(1, page(200))
    rows.renew(page(1), 999)
    assert ids(rows, 0, 200) == ["000001", "000200"]
    assert rows.missing(0, 399) == (BlockRequest(1, place(200), 0),)
    rows.fill(1, page(201))
    assert ids(rows, 200) == ["000201"]
    assert rows.missing(0, 399) == ()


def test_only_some_blocks_are_kept() -> None:
    rows = RecordRows()
    rows.restart(page(0), 20_000)
    for block in range(1, 60):
        rows.fill(block, page(block * BLOCK))
    assert rows.at_hand == 40
    assert rows.record(59 * BLOCK) is not None
    assert rows.missing(0, 10) == (BlockRequest(0, None, 0),)
