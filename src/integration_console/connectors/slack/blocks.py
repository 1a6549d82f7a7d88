"""Slack's rules for the blocks of a message, checked before anything is sent (providers.md 2.1, Block Kit)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from integration_console.connectors.slack import elements, rules
from integration_console.connectors.slack.rules import Part
from integration_console.domain.errors import SlackBlocksPartMissing, SlackBlocksRepeated, SlackBlocksWrongShape

_BLOCKS = 50
_BLOCK_ID = 255
_SECTION_TEXT = 3_000
_FIELDS = 10
_FIELD_TEXT = 2_000
_HEADER_TEXT = 150
_ACTIONS = 25
_CONTEXT = 10
_TITLE = 2_000
_MARKDOWN = 12_000
_LABEL = 2_000
_ATTACHMENTS = 100
_FALLBACK = 4_000


def check_blocks(blocks: Sequence[Any], place: str = "blocks") -> None:
    """Check a message's blocks. Raises `SlackBlocksInvalid` with the place of the first fault."""
    _check_json(blocks, place)
    parts = rules.list_at(blocks, place, _BLOCKS, required=False)
    seen: set[str] = set()
    for number, value in enumerate(parts):
        inner = f"{place}[{number}]"
        part = rules.object_at(value, inner)
        kind = rules.kind_at(part, inner, tuple(_KINDS))
        _check_id(part, inner, seen)
        _KINDS[kind](part, inner)


def check_attachments(attachments: Sequence[Any]) -> None:
    """Check a message's attachments and the blocks in them. Raises `SlackBlocksInvalid`."""
    _check_json(attachments, "attachments")
    for number, value in enumerate(rules.list_at(attachments, "attachments", _ATTACHMENTS, required=False)):
        part = rules.object_at(value, f"attachments[{number}]")
        if part.get("blocks") is not None:
            check_blocks(part["blocks"], f"attachments[{number}].blocks")


def fallback_text(blocks: Sequence[Part]) -> str:
    """Return the text of checked blocks for notifications and screen readers; “•” where they have none."""
    words = [word for block in blocks for word in _words(block)]
    return "\n".join(words)[:_FALLBACK] or "•"


def _words(part: Part) -> list[str]:
    texts = [part.get("text"), part.get("title"), *(part.get("fields") or ())]
    if part["type"] == "context":
        texts += part["elements"]
    plain = [text.get("text") if isinstance(text, Mapping) else text for text in texts]
    return [word for word in (*plain, part.get("alt_text")) if isinstance(word, str) and word]


def _check_json(value: object, place: str) -> None:
    try:
        json.dumps(value, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        unusable = True
    else:
        unusable = False
    if unusable:
        raise SlackBlocksWrongShape(place=place, expected="array", problem="JSON")


def _check_id(part: Part, place: str, seen: set[str]) -> None:
    block_id = rules.string_at(part.get("block_id"), f"{place}.block_id", _BLOCK_ID, required=False)
    if block_id and block_id in seen:
        raise SlackBlocksRepeated(place=f"{place}.block_id", value=block_id, problem=block_id)
    seen.add(block_id)


def _check_section(part: Part, place: str) -> None:
    if part.get("text") is None and part.get("fields") is None:
        raise SlackBlocksPartMissing(place=f"{place}.text", problem="missing")
    if part.get("text") is not None:
        rules.text_at(part["text"], f"{place}.text", _SECTION_TEXT)
    if part.get("fields") is not None:
        for number, field in enumerate(rules.list_at(part["fields"], f"{place}.fields", _FIELDS)):
            rules.text_at(field, f"{place}.fields[{number}]", _FIELD_TEXT)
    if part.get("accessory") is not None:
        elements.check_accessory(part["accessory"], f"{place}.accessory")


def _check_header(part: Part, place: str) -> None:
    rules.text_at(part.get("text"), f"{place}.text", _HEADER_TEXT, plain=True)


def _check_image(part: Part, place: str) -> None:
    elements.check_image(part, place)
    if part.get("title") is not None:
        rules.text_at(part["title"], f"{place}.title", _TITLE, plain=True)


def _check_actions(part: Part, place: str) -> None:
    for number, element in enumerate(rules.list_at(part.get("elements"), f"{place}.elements", _ACTIONS)):
        elements.check_interactive(element, f"{place}.elements[{number}]")


def _check_context(part: Part, place: str) -> None:
    for number, element in enumerate(rules.list_at(part.get("elements"), f"{place}.elements", _CONTEXT)):
        elements.check_context(element, f"{place}.elements[{number}]")


def _check_markdown(part: Part, place: str) -> None:
    rules.string_at(part.get("text"), f"{place}.text", _MARKDOWN)


def _check_input(part: Part, place: str) -> None:
    rules.text_at(part.get("label"), f"{place}.label", _LABEL, plain=True)
    rules.object_at(part.get("element"), f"{place}.element")
    if part.get("hint") is not None:
        rules.text_at(part["hint"], f"{place}.hint", _LABEL, plain=True)


def _check_rich_text(part: Part, place: str) -> None:
    rules.list_at(part.get("elements"), f"{place}.elements", _BLOCKS * _BLOCKS)


def _check_rows(part: Part, place: str) -> None:
    rules.list_at(part.get("rows"), f"{place}.rows", 100)


def _check_video(part: Part, place: str) -> None:
    rules.text_at(part.get("title"), f"{place}.title", 200, plain=True)
    for name in ("video_url", "thumbnail_url"):
        rules.address_at(part.get(name), f"{place}.{name}", 3_000)
    rules.string_at(part.get("alt_text"), f"{place}.alt_text", 2_000)


def _check_file(part: Part, place: str) -> None:
    rules.string_at(part.get("external_id"), f"{place}.external_id", 255)
    rules.word_at(part.get("source"), f"{place}.source", ("remote",))


def _check_nothing_more(part: Part, place: str) -> None:
    """A line has no parts; kinds that Slack has added lately are left to Slack's own check."""


_KINDS: Mapping[str, Callable[[Part, str], None]] = {
    "actions": _check_actions,
    "context": _check_context,
    "divider": _check_nothing_more,
    "file": _check_file,
    "header": _check_header,
    "image": _check_image,
    "input": _check_input,
    "markdown": _check_markdown,
    "rich_text": _check_rich_text,
    "section": _check_section,
    "table": _check_rows,
    "video": _check_video,
    **dict.fromkeys(
        ("alert", "call", "card", "carousel", "container", "context_actions", "plan", "task_card"), _check_nothing_more
    ),
}
