"""The program as a whole: help, wrong use, migrating, serving, unlocking."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from integration_console import __version__
from integration_console.gateways.opening import open_workspace
from integration_console.headless import main
from integration_console.settings import Settings
from integration_console.storage.migrate import NEWEST
from tests.builders import SECRET, github_headers, opening
from tests.commands.conftest import Service

PROGRAM = [sys.executable, "-m", "integration_console.headless"]
PASSPHRASE = "correct horse battery"


def test_help_names_every_command(service: Service) -> None:
    shown = service("--help")
    commands = re.findall(r"^  (\w+) ", shown.out.partition("Commands:")[2], re.MULTILINE)
    assert (shown.code, commands) == (
        0,
        [
            "audit",
            "backup",
            "case",
            "connectors",
            "copy",
            "doctor",
            "holders",
            "keys",
            "logs",
            "members",
            "migrate",
            "records",
            "restore",
            "retention",
            "schedules",
            "serve",
            "syncs",
            "tokens",
            "webhooks",
            "work",
        ],
    )


def test_the_version_is_told(service: Service) -> None:
    assert service("--version").out.split()[-1] == __version__


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["connectors", "act", "x", "dance", "--text", "y"],
        ["serve", "--port", "99999"],
        ["serve", "--tls-cert", __file__],
        ["serve", "--access-minutes", "61"],
        ["serve", "--sign-in-days", "0"],
        ["serve", "--clock-leeway", "61"],
        ["serve", "--token-issuer", "two words"],
        ["tokens", "rotate", "soon"],
    ],
)
def test_wrong_use_leaves_with_two(service: Service, arguments: list[str]) -> None:
    wrong = service(*arguments)
    assert (wrong.code, "Error: " in wrong.err) == (2, True)


def test_migrating_makes_the_file_and_then_has_nothing_to_do(service: Service, settings: Settings) -> None:
    path = str(settings.default_workspace)
    assert service("migrate", "--json").json == {"workspace": path, "before": "", "after": NEWEST}
    assert service("migrate").out == f"{path} is up to date ({NEWEST}).\n"


def test_migrating_says_what_it_did(service: Service, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    assert service("--workspace", str(path), "migrate").out == f"{path}: new → {NEWEST}.\n"


def test_a_damaged_file_is_named(service: Service, settings: Settings) -> None:
    settings.default_workspace.write_bytes(b"garbage" * 1000)
    for command in ("migrate", "connectors"):
        failed = service(command, *([] if command == "migrate" else ["list"]), "--json")
        assert (failed.code, failed.error["code"]) == (1, "workspace.damaged")


def locked_workspace(settings: Settings, tmp_path: Path) -> list[str]:
    """A workspace that a passphrase opens, and nothing else; the arguments that name it."""
    opened = open_workspace(opening(settings.data_folder, key_folder=settings.key_folder))
    opened.context.vault.create("amina", opened.context.clock.now(), PASSPHRASE)
    opened.close()
    shutil.rmtree(settings.key_folder, ignore_errors=True)
    (tmp_path / "passphrase").write_text(PASSPHRASE + "\n")
    return ["--passphrase-file", str(tmp_path / "passphrase")]


def test_locked_secrets_are_unlocked_by_a_passphrase_file(service: Service, settings: Settings, tmp_path: Path) -> None:
    with_passphrase = locked_workspace(settings, tmp_path)
    add = ["webhooks", "add", "--name", "Repo", "--scheme", "github", "--json"]
    refused = service(*add)
    assert (refused.code, refused.error["code"]) == (1, "vault.locked")
    assert service(*with_passphrase, *add).code == 0
    assert [each["name"] for each in service("webhooks", "list", "--json").json] == ["Repo"]


def test_a_wrong_passphrase_is_refused(service: Service, settings: Settings, tmp_path: Path) -> None:
    with_passphrase = locked_workspace(settings, tmp_path)
    Path(with_passphrase[1]).write_text("wrong")
    refused = service(*with_passphrase, "webhooks", "list", "--json")
    assert (refused.code, refused.error["code"]) == (1, "vault.wrong_passphrase")


def test_a_passphrase_file_that_is_no_text_is_refused(service: Service, settings: Settings, tmp_path: Path) -> None:
    with_passphrase = locked_workspace(settings, tmp_path)
    Path(with_passphrase[1]).write_bytes(b"\xff")
    refused = service(*with_passphrase, "webhooks", "list", "--json")
    assert (refused.code, refused.error["code"]) == (2, "input.invalid")


def test_settings_that_cannot_be_understood_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INTEGRATION_PORT", "soon")
    assert main() == 2
    assert "INTEGRATION_PORT" in capsys.readouterr().err


def test_serving_receives_until_it_is_ended(service: Service, environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET)
    made = service(
        "webhooks", "add", "--name", "Repo", "--scheme", "github", "--secret-file", str(tmp_path / "secret"), "--json"
    )
    command = [*PROGRAM, "serve", "--port", "0", "--sandbox"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as running:
        assert running.stdout is not None
        address = running.stdout.readline().removeprefix("Listening at ").strip()
        url = f"{address}/functions/v1/webhook-receiver/{made.json['id']}"
        answer = httpx.post(url, content=b"{}", headers=github_headers(b"{}"), trust_env=False)
        held = service("webhooks", "list", "--json").json
        running.send_signal(signal.SIGTERM)
        _, err = running.communicate(timeout=20)
    assert (answer.status_code, held[0]["url"], running.returncode) == (202, url, 0)
    assert err.startswith("Sandbox Slack: address http://127.0.0.1:")
    received = service("logs", "search", "type:webhook.received", "--json").json
    assert received["event_id"] == answer.json()["event_id"]


def test_serving_at_a_port_in_use_fails(service: Service) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        failed = service("serve", "--port", str(other.getsockname()[1]), "--json")
    assert (failed.code, failed.error["code"]) == (1, "service.address_in_use")


def test_serving_with_locked_secrets_says_so(settings: Settings, environment: dict[str, str], tmp_path: Path) -> None:
    with_passphrase = locked_workspace(settings, tmp_path)
    for more, warned in ([], True), (with_passphrase, False):
        command = [*PROGRAM, *more, "serve", "--port", "0", "--json"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        ) as running:
            assert running.stdout is not None
            assert running.stdout.readline().startswith('{"listening":"http://127.0.0.1:')
            running.send_signal(signal.SIGINT)
            _, err = running.communicate(timeout=20)
        assert (running.returncode, "Until then the receiver answers 503." in err) == (0, warned)
