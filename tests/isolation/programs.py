"""Programs of operations as two organisations, and what an organisation can know of the outcome."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, Final

from integration_console.domain.audit import AuditFilter
from integration_console.domain.errors import ConsoleError
from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogFilter, LogStatus
from integration_console.domain.members import MemberDraft
from integration_console.domain.permissions import Role
from integration_console.domain.records import RecordFilter
from integration_console.domain.schedules import ScheduleDraft
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunFilter, RunRequest
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.domain.work import UnattendedWork
from integration_console.gateways.opening import OpenWorkspace
from integration_console.operations import (
    api_keys,
    audit,
    checks,
    connectors,
    logs,
    members,
    records,
    schedules,
    syncs,
    webhooks,
)
from integration_console.operations.context import Context
from integration_console.storage.events import store_events
from integration_console.storage.log_rows import append_entries
from tests.builders import event_draft, log_draft, source_draft, synced
from tests.fake_source import FakeSource
from tests.fakes import TurnableClock
from tests.operations.keys import created, draft

_ID: Final = re.compile(r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b")
_BY_CHANCE: Final = {"position", "public_id", "number", "hash", "previous_hash", "newest_entry_id", "duration_ms"}
"""What differs from run to run by its nature."""
_OF_DATABASES: Final = {"secret", "data_key", "key_holder", "workspace"}
"""What the audit of a shared database tells besides."""


@dataclass(frozen=True)
class Step:
    """One operation of one of the two, on its own things or (as an attack) on those of the other."""

    tenant: int
    operation: str
    number: int
    foreign: bool


@dataclass
class Tenant:
    """One organisation at work, and the ids of what it made in this program."""

    opened: OpenWorkspace
    source: FakeSource
    clock: TurnableClock
    login: str
    made: dict[str, list[str]] = field(default_factory=dict)
    log_start: int = 0
    audit_start: int = 0

    @property
    def context(self) -> Context:
        return self.opened.context

    def begin(self) -> None:
        """Forget what was made before this program, which is more than a day ago."""
        self.made = {}
        self.clock.turn(hours=25)
        self.source.people.clear()
        self.log_start = logs.newest_position(self.context)
        self.audit_start = newest_audit(self.context)


class Made:
    """The things a step is about: those of one organisation, picked by number."""

    def __init__(self, of: Tenant, number: int) -> None:
        """Look at what `of` made; with nothing there, an id that nobody has."""
        self._of, self.number = of, number

    def pick(self, kind: str) -> str:
        """The id of the thing that the number means."""
        found = self._of.made.get(kind, [])
        return found[self.number % len(found)] if found else "00000000-0000-4000-8000-000000000000"


Operation = Callable[[Tenant, Made], Any]


def kept(mine: Tenant, kind: str, identifier: str) -> None:
    mine.made.setdefault(kind, []).append(identifier)


def add_connector(mine: Tenant, about: Made) -> Any:
    saved = connectors.save_connector(mine.context, source_draft(name=f"People {about.number}"))
    kept(mine, "connector", saved.id)
    return saved


def add_webhook(mine: Tenant, about: Made) -> Any:
    saved, _ = webhooks.save_webhook(mine.context, WebhookDraft(f"Repo {about.number}", Scheme.GITHUB))
    kept(mine, "webhook", saved.id)
    return saved


def add_schedule(mine: Tenant, about: Made) -> Any:
    wanted = ScheduleDraft(about.pick("connector"), seconds=3600 + about.number)
    saved = schedules.save_schedule(mine.context, wanted)
    kept(mine, "schedule", saved.id)
    return saved


def add_member(mine: Tenant, about: Made) -> Any:
    role = (Role.ADMIN, Role.OPERATOR, Role.SUPPORT)[about.number % 3]
    added = members.add_member(mine.context, MemberDraft(f"Person {about.number}", f"p_{new_id()[-12:]}", role)).member
    kept(mine, "member", added.id)
    return added.name, added.role, added.status


def add_key(mine: Tenant, about: Made) -> Any:
    made = created(mine.context, f"Key {about.number} {new_id()}", "logs.read", rate_limit=about.number).key
    kept(mine, "key", made.id)
    return made.grants, made.rate_limit, made.created_at


def change_key(mine: Tenant, about: Made) -> Any:
    wanted = draft(id=about.pick("key"), name=f"Key {new_id()}", rate_limit=60 + about.number)
    return api_keys.change_api_key(mine.context, wanted).rate_limit


def put(mine: Tenant, about: Made) -> Any:
    mine.source.put(f"Person {about.number}", email=f"{about.number}@{len(mine.source.people)}.example.test")


def sync(mine: Tenant, about: Made) -> Any:
    mode = (SyncMode.FULL, SyncMode.INCREMENTAL, SyncMode.RECONCILE)[about.number % 3]
    run = synced(mine.context, RunRequest(about.pick("connector"), mode, ("people",)))
    kept(mine, "run", run.id)
    return run


def event(mine: Tenant, about: Made) -> Any:
    key, at = f"event {about.number}", mine.clock.now()
    arrived = event_draft(at, webhook_id=about.pick("webhook"), event_key=key)
    kept(mine, "event", arrived.id)
    return mine.context.store.write(lambda writing: store_events(writing, [arrived]))


def note(mine: Tenant, about: Made) -> Any:
    status = tuple(LogStatus)[about.number % 4]
    told = log_draft(created_at=mine.clock.now(), status=status, connector_id=about.pick("connector"), payload="{}")
    mine.context.store.write(lambda writing: append_entries(writing, [told]))
    kept(mine, "entry", told.id)


def read_records(mine: Tenant, about: Made) -> Any:
    wanted = RecordFilter(about.pick("connector"), "people")
    page = records.record_page(mine.context, wanted, None)
    return page, records.record_count(mine.context, wanted)


def fire(mine: Tenant, about: Made) -> Any:
    mine.clock.turn(hours=about.number)
    return schedules.fire_due(mine.context)


def switched(about: Made) -> bool:
    return about.number % 2 == 0


def remove(kind: str, operation: Callable[[Context, str], object]) -> Operation:
    return lambda mine, about: operation(mine.context, about.pick(kind))


OPERATIONS: Final[Mapping[str, Operation]] = {
    "add connector": add_connector,
    "rename connector": lambda mine, about: connectors.save_connector(
        mine.context,
        source_draft(
            id=about.pick("connector"), name=f"Renamed {about.number}", values={"address": "https://list.test"}
        ),
    ),
    "switch connector": lambda mine, about: connectors.switch_connector(
        mine.context, about.pick("connector"), active=switched(about)
    ),
    "check connector": lambda mine, about: checks.check_connector(
        mine.context, about.pick("connector"), UnattendedWork(), lambda _stage: None
    ),
    "remove connector": remove("connector", connectors.remove_connector),
    "add webhook": add_webhook,
    "rotate webhook": lambda mine, about: webhooks.rotate_webhook(mine.context, about.pick("webhook"))[0],
    "secret of webhook": lambda mine, about: len(webhooks.webhook_secret(mine.context, about.pick("webhook"))),
    "switch webhook": lambda mine, about: webhooks.switch_webhook(
        mine.context, about.pick("webhook"), active=switched(about)
    ),
    "remove webhook": remove("webhook", webhooks.remove_webhook),
    "add schedule": add_schedule,
    "switch schedule": lambda mine, about: schedules.switch_schedule(
        mine.context, about.pick("schedule"), active=switched(about)
    ),
    "remove schedule": remove("schedule", schedules.remove_schedule),
    "fire": fire,
    "add member": add_member,
    "change member": lambda mine, about: (
        members.change_member(
            mine.context, MemberDraft(f"Renamed {about.number}", "", Role.AUDITOR, about.pick("member"))
        ).name
    ),
    "remove member": remove("member", members.remove_member),
    "add key": add_key,
    "change key": change_key,
    "reroll key": lambda mine, about: (
        api_keys.reroll_api_key(mine.context, about.pick("key"), timedelta(hours=about.number)).key.previous_until
    ),
    "revoke key": lambda mine, about: api_keys.revoke_api_key(mine.context, about.pick("key")).revoked_at,
    "put": put,
    "sync": sync,
    "cancel sync": lambda mine, about: syncs.cancel_sync(mine.context, about.pick("run")),
    "event": event,
    "note": note,
    "read connector": lambda mine, about: connectors.connector(mine.context, about.pick("connector")),
    "read webhook": lambda mine, about: webhooks.webhook(mine.context, about.pick("webhook")),
    "read events": lambda mine, about: sorted(
        str(each.event_key) for each in webhooks.last_events(mine.context, about.pick("webhook"), 50)
    ),
    "read body": lambda mine, about: webhooks.event_body(mine.context, about.pick("event")),
    "read entry": lambda mine, about: logs.log_detail(mine.context, about.pick("entry")),
    "read run": lambda mine, about: syncs.sync_run(mine.context, about.pick("run")),
    "read streams": lambda mine, about: syncs.streams(mine.context, about.pick("connector")),
    "read records": read_records,
    "read changes": lambda mine, about: records.changes_of_run(mine.context, about.pick("run")),
}


def performed(step: Step, two: tuple[Tenant, Tenant]) -> Any:
    """What came of a step: its result, or the error that a person is told."""
    mine = two[step.tenant]
    about = Made(two[1 - step.tenant] if step.foreign else mine, step.number)
    mine.clock.turn(minutes=1)
    try:
        return OPERATIONS[step.operation](mine, about)
    except ConsoleError as error:
        return error.code, dict(error.params)


def known(mine: Tenant) -> dict[str, Any]:
    """All that an organisation can read when a program has ended."""
    context = mine.context
    runs = [run for each in mine.made.get("connector", ()) for run in syncs.sync_runs(context, RunFilter(each))]
    return {
        "connectors": connectors.connectors(context),
        "webhooks": webhooks.webhooks(context),
        "schedules": unordered(schedules.schedules(context)),
        "members": unordered((each.name, each.role, each.status) for each in members.members(context).members),
        "keys": unordered((each.rate_limit, each.revoked_at) for each in api_keys.api_keys(context)),
        "runs": unordered(runs),
        "records": [read_records(mine, Made(mine, each)) for each in range(len(mine.made.get("connector", ())))],
        "log": unordered(logs.log_tail(context, LogFilter(), mine.log_start, 10_000)[0]),
        "types": sorted(logs.event_types(context)),
        "statistics": logs.statistics(context),
        "audit": audited(mine, context),
    }


def audited(mine: Tenant, context: Context) -> list[tuple[str, str, str]]:
    """What was changed, in the order of the chain; with a connector its schedules go, which files do not tell apart."""
    entries = reversed(audit.audit_page(context, AuditFilter(), None, 200).entries)
    changes = [each.change for each in entries if each.number > mine.audit_start]
    told = [
        (each.subject_kind, verb(each.action), each.subject_id)
        for each in changes
        if each.subject_kind not in _OF_DATABASES
        and (each.before != each.after or each.action.endswith(".secret_shown"))
    ]
    gone = {subject for kind, done, subject in told if (kind, done) == ("connector", "removed")}
    return [each for each in told if each[:2] != ("schedule", "removed") or each[2] not in gone]


def verb(action: str) -> str:
    """What was done, in the words that a database has, which knows no reasons."""
    done = action.partition(".")[2]
    return done if done in {"created", "added", "removed", "secret_shown"} else "changed"


def newest_audit(context: Context) -> int:
    """The number of the last entry of the audit."""
    found = audit.audit_page(context, AuditFilter(), None, 1).entries
    return found[0].number if found else 0


@dataclass(frozen=True)
class unordered:  # noqa: N801 - reads as a word
    """Things whose order is decided by chance."""

    things: Any


class Names:
    """Turns outcomes into texts in which an id is the number of its first appearance."""

    def __init__(self, **fixed: str) -> None:
        """Call the texts of `fixed` by their names."""
        self._names = {text: f"<{name}>" for name, text in fixed.items()}
        self._seen: dict[str, str] = {}

    def see(self, made: Mapping[str, list[str]]) -> None:
        """Name the ids that a program made, by their kinds and order."""
        for kind, ids in made.items():
            for number, each in enumerate(ids):
                self._seen.setdefault(each, f"<{kind} {number}>")

    def plain(self, value: Any) -> Any:
        """The value as text, tuple and dict."""
        if isinstance(value, unordered):
            return sorted((self.plain(each) for each in value.things), key=repr)
        if is_dataclass(value) and not isinstance(value, type):
            told = {each.name: getattr(value, each.name) for each in fields(value) if each.name not in _BY_CHANCE}
            return {"": type(value).__name__, **self.plain(told)}
        if isinstance(value, Mapping):
            return {str(name): self.plain(each) for name, each in value.items()}
        if isinstance(value, (list, tuple, frozenset)):
            return [self.plain(each) for each in value]
        if isinstance(value, (datetime, Enum)):
            return str(value)
        return self._named(value) if isinstance(value, str) else value

    def _named(self, text: str) -> str:
        for each, name in self._names.items():
            text = text.replace(each, name)
        return _ID.sub(lambda found: self._seen.get(found[0], "<id>"), text)
