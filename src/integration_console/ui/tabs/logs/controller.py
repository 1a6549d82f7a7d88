"""Lets the page of the log do what a person wants, and keeps it up to date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject

from integration_console.domain.changes import Change, Subject
from integration_console.domain.connectors import Connector
from integration_console.domain.logs import LogEntry, LogFilter
from integration_console.domain.webhooks import Webhook
from integration_console.gateways.case_file_protocols import OpenCaseFile
from integration_console.gateways.member_protocols import RightsGateway
from integration_console.gateways.protocols import LogsGateway
from integration_console.ui.allowing import Allowing
from integration_console.ui.changes import ChangeRelay
from integration_console.ui.language import language
from integration_console.ui.tabs.logs.case_making import CaseMaker, CaseMaking
from integration_console.ui.tabs.logs.following import STEP, LogFollower
from integration_console.ui.tabs.logs.loading import Beginning, Blocks, beginning, blocks
from integration_console.ui.tabs.logs.model import LogModel
from integration_console.ui.tabs.logs.view import LogsView
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.unlocking import Unlocking
from integration_console.ui.widgets import ToastOverlay
from integration_console.ui.widgets.payload_parts import Part, payload_part, request_parts

_Names = tuple[Mapping[str, str], Mapping[str, str]]


class LogsTabGateway(LogsGateway, CaseMaker, RightsGateway, Protocol):
    """The log, and the names of what its entries belong to."""

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors."""

    def webhooks(self) -> tuple[Webhook, ...]:
        """Return all webhooks."""


