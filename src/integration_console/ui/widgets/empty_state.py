"""What a place says while there is nothing in it yet, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.ui.theme import Space
from integration_console.ui.widgets.buttons import PrimaryButton
from integration_console.ui.widgets.labels import Label
from integration_console.ui.widgets.statistics import Emblem
from integration_console.ui.widgets.tones import Tone

_SENTENCE_WIDTH = 380


class EmptyState(QWidget):
    """An icon, a title, a sentence and a primary action (hidden when it has no words); more may go into `column`."""

    action_requested = Signal()

    def __init__(self, icon_name: str, tone: Tone = Tone.NEUTRAL, action_icon: str = "plus") -> None:
        super().__init__()
        self._title = Label("heading")
        self._sentence = Label("muted", wrap=True)
        self._sentence.setFixedWidth(_SENTENCE_WIDTH)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._action = PrimaryButton(action_icon)
        self._action.clicked.connect(self.action_requested)
        column = self.column = QVBoxLayout(self)
        column.setSpacing(Space.S)
        column.addStretch(2)
        for part in (Emblem(icon_name, tone, 48), self._title, self._sentence):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(Space.S)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_words(self, title: str, sentence: str, action: str = "") -> None:
        """Says what is missing and what to do."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.ensurePolished()
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(_SENTENCE_WIDTH))
        self._action.setText(action)
        self._action.setVisible(bool(action))

    def refuse(self, why: str) -> None:
        """The action stays off, and says why; "" gives it back."""
        self._action.refuse(why)
