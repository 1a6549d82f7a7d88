"""Lets the page of syncs do what a person wants, and keeps it up to date while somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import VaultLocked
from integration_console.domain.syncs import RunRequest, SyncRun
from integration_console.gateways.member_protocols import RightsGateway
from integration_console.ui.allowing import Allowing
from integration_console.ui.language import language
from integration_console.ui.refreshing import Refreshing
from integration_console.ui.tabs.syncs.model import PAGE, Known, RunsModel
from integration_console.ui.tabs.syncs.view import SyncsView

if TYPE_CHECKING:
    from integration_console.domain.connectors import Connector, ConnectorType
    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.records import RecordChange
    from integration_console.domain.streams import StreamState
    from integration_console.domain.syncs import RunFilter
    from integration_console.domain.work import Work
    from integration_console.ui.changes import ChangeRelay
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.unlocking import Unlocking
    from integration_console.ui.widgets import ToastOverlay

_FIRST_CHANGES = 50


class SyncsTabGateway(RightsGateway, Protocol):
    """What the page asks of a gateway."""

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors."""

    def connector_types(self) -> tuple[ConnectorType, ...]:
        """Return the installed types."""

    def streams(self, connector_id: str) -> tuple[StreamState, ...]:
        """Return what a connector can bring."""

    def start_sync(self, request: RunRequest) -> SyncRun:
        """Queue a run."""

    def sync_runs(self, wanted: RunFilter, limit: int = 50) -> tuple[SyncRun, ...]:
        """Return runs, newest first."""

    def cancel_sync(self, run_id: str) -> SyncRun:
        """Cancel a run."""

    def changes_of_run(self, run_id: str, limit: int = 200) -> tuple[RecordChange, ...]:
        """Return the first changes that a run made."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What one fetch brought, and for which filter."""

    wanted: RunFilter
    known: Known
    runs: tuple[SyncRun, ...]


