"""The buttons beside the log's number: to the errors above and below, to a place, and the columns."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from integration_console.ui.language import Translated, technical
from integration_console.ui.widgets import IconButton


class LogTools(Translated, QWidget):
    """Each button says the key that does the same."""

    error_wanted = Signal(bool)
    jump_wanted = Signal()
    columns_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.error_above, self.error_below = IconButton("chevron-up"), IconButton("chevron-down")
        for each in (self.error_above, self.error_below):
            each.show_icon("chevron-up" if each is self.error_above else "chevron-down", "danger")
        self.jump, self.columns = IconButton("calendar-search"), IconButton("columns-3-cog")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.error_above, self.error_below, self.jump, self.columns):
            row.addWidget(button)
        self.error_above.clicked.connect(lambda: self.error_wanted.emit(True))
        self.error_below.clicked.connect(lambda: self.error_wanted.emit(False))
        self.jump.clicked.connect(self.jump_wanted)
        self.columns.clicked.connect(self.columns_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        self.error_above.show_name(_keyed(self.tr("Error above"), "P"))
        self.error_below.show_name(_keyed(self.tr("Error below"), "N"))
        self.jump.show_name(_keyed(self.tr("Go to a time or an ID"), "Ctrl+G"))
        self.columns.show_name(self.tr("Columns"))


def _keyed(words: str, keys: str) -> str:
    return f"{words} ({technical(keys)})"
