"""What every gateway promises of syncs, records and schedules: the same tests for each of them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from integration_console.domain.connectors import Connector
from integration_console.domain.errors import ConsoleError, NotFound, WorkspaceHeld
from integration_console.domain.ids import new_id
from integration_console.domain.records import ExportFormat, RecordFilter
from integration_console.domain.schedules import ScheduleDraft
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunFilter, RunRequest, RunState, SyncRun
from integration_console.domain.work import UnattendedWork
from integration_console.gateways.holder_client import HeldWorkspaceGateway
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import OpenWorkspace, look_at_workspace
from integration_console.gateways.protocols import Gateway
from integration_console.operations import jobs
from integration_console.operations.organisations import OneOrganisation
from integration_console.service.server import Listening, ReceiverServer
from tests.builders import opened_workspace, opening, source_draft
from tests.fake_source import FakeSource


@pytest.fixture
def source() -> FakeSource:
    made = FakeSource()
    for name in ("Amina", "Bob", "Zoë"):
        made.put(name)
    return made


@pytest.fixture
def opened(tmp_path: Path, source: FakeSource) -> Iterator[OpenWorkspace]:
    with opened_workspace(tmp_path, own_types={"list": source}) as workspace:
        yield workspace


@pytest.fixture
def holder(opened: OpenWorkspace) -> Iterator[Gateway]:
    """The door of a program that holds the workspace and can be spoken to."""
    server = ReceiverServer(OneOrganisation(opened.context), Listening("127.0.0.1", 0, 10_000, 10), opened.token)
    server.start()
    opened.announce_port(server.port, server.host)
    yield InProcessGateway(opened.context, lambda: server.state)
    server.stop()


@pytest.fixture(params=["in process", pytest.param("held", marks=pytest.mark.embedded)])
def gateway(request: pytest.FixtureRequest, holder: Gateway, tmp_path: Path, source: FakeSource) -> Iterator[Gateway]:
    """Every gateway in turn."""
    if request.param == "in process":
        yield holder
        return
    looking = look_at_workspace(opening(tmp_path, own_types={"list": source}))
    yield HeldWorkspaceGateway(looking.context)
    looking.close()


@pytest.fixture
def people(holder: Gateway) -> Connector:
    return holder.save_connector(source_draft())


@pytest.fixture
def brought(opened: OpenWorkspace, holder: Gateway, people: Connector) -> SyncRun:
    """A run that has brought three people."""
    run = holder.start_sync(RunRequest(people.id))
    for lease in jobs.take_due(opened.context, 1):
        jobs.perform(opened.context, lease, UnattendedWork())
    return holder.sync_run(run.id)


def test_a_sync_is_started_seen_and_cancelled(gateway: Gateway, people: Connector) -> None:
    run = gateway.start_sync(RunRequest(people.id, SyncMode.FULL))
    assert (run.state, gateway.sync_run(run.id)) == (RunState.QUEUED, run)
    assert gateway.sync_runs(RunFilter(people.id)) == (run,)
    assert gateway.cancel_sync(run.id).state is RunState.CANCELLED


def test_errors_are_the_same_whichever_door_raised_them(gateway: Gateway, people: Connector) -> None:
    run = gateway.start_sync(RunRequest(people.id))
    gateway.cancel_sync(run.id)
    codes = []
    attempts: list[Callable[[], object]] = [
        lambda: gateway.cancel_sync(run.id),
        lambda: gateway.start_sync(RunRequest(people.id, streams=("nothing",))),
        lambda: gateway.start_sync(RunRequest(new_id())),
        lambda: gateway.sync_run(new_id()),
    ]
    for attempt in attempts:
        with pytest.raises(ConsoleError) as raised:
            attempt()
        codes.append(raised.value.code)
    assert codes == ["sync.ended", "sync.unavailable", "input.not_found", "input.not_found"]


def test_records_are_seen_with_their_history(gateway: Gateway, people: Connector, brought: SyncRun) -> None:
    wanted = RecordFilter(people.id, "people")
    page = gateway.record_page(wanted)
    assert [each.title for each in page.records] == ["Amina", "Bob", "Zoë"]
    assert (gateway.record_count(wanted), gateway.streams(people.id)[0].live) == (3, 3)
    assert gateway.record(people.id, "people", "Bob") == page.records[1]
    place = gateway.record_place(wanted, None, 2)
    assert [each.title for each in gateway.record_page(wanted, place).records] == ["Zoë"]
    assert [each.external_id for each in gateway.changes_of_run(brought.id)] == ["Amina", "Bob", "Zoë"]
    assert [each.after for each in gateway.record_changes(people.id, "people", "Bob")] == [{"name": "Bob"}]
    target = io.BytesIO()
    assert gateway.export_records(wanted, ExportFormat.JSONL, target, UnattendedWork()) == 3


def test_schedules_are_seen_and_foreseen(gateway: Gateway, holder: Gateway, people: Connector) -> None:
    saved = holder.save_schedule(ScheduleDraft(people.id))
    assert gateway.schedules(people.id) == gateway.schedules() == (saved,)
    assert len(gateway.upcoming_fire_times(ScheduleDraft(people.id), 3)) == 3


def test_the_holder_changes_schedules(holder: Gateway, people: Connector) -> None:
    saved = holder.save_schedule(ScheduleDraft(people.id))
    assert holder.switch_schedule(saved.id, active=False).active is False
    holder.remove_schedule(saved.id)
    with pytest.raises(NotFound):
        holder.remove_schedule(saved.id)


def test_drafts_are_checked_and_previewed(holder: Gateway, people: Connector) -> None:
    assert holder.check_draft(source_draft(), UnattendedWork(), lambda _: None).passed
    assert holder.preview(source_draft(), 2).total_seen == 3


@pytest.mark.embedded
@pytest.mark.parametrize("gateway", ["held"], indirect=True)
def test_one_who_looks_is_told_who_holds_the_file(gateway: Gateway, holder: Gateway, people: Connector) -> None:
    saved = holder.save_schedule(ScheduleDraft(people.id))
    attempts: list[Callable[[], object]] = [
        lambda: gateway.save_schedule(ScheduleDraft(people.id)),
        lambda: gateway.remove_schedule(saved.id),
        lambda: gateway.authorise(people.id, lambda _: None, UnattendedWork()),
    ]
    for attempt in attempts:
        with pytest.raises(WorkspaceHeld):
            attempt()
