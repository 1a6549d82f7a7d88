"""Entries as JSON, as a table, and as a command."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from datetime import UTC, datetime

import pytest

from integration_console.domain.log_copies import COLUMNS, as_csv, as_curl, as_json, cell, shell_word
from integration_console.domain.logs import LogDetail, LogEntry, LogStatus
from integration_console.domain.masking import MASK

HOOK = "0197c0de-0000-7000-8000-00000000000a"
ENTRY = LogEntry(
    id="0197c0de-0000-7000-8000-000000000001",
    created_at=datetime(2026, 11, 20, 8, 0, tzinfo=UTC),
    status=LogStatus.ERROR,
    event_type="webhook.rejected",
    message="وصل push من GitHub",
    position=7,
    topic="invoice\u202efdp",
    webhook_id=HOOK,
    duration_ms=12.5,
)


def run(command: str) -> list[str]:
    """What a shell makes of a command: the words that `curl` is given, and what it is fed."""
    script = f"curl() {{ printf '%s\\0' \"$@\"; [ -t 0 ] || cat; }}; {command} </dev/null"
    if command.startswith("printf"):
        script = script.removesuffix(" </dev/null")
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "surrogateescape").split("\0")


def test_json_holds_what_there_is_and_escapes_what_cannot_be_seen() -> None:
    text = as_json([ENTRY], {HOOK: "GitHub"})
    assert "\u202e" not in text
    assert "وصل push من GitHub" in text
    (read,) = json.loads(text)
    assert read == {
        "id": ENTRY.id,
        "created_at": "2026-11-20T08:00:00+00:00",
        "status": "error",
        "event_type": "webhook.rejected",
        "message": ENTRY.message,
        "topic": "invoice\u202efdp",
        "webhook": "GitHub",
        "webhook_id": HOOK,
        "duration_ms": 12.5,
    }


def test_json_escapes_the_last_control_character_of_ascii_too() -> None:
    assert '"a\\u007fb"' in as_json([LogEntry("1", ENTRY.created_at, LogStatus.INFO, "x", "a\x7fb", 1)], {})


def test_a_table_has_a_heading_and_shows_codes() -> None:
    heading, row = csv.reader(io.StringIO(as_csv([ENTRY], {HOOK: "=cmd|' /C calc'!A0"})))
    assert tuple(heading) == COLUMNS
    values = dict(zip(heading, row, strict=True))
    assert values["topic"] == "invoice⟨U+202E⟩fdp"
    assert values["webhook"] == "'=cmd|' /C calc'!A0"
    assert (values["duration_ms"], values["connector"]) == ("12.5", "")


@pytest.mark.parametrize(
    ("value", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("  @SUM(A1)", "'  @SUM(A1)"),
        ("+971 50", "'+971 50"),
        ("-2+3", "'-2+3"),
        ("＝1", "'＝1"),
        ("-12.5", "-12.5"),
        ("plain = text", "plain = text"),
        (None, ""),
        (3, "3"),
    ],
)
def test_no_cell_is_taken_for_a_formula(value: object, safe: str) -> None:
    assert cell(value) == safe


def test_a_request_is_sent_as_it_came_without_its_credentials() -> None:
    body = '{"name": "it\'s $HOME `id` \\\\ \u202e",\n\t"city": "الرياض"}'
    detail = LogDetail(
        ENTRY,
        headers=(
            ("Host", "here"),
            ("Content-Length", "3"),
            ("Authorization", "Bearer abc"),
            ("X-Hub-Signature-256", "sha256=1"),
            ("X-GitHub-Event", "push; rm -rf /"),
        ),
        content_type="application/json",
        body=body.encode(),
    )
    command = as_curl(detail, "https://console.example/hook?a=1&b='2'")
    assert "\u202e" not in command
    assert run(command) == [
        "--request", "POST", "https://console.example/hook?a=1&b='2'",
        "--header", f"Authorization: {MASK}",
        "--header", f"X-Hub-Signature-256: {MASK}",
        "--header", "X-GitHub-Event: push; rm -rf /",
        "--header", "Content-Type: application/json",
        "--data-raw", body, "",
    ]  # fmt: skip


def test_secrets_in_a_json_body_are_masked() -> None:
    body = b'{"access_token": "abc\\"def", "user": {"Password" : "p", "name": "n"}, "tokens": 3}'
    command = run(as_curl(LogDetail(ENTRY, body=body), "http://127.0.0.1/x"))
    assert command[-2] == f'{{"access_token": "{MASK}", "user": {{"Password" : "{MASK}", "name": "n"}}, "tokens": 3}}'


@pytest.mark.parametrize(
    "body",
    [
        "password=hunter2&x=1",
        "user%5Bpassword%5D=hunter2",
        '{"passphrase": "hunter2"}',
        '{"pin": "hunter2", "otp": ["hunter2"], "client_secret": {"value": "hunter2"}}',
        '{"outer": "{\\"password\\": \\"hunter2\\"}"}',
        "https://amina:hunter2@db.example",
        "Authorization: Bearer hunter2",
        "-----BEGIN PRIVATE KEY-----\nhunter2",
        "name=caf\udce9&password=hunter2",
        "\0password=hunter2",
    ],
)
def test_no_credential_is_copied_with_a_request(body: str) -> None:
    detail = LogDetail(
        ENTRY,
        headers=(("X-Passphrase", "hunter2"), ("Referer", "https://a/?api_key=hunter2"), ("X-Session", "hunter2")),
        content_type="text/plain; token=hunter2",
        body=body.encode("utf-8", "surrogateescape"),
    )
    command = as_curl(detail, "https://console.example/hook?token=hunter2")
    assert "hunter2" not in command
    assert "hunter2" not in "".join(run(command))


def test_people_stay_in_a_copied_request() -> None:
    body = b'{"mail": "amina@example.com", "mobile": "+966501234567"}'
    assert run(as_curl(LogDetail(ENTRY, body=body), "http://127.0.0.1/x"))[-2] == body.decode()


def test_a_body_that_no_word_can_hold_is_fed() -> None:
    for body in (b"\xff\xfe\x00binary", b"with\x00nothing"):
        detail = LogDetail(ENTRY, headers=(("content-type", "application/octet-stream"),), body=body)
        given = run(as_curl(detail, "http://127.0.0.1/x"))
        assert given[5:7] == ["--data-binary", "@-"]
        assert "\0".join(given[7:]).encode("utf-8", "surrogateescape") == body


def test_a_request_without_a_body_has_none() -> None:
    assert as_curl(LogDetail(ENTRY), "http://127.0.0.1/x") == "curl --request POST http://127.0.0.1/x"


def test_words_stay_plain_where_they_can() -> None:
    assert (shell_word("plain"), shell_word("two words"), shell_word("a\nb")) == ("plain", "'two words'", "$'a\\nb'")
