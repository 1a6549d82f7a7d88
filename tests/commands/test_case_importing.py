"""Logs of other programs and notes on cases from the command line."""

from __future__ import annotations

import json
from pathlib import Path

from integration_console.domain.log_notes import LogNoteDraft, Mark
from integration_console.domain.logs import LogFilter
from integration_console.gateways.case_file import opened_case
from tests.commands.conftest import Service


def test_logs_become_a_case_file_that_is_verified_and_searched(service: Service, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text("lost\n2026-11-05 12:00:00 began for a@x.example\n")
    (tmp_path / "web.log").write_text("2026-11-05 14:30:00 answered\n2026-11-05 14:30:00 answered\n")
    app, web, out = (str(tmp_path / each) for each in ("app.log", "web.log", "out.icase"))
    zones = ("--zone", "UTC", "--zone", "web.log=Asia/Riyadh")
    made = service("case", "import", app, web, "--out", out, *zones, "--name", "Outage", "--json")
    assert made.json["logs"] == [
        {"name": "app.log", "entries": 1, "unread": 1, "doubles": 0},
        {"name": "web.log", "entries": 2, "unread": 0, "doubles": 0},
    ]
    assert (made.json["entries"], made.json["redactions"]) == (3, {"email": 1})
    info = service("case", "info", out, "--json").json
    assert (info["verdict"], info["organisation"]) == ("verified", "Outage")
    assert (info["newest"], info["oldest"]) == ("2026-11-05T12:00:00+00:00", "2026-11-05T11:30:00+00:00")
    found = service("--workspace", out, "logs", "search", "answered", "--json")
    assert found.out.count('"message":"answered"') == 2
    again = service("case", "import", app, "--out", out)
    assert (again.code, "--replace" in again.err) == (2, True)
    told = service("case", "import", app, app, "--out", out, "--replace", "--cap", "1").out
    assert "app.log: 1 entries, 1 lines that are none" in told
    assert "Taken out: 1 x email" in told


def test_what_is_not_understood_is_told(service: Service, tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text("nothing here\n")
    log, out = str(tmp_path / "a.log"), str(tmp_path / "o.icase")
    nothing = service("case", "import", log, "--out", out, "--json")
    assert (nothing.code, nothing.error["code"]) == (1, "case.nothing_imported")
    assert "a.log" in nothing.error["title"]
    missing = service("case", "import", str(tmp_path / "none"), "--out", out, "--json")
    assert (missing.code, missing.error["code"]) == (1, "file.unreadable")
    for zones in (("Nowhere/City",), ("UTC", "Asia/Riyadh"), ("other.log=UTC",), (f"{log}=Nowhere",)):
        options = [part for each in zones for part in ("--zone", each)]
        assert service("case", "import", log, "--out", out, *options).code == 2
    assert service("case", "import", "--out", out).code == 2
    assert not Path(out).exists()


def test_what_does_not_fit_and_what_was_there_is_told(service: Service, tmp_path: Path) -> None:
    one = {"id": "0197c0de-0000-7000-8000-000000000001", "time": "2026-11-05T12:00:00Z", "msg": "x"}
    (tmp_path / "a.jsonl").write_text(json.dumps(one) + "\n")
    (tmp_path / "b.jsonl").write_text(json.dumps(one) + "\n")
    out = service("case", "import", *map(str, tmp_path.glob("*.jsonl")), "--out", str(tmp_path / "o.icase")).out
    assert "1 that were there already" in out


def test_notes_on_a_case_go_back_into_the_workspace(service: Service, tmp_path: Path) -> None:
    assert service("members", "add", "--name", "Sara", "--login", "sara", "--role", "admin").code == 0
    file = tmp_path / "acme.icase"
    assert service("case", "make", str(file)).code == 0
    with opened_case(file, tmp_path) as case:
        entry = case.log_page(LogFilter(), None, 1).entries[0]
        case.save_log_note(LogNoteDraft(entry.id, Mark.RED, "look here"))
    notes = f"{file}.notes"
    taken = service("case", "take-notes", notes, "--json").json
    assert taken == {"file": notes, "taken": 1, "present": 0, "gone": 0, "too_long": 0}
    assert "look here" in service("logs", "note", entry.id).out
    assert service("case", "take-notes", notes).out == "1 there already\n"
    (tmp_path / "odd").write_text("[]")
    odd = service("case", "take-notes", str(tmp_path / "odd"), "--json")
    assert (odd.code, odd.error["code"]) == (1, "case.notes_malformed")
    (tmp_path / "empty").write_text('{"case": "x", "notes": [], "filters": []}')
    assert "There are no notes" in service("case", "take-notes", str(tmp_path / "empty")).out
