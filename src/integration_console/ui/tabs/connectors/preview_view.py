"""The first records that a connector would bring, while its form is still being filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from integration_console.domain.access import Preview
from integration_console.domain.errors import ConsoleError
from integration_console.ui.language import Translated, problem_sentence
from integration_console.ui.record_words import column_title, value_text
from integration_console.ui.theme import RowHeight, Space
from integration_console.ui.widgets import (
    Banner,
    Cell,
    Column,
    DataTable,
    EmptyState,
    IconButton,
    Label,
    Skeleton,
    TableModel,
)
from integration_console.ui.widgets.cells import PADDING

_MOST_COLUMNS = 12
_NARROWEST, _WIDEST, _LETTER = 64, 190, 8
_Row = Mapping[str, object]


class PreviewView(Translated, QWidget):
    """A table of first records, or why there is none. `requested` asks for them anew."""

    requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._problems: Preview | None = None
        self._number: int | None = None
        self._columns: tuple[str, ...] = ()
        self.heading, self.count, self.again = Label("section"), Label("caption"), IconButton("refresh-cw")
        self.trouble, self.hint = Banner(), Label("caption", wrap=True)
        self.table = DataTable(row_height=RowHeight.COMPACT)
        self._empty = EmptyState("table-2")
        self._skeleton = Skeleton(lines=6, inset=int(Space.M))
        self._states = QStackedWidget()
        for state in (self._empty, self._skeleton, self.table):
            self._states.addWidget(state)
        self.again.clicked.connect(self.requested)
        self._lay_out()
        self.retranslate()

    @property
    def columns(self) -> tuple[str, ...]:
        """The parts of the records that the table shows."""
        return self._columns

    def show_awaited(self) -> None:
        """The records are being fetched; those that are seen stay until then."""
        if self._states.currentWidget() is not self.table:
            self._states.setCurrentWidget(self._skeleton)
        self.again.setEnabled(False)

    def show_preview(self, preview: Preview) -> None:
        """Shows the first records, or what is wrong with the settings."""
        self.again.setEnabled(True)
        self.trouble.hide()
        self._problems = preview if preview.problems else None
        self._number = len(preview.records)
        if preview.records:
            self._show_records(preview.records)
        self._states.setCurrentWidget(self.table if preview.records else self._empty)
        self.retranslate()

    def show_error(self, error: ConsoleError) -> None:
        """Says why nothing could be fetched."""
        self.again.setEnabled(True)
        self._number, self._problems = None, None
        self._states.setCurrentWidget(self._empty)
        self.trouble.show_error(error)
        self.retranslate()

    def retranslate(self) -> None:
        self.heading.setText(self.tr("First records"))
        self.again.show_name(self.tr("Fetch again"))
        self.table.setAccessibleName(self.tr("First records"))
        self.hint.setText(
            " ".join(problem_sentence(each) for each in self._problems.problems) if self._problems else ""
        )
        self.hint.setVisible(bool(self.hint.text()))
        shown = self._number or 0
        self.count.setText(QCoreApplication.translate("PreviewView", "%Ln record(s)", "", shown) if shown else "")
        if self._number == 0:
            self._empty.show_words(self.tr("No records there"), self.tr("The source answered, but with no record."))
        else:
            sentence = self.tr("Fill in the form, and the first records of the source appear here.")
            self._empty.show_words(self.tr("No preview yet"), sentence)

    def _show_records(self, records: tuple[_Row, ...]) -> None:
        names = self._columns = tuple(dict.fromkeys(name for each in records for name in each))[:_MOST_COLUMNS]
        model: TableModel[_Row] = TableModel([Column(_titled(name), _part_of(name)) for name in names])
        model.setParent(self)
        before = self.table.model()
        model.show_rows(records)
        self.table.show_model(model, [_width_of(name, records) for name in names])
        self.table.horizontalHeader().setStretchLastSection(True)
        if before is not None:
            before.deleteLater()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.count)
        head.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.trouble)
        column.addWidget(self.hint)
        column.addWidget(self._states, 1)


def _width_of(name: str, records: tuple[_Row, ...]) -> int:
    """As wide as heading and values need, within bounds."""
    longest = max(len(column_title(name)), *(len(value_text(each.get(name))) for each in records))
    return min(max(longest * _LETTER + 2 * PADDING, _NARROWEST), _WIDEST)


def _titled(name: str) -> Callable[[], str]:
    return lambda: column_title(name)


def _part_of(name: str) -> Callable[[_Row], Cell]:
    return lambda row: Cell(value_text(row.get(name)))
