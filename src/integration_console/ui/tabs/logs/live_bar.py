"""Whether the log follows what happens, how many entries there are, and how many wait above what is seen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from integration_console.ui.language import Translated, formats, technical
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Label, PrimaryButton, SecondaryButton, StatusPill, Tone


class LiveBar(Translated, QWidget):
    """A number, a state, and the button that changes it."""

    toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._total: int | None = None
        self._at_least = False
        self._is_live = True
        self._count = Label("muted")
        self.pill = StatusPill()
        self.button = SecondaryButton("pause")
        self.button.clicked.connect(self.toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        for part in (self._count, self.pill, self.button):
            row.addWidget(part)
        self.retranslate()

    def show_total(self, total: int, at_least: bool = False) -> None:
        """Shows how many entries fit the filters; `at_least`: there may be more."""
        if (total, at_least) != (self._total, self._at_least):
            self._total, self._at_least = total, at_least
            self._say_total()

    @property
    def total_words(self) -> str:
        """The words about the number."""
        return self._count.text()

    def show_still(self) -> None:
        """Shows the number alone: nothing new can come."""
        self.pill.hide()
        self.button.hide()

    def show_live(self, is_live: bool) -> None:
        """Shows whether the log follows."""
        self._is_live = is_live
        self.retranslate()

    def retranslate(self) -> None:
        if self._is_live:
            self.pill.show_status(self.tr("Live"), Tone.SUCCESS, "radio")
            word, sign = self.tr("Pause"), "pause"
        else:
            self.pill.show_status(self.tr("Paused"), Tone.NEUTRAL, "pause")
            word, sign = self.tr("Follow"), "play"
        self.button.show_icon(sign)
        self.button.setText(word)
        self.button.setToolTip(self.tr("{action} (Space, in the table)").format(action=word))
        self._say_total()

    def _say_total(self) -> None:
        if self._total is None:
            self._count.setText("")
        elif self._at_least:
            self._count.setText(self.tr("{number} entries or more").format(number=formats.number(self._total)))
        else:
            self._count.setText(QCoreApplication.translate("LiveBar", "%Ln entry(s)", "", self._total))


class NewEntriesPill(Translated, PrimaryButton):
    """Floats over the upper edge of the table while entries wait; pressing it goes up to them."""

    def __init__(self, over: QWidget, top: int) -> None:
        super().__init__("arrow-up", over)
        self._over, self._top = over, top
        self._count, self._more = 0, False
        self.hide()
        over.installEventFilter(self)

    @property
    def waiting(self) -> tuple[int, bool]:
        """How many entries wait, and whether there are more."""
        return self._count, self._more

    def show_waiting(self, count: int, *, more: bool) -> None:
        """Shows how many entries wait; `more`: at least that many. With none it is hidden."""
        self._count, self._more = count, more
        self.retranslate()
        self.setVisible(count > 0)
        if count > 0:
            self._place()

    def retranslate(self) -> None:
        if self._more:
            words = QCoreApplication.translate("NewEntriesPill", "More than %Ln new entry(s)", "", self._count)
        else:
            words = QCoreApplication.translate("NewEntriesPill", "%Ln new entry(s)", "", self._count)
        self.setText(words)
        self.setToolTip(self.tr("{keys}, in the table").format(keys=technical("Home")))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        over = self._over
        self.move((over.width() - self.width()) // 2, self._top)
        self.raise_()
