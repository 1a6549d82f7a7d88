"""What Slack would refuse in a message's blocks: found before anything is sent, with the place and the limit."""

from __future__ import annotations

from integration_console.domain.errors.slack import SlackBlocksInvalid
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class SlackBlocksTooMany(SlackBlocksInvalid):
    """A list holds more parts than Slack takes."""

    code = "slack.blocks.too_many"
    template = QT_TRANSLATE_NOOP("Errors", "{place} has {count} parts; Slack accepts at most {limit}.")


class SlackBlocksTooLong(SlackBlocksInvalid):
    """A text is longer than Slack takes."""

    code = "slack.blocks.too_long"
    template = QT_TRANSLATE_NOOP("Errors", "{place} has {count} characters; Slack accepts at most {limit}.")


class SlackBlocksPartMissing(SlackBlocksInvalid):
    """A part that Slack needs is not there, or empty."""

    code = "slack.blocks.missing"
    template = QT_TRANSLATE_NOOP("Errors", "{place} is missing or empty; Slack needs it.")


class SlackBlocksWrongShape(SlackBlocksInvalid):
    """A part is of the wrong JSON type; `expected` is JSON's own word for the right one."""

    code = "slack.blocks.shape"
    template = QT_TRANSLATE_NOOP("Errors", "{place} must be of the JSON type “{expected}”.")


class SlackBlocksUnknownKind(SlackBlocksInvalid):
    """A block or element has a type that Slack does not know at this place."""

    code = "slack.blocks.kind"
    template = QT_TRANSLATE_NOOP("Errors", "{place}: Slack does not know “{kind}” here. It accepts: {known}.")


class SlackBlocksRepeated(SlackBlocksInvalid):
    """An id that must be unique within the message stands there twice."""

    code = "slack.blocks.repeated"
    template = QT_TRANSLATE_NOOP("Errors", "{place}: the id “{value}” appears in the message twice.")


class SlackBlocksNotAddress(SlackBlocksInvalid):
    """A part must be a web address and is not."""

    code = "slack.blocks.address"
    template = QT_TRANSLATE_NOOP("Errors", "{place} must be an address that starts with https:// or http://.")
