"""Slack's rules for what stands inside a block: buttons, menus, pictures (docs.slack.dev/reference/block-kit)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from integration_console.connectors.slack import rules
from integration_console.connectors.slack.rules import Part
from integration_console.domain.errors import SlackBlocksPartMissing

_BUTTON_TEXT = 75
_BUTTON_VALUE = 2_000
_ACTION_ID = 255
_ADDRESS = 3_000
_ALT_TEXT = 2_000
_OPTIONS = 100
_OVERFLOW_OPTIONS = 5
_FEW_OPTIONS = 10
_OPTION_TEXT = 75
_OPTION_VALUE = 150
_PLACEHOLDER = 150
_CONTEXT_TEXT = 3_000
_CONFIRM = {"title": 100, "text": 300, "confirm": 30, "deny": 30}


def check_interactive(value: Any, place: str) -> None:
    """Check an element of an actions block."""
    part = rules.object_at(value, place)
    kind = rules.kind_at(part, place, tuple(_INTERACTIVE))
    _check_common(part, place)
    _INTERACTIVE[kind](part, place)


def check_accessory(value: Any, place: str) -> None:
    """Check what stands beside a section's text."""
    part = rules.object_at(value, place)
    kind = rules.kind_at(part, place, ("image", *_INTERACTIVE))
    if kind == "image":
        check_image(part, place)
    else:
        check_interactive(part, place)


def check_context(value: Any, place: str) -> None:
    """Check an element of a context block: a text or a small picture."""
    part = rules.object_at(value, place)
    if rules.kind_at(part, place, ("image", "mrkdwn", "plain_text")) == "image":
        check_image(part, place)
    else:
        rules.text_at(part, place, _CONTEXT_TEXT)


def check_image(part: Part, place: str) -> None:
    """Check a picture: an address (or a file that Slack holds) and the text for those who cannot see it."""
    if part.get("slack_file") is not None:
        rules.object_at(part["slack_file"], f"{place}.slack_file")
    else:
        rules.address_at(part.get("image_url"), f"{place}.image_url", _ADDRESS)
    rules.string_at(part.get("alt_text"), f"{place}.alt_text", _ALT_TEXT)


def _check_common(part: Part, place: str) -> None:
    rules.string_at(part.get("action_id"), f"{place}.action_id", _ACTION_ID, required=False)
    if part.get("placeholder") is not None:
        rules.text_at(part["placeholder"], f"{place}.placeholder", _PLACEHOLDER, plain=True)
    if part.get("confirm") is not None:
        confirm = rules.object_at(part["confirm"], f"{place}.confirm")
        for name, limit in _CONFIRM.items():
            rules.text_at(confirm.get(name), f"{place}.confirm.{name}", limit, plain=name != "text")


def _check_button(part: Part, place: str) -> None:
    rules.text_at(part.get("text"), f"{place}.text", _BUTTON_TEXT, plain=True)
    rules.string_at(part.get("value"), f"{place}.value", _BUTTON_VALUE, required=False)
    if part.get("url") is not None:
        rules.address_at(part["url"], f"{place}.url", _ADDRESS)
    if part.get("style") is not None:
        rules.word_at(part["style"], f"{place}.style", ("primary", "danger"))


def _check_menu(part: Part, place: str) -> None:
    if part.get("options") is None and part.get("option_groups") is None:
        raise SlackBlocksPartMissing(place=f"{place}.options", problem="missing")
    if part.get("options") is not None:
        _check_options(part["options"], f"{place}.options", _OPTIONS)
    groups = rules.list_at(part.get("option_groups"), f"{place}.option_groups", _OPTIONS, required=False)
    for number, value in enumerate(groups):
        inner = f"{place}.option_groups[{number}]"
        group = rules.object_at(value, inner)
        rules.text_at(group.get("label"), f"{inner}.label", _OPTION_TEXT, plain=True)
        _check_options(group.get("options"), f"{inner}.options", _OPTIONS)


def _check_overflow(part: Part, place: str) -> None:
    _check_options(part.get("options"), f"{place}.options", _OVERFLOW_OPTIONS)


def _check_few(part: Part, place: str) -> None:
    _check_options(part.get("options"), f"{place}.options", _FEW_OPTIONS)


def _check_options(value: Any, place: str, limit: int) -> None:
    for number, each in enumerate(rules.list_at(value, place, limit)):
        option = rules.object_at(each, f"{place}[{number}]")
        rules.text_at(option.get("text"), f"{place}[{number}].text", _OPTION_TEXT)
        rules.string_at(option.get("value"), f"{place}[{number}].value", _OPTION_VALUE)


def _check_nothing_more(part: Part, place: str) -> None:
    """Pickers whose remaining parts are all optional."""


_INTERACTIVE: Mapping[str, Callable[[Part, str], None]] = {
    "button": _check_button,
    "static_select": _check_menu,
    "multi_static_select": _check_menu,
    "overflow": _check_overflow,
    "checkboxes": _check_few,
    "radio_buttons": _check_few,
    **dict.fromkeys(
        (
            "channels_select",
            "conversations_select",
            "users_select",
            "external_select",
            "multi_channels_select",
            "multi_conversations_select",
            "multi_users_select",
            "multi_external_select",
            "datepicker",
            "timepicker",
            "datetimepicker",
            "workflow_button",
        ),
        _check_nothing_more,
    ),
}
