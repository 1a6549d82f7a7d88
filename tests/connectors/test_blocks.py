"""Slack's limits for blocks: the last that passes, and the first that does not."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.models.blocks import Block

from integration_console.connectors.slack.blocks import check_attachments, check_blocks, fallback_text
from integration_console.domain.errors import (
    SlackBlocksInvalid,
    SlackBlocksNotAddress,
    SlackBlocksPartMissing,
    SlackBlocksRepeated,
    SlackBlocksTooLong,
    SlackBlocksTooMany,
    SlackBlocksUnknownKind,
    SlackBlocksWrongShape,
)

Part = dict[str, Any]
ADDRESS = "https://example.test/"
DIVIDER: Part = {"type": "divider"}


def mrkdwn(length: int) -> Part:
    return {"type": "mrkdwn", "text": "x" * length}


def plain(length: int) -> Part:
    return {"type": "plain_text", "text": "x" * length}


def section(**parts: Any) -> Part:
    return {"type": "section", "text": mrkdwn(1), **parts}


def picture(**parts: Any) -> Part:
    return {"type": "image", "image_url": f"{ADDRESS}a.png", "alt_text": "a", **parts}


def button(**parts: Any) -> Part:
    return {"type": "button", "text": plain(1), **parts}


def actions(*elements: Part) -> Part:
    return {"type": "actions", "elements": list(elements)}


def context(*elements: Part) -> Part:
    return {"type": "context", "elements": list(elements)}


def options(count: int) -> list[Part]:
    return [{"text": plain(1), "value": str(number)} for number in range(count)]


def confirm(**parts: Any) -> Part:
    return {"title": plain(1), "text": plain(1), "confirm": plain(1), "deny": plain(1), **parts}


LIMITS: list[tuple[str, list[Any], list[Any], str]] = [
    ("blocks", [DIVIDER] * 50, [DIVIDER] * 51, "blocks"),
    ("section text", [section(text=mrkdwn(3000))], [section(text=mrkdwn(3001))], "blocks[0].text.text"),
    ("fields", [section(fields=[plain(1)] * 10)], [section(fields=[plain(1)] * 11)], "blocks[0].fields"),
    ("field", [section(fields=[plain(2000)])], [section(fields=[plain(2001)])], "blocks[0].fields[0].text"),
    (
        "header",
        [{"type": "header", "text": plain(150)}],
        [{"type": "header", "text": plain(151)}],
        "blocks[0].text.text",
    ),
    ("actions", [actions(*[button()] * 25)], [actions(*[button()] * 26)], "blocks[0].elements"),
    ("context", [context(*[mrkdwn(1)] * 10)], [context(*[mrkdwn(1)] * 11)], "blocks[0].elements"),
    ("block_id", [section(block_id="b" * 255)], [section(block_id="b" * 256)], "blocks[0].block_id"),
    (
        "image url",
        [picture(image_url=ADDRESS.ljust(3000, "x"))],
        [picture(image_url=ADDRESS.ljust(3001, "x"))],
        "blocks[0].image_url",
    ),
    ("alt text", [picture(alt_text="x" * 2000)], [picture(alt_text="x" * 2001)], "blocks[0].alt_text"),
    ("image title", [picture(title=plain(2000))], [picture(title=plain(2001))], "blocks[0].title.text"),
    (
        "button text",
        [actions(button(text=plain(75)))],
        [DIVIDER, actions(button(), button(text=plain(76)))],
        "blocks[1].elements[1].text.text",
    ),
    (
        "button value",
        [actions(button(value="x" * 2000))],
        [actions(button(value="x" * 2001))],
        "blocks[0].elements[0].value",
    ),
    (
        "action id",
        [actions(button(action_id="x" * 255))],
        [section(accessory=button(action_id="x" * 256))],
        "blocks[0].accessory.action_id",
    ),
    (
        "markdown",
        [{"type": "markdown", "text": "x" * 12000}],
        [{"type": "markdown", "text": "x" * 12001}],
        "blocks[0].text",
    ),
    (
        "overflow",
        [actions({"type": "overflow", "options": options(5)})],
        [actions({"type": "overflow", "options": options(6)})],
        "blocks[0].elements[0].options",
    ),
    (
        "menu",
        [actions({"type": "static_select", "placeholder": plain(150), "options": options(100)})],
        [actions({"type": "static_select", "options": options(101)})],
        "blocks[0].elements[0].options",
    ),
    (
        "checkboxes",
        [actions({"type": "checkboxes", "options": options(10)})],
        [actions({"type": "checkboxes", "options": options(11)})],
        "blocks[0].elements[0].options",
    ),
    (
        "confirmation",
        [actions(button(confirm=confirm(title=plain(100))))],
        [actions(button(confirm=confirm(deny=plain(31))))],
        "blocks[0].elements[0].confirm.deny.text",
    ),
    (
        "input label",
        [{"type": "input", "label": plain(2000), "hint": plain(2000), "element": {"type": "plain_text_input"}}],
        [{"type": "input", "label": plain(1), "hint": plain(2001), "element": {"type": "plain_text_input"}}],
        "blocks[0].hint.text",
    ),
]


@pytest.mark.parametrize(("name", "fits", "breaks", "place"), LIMITS, ids=[each[0] for each in LIMITS])
def test_a_limit_holds_to_the_last_piece(name: str, fits: list[Any], breaks: list[Any], place: str) -> None:
    check_blocks(fits)
    with pytest.raises(SlackBlocksInvalid) as refused:
        check_blocks(breaks)
    assert isinstance(refused.value, SlackBlocksTooLong | SlackBlocksTooMany)
    assert refused.value.params["place"] == place
    assert int(refused.value.params["count"]) == int(refused.value.params["limit"]) + 1


FAULTS: list[tuple[list[Any], type[SlackBlocksInvalid], str]] = [
    (["text"], SlackBlocksWrongShape, "blocks[0]"),
    ([{}], SlackBlocksPartMissing, "blocks[0].type"),
    ([{"type": 7}], SlackBlocksWrongShape, "blocks[0].type"),
    ([{"type": "sektion"}], SlackBlocksUnknownKind, "blocks[0].type"),
    ([{"type": "section"}], SlackBlocksPartMissing, "blocks[0].text"),
    ([section(text="bare")], SlackBlocksWrongShape, "blocks[0].text"),
    ([section(text=mrkdwn(0))], SlackBlocksPartMissing, "blocks[0].text.text"),
    ([section(text={"type": "html", "text": "x"})], SlackBlocksUnknownKind, "blocks[0].text.type"),
    ([section(fields=[])], SlackBlocksPartMissing, "blocks[0].fields"),
    ([section(fields="no list")], SlackBlocksWrongShape, "blocks[0].fields"),
    ([section(block_id="a"), section(block_id="a")], SlackBlocksRepeated, "blocks[1].block_id"),
    ([{"type": "header"}], SlackBlocksPartMissing, "blocks[0].text"),
    ([{"type": "header", "text": mrkdwn(1)}], SlackBlocksUnknownKind, "blocks[0].text.type"),
    ([picture(image_url="ftp://example.test/a.png")], SlackBlocksNotAddress, "blocks[0].image_url"),
    ([picture(image_url="https://[broken")], SlackBlocksNotAddress, "blocks[0].image_url"),
    ([{"type": "image", "image_url": ADDRESS}], SlackBlocksPartMissing, "blocks[0].alt_text"),
    ([actions()], SlackBlocksPartMissing, "blocks[0].elements"),
    ([actions({"type": "divider"})], SlackBlocksUnknownKind, "blocks[0].elements[0].type"),
    ([actions(button(text=mrkdwn(1)))], SlackBlocksUnknownKind, "blocks[0].elements[0].text.type"),
    ([actions(button(url="example.test"))], SlackBlocksNotAddress, "blocks[0].elements[0].url"),
    ([actions(button(style="loud"))], SlackBlocksUnknownKind, "blocks[0].elements[0].style"),
    ([actions({"type": "static_select"})], SlackBlocksPartMissing, "blocks[0].elements[0].options"),
    ([{"type": "table"}], SlackBlocksWrongShape, "blocks[0].rows"),
    ([{"type": "video", "title": plain(1)}], SlackBlocksPartMissing, "blocks[0].video_url"),
    ([{"type": "file", "external_id": "a", "source": "here"}], SlackBlocksUnknownKind, "blocks[0].source"),
    ([{"type": "input", "label": plain(1)}], SlackBlocksWrongShape, "blocks[0].element"),
    ([section(weight=float("nan"))], SlackBlocksWrongShape, "blocks"),
    ([section(weight={1, 2})], SlackBlocksWrongShape, "blocks"),
]


@pytest.mark.parametrize(("blocks", "error", "place"), FAULTS)
def test_a_fault_is_named_with_its_place(blocks: list[Any], error: type[SlackBlocksInvalid], place: str) -> None:
    with pytest.raises(SlackBlocksInvalid) as refused:
        check_blocks(blocks)
    assert (type(refused.value), refused.value.params["place"]) == (error, place)
    assert "{" not in str(refused.value)


RICH: list[Any] = [
    {"type": "header", "text": plain(10)},
    DIVIDER,
    section(accessory=picture(), fields=[mrkdwn(4), plain(4)]),
    section(accessory={"type": "overflow", "options": options(2)}),
    actions(
        button(style="primary", url=ADDRESS, value="v", confirm=confirm()),
        {"type": "users_select", "placeholder": plain(4)},
        {"type": "static_select", "option_groups": [{"label": plain(3), "options": options(2)}]},
    ),
    context(mrkdwn(3), picture()),
    picture(title=plain(3), block_id="picture"),
    {"type": "image", "slack_file": {"id": "F123"}, "alt_text": "a file that Slack holds"},
    {"type": "markdown", "text": "**bold**"},
    {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]},
    {"type": "file", "external_id": "ABC", "source": "remote"},
    {"type": "table", "rows": [[{"type": "raw_text", "text": "cell"}]]},
    {
        "type": "video",
        "title": plain(5),
        "video_url": ADDRESS,
        "thumbnail_url": ADDRESS,
        "alt_text": "a film",
    },
]


def test_a_rich_message_passes() -> None:
    check_blocks(RICH)


@pytest.mark.parametrize("block", RICH, ids=[each["type"] for each in RICH])
def test_what_passes_here_passes_slacks_own_models(block: Part) -> None:
    parsed = Block.parse(block)
    assert parsed is not None
    parsed.validate_json()


def test_blocks_inside_attachments_are_checked_too() -> None:
    check_attachments([{"text": "plain"}, {"blocks": [DIVIDER]}])
    with pytest.raises(SlackBlocksUnknownKind) as refused:
        check_attachments([{"text": "plain"}, {"blocks": [{"type": "nothing"}]}])
    assert refused.value.params["place"] == "attachments[1].blocks[0].type"


def test_attachments_are_at_most_100() -> None:
    check_attachments([{"text": "x"}] * 100)
    with pytest.raises(SlackBlocksTooMany):
        check_attachments([{"text": "x"}] * 101)


def test_the_fallback_is_the_blocks_text() -> None:
    title = {"type": "header", "text": {"type": "plain_text", "text": "Down"}}
    detail = section(text={"type": "mrkdwn", "text": "api"}, fields=[{"type": "mrkdwn", "text": "since 12:00"}])
    note = context({"type": "mrkdwn", "text": "by the console"}, picture(alt_text="logo"))
    film = {"type": "markdown", "text": "**more**"}
    text = fallback_text([title, detail, DIVIDER, note, picture(alt_text="graph"), film])
    assert text == "Down\napi\nsince 12:00\nby the console\ngraph\n**more**"


def test_the_fallback_of_wordless_blocks_is_a_dot() -> None:
    assert fallback_text([DIVIDER]) == "•"
