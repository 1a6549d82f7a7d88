"""The three pages of syncing over a real workspace, a real worker and an Odoo in miniature."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from integration_console.domain.connectors import Connector, ConnectorDraft
from integration_console.domain.forms import Value
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunFilter, RunState
from integration_console.sandbox import OdooSandbox
from integration_console.sandbox.weather import Weather
from integration_console.service.worker import Worker
from integration_console.ui.language import strip_isolates
from integration_console.ui.tabs.connectors.controller import make_connectors_tab
from integration_console.ui.tabs.connectors.view import ConnectorsView
from integration_console.ui.tabs.records.controller import RecordsController, make_records_tab
from integration_console.ui.tabs.records.view import RecordsView
from integration_console.ui.tabs.syncs.controller import make_syncs_tab
from integration_console.ui.tabs.syncs.view import SyncsView
from tests.ui.workspace import Place

SOON = 20_000
EMPLOYEES = 650


@dataclass(frozen=True, slots=True)
class House:
    """An organisation whose staff lives in Odoo, and the three pages that bring it here."""

    qtbot: QtBot
    place: Place
    odoo: OdooSandbox
    staff: Connector
    pages: QTabWidget
    connectors: ConnectorsView
    syncs: SyncsView
    records: RecordsView

    def look_at(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.qtbot.wait(50)

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=SOON)

    def sync(self, mode: SyncMode = SyncMode.INCREMENTAL) -> None:
        """Syncs from the page of connectors, and waits until it shows that the run has ended."""
        before = len(self.place.gateway.sync_runs(RunFilter()))
        self.look_at(self.connectors)
        section = self.connectors.pane.syncs
        self.wait(section.start.isEnabled)
        section.start.actions_by_key[mode.value].trigger()
        self.wait(lambda: len(self.place.gateway.sync_runs(RunFilter())) > before)
        self.wait(lambda: self.place.gateway.sync_runs(RunFilter())[0].ended)
        self.wait(lambda: section.run is None and section.start.isVisible())


@pytest.fixture
def odoo() -> Iterator[OdooSandbox]:
    with OdooSandbox(employees=EMPLOYEES) as made:
        yield made


@pytest.fixture
def house(qtbot: QtBot, place: Place, odoo: OdooSandbox) -> Iterator[House]:
    values: dict[str, Value] = {
        "base_url": odoo.base_url,
        "secret": odoo.api_key,
        "private_network": True,
        "page_size": 100,
    }
    staff = place.gateway.save_connector(ConnectorDraft("odoo", "Staff", values))
    given = (place.gateway, place.tasks, place.relay, place.toasts)
    connectors = make_connectors_tab(*given, place.unlocking)
    syncs, records = make_syncs_tab(*given, place.unlocking), make_records_tab(*given)
    pages = QTabWidget()
    for page in (connectors, syncs, records):
        pages.addTab(page, "")
    place.window.setCentralWidget(pages)
    place.window.resize(1300, 800)
    place.window.show()
    worker = Worker(place.opened.context)
    worker.start()
    yield House(qtbot, place, odoo, staff, pages, connectors, syncs, records)
    worker.stop()


def test_a_sync_brings_records_and_their_changes(house: House) -> None:
    house.sync()
    house.wait(lambda: house.connectors.pane.syncs.streams[0] == ("Employees", str(EMPLOYEES)))
    assert house.connectors.pane.syncs.pill.text == "Succeeded"

    house.look_at(house.records)
    house.wait(lambda: house.records.model.total == EMPLOYEES)
    house.records.table.scrollToBottom()
    house.wait(lambda: house.records.model.record(EMPLOYEES - 1) is not None)

    employee = house.odoo.data.employees[6]
    house.odoo.data.change_employee(employee["id"], work_phone="+966 50 000 0000")
    house.odoo.data.delete_employees(3)
    house.sync(SyncMode.RECONCILE)
    house.look_at(house.records)
    house.wait(lambda: house.records.model.total == EMPLOYEES - 1)
    house.records.show_records(house.staff.id, "employees", str(employee["id"]))
    house.wait(lambda: len(house.records.details.history.model.rows) == 2)
    (changed,) = house.records.details.history.differences.rows
    assert changed.after == "+966 50 000 0000"

    house.records.show_records(house.staff.id, "employees", "3")
    house.wait(house.records.details.tombstone.isVisible)
    said = strip_isolates(house.records.details.tombstone.accessibleName())
    assert said.endswith("A comparison with the source did not find it there any more.")


def test_the_page_of_syncs_tells_what_became_of_each_run(house: House) -> None:
    house.sync()
    house.odoo.weather(Weather.RATE_LIMITED, retry_after=600)
    house.look_at(house.syncs)
    house.wait(lambda: house.syncs.model.rows)
    house.syncs.sync_requested.emit(house.staff.id)
    house.wait(lambda: house.syncs.model.rows[0].state is RunState.WAITING)
    house.wait(lambda: house.syncs.details.pill.text == "Waiting")
    banner = strip_isolates(house.syncs.details.banner.accessibleName())
    assert banner.startswith("Staff asks for a pause: goes on in ")
    assert house.syncs.is_ticking
    house.qtbot.mouseClick(house.syncs.details.cancel, Qt.MouseButton.LeftButton)
    house.wait(lambda: house.syncs.model.rows[0].state is RunState.CANCELLED)
    house.syncs.show_run(house.syncs.model.rows[1].id)
    house.wait(lambda: house.syncs.details.changes.rows)
    numbers = [label.text() for label in house.syncs.details.numbers.values.values()]
    assert numbers[1:] == ["0", "0", "0"]


def test_what_is_exported_is_what_is_shown(house: House, tmp_path: Path) -> None:
    house.sync()
    house.look_at(house.records)
    house.wait(lambda: house.records.model.total == EMPLOYEES)
    controller = house.records.findChild(RecordsController)
    wanted = house.records.wanted
    assert controller is not None
    assert wanted is not None
    path = tmp_path / "staff.jsonl"
    controller.exporting.export(wanted, path)
    house.wait(path.exists)
    assert len([json.loads(line) for line in path.read_text("utf-8").splitlines()]) == EMPLOYEES
