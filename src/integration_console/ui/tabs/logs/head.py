"""The upper line of the log's page: the search, and beside it (or below, in a narrow window) the other controls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from integration_console.ui.theme import Space
from integration_console.ui.widgets import SearchField

_WIDEST_SEARCH: Final = 420
_MOST: Final = 16_777_215


class LogHead(QWidget):
    """Measures its controls: what needs how much room depends on the language."""

    def __init__(self, search: SearchField, first: QWidget, others: Sequence[QWidget]) -> None:
        """Show `first` where the controls begin, `others` at the far end."""
        super().__init__()
        self._search = search
        self._controls = QHBoxLayout()
        self._controls.setSpacing(Space.M)
        self._controls.addWidget(first)
        self._controls.addStretch(1)
        for part in others:
            self._controls.addWidget(part)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(Space.M)
        self._line.addWidget(search, 8)
        self._line.addLayout(self._controls, 1)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        needed = self._search.minimumWidth() + Space.M + self._controls.minimumSize().width()
        in_a_line = self.width() >= needed
        self._search.setMaximumWidth(_WIDEST_SEARCH if in_a_line else _MOST)
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if in_a_line else QBoxLayout.Direction.TopToBottom)
