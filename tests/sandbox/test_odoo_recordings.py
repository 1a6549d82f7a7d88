"""The Odoo sandbox answers each of the 243 recorded requests as the real Odoo 19 did (tests/recordings/odoo19).

None is left out. Alike are: status, media type, connection, challenge and cookie, every value and every message, and of
a traceback its last line; not compared are keys, ids of new rows, and the traceback itself.
"""

from __future__ import annotations

import http.client
import json
import xmlrpc.client
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from integration_console.sandbox import OdooSandbox
from integration_console.sandbox.odoo import USERS
from integration_console.sandbox.odoo_accounts import KEY_LIMIT

Exchange = Mapping[str, Any]
Answered = tuple[int, dict[str, str], str]
RECORDED = Path(__file__).parents[1] / "recordings" / "odoo19" / "exchanges.jsonl"
EXCHANGES: list[Exchange] = [json.loads(line) for line in RECORDED.read_text("utf-8").splitlines()]
T = "2026-11-22 22:18:15"
FIRST = "2026-11-22 22:17:33"
USER_IDS = {"admin": 2, "nohr": 7, "portal": 8, "hro": 9}
WRONG = {"authenticate-wrong-password", "authenticate-unknown-login", "execute-wrong-password"}
KEYS = {
    "count-global-key": "global",
    "wrong-scope-key": "other-scope",
    "expired-key": "expired",
    "unknown-key": "unknown",
    "authenticate-expired-key": "expired",
    "authenticate-wrong-scope-key": "other-scope",
    "authenticate-other-users-key": "foreign",
    "count-generated-key": "generated-json2",
    "count-revoked-key": "generated-json2",
}
KEYS_IN_BODY = {
    "apikeys-generate-with-foreign-key": "foreign",
    "apikeys-revoke-unknown": "unknown",
}


