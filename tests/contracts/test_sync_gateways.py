"""What every gateway promises of syncs, records and schedules: the same tests for each of them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from integration_console.domain.connectors import CheckStage, Connector
from integration_console.domain.errors import ConsoleError, NotFound
from integration_console.domain.ids import new_id
from integration_console.domain.records import ExportFormat, RecordFilter
from integration_console.domain.schedules import ScheduleDraft
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunFilter, RunRequest, RunState, SyncRun
from integration_console.domain.work import Cancelled, UnattendedWork
from integration_console.gateways.holder_client import HeldWorkspaceGateway
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import OpenWorkspace, look_at_workspace
from integration_console.gateways.protocols import Gateway
from integration_console.gateways.service_api.gateway import opened_by_token
from integration_console.operations import jobs
from integration_console.service.server import ReceiverServer
from tests.builders import opened_workspace, opening, source_draft
from tests.fake_source import FakeSource
from tests.fakes import ImpatientWork
from tests.served import HOLDER, serving


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
def server(opened: OpenWorkspace) -> Iterator[ReceiverServer]:
    """A program that holds the workspace and can be spoken to."""
    with serving(opened.context, opened.token or HOLDER) as running:
        opened.announce_port(running.port, running.host)
        yield running


@pytest.fixture
def holder(opened: OpenWorkspace, server: ReceiverServer) -> Gateway:
    """The door of that very program."""
    return InProcessGateway(opened.context, lambda: server.state)


@pytest.fixture(params=["in process", pytest.param("held", marks=pytest.mark.embedded), "service"])
def gateway(
    request: pytest.FixtureRequest,
    opened: OpenWorkspace,
    server: ReceiverServer,
    holder: Gateway,
    tmp_path: Path,
    source: FakeSource,
) -> Iterator[Gateway]:
    """Every gateway in turn."""
    if request.param == "in process":
        yield holder
        return
    if request.param == "service":
        with opened_by_token(server.local_url, opened.token or HOLDER) as remote:
            yield remote
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


def test_schedules_are_changed_held_and_removed(gateway: Gateway, people: Connector) -> None:
    saved = gateway.save_schedule(ScheduleDraft(people.id))
    assert gateway.save_schedule(ScheduleDraft(people.id, seconds=7200, id=saved.id)).seconds == 7200
    assert gateway.switch_schedule(saved.id, active=False).active is False
    gateway.remove_schedule(saved.id)
    with pytest.raises(NotFound):
        gateway.remove_schedule(saved.id)


def test_drafts_are_checked_and_previewed(gateway: Gateway, people: Connector) -> None:
    stages: list[CheckStage] = []
    report = gateway.check_draft(source_draft(), UnattendedWork(), stages.append)
    assert (report.passed, tuple(stages)) == (True, report.stages)
    assert gateway.preview(source_draft(), 2).total_seen == 3


def test_a_person_who_gives_up_ends_the_wait_for_the_browser(gateway: Gateway, people: Connector) -> None:
    opened: list[str] = []
    with pytest.raises(Cancelled):
        gateway.authorise(people.id, opened.append, ImpatientWork(1))
    assert len(opened) == 1
