"""What happened to a record: pick an entry, and see what it changed part by part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.records import ChangeKind, RecordChange, differences
from integration_console.ui.language import Translated
from integration_console.ui.record_words import removal_sentence
from integration_console.ui.tabs.records.model import DifferencesModel, HistoryModel
from integration_console.ui.theme import RowHeight, Space
from integration_console.ui.widgets import DataTable, Label, Panes


class RecordHistory(Translated, QWidget):
    """Entries above, the newest first and chosen; below, part by part, what was there before and after."""

    def __init__(self) -> None:
        super().__init__()
        self.model, self.differences = HistoryModel(), DifferencesModel()
        self.model.setParent(self)
        self.differences.setParent(self)
        self.table = DataTable(row_height=RowHeight.COMPACT)
        self.table.show_model(self.model, [column.width for column in self.model.columns])
        self.diff = DataTable(row_height=RowHeight.COMPACT)
        self.diff.show_model(self.differences, [column.width for column in self.differences.columns])
        self.heading, self.none = Label("section", wrap=True), Label("muted", wrap=True)
        self.table.row_selected.connect(self._show_entry)
        self._lay_out()
        self.retranslate()

    def show_changes(self, changes: Sequence[RecordChange]) -> None:
        """Shows these entries, and what the newest changed."""
        if tuple(changes) == self.model.rows:
            return
        self.model.show_rows(changes)
        if changes:
            self.table.setCurrentIndex(self.model.index(0, 0))
        else:
            self._show_entry(-1)

    @property
    def chosen(self) -> RecordChange | None:
        """The entry that is looked at."""
        return self.model.row_at(self.table.currentIndex())

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("History"))
        self.diff.setAccessibleName(self.tr("Differences"))
        self._say_entry(self.chosen)

    def _show_entry(self, row: int) -> None:
        change = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        found = differences(change.before, change.after) if change is not None else ()
        self.differences.show_rows(found)
        self.diff.setVisible(bool(found))
        self.none.setVisible(change is not None and not found)
        self._say_entry(change)

    def _say_entry(self, change: RecordChange | None) -> None:
        self.none.setText(self.tr("The content is the same before and after."))
        self.heading.setVisible(change is not None)
        if change is None:
            return
        words = {
            ChangeKind.ADDED: self.tr("What the record had when it was first seen"),
            ChangeKind.UPDATED: self.tr("What changed"),
            ChangeKind.DELETED: removal_sentence(change.reason),
        }
        self.heading.setText(words[change.kind])

    def _lay_out(self) -> None:
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(Space.S)
        below.addWidget(self.heading)
        below.addWidget(self.none)
        below.addWidget(self.diff, 1)
        below.addStretch(0)
        splitter = Panes(Qt.Orientation.Vertical, self.table, lower)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
