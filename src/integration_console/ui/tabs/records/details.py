"""All about one record: its content, what happened to it, and what two versions have differently."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from integration_console.domain.records import Record
from integration_console.domain.streams import RecordState
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import Translated, filled, formats
from integration_console.ui.record_words import removal_sentence, state_of_record
from integration_console.ui.tabs.records.history import RecordHistory
from integration_console.ui.tabs.records.loading import Looked
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    Banner,
    ElidedLabel,
    IconButton,
    PayloadView,
    SegmentedControl,
    StatusPill,
    Syntax,
    Tone,
)
from integration_console.ui.widgets.properties import PropertyList

_NARROWEST = 340
_KEYS = ("id", "scope", "changed", "first_seen", "last_seen")
_GONE = QT_TRANSLATE_NOOP("RecordDetails", "Gone since {when}")
CONTENT, HISTORY = "content", "history"


class RecordDetails(Translated, QFrame):
    """A panel beside the table. Esc or the cross closes it."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._record: Record | None = None
        self.pill, self.title, self.tombstone = StatusPill(), ElidedLabel("heading"), Banner()
        self.properties = PropertyList(_KEYS, frozenset({"id", "scope"}))
        self.choice = SegmentedControl((CONTENT, HISTORY))
        self.content, self.history = PayloadView(), RecordHistory()
        self._parts = QStackedWidget()
        self._close = IconButton("x")
        self._close.clicked.connect(self.closed)
        self.choice.chosen.connect(self._show_part)
        self._lay_out()
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest words of the language in force need."""
        hint = super().minimumSizeHint()
        return QSize(max(hint.width(), _NARROWEST), hint.height())

    @property
    def record(self) -> Record | None:
        """The record that is shown."""
        return self._record

    def show_record(self, record: Record) -> None:
        """Shows a record; its content and its history follow by `show_looked`."""
        if self._record is None or _key(self._record) != _key(record):
            self.content.show_text("")
            self.history.show_changes(())
        self._record = record
        self._say_record(record)

    def show_looked(self, looked: Looked) -> None:
        """Shows all about the record."""
        self._record = looked.record
        if self.content.text() != looked.text:
            self.content.show_text(looked.text, Syntax.JSON)
        self.history.show_changes(looked.changes)
        self.retranslate()

    def choose(self, part: str) -> None:
        """Brings the content or the history to the front."""
        self.choice.choose(part)
        self._show_part(part)

    def retranslate(self) -> None:
        number = len(self.history.model.rows)
        history = QCoreApplication.translate("RecordDetails", "History (%Ln)", "", number)
        self.choice.show_labels({CONTENT: self.tr("Content"), HISTORY: history})
        self.choice.setAccessibleName(self.tr("Content or history"))
        self.properties.show_names(
            {
                "id": self.tr("ID"),
                "scope": self.tr("Lives in"),
                "changed": self.tr("Changed"),
                "first_seen": self.tr("First seen"),
                "last_seen": self.tr("Last seen"),
            }
        )
        self.content.setAccessibleName(self.tr("Content"))
        self._close.show_name(self.tr("Close"))
        self.setAccessibleName(self.tr("Details"))
        if self._record is not None:
            self._say_record(self._record)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _say_record(self, record: Record) -> None:
        self.title.show_text(record.title or record.external_id)
        self.pill.show_status(*state_of_record(record.state))
        values = {
            "id": record.external_id,
            "scope": record.scope,
            "changed": formats.date_time(record.changed_at),
            "first_seen": formats.date_time(record.first_seen),
            "last_seen": formats.date_time(record.last_seen),
        }
        for key, value in values.items():
            self.properties.show_value(key, value)
        if record.state is RecordState.DELETED:
            when = filled("RecordDetails", _GONE, {"when": formats.date_time(record.changed_at)})
            self.tombstone.show_message(Tone.WARNING, when, removal_sentence(record.removal_reason))
        else:
            self.tombstone.hide()

    def _show_part(self, part: str) -> None:
        self._parts.setCurrentWidget(self.history if part == HISTORY else self.content)
        self.properties.setVisible(part == CONTENT)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.pill)
        head.addStretch(1)
        head.addWidget(self._close)
        self._parts.addWidget(self.content)
        self._parts.addWidget(self.history)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.L)
        column.setSpacing(Space.S)
        column.addLayout(head)
        for part in (self.title, self.tombstone, self.properties):
            column.addWidget(part)
        column.addSpacing(Space.XS)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._parts, 1)


def _key(record: Record) -> tuple[str, str, str]:
    return record.connector_id, record.stream, record.external_id