# --------------------------------------------------------------------------------------------------- the recorded data
def recorded_rows(model: str, users: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The rows of a model that these users were shown before anything was written, in English."""
    for each in EXCHANGES:
        path = each["request"]["path"]
        told = path.startswith((f"/json/2/{model}/search_read", f"/json/2/{model}.public/search_read"))
        good = each["response"]["status"] == 200 and "ar_001" not in each["request"]["body"]
        if told and good and each.get("as_user") in users:
            yield from json.loads(each["response"]["body"])


def plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as it is stored: a many2one is its id."""
    return {name: value[0] if isinstance(value, list) else value for name, value in row.items()}


def invented(employee_id: int) -> dict[str, Any]:
    """An employee that no recording shows, made as the recorded ones were."""
    number = employee_id - 22
    if number < 0:
        return {"name": f"Someone {employee_id}", "write_date": "2026-11-22 22:17:47"}
    return {
        "name": f"Employee {number:05d}",
        "work_email": f"e{number:05d}@corp.example",
        "job_id": number % 6 + 1,
        "department_id": number % 7 + 1,
        "write_date": T,
    }


def filled(*databases: str) -> OdooSandbox:
    """A sandbox with the data of the recorded server."""
    odoo = OdooSandbox(databases=databases, employees=0)
    tables = odoo.data.tables
    tables.clear()
    for model in ("hr.department", "hr.job"):
        rows: dict[int, dict[str, Any]] = {}
        for row in recorded_rows(model, ("admin",)):
            rows.setdefault(row["id"], {}).update(plain(row))
        for row_id in sorted(rows):
            tables.add(model, rows[row_id], began=rows[row_id]["write_date"])
    shown: dict[int, dict[str, Any]] = {}
    for row in recorded_rows("hr.employee", ("admin",)):
        shown.setdefault(row["id"], {}).update(plain(row))
    public = {row["id"]: row for row in recorded_rows("hr.employee", ("nohr",)) if "write_date" in row}
    for row_id in (*range(1, 5022), 5023, 5024):
        dated = public[row_id]["write_date"] if row_id in public else FIRST if row_id < 22 else T
        tables.add("hr.employee", {**invented(row_id), "version_date": dated, **shown.get(row_id, {}), "id": row_id})
    tables.rows["hr.employee"][1]["private_email"] = "admin@yourcompany.example.com"
    tables.rows["hr.employee"][5021]["barcode"] = "UNIQ1"
    odoo.data.translate("hr.job", 3, "ar_001", "مطوّر خبير")
    odoo.data.translate("hr.department", 3, "ar_001", "المبيعات")
    return odoo


# ---------------------------------------------------------------------------------------------------------- the replay
@dataclass
class Replay:
    """Sends recorded requests to sandboxes that stand for the recorded servers, one after the other."""

    several: OdooSandbox
    single: OdooSandbox
    keys: dict[str, str] = field(default_factory=lambda: {"unknown": "nobodys-key"})

    def __post_init__(self) -> None:
        data = self.several.data
        self.keys["foreign"] = next(each.key for each in data.people.keys if each.user_id == 7)
        for name, scope, ends in (("global", "", ""), ("other-scope", "web", ""), ("expired", "rpc", "2020-01-01")):
            self.keys[name] = f"{name}-key"
            data.add_key(2, self.keys[name], scope=scope, ends=ends)

    def answered(self, exchange: Exchange) -> Answered:
        odoo = self.single if exchange.get("server") == "one database visible" else self.several
        case, request = exchange["case"], exchange["request"]
        if case == "apikeys-generate-limit":
            for number in range(KEY_LIMIT):
                odoo.data.add_key(2, f"more-{number}")
        user = USER_IDS.get(exchange.get("as_user", "admin"), 2)
        own = next(each.key for each in odoo.data.people.keys if each.user_id == user)
        key = self.keys.get(KEYS.get(case, ""), own)
        password = "wrong" if case in WRONG else next(each.password for each in USERS if each.id == user)
        made = f"generated-{exchange['protocol']}"
        in_body = self.keys.get(made if case == "apikeys-revoke" else KEYS_IN_BODY.get(case, ""), key)
        headers = {
            name: value.replace("<KEY>", key).replace("<PASSWORD>", password)
            for name, value in request["headers"].items()
        }
        body = request["body"]
        for word, value in (("KEY", in_body), ("PASSWORD", password)):
            body = body.replace(f"&lt;{word}&gt;", value).replace(f"<{word}>", value)
        host = odoo.base_url.removeprefix("http://")
        connection = http.client.HTTPConnection(host)
        connection.request(request["method"], request["path"], body.encode(), headers)
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        if case == "apikeys-generate":
            self.keys[made] = json.loads(text) if exchange["protocol"] == "json2" else xml_content(text)
        return response.status, {name.lower(): value for name, value in response.getheaders()}, text


@pytest.fixture(scope="module")
def answers() -> dict[str, Answered]:
    """What the sandbox answered to all requests, sent in their order: some build on others."""
    with filled("odoo19", "odoo19_tpl", "odoo19b") as several, filled("odoo19") as single:
        without_hr = several.chosen("odoo19b")
        assert without_hr is not None
        without_hr.tables.modules = frozenset()
        replay = Replay(several, single)
        return {each["name"]: replay.answered(each) for each in EXCHANGES}


def content(exchange: Exchange, status: int, headers: Mapping[str, str], text: str) -> Any:
    """What an answer says: its result, or its error without a traceback; keys and new ids are alike."""
    case = exchange["case"]
    if headers["content-type"].startswith("text/html"):
        return text.partition("<title>")[2].partition("</title>")[0]
    if headers["content-type"].startswith("text/xml"):
        told = xml_content(text)
    else:
        told = json.loads(text)
        if status != 200:
            assert told.pop("debug")
    if case in ("apikeys-generate", "apikeys-generate-900-days-as-admin") and isinstance(told, str):
        return "a key"
    if case.startswith("create-") and status == 200 and not isinstance(told, dict):
        return ["an id"] * len(told) if isinstance(told, list) else "an id"
    return told


def xml_content(text: str) -> Any:
    try:
        return xmlrpc.client.loads(text, use_builtin_types=True)[0][0]
    except xmlrpc.client.Fault as fault:
        if fault.faultCode != 1:
            return {"fault": fault.faultCode, "text": fault.faultString}
        return {"fault": 1, "last line": fault.faultString.strip().splitlines()[-1]}


def told(exchange: Exchange, status: int, headers: Mapping[str, str], text: str) -> dict[str, Any]:
    kept = ("content-type", "connection", "www-authenticate")
    return {
        "status": status,
        "headers": {name: headers[name] for name in kept if name in headers},
        "sets a session cookie": headers.get("set-cookie", "").startswith("session_id="),
        "content": content(exchange, status, headers, text),
    }


@pytest.mark.parametrize("exchange", EXCHANGES, ids=[each["name"] for each in EXCHANGES])
def test_the_sandbox_answers_as_odoo_did(answers: dict[str, Answered], exchange: Exchange) -> None:
    recorded = exchange["response"]
    assert told(exchange, *answers[exchange["name"]]) == told(
        exchange, recorded["status"], recorded["headers"], recorded["body"]
    )


def test_all_recordings_are_there() -> None:
    assert len({each["name"] for each in EXCHANGES}) == 243
