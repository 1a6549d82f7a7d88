"""The page of the audit: filters, the button that verifies, the list, and beside it the entry that is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.audit import AuditEntry, AuditPage
from integration_console.ui.language import Translated, language
from integration_console.ui.tabs.audit.details import AuditDetails
from integration_console.ui.tabs.audit.filters import AuditFilters
from integration_console.ui.tabs.audit.model import AuditModel
from integration_console.ui.tabs.audit.table import AuditTable
from integration_console.ui.tabs.audit.verifying import Verification
from integration_console.ui.theme import Space
from integration_console.ui.widgets import ContentStates, EmptyState, ListWithDetails, Skeleton


class AuditView(Translated, QWidget):
    """Emits what a person wants; shows what it is given. `show_subject` is a door from other pages."""

    filter_changed = Signal()
    more_wanted = Signal()
    shown = Signal()

    def __init__(self, model: AuditModel) -> None:
        super().__init__()
        self.model = model
        model.setParent(self)
        self._chosen = 0
        self.filters, self.verification = AuditFilters(), Verification()
        self.table, self.details = AuditTable(model), AuditDetails()
        self._empty = EmptyState("clipboard-list", action_icon="x")
        self.states = ContentStates(self.table, self._empty, Skeleton(lines=12, inset=int(Space.L)))
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def chosen(self) -> AuditEntry | None:
        """The entry whose details are shown."""
        return self.model.entry(self._chosen)

    def show_names(self, names: Mapping[str, str]) -> None:
        """Takes the names that things have now, by id."""
        if names != self.model.names:
            self.model.names = names
            self.model.say_again()

    def show_page(self, page: AuditPage, *, anew: bool) -> None:
        """Shows the newest entries; `anew`: others than before."""
        with QSignalBlocker(self.table.selectionModel()):
            if anew:
                self.model.restart(page)
            else:
                self.model.show_page(page)
        self._say_empty()
        if self.model.rows:
            self.states.show_content()
        else:
            self.states.show_empty()
        self._open_details()

    def show_entry(self, number: int) -> None:
        """Chooses an entry that is listed."""
        self._chosen = number
        self._open_details()

    def show_subject(self, kind: str, subject_id: str, name: str) -> None:
        """Shows only what was done to one thing."""
        self.close_details()
        self.filters.show_subject(kind, subject_id, name)

    def close_details(self) -> None:
        """Leaves the details; the keyboard goes back to the list."""
        self._chosen = 0
        self.details.hide()
        self.table.clearSelection()
        self.table.setFocus()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Audit"))
        self._say_empty()
        self.model.say_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _open_details(self) -> None:
        entry = self.chosen
        if entry is None:
            return
        self._panes.open_details()
        with QSignalBlocker(self.table.selectionModel()):
            self.table.setCurrentIndex(self.model.index(self.model.row_of(entry.number), 0))
        self.table.viewport().update()
        self.details.show_entry(entry, self.model.names)

    def _note_row(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self.show_entry(self.model.rows[row].number)

    def _follow_selection(self, row: int) -> None:
        if not self.details.isHidden():
            self._note_row(row)

    def _say_empty(self) -> None:
        if self.filters.is_narrowed:
            self._empty.show_words(
                self.tr("No such change"),
                self.tr("Nothing that was changed fits the filters."),
                self.tr("Show all"),
            )
        else:
            self._empty.show_words(
                self.tr("Nothing was changed yet"),
                self.tr("Every change of connectors, webhooks, members and keys is written here, with who made it."),
            )

    def _connect(self) -> None:
        self.filters.changed.connect(self.filter_changed)
        self._empty.action_requested.connect(self.filters.show_all)
        self.table.end_reached.connect(self.more_wanted)
        self.table.left.connect(self.close_details)
        self.table.row_opened.connect(self._note_row)
        self.table.row_selected.connect(self._follow_selection)
        self.table.clicked.connect(lambda index: self._note_row(index.row()))
        self.details.closed.connect(self.close_details)
        language.language_changed.connect(self.model.say_again)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.filters, 1)
        head.addWidget(self.verification.button, 0, Qt.AlignmentFlag.AlignTop)
        self._panes = ListWithDetails(self.states, self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self.verification)
        column.addWidget(self._panes, 1)
