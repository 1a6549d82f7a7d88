"""What can be asked of the log."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from integration_console.domain.errors import ConnectionRefused, QueryNotUnderstood, SignatureInvalid
from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogFilter, LogPlace
from integration_console.domain.permissions import ROLE_RIGHTS, Role
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.operations import checks, connectors, logs, receiving, webhooks
from integration_console.operations.context import Context
from integration_console.storage.events import store_events
from integration_console.storage.log_rows import append_entries
from tests.builders import connector_draft, event_draft, log_draft
from tests.fakes import NOON, TurnableClock

ALL = LogFilter()


def test_pages_places_tails_and_counts_speak_of_the_same_entries(context: Context) -> None:
    for number in range(5):
        connectors.save_connector(context, connector_draft(name=str(number)))
    entries, position = logs.log_tail(context, ALL, 0, 100)
    page = logs.log_page(context, ALL, None, 2)
    assert (page.entries, position) == ((entries[4], entries[3]), logs.newest_position(context))
    assert logs.log_place(context, ALL, None, 2) == page.next == LogPlace(NOON, entries[3].id)
    assert (logs.log_count(context, ALL, 100), logs.log_detail(context, entries[0].id).entry) == (5, entries[0])
    assert logs.event_types(context) == ("connector.created",)
    upwards = logs.log_page(context, ALL, page.next, 2, newer=True)
    assert (upwards.entries, upwards.next) == ((entries[4],), None)
    assert logs.log_count(context, ALL, 100, newer_than=page.next) == 1


def test_a_query_knows_the_names_of_connectors_and_webhooks(context: Context) -> None:
    ops = connectors.save_connector(context, connector_draft())
    repo, _ = webhooks.save_webhook(context, WebhookDraft("Repo", Scheme.GITHUB))
    found = logs.log_page(context, LogFilter(query="connector:ops OR webhook:repo"), None, 9).entries
    assert {(each.connector_id, each.webhook_id) for each in found} == {(ops.id, ""), ("", repo.id)}
    with pytest.raises(QueryNotUnderstood):
        logs.log_page(context, LogFilter(query="connector:nobody"), None, 9)


@pytest.mark.embedded
def test_statistics_count_things_and_the_last_day(context: Context, clock: TurnableClock) -> None:
    ops = connectors.save_connector(context, connector_draft())
    idle = connectors.save_connector(context, connector_draft(name="Idle"))
    checks.remember_health(context, idle, "connector.check_failed", ConnectionRefused(host="x"), 1)
    connectors.switch_connector(context, idle.id, active=False)  # failing, but nobody counts on it
    checks.remember_health(context, ops, "connector.check_failed", ConnectionRefused(host="x"), 1)
    repo, _ = webhooks.save_webhook(context, WebhookDraft("Repo", Scheme.GITHUB))
    webhooks.save_webhook(context, WebhookDraft("Idle", Scheme.GITHUB))
    webhooks.switch_webhook(context, repo.id, active=False)
    clock.turn(hours=23)
    sent = event_draft(clock.now())
    context.store.write(lambda writing: store_events(writing, [sent, event_draft(clock.now(), event_key="k")]))
    again = event_draft(clock.now(), event_key=sent.event_key, webhook_id=sent.webhook_id)
    context.store.write(lambda writing: store_events(writing, [again]))
    receiving.refused(context, None, SignatureInvalid(), new_id())
    written = threading.Event()
    context.announcements.listen(lambda change: written.set() if change.position == 12 else None)
    assert context.store.writer.position == 12 or written.wait(5)
    found = logs.statistics(context)
    assert (found.connectors, found.active_connectors, found.failing_connectors) == (2, 1, 1)
    assert (found.webhooks, found.active_webhooks) == (2, 1)
    assert (found.events, found.duplicates, found.rejected, found.entries, found.errors) == (2, 1, 1, 12, 3)
    assert ([each.events for each in found.hours[-2:]], len(found.hours), found.newest_entry_id != "") == (
        [0, 2],
        24,
        True,
    )


@pytest.mark.parametrize("role", list(Role))
def test_words_are_found_in_payloads_by_those_who_may_read_them(context: Context, role: Role) -> None:
    drafts = [log_draft(payload='{"note":"kestrel"}'), log_draft(message="a kestrel")]
    context.store.write(lambda writing: append_entries(writing, drafts))
    asking = replace(context, rights=ROLE_RIGHTS[role])
    wanted = LogFilter(query="kestrel")
    reads = asking.rights.allows("payloads.read")
    found = {each.id for each in logs.log_page(asking, wanted, None, 9).entries}
    assert found == {each.id for each in (drafts if reads else drafts[1:])}
    assert logs.log_count(asking, wanted, 9) == len(logs.log_tail(asking, wanted, 0, 99)[0]) == len(found)
    without = logs.log_count(asking, LogFilter(query="-kestrel type:webhook.received"), 9)
    assert without == (0 if reads else 1)
