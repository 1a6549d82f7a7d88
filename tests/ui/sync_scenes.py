"""What is seen of syncs: an Odoo in miniature is added, tested, synced; its records, their history, its schedules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from integration_console.domain.forms import Value
from integration_console.domain.streams import RecordState
from integration_console.domain.syncs import RunFilter, RunState, SyncRun
from integration_console.sandbox import OdooSandbox
from integration_console.sandbox.weather import Weather
from integration_console.ui.demonstration.waiting import let_events_pass, wait_for
from integration_console.ui.tabs.connectors.authorising import AuthorisationDialog
from integration_console.ui.tabs.connectors.connector_dialog import ConnectorDialog
from integration_console.ui.tabs.connectors.schedule_dialog import ScheduleDialog
from integration_console.ui.tabs.connectors.type_chooser import TypeChooser
from integration_console.ui.widgets import ConfirmDialog, Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from integration_console.ui.tabs.connectors.view import ConnectorsView
    from tests.ui.scenes import RealWindow

D = TypeVar("D", bound=Dialog)
ODOO_CONNECTOR = "head office"
Scene = tuple[str, "QWidget"]


def sync_scenes(real: RealWindow) -> Iterator[Scene]:
    """Yields what is seen, by name; each is open while it is looked at."""
    odoo = real.systems.odoo
    yield from _new_source(real, odoo)
    yield from _first_sync(real)
    yield from _records(real)
    yield from _trouble(real, odoo)
    yield from _schedules(real)
    yield from _authorisation(real)


def _new_source(real: RealWindow, odoo: OdooSandbox) -> Iterator[Scene]:
    dialog = _filled(real, odoo, "wrong-key")
    dialog.test.click()
    wait_for("the refusal", dialog.test.isEnabled)
    let_events_pass(100)
    yield "source-test-failed", dialog
    dialog.form.show_values({"secret": odoo.api_key})
    dialog.test.click()
    wait_for("the end of the test", dialog.test.isEnabled)
    let_events_pass(100)
    yield "source-test-passed", dialog
    dialog.primary.click()
    wait_for("the new source", lambda: _odoo(real))
    wait_for("the end of the form", lambda: not _dialogs(real))
    let_events_pass(200)
    yield "source-added", real.console.window
    _close_toasts(real)


def _first_sync(real: RealWindow) -> Iterator[Scene]:
    window, view = real.page("connectors"), _connectors(real)
    view.choose(_odoo(real))
    wait_for("its kinds", lambda: view.pane.syncs.streams)
    let_events_pass(200)
    yield "source-never-synced", window
    view.pane.syncs.start.button.click()
    wait_for("the end of the sync", lambda: _last(real, RunState.SUCCEEDED))
    wait_for("the counts", lambda: not view.pane.syncs.run and view.pane.syncs.streams[0][1] != "0")
    let_events_pass(300)
    yield "source-synced", window
    page = real.page("syncs")
    wait_for("the run", lambda: real.tabs.syncs.model.rows)
    let_events_pass(300)
    yield "syncs", page
    real.tabs.syncs.show_run(real.tabs.syncs.model.rows[0].id)
    wait_for("its changes", lambda: real.tabs.syncs.details.changes.rows)
    let_events_pass(200)
    yield "syncs-run", page
    real.tabs.syncs.filters.show_filter(states="failed")
    let_events_pass(300)
    yield "syncs-no-match", page
    real.tabs.syncs.filters.show_filter()
    real.tabs.syncs.close_details()


def _records(real: RealWindow) -> Iterator[Scene]:
    window, records = real.page("records"), real.tabs.records
    wait_for("the records", lambda: records.model.total > 0)
    let_events_pass(300)
    yield "records", window
    first = records.model.record(0)
    assert first is not None
    records.open_details(first)
    wait_for("its content", records.details.content.text)
    let_events_pass(200)
    yield "records-content", window
    records.details.choose("history")
    let_events_pass(200)
    yield "records-history", window
    records.close_details()
    records.choices.show_states(frozenset({RecordState.TRASHED}))
    records.wish_changed.emit()
    let_events_pass(500)
    yield "records-no-match", window
    records.clear_filters()


def _trouble(real: RealWindow, odoo: OdooSandbox) -> Iterator[Scene]:
    view, page = _connectors(real), real.page("syncs")
    odoo.weather(Weather.RATE_LIMITED, retry_after=30)
    real.tabs.syncs.sync_requested.emit(_odoo(real))
    wait_for("the pause", lambda: _last(real, RunState.WAITING))
    let_events_pass(400)
    yield "syncs-waiting", page
    real.page("connectors")
    wait_for("the pause in the pane", lambda: view.pane.syncs.run and view.pane.syncs.run.state is RunState.WAITING)
    let_events_pass(200)
    yield "source-waiting", page
    real.page("syncs")
    real.tabs.syncs.details.cancel.click()
    wait_for("the end of the run", lambda: _last(real, RunState.CANCELLED))
    let_events_pass(400)
    yield "syncs-cancelled", page
    real.tabs.syncs.close_details()


def _schedules(real: RealWindow) -> Iterator[Scene]:
    window, view = real.page("connectors"), _connectors(real)
    view.choose(_odoo(real))
    view.pane.schedules.add.click()
    dialog = _opened(real, ScheduleDialog)
    wait_for("the next runs", dialog.times[0].text)
    let_events_pass(300)
    yield "schedule-new", dialog
    dialog.form.show_values({"timing": "cron", "cron": "30 6 * *", "time_zone": "Asia/Riyadh"})
    dialog.ask_for_times()
    wait_for("what is wrong", lambda: dialog.form.row("cron").error)
    let_events_pass(100)
    yield "schedule-wrong", dialog
    dialog.form.show_values({"timing": "cron", "cron": "30 6 * * 0-4", "time_zone": "Asia/Riyadh"})
    dialog.ask_for_times()
    let_events_pass(300)
    yield "schedule-cron", dialog
    dialog.primary.click()
    wait_for("the schedule", lambda: view.pane.schedules.rows)
    let_events_pass(300)
    yield "source-scheduled", window
    _close_toasts(real)
    view.pane.schedules.rows[0].remove.click()
    removal = _opened(real, ConfirmDialog)
    yield "schedule-delete", removal
    removal.reject()


def _authorisation(real: RealWindow) -> Iterator[Scene]:
    chosen = _connectors(real).model.find(_odoo(real))
    assert chosen is not None
    dialog = AuthorisationDialog(chosen, real.console.window)
    dialog.show_address("https://accounts.google.com/o/oauth2/v2/auth?client_id=4711")
    dialog.fit()
    dialog.open()
    let_events_pass(100)
    yield "authorise", dialog
    dialog.reject()
    dialog.deleteLater()


def _filled(real: RealWindow, odoo: OdooSandbox, secret: str) -> ConnectorDialog:
    real.page("connectors")
    real.tabs.connectors.add()
    _opened(real, TypeChooser).card_of("odoo").clicked.emit()
    dialog = _opened(real, ConnectorDialog)
    values: dict[str, Value] = {
        "name": ODOO_CONNECTOR,
        "base_url": odoo.base_url,
        "secret": secret,
        "private_network": True,
    }
    dialog.form.show_values({**values, "page_size": 100})
    return dialog


def _connectors(real: RealWindow) -> ConnectorsView:
    return real.tabs.connectors


def _odoo(real: RealWindow) -> str:
    return next((each.id for each in _connectors(real).model.rows if each.name == ODOO_CONNECTOR), "")


def _last(real: RealWindow, state: RunState) -> SyncRun | None:
    """The newest run of all, once it is in this state."""
    workplace = real.console.workplace
    assert workplace is not None
    newest = next(iter(workplace.gateway.sync_runs(RunFilter(), 1)), None)
    return newest if newest is not None and newest.state is state else None


def _opened(real: RealWindow, kind: type[D]) -> D:
    found = wait_for(
        kind.__name__, lambda: next((each for each in real.console.window.findChildren(kind) if each.isVisible()), None)
    )
    let_events_pass()
    return found


def _dialogs(real: RealWindow) -> list[Dialog]:
    return [each for each in real.console.window.findChildren(Dialog) if each.isVisible()]


def _close_toasts(real: RealWindow) -> None:
    while real.console.window.toasts.cards:
        real.console.window.toasts.close_newest()
