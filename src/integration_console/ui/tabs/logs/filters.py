"""All that narrows the log down: words, outcome, event, source, time, and one story by its correlation id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QSignalBlocker, QTimeZone, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from integration_console.domain.errors import QueryNotUnderstood
from integration_console.domain.log_conditions import looked_for
from integration_console.domain.log_query import parse_query
from integration_console.domain.log_terms import Names
from integration_console.domain.logs import LogFilter
from integration_console.ui.icons import icon
from integration_console.ui.language import Translated, error_advice, error_title, technical, user_text
from integration_console.ui.tabs.logs.statuses import StatusFilter
from integration_console.ui.tabs.logs.time_range import TimeRange
from integration_console.ui.tabs.logs.words import type_title
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Banner, LinkButton, QuietButton, SearchField, Tone
from integration_console.ui.widgets.flow import FlowLayout

_WIDEST = 200
_CONNECTOR, _WEBHOOK = "connector", "webhook"


class FilterBar(Translated, QWidget):
    """`filter_changed` carries a `LogFilter` whenever a person changes something."""

    filter_changed = Signal(object)

    def __init__(self, search: SearchField) -> None:
        super().__init__()
        self.search = search
        self.statuses = StatusFilter()
        self.types, self.sources = _choice(), _choice()
        self.times = TimeRange()
        self.story = QuietButton("x")
        self.reset = LinkButton()
        self.fault = Banner()
        self._correlation_id = ""
        self._told = LogFilter()
        self.words: frozenset[str] = frozenset()
        """What is looked for by its words, folded: where it is found, it is marked."""
        self._names: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {})
        self._known_types: tuple[str, ...] = ()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def filter(self) -> LogFilter:
        """What the controls say."""
        since, until = self.times.bounds()
        query = self.search.text().strip()
        kind, _, source_id = str(self.sources.currentData() or "").partition(":")
        return LogFilter(
            statuses=self.statuses.statuses,
            event_type=self.types.currentData() or "",
            connector_id=source_id if kind == _CONNECTOR else "",
            webhook_id=source_id if kind == _WEBHOOK else "",
            correlation_id=self._correlation_id,
            since=since,
            until=until,
            query=query,
            time_zone=_zone() if query else "UTC",
        )

    def show_filter(self, wanted: LogFilter) -> None:
        """Shows a filter in the controls and tells that it changed."""
        self.statuses.show_statuses(wanted.statuses)
        self._correlation_id = wanted.correlation_id
        self._fill_types(wanted.event_type)
        self._fill_sources(_source_key(wanted))
        self.times.show_bounds(wanted.since, wanted.until)
        self.search.setText(wanted.query)
        self._tell()

    def show_types(self, types: Sequence[str]) -> None:
        """Offers these types."""
        if tuple(types) != self._known_types:
            self._known_types = tuple(types)
            self._fill_types(self.types.currentData() or "")

    def show_names(self, connectors: Mapping[str, str], webhooks: Mapping[str, str]) -> None:
        """Offers these connectors and webhooks, id to name."""
        self._names = (connectors, webhooks)
        self._fill_sources(self.sources.currentData() or "")

    def retranslate(self) -> None:
        self.search.show_placeholder(self.tr("Search, or status:error type:sync.* duration:>2s"))
        self.reset.setText(self.tr("Clear filters"))
        self.types.setAccessibleName(self.tr("Event"))
        self.sources.setAccessibleName(self.tr("Source"))
        self._fill_types(self.types.currentData() or "")
        self._fill_sources(self.sources.currentData() or "")
        self._show_fault()
        self._show_state()

    def _tell(self) -> None:
        self._show_state()
        if self._show_fault():
            return  # while something is being written, what was found before stays
        told, self._told = self._told, self.filter
        if self._told != told:
            self.filter_changed.emit(self._told)

    def _show_fault(self) -> bool:
        """Says which part of the query means nothing, and whether there is one."""
        connectors, webhooks = ({name: each for each, name in names.items()} for names in self._names)
        try:
            condition = parse_query(self.search.text(), Names(connectors, webhooks, datetime.now(UTC)))
        except QueryNotUnderstood as error:
            self.fault.show_message(Tone.WARNING, error_title(error), error_advice(error), quietly=True)
            return True
        self.words = looked_for(condition)
        self.fault.hide()
        return False

    def _leave_story(self) -> None:
        self._correlation_id = ""
        self._tell()

    def _show_state(self) -> None:
        words = self.tr("Related to {id}")
        self.story.setText(words.format(id=technical(f"…{self._correlation_id[-8:]}")))
        self.story.setVisible(bool(self._correlation_id))
        self.reset.setVisible(self.filter != LogFilter())

    def _fill_types(self, chosen: str) -> None:
        known = {*self._known_types, chosen} - {""}
        titles = sorted((type_title(each), each) for each in known)
        _fill(self.types, [(self.tr("All events"), "", ""), *((title, each, "") for title, each in titles)], chosen)

    def _fill_sources(self, chosen: str) -> None:
        items = [(self.tr("All sources"), "", "")]
        for kind, names, sign in ((_CONNECTOR, self._names[0], "plug"), (_WEBHOOK, self._names[1], "webhook")):
            known = {f"{kind}:{each}": name for each, name in names.items()}
            if chosen.startswith(f"{kind}:"):
                known.setdefault(chosen, technical(f"…{chosen[-8:]}"))
            items.extend((user_text(name), key, sign) for key, name in known.items())
        _fill(self.sources, items, chosen)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._tell())
        self.statuses.chosen.connect(self._tell)
        self.types.activated.connect(lambda _index: self._tell())
        self.sources.activated.connect(lambda _index: self._tell())
        self.times.chosen.connect(self._tell)
        self.story.clicked.connect(self._leave_story)
        self.reset.clicked.connect(lambda: self.show_filter(LogFilter()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout()
        for part in (self.statuses, self.types, self.sources, self.times, self.story, self.reset):
            flow.addWidget(part)
        column.setSpacing(Space.S)
        column.addWidget(self.fault)
        column.addLayout(flow)


def _choice() -> QComboBox:
    choice = QComboBox()
    choice.setMaxVisibleItems(16)
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    choice.setMaximumWidth(_WIDEST)
    return choice


def _fill(choice: QComboBox, items: Sequence[tuple[str, str, str]], chosen: str) -> None:
    with QSignalBlocker(choice):
        choice.clear()
        for number, (text, value, sign) in enumerate(items):
            choice.addItem(text, value)
            if sign:
                choice.setItemIcon(number, icon(sign))
            if value == chosen:
                choice.setCurrentIndex(number)
    widest = max(QFontMetrics(choice.font()).horizontalAdvance(text) for text, _value, _sign in items)
    choice.view().setMinimumWidth(min(widest + 72, 420))


def _zone() -> str:
    """The time zone of this machine: a day in a query begins as it does here."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"


def _source_key(wanted: LogFilter) -> str:
    if wanted.connector_id:
        return f"{_CONNECTOR}:{wanted.connector_id}"
    return f"{_WEBHOOK}:{wanted.webhook_id}" if wanted.webhook_id else ""
