"""Events of an incoming webhook as records: what is their id, what is kept, and where the next sync goes on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from integration_console.connectors.webhook_source import WebhookConnectorType
from integration_console.domain.access import StoredEvent
from integration_console.domain.connectors import CheckReport, ConnectorDraft, Stage
from integration_console.domain.errors import InvalidInput, NotFound, SyncUnavailable
from integration_console.domain.forms import Value
from integration_console.domain.records import RecordFilter
from integration_console.domain.streams import SyncMode, SyncRequest
from integration_console.domain.syncs import RunCounts, RunRequest
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.domain.work import Cancelled, UnattendedWork
from integration_console.operations import connectors, records, webhooks
from integration_console.storage import events as event_rows
from tests.builders import event_draft, opened_workspace, synced
from tests.fakes import NOON, ImpatientWork, access
from tests.page_store import PageStore

FULL, INCREMENTAL, RECONCILE = SyncMode.FULL, SyncMode.INCREMENTAL, SyncMode.RECONCILE


@dataclass
class Received:
    """The events of two webhooks, in the order of their arrival; positions have gaps, as in a workspace."""

    events: dict[str, list[StoredEvent]] = field(default_factory=lambda: {"w1": [], "w2": []})

    def add(self, body: Any, webhook: str = "w1", event_type: str = "order") -> StoredEvent:
        position = 3 * sum(map(len, self.events.values())) + 5
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        event = StoredEvent(position, f"e{position}", event_type, NOON, content)
        self.events[webhook].append(event)
        return event

    def after(self, webhook_id: str, position: int, limit: int) -> tuple[StoredEvent, ...]:
        return tuple(each for each in self.events[webhook_id] if each.position > position)[:limit]

    def webhook_names(self) -> Mapping[str, str]:
        return {"w1": "Orders", "w2": "Others"}


@dataclass
class Kept:
    """A webhook connector, and what a store keeps of it."""

    received: Received = field(default_factory=Received)
    values: dict[str, Value] = field(default_factory=lambda: {"webhook": "Orders", "id_path": "data.id"})
    store: PageStore = field(default_factory=PageStore)
    kind: WebhookConnectorType = field(default_factory=WebhookConnectorType)

    def sync(self, mode: SyncMode, pages: int | None = None) -> list[tuple[str, str]]:
        if self.store.checkpoint is None:
            self.store.begin()
        request = SyncRequest("events", mode, self.store.cursor, self.store.checkpoint)
        whole = self.kind.sync(access(self.values, events=self.received), request, UnattendedWork())
        self.store.take(islice(whole, pages))
        if pages is None:
            self.store.checkpoint = None
        return self.store.changes

    def check(self) -> CheckReport:
        return CheckReport(tuple(self.kind.check(access(self.values, events=self.received), UnattendedWork())))


@pytest.fixture
def kept() -> Kept:
    return Kept()


def test_each_event_becomes_a_record_and_a_later_one_replaces_it(kept: Kept) -> None:
    kept.received.add({"data": {"id": 7, "total": 10}})
    kept.received.add({"data": {"id": "a", "total": 20}})
    assert kept.sync(FULL) == [("added", "7"), ("added", "a")]
    kept.received.add({"data": {"id": 7, "total": 11}})
    kept.received.add({"data": {"id": 8}}, webhook="w2")
    assert kept.sync(INCREMENTAL) == [("updated", "7")]
    assert kept.store.records["7"].content == {"data": {"id": 7, "total": 11}}
    assert kept.sync(INCREMENTAL) == []


def test_within_a_page_the_last_event_of_an_id_counts(kept: Kept) -> None:
    kept.values = {**kept.values, "removed_path": "gone"}
    kept.received.add({"data": {"id": 1}})
    kept.received.add({"data": {"id": 2}})
    kept.received.add({"data": {"id": 1}, "gone": True})
    kept.received.add({"data": {"id": 2}, "gone": True})
    kept.received.add({"data": {"id": 2, "again": True}})
    assert kept.sync(FULL) == [("added", "2")]
    assert kept.store.records["2"].content == {"data": {"id": 2, "again": True}}


def test_an_event_that_says_so_removes_its_record(kept: Kept) -> None:
    kept.values = {**kept.values, "removed_path": "event == 'deleted'"}
    kept.received.add({"data": {"id": 1}})
    kept.sync(FULL)
    kept.received.add({"data": {"id": 1}, "event": "deleted"})
    assert kept.sync(INCREMENTAL) == [("deleted", "1")]


def test_an_event_without_the_id_keeps_its_own(kept: Kept) -> None:
    event = kept.received.add({"data": {}})
    kept.sync(FULL)
    assert list(kept.store.records) == [event.id]


@pytest.mark.parametrize(
    ("body", "content"),
    [
        (b"plain words", {"text": "plain words"}),
        (b"\xff\xfe", {"text": "\ufffd\ufffd"}),
        (b"[" * 100_000, {"text": "[" * 100_000}),
        (b"[1, 2]", {"value": [1, 2]}),
        (b'{"a": "\xd8\xb3"}', {"a": "س"}),
    ],
)
def test_a_body_is_kept_whatever_it_is(kept: Kept, body: bytes, content: dict[str, Any]) -> None:
    kept.values = {"webhook": "w1"}
    kept.received.add(body)
    kept.sync(FULL)
    assert [each.content for each in kept.store.records.values()] == [content]


@pytest.mark.parametrize(
    ("path", "title"), [("", "order"), ("data.name", "Desk"), ("data.tags", '["a"]'), ("data.nothing", "order")]
)
def test_a_title_is_what_its_path_finds_or_the_event_s_type(kept: Kept, path: str, title: str) -> None:
    kept.values = {**kept.values, "title_path": path, "content_path": "data.tags"}
    kept.received.add({"data": {"id": 1, "name": "Desk", "tags": ["a"]}})
    kept.sync(FULL)
    assert (kept.store.records["1"].title, kept.store.records["1"].content) == (title, {"value": ["a"]})


def test_many_events_come_in_pages_and_an_interrupted_run_goes_on(kept: Kept) -> None:
    for number in range(450):
        kept.received.add({"data": {"id": number}})
    kept.sync(FULL, pages=1)
    assert (len(kept.store.records), kept.store.cursor) == (200, None)
    kept.sync(FULL)
    assert [len(page.records) for page in kept.store.pages] == [200, 200, 50]
    assert len(kept.store.records) == 450


def test_another_webhook_is_read_from_its_beginning(kept: Kept) -> None:
    kept.received.add({"data": {"id": 1}})
    kept.received.add({"data": {"id": 2}}, webhook="w2")
    kept.sync(FULL)
    kept.values = {**kept.values, "webhook": "Others"}
    assert kept.sync(INCREMENTAL) == [("added", "2"), ("deleted", "1")]


def test_a_webhook_that_is_not_there_is_not_found(kept: Kept) -> None:
    kept.values = {"webhook": "Nobody"}
    with pytest.raises(NotFound):
        kept.sync(FULL)
    failure = kept.check().failure
    assert failure is not None
    assert (failure.stage, type(failure.error)) == (Stage.PERMISSION, NotFound)


def test_its_check_needs_no_network(kept: Kept) -> None:
    assert [each.outcome.value for each in kept.check().stages] == ["skipped"] * 4 + ["passed", "skipped"]
    for number in range(700):
        kept.received.add({"data": {"id": number}}, event_type=f"order {number}")
    report = kept.check()
    assert [each.detail for each in report.stages[4:]] == ["Orders", "order 699"]
    kept.values = {**kept.values, "removed_path": "data"}
    assert kept.check().stages[-1].detail == "699"


def test_a_form_that_cannot_be_is_refused(kept: Kept) -> None:
    kept.values = {"webhook": "", "id_path": "["}
    assert [each.field for each in kept.kind.problems(kept.values)] == ["webhook", "id_path"]
    assert isinstance(kept.check().stages[0].error, InvalidInput)
    for use in (lambda: kept.sync(FULL), lambda: kept.kind.preview(access(kept.values), 3)):
        with pytest.raises(InvalidInput):
            use()


def test_another_stream_cannot_be_synced(kept: Kept) -> None:
    with pytest.raises(SyncUnavailable):
        list(kept.kind.sync(access(kept.values), SyncRequest("others", FULL), UnattendedWork()))
    assert [stream.modes for stream in kept.kind.streams({})] == [(FULL, INCREMENTAL)]


def test_a_run_that_nobody_wants_stops(kept: Kept) -> None:
    request = SyncRequest("events", FULL)
    with pytest.raises(Cancelled):
        list(kept.kind.sync(access(kept.values, events=kept.received), request, ImpatientWork(0)))


def test_the_first_bodies_are_shown(kept: Kept) -> None:
    kept.received.add({"a": 1})
    kept.received.add([1])
    kept.received.add({"b": 1})
    shown = kept.kind.preview(access(kept.values, events=kept.received), 2)
    assert (shown.records, shown.total_seen) == (({"a": 1}, {"value": [1]}), 2)


def test_a_foreign_cursor_counts_for_nothing(kept: Kept) -> None:
    kept.received.add({"data": {"id": 1}})
    kept.store.cursor = {"webhook": "w1", "position": True}
    assert kept.sync(INCREMENTAL) == [("added", "1")]


def test_events_of_a_real_webhook_reach_the_store(tmp_path: Path) -> None:
    with opened_workspace(tmp_path, own_types={"webhook": WebhookConnectorType()}) as opened:
        context = opened.context
        hook, _ = webhooks.save_webhook(context, WebhookDraft("Orders", Scheme.GITHUB))
        drafts = [event_draft(webhook_id=hook.id, body=json.dumps({"id": number}).encode()) for number in (1, 2)]
        context.store.write(lambda writing: event_rows.store_events(writing, drafts))
        orders = connectors.save_connector(
            context, ConnectorDraft("webhook", "Orders", {"webhook": "Orders", "id_path": "id"})
        )
        assert synced(context, RunRequest(orders.id, FULL)).counts == RunCounts(added=2, pages=1)
        assert synced(context, RunRequest(orders.id, INCREMENTAL)).counts == RunCounts(pages=1)
        page = records.record_page(context, RecordFilter(orders.id, "events"))
        assert {each.external_id for each in page.records} == {"1", "2"}
