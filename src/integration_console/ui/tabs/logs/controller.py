"""Lets the page of the log do what a person wants, and keeps it up to date."""

from __future__ import annotations

from PySide6.QtCore import QObject

from integration_console.domain.changes import Change, Subject
from integration_console.domain.logs import LogEntry, LogFilter
from integration_console.gateways.case_file_protocols import OpenCaseFile
from integration_console.ui.allowing import Allowing
from integration_console.ui.catching_up import CatchingUp
from integration_console.ui.changes import ChangeRelay
from integration_console.ui.language import language
from integration_console.ui.tabs.logs.adding_up import LogOverview
from integration_console.ui.tabs.logs.arranging import Arranger
from integration_console.ui.tabs.logs.copying import LogCopier
from integration_console.ui.tabs.logs.exporting import LogExporting
from integration_console.ui.tabs.logs.fetching import RowFetcher
from integration_console.ui.tabs.logs.following import STEP, LogFollower
from integration_console.ui.tabs.logs.jumping import Jumper
from integration_console.ui.tabs.logs.layout import KeptLayout
from integration_console.ui.tabs.logs.loading import Beginning, beginning
from integration_console.ui.tabs.logs.looking import LogLooker, LogsTabGateway
from integration_console.ui.tabs.logs.model import LogModel
from integration_console.ui.tabs.logs.noting import LogNoter
from integration_console.ui.tabs.logs.saving import FilterSaver
from integration_console.ui.tabs.logs.view import LogsView
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.unlocking import Unlocking
from integration_console.ui.widgets import ToastOverlay


class LogsController(QObject):
    """Begins when the page is first seen; follows while it is seen, live and at its top."""

    def __init__(
        self,
        gateway: LogsTabGateway,
        tasks: TaskRunner,
        relay: ChangeRelay,
        view: LogsView,
        toasts: ToastOverlay,
        allowing: Allowing,
    ) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view, self._model = gateway, tasks, view, view.model
        self._wanted = LogFilter()
        self._is_live = True
        self._types: frozenset[str] = frozenset()
        self._sought = ""
        self._names = CatchingUp(view, view.shown, lambda: self._looker.learn_names())  # noqa: PLW0108 - made below
        self._follower = LogFollower(gateway, tasks, self)
        self._fetcher = RowFetcher(gateway, tasks, view.model, lambda: view.table.seen_rows)
        self._jumper = Jumper(gateway, tasks, view.table, toasts)
        self._copier = LogCopier(gateway, tasks, view, toasts, allowing)
        self._looker = LogLooker(gateway, tasks, view, toasts)
        noter = LogNoter(gateway, tasks, view, toasts, allowing)
        relay.changed.connect(noter.hear)
        relay.changed.connect(FilterSaver(gateway, tasks, view, toasts, allowing).hear)
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
        view.table.top_changed.connect(lambda _at_top: self._hold_or_release())
        view.states.retry_requested.connect(self.refresh)
        self._fetcher.failed.connect(view.states.show_error)
        self._fetcher.total_changed.connect(view.live.show_total)
        follower.arrived.connect(self._show_arrived)
        follower.waiting_changed.connect(lambda count: view.pill.show_waiting(count, more=count >= STEP))
        follower.fell_behind.connect(self.refresh)
        follower.failed.connect(view.states.show_error)
        language.language_changed.connect(self._model.say_again)
        self._fetcher.filled.connect(self._looker.follow)
        self._jumper.unfiltered_wanted.connect(self._go_to_hidden)
        view.jump_wanted.connect(self._jumper.ask)
        view.details.chain.entry_wanted.connect(self._jumper.go_to_entry)
        view.error_wanted.connect(lambda newer: self._jumper.go_to_error(newer=newer))

    def _start(self) -> None:
        self._view.states.show_loading()
        self._looker.learn_names()
        self.refresh()

    def _hear(self, change: Change) -> None:
        if change.subject is Subject.LOGS:
            self._follower.attend(self._view.isVisible())
            self._follower.hear(change.position)
        elif change.subject in (Subject.CONNECTORS, Subject.WEBHOOKS):
            self._names.ask()

    # ------------------------------------------------------------------------------------------------------- the rows
    def _begin(self, found: Beginning) -> None:
        chosen = self._view.details.entry_id or self._chosen_id()
        self._model.restart(found.page, found.known)
        self._fetcher.begin(self._wanted, found)
        self._offer_types(frozenset(found.types))
        self._view.show_rows(filtered=self._wanted != LogFilter())
        self._view.table.scrollToTop()
        self._choose_again(chosen)
        self._hold_or_release()
        known = frozenset(entry.id for entry in found.page.entries)
        self._follower.follow(self._wanted, found.position, known)
        self._jumper.begin(self._wanted)
        self._copier.begin(self._wanted)
        if self._sought:
            self._jumper.go_to_entry(self._sought)
            self._sought = ""

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
        self._fetcher.tell_total()
        self._offer_types(self._types | {entry.event_type for entry in oldest_first})
        if was_empty:
            self._view.show_rows(filtered=self._wanted != LogFilter())

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

    def _go_to_hidden(self, entry_id: str) -> None:
        """Clears the filters, and goes to an entry that they hid once the rows are there."""
        self._sought = entry_id
        self._view.filters.show_filter(LogFilter())


def make_logs_tab(
    gateway: LogsTabGateway,
    tasks: TaskRunner,
    relay: ChangeRelay,
    toasts: ToastOverlay,
    unlocking: Unlocking | None = None,
    kept: KeptLayout | None = None,
) -> LogsView:
    """Makes the page of the log; it fetches nothing before it is seen. `kept` is where the columns are kept."""
    view = LogsView(LogModel())
    allowing = Allowing(gateway, relay, view)
    Arranger(view, kept or KeptLayout())
    LogsController(gateway, tasks, relay, view, toasts, allowing)
    LogExporting(gateway, tasks, toasts, view, lambda: view.filters.filter)
    LogOverview(gateway, tasks, relay, view)
    if isinstance(gateway, OpenCaseFile):
        view.live.show_still()
    else:
        from integration_console.ui.tabs.logs.upkeep import add_upkeep  # noqa: PLC0415 - a case file opens without it

        add_upkeep(gateway, tasks, view, toasts, unlocking, allowing)
    return view
