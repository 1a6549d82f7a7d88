"""Buttons by how much they matter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QToolButton, QWidget

from integration_console.ui.icons import draw_icon, icon
from integration_console.ui.theme import theme
from integration_console.ui.widgets.refusable import Refusable

_ICON = QSize(16, 16)
_GAP = 7


class _Button(Refusable, QPushButton):
    """Paints its surface by the style sheet, and icon and words itself: Qt sets them too close together."""

    kind = ""
    text_role = "text"
    icon_role = "text-muted"

    def __init__(self, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", self.kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._icon_name = icon_name
        self._busy = False

    def show_icon(self, name: str) -> None:
        """Shows another icon, or none."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def show_busy(self, busy: bool) -> None:
        """Cannot be pressed while its task is under way, and shows it."""
        self._busy = busy
        self.setEnabled(not busy)
        self.update()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + (_ICON.width() + _GAP if self._icon_name else 0), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        words = self.fontMetrics().horizontalAdvance(self.text())
        taken = _ICON.width() + (_GAP if self.text() else 0) if self._icon_name else 0
        whole = QRectF((self.width() - words - taken) / 2, 0, words + taken, self.height())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if self._icon_name:
            left = whole.right() - _ICON.width() if mirrored else whole.left()
            name = "loader-circle" if self._busy else self._icon_name
            role = self.icon_role if self.isEnabled() else "text-disabled"
            draw_icon(painter, QPointF(round(left), (self.height() - _ICON.height()) / 2), name, role, _ICON.width())
        painter.setPen(theme.color(self.text_role if self.isEnabled() else "text-disabled"))
        place = whole.adjusted(0 if mirrored else taken, 0, (-taken if mirrored else 0) + 1, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, self.text())


class PrimaryButton(_Button):
    """What a person most likely wants to do; one in a place."""

    kind = "primary"
    text_role = "primary-text"
    icon_role = "primary-text"


class SecondaryButton(_Button):
    """Any other action."""

    kind = "secondary"


class QuietButton(_Button):
    """An action in a row of many."""

    kind = "quiet"
    text_role = "text-muted"


class LinkButton(_Button):
    """An action inside a sentence."""

    kind = "link"
    text_role = "link"
    icon_role = "link"


class DangerButton(_Button):
    """An action that destroys something; only in the dialog that says what."""

    kind = "danger"
    text_role = "danger-text"
    icon_role = "danger-text"


class IconButton(Refusable, QToolButton):
    """A button with an icon alone: its name is a tip and what a screen reader says."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "icon")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(_ICON)
        self.show_icon(icon_name)

    def show_icon(self, name: str, role: str = "text-muted") -> None:
        """Shows another icon."""
        self.setIcon(icon(name, role))

    def show_name(self, name: str) -> None:
        """Names the button, for eyes and for screen readers."""
        self.setToolTip(name)
        self.setAccessibleName(name)
