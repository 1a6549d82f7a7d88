"""`syncs`, `records` and `schedules` on the command line, over a real Odoo in miniature."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from integration_console.sandbox.odoo import OdooSandbox
from integration_console.sandbox.weather import Weather
from tests.commands.conftest import Service


@pytest.fixture
def odoo() -> Iterator[OdooSandbox]:
    with OdooSandbox(employees=12) as running:
        yield running


@pytest.fixture
def erp(service: Service, odoo: OdooSandbox) -> str:
    """The id of a connector to the Odoo."""
    settings = ("secret=-", f"base_url={odoo.base_url}", "private_network=true")
    options = [part for each in settings for part in ("--set", each)]
    added = service("connectors", "add", "odoo", "--name", "ERP", *options, "--json", stdin=odoo.api_key)
    assert added.code == 0, added.err
    return str(added.json["id"])


def test_a_sync_is_run_to_its_end_and_told(service: Service, erp: str) -> None:
    ran = service("syncs", "run", "ERP", "--mode", "full", "--json")
    assert (ran.code, ran.json["state"], ran.json["deleted"]) == (0, "succeeded", 0)
    assert ran.json["added"] > 12
    again = service("syncs", "run", erp)
    assert again.out.startswith("succeeded: 0 added, 0 updated, 0 deleted")
    listed = service("syncs", "list", "--connector", "ERP", "--json").json
    assert [(each["mode"], each["state"]) for each in listed] == [("incremental", "succeeded"), ("full", "succeeded")]
    assert "ERP" in service("syncs", "list").out


def test_a_sync_that_fails_says_why_and_leaves_with_1(service: Service, erp: str, odoo: OdooSandbox) -> None:
    odoo.weather(Weather.INVALID_AUTH, times=None)
    failed = service("syncs", "run", "ERP")
    assert failed.code == 1
    assert "odoo" in failed.err.lower()
    assert odoo.api_key not in failed.err + failed.out


def test_a_sync_may_be_queued_and_cancelled(service: Service, erp: str) -> None:
    queued = service("syncs", "run", "ERP", "--stream", "jobs", "--no-wait", "--json").json
    assert queued["streams"] == ["jobs"]
    cancelled = service("syncs", "cancel", queued["id"], "--json")
    assert cancelled.json["state"] == "cancelled"
    again = service("syncs", "cancel", queued["id"], "--json")
    assert (again.code, again.error["code"]) == (1, "sync.ended")


def test_what_is_not_offered_is_refused(service: Service, erp: str) -> None:
    refused = service("syncs", "run", "ERP", "--stream", "planets", "--json")
    assert (refused.code, refused.error["code"]) == (1, "sync.unavailable")
    assert service("records", "list", "ERP", "--stream", "planets", "--json").error["code"] == "sync.unavailable"


def test_records_are_listed_searched_and_exported(
    service: Service, erp: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service("syncs", "run", "ERP")
    everyone = service("records", "list", "ERP", "--stream", "employees", "--json").json
    assert [each["title"] for each in everyone] == sorted(each["title"] for each in everyone)
    assert len(service("records", "list", "ERP", "--stream", "employees", "--limit", "3", "--json").json) == 3
    name = everyone[0]["title"]
    assert name in service("records", "list", "ERP", "--stream", "employees", "--search", name).out
    assert service("records", "list", "ERP", "--stream", "employees", "--deleted", "--json").json == []
    file = tmp_path / "employees.csv"
    told = service("records", "export", "ERP", "--stream", "employees", "--format", "csv", "--output", str(file))
    assert told.out == f"Wrote {len(everyone)} records to {file}.\n"
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert [each["title"] for each in rows] == [each["title"] for each in everyone]
    target = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", target)
    service("records", "export", "ERP", "--stream", "jobs")
    lines = target.buffer.getvalue().splitlines()
    assert [json.loads(line)["state"] for line in lines] == ["live"] * len(lines)


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_an_export_ends_quietly_when_nobody_reads_on(
    service: Service, erp: str, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    service("syncs", "run", "ERP")
    reading, writing = os.pipe()
    os.close(reading)
    raw = os.fdopen(writing, "wb", buffering=0)
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=raw, flush=raw.flush, write=raw.write))
    assert service("records", "export", "ERP", "--stream", "employees", "--format", form).code == 1
    raw.close()


def test_a_file_that_cannot_be_written_is_named(service: Service, erp: str, tmp_path: Path) -> None:
    file = tmp_path / "missing" / "employees.csv"
    told = service("records", "export", "ERP", "--stream", "employees", "--output", str(file))
    assert (told.code, told.err.splitlines()[-1]) == (
        1, f"Error: Could not open file '{file}': No such file or directory",
    )  # fmt: skip


def test_schedules_are_added_listed_held_and_removed(service: Service, erp: str) -> None:
    hourly = service("schedules", "add", "ERP", "--every", "3600", "--json").json
    service("schedules", "add", "ERP", "--cron", "30 6 * * 1-5", "--time-zone", "Asia/Riyadh", "--mode", "reconcile")
    listed = service("schedules", "list", "--connector", "ERP", "--json").json
    assert [(each["when"], each["mode"]) for each in listed] == [
        ("every 3600 s", "incremental"),
        ("30 6 * * 1-5", "reconcile"),
    ]
    assert service("schedules", "hold", hourly["id"], "--json").json["next"] == "—"
    assert service("schedules", "activate", hourly["id"], "--json").json["active"] is True
    assert service("schedules", "remove", hourly["id"]).code == 0
    assert len(service("schedules", "list", "--json").json) == 1
    assert service("schedules", "remove", hourly["id"], "--json").error["code"] == "input.not_found"


def test_a_schedule_that_cannot_be_is_refused(service: Service, erp: str) -> None:
    assert service("schedules", "add", "ERP").code == 2
    assert service("schedules", "add", "ERP", "--every", "60", "--cron", "0 6 * * *").code == 2
    faulty = service("schedules", "add", "ERP", "--cron", "0 0 30 2 *", "--json")
    assert (faulty.code, faulty.error["errors"][0]["field"]) == (2, "cron")


def test_types_are_listed_with_what_they_can(service: Service) -> None:
    types = {each["type"]: each for each in service("connectors", "types", "--json").json}
    assert (types["odoo"]["syncs"], types["slack"]["syncs"], types["slack"]["actions"]) == (True, True, "notify")
    assert "base_url" in {each["name"] for each in types["odoo"]["fields"]}
