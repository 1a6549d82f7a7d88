"""Employees of an Odoo in miniature in the real store: each version, each mode, with trouble on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from integration_console.connectors.odoo import OdooConnectorType
from integration_console.domain.connectors import Connector, ConnectorDraft
from integration_console.domain.forms import Value
from integration_console.domain.records import RecordFilter
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunCounts, RunRequest, RunState
from integration_console.domain.work import UnattendedWork
from integration_console.operations import connectors, jobs, records, syncs
from integration_console.operations.context import Context
from integration_console.sandbox import OdooSandbox
from tests.builders import opened_workspace, synced
from tests.fakes import TurnableClock

FULL, INCREMENTAL, RECONCILE = SyncMode.FULL, SyncMode.INCREMENTAL, SyncMode.RECONCILE


@pytest.fixture(params=[17, 18, 19])
def odoo(request: pytest.FixtureRequest, clock: TurnableClock) -> Iterator[OdooSandbox]:
    with OdooSandbox(version=request.param, employees=450, clock=clock.now) as running:
        yield running


@pytest.fixture
def context(tmp_path: Path, clock: TurnableClock, odoo: OdooSandbox) -> Iterator[Context]:
    types = {"odoo": OdooConnectorType(base_url=odoo.base_url)}
    with opened_workspace(tmp_path, clock, own_types=types) as opened:
        yield opened.context


@pytest.fixture
def staff(context: Context, odoo: OdooSandbox) -> Connector:
    values: dict[str, Value] = {
        "database": odoo.database,
        "login": odoo.login,
        "secret": odoo.api_key,
        "private_network": True,
    }
    return connectors.save_connector(context, ConnectorDraft("odoo", "Staff", values))


def titles(context: Context, staff: Connector, stream: str) -> set[str]:
    page = records.record_page(context, RecordFilter(staff.id, stream))
    return {each.title for each in page.records}


def test_everything_is_brought_once_and_changes_after_that(
    context: Context, staff: Connector, odoo: OdooSandbox, clock: TurnableClock
) -> None:
    run = synced(context, RunRequest(staff.id, FULL))
    assert (run.state, run.counts) == (RunState.SUCCEEDED, RunCounts(added=450 + 9 + 6, pages=5))
    assert titles(context, staff, "jobs") == {row["name"] for row in odoo.data.tables.rows["hr.job"].values()}
    clock.turn(hours=1)
    odoo.data.change_employee(7, work_phone="+1")
    odoo.data.archive_employee(8)
    odoo.data.add_employee_late(100, name="Late")
    again = synced(context, RunRequest(staff.id, INCREMENTAL))
    assert again.counts == RunCounts(added=1, updated=2, pages=3)
    assert synced(context, RunRequest(staff.id, INCREMENTAL)).counts == RunCounts(unchanged=3, pages=3)


def test_a_comparison_finds_what_no_date_tells(
    context: Context, staff: Connector, odoo: OdooSandbox, clock: TurnableClock
) -> None:
    synced(context, RunRequest(staff.id, FULL))
    clock.turn(hours=1)
    touched = {row["id"] for row in odoo.data.employees if row["job_id"] == 2 or row["parent_id"] == 3} - {3, 450}
    odoo.data.delete_employees(3, 450)
    odoo.data.rename_job(2, "Adviser")
    assert synced(context, RunRequest(staff.id, INCREMENTAL, ("employees",))).counts == RunCounts(pages=1)
    run = synced(context, RunRequest(staff.id, RECONCILE, ("employees",)))
    assert run.counts == RunCounts(updated=len(touched), deleted=2, unchanged=448 - len(touched), pages=3)


def test_a_run_that_odoo_interrupts_goes_on_later(
    context: Context, staff: Connector, odoo: OdooSandbox, clock: TurnableClock
) -> None:
    odoo.weather("500", times=None)
    run = synced(context, RunRequest(staff.id, FULL))
    assert (run.state, run.error_code) == (RunState.WAITING, "odoo.unavailable")
    odoo.weather("clear")
    clock.turn(hours=1)
    lease = jobs.take_one(context, run.id)
    assert lease is not None
    jobs.perform(context, lease, UnattendedWork())
    assert syncs.sync_run(context, run.id).counts == RunCounts(added=465, pages=5)
