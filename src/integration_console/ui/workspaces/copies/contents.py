"""What a copy takes along: the bar of the whole, a table of its parts with their rows, and at the end its hash."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.copying import CopyProgress, CopyReport, TableProgress
from integration_console.ui.language import Translated
from integration_console.ui.theme import RowHeight, Space
from integration_console.ui.widgets import Cell, Column, CopyLine, DataTable, Label, ProgressLine, TableModel
from integration_console.ui.workspaces.copies.words import (
    contents_name,
    progress_sentence,
    rows_of_table,
    state_of_table,
)

_ROWS_SHOWN = 8


class ContentsModel(TableModel[TableProgress]):
    """The parts that hold anything; how far they have come changes where they stand."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(lambda: QCoreApplication.translate("ContentsModel", "Contents"), _name),
                Column(lambda: QCoreApplication.translate("ContentsModel", "Rows"), _rows, 190),
                Column(lambda: QCoreApplication.translate("ContentsModel", "State"), _state, 130),
            )
        )

    def show_rows(self, rows: Sequence[TableProgress]) -> None:
        """Shows these parts; the same ones are not put anew, so that the view stays where it was scrolled."""
        found = tuple(each for each in rows if each.rows)
        if [each.name for each in found] != [each.name for each in self._rows]:
            super().show_rows(found)
        elif found:
            self._rows = found
            self.dataChanged.emit(self.index(0, 0), self.index(len(found) - 1, len(self.columns) - 1))


class ContentsView(Translated, QWidget):
    """`model` holds the parts. Hidden until the copy begins."""

    def __init__(self) -> None:
        super().__init__()
        self.model = ContentsModel()
        self.progress = ProgressLine()
        self.table = DataTable(row_height=RowHeight.COMPACT)
        self.table.show_model(self.model, [column.width for column in self.model.columns])
        self.table.setMinimumHeight(_ROWS_SHOWN * RowHeight.COMPACT)
        self._hash_name, self.hash = Label("field"), CopyLine()
        self._told: TableProgress | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.progress)
        column.addWidget(self.table, 1)
        column.addWidget(self._hash_name)
        column.addWidget(self.hash)
        self.hide()
        self.retranslate()

    def show_begun(self) -> None:
        """Nothing is known of the copy yet."""
        self._told = None
        self.model.show_rows(())
        self._show_ended(False)
        self.progress.show_progress(None, progress_sentence(None))
        self.show()

    def show_progress(self, progress: CopyProgress) -> None:
        """How far the copy has come."""
        self.model.show_rows(progress.tables)
        self._told = next((each for each in progress.tables if each.name == progress.note), None)
        share = min(1.0, progress.done / progress.total) if progress.total else None
        self.progress.show_progress(share, progress_sentence(self._told))

    def show_report(self, report: CopyReport) -> None:
        """What lies on both sides now."""
        self.model.show_rows([TableProgress(each.name, each.rows, each.rows, each.rows) for each in report.tables])
        self.hash.show_text(report.digest)
        self._show_ended(True)
        self.show()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("What is copied"))
        self._hash_name.setText(self.tr("SHA-256 of all contents, the same on both sides"))
        self.hash.show_name(self._hash_name.text())
        share = self.progress.share
        self.progress.show_progress(None if share < 0 else share, progress_sentence(self._told))

    def _show_ended(self, ended: bool) -> None:
        self.progress.setVisible(not ended)
        self._hash_name.setVisible(ended)
        self.hash.setVisible(ended)


def _name(table: TableProgress) -> Cell:
    return Cell(contents_name(table.name))


def _rows(table: TableProgress) -> Cell:
    return Cell(rows_of_table(table), muted=not table.copied)


def _state(table: TableProgress) -> Cell:
    word, tone, icon = state_of_table(table)
    return Cell(word, tone=tone, icon=icon)
