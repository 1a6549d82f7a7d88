"""All about one entry of the log: what happened, what to do, every field, headers and body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from integration_console.domain.logs import LogEntry
from integration_console.ui.language import Translated, formats
from integration_console.ui.tabs.logs.note_section import NoteSection
from integration_console.ui.tabs.logs.words import (
    TONES,
    error_of,
    moment,
    sentence,
    source_of,
    status_word,
    type_title,
)
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Banner, IconButton, Label, QuietButton, StatusPill
from integration_console.ui.widgets.payload_parts import Part, PayloadParts
from integration_console.ui.widgets.properties import PropertyList

_NARROWEST = 320
_CODES = frozenset({"topic", "error", "id", "event_id", "correlation_id"})
_KEYS = ("time", "type", "topic", "source", "duration", "error", "id", "event_id", "correlation_id")


class LogDetails(Translated, QFrame):
    """A panel beside the table. Esc or the cross closes it."""

    closed = Signal()
    story_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._entry: LogEntry | None = None
        self._names: Mapping[str, str] = {}
        self.pill = StatusPill()
        self.title = Label("heading", wrap=True)
        self.banner = Banner()
        self.properties = PropertyList(_KEYS, _CODES)
        self.story = QuietButton("list-filter")
        self.note = NoteSection()
        self.parts = PayloadParts()
        self.closed_note = Label("muted", wrap=True)
        self.closed_note.hide()
        self._close = IconButton("x")
        self._close.clicked.connect(self.closed)
        self.story.clicked.connect(self._ask_for_story)
        self._lay_out()
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest words of the language in force need."""
        hint = super().minimumSizeHint()
        return QSize(max(hint.width(), _NARROWEST), hint.height())

    @property
    def entry_id(self) -> str:
        """The id of the entry that is shown."""
        return self._entry.id if self._entry else ""

    def show_entry(self, entry: LogEntry, names: Mapping[str, str]) -> None:
        """Shows an entry; its texts follow by `show_parts`."""
        if self._entry is None or self._entry.id != entry.id:
            self.parts.show_parts(())
            self.closed_note.hide()
        self._entry, self._names = entry, names
        self._say_entry(entry)

    def show_parts(self, parts: Sequence[Part], *, closed: bool = False) -> None:
        """Shows headers, body and payload of the entry; `closed`: the one who looks may not see them."""
        self.parts.show_parts(parts)
        self.closed_note.setVisible(closed)
        self._stretch(bool(parts))

    def retranslate(self) -> None:
        self.properties.show_names(
            {
                "time": self.tr("Time"),
                "type": self.tr("Event"),
                "topic": self.tr("Sender's name"),
                "source": self.tr("Source"),
                "duration": self.tr("Duration"),
                "error": self.tr("Error code"),
                "id": self.tr("Entry"),
                "event_id": self.tr("Stored event"),
                "correlation_id": self.tr("Correlation"),
            }
        )
        self.story.setText(self.tr("Show related entries"))
        self.story.setToolTip(self.tr("Everything with the same correlation ID"))
        self.closed_note.setText(self.tr("Headers and contents are closed to your role."))
        self._close.show_name(self.tr("Close"))
        self.setAccessibleName(self.tr("Details"))
        if self._entry is not None:
            self._say_entry(self._entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _say_entry(self, entry: LogEntry) -> None:
        self.pill.show_status(status_word(entry.status), TONES[entry.status])
        self.title.setText(sentence(entry))
        error = error_of(entry)
        if error is None:
            self.banner.hide()
        else:
            self.banner.show_error(error)
        values = {
            "time": moment(entry.created_at),
            "type": type_title(entry.event_type),
            "topic": entry.topic,
            "source": source_of(entry, self._names).name,
            "duration": "" if entry.duration_ms is None else formats.duration(entry.duration_ms),
            "error": entry.error_code,
            "id": entry.id,
            "event_id": entry.event_id,
            "correlation_id": entry.correlation_id,
        }
        for key, value in values.items():
            self.properties.show_value(key, value)
        self.story.setVisible(bool(entry.correlation_id))

    def _ask_for_story(self) -> None:
        if self._entry is not None:
            self.story_requested.emit(self._entry.correlation_id)

    def _stretch(self, has_parts: bool) -> None:
        """Where there is no text, the fields stay together at the top."""
        self._column.setStretch(self._column.count() - 1, 0 if has_parts else 1)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.pill)
        head.addStretch(1)
        head.addWidget(self.story)
        head.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.S, Space.L, Space.L)
        self._column.setSpacing(Space.S)
        self._column.addLayout(head)
        for part in (self.title, self.banner, self.properties, self.note):
            self._column.addWidget(part)
        self._column.addSpacing(Space.XS)
        self._column.addWidget(self.closed_note)
        self._column.addWidget(self.parts, 1)
        self._column.addStretch(0)
