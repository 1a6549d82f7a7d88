"""A message in Slack's own words, checked before it is sent."""

from __future__ import annotations

import json
from typing import Any

from integration_console.connectors.slack.blocks import check_attachments, check_blocks, fallback_text
from integration_console.connectors.slack.settings import SlackSettings
from integration_console.domain.connectors import Message
from integration_console.domain.errors import SlackMessageRefused

_TEXT_LIMIT = 40_000
"""Slack cuts a longer text silently, so we refuse it (docs.slack.dev, chat.postMessage, "Truncating content")."""


def payload_of(message: Message, settings: SlackSettings, reference: str) -> bytes:
    """Return the JSON for chat.postMessage or a hook. Raises `SlackMessageRefused`, `SlackBlocksInvalid`.

    `reference` travels as metadata, so that a person (or a later check) finds the twin of a message that was sent
    twice after a time-out; hooks take no metadata.
    """
    check_blocks(message.blocks)
    check_attachments(message.attachments)
    parts: dict[str, Any] = {
        "channel": message.channel or ("" if settings.uses_hook else settings.channel),
        "text": _text(message),
        "blocks": list(message.blocks),
        "attachments": list(message.attachments),
        "username": message.username or settings.username,
        **_icon(message.icon or settings.icon),
    }
    if reference and not settings.uses_hook:
        parts["metadata"] = {"event_type": "integration_console", "event_payload": {"reference": reference}}
    return json.dumps({name: value for name, value in parts.items() if value}).encode("ascii")


def _text(message: Message) -> str:
    if len(message.text) > _TEXT_LIMIT:
        raise SlackMessageRefused(reason="msg_too_long")
    if message.text.strip():
        return message.text
    if message.blocks:
        return fallback_text(message.blocks)
    if not message.attachments:
        raise SlackMessageRefused(reason="no_text")
    return ""  # Slack would show a text above the attachments, which bring their own fallback


def _icon(icon: str) -> dict[str, str]:
    if icon.startswith(("https://", "http://")):
        return {"icon_url": icon}
    return {"icon_emoji": f":{icon.strip(':')}:" if icon and not icon.startswith(":") else icon}
