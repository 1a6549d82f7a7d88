"""A gateway in memory that keeps what the protocols promise of connectors that sync, for tests and pictures."""

from __future__ import annotations

import csv
import io
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from typing import Any, BinaryIO

from PySide6.QtWidgets import QMainWindow, QWidget

from integration_console.domain.access import Preview
from integration_console.domain.changes import Change, Subject
from integration_console.domain.connectors import (
    BrokenType,
    CheckReport,
    CheckStage,
    Connector,
    ConnectorDraft,
    ConnectorStatus,
    ConnectorType,
    Health,
    Message,
    Receipt,
    Stage,
    StageOutcome,
)
from integration_console.domain.errors import (
    AuthorisationDenied,
    ConsoleError,
    InvalidInput,
    NotFound,
    RunEnded,
    SignInRefused,
)
from integration_console.domain.forms import Field, FieldKind, Form
from integration_console.domain.permissions import ALL_RIGHTS
from integration_console.domain.records import (
    ChangeKind,
    ExportFormat,
    Record,
    RecordChange,
    RecordFilter,
    RecordPage,
    RecordPlace,
)
from integration_console.domain.schedules import Schedule, ScheduleDraft, problems, upcoming
from integration_console.domain.streams import RecordState, Stream, StreamState, SyncMode
from integration_console.domain.syncs import RunCounts, RunFilter, RunRequest, RunState, SyncRun
from integration_console.domain.work import Progress, Work
from integration_console.ui.changes import ChangeRelay
from integration_console.ui.language import strip_isolates
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.widgets import ToastOverlay
from tests.ui.workspace import KeptUnlocking

CONTACTS = Stream("contacts", "Contacts", columns=("email", "city"))
PRODUCTS = Stream("products", "Products", (SyncMode.FULL, SyncMode.INCREMENTAL), ("price",))
SHOP = ConnectorType(
    "shop", "Shop", "Customers and products of a shop.", "shopping-cart",
    Form((
        Field("address", FieldKind.URL, "Address", required=True),
        Field("token", FieldKind.SECRET, "Token", required=True),
    )),
    syncs=True, previews=True,
)  # fmt: skip
FILES = ConnectorType(
    "files", "Files", "Files in a cloud.", "folder", Form((Field("folder", FieldKind.TEXT, "Folder"),)),
    syncs=True, authorises=True,
)  # fmt: skip
CHAT = ConnectorType(
    "chat", "Chat", "Sends messages.", "hash", Form((Field("channel", FieldKind.TEXT, "Channel"),)), ("notify",)
)
BROKEN = BrokenType("acme-crm", "No module named 'acme_crm'")
STAGES = tuple(CheckStage(each, StageOutcome.PASSED, 12.0) for each in Stage)
Key = tuple[str, str]


def now() -> datetime:
    return datetime.now(UTC)


