"""Chooses which outcomes are shown: any of four, all while none is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from integration_console.domain.logs import LogStatus
from integration_console.ui.language import Translated
from integration_console.ui.tabs.logs.words import TONES, status_word
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Chip


class StatusFilter(Translated, QWidget):
    """Four chips; `chosen` is emitted when a person changes one."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips = {status: Chip(TONES[status]) for status in reversed(LogStatus)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for chip in self.chips.values():
            chip.clicked.connect(lambda _checked: self.chosen.emit())
            row.addWidget(chip)
        self.retranslate()

    @property
    def statuses(self) -> frozenset[LogStatus]:
        """What is chosen; all of them is the same as none."""
        chosen = frozenset(status for status, chip in self.chips.items() if chip.isChecked())
        return frozenset() if len(chosen) == len(LogStatus) else chosen

    def show_statuses(self, statuses: frozenset[LogStatus]) -> None:
        """Shows these as chosen, without telling anybody."""
        for status, chip in self.chips.items():
            chip.setChecked(status in statuses)

    def retranslate(self) -> None:
        for status, chip in self.chips.items():
            chip.show_word(status_word(status))
        self.setAccessibleName(self.tr("Outcome"))
