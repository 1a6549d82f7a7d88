"""Puts the page of connectors together and carries out what a person wants there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from integration_console.domain.changes import Change, Subject
from integration_console.domain.connectors import BrokenType, Connector, ConnectorType
from integration_console.domain.schedules import Schedule
from integration_console.domain.streams import SyncMode
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.allowing import Allowing
from integration_console.ui.language import filled
from integration_console.ui.tabs.connectors.authorising import Authorising
from integration_console.ui.tabs.connectors.checking import Checking
from integration_console.ui.tabs.connectors.model import ConnectorsModel
from integration_console.ui.tabs.connectors.saving import Saving
from integration_console.ui.tabs.connectors.scheduling import Scheduling
from integration_console.ui.tabs.connectors.sending import Sending
from integration_console.ui.tabs.connectors.surroundings import ConnectorsTabGateway, Surroundings
from integration_console.ui.tabs.connectors.syncing import Syncing, SyncOverview
from integration_console.ui.tabs.connectors.view import ConnectorsView
from integration_console.ui.widgets import ConfirmDialog

if TYPE_CHECKING:
    from integration_console.domain.errors import ConsoleError
    from integration_console.ui.changes import ChangeRelay
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.unlocking import Unlocking
    from integration_console.ui.widgets import ToastOverlay

_DELETE = QT_TRANSLATE_NOOP("ConnectorsController", "Delete “{name}”?")
_DELETED = QT_TRANSLATE_NOOP("ConnectorsController", "“{name}” was deleted")


def make_connectors_tab(
    gateway: ConnectorsTabGateway, tasks: TaskRunner, relay: ChangeRelay, toasts: ToastOverlay, unlocking: Unlocking
) -> ConnectorsView:
    """The page, working."""
    view = ConnectorsView(ConnectorsModel())
    controller = ConnectorsController(Surroundings(gateway, tasks, toasts, unlocking, view), view)
    relay.changed.connect(controller.hear)
    controller.refresh()
    _hold_to_rights(view, Allowing(gateway, relay, view))
    return view


def _hold_to_rights(view: ConnectorsView, allowing: Allowing) -> None:
    actions, pane = view.actions_of_page, view.pane
    changing = (actions.add, actions.edit, actions.switch, actions.remove, actions.authorise)
    their_buttons = (view.add_button, view.empty, pane.edit, pane.active, pane.authorise, pane.failure)
    allowing.needs("connectors.write", *(each.refuse for each in (*changing, *their_buttons)))
    allowing.needs("connectors.check", actions.check.refuse, pane.check.refuse)
    allowing.needs("messages.send", actions.send.refuse, pane.send.refuse)
    allowing.needs("syncs.run", pane.syncs.refuse_syncs)
    allowing.needs("records.read", pane.syncs.refuse_records)
    allowing.needs("schedules.write", pane.schedules.refuse)


class ConnectorsController(QObject):
    """Turns intentions into tasks and their outcomes into what is shown."""

    def __init__(self, surroundings: Surroundings, view: ConnectorsView) -> None:
        super().__init__(view)
        self._surroundings = surroundings
        self._view = view
        self._model = view.model
        self._waiting: list[Callable[[], None]] = []
        self._loaded = False
        self._modes: frozenset[SyncMode] = frozenset(SyncMode)
        self.saving = Saving(surroundings, self)
        self.checking = Checking(surroundings, self._model.checks, self)
        self.sending = Sending(surroundings, self)
        self.syncing = Syncing(surroundings, self)
        self.scheduling = Scheduling(surroundings, self)
        self.authorising = Authorising(surroundings, self)
        self.confirmation: ConfirmDialog | None = None
        self._connect()

    def hear(self, change: Change) -> None:
        """Fetches again when connectors changed, whoever changed them."""
        if change.subject is Subject.CONNECTORS:
            self.refresh()
        self.syncing.hear(change)

    def refresh(self) -> None:
        """Fetches types and connectors."""
        gateway = self._surroundings.gateway
        task = self._surroundings.tasks.start(
            "connectors",
            lambda _work: (gateway.connector_types(), gateway.connectors(), gateway.broken_types()),
            newest_wins=True,
        )
        task.succeeded.connect(lambda found: self._show(*found))
        task.failed.connect(self._fail_to_show)

    def _show(
        self, types: Sequence[ConnectorType], connectors: Sequence[Connector], broken: Sequence[BrokenType]
    ) -> None:
        self._loaded = True
        self._model.broken = tuple(broken)
        self._model.show_connectors(types, connectors)
        self._view.show_connectors()
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            action()

    def _fail_to_show(self, error: ConsoleError) -> None:
        if self._loaded:
            self._surroundings.toasts.show_error(error)
        else:
            self._view.states.show_error(error)

    def _when_loaded(self, action: Callable[[], None]) -> None:
        if self._loaded:
            action()
        else:
            self._waiting.append(action)

    def _add(self) -> None:
        self._when_loaded(lambda: self.saving.add(self._model.types, self._model.broken))

    def _edit(self, connector_id: str) -> None:
        self._with(connector_id, self.saving.edit)

    def _compose(self, connector_id: str) -> None:
        self._when_loaded(lambda: self._with(connector_id, self.sending.compose))

    def _with(self, connector_id: str, action: Callable[[Connector, ConnectorType], None]) -> None:
        connector = self._model.find(connector_id)
        kind = self._model.type_of(connector) if connector else None
        if connector is not None and kind is not None:
            action(connector, kind)

    def _show_saved(self, saved: Connector) -> None:
        self._view.choose(saved.id)
        self.refresh()

    def _switch(self, connector_id: str, active: bool) -> None:
        gateway = self._surroundings.gateway
        task = self._surroundings.tasks.start(
            f"connectors: switch {connector_id}", lambda _work: gateway.switch_connector(connector_id, active=active)
        )
        task.failed.connect(self._surroundings.toasts.show_error)
        task.finished.connect(self.refresh)
        task.failed.connect(lambda _error: self._view.show_details())

    def _ask_to_remove(self, connector_id: str) -> None:
        connector = self._model.find(connector_id)
        if connector is None:
            return
        dialog = self.confirmation = ConfirmDialog(self._view)
        dialog.confirmed.connect(lambda: self._remove(dialog, connector))
        self._surroundings.keep(dialog, _removal(connector))
        dialog.ask(
            filled("ConnectorsController", _DELETE, {"name": connector.name}),
            self.tr(
                "Its settings, stored secrets, schedules and records are deleted for good, and it can send and sync "
                "nothing any more. Its log entries stay."
            ),
            self.tr("Delete connector"),
        )

    def _remove(self, dialog: ConfirmDialog, connector: Connector) -> None:
        gateway = self._surroundings.gateway
        task = self._surroundings.run_for(
            dialog, _removal(connector), lambda _work: gateway.remove_connector(connector.id)
        )
        task.succeeded.connect(lambda _none: self._end_removal(dialog, connector))
        task.failed.connect(
            lambda error: self._surroundings.report(error, dialog, lambda: self._remove(dialog, connector))
        )

    def _end_removal(self, dialog: ConfirmDialog, connector: Connector) -> None:
        dialog.accept()
        self._model.checks.pop(connector.id, None)
        self._surroundings.toasts.show_success(filled("ConnectorsController", _DELETED, {"name": connector.name}))
        self.refresh()

    def _show_progress(self, connector_id: str) -> None:
        if self._view.chosen is not None and self._view.chosen.id == connector_id:
            self._view.show_details()

    def _connect(self) -> None:
        view = self._view
        view.add_requested.connect(self._add)
        view.edit_requested.connect(self._edit)
        view.message_requested.connect(self._compose)
        view.check_requested.connect(self.checking.check)
        view.check_cancelled.connect(self.checking.stop)
        view.switch_requested.connect(self._switch)
        view.removal_requested.connect(self._ask_to_remove)
        view.states.retry_requested.connect(self.refresh)
        self.saving.saved.connect(self._show_saved)
        self.saving.check_wanted.connect(view.check)
        self.checking.progressed.connect(self._show_progress)
        self._connect_syncs()

    def _connect_syncs(self) -> None:
        view, pane = self._view, self._view.pane
        view.connector_shown.connect(self.syncing.watch)
        view.shown.connect(self.syncing.refresh)
        view.sync_requested.connect(lambda connector_id, mode: self.syncing.start(connector_id, SyncMode(mode)))
        view.authorisation_requested.connect(self._authorise)
        pane.syncs.cancel_requested.connect(self.syncing.cancel)
        pane.schedules.add_requested.connect(self._schedule)
        pane.schedules.edit_requested.connect(self._schedule)
        pane.schedules.switched.connect(lambda schedule, on: self.scheduling.switch(schedule, active=on))
        pane.schedules.removal_requested.connect(self.scheduling.remove)
        self.syncing.changed.connect(self._show_overview)
        self.scheduling.changed.connect(self.syncing.refresh)
        self.authorising.granted.connect(self.refresh)
        self.saving.sync_wanted.connect(self.syncing.start)
        self.saving.authorisation_wanted.connect(self._authorise)

    def _show_overview(self, overview: SyncOverview) -> None:
        self._modes = overview.modes
        self._view.pane.syncs.show_overview(overview)
        self._view.pane.schedules.show_schedules(overview.schedules)

    def _schedule(self, schedule: Schedule | None = None) -> None:
        if self._view.chosen is not None:
            self.scheduling.edit(self._view.chosen, self._modes, schedule)

    def _authorise(self, connector_id: str) -> None:
        self._when_loaded(
            lambda: self._with(connector_id, lambda connector, _kind: self.authorising.authorise(connector))
        )


def _removal(connector: Connector) -> str:
    return f"connectors: remove {connector.id}"
