"""All about one entry of the log: what happened and what to do, its contents, and the chain that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from integration_console.domain.log_chains import Chain
from integration_console.domain.logs import LogEntry
from integration_console.ui.language import Translated, technical
from integration_console.ui.tabs.logs.chain_pane import ChainPane
from integration_console.ui.tabs.logs.contents import Content
from integration_console.ui.tabs.logs.contents_pane import ContentsPane
from integration_console.ui.tabs.logs.overview import Overview
from integration_console.ui.tabs.logs.words import TONES, sentence, status_word, visible_entry
from integration_console.ui.theme import Space
from integration_console.ui.widgets import IconButton, Label, SegmentedControl, StatusPill
from integration_console.ui.widgets.payload_parts import BODY, HEADERS, PAYLOAD

OVERVIEW, CHAIN = "overview", "chain"
_NARROWEST = 400


class LogDetails(Translated, QFrame):
    """A panel beside the table. Esc or the cross closes it; what was looked at last stays in front.

    `chain_wanted` carries the correlation ID of a chain that is looked at and not at hand.
    """

    closed = Signal()
    story_requested = Signal(str)
    chain_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._entry: LogEntry | None = None
        self._contents: dict[str, Content] = {}
        self._chosen = OVERVIEW
        self._names: Mapping[str, str] = {}
        self.pill = StatusPill()
        self.title = Label("heading", wrap=True)
        self.tabs = SegmentedControl((OVERVIEW, BODY, HEADERS, PAYLOAD, CHAIN))
        self.overview, self.contents, self.chain = Overview(), ContentsPane(), ChainPane()
        self.note = self.overview.note
        self._stack = QStackedWidget()
        self._close = IconButton("x")
        self._close.clicked.connect(self.closed)
        self.tabs.chosen.connect(self.choose)
        self.chain.table.left.connect(self.closed)
        self.chain.story_wanted.connect(self._ask_for_story)
        self._lay_out()
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest words of the language in force need."""
        hint = super().minimumSizeHint()
        return QSize(max(hint.width(), _NARROWEST), hint.height())

    @property
    def entry_id(self) -> str:
        """The id of the entry that is shown."""
        return self._entry.id if self._entry else ""

    @property
    def keys(self) -> tuple[str, ...]:
        """What can be looked at, in order."""
        has_chain = self._entry is not None and bool(self._entry.correlation_id)
        return (OVERVIEW, *self._contents, *((CHAIN,) if has_chain else ()))

    @property
    def shown(self) -> str:
        """What is looked at."""
        return self._chosen if self._chosen in self.keys else OVERVIEW

    def show_entry(self, entry: LogEntry, names: Mapping[str, str]) -> None:
        """Shows an entry; its contents follow by `show_contents`."""
        if entry.id != self.entry_id:
            self._contents = {}
            self.overview.show_closed(False)
            self.chain.show_chain(Chain(), "", names)
        self._entry, self._names = entry, names
        self._say_entry(entry)
        if self._chosen in (OVERVIEW, CHAIN):  # contents stay as they were until the new ones are there
            self._show()

    def show_contents(self, contents: Sequence[Content], *, closed: bool = False) -> None:
        """Shows what the entry holds; `closed`: the one who looks may not see it."""
        self._contents = {each.key: each for each in contents}
        self.overview.show_closed(closed)
        self._show()

    def show_chain(self, story: str, chain: Chain) -> None:
        """Shows the chain with a correlation ID, if the entry still belongs to it."""
        if self._entry is not None and self._entry.correlation_id == story:
            self.chain.show_chain(chain, self.entry_id, self._names)

    def choose(self, key: str) -> None:
        """Brings something to the front."""
        self._chosen = key
        self._show()

    def take_focus(self) -> None:
        """Puts the keyboard on what can be looked at."""
        self.tabs.take_focus()

    def retranslate(self) -> None:
        self._close.show_name(self.tr("Close ({keys})").format(keys=technical("Esc")))
        self.setAccessibleName(self.tr("Details"))
        self._say_tabs()
        if self._entry is not None:
            self._say_entry(self._entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        shown = self.shown
        self.tabs.offer_only(self.keys)
        self.tabs.choose(shown)
        pages = {OVERVIEW: self.overview, CHAIN: self.chain}
        self._stack.setCurrentWidget(pages.get(shown, self.contents))
        if shown in self._contents:
            self.contents.show_content(self._contents[shown])
        elif shown == CHAIN and self._entry is not None and not self.chain.model.rows:
            self.chain_wanted.emit(self._entry.correlation_id)

    def _say_tabs(self) -> None:
        labels = {
            OVERVIEW: self.tr("Overview"),
            BODY: self.tr("Body"),
            HEADERS: self.tr("Headers"),
            PAYLOAD: self.tr("Logged"),
            CHAIN: self.tr("Chain"),
        }
        self.tabs.show_labels(labels)
        self.tabs.setAccessibleName(self.tr("What is shown"))

    def _say_entry(self, entry: LogEntry) -> None:
        self.pill.show_status(status_word(entry.status), TONES[entry.status])
        self.title.setText(sentence(visible_entry(entry)))
        self.overview.show_entry(entry, self._names)

    def _ask_for_story(self) -> None:
        if self._entry is not None:
            self.story_requested.emit(self._entry.correlation_id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.pill)
        head.addStretch(1)
        head.addWidget(self._close)
        row = QHBoxLayout()
        row.addWidget(self.tabs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.L)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self._stack, 1)  # empty, as in the view: it is not styled twice
        for page in (self.overview, self.contents, self.chain):
            self._stack.addWidget(page)
