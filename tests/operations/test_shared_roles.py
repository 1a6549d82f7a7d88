"""Each role at work on a real PostgreSQL, signed in as itself: what it may succeeds, the database refuses the rest."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from integration_console.domain.audit import AuditFilter
from integration_console.domain.connectors import Connector, Message
from integration_console.domain.errors import ConsoleError, DatabaseRefused, PermissionDenied
from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogFilter
from integration_console.domain.members import Member, MemberDraft
from integration_console.domain.permissions import ALL_RIGHTS, Role
from integration_console.domain.records import ExportFormat, RecordFilter
from integration_console.domain.schedules import Schedule, ScheduleDraft
from integration_console.domain.syncs import RunFilter, RunRequest, SyncRun
from integration_console.domain.webhooks import Scheme, Webhook, WebhookDraft
from integration_console.domain.work import UnattendedWork
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.opening import OpenWorkspace, open_workspace
from integration_console.operations import (
    audit,
    checks,
    connectors,
    holders,
    logs,
    members,
    messages,
    records,
    schedules,
    syncs,
    webhooks,
    workspace,
)
from integration_console.operations.context import Context
from integration_console.storage.audit import audit_entries
from integration_console.storage.events import store_events
from tests.builders import connector_draft, event_draft, opening, shared_address, source_draft, synced
from tests.fake_source import FakeSource
from tests.fakes import FakeKind

LETTERS = {"o": Role.OWNER, "a": Role.ADMIN, "p": Role.OPERATOR, "s": Role.SUPPORT, "u": Role.AUDITOR}
NOWHERE = ReceiverState(running=False)


@dataclass(frozen=True)
class Things:
    """What the owner has made."""

    people: Connector
    ops: Connector
    run: SyncRun
    webhook: Webhook
    event_id: str
    schedule: Schedule
    member: Member


def opened(folder: Path, login: str) -> Iterator[OpenWorkspace]:
    source = FakeSource()
    source.put("Amina")
    found = open_workspace(
        opening(folder, path=shared_address(folder, login), own_types={"fake": FakeKind(), "list": source})
    )
    if not found.context.vault.created:
        found.context.vault.create("tests", found.context.clock.now())
    try:
        yield found
    finally:
        found.close()


def made(context: Context) -> Things:
    people = connectors.save_connector(context, source_draft(name=f"People {new_id()}"))
    webhook, _ = webhooks.save_webhook(context, WebhookDraft(f"Repo {new_id()}", Scheme.GITHUB))
    event = event_draft(webhook_id=webhook.id)
    context.store.write(lambda writing: store_events(writing, [event]))
    return Things(
        people,
        connectors.save_connector(context, connector_draft(name=f"Ops {new_id()}")),
        synced(context, RunRequest(people.id)),
        webhook,
        event.id,
        schedules.save_schedule(context, ScheduleDraft(people.id)),
        members.add_member(context, MemberDraft("Omar", f"omar_{new_id()[-12:]}", Role.SUPPORT)).member,
    )


def worked(context: Context, things: Things) -> None:
    """A whole sync, as the window's own worker does it."""
    run = synced(context, RunRequest(things.people.id))
    assert run.state.value == "succeeded"


