"""`logs search 'QUERY' [--follow]`."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.gateways.holder_client import HeldWorkspaceGateway
from integration_console.operations import webhooks
from integration_console.settings import Settings
from tests.builders import opened_workspace
from tests.commands.conftest import Service


@pytest.fixture
def three(service: Service) -> list[str]:
    """The names of three webhooks, whose creation stands in the log."""
    names = ["A", "B", "C"]
    for name in names:
        service("webhooks", "add", "--name", name, "--scheme", "github")
    return names


def found(service: Service, *arguments: str) -> list[str]:
    lines = service("logs", "search", *arguments, "--json").out.splitlines()
    return [json.loads(line)["message"] for line in lines]


def test_entries_are_printed_oldest_first(service: Service, three: list[str]) -> None:
    assert found(service, "type:webhook.*") == [f"The webhook {each} was created" for each in three]


def test_entries_are_printed_for_people(service: Service, three: list[str]) -> None:
    line = service("logs", "search", "webhook:B").out
    assert line[19:].strip("\n").endswith("Z  success webhook.created       The webhook B was created")


def test_the_newest_are_shown_up_to_the_limit(service: Service, three: list[str]) -> None:
    assert found(service, "type:webhook.*", "--limit", "2") == [f"The webhook {each} was created" for each in "BC"]


def test_pages_are_put_together(service: Service, three: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("integration_console.commands.logs._BATCH", 1)
    assert found(service, "type:webhook.*") == [f"The webhook {each} was created" for each in three]


def test_an_entry_as_json_is_whole(service: Service, three: list[str]) -> None:
    entry = service("logs", "search", "webhook:A", "--json").json
    assert sorted(entry) == [
        "connector_id", "correlation_id", "created_at", "duration_ms", "error_code", "event_id", "event_type", "id",
        "message", "position", "status", "topic", "webhook_id",
    ]  # fmt: skip


@pytest.mark.parametrize("query", ["status:bad", "webhook:nobody", "last:soon"])
def test_a_query_that_means_nothing_is_wrong_use(service: Service, query: str) -> None:
    refused = service("logs", "search", query, "--json")
    assert (refused.code, refused.error["code"]) == (2, "input.query")


def test_a_limit_of_nothing_is_wrong_use(service: Service) -> None:
    assert service("logs", "search", "--limit", "0").code == 2


def test_an_entry_that_comes_while_the_newest_are_read_is_printed_once(
    service: Service, three: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The place to follow from is noted first, so the newest may lie behind it: here all of them do."""
    turns = iter([None])

    def sleep(_: float) -> None:
        if next(turns, "ended") == "ended":
            raise KeyboardInterrupt

    monkeypatch.setattr("integration_console.commands.logs.time.sleep", sleep)
    monkeypatch.setattr(HeldWorkspaceGateway, "newest_position", lambda _: 0)
    assert found(service, "type:webhook.*", "--follow") == [f"The webhook {each} was created" for each in three]


def test_following_prints_new_entries_until_it_is_ended(
    service: Service, settings: Settings, environment: dict[str, str], tmp_path: Path
) -> None:
    service("webhooks", "add", "--name", "Old", "--scheme", "github")
    command = [
        sys.executable,
        "-m",
        "integration_console.headless",
        "logs",
        "search",
        "type:webhook.*",
        "--follow",
        "--json",
    ]
    with (
        opened_workspace(settings.data_folder, key_folder=settings.key_folder) as opened,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as running,
    ):
        assert running.stdout is not None
        first = json.loads(running.stdout.readline())
        webhooks.save_webhook(opened.context, WebhookDraft("New", Scheme.GITHUB))
        second = json.loads(running.stdout.readline())
        running.send_signal(signal.SIGINT)
        rest, _ = running.communicate(timeout=20)
    assert [first["message"], second["message"]] == ["The webhook Old was created", "The webhook New was created"]
    assert (running.returncode, rest) == (0, "")


def test_an_export_is_written_with_a_checksum_that_is_verified(
    service: Service, three: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "log.jsonl"
    report = service("logs", "export", "type:webhook.*", "--out", str(out), "--json").json
    assert (report["entries"], report["bytes"]) == (3, out.stat().st_size)
    assert [json.loads(line)["webhook"] for line in out.read_text().splitlines()] == ["C", "B", "A"]
    assert service("logs", "verify", str(out), "--json").json["sha256"] == report["sha256"]
    assert report["sha256"] in service("logs", "verify", str(out)).out
    table = tmp_path / "log of webhooks"
    assert service("logs", "export", "--form", "csv", "--out", str(table)).out.split()[1] == "entries,"
    out.write_text(out.read_text() + "{}")
    differs = service("logs", "verify", str(out))
    assert (differs.code, "checksum differs" in differs.err) == (1, True)
    unclear = service("logs", "export", "--out", str(tmp_path / "log.txt"))
    assert (unclear.code, "name a file" in unclear.err) == (2, True)
