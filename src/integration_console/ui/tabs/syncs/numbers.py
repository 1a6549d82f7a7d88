"""What a run changed, in four numbers."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from integration_console.domain.syncs import RunCounts
from integration_console.ui.language import Translated, formats
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Label

_KEYS = ("added", "updated", "deleted", "unchanged")


class RunNumbers(Translated, QWidget):
    """Added, updated, deleted, unchanged; two beside each other, so that long words fit."""

    def __init__(self) -> None:
        super().__init__()
        self._counts = RunCounts()
        self.values = {key: Label("heading") for key in _KEYS}
        self._names = {key: Label("caption") for key in _KEYS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        for number, key in enumerate(_KEYS):
            grid.addWidget(self._tile(key), number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
        self.retranslate()

    def show_counts(self, counts: RunCounts) -> None:
        """Shows these numbers."""
        self._counts = counts
        for key, label in self.values.items():
            label.setText(formats.number(getattr(counts, key)))

    def retranslate(self) -> None:
        names = {
            "added": self.tr("Added"),
            "updated": self.tr("Updated"),
            "deleted": self.tr("Deleted"),
            "unchanged": self.tr("Unchanged"),
        }
        for key, text in names.items():
            self._names[key].setText(text)
        self.show_counts(self._counts)

    def _tile(self, key: str) -> QFrame:
        tile = QFrame()
        tile.setProperty("role", "tile")
        column = QVBoxLayout(tile)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(0)
        column.addWidget(self.values[key])
        column.addWidget(self._names[key])
        return tile