class FakeWorkspace:
    """Everything that a page may ask, from lists that a test fills."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._lock = threading.RLock()
        self.listeners: list[Callable[[Change], None]] = []
        self.kept: dict[str, Connector] = {}
        self.runs: list[SyncRun] = []
        self.records: dict[Key, list[Record]] = {}
        self.history: dict[tuple[str, str, str], list[RecordChange]] = {}
        self.kept_schedules: dict[str, Schedule] = {}
        self.draft_stages: tuple[CheckStage, ...] = STAGES
        self.shown: Preview | ConsoleError = Preview()
        self.asked: list[tuple[str, object]] = []
        self.granted = threading.Event()
        self.denied = False
        self.pause_export = threading.Event()
        self.pause_export.set()

        self.rights = ALL_RIGHTS

    def can(self, permission: str, scope: str = "") -> bool:
        return self.rights.allows(permission, scope)

    def refusal(self, permission: str, scope: str = "") -> ConsoleError | None:
        return self.rights.refusal(permission, scope)

    # ----------------------------------------------------------------------------------------------- what tests fill in
    def announce(self, *subjects: Subject) -> None:
        for subject in subjects:
            for listener in self.listeners:
                listener(Change(subject))

    def new_id(self) -> str:
        return f"0197c0de-0000-7000-8000-{next(self._numbers):012}"

    def add(self, name: str, kind: ConnectorType = SHOP, **changed: Any) -> Connector:
        made = Connector(**{
            "id": self.new_id(), "type": kind.key, "name": name, "config": {}, "status": ConnectorStatus.ACTIVE,
            "created_at": now(), "updated_at": now(), **changed,
        })  # fmt: skip
        self.kept[made.id] = made
        return made

    def add_run(self, connector: Connector, state: RunState, **changed: Any) -> SyncRun:
        started = None if state is RunState.QUEUED else now() - timedelta(seconds=4)
        finished = now() if state in (RunState.SUCCEEDED, RunState.FAILED, RunState.CANCELLED) else None
        made = SyncRun(**{
            "id": self.new_id(), "connector_id": connector.id, "mode": SyncMode.INCREMENTAL,
            "streams": ("contacts", "products"), "trigger": "person", "requested_by": "laila", "state": state,
            "created_at": now(), "due_at": now(), "started_at": started, "finished_at": finished, "attempts": 1,
            **changed,
        })  # fmt: skip
        with self._lock:
            self.runs.insert(0, made)
        return made

    def change_run(self, run_id: str, **changed: Any) -> SyncRun:
        with self._lock:
            place = next(number for number, each in enumerate(self.runs) if each.id == run_id)
            self.runs[place] = replace(self.runs[place], **changed)
            return self.runs[place]

    def add_record(
        self, connector: Connector, stream: str, title: str, content: Mapping[str, Any], **changed: Any
    ) -> Record:
        made = Record(**{
            "connector_id": connector.id, "stream": stream, "external_id": str(next(self._numbers)), "title": title,
            "state": RecordState.LIVE, "content": content, "content_hash": "h", "first_seen": now(),
            "last_seen": now(), "changed_at": now(), **changed,
        })  # fmt: skip
        kept = self.records.setdefault((connector.id, stream), [])
        kept.append(made)
        kept.sort(key=lambda each: (each.title, each.external_id))
        self.note(made, ChangeKind.ADDED, None, content)
        return made

    def note(
        self, record: Record, kind: ChangeKind, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None,
        run_id: str = "", reason: str = "",
    ) -> RecordChange:  # fmt: skip
        position = next(self._numbers)
        made = RecordChange(
            position, record.stream, record.external_id, record.title, kind, now(), run_id, reason,
            before, after,
        )  # fmt: skip
        self.history.setdefault((record.connector_id, record.stream, record.external_id), []).insert(0, made)
        return made

    # ------------------------------------------------------------------------------------------------------- connectors
    def connector_types(self) -> tuple[ConnectorType, ...]:
        return (CHAT, FILES, SHOP)

    def broken_types(self) -> tuple[BrokenType, ...]:
        return (BROKEN,)

    def connectors(self) -> tuple[Connector, ...]:
        return tuple(sorted(self.kept.values(), key=lambda each: each.name))

    def connector(self, connector_id: str) -> Connector:
        if connector_id not in self.kept:
            raise NotFound(kind="connector", id=connector_id)
        return self.kept[connector_id]

    def save_connector(self, draft: ConnectorDraft) -> Connector:
        kind = next(each for each in self.connector_types() if each.key == draft.type)
        secrets = kind.form.secret_names()
        config = {name: value for name, value in draft.values.items() if name not in secrets}
        made = self.add(draft.name, kind, config=config, secrets=secrets, **({"id": draft.id} if draft.id else {}))
        self.announce(Subject.CONNECTORS)
        return made

    def check_connector(self, connector_id: str, work: Work, stage_done: Callable[[CheckStage], None]) -> CheckReport:
        return self._checked(work, stage_done)

    def check_draft(self, draft: ConnectorDraft, work: Work, stage_done: Callable[[CheckStage], None]) -> CheckReport:
        self.asked.append(("check_draft", draft))
        return self._checked(work, stage_done)

    def preview(self, draft: ConnectorDraft, limit: int) -> Preview:
        self.asked.append(("preview", draft))
        if isinstance(self.shown, ConsoleError):
            raise self.shown
        return self.shown

    def authorise(self, connector_id: str, open_browser: Callable[[str], None], work: Work) -> Connector:
        open_browser("https://accounts.example/authorise?client=console")
        while not self.granted.wait(0.01):
            work.stop_if_cancelled()
        if self.denied:
            raise AuthorisationDenied(reason="access_denied")
        self.kept[connector_id] = replace(self.kept[connector_id], health=Health.GOOD, health_code="", checked_at=now())
        self.announce(Subject.CONNECTORS)
        return self.kept[connector_id]

    def switch_connector(self, connector_id: str, *, active: bool) -> Connector:
        status = ConnectorStatus.ACTIVE if active else ConnectorStatus.INACTIVE
        self.kept[connector_id] = replace(self.kept[connector_id], status=status)
        self.announce(Subject.CONNECTORS)
        return self.kept[connector_id]

    def notify(self, connector_id: str, message: Message) -> Receipt:
        return Receipt("#general", "1")

    def remove_connector(self, connector_id: str) -> None:
        del self.kept[connector_id]
        self.announce(Subject.CONNECTORS)

    # ------------------------------------------------------------------------------------------------------------ syncs
    def streams(self, connector_id: str) -> tuple[StreamState, ...]:
        kind = self.kept[connector_id].type
        found = (CONTACTS, PRODUCTS) if kind == SHOP.key else (Stream("files", "Files"),) if kind == FILES.key else ()
        return tuple(self._state(connector_id, each) for each in found)

    def start_sync(self, request: RunRequest) -> SyncRun:
        with self._lock:
            running = [each for each in self.runs if each.connector_id == request.connector_id and not each.ended]
        connector = self.kept[request.connector_id]
        run = running[0] if running else self.add_run(connector, RunState.QUEUED, mode=request.mode)
        self.asked.append(("start_sync", request))
        self.announce(Subject.SYNCS)
        return run

    def sync_runs(self, wanted: RunFilter, limit: int = 50) -> tuple[SyncRun, ...]:
        with self._lock:
            newest_first = list(self.runs)
        if wanted.before:
            ids = [each.id for each in newest_first]
            newest_first = newest_first[ids.index(wanted.before) + 1 :]
        fits = (
            each for each in newest_first
            if wanted.connector_id in ("", each.connector_id) and (not wanted.states or each.state in wanted.states)
        )  # fmt: skip
        return tuple(islice(fits, limit))

    def sync_run(self, run_id: str) -> SyncRun:
        with self._lock:
            found = next((each for each in self.runs if each.id == run_id), None)
        if found is None:
            raise NotFound(kind="run", id=run_id)
        return found

    def cancel_sync(self, run_id: str) -> SyncRun:
        run = self.sync_run(run_id)
        if run.ended:
            raise RunEnded
        if run.state is RunState.RUNNING:
            run = self.change_run(run_id, cancel_requested=True)
        else:
            run = self.change_run(run_id, state=RunState.CANCELLED, finished_at=now())
        self.announce(Subject.SYNCS)
        return run

    # ---------------------------------------------------------------------------------------------------------- records
    def record_page(self, wanted: RecordFilter, after: RecordPlace | None = None, limit: int = 200) -> RecordPage:
        rows = self._behind(wanted, after)
        more = len(rows) > limit
        return RecordPage(tuple(rows[:limit]), _place(rows[limit - 1]) if more else None)

    def record_place(self, wanted: RecordFilter, after: RecordPlace | None, skip: int) -> RecordPlace | None:
        rows = self._behind(wanted, after)
        return _place(rows[skip - 1]) if 0 < skip <= len(rows) else None

    def record_count(self, wanted: RecordFilter, at_most: int = 100_000) -> int:
        return min(len(self._fitting(wanted)), at_most)

    def record(self, connector_id: str, stream: str, external_id: str) -> Record:
        rows = self.records.get((connector_id, stream), [])
        found = next((each for each in rows if each.external_id == external_id), None)
        if found is None:
            raise NotFound(kind="record", id=external_id)
        return found

    def record_changes(self, connector_id: str, stream: str, external_id: str) -> tuple[RecordChange, ...]:
        return tuple(self.history.get((connector_id, stream, external_id), ()))

    def changes_of_run(self, run_id: str, limit: int = 200) -> tuple[RecordChange, ...]:
        found = (each for changes in self.history.values() for each in changes if each.run_id == run_id)
        return tuple(islice(sorted(found, key=lambda each: each.position), limit))

    def export_records(self, wanted: RecordFilter, form: ExportFormat, target: BinaryIO, work: Work) -> int:
        rows = self._fitting(wanted)
        for number, each in enumerate(rows):
            while not self.pause_export.wait(0.01):
                work.stop_if_cancelled()
            work.stop_if_cancelled()
            target.write(_line(each, form))
            work.report(Progress(number + 1, len(rows)))
        return len(rows)

    # -------------------------------------------------------------------------------------------------------- schedules
    def schedules(self, connector_id: str = "") -> tuple[Schedule, ...]:
        return tuple(each for each in self.kept_schedules.values() if connector_id in ("", each.connector_id))

    def save_schedule(self, draft: ScheduleDraft) -> Schedule:
        self._refuse(draft)
        schedule_id = draft.id or self.new_id()
        moment = now()
        made = Schedule(
            schedule_id, draft.connector_id, draft.mode, draft.timing, draft.seconds, draft.cron, draft.time_zone,
            draft.misfire, draft.overlap, True, moment, moment, moment, moment, None,
            next(iter(upcoming(draft, moment, moment, 1)), None),
        )  # fmt: skip
        self.kept_schedules[schedule_id] = made
        self.announce(Subject.SCHEDULES)
        return made

    def switch_schedule(self, schedule_id: str, *, active: bool) -> Schedule:
        made = self.kept_schedules[schedule_id] = replace(self.kept_schedules[schedule_id], active=active)
        self.announce(Subject.SCHEDULES)
        return made

    def remove_schedule(self, schedule_id: str) -> None:
        del self.kept_schedules[schedule_id]
        self.announce(Subject.SCHEDULES)

    def upcoming_fire_times(self, draft: ScheduleDraft, count: int = 5) -> tuple[datetime, ...]:
        self._refuse(draft)
        return tuple(upcoming(draft, now(), now(), count))

    # ----------------------------------------------------------------------------------------------------------- inside
    def _refuse(self, draft: ScheduleDraft) -> None:
        found = problems(draft)
        if found:
            raise InvalidInput(*found)

    def _checked(self, work: Work, stage_done: Callable[[CheckStage], None]) -> CheckReport:
        for each in self.draft_stages:
            work.stop_if_cancelled()
            stage_done(each)
        return CheckReport(self.draft_stages)

    def _state(self, connector_id: str, stream: Stream) -> StreamState:
        states = [each.state for each in self.records.get((connector_id, stream.key), [])]
        return StreamState(
            stream,
            live=states.count(RecordState.LIVE),
            archived=states.count(RecordState.ARCHIVED),
            deleted=states.count(RecordState.DELETED),
            has_cursor=bool(states),
        )

    def _fitting(self, wanted: RecordFilter) -> list[Record]:
        rows = self.records.get((wanted.connector_id, wanted.stream), [])
        text = wanted.text.casefold()
        return [
            each for each in rows
            if each.state in wanted.states
            and text in f"{each.title} {each.external_id} {json.dumps(dict(each.content))}".casefold()
        ]  # fmt: skip

    def _behind(self, wanted: RecordFilter, after: RecordPlace | None) -> list[Record]:
        rows = self._fitting(wanted)
        if after is None:
            return rows
        return [each for each in rows if (each.title, each.external_id) > (after.title, after.external_id)]


def refused_stages() -> tuple[CheckStage, ...]:
    """A check that ends because the source does not take the token."""
    failed = CheckStage(Stage.SIGN_IN, StageOutcome.FAILED, 20.0, error=SignInRefused(host="shop.example"))
    return (*STAGES[: list(Stage).index(Stage.SIGN_IN)], failed)


def done_counts(added: int = 3, updated: int = 2, deleted: int = 1, unchanged: int = 20) -> RunCounts:
    """What a usual run changed."""
    return RunCounts(added, updated, deleted, unchanged, 1)


def _place(record: Record) -> RecordPlace:
    return RecordPlace(record.title, record.external_id)


def _line(record: Record, form: ExportFormat) -> bytes:
    if form is ExportFormat.JSONL:
        return json.dumps({"id": record.external_id, "title": record.title}).encode() + b"\n"
    text = io.StringIO()
    csv.writer(text).writerow([record.external_id, record.title])
    return text.getvalue().encode()


@dataclass(frozen=True, slots=True)
class Desk:
    """A window over a gateway in memory, for one page at a time."""

    fake: FakeWorkspace
    tasks: TaskRunner
    relay: ChangeRelay
    window: QMainWindow
    toasts: ToastOverlay
    unlocking: KeptUnlocking

    def show(self, view: QWidget, width: int = 1200, height: int = 760) -> None:
        """Puts a page into the window."""
        self.window.setCentralWidget(view)
        self.window.resize(width, height)
        self.window.show()

    def said(self) -> list[str]:
        """What the toasts say."""
        return [strip_isolates(card.accessibleName()) for card in self.toasts.cards]


@contextmanager
def made_desk() -> Iterator[Desk]:
    """Makes an empty one."""
    fake, tasks, relay, window = FakeWorkspace(), TaskRunner(), ChangeRelay(), QMainWindow()
    fake.listeners.append(relay.hear)
    try:
        yield Desk(fake, tasks, relay, window, ToastOverlay(window), KeptUnlocking())
    finally:
        fake.granted.set()
        fake.pause_export.set()
        assert tasks.close()
        window.close()
