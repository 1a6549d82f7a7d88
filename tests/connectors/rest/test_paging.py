"""Lists that are handed out in every way: all of it, what changed, what is gone, and after an interruption."""

from __future__ import annotations

import pytest

from integration_console.connectors.mapping import Expression
from integration_console.connectors.rest.description import PageKind, Paging
from integration_console.connectors.rest.pages import next_target
from integration_console.domain.errors import (
    AnswerShapeUnknown,
    NextPageElsewhere,
    PagesEndless,
    PagesTooMany,
    RemoteNotFound,
)
from integration_console.domain.streams import RecordState, SyncMode
from integration_console.sandbox import RestSandbox
from tests.connectors.rest.reading import ITEMS, WAYS, Reading
from tests.fakes import TurnableClock

FULL, INCREMENTAL, RECONCILE = SyncMode.FULL, SyncMode.INCREMENTAL, SyncMode.RECONCILE
ALL = set(range(1, 26))


@pytest.fixture(params=sorted(WAYS))
def any_way(request: pytest.FixtureRequest, reading: Reading) -> Reading:
    return reading.by(request.param)


def test_a_full_sync_brings_everything(any_way: Reading, sandbox: RestSandbox) -> None:
    any_way.sync(FULL)
    assert any_way.ids() == ALL
    assert {each.content["name"] for each in any_way.store.records.values()} == {
        row["name"] for row in sandbox.rows.all()
    }
    assert any_way.store.pages[-1].swept == ("",)


def test_an_incremental_sync_brings_what_changed(any_way: Reading, sandbox: RestSandbox, clock: TurnableClock) -> None:
    any_way.sync(FULL)
    clock.turn(minutes=5)
    sandbox.rows.change(7, name="Renamed")
    sandbox.rows.archive(8)
    sandbox.rows.mark_deleted(9)
    new = sandbox.rows.add("New")
    assert sorted(any_way.sync(INCREMENTAL)) == [
        ("added", str(new)),
        ("deleted", "9"),
        ("updated", "7"),
        ("updated", "8"),
    ]
    assert any_way.store.records["7"].title == "Renamed"
    assert any_way.store.records["8"].state is RecordState.ARCHIVED
    assert any_way.sync(INCREMENTAL) == []


def test_an_incremental_sync_without_a_cursor_reads_everything(any_way: Reading) -> None:
    any_way.sync(INCREMENTAL)
    assert any_way.ids() == ALL
    assert any_way.store.pages[-1].swept == ("",)


@pytest.mark.parametrize("mode", [FULL, RECONCILE])
def test_what_is_gone_without_a_trace_is_found(any_way: Reading, sandbox: RestSandbox, mode: SyncMode) -> None:
    any_way.sync(FULL)
    sandbox.rows.delete(25)
    sandbox.rows.delete(3)
    any_way.sync(mode)
    assert any_way.store.gone == {"3": "not_found", "25": "not_found"}
    assert any_way.ids() == ALL - {3, 25}


def test_a_comparison_leaves_the_cursor_where_it_is(any_way: Reading, clock: TurnableClock) -> None:
    any_way.sync(FULL)
    before = any_way.store.cursor
    any_way.sandbox.rows.change(1, name="Newer")
    clock.turn(hours=1)
    any_way.sync(RECONCILE)
    assert (any_way.store.cursor, any_way.store.records["1"].title) == (before, "Newer")


def test_an_interrupted_run_goes_on_after_the_last_page(any_way: Reading, sandbox: RestSandbox) -> None:
    any_way.sync(FULL, pages=1)
    asked = len(sandbox.asked)
    assert asked == 1
    any_way.sync(FULL)
    assert any_way.ids() == ALL
    pages = len(any_way.store.pages)
    assert [each.checkpoint is not None for each in any_way.store.pages] == [*([True] * (pages - 1)), False][:pages]


