"""`connectors add | list | check | act | activate | deactivate | remove`."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from integration_console.sandbox import SlackSandbox
from tests.commands.conftest import Service


def test_a_connector_is_added_and_listed(service: Service, token_file: str) -> None:
    added = service("connectors", "add", "slack", "--name", "Ops", "--set", token_file, "--set", "channel=#x")
    assert (added.code, added.out[:10], "Recovery code, shown only now" in added.err) == (0, "Added Ops ", True)
    header, row = service("connectors", "list").out.splitlines()
    assert (header.split(), row.split()[1:]) == (
        ["ID", "TYPE", "NAME", "STATUS", "HEALTH"],
        ["slack", "Ops", "active", "unknown"],
    )


def test_an_empty_list_has_its_header(service: Service) -> None:
    assert (service("connectors", "list").out.split(), service("connectors", "list", "--json").json) == (
        ["ID", "TYPE", "NAME", "STATUS", "HEALTH"],
        [],
    )


def test_a_connector_as_json_shows_no_secret(service: Service, ops: str, slack: SlackSandbox) -> None:
    (row,) = service("connectors", "list", "--json").json
    assert (row["id"], row["name"], row["secrets"], row["config"]["channel"]) == (ops, "Ops", ["token"], "#general")
    assert slack.token not in json.dumps(row)


def test_json_may_be_asked_for_at_the_beginning(service: Service) -> None:
    assert service("--json", "connectors", "list").json == []


def test_a_secret_on_the_command_line_is_refused(service: Service) -> None:
    refused = service("connectors", "add", "slack", "--name", "x", "--set", "token=xoxb-1", "--json")
    assert (refused.code, refused.error["code"]) == (2, "input.secret_on_command_line")
    assert "xoxb-1" not in refused.out + refused.err
    assert service("connectors", "list", "--json").json == []


def test_a_secret_is_read_from_standard_input(service: Service, slack: SlackSandbox) -> None:
    settings = ["--set", "token=-", "--set", "channel=#general", "--set", f"base_url={slack.base_url}",
                "--set", "private_network=true"]  # fmt: skip
    more = ["--set", "timeout_seconds=5"]
    added = service("connectors", "add", "slack", "--name", "Ops", *settings, *more, stdin=f"{slack.token}\r\n")
    assert (added.code, service("connectors", "act", "Ops", "notify", "--text", "hi").code) == (0, 0)
    assert [each.text for each in slack.messages] == ["hi"]


def test_a_secret_is_asked_for_where_a_person_sits(service: Service, environment: dict[str, str]) -> None:
    person, program = pty.openpty()
    command = [sys.executable, "-m", "integration_console.headless", "connectors", "add", "slack", "--name", "Ops",
               "--set", "channel=#x"]  # fmt: skip
    with subprocess.Popen(command, stdin=program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
                          start_new_session=True) as running:  # fmt: skip
        assert running.stdout is not None
        assert running.stderr is not None
        asked = b""
        while not asked.endswith(b"Bot token: "):
            asked += running.stderr.read(1) or pytest.fail(asked.decode())
        os.write(person, b"xoxb-typed-in\n")
        assert (running.stdout.read()[:9], b"xoxb" in running.stderr.read()) == (b"Added Ops", False)
    os.close(person)
    os.close(program)
    assert running.returncode == 0


@pytest.mark.parametrize(
    ("setting", "field"),
    [
        ("channel", "channel"),
        ("colour=red", "colour"),
        ("token=@/nowhere", "token"),
        ("timeout_seconds=soon", "timeout_seconds"),
        ("timeout_seconds=99", "timeout_seconds"),
    ],
)
def test_a_faulty_field_is_named(service: Service, token_file: str, setting: str, field: str) -> None:
    settings = ["--set", token_file, "--set", "channel=#x", "--set", setting]
    refused = service("connectors", "add", "slack", "--name", "x", *settings, "--json")
    assert (refused.code, refused.error["code"]) == (2, "input.invalid")
    assert [each["field"] for each in refused.error["errors"]] == [field]


def test_a_file_that_is_no_text_is_refused(service: Service, tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    refused = service("connectors", "add", "slack", "--name", "x", "--set", f"token=@{tmp_path / 'binary'}", "--json")
    assert refused.error["errors"] == [{"field": "token", "detail": "The file cannot be read: it is not text."}]


def test_a_missing_secret_is_named_where_nobody_can_be_asked(service: Service) -> None:
    refused = service("connectors", "add", "slack", "--name", "x", "--set", "channel=#x", "--json")
    assert (refused.code, [each["field"] for each in refused.error["errors"]]) == (2, ["token"])


def test_an_unknown_type_is_not_found(service: Service) -> None:
    refused = service("connectors", "add", "fax", "--name", "x", "--json")
    assert (refused.code, refused.error["code"]) == (1, "input.not_found")


def test_a_name_is_given_once(service: Service, ops: str, token_file: str) -> None:
    refused = service("connectors", "add", "slack", "--name", "Ops", "--set", token_file, "--set", "channel=#x")
    assert (refused.code, refused.err.splitlines()) == (
        1,
        ["The name “Ops” is already in use.", "Choose another name."],
    )


def test_a_check_shows_each_stage(service: Service, ops: str) -> None:
    checked = service("connectors", "check", "Ops")
    assert (checked.code, {line.split()[0] for line in checked.out.splitlines()} <= {"ok", "skipped"}) == (0, True)
    as_json = service("connectors", "check", ops, "--json").json
    assert (as_json["passed"], {each["error"] for each in as_json["stages"]}) == (True, {None})


def test_a_check_that_fails_leaves_with_one(service: Service, ops: str, slack: SlackSandbox) -> None:
    slack.weather("invalid_auth", times=None)
    checked, as_json = service("connectors", "check", "Ops"), service("connectors", "check", "Ops", "--json")
    assert (checked.code, as_json.code, as_json.json["passed"]) == (1, 1, False)
    assert ("FAILED" in checked.out, "Copy it again" in checked.err) == (True, True)
    assert as_json.json["stages"][-1]["error"]["code"] == "slack.sign_in"


def test_a_message_is_sent(service: Service, ops: str, slack: SlackSandbox) -> None:
    sent = service("connectors", "act", ops, "notify", "--text", "مرحبا", "--json").json
    assert (sent["status"], sent["reference"], slack.messages[0].text) == ("sent", slack.messages[0].ts, "مرحبا")
    assert service("connectors", "act", "Ops", "notify", "--text", "x").out == f"Sent to {sent['channel']}.\n"


def test_a_message_may_have_blocks_and_another_channel(
    service: Service, ops: str, slack: SlackSandbox, tmp_path: Path
) -> None:
    (tmp_path / "blocks.json").write_text('[{"type":"divider"}]')
    service(
        "connectors",
        "act",
        ops,
        "notify",
        "--text",
        "x",
        "--channel",
        "alerts",
        "--blocks",
        str(tmp_path / "blocks.json"),
    )
    assert (slack.messages[0].blocks, slack.messages[0].channel) == ([{"type": "divider"}], "C0000000002")


@pytest.mark.parametrize("content", ["{}", "[1]", "{broken"])
def test_blocks_must_be_a_list(service: Service, ops: str, tmp_path: Path, content: str) -> None:
    (tmp_path / "blocks.json").write_text(content)
    refused = service(
        "connectors", "act", ops, "notify", "--text", "x", "--blocks", str(tmp_path / "blocks.json"), "--json"
    )
    assert (refused.code, refused.error["errors"][0]["field"]) == (2, "blocks")


def test_an_error_of_slack_says_what_to_do(service: Service, ops: str, slack: SlackSandbox) -> None:
    slack.weather("invalid_auth")
    failed = service("connectors", "act", ops, "notify", "--text", "x")
    assert (failed.code, failed.err.splitlines()[-1]) == (
        1,
        "Copy it again from the Slack app's settings and save the connector.",
    )


def test_a_connector_is_switched_off_and_on(service: Service, ops: str) -> None:
    assert service("connectors", "deactivate", "Ops").out == "Deactivated Ops.\n"
    refused = service("connectors", "act", ops, "notify", "--text", "x", "--json")
    assert (refused.code, refused.error["code"]) == (1, "input.action_unavailable")
    assert service("connectors", "activate", ops, "--json").json["status"] == "active"


def test_a_connector_is_removed(service: Service, ops: str) -> None:
    assert service("connectors", "remove", "Ops", "--json").json == {"removed": ops}
    assert service("connectors", "list", "--json").json == []
    again = service("connectors", "remove", ops)
    assert (again.code, again.err.splitlines()[0]) == (1, f"There is no connector “{ops}”.")
