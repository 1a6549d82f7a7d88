"""The stages of a Slack connector's check; none of them posts anything to a channel."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from typing import Any, Self

from integration_console.connectors.answers import Answer
from integration_console.connectors.http import HttpClients
from integration_console.connectors.http_client import HttpClient
from integration_console.connectors.reachability import Reachability
from integration_console.connectors.slack.refusals import api_content, hook_refusal
from integration_console.connectors.slack.settings import SlackSettings
from integration_console.connectors.stages import Skipped, Step
from integration_console.domain.connectors import Stage
from integration_console.domain.errors import (
    SlackChannelClosed,
    SlackChannelNotFound,
    SlackMessageRefused,
    SlackScopeMissing,
)

_CHANNEL_ID = re.compile(r"[CG][A-Z0-9]{6,}")
_PERSON = re.compile(r"@.*|[UWD][A-Z0-9]{6,}")
_NEEDED = "chat:write"
_UNJOINED = "chat:write.public"
_PAGES = 3
_PAGE = "1000"
_SHOWN = 120


class SlackChecks:
    """One check of one connector; use it in a `with` statement, so that its connections are closed."""

    def __init__(self, settings: SlackSettings, http: HttpClients) -> None:
        self._settings = settings
        self._http = http
        self._open = contextlib.ExitStack()
        self._scopes: frozenset[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def steps(self) -> tuple[Step, ...]:
        """Return the stages for `run_steps`."""
        slack = self._settings
        way = self._open.enter_context(
            Reachability(slack.address, self._http, slack.timeout_seconds, private_network=slack.private_network)
        )
        sign_in = self._greet_hook if slack.uses_hook else self._sign_in
        return (
            *way.steps(),
            (Stage.SIGN_IN, sign_in),
            (Stage.PERMISSION, self._check_scopes),
            (Stage.SAMPLE, self._look_at_channel),
        )

    def _client(self) -> HttpClient:
        slack = self._settings
        return self._http.client(slack.address, slack.timeout_seconds, private_network=slack.private_network)

    def _greet_hook(self) -> str:
        with self._client() as client:
            refused = hook_refusal(client.post_json(self._settings.hook_url, b"{}"))
        if isinstance(refused, SlackMessageRefused):
            return ""  # the hook lives: it only missed the text
        raise refused

    def _sign_in(self) -> str:
        answer, content = self._call("auth.test", {})
        scopes = answer.headers.get("x-oauth-scopes")
        self._scopes = None if scopes is None else frozenset(each.strip() for each in scopes.split(","))
        return self._shown(f"{content.get('user', '')} @ {content.get('team', '')}")

    def _check_scopes(self) -> str:
        if self._settings.uses_hook or self._scopes is None:
            raise Skipped
        if _NEEDED not in self._scopes:
            raise SlackScopeMissing(reason=f"missing_scope: {_NEEDED}")
        return self._shown(", ".join(sorted(self._scopes)))

    def _look_at_channel(self) -> str:
        if self._settings.uses_hook:
            raise Skipped
        channel = self._settings.channel
        if _PERSON.fullmatch(channel):
            raise Skipped  # a person: every app may write to them
        try:
            found = self._channel_by_id(channel) if _CHANNEL_ID.fullmatch(channel) else self._channel_by_name(channel)
        except SlackScopeMissing as error:
            raise Skipped(error.params["reason"]) from None  # the app may write there without being allowed to look
        self._refuse_closed(found)
        return self._shown(f"#{found.get('name', '')}")

    def _channel_by_id(self, channel: str) -> Mapping[str, Any]:
        return _object(self._call("conversations.info", {"channel": channel})[1].get("channel"))

    def _channel_by_name(self, channel: str) -> Mapping[str, Any]:
        name, cursor = channel.lstrip("#"), ""
        for _ in range(_PAGES):
            wanted = {"types": "public_channel,private_channel", "limit": _PAGE, "cursor": cursor}
            content = self._call("conversations.list", wanted)[1]
            channels = content.get("channels")
            for each in map(_object, channels if isinstance(channels, list) else ()):
                if each.get("name") == name:
                    return each
            cursor = str(_object(content.get("response_metadata")).get("next_cursor") or "")
            if not cursor:
                raise SlackChannelNotFound(channel=channel, reason="channel_not_found")
        raise Skipped  # so many channels that looking further would cost more than it tells

    def _refuse_closed(self, found: Mapping[str, Any]) -> None:
        channel = self._settings.channel
        if found.get("is_archived"):
            raise SlackChannelClosed(channel=channel, reason="is_archived")
        outside = found.get("is_member") is False
        if outside and (found.get("is_private") or _UNJOINED not in (self._scopes or {_UNJOINED})):
            raise SlackChannelClosed(channel=channel, reason="not_in_channel")

    def _call(self, method: str, fields: Mapping[str, str]) -> tuple[Answer, dict[str, Any]]:
        slack = self._settings
        with self._client() as client:
            answer = client.post_form(f"{slack.base_url}/{method}", fields, bearer=slack.token)
        return answer, api_content(answer, slack.channel)

    def _shown(self, text: str) -> str:
        """Return `text` as a stage may show it: short, and without the token should the answer echo it."""
        return text.replace(self._settings.token, "•••")[:_SHOWN]


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
