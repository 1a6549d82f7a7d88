"""Records in lists, with their history, and in files to take along."""

from __future__ import annotations

import csv
import gc
import io
import json

import pytest

from integration_console.domain.connectors import Connector
from integration_console.domain.errors import NotFound
from integration_console.domain.records import ChangeKind, ExportFormat, RecordFilter, RecordPlace
from integration_console.domain.streams import RecordState, SyncMode
from integration_console.domain.syncs import RunRequest
from integration_console.domain.work import Cancelled, UnattendedWork
from integration_console.operations import records
from integration_console.operations.context import Context
from tests.builders import synced
from tests.fake_source import FakeSource
from tests.fakes import ImpatientWork


@pytest.fixture
def wanted(context: Context, people: Connector, source: FakeSource) -> RecordFilter:
    """Four people, one of them renamed, one gone."""
    for name, city in (("Amina", "Riyadh"), ("أحمد", "القاهرة"), ("Zoë", "100%_sure"), ("Bob", "Riyadh")):
        source.put(name, city=city, tags=[1, None])
    synced(context, RunRequest(people.id))
    source.put("Amina", city="Jeddah", tags=[])
    synced(context, RunRequest(people.id))
    del source.people["Bob"]
    synced(context, RunRequest(people.id, SyncMode.RECONCILE))
    return RecordFilter(people.id, "people")


def found(context: Context, wanted: RecordFilter, text: str) -> list[str]:
    page = records.record_page(context, RecordFilter(wanted.connector_id, wanted.stream, text))
    return [each.title for each in page.records]


def test_records_come_by_title_page_by_page(context: Context, wanted: RecordFilter) -> None:
    first = records.record_page(context, wanted, None, 2)
    assert ([each.title for each in first.records], first.next) == (["Amina", "Zoë"], RecordPlace("Zoë", "Zoë"))
    rest = records.record_page(context, wanted, first.next, 2)
    assert ([each.title for each in rest.records], rest.next) == (["أحمد"], None)
    assert records.record_count(context, wanted) == 3
    assert records.record_count(context, wanted, 2) == 2


def test_a_place_further_down_is_found_without_reading_what_is_between(context: Context, wanted: RecordFilter) -> None:
    assert records.record_place(context, wanted, None, 0) is None
    assert records.record_place(context, wanted, None, 2) == RecordPlace("Zoë", "Zoë")
    assert records.record_place(context, wanted, RecordPlace("Amina", "Amina"), 1) == RecordPlace("Zoë", "Zoë")
    assert records.record_place(context, wanted, None, 9) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("jeddah", ["Amina"]),
        ("100%_", ["Zoë"]),
        ("0_0", []),
        ("القاهرة", ["أحمد"]),
        ("a jed", ["Amina"]),
        ("nobody", []),
    ],
)
def test_every_word_is_looked_for_everywhere(
    context: Context, wanted: RecordFilter, text: str, names: list[str]
) -> None:
    assert found(context, wanted, text) == names


def test_a_record_has_its_history_with_the_contents_before_and_after(context: Context, wanted: RecordFilter) -> None:
    changed, added = records.record_changes(context, wanted.connector_id, "people", "Amina")
    assert (changed.kind, added.kind) == (ChangeKind.UPDATED, ChangeKind.ADDED)
    assert (added.before, added.after) == (None, changed.before)
    assert (changed.after or {})["city"] == "Jeddah"


def test_what_is_gone_is_kept_as_a_tombstone_with_reason_and_time(context: Context, wanted: RecordFilter) -> None:
    bob = records.record(context, wanted.connector_id, "people", "Bob")
    assert (bob.state, bob.removal_reason, bob.content["city"]) == (RecordState.DELETED, "not_found", "Riyadh")
    gone, _ = records.record_changes(context, wanted.connector_id, "people", "Bob")
    assert (gone.kind, gone.after, gone.reason, gone.before) == (ChangeKind.DELETED, None, "not_found", bob.content)
    deleted = RecordFilter(wanted.connector_id, "people", states=frozenset({RecordState.DELETED}))
    assert [each.title for each in records.record_page(context, deleted).records] == ["Bob"]
    with pytest.raises(NotFound):
        records.record(context, wanted.connector_id, "people", "nobody")


