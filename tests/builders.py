"""Builds what tests need: open workspaces, drafts, signed requests, each with defaults that a test may name away."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from integration_console.domain.clock import Clock, microseconds
from integration_console.domain.connectors import Connector, ConnectorDraft, ConnectorStatus
from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogDraft, LogEntry, LogFilter, LogStatus
from integration_console.domain.syncs import RunRequest, SyncRun
from integration_console.domain.webhooks import EventState, Scheme, Webhook, WebhookStatus
from integration_console.domain.work import UnattendedWork, Work
from integration_console.domain.workspace import HolderKind
from integration_console.gateways.opening import Opening, OpenWorkspace, open_workspace
from integration_console.operations import jobs, logs, syncs
from integration_console.operations.context import Context
from integration_console.storage.audit import audit_entries
from integration_console.storage.events import EventDraft
from integration_console.storage.shared.address import DatabaseAddress
from integration_console.storage.store import EmbeddedStore, Store, open_store
from integration_console.storage.transaction import Priority, Writing
from tests.fakes import NOON, FakeKind, TurnableClock

DAY = 24 * 3600 * 1_000_000
SECRET = "a-secret-for-tests"
STANDARD_SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="


# ---------------------------------------------------------------------------------------- workspaces
@contextmanager
def opened_store(path: Path, moment: datetime = NOON) -> Iterator[EmbeddedStore]:
    """The bare store of a workspace file."""
    store = open_store(path, "tests", path.stem, moment)
    try:
        yield store
    finally:
        store.close()


def opening(folder: Path, clock: Clock | None = None, **changed: Any) -> Opening:
    """How to open the workspace of a folder; the key lies in a file beside it."""
    return Opening(**{
        "path": folder / "console.db",
        "program": "tests",
        "actor": "amina",
        "clock": clock or TurnableClock(),
        "key_folder": folder / "keys",
        "place": HolderKind.KEY_FILE,
        "own_types": {"fake": FakeKind()},
        **changed,
    })  # fmt: skip


@cache
def shared_address(folder: Path, login: str = "amina") -> DatabaseAddress:
    """The address of an organisation in a shared database, made for this folder, with its owner `amina`."""
    from tests.postgres import server  # noqa: PLC0415 - only where it is wanted

    name = str(folder)
    database = shared_database()
    _add_organisation(name)
    return server().address(database, login, name)


@cache
def _add_organisation(name: str) -> None:
    from tests.postgres import server  # noqa: PLC0415 - as above

    server().new_organisation(shared_database(), name, "amina")


@cache
def shared_database() -> str:
    """The database of this run in which tests make their organisations."""
    from tests.postgres import server  # noqa: PLC0415 - as above

    return server().new_database()


@contextmanager
def opened_workspace(
    folder: Path, clock: Clock | None = None, *, protected: bool = True, login: str = "amina", **changed: Any
) -> Iterator[OpenWorkspace]:
    """An open workspace, its secrets unlocked by a key file unless it is not to be `protected` yet.

    With `TEST_WORKSPACES=shared` it is an organisation of its own in a shared database, the same for the same folder,
    opened as the owner, or as another `login`.
    """
    if os.environ.get("TEST_WORKSPACES") == "shared":
        changed = {"path": shared_address(folder, login), **changed}
    opened = open_workspace(opening(folder, clock, **changed))
    try:
        if protected and not opened.context.vault.created:
            opened.context.vault.create("tests", opened.context.clock.now())
        yield opened
    finally:
        opened.close()


# ---------------------------------------------------------------------------------------- things
def connector(**changed: Any) -> Connector:
    """A connector as it lies in the store."""
    return Connector(**{
        "id": new_id(), "type": "fake", "name": "Ops", "config": {}, "status": ConnectorStatus.ACTIVE,
        "created_at": NOON, "updated_at": NOON, **changed,
    })  # fmt: skip


def connector_draft(**changed: Any) -> ConnectorDraft:
    """A connector of the fake type as a person filled it in."""
    values = {"address": "https://fake.test", "token": "tok-4711-secret"}
    return ConnectorDraft(**{"type": "fake", "name": "Ops", "values": values, **changed})


def source_draft(**changed: Any) -> ConnectorDraft:
    """A connector of the type that reads a list, as a person filled it in."""
    values = {"address": "https://list.test", "token": "tok-4711-secret"}
    return ConnectorDraft(**{"type": "list", "name": "People", "values": values, **changed})


def synced(context: Context, request: RunRequest, work: Work | None = None) -> SyncRun:
    """The run that a request leads to, done on this very thread as far as it goes."""
    run = syncs.start_sync(context, request)
    lease = jobs.take_one(context, run.id)
    assert lease is not None
    jobs.perform(context, lease, work or UnattendedWork())
    return syncs.sync_run(context, run.id)


def webhook(**changed: Any) -> Webhook:
    """A webhook as it lies in the store."""
    return Webhook(**{
        "id": new_id(), "name": "Repository", "scheme": Scheme.GITHUB, "status": WebhookStatus.ACTIVE,
        "created_at": NOON, "updated_at": NOON, **changed,
    })  # fmt: skip


def log_draft(**changed: Any) -> LogDraft:
    """A log entry that has no place yet."""
    return LogDraft(**{
        "id": new_id(), "created_at": NOON, "status": LogStatus.SUCCESS, "event_type": "webhook.received",
        "message": "“push” arrived", **changed,
    })  # fmt: skip


def event_draft(moment: datetime = NOON, **changed: Any) -> EventDraft:
    """A verified event with its log entries, ready to be stored; its key counts for 35 days."""
    identifier, webhook_id = changed.get("id", new_id()), changed.get("webhook_id", new_id())
    told = {"created_at": moment, "webhook_id": webhook_id, "correlation_id": identifier, "topic": "push"}
    return EventDraft(**{
        "id": identifier,
        "webhook_id": webhook_id,
        "event_type": "push",
        "event_key": new_id(),
        "state": EventState.ACCEPTED,
        "received_at": microseconds(moment),
        "expires_at": microseconds(moment) + 35 * DAY,
        "content_type": "application/json",
        "headers": '[["x-github-event","push"]]',
        "body": b'{"ref":"main"}',
        "received": log_draft(event_id=identifier, **told),
        "duplicate": lambda: log_draft(event_type="webhook.duplicate", status=LogStatus.INFO, **told),
        **changed,
    })  # fmt: skip


# ---------------------------------------------------------------------------------------- signed requests
def github_headers(body: bytes, secret: str = SECRET, *, event: str = "push", delivery: str = "") -> dict[str, str]:
    """The headers with which GitHub sends a body."""
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {
        "content-type": "application/json",
        "x-github-event": event,
        "x-github-delivery": delivery or new_id(),
        "x-hub-signature-256": f"sha256={digest}",
    }


def standard_headers(
    body: bytes, moment: datetime, secret: str = STANDARD_SECRET, *, identity: str = "msg_1"
) -> dict[str, str]:
    """The headers with which a Standard Webhooks sender sends a body at a moment."""
    seconds = str(int(moment.timestamp()))
    key = base64.b64decode(secret.removeprefix("whsec_"))
    digest = hmac.new(key, f"{identity}.{seconds}.".encode() + body, hashlib.sha256).digest()
    signature = "v1," + base64.b64encode(digest).decode()
    return {"webhook-id": identity, "webhook-timestamp": seconds, "webhook-signature": signature}


# ---------------------------------------------------------------------------------------------- what an operation left
def logged(context: Context) -> list[str]:
    """The types of all entries of the log, in the order of their commits."""
    return [each.event_type for each in logs.log_tail(context, LogFilter(), 0, 10_000)[0]]


def last_logged(context: Context) -> LogEntry:
    """The entry that was committed last."""
    return logs.log_tail(context, LogFilter(), 0, 10_000)[0][-1]


def audited(context: Context) -> list[tuple[str, str]]:
    """Who did what, oldest first, without the keys with which the tests protect a workspace."""
    keys = ("data_key", "key_holder")
    found = context.store.read(audit_entries)
    return [(draft.actor, draft.action) for _, draft, _ in found if draft.subject_kind not in keys]


# ------------------------------------------------------------------------------------------------------------- trouble
@contextmanager
def busy_writer(store: Store) -> Iterator[None]:
    """While the block lasts, the writer's thread is occupied."""
    begun, over = threading.Event(), threading.Event()

    def occupy(_: Writing) -> None:
        begun.set()
        over.wait(10)

    occupied = store.writer.submit(Priority.EVENTS, occupy)
    begun.wait(10)
    yield
    over.set()
    occupied.result(10)


@contextmanager
def another_tool_writing(path: Path) -> Iterator[None]:
    """While the block lasts, another program holds the database's own lock."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def impatient(store: Store) -> None:
    """Let the writer give up at once when the file is locked."""
    store.write(lambda writing: writing.connection.exec_driver_sql("PRAGMA busy_timeout=0"))
