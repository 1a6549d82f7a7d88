"""The Odoo in miniature: versions, accounts, changes, weather; spoken to by Python's XML-RPC client and by httpx."""

from __future__ import annotations

import xmlrpc.client
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from integration_console.sandbox import OdooSandbox, Weather
from integration_console.sandbox.odoo_people import Role
from tests.fakes import TurnableClock

MORNING = datetime(2026, 11, 22, 8, 0, 0, 250_000, tzinfo=UTC)


@pytest.fixture
def clock() -> TurnableClock:
    return TurnableClock(MORNING)


@pytest.fixture
def odoo(clock: TurnableClock) -> Iterator[OdooSandbox]:
    with OdooSandbox(employees=20, clock=clock.now) as running:
        yield running


@pytest.fixture
def http(odoo: OdooSandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=odoo.base_url, trust_env=False, timeout=1) as client:
        yield client


def json2(http: httpx.Client, odoo: OdooSandbox, path: str, role: Role = Role.HR_OFFICER, **named: Any) -> Any:
    headers = {"Authorization": f"Bearer {odoo.keys[role]}"}
    return http.post(f"/json/2/{path}", json=named, headers=headers).json()


def dated(odoo: OdooSandbox, employee_id: int) -> str:
    return str(next(row["write_date"] for row in odoo.data.employees if row["id"] == employee_id))


# ------------------------------------------------------------------------------------------------------------ versions
@pytest.mark.parametrize(("version", "status"), [(17, 404), (18, 404), (19, 200)])
def test_only_odoo_19_has_the_new_addresses(version: int, status: int) -> None:
    with OdooSandbox(version=version) as odoo, httpx.Client(base_url=odoo.base_url, trust_env=False) as http:
        assert http.get("/web/version").status_code == status
        called = http.post(
            "/json/2/hr.job/search_count", json={"domain": []}, headers={"Authorization": f"Bearer {odoo.api_key}"}
        )
        assert called.status_code == status


@pytest.mark.parametrize("version", [17, 18, 19])
def test_python_s_own_client_understands_it(version: int) -> None:
    with OdooSandbox(version=version, employees=20) as odoo:
        with xmlrpc.client.ServerProxy(f"{odoo.base_url}/xmlrpc/2/common") as common:
            told: Any = common.version()
            uid: Any = common.authenticate(odoo.database, odoo.login, odoo.password, {})
        with xmlrpc.client.ServerProxy(f"{odoo.base_url}/xmlrpc/2/object") as models:
            sent = (odoo.database, uid, odoo.password, "hr.employee")
            rows: Any = models.execute_kw(*sent, "search_read", [[["id", "<", 3]]], {"fields": ["name"], "order": "id"})
            with pytest.raises(xmlrpc.client.Fault) as caught:
                models.execute_kw(*sent, "search_read", [[["id", "=", 1]]], {"fields": ["nonsense"]})
    assert told["server_version_info"][0] == version
    assert [row["name"] for row in rows] == [row["name"] for row in odoo.data.employees[:2]]
    assert caught.value.faultCode == 1


def test_the_same_seed_makes_the_same_people_of_any_number() -> None:
    many, few = OdooSandbox(employees=5_000), OdooSandbox(employees=3)
    names = [row["name"] for row in many.data.employees]
    assert len(names) == 5_000
    assert [row["name"] for row in few.data.employees] == names[:3]
    assert [row["name"] for row in OdooSandbox(employees=3, seed=2).data.employees] != names[:3]
    assert any("ل" in name for name in names)


def test_it_starts_and_stops_as_often_as_wanted(odoo: OdooSandbox) -> None:
    address = odoo.base_url
    odoo.start()
    odoo.stop()
    odoo.stop()
    odoo.start()
    assert odoo.base_url == address


# ------------------------------------------------------------------------------------------------------------- changes
def test_dates_are_told_in_seconds_and_sorted_by_less(
    odoo: OdooSandbox, http: httpx.Client, clock: TurnableClock
) -> None:
    clock.turn(minutes=1)
    odoo.data.change_employee(9)
    clock.turn(milliseconds=100)
    odoo.data.change_employee(4)
    since = [["write_date", ">=", "2026-11-22 08:01:00"]]
    rows = json2(http, odoo, "hr.employee/search_read", domain=since, fields=["write_date"], order="write_date")
    assert rows == [{"id": 9, "write_date": "2026-11-22 08:01:00"}, {"id": 4, "write_date": "2026-11-22 08:01:00"}]


def test_a_late_row_is_dated_by_the_start_of_its_transaction(odoo: OdooSandbox) -> None:
    assert dated(odoo, odoo.data.add_employee_late(16)) == "2026-11-22 07:59:44"


def test_a_renamed_department_moves_no_employee_s_date(odoo: OdooSandbox, clock: TurnableClock) -> None:
    before = [row["write_date"] for row in odoo.data.employees]
    clock.turn(hours=1)
    odoo.data.rename_department(1, "Board")
    odoo.data.delete_department(9)
    odoo.data.rename_job(1, "Chief")
    assert [row["write_date"] for row in odoo.data.employees] == before


@pytest.mark.parametrize(("version", "moves"), [(17, True), (18, True), (19, False)])
def test_a_new_contract_moves_the_date_before_odoo_19(version: int, moves: bool, clock: TurnableClock) -> None:
    odoo = OdooSandbox(version=version, clock=clock.now)
    before = dated(odoo, 3)
    odoo.data.change_contract(3, job_id=1)
    assert (dated(odoo, 3) != before) is moves


