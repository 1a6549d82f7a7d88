"""A case file answers every condition as a plain reading of it does, page by page, in both directions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from integration_console.domain.clock import microseconds
from integration_console.domain.errors import NotFound
from integration_console.domain.folding import folded
from integration_console.domain.log_conditions import (
    EVERYTHING,
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Contains,
    FieldIs,
    Has,
    Lasted,
    LogField,
    Not,
    StatusIs,
    Within,
    holds,
)
from integration_console.domain.logs import LogDetail, LogEntry, LogPlace, LogStatus
from integration_console.storage.case_files import figures, layout
from integration_console.storage.case_files.opening import Container
from integration_console.storage.case_files.reading import CaseFile
from tests.case_builders import CONNECTOR, case_entry, made_up, written_case
from tests.fakes import NOON

ALL = made_up(6000)
MANY = 1 << 40


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> CaseFile:
    """Six blocks and an index over them."""
    path = tmp_path_factory.mktemp("case") / "log.icase"
    written_case(path, ALL)
    return CaseFile(path)


def payload_text(detail: LogDetail) -> str:
    headers = "\n".join(f"{name}: {value}" for name, value in detail.headers)
    return folded(f"{detail.payload}\n{headers}\n{detail.body.decode()}")


def meets(condition: Condition, detail: LogDetail) -> bool:
    """The plain reading, words being looked for in the payload, too."""
    if isinstance(condition, Not):
        return not meets(condition.part, detail)
    if isinstance(condition, AllOf):
        return all(meets(each, detail) for each in condition.parts)
    if isinstance(condition, AnyOf):
        return any(meets(each, detail) for each in condition.parts)
    if isinstance(condition, Contains) and condition.words in payload_text(detail):
        return True
    return holds(condition, detail.entry)


def ids_of(entries: tuple[LogEntry, ...] | list[LogEntry]) -> list[str]:
    return [entry.id for entry in entries]


def some_ids() -> st.SearchStrategy[str]:
    known = [value for d in ALL[:400] for value in (d.entry.id, d.entry.event_id, d.entry.correlation_id) if value]
    return st.sampled_from([*known, CONNECTOR, "x", "", "0197C0DE-0000-7000-8000-00000000cccc"])


def leaves() -> st.SearchStrategy[Condition]:
    words = st.sampled_from(
        [
            "disk",
            "محمد",
            "رساله",
            "caf",
            "café",
            "12",
            "under_score",
            "x",
            "d",
            "k full",
            '"trace":"',
            "request: ",
            "\n",
            "•",
        ]
    )
    hexes = st.integers(0, len(ALL) - 1).map(lambda at: ALL[at].body.decode()[10:18]).filter(bool)
    prefixed = st.tuples(some_ids(), st.integers(0, 36), st.booleans(), st.sampled_from(list(LogField)))
    typed = st.tuples(st.sampled_from(["sync.", "sync.failed", "slack.sign_in", "odoo", "S"]), st.booleans())
    return st.one_of(
        st.one_of(words, hexes).map(lambda found: Contains(folded(found))),
        st.frozensets(st.sampled_from(list(LogStatus))).map(StatusIs),
        prefixed.map(lambda p: FieldIs(p[3], p[0][: p[1]], is_prefix=p[2])),
        typed.map(lambda p: FieldIs(LogField.TYPE, p[0], is_prefix=p[1])),
        typed.map(lambda p: FieldIs(LogField.ERROR, p[0], is_prefix=p[1])),
        st.sampled_from([None, *LogField]).map(Has),
        st.tuples(st.sampled_from(list(Comparison)), st.sampled_from([0.0, 12.5, 700.0, 1e9])).map(
            lambda p: Lasted(*p)
        ),
        st.tuples(st.integers(-10, 6100), st.integers(-10, 6100)).map(
            lambda p: Within(NOON - timedelta(seconds=p[0]), NOON - timedelta(seconds=p[1]))
        ),
    )


def conditions() -> st.SearchStrategy[Condition]:
    return st.recursive(
        leaves(),
        lambda inner: st.one_of(
            inner.map(Not),
            st.lists(inner, max_size=3).map(lambda parts: AllOf(tuple(parts))),
            st.lists(inner, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        ),
        max_leaves=5,
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(condition=conditions())
@example(condition=Contains("•"))
@example(condition=Contains("\n"))
def test_every_condition_is_answered_as_it_reads(case: CaseFile, condition: Condition) -> None:
    wanted = [detail.entry.id for detail in ALL if meets(condition, detail)]
    assert ids_of(case.page(condition, None, MANY).entries) == wanted
    assert case.count(condition, MANY) == len(wanted)
    assert case.count(condition, 3) == min(3, len(wanted))


def test_what_was_put_in_comes_out(case: CaseFile) -> None:
    for number in (0, 1, 1023, 1024, 5999):
        found = case.detail(ALL[number].entry.id)
        assert (found.payload, found.headers, found.content_type, found.body) == (
            ALL[number].payload, ALL[number].headers, ALL[number].content_type, ALL[number].body
        )  # fmt: skip
        position = len(ALL) - number
        assert found.entry == replace(ALL[number].entry, position=position)


def test_an_entry_that_is_not_there_is_not_found(case: CaseFile) -> None:
    with pytest.raises(NotFound):
        case.detail("0197c0de-0000-7000-8000-000000000000")


@pytest.mark.parametrize("condition", [EVERYTHING, Contains("disk"), StatusIs(frozenset({LogStatus.ERROR}))])
def test_pages_lead_down_and_up_through_all_entries(case: CaseFile, condition: Condition) -> None:
    wanted = [detail.entry.id for detail in ALL if meets(condition, detail)]
    found: list[str] = []
    place: LogPlace | None = None
    while True:
        page = case.page(condition, place, 700)
        found += ids_of(page.entries)
        if page.next is None:
            break
        place = page.next
    assert found == wanted
    assert place is not None
    start = [detail.entry.id for detail in ALL].index(place.id)
    up: list[str] = []
    while place is not None:
        page = case.page(condition, place, 700, newer=True)
        up = ids_of(page.entries) + up
        place = page.next
    assert up == [detail.entry.id for detail in ALL[:start] if meets(condition, detail)]


def test_the_entries_just_above_a_place_are_listed_newest_first(case: CaseFile) -> None:
    entry = ALL[2050].entry
    page = case.page(EVERYTHING, LogPlace(entry.created_at, entry.id), 3, newer=True)
    assert ids_of(page.entries) == [detail.entry.id for detail in ALL[2047:2050]]
    assert page.next == LogPlace(ALL[2047].entry.created_at, ALL[2047].entry.id)
    top = case.page(EVERYTHING, LogPlace(ALL[2].entry.created_at, ALL[2].entry.id), 5, newer=True)
    assert (ids_of(top.entries), top.next) == ([detail.entry.id for detail in ALL[:2]], None)


@pytest.mark.parametrize("number", [0, 1, 1023, 1024, 1025, 5999])
def test_how_many_are_above_a_place_is_the_row_of_the_entry_there(case: CaseFile, number: int) -> None:
    entry = ALL[number].entry
    place = LogPlace(entry.created_at, entry.id)
    condition = Contains("disk")
    above = sum(meets(condition, detail) for detail in ALL[:number])
    assert case.count(EVERYTHING, MANY, place) == number
    assert case.count(condition, MANY, place) == above
    assert case.place(EVERYTHING, None, number + 1) == place


def test_places_between_and_beyond_entries_are_understood(case: CaseFile) -> None:
    between = LogPlace(NOON - timedelta(seconds=10, microseconds=1), "")
    assert case.page(EVERYTHING, between, 1).entries[0].id == ALL[11].entry.id
    assert case.page(EVERYTHING, LogPlace(NOON + timedelta(days=1), ""), 1).entries[0].id == ALL[0].entry.id
    assert case.page(EVERYTHING, LogPlace(NOON - timedelta(days=9), ""), 1).entries == ()
    assert case.place(EVERYTHING, None, len(ALL) + 1) is None


def test_the_tail_goes_on_from_a_position(case: CaseFile) -> None:
    entries, position = case.tail(EVERYTHING, len(ALL) - 3, 2)
    assert ids_of(entries) == [ALL[2].entry.id, ALL[1].entry.id]
    entries, position = case.tail(EVERYTHING, position, 2)
    assert (ids_of(entries), position) == ([ALL[0].entry.id], len(ALL))
    assert case.tail(EVERYTHING, len(ALL), 2) == ((), len(ALL))
    entries, position = case.tail(EVERYTHING, 0, MANY)
    assert ids_of(entries) == [detail.entry.id for detail in reversed(ALL)]


def test_entries_of_one_moment_keep_their_order(tmp_path: Path) -> None:
    same = [LogDetail(case_entry(number, created_at=NOON)) for number in range(2500)]
    written_case(tmp_path / "same.icase", same)
    case = CaseFile(tmp_path / "same.icase")
    for number in (0, 1023, 1024, 2047, 2048, 2499):
        place = LogPlace(NOON, same[number].entry.id)
        following = [detail.entry.id for detail in same[number + 1 : number + 3]]
        assert ids_of(case.page(EVERYTHING, place, 2).entries) == following
        above = [detail.entry.id for detail in same[max(0, number - 2) : number]]
        assert ids_of(case.page(EVERYTHING, place, 2, newer=True).entries) == above


def test_counts_are_those_of_the_entries(case: CaseFile) -> None:
    for kind in (figures.HOURS, figures.TYPES):
        counts = case.counts[kind].values()
        assert [sum(count[at] for count in counts) for at in range(len(LogStatus))] == [
            sum(d.entry.status is status for d in ALL) for status in LogStatus
        ]
    hours = figures.hour_counts(case.counts[figures.HOURS], NOON, 3)
    raw = [d.entry for d in ALL if d.entry.created_at >= hours[-1].hour]
    assert hours[-1].error == sum(entry.status is LogStatus.ERROR for entry in raw)
    assert set(case.counts) == {figures.HOURS, figures.TYPES}


def test_a_file_of_the_first_format_is_read_as_it_was(tmp_path: Path) -> None:
    """It also has figures by owner and error code, and a part with durations; it was written when files had them."""
    old, new = Path(__file__).parents[2] / "recordings" / "case_files" / "format-1.icase", tmp_path / "new.icase"
    written_case(new, made_up(60))
    found = []
    for path in (old, new):
        case = CaseFile(path)
        case.require_whole()
        entries = case.page(EVERYTHING, None, 100).entries
        found.append(([case.detail(each.id) for each in entries], case.counts, case.configuration))
        case.close()
    assert found[0] == found[1]
    assert [CaseFile(path).manifest.format for path in (old, new)] == [1, layout.FORMAT]


def test_a_segment_ends_where_its_blocks_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More entries than one segment of an index holds: each segment is asked by itself."""
    for module in ("writing", "indexes"):
        monkeypatch.setattr(f"integration_console.storage.case_files.{module}.layout.SEGMENT_BLOCKS", 4)
    monkeypatch.setattr(layout, "BLOCK_ROWS", 8)
    details = made_up(8 * 9 + 3, seed=3)
    written_case(tmp_path / "long.icase", details)
    case = CaseFile(tmp_path / "long.icase")
    assert len(case.zones) == 10
    for words in ("disk", "محمد", "cafe", details[-1].body.decode()[10:20] or "order"):
        wanted = [d.entry.id for d in details if meets(Contains(words), d)]
        assert ids_of(case.page(Contains(words), None, MANY).entries) == wanted
    assert microseconds(NOON) == case.zones[0].newest


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the chunks that are read from now on."""
    found: list[int] = []
    stored = Container._stored

    def noted(container: Container, number: int, at_most: int) -> bytes:
        found.append(number)
        return stored(container, number, at_most)

    monkeypatch.setattr(Container, "_stored", noted)
    return found


def test_opening_and_the_first_page_read_a_handful_of_chunks(case: CaseFile, reads: list[int]) -> None:
    opened = CaseFile(case._container.path)
    assert len(reads) == 4  # manifest, signature, chain, directory
    opened.page(EVERYTHING, None, 40)
    assert len(reads) == 8  # segments; columns, identifiers and texts of the newest block
    assert opened.count(EVERYTHING, MANY) == len(ALL)
    assert opened.count(Within(since=NOON + timedelta(days=1)), MANY) == 0
    assert len(reads) == 8
    opened.close()


def test_a_rare_string_and_a_piece_of_an_identifier_read_the_blocks_that_have_them(
    case: CaseFile, reads: list[int]
) -> None:
    opened = CaseFile(case._container.path)
    body = next(detail.body.decode() for detail in ALL[3000:] if detail.body)
    for words in (body[10:20], "no such words anywhere"):
        wanted = [detail.entry.id for detail in ALL if meets(Contains(words), detail)]
        reads.clear()
        assert ids_of(opened.page(Contains(words), None, MANY).entries) == wanted
        blocks = {number // layout.CHUNKS_OF_BLOCK for number in reads if 0 <= number < 6 * layout.CHUNKS_OF_BLOCK}
        assert len(blocks) <= len(wanted) + 1
    opened.close()


def test_a_page_is_full_before_the_older_blocks_are_read(case: CaseFile, reads: list[int]) -> None:
    opened = CaseFile(case._container.path)
    reads.clear()
    opened.page(Contains("disk"), None, 20)
    assert not [number for number in reads if layout.CHUNKS_OF_BLOCK <= number < 6 * layout.CHUNKS_OF_BLOCK]
    opened.close()
