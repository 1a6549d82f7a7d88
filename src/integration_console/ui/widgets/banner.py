"""A sentence across the page about something that goes on: a warning, an error, a hint."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.errors import ConsoleError
from integration_console.ui.language import Translated, error_advice, error_title
from integration_console.ui.theme import Space
from integration_console.ui.widgets.buttons import SecondaryButton
from integration_console.ui.widgets.labels import Label, Sign
from integration_console.ui.widgets.tones import Tone


class Banner(Translated, QFrame):
    """Icon, sentence, advice and an optional action; hidden until it has something to say.

    `narrow`: the action stands below the words, not beside them.
    """

    action_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._icon = Sign()
        self._title = Label("section", wrap=True)
        self._detail = Label("plain", wrap=True)
        self._action = SecondaryButton()
        self._action.clicked.connect(self.action_requested)
        self._error: tuple[ConsoleError, Callable[[], str]] | None = None
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S + 2, Space.M, Space.S + 2)
        row.setSpacing(Space.M)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop if narrow else Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        if narrow:
            words.addSpacing(Space.XS)
            words.addWidget(self._action, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            row.addWidget(self._action)
        self.hide()

    def show_message(
        self, tone: Tone, title: str, detail: str = "", action: str = "", *, quietly: bool = False
    ) -> None:
        """Says this, with a button when `action` has words; `quietly`: a screen reader does not interrupt for it."""
        self._error = None
        self.setProperty("tone", tone.value)
        self.style().polish(self)
        self._icon.show_icon(tone.icon, tone.color)
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(f"{title} {detail}".strip())
        self.show()
        if not quietly:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_error(self, error: ConsoleError, action: Callable[[], str] = str) -> None:
        """Says what went wrong and what to do; `action` returns the words of the button."""
        tone = Tone.WARNING if error.retriable else Tone.DANGER
        self.show_message(tone, error_title(error), error_advice(error), action())
        self._error = (error, action)

    def refuse(self, why: str) -> None:
        """The action stays off, and says why; "" gives it back."""
        self._action.refuse(why)

    def retranslate(self) -> None:
        """An error is said again; a message is said again by whoever said it."""
        if self._error is not None and not self.isHidden():
            self.show_error(*self._error)
