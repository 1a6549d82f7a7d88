"""The secret of a webhook: hidden, shown for half a minute when somebody asks, and then hidden again."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from integration_console.ui.language import Translated
from integration_console.ui.theme import Space
from integration_console.ui.widgets import CopyLine, Label, LtrLine, SecondaryButton

SECONDS: Final = 30
_MASK: Final = "•" * 24


class ShownSecret(Translated, QWidget):
    """`requested` asks for the secret; showing it is logged, and the line says so."""

    requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._left = 0
        self._mask = LtrLine(_MASK)
        self._mask.setReadOnly(True)
        self.line = CopyLine()
        self._lines = QStackedWidget()
        self._lines.addWidget(self._mask)
        self._lines.addWidget(self.line)
        self.button = SecondaryButton("eye")
        self.button.clicked.connect(self._toggle)
        self._note = Label("caption", wrap=True)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._count_down)
        self._lay_out()
        self.retranslate()

    @property
    def is_shown(self) -> bool:
        """Whether the secret can be read now."""
        return self._left > 0

    def show_secret(self, secret: str) -> None:
        """Shows the secret for half a minute."""
        self._left = SECONDS
        self.line.show_text(secret)
        self._lines.setCurrentWidget(self.line)
        self._timer.start()
        self.retranslate()

    def conceal(self) -> None:
        """Hides the secret, and forgets it."""
        self._left = 0
        self._timer.stop()
        self.line.show_text("")
        self._lines.setCurrentWidget(self._mask)
        self.retranslate()

    def retranslate(self) -> None:
        self._mask.setAccessibleName(self.tr("Secret, hidden"))
        self.line.show_name(self.tr("Secret"))
        self.button.setText(self.tr("Hide") if self.is_shown else self.tr("Show"))
        self.button.show_icon("eye-off" if self.is_shown else "eye")
        if self.is_shown:
            words = QCoreApplication.translate("ShownSecret", "Hidden again in %Ln second(s).", "", self._left)
        else:
            words = self.tr("Each look at the secret is logged.")
        self._note.setText(words)

    def hideEvent(self, event: QHideEvent) -> None:
        self.conceal()
        super().hideEvent(event)

    def _toggle(self) -> None:
        if self.is_shown:
            self.conceal()
        else:
            self.requested.emit()

    def _count_down(self) -> None:
        self._left -= 1
        if self._left > 0:
            self.retranslate()
        else:
            self.conceal()

    def _lay_out(self) -> None:
        self._lines.setFixedHeight(self._mask.sizeHint().height())
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._lines, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self._note)
