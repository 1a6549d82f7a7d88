"""All about one entry of the audit: who, when, what, and each field before and after."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from integration_console.domain.audit import AuditEntry
from integration_console.ui.language import Translated, formats
from integration_console.ui.tabs.audit.model import DifferencesModel
from integration_console.ui.tabs.audit.table import DifferencesTable
from integration_console.ui.tabs.audit.words import action_title, action_tone, area_name, differences, subject_name
from integration_console.ui.theme import Space
from integration_console.ui.widgets import ElidedLabel, IconButton, Label, StatusPill
from integration_console.ui.widgets.properties import PropertyList

_NARROWEST = 360
_KEYS = ("number", "time", "actor", "area", "action", "subject", "hash")


class AuditDetails(Translated, QFrame):
    """A panel beside the table. Esc or the cross closes it."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._entry: AuditEntry | None = None
        self._names: Mapping[str, str] = {}
        self.pill, self.title = StatusPill(), ElidedLabel("heading")
        self.properties = PropertyList(_KEYS, frozenset({"action", "subject", "hash"}))
        self.model = DifferencesModel()
        self.model.setParent(self)
        self.table = DifferencesTable(self.model)
        self._heading, self._none = Label("field"), Label("muted", wrap=True)
        self._close = IconButton("x")
        self._close.clicked.connect(self.closed)
        self._lay_out()
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest words of the language in force need."""
        hint = super().minimumSizeHint()
        return QSize(max(hint.width(), _NARROWEST), hint.height())

    @property
    def entry(self) -> AuditEntry | None:
        """The entry that is shown."""
        return self._entry

    def show_entry(self, entry: AuditEntry, names: Mapping[str, str]) -> None:
        """Shows an entry."""
        if self._entry != entry:
            self.model.show_rows(differences(entry.change.before, entry.change.after))
        self._entry, self._names = entry, names
        self._say_entry(entry)

    def retranslate(self) -> None:
        self.properties.show_names(
            {
                "number": self.tr("Number"),
                "time": self.tr("When"),
                "actor": self.tr("Who"),
                "area": self.tr("Area"),
                "action": self.tr("Action"),
                "subject": self.tr("ID"),
                "hash": self.tr("Hash"),
            }
        )
        self._close.show_name(self.tr("Close"))
        self.setAccessibleName(self.tr("Details"))
        self._heading.setText(self.tr("Before and after"))
        self.table.setAccessibleName(self.tr("Before and after"))
        self._none.setText(self.tr("This action changes no field: secrets and passwords are never kept here."))
        if self._entry is not None:
            self._say_entry(self._entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _say_entry(self, entry: AuditEntry) -> None:
        change = entry.change
        self.pill.show_status(action_title(change.action), action_tone(change.action))
        self.title.show_text(subject_name(entry, self._names) or area_name(change.subject_kind))
        values = {
            "number": formats.number(entry.number),
            "time": formats.date_time(change.created_at),
            "actor": change.actor,
            "area": area_name(change.subject_kind),
            "action": change.action,
            "subject": change.subject_id,
            "hash": entry.hash,
        }
        for key, value in values.items():
            self.properties.show_value(key, value)
        has_fields = bool(self.model.rows)
        self.table.setVisible(has_fields)
        self._none.setVisible(not has_fields)
        self._column.setStretch(self._column.count() - 1, 0 if has_fields else 1)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.pill)
        head.addStretch(1)
        head.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.S, Space.L, Space.L)
        self._column.setSpacing(Space.S)
        self._column.addLayout(head)
        for part in (self.title, self.properties):
            self._column.addWidget(part)
        self._column.addSpacing(Space.XS)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._none)
        self._column.addWidget(self.table, 1)
        self._column.addStretch(0)
