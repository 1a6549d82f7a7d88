"""All that narrows the log down: words, outcome, event, source, time, and one story by its correlation id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.errors import QueryNotUnderstood
from integration_console.domain.folding import folded
from integration_console.domain.log_conditions import EVERYTHING, Condition, Within, all_of, chosen, looked_for
from integration_console.domain.log_query import parse_query
from integration_console.domain.log_spans import bounds_of
from integration_console.domain.log_terms import Names, zone_of
from integration_console.domain.logs import LogFilter, LogStatus
from integration_console.domain.query_completion import Vocabulary
from integration_console.domain.query_parts import TIME, quoted, values_of, with_part
from integration_console.domain.saved_filters import SavedFilter
from integration_console.ui.language import Translated, error_advice, error_title, technical
from integration_console.ui.tabs.logs.choices import CONNECTOR, WEBHOOK, SourceChoice, TypeChoice
from integration_console.ui.tabs.logs.saved_bar import SavedBar
from integration_console.ui.tabs.logs.statuses import StatusFilter
from integration_console.ui.tabs.logs.time_range import TimeRange
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Banner, LinkButton, QuietButton, SearchField, Tone
from integration_console.ui.widgets.flow import FlowLayout
from integration_console.ui.zones import local_zone

_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class FilterBar(Translated, QWidget):
    """The query in the search field is all that counts; the other controls show parts of it, and write into it.

    `filter_changed` carries a `LogFilter` whenever a person changes something.
    """

    filter_changed = Signal(object)

    def __init__(self, search: SearchField) -> None:
        super().__init__()
        self.search = search
        self.statuses = StatusFilter()
        self.types, self.sources = TypeChoice(), SourceChoice()
        self.times = TimeRange()
        self.saved = SavedBar(lambda: self.query)
        self.story, self.reset = QuietButton("x"), LinkButton()
        self.fault = Banner()
        self._told = LogFilter()
        self.words: frozenset[str] = frozenset()
        """What is looked for by its words, folded: where it is found, it is marked."""
        self._names: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {})
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def query(self) -> str:
        """What is written in the search field."""
        return self.search.text().strip()

    @property
    def filter(self) -> LogFilter:
        """What is asked for."""
        return LogFilter(query=self.query, time_zone=local_zone()) if self.query else LogFilter()

    def show_filter(self, wanted: LogFilter) -> None:
        """Shows a filter as a query and tells that it changed."""
        self._write_query(written(wanted, *self._names))

    def put(self, key: str, part: str) -> None:
        """Puts a part into the query, in the place of those with its key; an empty one takes them away."""
        self._write_query(with_part(self.query, key, part))

    def condition(self, wanted: LogFilter) -> Condition:
        """What entries must be to fit a filter. Raises `QueryNotUnderstood`."""
        asked = parse_query(wanted.query, self._understood_names()) if wanted.query.strip() else EVERYTHING
        return all_of(chosen(wanted), asked)

    @property
    def bounds(self) -> Within:
        """From when and until when, as the query says it; what is not understood yet says nothing."""
        if not self.fault.isHidden():
            return Within()
        return bounds_of(parse_query(" ".join(values_of(self.query, TIME)), self._understood_names()))

    def show_types(self, types: Sequence[str]) -> None:
        """Offers these types."""
        self.types.show_types(types)

    def show_names(self, connectors: Mapping[str, str], webhooks: Mapping[str, str]) -> None:
        """Offers these connectors and webhooks, id to name."""
        if self._names != (connectors, webhooks):
            self._names = (connectors, webhooks)
            self.sources.show_names(connectors, webhooks, self._source())
            self.take_query()

    def show_saved(self, filters: Sequence[SavedFilter]) -> None:
        """Offers these filters."""
        self.saved.show_filters(filters)
        self.take_query()

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that a query may use."""
        connectors, webhooks = (tuple(names.values()) for names in self._names)
        return Vocabulary(self.types.types, connectors, webhooks, tuple(each.name for each in self.saved.filters))

    def retranslate(self) -> None:
        self.search.show_placeholder(self.tr("Search, or status:error type:sync.* duration:>2s"))
        self.reset.setText(self.tr("Clear filters"))
        self._show_query()

    def _write_query(self, query: str) -> None:
        with QSignalBlocker(self.search):
            self.search.setText(query)
        self.search.note_text()
        self.take_query()

    def take_query(self) -> None:
        """Shows what is written in the other controls, and tells it where it is understood."""
        self._show_query()
        if not self.fault.isHidden():
            return  # while something is being written, what was found before stays
        told, self._told = self._told, self.filter
        if self._told != told:
            self.filter_changed.emit(self._told)

    def _value(self, key: str) -> str:
        return next(iter(values_of(self.query, key)), "")

    def _show_fault(self) -> bool:
        """Says which part of the query means nothing, and whether there is one."""
        try:
            condition = parse_query(self.search.text(), self._understood_names())
        except QueryNotUnderstood as error:
            self.fault.show_message(Tone.WARNING, error_title(error), error_advice(error), quietly=True)
            return True
        self.words = looked_for(condition)
        self.fault.hide()
        return False

    def _show_query(self) -> None:
        is_understood = not self._show_fault()
        self._show_statuses()
        self.types.show_value(self._value("type"))
        self.sources.show_value(self._source())
        if is_understood:
            self.times.show_written(values_of(self.query, TIME), self.bounds)
        correlation = self._value("correlation")
        self.story.setText(self.tr("Related to {id}").format(id=technical(f"…{correlation[-8:]}")))
        self.story.setVisible(bool(correlation))
        self.reset.setVisible(bool(self.query))
        self.saved.show_chips()

    def _show_statuses(self) -> None:
        named = self._value("status").lower().split(",")
        self.statuses.show_statuses(frozenset(each for each in LogStatus if each.value in named))

    def _understood_names(self) -> Names:
        connectors, webhooks = ({name: each for each, name in names.items()} for names in self._names)
        saved = {each.name: each.query for each in self.saved.filters}
        return Names(connectors, webhooks, datetime.now(UTC), zone_of(local_zone()) or UTC, saved)

    def _source(self) -> str:
        """The key of the connector or webhook that the query names."""
        for kind, names in ((CONNECTOR, self._names[0]), (WEBHOOK, self._names[1])):
            if value := self._value(kind):
                known = (each for each, name in names.items() if folded(value) in (folded(name), each))
                return f"{kind}:{next(known, value)}"
        return ""

    def _choose_source(self) -> None:
        kind, _, source_id = self.sources.value.partition(":")
        query = with_part(with_part(self.query, CONNECTOR, ""), WEBHOOK, "")
        names = self._names[0] if kind == CONNECTOR else self._names[1]
        self._write_query(with_part(query, kind, _named(kind, source_id, names)) if kind else query)

    def _choose_type(self) -> None:
        chosen = self.types.value
        self.put("type", f"type:{chosen}" if chosen else "")

    def _choose_statuses(self) -> None:
        chosen = ",".join(sorted(self.statuses.statuses))
        self.put("status", f"status:{chosen}" if chosen else "")

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self.take_query())
        self.statuses.chosen.connect(self._choose_statuses)
        self.types.activated.connect(lambda _index: self._choose_type())
        self.sources.activated.connect(lambda _index: self._choose_source())
        self.times.chosen.connect(lambda: self.put(TIME, self.times.written))
        self.story.clicked.connect(lambda: self.put("correlation", ""))
        self.saved.query_wanted.connect(self._write_query)
        self.reset.clicked.connect(lambda: self._write_query(""))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout()
        for part in (self.statuses, self.types, self.sources, self.times, self.saved, self.story, self.reset):
            flow.addWidget(part)
        column.setSpacing(Space.S)
        column.addWidget(self.fault)
        column.addLayout(flow)


