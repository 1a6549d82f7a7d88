"""The chain of one correlation ID: as a list in the order of time, and as swim-lanes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from integration_console.domain.log_chains import Chain, Link
from integration_console.ui.language import Translated, formats, user_text
from integration_console.ui.tabs.logs.lanes import SwimLanes
from integration_console.ui.tabs.logs.words import TONES, sentence_with_error, source_of, visible_entry
from integration_console.ui.theme import RowHeight, Space
from integration_console.ui.widgets import Cell, Column, Label, QuietButton, SegmentedControl, TableModel
from integration_console.ui.widgets.fitting_table import FittingTable

LIST, LANES = "list", "lanes"
MOST_LINKS = 500
"""Entries of a chain that are shown."""


class ChainPane(Translated, QWidget):
    """`entry_wanted` carries the ID of an entry to go to; `story_wanted`: the table should show the chain alone."""

    entry_wanted = Signal(str)
    story_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chain, self._entry_id = Chain(), ""
        self._names: Mapping[str, str] = {}
        self.kinds = SegmentedControl((LIST, LANES))
        self.story = QuietButton("list-filter")
        self._summary = Label("muted", wrap=True)
        self.model = TableModel(
            (
                Column(lambda: QCoreApplication.translate("ChainPane", "After"), self._offset_cell, 120),
                Column(lambda: QCoreApplication.translate("ChainPane", "Source"), self._source_cell, 106),
                Column(lambda: QCoreApplication.translate("ChainPane", "Message"), self._message_cell),
                Column(lambda: QCoreApplication.translate("ChainPane", "Duration"), self._duration_cell, 84),
            )
        )
        self.table = FittingTable(self.model, [each.width for each in self.model.columns], ((1, 440), (3, 380)))
        self.table.verticalHeader().setDefaultSectionSize(RowHeight.COMPACT)
        self.lanes = SwimLanes(self._owner_name, self._say)
        self._stack = QStackedWidget()
        self._lay_out()
        self.kinds.chosen.connect(self._choose)
        self.story.clicked.connect(self.story_wanted)
        self.table.row_opened.connect(lambda row: self.entry_wanted.emit(self.model.rows[row].entry.id))
        self.lanes.opened.connect(self.entry_wanted)
        self.lanes.chosen.connect(self._select)
        self.lanes.cursor_moved.connect(self._show_bar)
        self.retranslate()

    def show_chain(self, chain: Chain, entry_id: str, names: Mapping[str, str]) -> None:
        """Shows a chain, from the point of view of one of its entries."""
        self._chain, self._entry_id, self._names = chain, entry_id, names
        self.model.show_rows(chain.links)
        self.lanes.show_chain(chain, entry_id)
        self._select(entry_id)
        self._say_summary()

    def retranslate(self) -> None:
        self.kinds.show_labels({LIST: self.tr("List"), LANES: self.tr("Timeline")})
        self.story.setText(self.tr("Show related entries"))
        self.story.setToolTip(self.tr("Everything with the same correlation ID"))
        self.kinds.setAccessibleName(self.tr("How the chain is shown"))
        self.table.setAccessibleName(self.tr("Related entries"))
        self.lanes.setAccessibleName(self.tr("Timeline"))
        self._say_summary()

    def show_as(self, manner: str) -> None:
        """Shows the list, or the timeline."""
        self.kinds.choose(manner)
        self._choose(manner)

    @property
    def summary(self) -> str:
        """The words about the length of the chain."""
        return self._summary.text()

    def _choose(self, key: str) -> None:
        self._stack.setCurrentIndex(0 if key == LIST else 1)

    def _select(self, entry_id: str) -> None:
        ids = [each.entry.id for each in self._chain.links]
        if entry_id in ids:
            self.table.selectRow(ids.index(entry_id))

    def _show_bar(self, place: QRectF) -> None:
        """Scrolls to where the cursor of the timeline went."""
        middle = place.center().toPoint()
        self._scroll.ensureVisible(middle.x(), middle.y(), 0, int(place.height()) * 2)

    def _say_summary(self) -> None:
        link = self._chain.link_of(self._entry_id)
        if link is None:
            self._summary.setText("")
            return
        count = QCoreApplication.translate("ChainPane", "%Ln entry(s)", "", len(self._chain.links))
        words = self.tr("{count} in {whole}. This one began after {offset} and took {duration}.")
        self._summary.setText(
            words.format(
                count=count,
                whole=formats.duration(self._chain.seconds * 1000),
                offset=formats.duration(self._chain.offset(link) * 1000),
                duration=formats.duration(link.seconds * 1000),
            )
        )

    def _owner_name(self, owner: str) -> str:
        link = next((each for each in self._chain.links if each.owner == owner), None)
        name = source_of(link.entry, self._names).name if link is not None else ""
        return name or QCoreApplication.translate("ChainPane", "This program")

    def _say(self, link: Link) -> str:
        """A link in a line: what happened, when, and how long it took."""
        words = QCoreApplication.translate("ChainPane", "{message} (after {offset}, took {duration})")
        return words.format(
            message=user_text(sentence_with_error(visible_entry(link.entry))),
            offset=formats.duration(self._chain.offset(link) * 1000),
            duration=formats.duration(link.seconds * 1000),
        )

    def _offset_cell(self, link: Link) -> Cell:
        return Cell(formats.duration(self._chain.offset(link) * 1000), muted=True, icon=TONES[link.entry.status].icon)

    def _source_cell(self, link: Link) -> Cell:
        return Cell(self._owner_name(link.owner))

    def _message_cell(self, link: Link) -> Cell:
        return Cell(sentence_with_error(visible_entry(link.entry)))

    def _duration_cell(self, link: Link) -> Cell:
        return Cell(formats.duration(link.seconds * 1000) if link.entry.duration_ms is not None else "", muted=True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.kinds)
        head.addStretch(1)
        head.addWidget(self.story)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setProperty("role", "clear")
        scroll.setWidget(self.lanes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._summary)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self.table)
        self._stack.addWidget(scroll)
