"""The command line in rough hands: odd names, odd bytes, closed pipes, watching while others work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from integration_console.commands.session import one_line
from integration_console.domain.workspace import HolderKind
from integration_console.gateways.opening import Opening, open_workspace
from integration_console.settings import Settings
from tests.commands.conftest import Service
from tests.fakes import TurnableClock

COMMAND = [sys.executable, "-m", "integration_console.headless"]
ARABIC = "عرب كونسول مُحَمَّد"


def held(settings: Settings) -> Opening:
    """How another program opens the same workspace."""
    clock = TurnableClock()
    return Opening(settings.default_workspace, "other", "amina", clock, settings.key_folder, HolderKind.KEY_FILE)


def columns(text: str) -> int:
    return sum(unicodedata.category(each) not in ("Mn", "Cf") for each in text)


def test_arabic_names_stand_in_their_columns(service: Service) -> None:
    for name in (ARABIC, "Ops", "全角"):
        service("webhooks", "add", "--name", name, "--scheme", "github")
    header, *lines = service("webhooks", "list").out.splitlines()
    arabic, wide = next(each for each in lines if ARABIC in each), next(each for each in lines if "全角" in each)
    assert columns(arabic.partition("github")[0]) == columns(header.partition("SCHEME")[0])
    assert columns(wide.partition("github")[0]) + 2 == columns(header.partition("SCHEME")[0])


def test_a_person_in_slack_is_no_file(service: Service, token_file: str) -> None:
    added = service(
        "connectors", "add", "slack", "--name", "x", "--set", token_file, "--set", "channel=@amina", "--json"
    )
    assert added.json["config"]["channel"] == "@amina"


@pytest.mark.parametrize("name", ["two\nlines", "\x1b[31mred", "tab\there"])
@pytest.mark.parametrize("kind", [("connectors", "add", "slack"), ("webhooks", "add", "--scheme", "github")])
def test_a_name_cannot_steer_the_terminal(service: Service, token_file: str, name: str, kind: tuple[str, ...]) -> None:
    more = ("--set", token_file, "--set", "channel=#x") if kind[0] == "connectors" else ()
    refused = service(*kind, "--name", name, *more, "--json")
    assert (refused.code, [each["field"] for each in refused.error["errors"]]) == (2, ["name"])


def test_what_is_printed_cannot_steer_the_terminal() -> None:
    assert one_line("a\x1b[2Jb\u200cج") == "a\N{REPLACEMENT CHARACTER}[2Jb\u200cج"


@pytest.mark.parametrize(
    "arguments", [("logs", "search", "\udcff"), ("webhooks", "add", "--name", "\udcff", "--scheme", "hmac")]
)
def test_bytes_that_are_no_text_are_wrong_use(service: Service, arguments: tuple[str, ...]) -> None:
    refused = service(*arguments)
    assert refused.code == 2
    assert "not UTF-8" in refused.err


def test_watching_the_log_keeps_nobody_from_holding_the_file(
    service: Service, settings: Settings, environment: dict[str, str]
) -> None:
    """A log that is followed first, a service that starts later, ends and starts again."""
    service("migrate")
    command = [*COMMAND, "logs", "search", "--follow", "type:webhook.*"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as watching:
        assert watching.stdout is not None
        for name in ("first", "second"):
            opened = open_workspace(held(settings))
            opened.close()
            made = service("webhooks", "add", "--name", name, "--scheme", "github")
            assert made.code == 0
            assert watching.stdout.readline().rstrip().endswith(f"The webhook {name} was created")
        watching.send_signal(signal.SIGINT)
        assert watching.wait(10) == 0


def test_a_list_is_given_while_another_program_holds_the_file(service: Service, settings: Settings) -> None:
    service("webhooks", "add", "--name", "one", "--scheme", "github")
    opened = open_workspace(held(settings))
    try:
        opened.announce_port(4711, "::1")
        assert "http://[::1]:4711/functions/" in service("webhooks", "list").out
    finally:
        opened.close()
    assert f"http://127.0.0.1:{settings.port}/functions/" in service("webhooks", "list").out


def test_a_closed_pipe_ends_quietly(service: Service, environment: dict[str, str]) -> None:
    for number in range(3):
        service("webhooks", "add", "--name", str(number), "--scheme", "github")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*COMMAND, "logs", "search"], env=environment, stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert done.stderr == b""


def test_the_programs_own_log_is_private(service: Service, settings: Settings, environment: dict[str, str]) -> None:
    del service
    old = os.umask(0o022)
    try:
        subprocess.run([*COMMAND, "webhooks", "list"], env=environment, check=True, capture_output=True)
    finally:
        os.umask(old)
    modes = {each.suffix: each.stat().st_mode & 0o777 for each in settings.log_folder.iterdir()}
    assert modes == {".log": 0o600}


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    changed = {**environment, "INTEGRATION_LOG_FOLDER": str(tmp_path / "file" / "logs")}
    done = subprocess.run([*COMMAND, "webhooks", "list"], env=changed, check=False, capture_output=True)
    assert done.returncode == 0