@pytest.mark.parametrize("way", ["page", "more", "offset"])
def test_a_record_that_slips_by_while_a_numbered_list_moves_is_not_taken_for_gone(
    reading: Reading, sandbox: RestSandbox, way: str
) -> None:
    reading.by(way).sync(FULL)
    sandbox.newest_first = True
    oldest = min(sandbox.rows.all(), key=lambda row: str(row["updated_at"]))
    reading.sync(RECONCILE, pages=1)
    sandbox.rows.change(oldest["id"], name="Moved to the front")
    reading.sync(RECONCILE)
    assert (reading.store.pages[-1].swept, reading.store.gone) == ((), {})
    reading.sync(RECONCILE)
    assert (reading.store.pages[-1].swept, reading.ids()) == (("",), ALL)


def test_a_checkpoint_of_another_way_counts_for_nothing(reading: Reading) -> None:
    reading.by("page").sync(FULL, pages=1)
    reading.by("cursor").sync(FULL)
    assert reading.ids() == ALL


def test_pages_are_asked_for_by_the_names_of_the_description(reading: Reading, sandbox: RestSandbox) -> None:
    reading.by("more").sync(FULL)
    assert [fields for _, fields in sandbox.asked] == [{"page": str(page), "per_page": "10"} for page in (1, 2, 3)]
    sandbox.asked.clear()
    reading.by("search").sync(RECONCILE)
    assert [sorted(fields) for _, fields in sandbox.asked] == [["limit", "sort"], *([["cursor", "limit", "sort"]] * 2)]


def test_a_source_that_hands_out_fewer_than_asked_is_read_to_its_end(reading: Reading, sandbox: RestSandbox) -> None:
    for number in range(500):
        sandbox.rows.add(f"More {number}")
    greedy = Paging(PageKind.PAGE, "page", 1, "per_page", 1_000)
    reading.by("page", paging=greedy).sync(FULL)
    assert len(reading.ids()) == 525


def test_the_path_may_have_a_query_of_its_own(reading: Reading, sandbox: RestSandbox) -> None:
    reading.by("all", path="/all?view=wide", query={"sort": "id"}).sync(FULL)
    assert sandbox.asked == [("/v1/all", {"view": "wide", "sort": "id"})]


# ------------------------------------------------------------------------------------------------------ never endless
@pytest.mark.parametrize("way", ["page", "cursor", "search"])
def test_pages_that_come_again_end_the_run(reading: Reading, sandbox: RestSandbox, way: str) -> None:
    sandbox.stuck = True
    with pytest.raises(PagesEndless) as raised:
        reading.by(way).sync(FULL)
    assert raised.value.params["host"] == "127.0.0.1"
    assert reading.store.gone == {}


def test_a_cursor_that_stays_while_the_pages_are_empty_ends_the_run(reading: Reading, sandbox: RestSandbox) -> None:
    sandbox.stuck = True
    for number in range(2, 26):
        sandbox.rows.delete(number)
    with pytest.raises(PagesEndless):
        reading.by("cursor").sync(FULL)


def test_a_misspelt_parameter_is_noticed(reading: Reading) -> None:
    with pytest.raises(PagesEndless):
        reading.by("page", paging=Paging(PageKind.PAGE, "pgae", 1, "per_page", 10)).sync(FULL)


def test_a_run_reads_no_more_pages_than_it_may(reading: Reading) -> None:
    with pytest.raises(PagesTooMany) as raised:
        reading.by("cursor", most_pages=2).sync(FULL)
    assert raised.value.params == {"host": "127.0.0.1", "pages": "2"}


def test_a_cursor_must_be_text_or_a_number(reading: Reading) -> None:
    wrong = Paging(PageKind.CURSOR, "cursor", 0, "limit", 10, Expression("items[0]"))
    with pytest.raises(AnswerShapeUnknown) as raised:
        reading.by("cursor", paging=wrong).sync(FULL)
    assert (raised.value.params["what"], raised.value.params["path"]) == ("cursor", "items[0]")