class LogsController(QObject):
    """Begins when the page is first seen; follows while it is seen, live and at its top."""

    def __init__(
        self,
        gateway: LogsTabGateway,
        tasks: TaskRunner,
        relay: ChangeRelay,
        view: LogsView,
        toasts: ToastOverlay,
    ) -> None:
        super().__init__(view)
        self._toasts = toasts
        self._gateway, self._tasks, self._view, self._model = gateway, tasks, view, view.model
        self._wanted = LogFilter()
        self._is_live = True
        self._round = 0
        self._types: frozenset[str] = frozenset()
        self._names: Mapping[str, str] = {}
        self._follower = LogFollower(gateway, tasks, self)
        relay.changed.connect(self._hear)
        self._connect()

    def refresh(self) -> None:
        """Begins anew from the newest entry."""
        wanted = self._wanted
        self._follower.rest()
        task = self._tasks.start("logs.begin", lambda work: beginning(self._gateway, wanted, work), newest_wins=True)
        task.succeeded.connect(self._begin)
        task.failed.connect(self._view.states.show_error)

    def _connect(self) -> None:
        view, follower = self._view, self._follower
        view.first_shown.connect(self._start)
        view.shown.connect(lambda: follower.attend(True))
        view.filter_changed.connect(self._narrow)
        view.live_toggled.connect(self._toggle_live)
        view.jump_requested.connect(self._jump_up)
        view.row_chosen.connect(self._show_details)
        view.table.top_changed.connect(lambda _at_top: self._hold_or_release())
        view.states.retry_requested.connect(self.refresh)
        self._model.rows_awaited.connect(self._fetch_seen)
        follower.arrived.connect(self._show_arrived)
        follower.waiting_changed.connect(lambda count: view.pill.show_waiting(count, more=count >= STEP))
        follower.fell_behind.connect(self.refresh)
        follower.failed.connect(view.states.show_error)
        language.language_changed.connect(self._model.say_again)

    def _start(self) -> None:
        self._view.states.show_loading()
        self._learn_names()
        self.refresh()

    def _hear(self, change: Change) -> None:
        if change.subject is Subject.LOGS:
            self._follower.attend(self._view.isVisible())
            self._follower.hear(change.position)
        elif change.subject in (Subject.CONNECTORS, Subject.WEBHOOKS) and self._view.isVisible():
            self._learn_names()

    # ------------------------------------------------------------------------------------------------------- the rows
    def _begin(self, found: Beginning) -> None:
        self._round += 1
        chosen = self._view.details.entry_id or self._chosen_id()
        self._model.restart(found.page, found.total)
        self._offer_types(frozenset(found.types))
        self._view.show_rows(filtered=self._wanted != LogFilter())
        self._view.table.scrollToTop()
        self._choose_again(chosen)
        self._hold_or_release()
        known = frozenset(entry.id for entry in found.page.entries)
        self._follower.follow(self._wanted, found.position, known)

    def _choose_again(self, entry_id: str) -> None:
        row = self._model.row_of(entry_id) if entry_id else None
        if row is not None:
            self._view.table.choose_row(row)

    def _chosen_id(self) -> str:
        entry = self._model.entry(self._view.table.currentIndex().row())
        return entry.id if entry is not None else ""

    def _show_arrived(self, oldest_first: tuple[LogEntry, ...]) -> None:
        was_empty = self._model.total == 0
        self._model.prepend(oldest_first)
        self._view.live.show_total(self._model.total)
        self._offer_types(self._types | {entry.event_type for entry in oldest_first})
        if was_empty:
            self._view.show_rows(filtered=self._wanted != LogFilter())

    def _fetch_seen(self) -> None:
        requests = self._model.missing(*self._view.table.seen_rows)
        if not requests or self._tasks.is_running("logs.blocks"):
            return
        wanted, turn = self._wanted, self._round
        task = self._tasks.start("logs.blocks", lambda work: blocks(self._gateway, wanted, requests, work))
        task.succeeded.connect(lambda found: self._fill(turn, found))
        task.failed.connect(self._view.states.show_error)

    def _fill(self, turn: int, found: Blocks) -> None:
        if turn == self._round:
            for block, page in found:
                self._model.fill(block, page)
            self._view.live.show_total(self._model.total)
        self._fetch_seen()

    # ---------------------------------------------------------------------------------------------- what a person wants
    def _narrow(self, wanted: LogFilter) -> None:
        self._wanted = wanted
        self.refresh()

    def _toggle_live(self) -> None:
        self._is_live = not self._is_live
        self._view.live.show_live(self._is_live)
        if self._is_live:
            self._view.table.scrollToTop()
        self._hold_or_release()

    def _jump_up(self) -> None:
        self._is_live = True
        self._view.live.show_live(True)
        self._view.table.scrollToTop()
        self._hold_or_release()
        self._view.table.setFocus()

    def _hold_or_release(self) -> None:
        self._follower.hold(not (self._is_live and self._view.table.is_at_top))

    def _offer_types(self, types: frozenset[str]) -> None:
        if types != self._types:
            self._types = types
            self._view.filters.show_types(sorted(types))

    # ---------------------------------------------------------------------------------------------- names and details
    def _learn_names(self) -> None:
        task = self._tasks.start("logs.names", lambda _work: _names(self._gateway), newest_wins=True)
        task.succeeded.connect(self._show_names)
        task.failed.connect(self._toasts.show_error)

    def _show_names(self, names: _Names) -> None:
        self._names = {**names[0], **names[1]}
        self._model.show_names(self._names)
        self._view.filters.show_names(*names)

    def _show_details(self, row: int) -> None:
        entry = self._model.entry(row)
        if entry is None:
            return
        self._view.show_entry(entry, self._names)
        task = self._tasks.start("logs.detail", lambda _work: _parts(self._gateway, entry.id), newest_wins=True)
        task.succeeded.connect(lambda found: self._view.details.show_parts(found[0], closed=found[1]))
        task.failed.connect(self._toasts.show_error)


def _names(gateway: LogsTabGateway) -> _Names:
    return {each.id: each.name for each in gateway.connectors()}, {each.id: each.name for each in gateway.webhooks()}


def _parts(gateway: LogsTabGateway, entry_id: str) -> tuple[tuple[Part, ...], bool]:
    """Return what can be read of an entry, and whether it is closed to the one who looks."""
    found = gateway.log_detail(entry_id)
    parts = (*request_parts(found.headers, found.body, found.content_type), *payload_part(found.payload))
    return parts, found.closed


def make_logs_tab(
    gateway: LogsTabGateway,
    tasks: TaskRunner,
    relay: ChangeRelay,
    toasts: ToastOverlay,
    unlocking: Unlocking | None = None,
) -> LogsView:
    """Makes the page of the log; it fetches nothing before it is seen."""
    view = LogsView(LogModel())
    LogsController(gateway, tasks, relay, view, toasts)
    making = CaseMaking(gateway, tasks, unlocking, view)
    view.case_requested.connect(making.ask)
    making.made.connect(view.case_made)
    Allowing(gateway, relay, view).needs("workspace.write", view.make_case.refuse)
    if isinstance(gateway, OpenCaseFile):
        view.live.show_still()
        view.make_case.hide()
    return view
