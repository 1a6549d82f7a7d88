"""Lets the page of records show what a person wants, and keeps it up to date while somebody looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from integration_console.domain.changes import Change, Subject
from integration_console.ui.allowing import Allowing
from integration_console.ui.refreshing import Refreshing
from integration_console.ui.tabs.records.exporting import Exporting
from integration_console.ui.tabs.records.loading import Beginning, Blocks, Looked, beginning, blocks, looked_at
from integration_console.ui.tabs.records.model import RecordModel
from integration_console.ui.tabs.records.view import RecordsView

if TYPE_CHECKING:
    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.records import Record, RecordFilter
    from integration_console.domain.work import Work
    from integration_console.ui.changes import ChangeRelay
    from integration_console.ui.tabs.records.loading import RecordsTabGateway
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.widgets import ToastOverlay

_PAUSE_MS = 700
_SUBJECTS = frozenset({Subject.RECORDS, Subject.CONNECTORS})


class RecordsController(QObject):
    """While a sync stores page after page, the page is brought up to date a bit more than once a second."""

    def __init__(self, gateway: RecordsTabGateway, tasks: TaskRunner, view: RecordsView, toasts: ToastOverlay) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view, self._toasts = gateway, tasks, view, toasts
        self._model = view.model
        self._wanted: RecordFilter | None = None
        self._round = 0
        self._is_stale = True
        self._has_shown = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._catch_up)
        self._beginning = Refreshing(tasks, "records", self._prepare, self)
        self.exporting = Exporting(gateway, tasks, toasts, view.export_bar, self)
        self._connect()

    def hear(self, change: Change) -> None:
        """Fetches again what changed, now or when the page is looked at."""
        if change.subject in _SUBJECTS:
            self._is_stale = True
            self._catch_up()

    def _catch_up(self) -> None:
        if self._is_stale and self._view.isVisible() and not self._pause.isActive():
            self._is_stale = False
            self._pause.start()
            self._beginning.refresh()

    def _prepare(self) -> Callable[[Work], Beginning]:
        gateway, wish = self._gateway, self._view.wish
        return lambda work: beginning(gateway, wish, work)

    def _begin(self, begun: Beginning) -> None:
        self._round += 1
        anew = not self._has_shown or begun.wanted != self._wanted
        self._wanted, self._has_shown = begun.wanted, True
        self._view.show_beginning(begun, anew=anew)

    def _fail(self, error: ConsoleError) -> None:
        if self._has_shown:
            self._toasts.show_error(error)
        else:
            self._view.states.show_error(error)

    def _fetch_seen(self) -> None:
        requests = self._model.missing(*self._view.table.seen_rows)
        wanted, turn = self._wanted, self._round
        if not requests or wanted is None or self._tasks.is_running("records: blocks"):
            return
        task = self._tasks.start("records: blocks", lambda work: blocks(self._gateway, wanted, requests, work))
        task.succeeded.connect(lambda found: self._fill(turn, found))
        task.failed.connect(self._toasts.show_error)

    def _fill(self, turn: int, found: Blocks) -> None:
        if turn == self._round:
            for block, page in found:
                self._model.fill(block, page)
            self._view.show_total()
            self._view.choose_again()
        QTimer.singleShot(0, self._fetch_seen)

    def _look(self, record: Record) -> None:
        task = self._tasks.start("records: detail", lambda _work: looked_at(self._gateway, record), newest_wins=True)
        task.succeeded.connect(self._show_looked)
        task.failed.connect(self._toasts.show_error)

    def _show_looked(self, looked: Looked) -> None:
        shown = self._view.details.record
        if shown is not None and shown.external_id == looked.record.external_id:
            self._view.details.show_looked(looked)

    def _open(self, connector_id: str, stream: str, external_id: str) -> None:
        gateway = self._gateway
        task = self._tasks.start(
            "records: open", lambda _work: gateway.record(connector_id, stream, external_id), newest_wins=True
        )
        task.succeeded.connect(self._view.open_details)
        task.failed.connect(self._toasts.show_error)

    def _export(self) -> None:
        if self._wanted is not None:
            self.exporting.ask(self._wanted, self._wanted.stream, self._view.window())

    def _connect(self) -> None:
        view = self._view
        view.shown.connect(self._catch_up)
        view.wish_changed.connect(self._beginning.restart)
        view.record_chosen.connect(self._look)
        view.record_requested.connect(self._open)
        view.export_requested.connect(self._export)
        view.states.retry_requested.connect(self._beginning.restart)
        self._model.rows_awaited.connect(self._fetch_seen)
        self._beginning.fetched.connect(self._begin)
        self._beginning.failed.connect(self._fail)


def make_records_tab(
    gateway: RecordsTabGateway, tasks: TaskRunner, relay: ChangeRelay, toasts: ToastOverlay
) -> RecordsView:
    """The page, working; it fetches nothing before it is seen."""
    view = RecordsView(RecordModel())
    controller = RecordsController(gateway, tasks, view, toasts)
    relay.changed.connect(controller.hear)
    allowing = Allowing(gateway, relay, view)
    allowing.needs("syncs.run", view.empty.refuse_syncs)
    allowing.needs("connectors.write", view.empty.refuse_connectors)
    return view