def test_what_comes_back_is_added_anew(context: Context, wanted: RecordFilter, source: FakeSource) -> None:
    source.put("Bob", city="Riyadh", tags=[1, None])
    synced(context, RunRequest(wanted.connector_id))
    back = records.record_changes(context, wanted.connector_id, "people", "Bob")
    assert [each.kind for each in back] == [ChangeKind.ADDED, ChangeKind.DELETED, ChangeKind.ADDED]
    assert [each.before is None for each in back] == [True, False, True]


def test_json_lines_hold_every_record_whole(context: Context, wanted: RecordFilter) -> None:
    target = io.BytesIO()
    count = records.export_records(context, wanted, ExportFormat.JSONL, target, UnattendedWork())
    lines = [json.loads(line) for line in target.getvalue().splitlines()]
    assert (count, [each["title"] for each in lines]) == (3, ["Amina", "Zoë", "أحمد"])
    assert lines[0]["content"] == {"name": "Amina", "city": "Jeddah", "tags": []}
    assert list(lines[0]) == ["id", "title", "state", "first_seen", "changed_at", "content"]


def test_a_table_opens_in_spreadsheets_and_runs_nothing_there(
    context: Context, wanted: RecordFilter, source: FakeSource
) -> None:
    source.put("=cmd()", city=None, tags=[], extra={"b": 1})
    synced(context, RunRequest(wanted.connector_id))
    target = io.BytesIO()
    assert records.export_records(context, wanted, ExportFormat.CSV, target, UnattendedWork()) == 4
    assert target.getvalue().startswith(b"\xef\xbb\xbfid,title,state")
    rows = list(csv.DictReader(io.StringIO(target.getvalue().decode("utf-8-sig"))))
    assert [(each["city"], each["name"]) for each in rows] == [
        ("", "'=cmd()"), ("Jeddah", "Amina"), ("100%_sure", "Zoë"), ("القاهرة", "أحمد"),
    ]  # fmt: skip
    assert (rows[0]["extra"], rows[2]["tags"], rows[2]["more"]) == ('{"b":1}', "[1,null]", "")


def test_no_cell_of_a_table_is_a_formula(context: Context, people: Connector, source: FakeSource) -> None:
    source.put("=cmd()", **{"@SUM(A1)": "\n=1", "age": -5})
    synced(context, RunRequest(people.id))
    target = io.BytesIO()
    records.export_records(context, RecordFilter(people.id, "people"), ExportFormat.CSV, target, UnattendedWork())
    heading, row = csv.reader(io.StringIO(target.getvalue().decode("utf-8-sig"), newline=""))
    assert heading[5:] == ["'@SUM(A1)", "age", "name", "more"]
    assert [*row[:2], *row[5:]] == ["'=cmd()", "'=cmd()", "'\n=1", "-5", "'=cmd()", ""]


def test_what_later_records_have_more_stands_in_the_last_column(
    context: Context, wanted: RecordFilter, source: FakeSource
) -> None:
    source.put("أحمد", city="x", tags=[], extra=1)
    synced(context, RunRequest(wanted.connector_id))
    target = io.BytesIO()
    records.export_records(context, wanted, ExportFormat.CSV, target, UnattendedWork())
    assert target.getvalue().decode().splitlines()[-1].endswith('"{""extra"":1}"')


def test_an_empty_table_has_its_heading(context: Context, people: Connector) -> None:
    target = io.BytesIO()
    nothing = RecordFilter(people.id, "people")
    assert records.export_records(context, nothing, ExportFormat.CSV, target, UnattendedWork()) == 0
    assert target.getvalue().decode("utf-8-sig").strip() == "id,title,state,first_seen,changed_at"


def test_an_export_can_be_stopped(context: Context, wanted: RecordFilter) -> None:
    with pytest.raises(Cancelled):
        records.export_records(context, wanted, ExportFormat.JSONL, io.BytesIO(), ImpatientWork(0))


def test_a_table_that_is_stopped_leaves_its_file_open(context: Context, wanted: RecordFilter) -> None:
    target = io.BytesIO()
    with pytest.raises(Cancelled):
        records.export_records(context, wanted, ExportFormat.CSV, target, ImpatientWork(0))
    gc.collect()
    assert not target.closed