Call = Callable[[Context, Things], object]
READS: dict[str, tuple[str, Call]] = {
    "connectors": ("oapsu", lambda c, t: connectors.connector(c, t.people.id)),
    "streams": ("oapsu", lambda c, t: syncs.streams(c, t.people.id)),
    "runs": ("oapsu", lambda c, t: (syncs.sync_runs(c, RunFilter()), syncs.sync_run(c, t.run.id))),
    "schedules": ("oapsu", lambda c, t: schedules.schedules(c, t.people.id)),
    "webhooks": ("oapsu", lambda c, t: (webhooks.webhook(c, t.webhook.id), webhooks.last_events(c, t.webhook.id, 5))),
    "log": ("oapsu", lambda c, t: logs.log_detail(c, logs.log_page(c, LogFilter(), None, 1).entries[0].id)),
    "tail": ("oapsu", lambda c, t: (logs.log_tail(c, LogFilter(), 0, 50), logs.statistics(c), logs.event_types(c))),
    "state": ("oapsu", lambda c, t: workspace.state(c, NOWHERE)),
    "records": ("oap", lambda c, t: records.record_page(c, RecordFilter(t.people.id, "people"), None)),
    "changes": ("oap", lambda c, t: (records.changes_of_run(c, t.run.id), records.record_count(c, wanted(t)))),
    "export": ("oap", lambda c, t: records.export_records(c, wanted(t), ExportFormat.CSV, io.BytesIO(), work())),
    "body": ("oap", lambda c, t: webhooks.event_body(c, t.event_id)),
    "members": ("oau", lambda c, t: members.members(c)),
    "audit": ("oau", lambda c, t: (audit.audit_page(c, AuditFilter(), None, 5), audit.verify_audit(c, work()))),
    "secret": ("oa", lambda c, t: webhooks.webhook_secret(c, t.webhook.id)),
    "preview": ("oa", lambda c, t: checks.check_draft(c, connector_draft(id=t.ops.id), work(), print_nothing)),
}
WRITES: dict[str, tuple[str, Call]] = {
    "check": ("oap", lambda c, t: checks.check_connector(c, t.ops.id, work(), print_nothing)),
    "notify": ("oap", lambda c, t: messages.notify(c, t.ops.id, Message("x"))),
    "sync": ("oap", worked),
    "cancel": ("oap", lambda c, t: syncs.cancel_sync(c, syncs.start_sync(c, RunRequest(t.people.id)).id)),
    "connector": ("oa", lambda c, t: connectors.save_connector(c, connector_draft(name=f"New {new_id()}"))),
    "switch": ("oa", lambda c, t: connectors.switch_connector(c, t.ops.id, active=False)),
    "webhook": ("oa", lambda c, t: webhooks.rotate_webhook(c, t.webhook.id)),
    "pause": ("oa", lambda c, t: webhooks.switch_webhook(c, t.webhook.id, active=False)),
    "schedule": ("oa", lambda c, t: schedules.switch_schedule(c, t.schedule.id, active=False)),
    "role": ("oa", lambda c, t: members.change_member(c, MemberDraft("Omar", "", Role.AUDITOR, t.member.id))),
    "password": ("oa", lambda c, t: members.reset_password(c, t.member.id)),
    "passphrase": ("oa", lambda c, t: holders.add_passphrase(c, "correct horse battery")),
    "no member": ("oa", lambda c, t: members.remove_member(c, t.member.id)),
    "no schedule": ("oa", lambda c, t: schedules.remove_schedule(c, t.schedule.id)),
    "no webhook": ("oa", lambda c, t: webhooks.remove_webhook(c, t.webhook.id)),
    "no connector": ("oa", lambda c, t: connectors.remove_connector(c, t.ops.id)),
}
HARMLESS = {"notify"}
"""What changes no table where the database itself would have to refuse it."""


def wanted(things: Things) -> RecordFilter:
    return RecordFilter(things.people.id, "people")


def work() -> UnattendedWork:
    return UnattendedWork()


def print_nothing(_stage: object) -> None:
    return None


def outcome(call: Call, context: Context, things: Things) -> str:
    """What became of a call, as one word."""
    try:
        call(context, things)
    except PermissionDenied:
        return "denied"
    except DatabaseRefused:
        return "refused"
    except ConsoleError as error:
        return error.code
    return "done"


@pytest.mark.parametrize("letter", LETTERS)
def test_each_role_does_what_it_may_and_the_database_refuses_the_rest(tmp_path: Path, letter: str) -> None:
    login = f"console_person_{new_id()[-12:]}"
    with contextmanager(opened)(tmp_path, "amina") as owner:
        things = made(owner.context)
        members.add_member(owner.context, MemberDraft("Person", login, LETTERS[letter]))
    with contextmanager(opened)(tmp_path, login) as person:
        context = person.context
        calls = {**READS, **WRITES}
        found = {name: outcome(call, context, things) for name, (_, call) in calls.items()}
        expected = {name: "done" if letter in who else "denied" for name, (who, _) in calls.items()}
        assert found == expected
        forced = replace(context, rights=ALL_RIGHTS)
        for name, (who, call) in WRITES.items():
            if letter not in who and name not in HARMLESS:
                outcome(call, forced, things)
    with contextmanager(opened)(tmp_path, "amina") as owner:
        told = {draft.action for _, draft, _ in owner.context.store.read(audit_entries) if draft.actor == login}
        assert bool(told) == (letter in "oa")
        if letter not in "oa":
            assert webhooks.webhook(owner.context, things.webhook.id) == things.webhook
            assert schedules.schedules(owner.context, things.people.id) == (things.schedule,)
            assert members.members(owner.context).members.index(things.member) >= 0
