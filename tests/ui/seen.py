"""What a person sees of a widget: every text on it, and every text that does not fit its place."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableView,
    QTextEdit,
    QWidget,
)

from integration_console.ui.language import strip_isolates
from integration_console.ui.widgets import CELL_ROLE, Cell, ElidedLabel, StatusPill
from integration_console.ui.widgets.cells import PADDING
from integration_console.ui.widgets.navigation import _RailItem
from integration_console.ui.widgets.painting import pill_size

_BESIDE_WORDS = 36  # icon or arrow, and the edges
ROWS = 40  # of a table; more are not seen at once


def widgets(root: QWidget) -> Iterator[QWidget]:
    """The widget and all below it that are visible."""
    yield from (each for each in (root, *root.findChildren(QWidget)) if each.isVisibleTo(root))


def texts(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every text that is seen, shown as a tip, or said by a screen reader, with its widget."""
    for widget in widgets(root):
        for text in (*_own_texts(widget), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()):
            if text:
                yield widget, strip_isolates(text)
    if root.isWindow():
        yield root, strip_isolates(root.windowTitle())


def clipped(root: QWidget) -> Iterator[str]:
    """Texts that need more room than their label or button has; those that are shortened on purpose are left out."""
    for widget in widgets(root):
        if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel) and widget.text():
            yield from _clipped_label(widget)
        elif isinstance(widget, QAbstractButton | StatusPill | QComboBox):
            needed = _needed_width(widget)
            if _words(widget) and widget.width() < needed:
                yield f"{type(widget).__name__} {_words(widget)!r}: {widget.width()} of {needed} px"
        elif isinstance(widget, QTableView):
            yield from _clipped_headers(widget)
            yield from _clipped_pills(widget)
        elif isinstance(widget, QScrollArea):
            yield from _clipped_content(widget)


def _own_texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton | StatusPill):
        yield _words(widget)
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText() if not widget.text() else ""
    elif isinstance(widget, QTextEdit):
        yield widget.placeholderText() if not widget.toPlainText() else ""
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget.model())


def _words(widget: QWidget) -> str:
    if isinstance(widget, StatusPill):
        return widget.text
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(min(model.rowCount(), ROWS)):
        yield from (_cell(model.index(row, column)) for column in range(model.columnCount()))


def _cell(index: QModelIndex) -> str:
    """A technical cell is code, not words."""
    cell = index.data(CELL_ROLE)
    if isinstance(cell, Cell):
        return "" if cell.is_technical else cell.text
    return str(getattr(cell, "text", ""))


def _clipped_content(area: QScrollArea) -> Iterator[str]:
    content, room = area.widget(), area.viewport().width()
    if content is not None and content.width() > room:
        yield f"content of {content.width()} px in a view of {room} px"


def _clipped_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    if label.wordWrap():
        if label.heightForWidth(label.width()) > label.height() + 1:
            yield f"{label.text()!r}: {label.height()} of {label.heightForWidth(label.width())} px high"
        return
    needed = QFontMetricsF(label.font()).horizontalAdvance(label.text())
    if needed > room.width() + 1:
        yield f"{label.text()!r}: {room.width()} of {needed:.0f} px"


def _clipped_headers(table: QTableView) -> Iterator[str]:
    header = table.horizontalHeader()
    for column in range(header.count()):
        text = str(table.model().headerData(column, Qt.Orientation.Horizontal) or "")
        needed = header.fontMetrics().horizontalAdvance(text)
        if not header.isSectionHidden(column) and needed > header.sectionSize(column):
            yield f"header {text!r}: {header.sectionSize(column)} of {needed} px"


def _clipped_pills(table: QTableView) -> Iterator[str]:
    model = table.model()
    for row in range(min(model.rowCount(), ROWS)):
        for column in range(model.columnCount()):
            cell = model.index(row, column).data(CELL_ROLE)
            if isinstance(cell, Cell) and cell.tone is not None and not table.isColumnHidden(column):
                needed = pill_size(cell.text).width() + 2 * PADDING
                if needed > table.columnWidth(column):
                    yield f"pill {cell.text!r}: {table.columnWidth(column)} of {needed:.0f} px"


def _needed_width(widget: QWidget) -> int:
    if isinstance(widget, _RailItem):
        return 0 if widget.is_narrow else widget.fontMetrics().horizontalAdvance(widget.text()) + _BESIDE_WORDS
    if isinstance(widget, QComboBox):
        return widget.fontMetrics().horizontalAdvance(widget.currentText()) + _BESIDE_WORDS
    return widget.minimumSizeHint().width()