def test_writes_by_the_api_are_kept_or_refused_whole(odoo: OdooSandbox, http: httpx.Client) -> None:
    made = json2(http, odoo, "hr.employee/create", vals_list=[{"name": "A", "barcode": "B1"}, {"name": "B"}])
    assert made == [21, 22]
    assert json2(http, odoo, "hr.employee/create", vals_list=[{"name": "C"}, {"name": "D", "barcode": "B1"}])["name"]
    assert len(odoo.data.employees) == 22
    assert json2(http, odoo, "hr.employee/write", ids=made, vals={"work_phone": "1"}) is True
    assert json2(http, odoo, "hr.employee/action_archive", ids=made) is None
    assert json2(http, odoo, "hr.employee/search", domain=[["work_phone", "=", "1"]]) == []
    assert json2(http, odoo, "hr.employee/unlink", ids=made) is True
    assert len(odoo.data.employees) == 20


@pytest.mark.parametrize(
    ("domain", "ids"),
    [
        ([["id", "in", [3, 4]]], [3, 4]),
        ([["id", "<", 5], ["id", "not in", [1, 2]]], [3, 4]),
        (["!", ["id", ">", 2]], [1, 2]),
        (["|", ["id", "=", 1], ["id", "=", 3]], [1, 3]),
        (["&", ["id", ">=", 2], ["id", "<=", 3]], [2, 3]),
        ([["work_email", "ilike", "E00007"]], [7]),
        ([["id", "!=", 1], ["id", "<", 3]], [2]),
    ],
)
def test_domains_find_what_they_say(odoo: OdooSandbox, http: httpx.Client, domain: list[Any], ids: list[int]) -> None:
    assert json2(http, odoo, "hr.employee/search", domain=domain, order="id desc") == ids[::-1]


def test_an_impossible_date_is_refused(odoo: OdooSandbox, http: httpx.Client) -> None:
    refused = json2(http, odoo, "hr.employee/search", domain=[["write_date", ">", "2026-13-40"]])
    assert refused["name"] == "builtins.ValueError"


# ------------------------------------------------------------------------------------------------------------ accounts
@pytest.mark.parametrize(
    ("role", "seen"), [(Role.ADMINISTRATOR, True), (Role.HR_OFFICER, True), (Role.INTERNAL, False)]
)
def test_roles_see_what_they_may(odoo: OdooSandbox, http: httpx.Client, role: Role, seen: bool) -> None:
    rows = json2(http, odoo, "hr.employee/search_read", role, domain=[["id", "=", 1]], fields=["private_email"])
    assert (rows == [{"id": 1, "private_email": "p00001@home.example"}]) is seen


def test_the_end_of_a_key_is_told_since_odoo_18(odoo: OdooSandbox, http: httpx.Client) -> None:
    odoo.data.end_key(odoo.api_key, "2026-12-22 00:00:00")
    rows = json2(http, odoo, "res.users.apikeys/search_read", fields=["expiration_date"])
    assert rows == [{"id": 1, "expiration_date": "2026-12-22 00:00:00"}]


# ------------------------------------------------------------------------------------------------------------- weather
@pytest.mark.parametrize(
    ("weather", "status"), [("429", 429), ("invalid_auth", 401), ("500", 500), ("502", 502), ("html", 200)]
)
def test_weather_lasts_as_long_as_announced(odoo: OdooSandbox, http: httpx.Client, weather: str, status: int) -> None:
    said = http.post("/sandbox/weather", json={"kind": weather, "retry_after": 7})
    assert said.json() == {"ok": True}
    assert [http.get("/web/version").status_code for _ in range(2)] == [status, 200]


def test_unknown_weather_is_refused(http: httpx.Client) -> None:
    assert http.post("/sandbox/weather", json={"kind": "snow"}).status_code == 400


def test_a_wrong_key_in_xml_is_a_fault(odoo: OdooSandbox) -> None:
    odoo.weather(Weather.INVALID_AUTH)
    common = xmlrpc.client.ServerProxy(f"{odoo.base_url}/xmlrpc/2/common")
    with common, pytest.raises(xmlrpc.client.Fault) as caught:
        common.authenticate(odoo.database, odoo.login, odoo.password, {})
    assert caught.value.faultCode == 3


def test_what_was_done_before_the_silence_is_done(odoo: OdooSandbox, http: httpx.Client) -> None:
    odoo.weather(Weather.COMMIT_THEN_TIMEOUT)
    with pytest.raises(httpx.ReadTimeout):
        json2(http, odoo, "hr.employee/create", vals_list=[{"name": "Twin"}])
    assert [row["name"] for row in odoo.data.employees[20:]] == ["Twin"]


def test_an_answer_may_break_off_in_the_middle(odoo: OdooSandbox, http: httpx.Client) -> None:
    odoo.weather(Weather.DROP)
    with pytest.raises(httpx.RemoteProtocolError):
        json2(http, odoo, "hr.employee/search", domain=[])


def test_a_slow_answer_ends_with_the_sandbox(odoo: OdooSandbox, http: httpx.Client) -> None:
    odoo.weather(Weather.SLOW)
    with pytest.raises(httpx.ReadTimeout):
        http.get("/web/version")
    odoo.stop()


def test_a_wrong_clock_dates_rows_and_answers(odoo: OdooSandbox, http: httpx.Client) -> None:
    odoo.skew_clock(-86_400)
    assert dated(odoo, odoo.data.add_employee()) == "2026-11-21 08:00:00"
    assert http.get("/web/version").headers["Date"] == "Sat, 21 Nov 2026 08:00:00 GMT"
