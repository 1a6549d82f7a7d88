"""Which records are shown: of which connector and kind, in which states."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from integration_console.domain.connectors import Connector, ConnectorType
from integration_console.domain.records import RecordFilter
from integration_console.domain.streams import RecordState, StreamState
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.connector_words import type_icon
from integration_console.ui.icons import icon
from integration_console.ui.language import Translated, filled, formats, user_text
from integration_console.ui.record_words import state_of_record
from integration_console.ui.sync_words import stream_title
from integration_console.ui.widgets import Chip, FlowLayout

_WIDEST = 260
_WITH_COUNT = QT_TRANSLATE_NOOP("RecordChoices", "{title} ({number})")
USUAL_STATES = RecordFilter("", "").states


class RecordChoices(Translated, QWidget):
    """`changed` is emitted when a person chooses something."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.connectors, self.streams = _choice(), _choice()
        self.chips = {state: Chip(*state_of_record(state)[1:]) for state in RecordState}
        self._connectors: tuple[tuple[Connector, str], ...] = ()
        self._streams: tuple[StreamState, ...] = ()
        flow = FlowLayout()
        for part in (self.connectors, self.streams, *self.chips.values()):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self.connectors.activated.connect(lambda _index: self._choose_connector())
        self.streams.activated.connect(lambda _index: self.changed.emit())
        for chip in self.chips.values():
            chip.clicked.connect(lambda _checked: self.changed.emit())
        self.show_states(USUAL_STATES)
        self.retranslate()

    @property
    def connector_id(self) -> str:
        """The connector that is chosen."""
        return str(self.connectors.currentData() or "")

    @property
    def stream(self) -> str:
        """The key of the stream that is chosen."""
        return str(self.streams.currentData() or "")

    @property
    def states(self) -> frozenset[RecordState]:
        """The states that are chosen; none means all."""
        chosen = frozenset(state for state, chip in self.chips.items() if chip.isChecked())
        return chosen or frozenset(RecordState)

    def show_states(self, states: frozenset[RecordState]) -> None:
        """Shows these as chosen, without telling anybody."""
        for state, chip in self.chips.items():
            chip.setChecked(state in states)

    def show_connectors(self, connectors: Sequence[Connector], types: Sequence[ConnectorType], chosen: str) -> None:
        """Offers these connectors."""
        kinds = {each.key: each for each in types}
        self._connectors = tuple((each, type_icon(kinds.get(each.type))) for each in connectors)
        self._fill_connectors(chosen)

    def show_streams(self, streams: Sequence[StreamState], chosen: str) -> None:
        """Offers these streams with the number of their records."""
        self._streams = tuple(streams)
        self._fill_streams(chosen)

    def retranslate(self) -> None:
        self.connectors.setAccessibleName(self.tr("Connector"))
        self.streams.setAccessibleName(self.tr("Kind of record"))
        for state, chip in self.chips.items():
            chip.show_word(state_of_record(state)[0])
        self._fill_connectors(self.connector_id)
        self._fill_streams(self.stream)

    def _choose_connector(self) -> None:
        self.show_streams((), "")
        self.changed.emit()

    def _fill_connectors(self, chosen: str) -> None:
        with QSignalBlocker(self.connectors):
            self.connectors.clear()
            for connector, sign in self._connectors:
                self.connectors.addItem(icon(sign), user_text(connector.name), connector.id)
            self.connectors.setCurrentIndex(self.connectors.findData(chosen))
        self.connectors.setVisible(bool(self._connectors))

    def _fill_streams(self, chosen: str) -> None:
        with QSignalBlocker(self.streams):
            self.streams.clear()
            for each in self._streams:
                number = formats.number(each.live + each.archived)
                words = filled("RecordChoices", _WITH_COUNT, {"title": stream_title(each.stream), "number": number})
                self.streams.addItem(words, each.stream.key)
            self.streams.setCurrentIndex(self.streams.findData(chosen))
        self.streams.setVisible(bool(self._streams))


def _choice() -> QComboBox:
    choice = QComboBox()
    choice.setMaxVisibleItems(16)
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    choice.setMaximumWidth(_WIDEST)
    return choice
