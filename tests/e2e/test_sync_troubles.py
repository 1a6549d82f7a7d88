"""Syncs of real connectors in real time: pauses, one refresh for many, lost access, nothing secret left behind."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from integration_console.domain.access import Token
from integration_console.domain.clock import SystemClock
from integration_console.domain.connectors import Connector, ConnectorDraft, Health
from integration_console.domain.logs import LogFilter
from integration_console.domain.masking import written_forms
from integration_console.domain.records import RecordFilter
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunRequest, RunState, SyncRun
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.domain.work import UnattendedWork
from integration_console.gateways.opening import OpenWorkspace
from integration_console.operations import authorisation, connectors, logs, records, syncs, webhooks
from integration_console.operations.context import Context
from integration_console.operations.organisations import OneOrganisation
from integration_console.operations.tokens import StoredTokens
from integration_console.service.server import Listening, ReceiverServer
from integration_console.service.worker import Worker
from integration_console.trying_out import TryingOut
from tests.builders import SECRET, github_headers, opened_workspace


@pytest.fixture
def systems() -> Iterator[TryingOut]:
    with TryingOut(employees=450, files=300, events=0) as running:
        yield running


@pytest.fixture
def opened(tmp_path: Path, systems: TryingOut) -> Iterator[OpenWorkspace]:
    with opened_workspace(tmp_path, SystemClock(), own_types=systems.connector_types()) as workspace:
        yield workspace


@pytest.fixture
def context(opened: OpenWorkspace) -> Iterator[Context]:
    worker = Worker(opened.context)
    worker.start()
    yield opened.context
    worker.stop()


@pytest.fixture
def odoo(context: Context, systems: TryingOut) -> Connector:
    return connectors.save_connector(context, ConnectorDraft("odoo", "ERP", {"secret": systems.odoo.api_key}))


@pytest.fixture
def google(context: Context, systems: TryingOut) -> Connector:
    sign_in = systems.google.sign_in
    values = {"client_id": sign_in.client_id, "client_secret": sign_in.client_secret}
    added = connectors.save_connector(context, ConnectorDraft("google_workspace", "Drive", dict(values)))
    authorisation.authorise(context, added.id, allow, UnattendedWork())
    return added


def allow(address: str) -> None:
    """Do what a browser does in which a person allows the access."""
    options = {"follow_redirects": True, "trust_env": False}
    threading.Thread(target=httpx.get, args=(address,), kwargs=options).start()


def ended(context: Context, run: SyncRun) -> SyncRun:
    while not syncs.sync_run(context, run.id).ended:
        time.sleep(0.02)
    return syncs.sync_run(context, run.id)


def waiting(context: Context, run: SyncRun) -> SyncRun:
    while syncs.sync_run(context, run.id).state is not RunState.WAITING:
        time.sleep(0.01)
    return syncs.sync_run(context, run.id)


def test_a_pause_of_seven_seconds_is_kept_to_the_last_and_nothing_is_lost(
    context: Context, odoo: Connector, systems: TryingOut
) -> None:
    systems.odoo.weather("429", retry_after=7)
    run = syncs.start_sync(context, RunRequest(odoo.id, SyncMode.FULL))
    parked = waiting(context, run)
    began, calls = time.monotonic(), len(systems.odoo.calls)
    left = (parked.due_at - context.clock.now()).total_seconds()
    assert (parked.error_code, parked.attempts, 6 < left <= 8) == ("remote.rate_limited", 0, True)
    while time.monotonic() - began < 6.5:
        assert len(systems.odoo.calls) == calls
        time.sleep(0.05)
    whole = ended(context, run)
    assert (whole.state, whole.attempts, whole.error_code) == (RunState.SUCCEEDED, 0, "")
    assert time.monotonic() - began > 6.5
    assert records.record_count(context, RecordFilter(odoo.id, "employees")) == 450
    assert connectors.connector(context, odoo.id).health is Health.GOOD


def test_twenty_workers_cause_one_refresh_and_the_receiver_goes_on_acknowledging(
    context: Context, google: Connector, systems: TryingOut
) -> None:
    """The refresh does not return before an event that came after its beginning has been acknowledged."""
    repo, _ = webhooks.save_webhook(context, WebhookDraft("Repo", Scheme.GITHUB, secret=SECRET))
    server = ReceiverServer(OneOrganisation(context), Listening("127.0.0.1", 0, 10_000, 100), "token")
    server.start()
    tokens = StoredTokens(context, google.id)
    first = tokens.current()
    assert first is not None
    refreshes: list[int] = []

    def renew(_old: Token | None) -> Token:
        address = f"{server.local_url}/functions/v1/webhook-receiver/{repo.id}"
        body = b'{"ref":"main"}'
        answer = httpx.post(address, content=body, headers=github_headers(body), trust_env=False, timeout=30)
        refreshes.append(answer.status_code)
        return Token("the next one", first.refresh, None)

    everyone = threading.Barrier(20)

    def need(_number: int) -> str:
        everyone.wait(30)
        return StoredTokens(context, google.id).good(renew, refused=first.access).access

    try:
        with ThreadPoolExecutor(20) as pool:
            assert set(pool.map(need, range(20))) == {"the next one"}
    finally:
        server.stop()
    assert refreshes == [202]


def test_a_real_expired_token_is_refreshed_once_by_many_syncs(
    context: Context, google: Connector, systems: TryingOut
) -> None:
    ended(context, syncs.start_sync(context, RunRequest(google.id, SyncMode.FULL)))
    systems.google.sign_in.end_access_tokens()
    before = systems.google.sign_in.refreshes
    whole = ended(context, syncs.start_sync(context, RunRequest(google.id)))
    assert (whole.state, systems.google.sign_in.refreshes - before) == (RunState.SUCCEEDED, 1)


def test_revoked_access_stops_at_once_and_reconnecting_goes_on_at_the_same_cursor(
    context: Context, google: Connector, systems: TryingOut
) -> None:
    ended(context, syncs.start_sync(context, RunRequest(google.id, SyncMode.FULL)))
    systems.google.sign_in.revoke()
    run = syncs.start_sync(context, RunRequest(google.id))
    parked = waiting(context, run)
    asked, refreshes = len(systems.google.requests), systems.google.sign_in.refreshes
    time.sleep(1.0)  # a storm would begin now
    assert (len(systems.google.requests), systems.google.sign_in.refreshes) == (asked, refreshes)
    assert (parked.attempts, connectors.connector(context, google.id).health) == (0, Health.NEEDS_AUTHORISATION)
    systems.google.drive.add("While nobody looked.pdf")
    authorisation.authorise(context, google.id, allow, UnattendedWork())
    whole = ended(context, run)
    assert (whole.state, whole.counts.added, whole.counts.unchanged) == (RunState.SUCCEEDED, 1, 0)


def test_no_secret_and_no_foreign_text_is_in_any_byte_that_was_written(
    opened: OpenWorkspace, context: Context, odoo: Connector, google: Connector, systems: TryingOut
) -> None:
    for weather in ("html", "500", "502"):
        systems.odoo.weather(weather, times=None)
        syncs.cancel_sync(context, waiting_or_ended(context, syncs.start_sync(context, RunRequest(odoo.id))))
        systems.google.weather(weather, times=None)
        syncs.cancel_sync(context, waiting_or_ended(context, syncs.start_sync(context, RunRequest(google.id))))
    token = StoredTokens(context, google.id).current()
    assert token is not None
    secrets = (systems.odoo.api_key, systems.google.sign_in.client_secret, token.access, token.refresh)
    forms = [form.encode() for secret in secrets for form in written_forms(secret)]
    foreign = [b"Traceback (most recent call last)", b"<!DOCTYPE", b"<html"]
    files = {str(path): path.read_bytes() for path in opened.store.path.parent.rglob("*") if path.is_file()}
    assert any(name.endswith("-wal") for name in files)
    assert [name for name, content in files.items() if any(form in content for form in (*forms, *foreign))] == []
    told = "".join(each.message + str(each.params) for each in logs.log_page(context, LogFilter(), None, 500).entries)
    assert [form for form in (*forms, *foreign) if form.decode() in told] == []


def waiting_or_ended(context: Context, run: SyncRun) -> str:
    while (present := syncs.sync_run(context, run.id)).state in (RunState.QUEUED, RunState.RUNNING):
        time.sleep(0.01)
    if present.ended:
        return syncs.start_sync(context, RunRequest(run.connector_id)).id
    return run.id
