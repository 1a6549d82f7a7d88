"""The rail of pages at the leading side of the window."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from integration_console.ui.icons import draw_icon
from integration_console.ui.theme import Space, TextSize, theme, ui_font
from integration_console.ui.widgets.labels import Rule
from integration_console.ui.widgets.painting import draw_focus_ring, fill_rounded, is_right_to_left

_WIDE = 212
_NARROW = 60
_ITEM_HEIGHT = 36
_ICON = 18
# The ring shows where the keyboard is; who uses the mouse knows.
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class _RailItem(QAbstractButton):
    """One page in the rail: icon, name and, where something waits, a number."""

    def __init__(self, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.count = ""
        self.is_narrow = False
        self._shows_focus = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(_ITEM_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, text: str) -> None:
        """Shows how many things wait there."""
        self.count = text
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_NARROW if self.is_narrow else _WIDE, _ITEM_HEIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.isChecked():
            fill_rounded(painter, rect, theme.color("rail-selected"), 7, theme.color("border"))
        elif self.underMouse():
            fill_rounded(painter, rect, theme.color("rail-hover"), 7)
        if self.hasFocus() and self._shows_focus:
            draw_focus_ring(painter, rect, 7)
        self._draw_icon(painter, rect)
        if not self.is_narrow:
            self._draw_words(painter, rect)

    def _draw_icon(self, painter: QPainter, rect: QRectF) -> None:
        role = "link" if self.isChecked() else "text-muted"
        inset = (rect.width() - _ICON) / 2 if self.is_narrow else 11
        left = rect.right() - inset - _ICON if is_right_to_left() else inset
        draw_icon(painter, QPointF(left, rect.center().y() - _ICON / 2), self._icon_name, role, _ICON)

    def _draw_words(self, painter: QPainter, rect: QRectF) -> None:
        near, far = 11 + _ICON + 10, 12
        words = rect.adjusted(far, 0, -near, 0) if is_right_to_left() else rect.adjusted(near, 0, -far, 0)
        lead, trail = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if is_right_to_left():
            lead, trail = trail, lead
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(ui_font(TextSize.BASE, QFont.Weight.Medium))
        painter.setPen(theme.color("text" if self.isChecked() or self.underMouse() else "text-muted"))
        painter.drawText(words, int(lead | middle), self.text())
        painter.setFont(ui_font(TextSize.SMALL))
        painter.setPen(theme.color("text-muted"))
        painter.drawText(words, int(trail | middle), self.count)


class NavigationRail(QFrame):
    """Pages by icon and name. Ctrl+1 ... Ctrl+9 and the arrow keys change the page."""

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self._items: dict[str, _RailItem] = {}
        self._lines: list[tuple[QWidget, list[_RailItem]]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.show_narrow(False)

    def add_header(self, header: QWidget) -> None:
        """Puts a widget above the pages."""
        self._column.insertWidget(0, header)
        self._column.insertSpacing(1, Space.S)

    def add_footer(self, footer: QWidget) -> None:
        """Puts a widget at the lower end."""
        self._column.addWidget(footer)

    def add_page(self, key: str, icon_name: str) -> None:
        """Adds a page below the others."""
        item = _RailItem(icon_name, self)
        item.clicked.connect(lambda: self.page_chosen.emit(key))
        self._items[key] = item
        for _, below in self._lines[-1:]:
            below.append(item)
        self._column.insertWidget(self._column.count() - 1 - self._footers(), item)
        if len(self._items) <= 9:
            shortcut = QShortcut(QKeySequence(f"Ctrl+{len(self._items)}"), self)
            shortcut.activated.connect(item.click)

    def add_line(self) -> None:
        """Sets the pages that are added from now on apart from those before."""
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.addWidget(Rule())
        self._column.insertWidget(self._column.count() - 1 - self._footers(), line)
        self._lines.append((line, []))

    def show_available(self, key: str, available: bool) -> None:
        """Shows a page's name, or not: the page cannot be reached then."""
        self._items[key].setVisible(available)
        self._items[key].setEnabled(available)
        for line, below in self._lines:
            line.setVisible(any(item.isEnabled() for item in below))

    def show_labels(self, labels: dict[str, str]) -> None:
        """Names the pages, in the language in force."""
        for number, (key, text) in enumerate(labels.items(), 1):
            self._items[key].setText(text)
            self._items[key].setAccessibleName(text)
            self._items[key].setToolTip(f"{text}  (Ctrl+{number})")

    def show_count(self, key: str, text: str) -> None:
        """Shows a number beside a page's name."""
        self._items[key].show_count(text)

    def count_of(self, key: str) -> str:
        """The number beside a page's name."""
        return self._items[key].count

    def choose(self, key: str) -> None:
        """Shows this page as chosen, without telling anybody."""
        self._items[key].setChecked(True)

    def take_focus(self) -> None:
        """Puts the keyboard on the page that is chosen, without a ring."""
        chosen = next((item for item in self._items.values() if item.isChecked()), None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_narrow(self, narrow: bool) -> None:
        """Icons alone, for a narrow window."""
        self.setFixedWidth(_NARROW if narrow else _WIDE)
        for item in self._items.values():
            item.is_narrow = narrow
            item.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        items = [item for item in self._items.values() if item.isEnabled()]
        if not step or not items:
            super().keyPressEvent(event)
            return
        chosen = next((number for number, item in enumerate(items) if item.isChecked()), 0)
        target = items[(chosen + step) % len(items)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()

    def _footers(self) -> int:
        last = self._column.count() - 1
        item = self._column.itemAt(last)
        return 0 if item is None or item.widget() is None or isinstance(item.widget(), _RailItem) else 1
