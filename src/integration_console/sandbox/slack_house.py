"""What a Slack in miniature knows: its channels, the messages it took, and the words with which it refuses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from time import time
from typing import Any

TEXT_LIMIT = 40_000
_BLOCKS = 50
_TEXT_LIMITS = {"section": 3_000, "header": 150, "markdown": 12_000}
_BLOCK_TYPES = frozenset(
    [
        "actions",
        "context",
        "divider",
        "file",
        "header",
        "image",
        "input",
        "markdown",
        "rich_text",
        "section",
        "table",
        "video",
    ]
)


@dataclass(frozen=True, slots=True)
class SandboxChannel:
    """A channel of the sandbox."""

    id: str
    name: str
    is_private: bool = False
    is_archived: bool = False
    is_member: bool = True


@dataclass(frozen=True, slots=True)
class SandboxMessage:
    """A message that the sandbox took; `via` says by which door: "api" or "hook"."""

    channel: str
    ts: str
    text: str
    via: str
    blocks: Sequence[Any] = ()
    attachments: Sequence[Any] = ()
    username: str = ""
    icon: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)


class Refused(Exception):
    """The sandbox refuses; `word` is Slack's own, `details` its further fields."""

    def __init__(self, word: str, **details: Any) -> None:
        super().__init__(word)
        self.word = word
        self.details = details


CHANNELS = (
    SandboxChannel("C0000000001", "general"),
    SandboxChannel("C0000000002", "alerts"),
    SandboxChannel("C0000000003", "old-news", is_archived=True),
    SandboxChannel("C0000000004", "board", is_private=True, is_member=False),
)


class House:
    """The channels and the messages in them."""

    def __init__(self, channels: Iterable[SandboxChannel]) -> None:
        self.channels = tuple(channels)
        self._messages: list[SandboxMessage] = []
        self._lock = Lock()

    @property
    def messages(self) -> tuple[SandboxMessage, ...]:
        """All messages, oldest first."""
        with self._lock:
            return tuple(self._messages)

    def channel(self, wanted: Any) -> SandboxChannel:
        """Return a channel by id or name. Raises `Refused`."""
        name = str(wanted or "").removeprefix("#")
        for each in self.channels:
            if name in (each.id, each.name):
                return each
        raise Refused("channel_not_found")

    def post(self, channel: SandboxChannel, fields: Mapping[str, Any], via: str) -> SandboxMessage:
        """Take a message as Slack would. Raises `Refused`."""
        if channel.is_archived:
            raise Refused("is_archived")
        if channel.is_private and not channel.is_member:
            raise Refused("not_in_channel")
        text, blocks, attachments = _content(fields)
        icon = str(fields.get("icon_emoji") or fields.get("icon_url") or "")
        metadata = _parsed(fields.get("metadata"), {}, "invalid_metadata_format")
        with self._lock:
            message = SandboxMessage(
                channel.id,
                self._next_ts(),
                text,
                via,
                blocks,
                attachments,
                str(fields.get("username") or ""),
                icon,
                metadata,
            )
            self._messages.append(message)
        return message

    def _next_ts(self) -> str:
        last = self._messages[-1].ts if self._messages else "0.000000"
        now = f"{time():.6f}"
        if now > last:
            return now
        seconds, _, fraction = last.partition(".")
        return f"{seconds}.{int(fraction) + 1:06d}"


def _content(fields: Mapping[str, Any]) -> tuple[str, list[Any], list[Any]]:
    text = str(fields.get("text") or "")
    blocks = _parsed(fields.get("blocks"), [], "invalid_blocks_format")
    attachments = _parsed(fields.get("attachments"), [], "invalid_attachments")
    if not (text or blocks or attachments):
        raise Refused("no_text")
    if len(text) > TEXT_LIMIT:
        raise Refused("msg_too_long")
    if len(attachments) > 100:  # noqa: PLR2004 - Slack's own number, used once
        raise Refused("too_many_attachments")
    _check_blocks(blocks)
    return text, blocks, attachments


def _parsed(value: Any, empty: Any, word: str) -> Any:
    """Return a field that is JSON, or JSON in a text (as forms send it). Raises `Refused`."""
    if value in (None, ""):
        return empty
    try:
        parsed = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        raise Refused(word) from None
    if not isinstance(parsed, type(empty)):
        raise Refused(word)
    return parsed


def _check_blocks(blocks: Sequence[Any]) -> None:
    if len(blocks) > _BLOCKS:
        raise _invalid(f"no more than {_BLOCKS} items allowed", "/blocks")
    for number, block in enumerate(blocks):
        if not isinstance(block, dict) or block.get("type") not in _BLOCK_TYPES:
            raise _invalid("unsupported type", f"/blocks/{number}/type")
        text = block.get("text")
        words = text.get("text") if isinstance(text, dict) else text
        if isinstance(words, str) and len(words) > _TEXT_LIMITS.get(block["type"], TEXT_LIMIT):
            raise _invalid(
                f"must be less than {_TEXT_LIMITS[block['type']] + 1} characters", f"/blocks/{number}/text/text"
            )


def _invalid(what: str, place: str) -> Refused:
    return Refused("invalid_blocks", response_metadata={"messages": [f"[ERROR] {what} [json-pointer:{place}]"]})
