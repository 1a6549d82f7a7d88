"""Chooses the columns of the log and their order, by mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from integration_console.ui.tabs.logs.columns import KEYS, titles
from integration_console.ui.tabs.logs.layout import BEGINNING, Layout
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Dialog, Label, LinkButton, SecondaryButton

_ITEM = 28
_KEY = Qt.ItemDataRole.UserRole
_CHECKED, _OPEN = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class _ColumnList(QListWidget):
    """Columns with a tick each; Alt with an arrow key moves one, as dragging does."""

    move_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move_wanted.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class ColumnsDialog(Dialog):
    """`layout_chosen` carries a `Layout` with every change, so that the table shows it at once."""

    layout_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=420)
        self._layout = BEGINNING
        self.columns = _ColumnList()
        self.up, self.down = SecondaryButton("arrow-up"), SecondaryButton("arrow-down")
        self.reset = LinkButton()
        self._hint = Label("muted", wrap=True)
        self._lay_out()
        self.columns.move_wanted.connect(self._move)
        self.columns.itemChanged.connect(lambda _item: self._tell())
        self.columns.model().rowsMoved.connect(lambda *_rows: self._tell())
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.reset.clicked.connect(self._begin_again)
        self.confirmed.connect(self.accept)
        self.secondary.hide()
        self.retranslate()

    def ask(self, layout: Layout) -> None:
        """Opens with the columns as they are."""
        self._show(layout)
        self.columns.setCurrentRow(0)
        self.fit()
        self.open()
        self.columns.setFocus()

    def retranslate(self) -> None:
        self.show_title(self.tr("Columns"), self.tr("What is shown of each entry, and in which order."))
        self.columns.setAccessibleName(self.tr("Columns"))
        self.up.setText(self.tr("Up"))
        self.down.setText(self.tr("Down"))
        self.up.setToolTip("Alt+↑")
        self.down.setToolTip("Alt+↓")
        self.reset.setText(self.tr("Reset columns"))
        self._hint.setText(self.tr("Order and widths can be dragged in the table, too. This computer keeps them."))
        self.primary.setText(self.tr("Done"))
        names = titles()
        for row in range(self.columns.count()):
            item = self.columns.item(row)
            item.setText(names[KEYS.index(item.data(_KEY))])

    def _show(self, layout: Layout) -> None:
        self._layout = layout
        names = titles()
        with QSignalBlocker(self.columns):
            self.columns.clear()
            for key in layout.order:
                item = QListWidgetItem(names[KEYS.index(key)])
                item.setData(_KEY, key)
                item.setSizeHint(QSize(0, _ITEM))
                item.setCheckState(_CHECKED if key in layout.shown else _OPEN)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
                self.columns.addItem(item)

    def _move(self, step: int) -> None:
        row = self.columns.currentRow()
        if 0 <= row + step < self.columns.count() and row >= 0:
            with QSignalBlocker(self.columns):
                item = self.columns.takeItem(row)
                self.columns.insertItem(row + step, item)
                self.columns.setCurrentRow(row + step)
            self._tell()

    def _begin_again(self) -> None:
        self._show(BEGINNING)
        self.layout_chosen.emit(BEGINNING)

    def _tell(self) -> None:
        items = [self.columns.item(row) for row in range(self.columns.count())]
        shown = frozenset(each.data(_KEY) for each in items if each.checkState() == _CHECKED)
        if not shown:  # a table without columns would have no header to bring them back
            with QSignalBlocker(self.columns):
                self.columns.currentItem().setCheckState(_CHECKED)
            return
        self._layout = Layout(tuple(each.data(_KEY) for each in items), shown, self._layout.widths)
        self.layout_chosen.emit(self._layout)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(Space.S)
        beside.addWidget(self.up)
        beside.addWidget(self.down)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.columns, 1)
        row.addLayout(beside)
        self.columns.setMinimumHeight(len(KEYS) * _ITEM + int(Space.S))
        self.body.addLayout(row)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeading)
