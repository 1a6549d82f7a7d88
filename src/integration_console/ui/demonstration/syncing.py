"""The second half of the main job: an Odoo and a Google Drive are synced, one pauses, one loses its access."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx
from PySide6.QtWidgets import QApplication

from integration_console.domain.connectors import Health
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunFilter, RunState
from integration_console.ui.demonstration.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.connectors import Connector
    from integration_console.domain.syncs import SyncRun
    from integration_console.gateways.protocols import Gateway
    from integration_console.ui.console import Console
    from integration_console.ui.tabs.connectors.connector_dialog import ConnectorDialog
    from integration_console.ui.tabs.connectors.controller import ConnectorsController
    from integration_console.ui.tabs.connectors.view import ConnectorsView
    from integration_console.ui.tasks import TaskRunner

_SECONDS = 30.0
_FAR_ENOUGH = 1_000
_PAUSE_SECONDS = 90


@dataclass(frozen=True, slots=True)
class Odoo:
    """The Odoo that stands in for the real one; `slow` delays an answer, `pause` asks for so many seconds of rest."""

    base_url: str
    api_key: str
    slow: Callable[[], None]
    pause: Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Google:
    """The Google that stands in for the real one; `revoke` takes back every access that was granted."""

    client_id: str
    client_secret: str
    revoke: Callable[[], None]


class SyncStory:
    """What an admin does once messages flow: bring in people and files, and see what goes on by itself."""

    def __init__(self, console: Console, tasks: TaskRunner, odoo: Odoo, google: Google) -> None:
        """Use `console`, whose workspace is open."""
        self._console, self._tasks, self._odoo, self._google = console, tasks, odoo, google
        self.happened: list[tuple[str, str]] = []

    def sync_odoo(self, while_under_way: Callable[[], None]) -> None:
        """Add an Odoo connector and sync it fully; `while_under_way` is called in the middle of it."""
        values = {"method": "api_key", "base_url": self._odoo.base_url, "secret": self._odoo.api_key}
        connector = self._add("odoo", "Odoo, head office", values)
        run = self._start(connector, SyncMode.FULL)
        wait_for("the first thousand employees", lambda: self._gateway.sync_run(run.id).progress.done >= _FAR_ENOUGH)
        self._odoo.slow()
        while_under_way()
        ended = self._ended(run)
        self._tell("Odoo sync", f"{_counted(ended)} in {_seconds(ended)} s")

    def sync_drive(self) -> None:
        """Add a Google connector, grant it access in a browser, and sync its files and events."""
        values = {"client_id": self._google.client_id, "client_secret": self._google.client_secret}
        connector = self._add("google_workspace", "Google Workspace, marketing", values)
        controller = self._controller
        controller.authorising.open_address = self._browse
        self._view.authorisation_requested.emit(connector.id)
        wait_for("the dialog of the authorisation", lambda: controller.authorising.dialog)
        wait_for("the granted access", lambda: QApplication.activeModalWidget() is None)
        self._tell("Access", f"granted to “{connector.name}” in the browser, with PKCE and state")
        ended = self._ended(self._start(connector, SyncMode.FULL))
        self._tell("Drive sync", f"{_counted(ended)} in {_seconds(ended)} s")

    def meet_trouble(self) -> None:
        """Let the Odoo ask for a pause, and Google take its access back; both syncs wait for what they need."""
        odoo, google = self._connector("odoo"), self._connector("google_workspace")
        self._odoo.pause(_PAUSE_SECONDS)
        self._waiting(self._start(odoo, SyncMode.INCREMENTAL))
        self._tell("Pause", f"asked for by the Odoo, {_PAUSE_SECONDS} s: the sync goes on by itself")
        self._google.revoke()
        self._waiting(self._start(google, SyncMode.INCREMENTAL))
        wait_for("the lost access", lambda: self._connector("google_workspace").health is Health.NEEDS_AUTHORISATION)
        self._tell("Lost access", "noticed at the first call; the sync waits for a person, its cursor kept")

    def _add(self, kind: str, name: str, values: dict[str, str]) -> Connector:
        self._console.window.show_page("connectors")
        controller = self._controller
        self._view.add()
        chooser = wait_for("the types of connectors", lambda: controller.saving.chooser)
        chooser.card_of(kind).clicked.emit()
        dialog = wait_for("the connector dialog", lambda: _opened(controller.saving.dialog))
        dialog.form.show_values({"name": name, **values})
        dialog.primary.click()
        return wait_for("the new connector", lambda: self._find(name))

    def _start(self, connector: Connector, mode: SyncMode) -> SyncRun:
        before = {each.id for each in self._gateway.sync_runs(RunFilter(connector.id))}
        self._view.sync_requested.emit(connector.id, mode.value)

        def begun() -> SyncRun | None:
            return next(
                (each for each in self._gateway.sync_runs(RunFilter(connector.id)) if each.id not in before), None
            )

        return wait_for("the sync", begun)

    def _ended(self, run: SyncRun) -> SyncRun:
        wait_for("the end of the sync", lambda: self._gateway.sync_run(run.id).ended)
        return self._gateway.sync_run(run.id)

    def _waiting(self, run: SyncRun) -> None:
        wait_for("the waiting sync", lambda: self._gateway.sync_run(run.id).state is RunState.WAITING)

    def _browse(self, address: str) -> None:
        """Do what a browser does in which a person allows the access: follow the address back to the console."""
        self._tasks.start(
            "browser", lambda _work: httpx.get(address, follow_redirects=True, timeout=_SECONDS, trust_env=False)
        )

    def _find(self, name: str) -> Connector | None:
        """Return a connector once the page shows it."""
        found = next((each for each in self._gateway.connectors() if each.name == name), None)
        return self._view.model.find(found.id) if found else None

    def _connector(self, kind: str) -> Connector:
        return next(each for each in self._gateway.connectors() if each.type == kind)

    @property
    def _view(self) -> ConnectorsView:
        assert self._console.tabs is not None  # noqa: S101 - the workspace is open
        return self._console.tabs.connectors

    @property
    def _controller(self) -> ConnectorsController:
        from integration_console.ui.tabs.connectors.controller import (  # noqa: PLC0415 - needed only here
            ConnectorsController,
        )

        return wait_for("the connectors page", lambda: self._view.findChild(ConnectorsController))

    @property
    def _gateway(self) -> Gateway:
        assert self._console.workplace is not None  # noqa: S101 - the workspace is open
        return self._console.workplace.gateway

    def _tell(self, what: str, outcome: str) -> None:
        self.happened.append((what, outcome))


def _opened(dialog: ConnectorDialog | None) -> ConnectorDialog | None:
    return dialog if dialog is not None and dialog.isVisible() else None


def _counted(run: SyncRun) -> str:
    return f"{run.state.value}, {run.counts.added} records added"


def _seconds(run: SyncRun) -> str:
    assert run.started_at is not None  # noqa: S101 - it has ended
    assert run.finished_at is not None  # noqa: S101 - it has ended
    return f"{(run.finished_at - run.started_at).total_seconds():.1f}"
