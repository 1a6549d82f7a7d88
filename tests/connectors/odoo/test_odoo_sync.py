"""Syncs of an Odoo connector against an Odoo in miniature: nothing is missed, nothing is read twice in vain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest

from integration_console.connectors.http import HttpClients
from integration_console.connectors.odoo import OdooConnectorType
from integration_console.domain.errors import (
    InvalidInput,
    OdooAccessDenied,
    OdooUnavailable,
    RateLimited,
    SyncUnavailable,
    UnexpectedAnswer,
)
from integration_console.domain.forms import Value
from integration_console.domain.streams import RecordState, SyncMode, SyncRequest
from integration_console.domain.work import Cancelled, UnattendedWork
from integration_console.sandbox import OdooSandbox
from integration_console.sandbox.odoo_people import Role
from tests.connectors.odoo.kept import Kept
from tests.fakes import ImpatientWork, TurnableClock, access

FULL, INCREMENTAL, RECONCILE = SyncMode.FULL, SyncMode.INCREMENTAL, SyncMode.RECONCILE
KeepOf = Callable[[OdooSandbox], Kept]


# ------------------------------------------------------------------------------------------------------------ all of it
@pytest.mark.parametrize("stream", ["employees", "departments", "jobs"])
def test_every_version_gives_the_same_records(any_version: OdooSandbox, keep_of: KeepOf, stream: str) -> None:
    kept = keep_of(any_version)
    kept.sync(FULL, stream)
    with OdooSandbox(employees=25, clock=any_version.now) as newest:
        other = keep_of(newest)
        other.sync(FULL, stream)
    assert kept.records == other.records
    assert {"employees": 25, "departments": 9, "jobs": 6}[stream] == len(kept.records)


def test_an_employee_has_plain_names(kept: Kept, sandbox: OdooSandbox) -> None:
    new = sandbox.data.add_employee(
        name="ليلى Müller", work_email="l@corp.example", job_id=3, department_id=5, parent_id=1
    )
    kept.sync(FULL)
    assert kept.content(new) == {
        "id": new,
        "name": "ليلى Müller",
        "work_email": "l@corp.example",
        "work_phone": None,
        "mobile_phone": None,
        "job_title": "Experienced Developer",
        "job": {"id": 3, "name": "Experienced Developer"},
        "department": {"id": 5, "name": "Management / Research & Development / Platform"},
        "manager": {"id": 1, "name": kept.content(1)["name"]},
        "active": True,
    }
    assert kept.records[str(new)].title == "ليلى Müller"


def test_an_employee_with_nothing_but_a_name_has_nothing_else(kept: Kept, sandbox: OdooSandbox) -> None:
    new = sandbox.data.add_employee(name="Blank")
    kept.sync(FULL)
    content = kept.content(new)
    assert [name for name, value in content.items() if value is None] == [
        *("work_email", "work_phone", "mobile_phone", "job", "department", "manager")
    ]
    assert content["job_title"] == ""


def test_a_department_has_its_full_path(kept: Kept) -> None:
    kept.sync(FULL, "departments")
    assert kept.content(6) == {
        "id": 6,
        "name": "Reliability",
        "path": "Management / Research & Development / Platform / Reliability",
        "parent": {"id": 5, "name": "Management / Research & Development / Platform"},
        "manager": {"id": 6, "name": kept.content(6)["manager"]["name"]},
        "active": True,
    }


def test_a_circle_of_departments_and_an_own_manager_cost_nothing(kept: Kept, sandbox: OdooSandbox) -> None:
    sandbox.data.move_department(1, 6)
    kept.sync(FULL, "departments")
    assert kept.content(1)["parent"]["id"] == 6
    kept = replace(kept, records={}, cursor=None)
    kept.sync(FULL)
    assert kept.content(1)["manager"]["id"] == 1


def test_an_archived_employee_is_kept_as_archived(kept: Kept, sandbox: OdooSandbox, clock: TurnableClock) -> None:
    kept.sync(FULL)
    clock.turn(minutes=10)
    sandbox.data.archive_employee(4)
    kept.sync(INCREMENTAL)
    assert kept.changed == {"4"}
    assert kept.records["4"].state is RecordState.ARCHIVED
    assert kept.content(4)["active"] is False


def test_names_come_in_the_language_of_the_form(kept: Kept) -> None:
    kept.values = {**kept.values, "language": "ar_001"}
    kept.sync(FULL, "departments")
    assert kept.content(3)["path"] == "الإدارة / المبيعات"


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        ("job_title || job.name || ''", "Consultant"),
        ("job.name", "Consultant"),
        ("department.name", "Management"),
        ("nothing.here", ""),
        ("active && 'works' || 'left'", "works"),
        ("[name, job_title]", '["Nora", "Consultant"]'),
        ("length(work_email)", ""),
    ],
)
def test_the_job_title_is_what_its_mapping_says(kept: Kept, sandbox: OdooSandbox, mapping: str, expected: str) -> None:
    new = sandbox.data.add_employee(name="Nora", job_id=2, department_id=1)
    kept.values = {**kept.values, "job_title_mapping": mapping}
    kept.sync(FULL)
    assert kept.content(new)["job_title"] == expected


def test_without_a_title_of_its_own_the_job_s_name_counts(kept: Kept, sandbox: OdooSandbox) -> None:
    new = sandbox.data.add_employee(name="Nora", job_id=2)
    sandbox.data.change_employee(new, job_title=False)
    kept.sync(FULL)
    assert kept.content(new)["job_title"] == "Consultant"


# ---------------------------------------------------------------------------------------------------------- the cursor
def test_the_cursor_is_the_newest_change_by_the_server_s_clock(kept: Kept, sandbox: OdooSandbox) -> None:
    sandbox.skew_clock(-86_400 * 300)
    sandbox.data.tables.rows["hr.employee"].clear()
    sandbox.data.add_employee(name="Dated by a wrong clock")
    kept.sync(FULL)
    assert kept.cursor == {"since": "2026-01-26 08:00:00"}


def test_the_cursor_moves_on_where_nothing_is_written(kept: Kept, clock: TurnableClock) -> None:
    kept.sync(FULL)
    assert kept.cursor == {"since": "2026-11-22 07:50:00"}
    clock.turn(hours=1)
    kept.sync(INCREMENTAL)
    assert kept.cursor == {"since": "2026-11-22 08:50:00"}
    assert [len(page.records) for page in kept.pages] == [0]


def test_a_row_dated_in_the_future_does_not_hide_later_changes(
    kept: Kept, sandbox: OdooSandbox, clock: TurnableClock
) -> None:
    sandbox.skew_clock(86_400)
    sandbox.data.change_employee(1, name="Of tomorrow")
    sandbox.skew_clock(0)
    kept.sync(FULL)
    assert kept.cursor == {"since": "2026-11-22 08:00:00"}
    clock.turn(hours=1)
    sandbox.data.change_employee(2, name="Of today")
    kept.sync(INCREMENTAL)
    assert kept.content(2)["name"] == "Of today"


def test_a_change_during_the_crawl_is_found_by_the_next_sync(
    kept: Kept, sandbox: OdooSandbox, clock: TurnableClock
) -> None:
    class Busy(UnattendedWork):
        looks = 0

        def stop_if_cancelled(self) -> None:
            self.looks += 1
            if self.looks == 3:  # the first page is read
                clock.turn(hours=1)
                sandbox.data.change_employee(2, name="Changed behind the crawl")
                sandbox.data.change_employee(25, name="Changed before the crawl")

    kept.sync(FULL, work=Busy())
    assert kept.content(25)["name"] == "Changed before the crawl"
    assert kept.content(2)["name"] != "Changed behind the crawl"
    kept.sync(INCREMENTAL)
    assert kept.content(2)["name"] == "Changed behind the crawl"


def test_an_incremental_sync_asks_only_for_what_changed(kept: Kept, sandbox: OdooSandbox, clock: TurnableClock) -> None:
    kept.sync(FULL)
    clock.turn(hours=1)
    sandbox.data.change_employee(7, work_phone="1")
    new = sandbox.data.add_employee(name="New")
    kept.sync(INCREMENTAL)
    assert kept.changed == {"7", str(new)}
    clock.turn(hours=1)
    kept.sync(INCREMENTAL)
    clock.turn(hours=1)
    sandbox.data.change_employee(8, work_phone="2")
    kept.sync(INCREMENTAL)
    assert [record.external_id for page in kept.pages for record in page.records] == ["8"]
    assert kept.pages[-1].swept == ()


def test_without_a_cursor_an_incremental_sync_reads_everything(kept: Kept) -> None:
    kept.sync(INCREMENTAL)
    assert len(kept.records) == 25
    assert kept.pages[-1].swept == ("",)
    assert kept.cursor is not None


@pytest.mark.parametrize("cursor", [{}, {"since": ""}, {"since": "yesterday"}, {"since": 7}, {"other": "x"}])
def test_a_cursor_that_cannot_be_read_counts_as_none(kept: Kept, cursor: dict[str, object]) -> None:
    kept.cursor = cursor
    kept.sync(INCREMENTAL)
    assert len(kept.records) == 25


def test_a_row_that_was_committed_late_is_found(kept: Kept, sandbox: OdooSandbox, clock: TurnableClock) -> None:
    kept.sync(FULL)
    clock.turn(seconds=110)
    sandbox.data.add_employee(name="In time")
    kept.sync(INCREMENTAL)
    late = sandbox.data.add_employee_late(109, name="Began before the other, ended after it")
    kept.sync(INCREMENTAL)
    assert str(late) in kept.records


def test_rows_of_one_second_are_all_found_over_page_borders(
    any_version: OdooSandbox, keep_of: KeepOf, clock: TurnableClock
) -> None:
    kept = keep_of(any_version)
    kept.sync(FULL)
    clock.turn(hours=1)
    changed = [24, 3, 17, 1, 22, 9, 5, 12, 2, 25, 8, 14, 11, 20, 6, 7, 23, 4, 16, 10, 13, 21]
    for employee_id in changed:
        clock.turn(microseconds=900)  # later ids first, within one second
        any_version.data.change_employee(employee_id, work_phone="+1")
    kept.sync(INCREMENTAL)
    assert kept.changed == {str(each) for each in changed}
    assert len(kept.pages) == 3


# --------------------------------------------------------------------------------------------- what dates do not tell
def test_a_deletion_is_found_by_a_comparison_and_not_before(kept: Kept, sandbox: OdooSandbox) -> None:
    kept.sync(FULL)
    cursor = kept.cursor
    sandbox.data.delete_employees(5, 25)
    kept.sync(INCREMENTAL)
    assert kept.gone == set()
    kept.sync(RECONCILE)
    assert kept.gone == {"5", "25"}
    assert kept.cursor == cursor
    assert [page.cursor for page in kept.pages] == [None, None, None]


def test_a_renamed_department_is_found_by_a_comparison(kept: Kept, sandbox: OdooSandbox, clock: TurnableClock) -> None:
    kept.sync(FULL)
    clock.turn(hours=1)
    sandbox.data.rename_department(1, "Board")
    kept.sync(INCREMENTAL)
    assert kept.changed == set()
    kept.sync(RECONCILE)
    assert kept.changed == {str(row["id"]) for row in sandbox.data.employees}
    assert {record.content["department"]["name"].split(" / ")[0] for record in kept.records.values()} == {"Board"}


def test_a_new_contract_moves_the_date_only_before_odoo_19(
    any_version: OdooSandbox, keep_of: KeepOf, clock: TurnableClock
) -> None:
    kept = keep_of(any_version)
    kept.sync(FULL)
    clock.turn(hours=1)
    any_version.data.change_contract(3, job_title="Head of Everything")
    kept.sync(INCREMENTAL)
    assert kept.changed == (set() if any_version.major == 19 else {"3"})
    kept.sync(RECONCILE)
    assert kept.content(3)["job_title"] == "Head of Everything"


def test_a_deleted_department_and_a_renamed_job_are_found_by_a_comparison(kept: Kept, sandbox: OdooSandbox) -> None:
    new = sandbox.data.add_employee(name="Nora", job_id=2, department_id=9)
    kept.sync(FULL)
    sandbox.data.delete_department(9)
    sandbox.data.rename_job(2, "Adviser")
    kept.sync(RECONCILE)
    assert kept.content(new)["department"] is None
    assert kept.content(new)["job"] == {"id": 2, "name": "Adviser"}


def test_a_write_that_changes_nothing_costs_one_row_and_no_change(
    kept: Kept, sandbox: OdooSandbox, clock: TurnableClock
) -> None:
    kept.sync(FULL)
    clock.turn(hours=1)
    sandbox.data.change_employee(3)
    kept.sync(INCREMENTAL)
    assert kept.changed == set()
    assert [len(page.records) for page in kept.pages] == [1]


def test_an_odoo_without_employees_sweeps_what_was_there(kept: Kept, sandbox: OdooSandbox) -> None:
    kept.sync(FULL)
    sandbox.data.delete_employees(*range(1, 26))
    kept.sync(FULL)
    assert kept.records == {}
    assert kept.gone == {str(each) for each in range(1, 26)}


# -------------------------------------------------------------------------------------------------------- interruptions
@pytest.mark.parametrize("mode", [FULL, RECONCILE])
def test_an_interrupted_sync_goes_on_where_it_stopped(kept: Kept, sandbox: OdooSandbox, mode: SyncMode) -> None:
    kept.sync(mode, pages=1)
    assert kept.checkpoint is not None
    sandbox.data.delete_employees(25)
    kept.sync(mode)
    assert [record.external_id for record in kept.pages[0].records][:1] == ["11"]
    assert len(kept.records) == 24


def test_an_interrupted_incremental_sync_goes_on_where_it_stopped(
    kept: Kept, sandbox: OdooSandbox, clock: TurnableClock
) -> None:
    kept.sync(FULL)
    clock.turn(hours=1)
    for employee_id in range(1, 16):
        sandbox.data.change_employee(employee_id, work_phone="+1")
    kept.sync(INCREMENTAL, pages=1)
    kept.sync(INCREMENTAL)
    assert kept.changed == {"11", "12", "13", "14", "15"}
    assert kept.pages[-1].swept == ()
    assert kept.cursor == {"since": "2026-11-22 09:00:00"}


def test_pages_tell_how_many_records_there_are(kept: Kept, sandbox: OdooSandbox, clock: TurnableClock) -> None:
    kept.sync(FULL, pages=1)
    kept.sync(FULL)
    assert [page.total for page in kept.pages] == [25, 25]
    clock.turn(hours=1)
    for employee_id in range(1, 13):
        sandbox.data.change_employee(employee_id)
    kept.sync(INCREMENTAL)
    assert [page.total for page in kept.pages] == [12, 12]
    kept.sync(FULL, "jobs")
    assert [page.total for page in kept.pages] == [None]


def test_a_sync_stops_between_pages_when_it_is_cancelled(kept: Kept) -> None:
    with pytest.raises(Cancelled):
        kept.sync(FULL, work=ImpatientWork(2))
    assert len(kept.pages) == 1


def test_a_page_that_broke_off_is_asked_for_again(kept: Kept, sandbox: OdooSandbox) -> None:
    sandbox.weather("drop", times=2)
    kept.sync(FULL)
    assert len(kept.records) == 25


def test_a_gateway_that_fails_for_long_is_tried_again_later(kept: Kept, sandbox: OdooSandbox) -> None:
    kept.sync(FULL, pages=1)
    sandbox.weather("502", times=None)
    with pytest.raises(OdooUnavailable) as caught:
        kept.sync(FULL)
    assert caught.value.retriable
    sandbox.weather("clear")
    kept.sync(FULL)
    assert len(kept.records) == 25


def test_a_pause_that_odoo_asks_for_is_kept(kept: Kept, sandbox: OdooSandbox) -> None:
    sandbox.weather("429", retry_after=30)
    with pytest.raises(RateLimited) as caught:
        kept.sync(FULL)
    assert caught.value.params["seconds"] == "30"
    with pytest.raises(RateLimited):
        kept.sync(FULL)
    assert sandbox.calls == ()


# --------------------------------------------------------------------------------------------------------------- rights
@pytest.mark.parametrize("mode", list(SyncMode))
def test_without_rights_every_sync_reads_all_public_profiles(
    any_version: OdooSandbox, keep_of: KeepOf, mode: SyncMode
) -> None:
    kept = keep_of(any_version)
    kept.sync(FULL)
    titles = {key: record.content["job_title"] for key, record in kept.records.items()}
    any_version.data.change_role(9, Role.INTERNAL)
    any_version.data.archive_employee(4)  # a public profile's date does not tell of this
    any_version.data.delete_employees(5)
    cursor = kept.cursor
    kept.sync(mode)
    assert kept.records["4"].state is RecordState.ARCHIVED
    assert kept.gone == {"5"}
    assert kept.cursor == cursor
    del titles["5"]
    assert {key: record.content["job_title"] for key, record in kept.records.items()} == titles


def test_a_checkpoint_of_other_rights_is_not_gone_on_from(kept: Kept, sandbox: OdooSandbox) -> None:
    kept.sync(FULL, pages=2)
    sandbox.data.change_role(9, Role.INTERNAL)
    kept.sync(FULL)
    assert sum(len(page.records) for page in kept.pages) == 25


def test_a_portal_user_may_read_nothing(kept: Kept, sandbox: OdooSandbox) -> None:
    sandbox.data.change_role(9, Role.PORTAL)
    with pytest.raises(OdooAccessDenied):
        kept.sync(FULL)


# -------------------------------------------------------------------------------------------------------- conversations
def test_xml_rpc_signs_in_once(clock: TurnableClock, keep_of: KeepOf) -> None:
    with OdooSandbox(version=18, employees=25, clock=clock.now) as odoo:
        keep_of(odoo).sync(FULL)
        assert odoo.calls.count("authenticate") == 1
        assert odoo.cookies_seen == 0


def test_no_cookie_is_sent_back(kept: Kept, sandbox: OdooSandbox) -> None:
    kept.sync(FULL)
    assert sandbox.cookies_seen == 0
    assert sandbox.calls == (
        *("res.users.context_get", "res.users.context_get", "res.users.has_group"),
        *("hr.employee.search_read", "hr.employee.search_read", "hr.employee.search_count"),
        *("hr.employee.search_read", "hr.employee.search_read"),
    )


@pytest.mark.parametrize("rows", [[{"id": 1}] * 10, [{"name": "no id"}], ["no row"], {"id": 1}, None])
def test_a_server_that_answers_the_same_rows_for_ever_is_not_followed(rows: object) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        told = {"version_info": [19, 0], "version": "19.0"}
        named = {"version": told, "context_get": {"uid": 2, "lang": "en_US"}, "has_group": True, "search_count": 10}
        return httpx.Response(200, json=named.get(request.url.path.rpartition("/")[2], rows))

    kind = OdooConnectorType(HttpClients(transport=httpx.MockTransport(answer)))
    asked: dict[str, Value] = {"base_url": "https://odoo.example", "secret": "k", "page_size": 10}
    with pytest.raises(UnexpectedAnswer):
        list(kind.sync(access(asked), SyncRequest("employees", RECONCILE), UnattendedWork()))


@pytest.mark.parametrize(
    ("records", "streams"),
    [("all", ["employees", "departments", "jobs"]), ("employees", ["employees"]), ("departments", ["departments"])],
)
def test_the_form_chooses_the_streams(kind: OdooConnectorType, records: str, streams: list[str]) -> None:
    assert [stream.key for stream in kind.streams({"records": records})] == streams


def test_a_stream_that_was_not_chosen_cannot_be_synced(kind: OdooConnectorType, values: dict[str, Value]) -> None:
    chosen = access({**values, "records": "departments"})
    with pytest.raises(SyncUnavailable):
        next(iter(kind.sync(chosen, SyncRequest("jobs", FULL), UnattendedWork())))


def test_an_incomplete_form_cannot_be_synced(kind: OdooConnectorType) -> None:
    with pytest.raises(InvalidInput):
        next(iter(kind.sync(access({}), SyncRequest("jobs", FULL), UnattendedWork())))
