"""Chooses the columns of the log, their order and their widths, by mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from integration_console.ui.language import technical
from integration_console.ui.tabs.logs.columns import KEYS, titles
from integration_console.ui.tabs.logs.layout import BEGINNING, Layout
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Dialog, Label, LinkButton, SecondaryButton

_ITEM = 28
_STEP = 16
_REST = "message"
"""The column that has the room which the others leave."""
_KEY = Qt.ItemDataRole.UserRole
_CHECKED, _OPEN = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class _ColumnList(QListWidget):
    """Columns with a tick each; Alt with an arrow key moves one up or down, or makes it wider or narrower."""

    move_wanted = Signal(int)
    width_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        wider, narrower = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            wider, narrower = narrower, wider
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in steps:
            self.move_wanted.emit(steps[key])
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (wider, narrower):
            self.width_wanted.emit(1 if key == wider else -1)
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
        self.wider, self.narrower = SecondaryButton("unfold-horizontal"), SecondaryButton("fold-horizontal")
        self._width = Label("caption")
        self.reset = LinkButton()
        self._hint = Label("muted", wrap=True)
        self._lay_out()
        self.columns.move_wanted.connect(self._move)
        self.columns.width_wanted.connect(self._widen)
        self.columns.currentRowChanged.connect(lambda _row: self._say_width())
        self.columns.itemChanged.connect(lambda _item: self._tell())
        self.columns.model().rowsMoved.connect(lambda *_rows: self._tell())
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.wider.clicked.connect(lambda: self._widen(1))
        self.narrower.clicked.connect(lambda: self._widen(-1))
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
        self.show_title(self.tr("Columns"), self.tr("What is shown of each entry, in which order, and how wide."))
        self.columns.setAccessibleName(self.tr("Columns"))
        self.up.setText(self.tr("Up"))
        self.down.setText(self.tr("Down"))
        self.wider.setText(self.tr("Wider"))
        self.narrower.setText(self.tr("Narrower"))
        self._say_keys()
        self._say_width()
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

    def _widen(self, steps: int) -> None:
        """Makes the column under the cursor wider; the message has what the others leave."""
        key = self._current_key
        if key not in ("", _REST):
            self._layout = self._layout.with_width(key, self._layout.width(key) + steps * _STEP)
            self._say_width()
            self.layout_chosen.emit(self._layout)

    @property
    def width_words(self) -> str:
        """The words about the width of the column under the cursor."""
        return self._width.text()

    @property
    def _current_key(self) -> str:
        row = self.columns.currentRow()
        return str(self.columns.item(row).data(_KEY)) if row >= 0 else ""

    def _say_width(self) -> None:
        key = self._current_key
        for button in (self.wider, self.narrower):
            button.setEnabled(key != _REST)
        if key == _REST:
            self._width.setText(self.tr("As wide as there is room"))
        else:
            pixels = self._layout.width(key) if key else 0
            self._width.setText(QCoreApplication.translate("ColumnsDialog", "%Ln pixel(s) wide", "", pixels))

    def _say_keys(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        arrows = {self.up: "↑", self.down: "↓", self.wider: "←" if mirrored else "→"}
        arrows[self.narrower] = "→" if mirrored else "←"
        for button, arrow in arrows.items():
            button.setToolTip(technical(f"Alt+{arrow}"))

    def _begin_again(self) -> None:
        self._show(BEGINNING)
        self.columns.setCurrentRow(0)
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
        beside.addSpacing(Space.S)
        beside.addWidget(self.wider)
        beside.addWidget(self.narrower)
        beside.addWidget(self._width)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.columns, 1)
        row.addLayout(beside)
        self.columns.setMinimumHeight(len(KEYS) * _ITEM + int(Space.S))
        self.body.addLayout(row)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeading)
