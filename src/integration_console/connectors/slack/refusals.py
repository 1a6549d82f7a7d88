"""Slack's words of refusal, sorted into our errors (providers.md 2.1; docs.slack.dev, chat.postMessage, "Errors")."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from integration_console.connectors.answers import Answer
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
)

_WORD = re.compile(r"[a-z0-9_]{1,64}")
_SCOPES = re.compile(r"[a-z:._,|]{1,100}")
_POINTER = re.compile(r"\[json-pointer:(/[a-z0-9_/]{1,80})\]")

_CLASSES: Mapping[type[SlackError], str] = {
    SlackSignInFailed: """invalid_auth not_authed token_revoked token_expired account_inactive no_service no_service_id
        no_team team_disabled invalid_token no_active_hooks not_allowed_token_type org_login_required""",
    SlackScopeMissing: """missing_scope ekm_access_denied restricted_action restricted_action_read_only_channel
        restricted_action_thread_only_channel restricted_action_non_threadable_channel restricted_action_thread_locked
        action_prohibited posting_to_general_channel_denied no_permission access_denied team_access_not_granted
        as_user_not_supported""",
    SlackChannelNotFound: "channel_not_found user_not_found",
    SlackChannelClosed: "not_in_channel is_archived channel_is_archived",
    SlackMessageRefused: """msg_too_long no_text invalid_blocks invalid_blocks_format invalid_attachments
        invalid_payload invalid_form_data too_many_attachments attachment_payload_limit_exceeded
        msg_blocks_too_long invalid_metadata_format invalid_metadata_schema metadata_too_large
        missing_text_or_fallback_or_attachments""",
    SlackRateLimited: "ratelimited rate_limited message_limit_exceeded",
    SlackUnavailable: "internal_error fatal_error service_unavailable request_timeout rollup_error team_added_to_org",
}
_BY_WORD = {word: kind for kind, words in _CLASSES.items() for word in words.split()}


def api_content(answer: Answer, channel: str = "") -> dict[str, Any]:
    """Return the content of a good answer of the Web API. Raises `RemoteError`: HTTP 200 may be a refusal too."""
    _refuse_by_status(answer)
    content = answer.json_object()
    if content is None:
        raise answer.unexpected()
    if content.get("ok") is True:
        return content
    word = _word(content.get("error"))
    if word is None:
        raise answer.unexpected()
    raise refusal(word, answer, channel, _detail(word, content))


def hook_accepted(answer: Answer, channel: str = "") -> None:
    """Return when a hook took the message; hooks refuse in plain text. Raises `RemoteError`."""
    if answer.status == HTTPStatus.OK and answer.text.strip() == "ok":
        return
    raise hook_refusal(answer, channel)


def hook_refusal(answer: Answer, channel: str = "") -> RemoteError:
    """Return the error that a hook's answer stands for."""
    _refuse_by_status(answer)
    word = _word(answer.text.strip())
    if word is None or answer.status < HTTPStatus.BAD_REQUEST:
        return answer.unexpected()
    return refusal(word, answer, channel)


def refusal(word: str, answer: Answer, channel: str, detail: str = "") -> SlackError:
    """Return the error for Slack's `word`."""
    kind = _BY_WORD.get(word, SlackError)
    if kind is SlackRateLimited:
        return SlackRateLimited(seconds=answer.pause_seconds)
    return kind(reason=f"{word}{detail}", channel=channel or "–")


def _refuse_by_status(answer: Answer) -> None:
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        raise SlackRateLimited(seconds=answer.pause_seconds)
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise SlackUnavailable(reason=f"HTTP {answer.status}")


def _word(value: object) -> str | None:
    """Return Slack's word; anything else (a page, an echo of what we sent) is not repeated."""
    return value if isinstance(value, str) and _WORD.fullmatch(value) else None


def _detail(word: str, content: Mapping[str, Any]) -> str:
    find = _DETAILS.get(word)
    found = find(content) if find is not None else ""
    return f": {found}" if found else ""


def _needed_scope(content: Mapping[str, Any]) -> str:
    needed = content.get("needed")
    return needed if isinstance(needed, str) and _SCOPES.fullmatch(needed) else ""


def _faulty_place(content: Mapping[str, Any]) -> str:
    found = _POINTER.search(str(content.get("response_metadata", "")))
    return found.group(1) if found else ""


_DETAILS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "missing_scope": _needed_scope,
    "invalid_blocks": _faulty_place,
    "invalid_attachments": _faulty_place,
}
