"""Parts beside or above each other whose border can be dragged: a list and the details of what is chosen in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from integration_console.ui.theme import Space

_DETAILS_SHARE = 0.38
_LEAST_LIST = 120


class Panes(QSplitter):
    """Parts of which none can be pushed away."""

    def __init__(self, orientation: Qt.Orientation, *parts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(Space.M)
        for each in parts:
            self.addWidget(each)
        self._keep_edge()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._keep_edge()

    def _keep_edge(self) -> None:
        """From right to left a QSplitter lays its parts out one pixel too far, and cuts the border of the first."""
        self.setContentsMargins(0, 0, int(self.isRightToLeft()), 0)


class ListWithDetails(Panes):
    """A list, and beside it details that are hidden until something is chosen."""

    def __init__(
        self, listed: QWidget, details: QWidget, share: float = _DETAILS_SHARE, parent: QWidget | None = None
    ) -> None:
        """Give the details this share of the width when they open, or the least that they need."""
        details.hide()  # before it is there: what is not seen is not measured
        super().__init__(Qt.Orientation.Horizontal, listed, details, parent=parent)
        self.setStretchFactor(0, 1)
        self._details = details
        self._share = share

    def open_details(self) -> None:
        """Shows the details; where they are shown already, the border stays where a person has put it."""
        if self._details.isHidden():
            self._details.show()
            width = self.width()
            wanted = max(int(width * self._share), self._details.minimumSizeHint().width())
            self.setSizes([width - wanted, wanted])


class ListOverPanel(QWidget):
    """A row of controls, below it a list, and below that the panel of what is chosen in it."""

    def __init__(
        self,
        head: QHBoxLayout,
        listed: QWidget,
        panel: QWidget,
        heights: tuple[int, int],
        shares: tuple[int, int] = (1, 0),
        notice: QWidget | None = None,
    ) -> None:
        """Begin with these heights of list and panel; give each its share of what is left. A notice stands above."""
        super().__init__()
        panes = Panes(Qt.Orientation.Vertical, listed, panel)
        for place, share in enumerate(shares):
            panes.setStretchFactor(place, share)
        panes.setSizes(list(heights))
        listed.setMinimumHeight(_LEAST_LIST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        if notice is not None:
            column.addWidget(notice)
        column.addLayout(head)
        column.addWidget(panes, 1)
