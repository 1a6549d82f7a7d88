"""A connector is checked, and shows what it would bring, before it is saved."""

from __future__ import annotations

import pytest

from integration_console.domain.connectors import CheckStage, Connector, ConnectorDraft
from integration_console.domain.errors import ActionUnavailable, InvalidInput, NotFound
from integration_console.domain.ids import new_id
from integration_console.domain.webhooks import EventState, Scheme, WebhookDraft
from integration_console.domain.work import Cancelled, UnattendedWork
from integration_console.operations import checks, connectors, webhooks
from integration_console.operations.access import ReceivedEvents
from integration_console.operations.context import Context
from integration_console.storage.events import store_events
from tests.builders import event_draft, logged, source_draft
from tests.fake_source import FakeSource
from tests.fakes import ImpatientWork


def test_a_draft_is_checked_and_nothing_of_it_is_kept(context: Context) -> None:
    told: list[CheckStage] = []
    report = checks.check_draft(context, source_draft(), UnattendedWork(), told.append)
    assert (report.passed, [each.detail for each in told]) == (True, ["tok-4711-secret"])
    assert (connectors.connectors(context), logged(context)) == ((), [])


def test_a_draft_of_a_stored_connector_is_checked_with_its_stored_secrets(context: Context, people: Connector) -> None:
    draft = source_draft(id=people.id, values={"address": "https://other.test"})
    report = checks.check_draft(context, draft, UnattendedWork(), lambda _: None)
    assert report.stages[0].detail == "tok-4711-secret"


def test_a_form_with_problems_is_not_tried(context: Context) -> None:
    faulty = source_draft(values={"address": "nowhere"})
    with pytest.raises(InvalidInput):
        checks.check_draft(context, faulty, UnattendedWork(), lambda _: None)
    with pytest.raises(InvalidInput):
        checks.preview(context, faulty, 5)


def test_a_check_of_a_draft_can_be_stopped(context: Context) -> None:
    with pytest.raises(Cancelled):
        checks.check_draft(context, source_draft(), ImpatientWork(0), lambda _: None)


def test_first_records_are_shown(context: Context, people: Connector, source: FakeSource) -> None:
    for name in "abc":
        source.put(name)
    shown = checks.preview(context, source_draft(id=people.id), 2)
    assert ([each["name"] for each in shown.records], shown.total_seen) == (["a", "b"], 3)


def test_a_type_without_a_preview_says_so(context: Context) -> None:
    values = {"address": "https://x.test", "token": "tok-4711"}
    with pytest.raises(ActionUnavailable):
        checks.preview(context, ConnectorDraft("fake", "Ops", values), 5)


def test_broken_types_are_named(context: Context) -> None:
    assert [(each.key, each.reason) for each in connectors.broken_types(context)] == list(context.types.broken)


def test_a_source_of_received_events_needs_a_webhook_that_exists(context: Context) -> None:
    events = ReceivedEvents(context)
    assert events.webhook_names() == {}
    with pytest.raises(NotFound):
        events.after(new_id(), 0, 10)


def test_received_events_come_in_the_order_of_their_commits(context: Context) -> None:
    repo, _ = webhooks.save_webhook(context, WebhookDraft("Repository", Scheme.GITHUB))
    bodies = (b'{"n":1}', b'{"n":2}' * 100, b'{"n":3}')
    drafts = [event_draft(webhook_id=repo.id, body=body) for body in bodies]
    held = event_draft(webhook_id=repo.id, state=EventState.HELD)
    context.store.write(lambda writing: store_events(writing, [*drafts, held]))
    events = ReceivedEvents(context)
    found = events.after(repo.id, 0, 10)
    assert [(each.id, each.body, each.event_type) for each in found] == [
        (draft.id, body, "push") for draft, body in zip(drafts, bodies, strict=True)
    ]
    assert events.after(repo.id, found[0].position, 1) == (found[1],)
    assert events.webhook_names() == {repo.id: "Repository"}
