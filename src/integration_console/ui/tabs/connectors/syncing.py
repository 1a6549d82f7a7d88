"""The syncs of the chosen connector: what it brings, how its run goes, when it runs; starting and cancelling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from integration_console.domain.changes import Change, Subject
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import ENDED, RunFilter, RunRequest, RunState, SyncRun
from integration_console.ui.refreshing import Refreshing

if TYPE_CHECKING:
    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.schedules import Schedule
    from integration_console.domain.streams import StreamState
    from integration_console.domain.work import Work
    from integration_console.ui.tabs.connectors.surroundings import Surroundings

_SUBJECTS = frozenset({Subject.SYNCS, Subject.RECORDS, Subject.SCHEDULES})
_PAUSE_MS = 400
_OPEN = frozenset(RunState) - ENDED


@dataclass(frozen=True, slots=True)
class SyncOverview:
    """How the syncs of one connector stand: `run` has not ended, `last` has."""

    connector_id: str
    streams: tuple[StreamState, ...] = ()
    run: SyncRun | None = None
    last: SyncRun | None = None
    schedules: tuple[Schedule, ...] = ()

    @property
    def modes(self) -> frozenset[SyncMode]:
        """The modes that any of the streams offers."""
        return frozenset(mode for each in self.streams for mode in each.stream.modes)


class Syncing(QObject):
    """Watches one connector at a time. `changed` carries a `SyncOverview`."""

    changed = Signal(object)

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._watched = ""
        self._is_stale = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._catch_up)
        self._overview = Refreshing(surroundings.tasks, "connectors: syncs", self._prepare, self)
        self._overview.fetched.connect(self._tell)
        self._overview.failed.connect(surroundings.toasts.show_error)

    def watch(self, connector_id: str) -> None:
        """Tells of this connector from now on (empty: of none)."""
        if connector_id != self._watched:
            self._watched = connector_id
            if connector_id:
                self._overview.restart()

    @property
    def is_resting(self) -> bool:
        """Whether what changed is not fetched yet, because something was fetched a moment ago."""
        return self._is_stale

    def refresh(self) -> None:
        """Fetches again."""
        if self._watched:
            self._overview.refresh()

    def hear(self, change: Change) -> None:
        """Fetches again what changed: at once, and then a few times a second while a run goes on."""
        if change.subject in _SUBJECTS and self._surroundings.window.isVisible():
            self._is_stale = True
            self._catch_up()

    def start(self, connector_id: str, mode: SyncMode = SyncMode.INCREMENTAL) -> None:
        """Starts a sync; one that is under way goes on instead."""
        gateway, request = self._surroundings.gateway, RunRequest(connector_id, mode)
        task = self._surroundings.tasks.start(
            f"connectors: sync {connector_id}", lambda _work: gateway.start_sync(request)
        )
        task.succeeded.connect(lambda _run: self.refresh())
        task.failed.connect(lambda error: self._report(error, lambda: self.start(connector_id, mode)))

    def cancel(self, run: SyncRun) -> None:
        """Cancels a run."""
        gateway = self._surroundings.gateway
        task = self._surroundings.tasks.start(f"connectors: cancel {run.id}", lambda _work: gateway.cancel_sync(run.id))
        task.failed.connect(self._surroundings.toasts.show_error)
        task.finished.connect(self.refresh)

    def _catch_up(self) -> None:
        if self._is_stale and not self._pause.isActive():
            self._is_stale = False
            self._pause.start()
            self.refresh()

    def _prepare(self) -> Callable[[Work], SyncOverview]:
        gateway, connector_id = self._surroundings.gateway, self._watched

        def fetch(_work: Work) -> SyncOverview:
            streams = gateway.streams(connector_id)
            open_runs = gateway.sync_runs(RunFilter(connector_id, _OPEN), 1)
            ended = gateway.sync_runs(RunFilter(connector_id, ENDED), 1)
            schedules = gateway.schedules(connector_id)
            return SyncOverview(connector_id, streams, next(iter(open_runs), None), next(iter(ended), None), schedules)

        return fetch

    def _tell(self, overview: SyncOverview) -> None:
        if overview.connector_id == self._watched:
            self.changed.emit(overview)

    def _report(self, error: ConsoleError, again: Callable[[], None]) -> None:
        self._surroundings.report(error, None, again)
