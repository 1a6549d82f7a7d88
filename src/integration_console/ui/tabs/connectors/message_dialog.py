"""The dialog that writes a message: text, channel and, who wants them, blocks."""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from integration_console.domain.connectors import Connector, ConnectorType, Message
from integration_console.domain.errors import (
    ConsoleError,
    FieldProblem,
    InvalidInput,
    SlackBlocksInvalid,
    SlackChannelClosed,
    SlackChannelNotFound,
    SlackMessageRefused,
)
from integration_console.domain.forms import Choice, Condition, Field, FieldKind, Form, Value
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.forms import FormView
from integration_console.ui.language import filled, formats
from integration_console.ui.widgets import Dialog, Label, LinkButton

_BLOCKS = "blocks"
_PAUSE_MS = 200
_NEEDED = QT_TRANSLATE_NOOP("Forms", "This field is required.")
_NOT_BLOCKS = QT_TRANSLATE_NOOP("Forms", "Enter a list of blocks: [ … ], or an object that holds one as “blocks”.")
_PLACES: dict[type[ConsoleError], str] = {
    SlackBlocksInvalid: _BLOCKS,
    SlackChannelNotFound: "channel",
    SlackChannelClosed: "channel",
    SlackMessageRefused: "text",
}
_EXAMPLE = [
    {"type": "header", "text": {"type": "plain_text", "text": "Deployment finished"}},
    {"type": "section", "text": {"type": "mrkdwn", "text": "*shop-api* 2.4.1 is live. <https://example.com|Details>"}},
    {"type": "divider"},
    {"type": "context", "elements": [{"type": "mrkdwn", "text": "Sent from Integration Console"}]},
]


class MessageDialog(Dialog):
    """Writes a message for one connector; what the outside system refuses is said at the field it is about."""

    def __init__(self, connector: Connector, kind: ConnectorType, parent: QWidget) -> None:
        super().__init__(parent, width=560)
        self._connector = connector
        self.form = FormView(_form(connector, kind))
        self.counts = Label("caption")
        self._example = LinkButton()
        self._example.clicked.connect(self._insert_example)
        below = QHBoxLayout()
        below.addWidget(self.counts, 1)
        below.addWidget(self._example)
        self.body.addWidget(self.form)
        self.body.addLayout(below)
        self.body.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._count)
        self.form.changed.connect(self._note_change)
        self.primary.show_icon("send")
        self.retranslate()
        self._note_change()
        self.form.row("text").editor.widget.setFocus()

    def message(self) -> Message:
        """What was written. Raises `InvalidInput` for what cannot be read as blocks, or an empty message."""
        values = self.form.values()
        blocks = read_blocks(str(values.get(_BLOCKS) or ""))
        text = str(values["text"])
        if not text and not blocks:
            raise InvalidInput(FieldProblem(_BLOCKS if self._has_blocks else "text", _NEEDED))
        return Message(text=text, channel=str(values.get("channel") or ""), blocks=blocks)

    def show_error(self, error: ConsoleError) -> None:
        """Says at a field what is about it, and everything else above the form."""
        place = next((name for kind, name in _PLACES.items() if isinstance(error, kind)), "")
        self.form.show_problems(error.problems if isinstance(error, InvalidInput) else ())
        self.show_busy(False)
        if place in self.form.values():
            self.form.show_error(place, error)
        elif not isinstance(error, InvalidInput):
            super().show_error(error)

    def retranslate(self) -> None:
        self.show_title(self.tr("Send a message"), filled("MessageDialog", _THROUGH, {"name": self._connector.name}))
        self.primary.setText(self.tr("Send"))
        self.secondary.setText(self.tr("Cancel"))
        self._example.setText(self.tr("Insert an example"))
        self._count()

    @property
    def _has_blocks(self) -> bool:
        return _BLOCKS in self.form.values()

    def _note_change(self) -> None:
        self._example.setVisible(self._has_blocks)
        self._timer.start()

    def _count(self) -> None:
        values = self.form.values()
        parts = [QCoreApplication.translate("MessageDialog", "%Ln character(s)", "", len(str(values["text"])))]
        if self._has_blocks:
            try:
                number = len(read_blocks(str(values[_BLOCKS] or "")))
            except InvalidInput as error:
                self.form.row(_BLOCKS).show_problem(error.problems[0])
            else:
                self.form.row(_BLOCKS).show_problem(None)
                parts.append(QCoreApplication.translate("MessageDialog", "%Ln block(s)", "", number))
        self.counts.setText(formats.listing(parts))

    def _insert_example(self) -> None:
        self.form.show_values({_BLOCKS: json.dumps(_EXAMPLE, indent=2, ensure_ascii=False)})


def read_blocks(text: str) -> tuple[dict[str, Value], ...]:
    """The blocks in what was typed: a list, or Block Kit Builder's object with `blocks`. Raises `InvalidInput`."""
    if not text.strip():
        return ()
    problems = Form((replace(_BLOCKS_FIELD, visible_when=None),)).problems({_BLOCKS: text})
    if problems:
        raise InvalidInput(*problems)
    found = json.loads(text)
    found = found.get(_BLOCKS) if isinstance(found, dict) else found
    if not isinstance(found, list):
        raise InvalidInput(FieldProblem(_BLOCKS, _NOT_BLOCKS))
    return tuple(found)


def _form(connector: Connector, kind: ConnectorType) -> Form:
    own = {each.name for each in kind.form.visible(connector.config)}
    channel = (_channel_field(str(connector.config.get("channel") or "")),) if "channel" in own else ()
    return Form((*channel, _FORMAT, _TEXT, _BLOCKS_FIELD))


def _channel_field(usual: str) -> Field:
    return Field(
        name="channel",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Channel"),
        help=QT_TRANSLATE_NOOP("Forms", "Empty: the connector's own channel."),
        placeholder=usual,
    )


_FORMAT = Field(
    name="format",
    kind=FieldKind.CHOICE,
    label=QT_TRANSLATE_NOOP("Forms", "Content"),
    choices=(
        Choice("text", QT_TRANSLATE_NOOP("Forms", "Text")),
        Choice(_BLOCKS, QT_TRANSLATE_NOOP("Forms", "Blocks (Block Kit)")),
    ),
    default="text",
)
_TEXT = Field(
    name="text",
    kind=FieldKind.MULTILINE,
    label=QT_TRANSLATE_NOOP("Forms", "Text"),
    required=True,
)
_THROUGH = QT_TRANSLATE_NOOP("MessageDialog", "Through “{name}”")
_BLOCKS_FIELD = Field(
    name=_BLOCKS,
    kind=FieldKind.JSON,
    label=QT_TRANSLATE_NOOP("Forms", "Blocks (JSON)"),
    help=QT_TRANSLATE_NOOP("Forms", "Notifications and screen readers use the text above instead of the blocks."),
    required=True,
    visible_when=Condition("format", _BLOCKS),
)
