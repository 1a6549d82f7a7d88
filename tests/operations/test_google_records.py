"""Files and events of a Google in miniature in the real store: consent, changes, lost access, and a cut-short run."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from time import time

import httpx
import pytest

from integration_console.connectors.google import GoogleAddresses, GoogleConnectorType
from integration_console.domain.connectors import Connector, ConnectorDraft, Health
from integration_console.domain.forms import Value
from integration_console.domain.records import Record, RecordFilter
from integration_console.domain.streams import RecordState, SyncMode
from integration_console.domain.syncs import RunCounts, RunRequest, RunState
from integration_console.domain.work import UnattendedWork
from integration_console.operations import authorisation, connectors, jobs, records, syncs
from integration_console.operations.context import Context
from integration_console.sandbox import GoogleSandbox
from tests.builders import opened_workspace, synced
from tests.fakes import TurnableClock

EVERYTHING = frozenset(RecordState)


@pytest.fixture
def google(clock: TurnableClock) -> Iterator[GoogleSandbox]:
    with GoogleSandbox(files=300, events=5) as running:
        running.clock_offset_seconds = clock.now().timestamp() - time()
        yield running


@pytest.fixture
def context(tmp_path: Path, clock: TurnableClock, google: GoogleSandbox) -> Iterator[Context]:
    addresses = GoogleAddresses(google.base_url, google.authorisation_address, google.token_address)
    types = {"google_workspace": GoogleConnectorType(addresses=addresses, clock=clock)}
    with opened_workspace(tmp_path, clock, own_types=types) as opened:
        yield opened.context


@pytest.fixture
def office(context: Context, google: GoogleSandbox) -> Connector:
    values: dict[str, Value] = {
        "client_id": google.sign_in.client_id,
        "client_secret": google.sign_in.client_secret,
        "calendar_events": True,
        "private_network": True,
        "page_size": 100,
    }
    saved = connectors.save_connector(context, ConnectorDraft("google_workspace", "Office", values))
    return granted(context, saved)


def granted(context: Context, connector: Connector) -> Connector:
    """A person allows the access in a browser."""
    browsers: list[threading.Thread] = []

    def open_browser(address: str) -> None:
        browsers.append(
            threading.Thread(target=lambda: httpx.get(address, follow_redirects=True, trust_env=False)),
        )
        browsers[-1].start()

    authorised = authorisation.authorise(context, connector.id, open_browser, UnattendedWork())
    for each in browsers:
        each.join()
    return authorised


def stored(context: Context, office: Connector, text: str = "") -> list[Record]:
    found = records.record_page(context, RecordFilter(office.id, "files", text=text, states=EVERYTHING)).records
    return list(found)


def test_everything_is_brought_once_and_changes_after_that(
    context: Context, office: Connector, google: GoogleSandbox
) -> None:
    run = synced(context, RunRequest(office.id, SyncMode.FULL))
    assert (run.state, run.counts.added) == (RunState.SUCCEEDED, 305)
    renamed, trashed, deleted = list(google.drive.files)[1:4]
    google.drive.rename(renamed, "عقد نهائي")
    google.drive.trash(trashed)
    google.drive.delete(deleted)
    google.drive.add("Plan", drive="0AShared01")
    google.calendar.cancel("event000001")
    counts = synced(context, RunRequest(office.id)).counts
    assert (counts.added, counts.updated, counts.deleted) == (1, 2, 2)
    counts = synced(context, RunRequest(office.id)).counts
    assert (counts.added, counts.updated, counts.deleted) == (0, 0, 0)
    [found] = stored(context, office, "عقد نهائي")
    assert (found.external_id, found.state) == (renamed, RecordState.LIVE)


def test_a_drive_that_was_left_leaves_tombstones_that_say_why(
    context: Context, office: Connector, google: GoogleSandbox
) -> None:
    synced(context, RunRequest(office.id, SyncMode.FULL))
    theirs = sum(file.drive == "0AShared02" for file in google.drive)
    google.drive.leave_drive("0AShared02")
    assert synced(context, RunRequest(office.id)).counts.deleted == theirs
    gone = records.record_page(
        context, RecordFilter(office.id, "files", states=frozenset({RecordState.DELETED}))
    ).records
    assert {each.removal_reason for each in gone} == {"lost_access"}


def test_a_revoked_access_stops_the_run_until_a_person_grants_it_again(
    context: Context, office: Connector, google: GoogleSandbox
) -> None:
    synced(context, RunRequest(office.id, SyncMode.FULL))
    google.drive.add("Plan")
    google.sign_in.revoke()
    waiting = synced(context, RunRequest(office.id))
    asked = google.sign_in.refreshes
    assert (waiting.state, asked) == (RunState.WAITING, 1)
    assert connectors.connector(context, office.id).health is Health.NEEDS_AUTHORISATION
    granted(context, office)
    lease = jobs.take_one(context, waiting.id)
    assert lease is not None
    jobs.perform(context, lease, UnattendedWork())
    finished = syncs.sync_run(context, waiting.id)
    assert (finished.state, finished.counts.added) == (RunState.SUCCEEDED, 1)


def test_a_run_that_is_told_to_pause_waits_and_has_lost_nothing(
    context: Context, office: Connector, google: GoogleSandbox
) -> None:
    google.weather("429", retry_after=1)
    run = synced(context, RunRequest(office.id, SyncMode.FULL, ("files",)))
    assert run.state is RunState.WAITING
    assert run.counts == RunCounts()
