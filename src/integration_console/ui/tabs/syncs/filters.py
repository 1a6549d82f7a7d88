"""Narrows the list of runs down: to one connector, to those under way, to those that failed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from integration_console.domain.connectors import Connector
from integration_console.domain.syncs import ENDED, RunFilter, RunState
from integration_console.ui.language import Translated, user_text
from integration_console.ui.widgets import FlowLayout, SegmentedControl

_WIDEST = 240
ALL, OPEN, FAILED, SUCCEEDED = "all", "open", "failed", "succeeded"
_STATES = {
    ALL: frozenset[RunState](),
    OPEN: frozenset(RunState) - ENDED,
    FAILED: frozenset({RunState.FAILED}),
    SUCCEEDED: frozenset({RunState.SUCCEEDED}),
}


class RunFilters(Translated, QWidget):
    """`changed` is emitted when a person chooses something."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.connectors = QComboBox()
        self.connectors.setMaximumWidth(_WIDEST)
        self.connectors.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.states = SegmentedControl(tuple(_STATES))
        self._known: tuple[Connector, ...] = ()
        flow = FlowLayout()
        flow.addWidget(self.states)
        flow.addWidget(self.connectors)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self.connectors.activated.connect(lambda _index: self.changed.emit())
        self.states.chosen.connect(lambda _key: self.changed.emit())
        self.retranslate()

    @property
    def filter(self) -> RunFilter:
        """What the controls say."""
        return RunFilter(str(self.connectors.currentData() or ""), _STATES[self.states.key])

    def show_connectors(self, connectors: Sequence[Connector]) -> None:
        """Offers these connectors."""
        if tuple(connectors) != self._known:
            self._known = tuple(connectors)
            self._fill(str(self.connectors.currentData() or ""))

    def show_filter(self, connector_id: str = "", states: str = ALL) -> None:
        """Shows these choices, and tells."""
        self._fill(connector_id)
        self.states.choose(states)
        self.changed.emit()

    def retranslate(self) -> None:
        self.connectors.setAccessibleName(self.tr("Connector"))
        self.states.setAccessibleName(self.tr("State"))
        self.states.show_labels(
            {
                ALL: self.tr("All"),
                OPEN: self.tr("Under way"),
                FAILED: self.tr("Failed"),
                SUCCEEDED: self.tr("Succeeded"),
            }
        )
        self._fill(str(self.connectors.currentData() or ""))

    def _fill(self, chosen: str) -> None:
        with QSignalBlocker(self.connectors):
            self.connectors.clear()
            self.connectors.addItem(self.tr("All connectors"), "")
            for each in self._known:
                self.connectors.addItem(user_text(each.name), each.id)
            self.connectors.setCurrentIndex(max(self.connectors.findData(chosen), 0))