class SyncsController(QObject):
    """Fetches the newest runs again whenever something about syncs is announced, and older ones when they are seen."""

    def __init__(
        self, gateway: SyncsTabGateway, tasks: TaskRunner, view: SyncsView, toasts: ToastOverlay, unlocking: Unlocking
    ) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view, self._toasts = gateway, tasks, view, toasts
        self._unlocking = unlocking
        self._shown: RunFilter | None = None
        self._known: Known | None = None
        self._is_stale = True
        self._runs = Refreshing(tasks, "syncs", self._prepare_runs, self)
        self._changes = Refreshing(tasks, "syncs: changes", self._prepare_changes, self)
        self._counted: object = None
        self._connect()

    def hear(self, change: Change) -> None:
        """Fetches again what changed, now or when the page is looked at."""
        if change.subject is Subject.CONNECTORS:
            self._known = None
        if change.subject in (Subject.SYNCS, Subject.CONNECTORS):
            self._is_stale = True
            self._catch_up()

    def refresh(self) -> None:
        """Fetches again."""
        self._is_stale = False
        self._runs.refresh()

    def _catch_up(self) -> None:
        if self._is_stale and self._view.isVisible():
            self.refresh()

    # --------------------------------------------------------------------------------------------------- what is listed
    def _prepare_runs(self) -> Callable[[Work], _Found]:
        gateway, wanted, known = self._gateway, self._view.filters.filter, self._known

        def fetch(work: Work) -> _Found:
            runs = gateway.sync_runs(wanted, PAGE)
            work.stop_if_cancelled()
            return _Found(wanted, known or _known(gateway), runs)

        return fetch

    def _show(self, found: _Found) -> None:
        anew, self._shown = found.wanted != self._shown, found.wanted
        if found.known != self._known:
            self._known = found.known
            self._view.show_known(found.known)
        self._view.show_runs(found.runs, anew=anew)

    def _fail(self, error: ConsoleError) -> None:
        if self._shown is None:
            self._view.states.show_error(error)
        else:
            self._toasts.show_error(error)

    def _fetch_more(self) -> None:
        model, wanted = self._view.model, self._shown
        if wanted is None or model.is_complete or not model.rows or wanted != self._view.filters.filter:
            return
        older = replace(wanted, before=model.rows[-1].id)
        task = self._tasks.start("syncs: more", lambda _work: self._gateway.sync_runs(older, PAGE))
        task.succeeded.connect(lambda runs: self._append(older, runs))
        task.failed.connect(self._toasts.show_error)

    def _append(self, wanted: RunFilter, runs: Sequence[SyncRun]) -> None:
        rows = self._view.model.rows
        if rows and rows[-1].id == wanted.before and self._shown == replace(wanted, before=""):
            self._view.model.append(runs)

    # ---------------------------------------------------------------------------------------------------------- details
    def _show_changes(self, run: SyncRun) -> None:
        counted = (run.id, run.counts, run.state)
        if counted != self._counted and self._gateway.can("records.read"):
            self._counted = counted
            self._changes.refresh()

    def _prepare_changes(self) -> Callable[[Work], object]:
        gateway, run = self._gateway, self._view.chosen
        run_id = run.id if run else ""
        return lambda _work: (run_id, gateway.changes_of_run(run_id, _FIRST_CHANGES) if run_id else ())

    def _take_changes(self, found: tuple[str, tuple[RecordChange, ...]]) -> None:
        run_id, changes = found
        if self._view.details.run is not None and self._view.details.run.id == run_id:
            self._view.details.show_changes(changes)

    # ---------------------------------------------------------------------------------------------- what a person wants
    def _start(self, request: RunRequest) -> None:
        task = self._tasks.start(
            f"syncs: start {request.connector_id}", lambda _work: self._gateway.start_sync(request)
        )
        task.succeeded.connect(self._show_started)
        task.failed.connect(lambda error: self._report(error, request))

    def _show_started(self, run: SyncRun) -> None:
        self._view.show_run(run.id)
        self.refresh()

    def _report(self, error: ConsoleError, request: RunRequest) -> None:
        if isinstance(error, VaultLocked):
            self._unlocking.ask(lambda: self._start(request))
        else:
            self._toasts.show_error(error)

    def _again(self, run: SyncRun) -> None:
        self._start(RunRequest(run.connector_id, run.mode, run.streams))

    def _cancel(self, run: SyncRun) -> None:
        task = self._tasks.start(f"syncs: cancel {run.id}", lambda _work: self._gateway.cancel_sync(run.id))
        task.failed.connect(self._toasts.show_error)
        task.finished.connect(self.refresh)

    def _connect(self) -> None:
        view = self._view
        view.shown.connect(self._catch_up)
        view.filter_changed.connect(self._runs.restart)
        view.more_wanted.connect(self._fetch_more)
        view.run_chosen.connect(self._show_changes)
        view.sync_requested.connect(lambda connector_id: self._start(RunRequest(connector_id)))
        view.again_requested.connect(self._again)
        view.cancel_requested.connect(self._cancel)
        view.states.retry_requested.connect(self.refresh)
        self._runs.fetched.connect(self._show)
        self._runs.failed.connect(self._fail)
        self._changes.fetched.connect(self._take_changes)
        self._changes.failed.connect(self._toasts.show_error)
        language.language_changed.connect(view.model.say_again)


def _known(gateway: SyncsTabGateway) -> Known:
    connectors, types = gateway.connectors(), gateway.connector_types()
    syncing = {each.key for each in types if each.syncs}
    found = (state for each in connectors if each.type in syncing for state in gateway.streams(each.id))
    return Known(connectors, types, {state.stream.key: state.stream for state in found})


def make_syncs_tab(
    gateway: SyncsTabGateway, tasks: TaskRunner, relay: ChangeRelay, toasts: ToastOverlay, unlocking: Unlocking
) -> SyncsView:
    """The page, working; it fetches nothing before it is seen."""
    view = SyncsView(RunsModel())
    controller = SyncsController(gateway, tasks, view, toasts, unlocking)
    relay.changed.connect(controller.hear)
    details, empty, allowing = view.details, view.empty, Allowing(gateway, relay, view)
    allowing.needs("syncs.run", view.start.refuse, details.again.refuse, details.cancel.refuse, empty.refuse_syncs)
    allowing.needs("connectors.write", details.banner.refuse, empty.refuse_connectors)
    allowing.needs("records.read", details.refuse_records)
    return view
