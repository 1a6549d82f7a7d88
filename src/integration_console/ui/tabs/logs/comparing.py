"""Compares two chosen entries: their fields, what was logged, and the bodies that were received."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from integration_console.domain.controls import visible
from integration_console.domain.hexadecimal import hex_lines, is_binary
from integration_console.domain.json_diff import MISSING, Difference, differences, line_differences
from integration_console.domain.logs import LogDetail
from integration_console.domain.wire import to_wire
from integration_console.ui.tabs.logs.words import short_moment
from integration_console.ui.theme import RowHeight
from integration_console.ui.widgets import Cell, Column, DataTable, Dialog, Label, TableModel

_LONGEST = 300
_UNTOLD = ("id", "position")
_HEIGHT = 380


def compared(first: LogDetail, second: LogDetail) -> tuple[Difference, ...]:
    """Return what is different between two entries. Slow for big bodies: call it in a task."""
    entries = [{k: v for k, v in to_wire(each.entry).items() if k not in _UNTOLD} for each in (first, second)]
    found = [_named("", each) for each in differences(*entries)]
    headers = [{name.lower(): value for name, value in each.headers} for each in (first, second)]
    found += [_named("headers", each) for each in differences(*headers)]
    found += [_named("logged", each) for each in _of_texts(first.payload, second.payload)]
    texts = [hex_lines(each.body) if is_binary(each.body) else each.body.decode() for each in (first, second)]
    found += [_named("body", each) for each in _of_texts(*texts)]
    return tuple(found)


class CompareDialog(Dialog):
    """Side by side, a row for each place that is different."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=900)
        self._moments: tuple[str, str] = ("", "")
        self.model: TableModel[Difference] = TableModel(
            (
                Column(
                    lambda: QCoreApplication.translate("CompareDialog", "Place"),
                    lambda each: Cell(each.path, is_technical=True),
                    250,
                ),
                Column(lambda: self._moments[0], lambda each: _side(each.old), 300),
                Column(lambda: self._moments[1], lambda each: _side(each.new)),
            )
        )
        self.table = DataTable(row_height=RowHeight.COMPACT)
        self.table.show_model(self.model, [each.width for each in self.model.columns])
        self.table.setMinimumHeight(_HEIGHT)
        self._none = Label("muted", wrap=True)
        self.body.addWidget(self._none)
        self.body.addWidget(self.table)
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self.retranslate()

    def show_compared(self, first: LogDetail, second: LogDetail, found: tuple[Difference, ...]) -> None:
        """Opens with what is different between two entries."""
        self._moments = short_moment(first.entry.created_at), short_moment(second.entry.created_at)
        self.model.show_rows(found)
        self._none.setVisible(not found)
        self.table.setVisible(bool(found))
        self.retranslate()
        self.fit()
        self.open()
        self.table.setFocus()

    def retranslate(self) -> None:
        self.show_title(self.tr("Two entries compared"), self.tr("Only what is different is shown."))
        self._none.setText(self.tr("Nothing is different, but the ID."))
        self.table.setAccessibleName(self.tr("Differences"))
        self.primary.setText(self.tr("Close"))


def _of_texts(first: str, second: str) -> tuple[Difference, ...]:
    """What is different: place by place where both are JSON, line by line else."""
    try:
        return differences(json.loads(first), json.loads(second))
    except json.JSONDecodeError:
        return line_differences(first, second)


def _named(part: str, each: Difference) -> Difference:
    """A difference with the part that it is in before its place."""
    place = each.path.removeprefix("$").removeprefix(".")
    return Difference(" ".join(word for word in (part, place) if word), each.old, each.new)


def _side(value: Any) -> Cell:  # noqa: ANN401 - the JSON border
    if value is MISSING:
        return Cell("—", muted=True)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Cell(visible(text)[:_LONGEST], is_technical=text.isascii())
