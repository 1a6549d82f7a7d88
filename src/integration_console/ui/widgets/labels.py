"""Labels by what they are for; their look is in the style sheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from integration_console.ui.icons import draw_icon
from integration_console.ui.language import user_text

_NEW_LINE = "\u2028"


class Label(QLabel):
    """Plain text in a role: title, heading, section, field, muted, caption, error, code, display."""

    def __init__(self, role: str, text: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self._lead()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lead()

    def paintEvent(self, event: QPaintEvent) -> None:
        leads_right = bool(self.alignment() & Qt.AlignmentFlag.AlignRight)
        if self.wordWrap() and leads_right:
            self._paint_lines()
        else:
            super().paintEvent(event)

    def _paint_lines(self) -> None:
        """Paints wrapped right-to-left text: Qt counts the space at a line's end, and cuts off its last letter."""
        layout = QTextLayout(self.text().replace("\n", _NEW_LINE), self.font())
        option = QTextOption(Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        room = self.contentsRect()
        height = _broken(layout, room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - height) / 2))

    def _lead(self) -> None:
        """Aligned by the window's direction: Qt would align by the text's, which may be a name in another script."""
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def _broken(layout: QTextLayout, width: float) -> float:
    """Breaks a text into lines of this width; returns how high they are together."""
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height


class ElidedLabel(Label):
    """A label that shortens its text to the room it has, and shows all of it as a tip."""

    def __init__(self, role: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Shows a name or a sentence."""
        self._whole = text
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 0))
        self.setText(user_text(shown))
        self.setToolTip(self._whole if shown != self._whole else "")
        self.setAccessibleName(self._whole)


class Sign(QWidget):
    """A small icon beside words, in a theme role."""

    def __init__(self, icon_name: str = "", role: str = "text-muted", size: int = 18) -> None:
        super().__init__()
        self._icon, self._role, self._size = icon_name, role, size
        self.setFixedSize(size, size)

    def show_icon(self, name: str, role: str) -> None:
        """Shows another icon."""
        self._icon, self._role = name, role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._icon:
            draw_icon(QPainter(self), QPointF(0, 0), self._icon, self._role, self._size)


class Rule(QFrame):
    """A thin line between groups."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rule")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
