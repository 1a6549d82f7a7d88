"""What happened lately: the newest entries of the log, as sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from integration_console.domain.errors.base import error_from_code
from integration_console.domain.log_messages import template_of
from integration_console.domain.logs import LogEntry, LogStatus
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import Translated, error_title, filled, formats
from integration_console.ui.tabs.hub.model import NEWEST
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Card, ElidedLabel, Label, Rule, Sign, Tone

_TONES = {
    LogStatus.SUCCESS: Tone.SUCCESS,
    LogStatus.INFO: Tone.INFO,
    LogStatus.WARNING: Tone.WARNING,
    LogStatus.ERROR: Tone.DANGER,
}
_WITH_REASON = QT_TRANSLATE_NOOP("HubActivity", "{sentence}: {reason}")
_ROW_HEIGHT = 36


def sentence_of(entry: LogEntry) -> str:
    """The entry in the language in force, with the reason where it tells of an error."""
    template = template_of(entry.event_type, entry.params)
    said = filled("Log", template, entry.params) if template else entry.message
    if not entry.error_code:
        return said
    reason = error_title(error_from_code(entry.error_code, entry.params))
    return filled("HubActivity", _WITH_REASON, {"sentence": said, "reason": reason})


class ActivityRow(Translated, QWidget):
    """One entry: how it went, what it was, when."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: LogEntry | None = None
        self._sign = Sign(size=16)
        self.sentence = ElidedLabel("plain")
        self.time = Label("caption")
        self.setFixedHeight(_ROW_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.L, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._sign)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.time)

    def show_entry(self, entry: LogEntry) -> None:
        """Shows an entry."""
        self._entry = entry
        tone = _TONES[entry.status]
        self._sign.show_icon(tone.icon, tone.color)
        self.retranslate()

    def retranslate(self) -> None:
        if self._entry is not None:
            self.sentence.show_text(sentence_of(self._entry))
            self.time.setText(formats.relative(self._entry.created_at))
            self.time.setToolTip(formats.date_time(self._entry.created_at))


class HubActivity(Translated, Card):
    """The newest entries; pressed, it leads to the log."""

    log_requested = Signal()

    def __init__(self) -> None:
        super().__init__(clickable=True)
        self.rows = [ActivityRow() for _ in range(NEWEST)]
        self._rules = [Rule() for _ in self.rows]
        self._nothing = Label("muted")
        self.body.setContentsMargins(1, Space.XS, 1, Space.XS)
        self.body.setSpacing(0)
        self.body.addWidget(self._nothing)
        self._nothing.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        for row, rule in zip(self.rows, self._rules, strict=True):
            self.body.addWidget(rule)
            self.body.addWidget(row)
        self.clicked.connect(self.log_requested)
        self.retranslate()

    def show_entries(self, entries: Sequence[LogEntry]) -> None:
        """Shows these entries, newest first."""
        self._nothing.setVisible(not entries)
        for number, (row, rule) in enumerate(zip(self.rows, self._rules, strict=True)):
            row.setVisible(number < len(entries))
            rule.setVisible(0 < number < len(entries))
            if number < len(entries):
                row.show_entry(entries[number])

    def retranslate(self) -> None:
        self._nothing.setText(self.tr("Nothing has happened yet."))
        self.setAccessibleName(self.tr("Open the log"))