def test_the_first_page_must_be_there(reading: Reading) -> None:
    with pytest.raises(RemoteNotFound):
        reading.by("page", path="/nothing").sync(FULL)


def test_a_system_that_is_not_there_in_the_middle_of_a_run_loses_nothing(
    reading: Reading, sandbox: RestSandbox
) -> None:
    reading.by("django").sync(FULL)
    reading.sync(RECONCILE, pages=1)
    sandbox.away = True
    with pytest.raises(RemoteNotFound):
        reading.sync(RECONCILE)
    assert reading.ids() == ALL


# ---------------------------------------------------------------------------------------------------------- the links
@pytest.mark.parametrize("elsewhere", ["http://127.0.0.1:1", "https://evil.example", "http://u@127.0.0.1", "http://[x"])
def test_a_link_to_another_server_is_not_followed(reading: Reading, sandbox: RestSandbox, elsewhere: str) -> None:
    sandbox.elsewhere = elsewhere
    with pytest.raises(NextPageElsewhere):
        reading.by("link").sync(FULL)


def test_a_link_may_be_relative(reading: Reading, sandbox: RestSandbox) -> None:
    sandbox.elsewhere = " "
    reading.by("link").sync(FULL)
    assert [fields.get("page") for _, fields in sandbox.asked] == [None, "2", "3"]


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ('<https://a/x?page=2>; rel="next"', "https://a/x?page=2"),
        ('</x?a=1,2&b=;>; rel="prev first", </y>; title="a, b; rel=x"; rel=next', "/y"),
        ('<y>; REL="prev NEXT"', "y"),
        ('<y>;rel = "next"', "y"),
        ('<y>; rel="nextish"', ""),
        ("<y>", ""),
        ("no link at all", ""),
        ("", ""),
    ],
)
def test_link_headers_are_read_as_they_are_written(header: str, target: str) -> None:
    assert next_target(header) == target


# ---------------------------------------------------------------------------------------------------------- the shape
@pytest.mark.parametrize(
    ("changed", "what", "path"),
    [
        ({"records": Expression("nothing.here")}, "list", "nothing.here"),
        ({"records": None}, "list", "@"),
        ({"records": Expression("items[].name")}, "record", "items[].name"),
        ({"id": Expression("contact")}, "id", "contact"),
        ({"id": Expression("nothing")}, "id", "nothing"),
        ({"id": Expression("archived")}, "id", "archived"),
    ],
)
def test_an_answer_of_another_shape_is_named_by_its_path(
    reading: Reading, changed: dict[str, Expression | None], what: str, path: str
) -> None:
    with pytest.raises(AnswerShapeUnknown) as raised:
        reading.by("page", **changed).sync(FULL)
    assert raised.value.params == {"host": "127.0.0.1", "what": what, "path": path}


def test_only_what_the_description_names_is_kept(reading: Reading) -> None:
    reading.by("page", content={"mail": Expression("contact.email"), "no": Expression("nothing")}).sync(FULL)
    assert reading.store.records["4"].content == {"mail": "person4@example.com", "no": None}


@pytest.mark.parametrize(
    ("title", "shown"), [(None, "4"), ("contact", '{"email": "person4@example.com"}'), ("deleted_at", "4")]
)
def test_a_record_without_a_title_is_shown_by_its_id(reading: Reading, title: str | None, shown: str) -> None:
    reading.by("all", record_title=Expression(title) if title else None).sync(FULL)
    assert reading.store.records["4"].title == shown


def test_a_stream_without_changes_is_always_read_whole(reading: Reading, sandbox: RestSandbox) -> None:
    reading.by("page", records=ITEMS, changes=None).sync(INCREMENTAL)
    sandbox.rows.delete(2)
    reading.sync(INCREMENTAL)
    assert (reading.store.gone, reading.store.cursor) == ({"2": "not_found"}, None)
    assert reading.stream.shown.modes == (FULL, RECONCILE)