def written(wanted: LogFilter, connectors: Mapping[str, str], webhooks: Mapping[str, str]) -> str:
    """A filter as a query; `connectors` and `webhooks` are names by id."""
    parts = (
        f"status:{','.join(sorted(wanted.statuses))}" if wanted.statuses else "",
        f"type:{wanted.event_type}" if wanted.event_type else "",
        _named(CONNECTOR, wanted.connector_id, connectors),
        _named(WEBHOOK, wanted.webhook_id, webhooks),
        f"correlation:{wanted.correlation_id}" if wanted.correlation_id else "",
        span_written(wanted.since, wanted.until),
        wanted.query,
    )
    return " ".join(each for each in parts if each)


def span_written(since: datetime | None, until: datetime | None) -> str:
    """A stretch of time as it is written in a query ("": any time)."""
    bounds = {"since": since, "until": until}
    return " ".join(f"{key}:{each.astimezone(UTC):{_MOMENT}}" for key, each in bounds.items() if each)


def _named(kind: str, identifier: str, names: Mapping[str, str]) -> str:
    """The part of a query for a connector or webhook: by its name, where that can be written ("": for none)."""
    name = names.get(identifier, "")
    shown = name if name and '"' not in name else identifier
    return f"{kind}:{quoted(shown)}" if identifier else ""
