"""What happened, what to do about it, and every field of an entry; and the note beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from integration_console.domain.logs import LogEntry
from integration_console.ui.language import Translated, formats
from integration_console.ui.tabs.logs.note_section import NoteSection
from integration_console.ui.tabs.logs.words import error_of, moment, source_of, type_title, visible_entry
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Banner, Label
from integration_console.ui.widgets.properties import PropertyList

_CODES = frozenset({"topic", "error", "id", "event_id", "correlation_id"})
_KEYS = ("time", "type", "topic", "source", "duration", "error", "id", "event_id", "correlation_id")


class Overview(Translated, QScrollArea):
    """Scrolls where there is more than fits."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the keyboard, and is scrolled to
        self._entry: LogEntry | None = None
        self._names: Mapping[str, str] = {}
        self.banner = Banner()
        self.properties = PropertyList(_KEYS, _CODES)
        self.note = NoteSection()
        self.closed_note = Label("muted", wrap=True)
        self.closed_note.hide()
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        self.setWidget(content)
        for part in (self.banner, self.properties, self.closed_note, self.note):
            column.addWidget(part)
        column.addStretch(1)
        self.retranslate()

    def show_entry(self, entry: LogEntry, names: Mapping[str, str]) -> None:
        """Shows the fields of an entry."""
        self._entry, self._names = visible_entry(entry), names
        self._say_entry(self._entry)

    def show_closed(self, closed: bool) -> None:
        """Says that the one who looks may not see contents."""
        self.closed_note.setVisible(closed)

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
        self.closed_note.setText(self.tr("Headers and contents are closed to your role."))
        if self._entry is not None:
            self._say_entry(self._entry)

    def _say_entry(self, entry: LogEntry) -> None:
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
