"""Keeps what the log adds up to in view: the bars above the table, and the statistics in its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer

from integration_console.domain.changes import Change, Subject
from integration_console.domain.log_figures import LogDimension, LogFigures, LogSpan
from integration_console.domain.logs import LogFilter
from integration_console.domain.query_parts import TIME, values_of
from integration_console.ui.catching_up import CatchingUp
from integration_console.ui.changes import ChangeRelay
from integration_console.ui.tabs.logs.filters import span_written
from integration_console.ui.tabs.logs.looking import LogsTabGateway
from integration_console.ui.tabs.logs.view import ENTRIES, FIGURES, LogsView
from integration_console.ui.tasks import TaskRunner

_PAUSE_MS: Final = 3000
"""How long after something happened the figures follow: adding up costs more than showing one more row."""
_BAR_WIDTH: Final = 7
_MOST_BARS: Final = 240
_LONGEST: Final = timedelta(days=90)
_HOUR: Final = timedelta(hours=1)


class LogOverview(QObject):
    """Follows the filter of the page, and what happens while the page is seen."""

    def __init__(self, gateway: LogsTabGateway, tasks: TaskRunner, relay: ChangeRelay, view: LogsView) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view = gateway, tasks, view
        self._wanted = LogFilter()
        self._before: list[str] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._catching_up = CatchingUp(view, view.shown, self._follow)
        self._pause.timeout.connect(self._catching_up.ask)
        relay.changed.connect(self._hear)
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.first_shown.connect(self._refresh)
        view.filter_changed.connect(self._narrow)
        view.perspective_shown.connect(lambda _key: self._refresh())
        view.histogram.span_chosen.connect(self._look_into)
        view.histogram.wider_asked.connect(self._look_wider)
        view.figures.asked.connect(self._refresh)
        view.figures.narrowed.connect(self._show_entries)

    def _hear(self, change: Change) -> None:
        if change.subject is Subject.LOGS and not self._pause.isActive():
            self._pause.start()

    def _follow(self) -> None:
        if not self._tasks.is_running("logs.overview"):
            self._refresh()

    def _narrow(self, wanted: LogFilter) -> None:
        self._wanted = wanted
        self._refresh()

    def _look_into(self, since: datetime, until: datetime) -> None:
        self._before.append(" ".join(values_of(self._view.filters.query, TIME)))
        self._view.filters.put(TIME, span_written(since, until))

    def _look_wider(self) -> None:
        self._view.filters.put(TIME, self._before.pop() if self._before else "")

    def _show_entries(self, part: str) -> None:
        self._view.show_perspective(ENTRIES)
        self._view.filters.put(part.partition(":")[0], part)
        self._view.table.setFocus()

    def _refresh(self) -> None:
        self._fetch_bars()
        if self._view.perspective.key == FIGURES:
            self._fetch_figures()

    def _fetch_bars(self) -> None:
        wanted, most = self._wanted, min(_MOST_BARS, max(24, self._view.histogram.width() // _BAR_WIDTH))
        task = self._tasks.start(
            "logs.overview", lambda _work: self._gateway.log_histogram(wanted, most), newest_wins=True
        )
        task.succeeded.connect(self._view.histogram.show_histogram)
        task.failed.connect(lambda _error: self._view.histogram.hide())  # the table says what is wrong

    def _fetch_figures(self) -> None:
        self._view.figures.may_see_keys(allowed=self._gateway.can("api_keys.read"))
        span = self._span()
        task = self._tasks.start("logs.figures", lambda _work: _figures(self._gateway, span), newest_wins=True)
        task.succeeded.connect(lambda found: self._view.figures.show_figures(span, *found))
        task.failed.connect(self._view.figures.states.show_error)

    def _span(self) -> LogSpan:
        """The time that the query names, in whole hours; without any, the last 90 days."""
        bounds, now = self._view.filters.bounds, datetime.now(UTC)
        until = _whole_hour(bounds.until or now, up=True)
        since = _whole_hour(bounds.since or until - _LONGEST)
        return LogSpan(min(since, until - _HOUR), until, self._view.figures.dimension)


def _figures(gateway: LogsTabGateway, span: LogSpan) -> tuple[LogFigures, Mapping[str, str]]:
    return gateway.log_figures(span), _names(gateway, span.by)


def _names(gateway: LogsTabGateway, by: LogDimension) -> dict[str, str]:
    """The names of what figures are told apart by, by id."""
    if by is LogDimension.CONNECTOR:
        return {each.id: each.name for each in gateway.connectors()}
    if by is LogDimension.WEBHOOK:
        return {each.id: each.name for each in gateway.webhooks()}
    return {each.id: each.name for each in gateway.api_keys()} if by is LogDimension.KEY else {}


def _whole_hour(moment: datetime, *, up: bool = False) -> datetime:
    down = moment.replace(minute=0, second=0, microsecond=0)
    return down + _HOUR if up and down < moment else down
