"""Short messages that appear at the trailing lower corner and go by themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.errors import ConsoleError
from integration_console.ui.language import Translated, error_advice, error_title
from integration_console.ui.theme import Space, theme
from integration_console.ui.widgets.buttons import IconButton, LinkButton
from integration_console.ui.widgets.labels import Label, Sign
from integration_console.ui.widgets.tones import Tone

_SHORT_MS = 5000
_LONG_MS = 10000
_WIDTH = 360
_MOST = 4


@dataclass(frozen=True, slots=True)
class Toast:
    """What a toast says: a title, a detail, and perhaps one action with its words."""

    tone: Tone
    title: str
    detail: str = ""
    action_text: str = ""
    action: Callable[[], None] | None = None


class _ToastCard(Translated, QFrame):
    """One toast; the mouse over it keeps it, Esc closes it."""

    closed = Signal()

    def __init__(self, toast: Toast, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self.setFixedWidth(_WIDTH)
        self._close = IconButton("x")
        self._close.clicked.connect(self.closed)
        self._lay_out(toast)
        self._cast_shadow()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LONG_MS if toast.tone in (Tone.DANGER, Tone.WARNING) or toast.action else _SHORT_MS)
        self._timer.timeout.connect(self.closed)
        self._timer.start()
        self.setAccessibleName(f"{toast.title} {toast.detail}".strip())
        self.retranslate()

    def retranslate(self) -> None:
        self._close.show_name(self.tr("Close"))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, toast: Toast) -> None:
        sign = Sign(toast.tone.icon, toast.tone.color)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label("section", toast.title, wrap=True))
        if toast.detail:
            words.addWidget(Label("muted", toast.detail, wrap=True))
        if toast.action is not None:
            button = LinkButton()
            button.setText(toast.action_text)
            button.clicked.connect(toast.action)
            button.clicked.connect(self.closed)
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.M, Space.S, Space.M)
        row.setSpacing(Space.M)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def _cast_shadow(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 8)
        shadow.setColor(theme.color("shadow"))
        self.setGraphicsEffect(shadow)


class ToastOverlay(QObject):
    """Shows toasts in a window, the newest lowest."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._cards: list[_ToastCard] = []
        window.installEventFilter(self)

    @property
    def cards(self) -> tuple[QWidget, ...]:
        """The toasts that are seen, oldest first."""
        return tuple(self._cards)

    def show_toast(self, toast: Toast) -> None:
        """Shows a toast; the oldest goes when there are too many."""
        card = _ToastCard(toast, self._window)
        card.closed.connect(lambda: self._close(card))
        self._cards.append(card)
        while len(self._cards) > _MOST:
            self._close(self._cards[0])
        card.show()
        card.raise_()
        self._arrange()
        QAccessible.updateAccessibility(QAccessibleEvent(card, QAccessible.Event.Alert))

    def show_success(self, title: str, detail: str = "") -> None:
        """Says that something worked."""
        self.show_toast(Toast(Tone.SUCCESS, title, detail))

    def show_info(self, title: str, detail: str = "") -> None:
        """Says something worth knowing."""
        self.show_toast(Toast(Tone.INFO, title, detail))

    def show_error(self, error: ConsoleError, action_text: str = "", action: Callable[[], None] | None = None) -> None:
        """Says what went wrong and what to do."""
        tone = Tone.WARNING if error.retriable else Tone.DANGER
        self.show_toast(Toast(tone, error_title(error), error_advice(error), action_text, action))

    def close_newest(self) -> None:
        """Closes the newest toast, by a shortcut of the window."""
        if self._cards:
            self._close(self._cards[-1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange):
            self._arrange()
        return super().eventFilter(watched, event)

    def _close(self, card: _ToastCard) -> None:
        if card in self._cards:
            self._cards.remove(card)
            card.hide()
            card.deleteLater()
            self._arrange()

    def _arrange(self) -> None:
        bottom = self._window.height() - Space.XL
        leftmost = int(Space.XL)
        if self._window.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            leftmost = self._window.width() - _WIDTH - Space.XL
        for card in reversed(self._cards):
            card.resize(_WIDTH, max(card.heightForWidth(_WIDTH), card.sizeHint().height()))
            bottom -= card.height()
            card.move(QPoint(leftmost, bottom))
            bottom -= Space.S
