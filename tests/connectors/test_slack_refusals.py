"""Slack's answers, sorted into our errors."""

from __future__ import annotations

import json
from typing import Any

import pytest

from integration_console.connectors.answers import Answer
from integration_console.connectors.slack.refusals import api_content, hook_accepted
from integration_console.domain.errors import (
    RemoteError,
    SlackChannelClosed,
    SlackChannelNotFound,
    SlackError,
    SlackMessageRefused,
    SlackRateLimited,
    SlackScopeMissing,
    SlackSignInFailed,
    SlackUnavailable,
    UnexpectedAnswer,
    error_from_code,
)

SECRET = "xoxb-4711-verysecret"

WORDS: list[tuple[str, type[SlackError], bool]] = [
    ("invalid_auth", SlackSignInFailed, False),
    ("not_authed", SlackSignInFailed, False),
    ("token_revoked", SlackSignInFailed, False),
    ("token_expired", SlackSignInFailed, False),
    ("account_inactive", SlackSignInFailed, False),
    ("missing_scope", SlackScopeMissing, False),
    ("restricted_action", SlackScopeMissing, False),
    ("ekm_access_denied", SlackScopeMissing, False),
    ("channel_not_found", SlackChannelNotFound, False),
    ("not_in_channel", SlackChannelClosed, False),
    ("is_archived", SlackChannelClosed, False),
    ("msg_too_long", SlackMessageRefused, False),
    ("no_text", SlackMessageRefused, False),
    ("invalid_blocks", SlackMessageRefused, False),
    ("ratelimited", SlackRateLimited, True),
    ("internal_error", SlackUnavailable, True),
    ("fatal_error", SlackUnavailable, True),
    ("service_unavailable", SlackUnavailable, True),
    ("request_timeout", SlackUnavailable, True),
    ("a_word_of_next_year", SlackError, False),
]

HOOK_WORDS: list[tuple[int, str, type[SlackError]]] = [
    (400, "invalid_payload", SlackMessageRefused),
    (400, "no_text", SlackMessageRefused),
    (400, "too_many_attachments", SlackMessageRefused),
    (404, "user_not_found", SlackChannelNotFound),
    (404, "channel_not_found", SlackChannelNotFound),
    (410, "channel_is_archived", SlackChannelClosed),
    (403, "action_prohibited", SlackScopeMissing),
    (404, "no_service", SlackSignInFailed),
    (403, "invalid_token", SlackSignInFailed),
    (429, "rate_limited", SlackRateLimited),
    (500, "rollup_error", SlackUnavailable),
]


def answer(content: object, status: int = 200, **headers: str) -> Answer:
    body = content.encode() if isinstance(content, str) else json.dumps(content).encode()
    return Answer("slack.test", status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


def api_error(content: object, status: int = 200, **headers: str) -> RemoteError:
    with pytest.raises(RemoteError) as refused:
        api_content(answer(content, status, **headers), "#alerts")
    return refused.value


@pytest.mark.parametrize(("word", "error", "retriable"), WORDS)
def test_each_word_has_its_class(word: str, error: type[SlackError], retriable: bool) -> None:
    raised = api_error({"ok": False, "error": word})
    assert (type(raised), raised.retriable) == (error, retriable)
    assert "{" not in str(raised)
    assert type(error_from_code(raised.code, raised.params)) is error


@pytest.mark.parametrize(("status", "word", "error"), HOOK_WORDS)
def test_each_word_of_a_hook_has_its_class(status: int, word: str, error: type[SlackError]) -> None:
    with pytest.raises(SlackError) as refused:
        hook_accepted(answer(word, status, content_type="text/plain"))
    assert type(refused.value) is error


def test_a_hook_that_says_ok_took_the_message() -> None:
    hook_accepted(answer("ok"))


@pytest.mark.parametrize("body", ["", "<html>", "OK!", '{"ok": true}'])
def test_a_hook_that_says_anything_else_did_not(body: str) -> None:
    with pytest.raises(UnexpectedAnswer):
        hook_accepted(answer(body, content_type="text/html"))


def test_http_200_with_ok_is_the_only_success() -> None:
    assert api_content(answer({"ok": True, "ts": "1.2"})) == {"ok": True, "ts": "1.2"}


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("2", "2"), ("0", "1"), ("-5", "1"), ("soon", "1"), ("1.5", "1"), ("٣", "1"), ("99999999", "86400")],
)
def test_a_pause_is_told_in_whole_seconds(header: str, seconds: str) -> None:
    raised = api_error({"ok": False, "error": "ratelimited"}, 429, retry_after=header)
    assert (type(raised), raised.params) == (SlackRateLimited, {"seconds": seconds})


def test_a_pause_without_a_header_is_one_second() -> None:
    assert api_error("", 429).params == {"seconds": "1"}


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_server_error_is_unavailable_whatever_its_body(status: int) -> None:
    raised = api_error("<html>Bad gateway</html>", status, content_type="text/html")
    assert (type(raised), raised.params["reason"]) == (SlackUnavailable, f"HTTP {status}")


@pytest.mark.parametrize(
    "content", ["<html>Sign in</html>", "", "[]", '"ok"', {"error": 7}, {"ok": False}, {}, {"ok": "yes"}]
)
def test_anything_that_is_not_slack_is_unexpected(content: Any) -> None:
    raised = api_error(content, content_type="text/html; charset=utf-8")
    assert type(raised) is UnexpectedAnswer
    assert raised.params == {"host": "slack.test", "status": "200", "content_type": "text/html"}


def test_a_missing_scope_is_named() -> None:
    raised = api_error({"ok": False, "error": "missing_scope", "needed": "chat:write"})
    assert raised.params["reason"] == "missing_scope: chat:write"


def test_the_place_in_faulty_blocks_is_named() -> None:
    details = {"messages": ["[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"]}
    raised = api_error({"ok": False, "error": "invalid_blocks", "response_metadata": details})
    assert raised.params["reason"] == "invalid_blocks: /blocks/0/text/text"


def test_an_echo_of_the_secret_is_not_repeated() -> None:
    echoes = [
        api_error({"ok": False, "error": SECRET}),
        api_error({"ok": False, "error": "missing_scope", "needed": SECRET}),
        api_error(SECRET, content_type=f"text/html; token={SECRET}"),
        api_error({"ok": False, "error": "invalid_blocks", "response_metadata": [f"[json-pointer:/{SECRET}]"]}),
    ]
    assert [SECRET in f"{error} {error!r} {error.params}" for error in echoes] == [False] * 4


def test_an_answers_text_form_shows_neither_body_nor_headers() -> None:
    assert repr(answer(SECRET, x=SECRET)) == "Answer(host='slack.test', status=200)"
