"""What every gateway promises to window and command line: the same tests for each of them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from integration_console.domain.changes import Change, Subject
from integration_console.domain.connectors import Connector, ConnectorStatus, Health, Message
from integration_console.domain.errors import (
    ConsoleError,
    InvalidInput,
    NameTaken,
    NotFound,
    QueryNotUnderstood,
    WorkspaceHeld,
)
from integration_console.domain.ids import new_id
from integration_console.domain.log_figures import LogBar, LogDimension, LogSpan
from integration_console.domain.log_notes import LogNoteDraft, Mark
from integration_console.domain.logs import LogFilter, LogPage, LogPlace
from integration_console.domain.saved_filters import SavedFilterDraft
from integration_console.domain.webhooks import CreatedWebhook, Scheme, WebhookDraft, WebhookStatus
from integration_console.domain.work import UnattendedWork
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.holder_client import HeldWorkspaceGateway
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import OpenWorkspace, look_at_workspace
from integration_console.gateways.protocols import Gateway
from integration_console.operations import person_tokens, signing_keys
from integration_console.storage.events import store_events
from tests.builders import connector_draft, event_draft, opened_workspace, opening
from tests.fakes import NOON, PASSED, SENT, FakeKind
from tests.served import served, through_holder

BASE = "http://127.0.0.1:4711"
PASSPHRASE = "correct horse battery"
UNKNOWN = new_id()
EVENT = event_draft(body=b"\x00body")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenWorkspace]:
    with opened_workspace(tmp_path, own_types={"fake": FakeKind()}) as workspace:
        yield workspace


@pytest.fixture
def holder(opened: OpenWorkspace) -> Gateway:
    """The door of a program that holds the workspace."""
    return InProcessGateway(opened.context, lambda: ReceiverState(running=True, base_url=BASE))


@pytest.fixture
def held(opened: OpenWorkspace, tmp_path: Path) -> Iterator[Gateway]:
    """The door of a program that looks at the same workspace meanwhile."""
    looking = look_at_workspace(opening(tmp_path))
    yield HeldWorkspaceGateway(looking.context)
    looking.close()


@pytest.fixture(params=["in process", pytest.param("through the holder", marks=pytest.mark.embedded), "service"])
def gateway(
    request: pytest.FixtureRequest, opened: OpenWorkspace, holder: Gateway, tmp_path: Path
) -> Iterator[Gateway]:
    """Every gateway that may change something, in turn."""
    if request.param == "in process":
        yield holder
    elif request.param == "through the holder":
        with through_holder(opened, tmp_path) as held:
            yield held
    else:
        with served(opened) as remote:
            yield remote


@pytest.fixture(params=["in process", pytest.param("held", marks=pytest.mark.embedded), "service"])
def reader(request: pytest.FixtureRequest, opened: OpenWorkspace, holder: Gateway) -> Iterator[Gateway]:
    """Every gateway in turn."""
    if request.param == "service":
        with served(opened) as remote:
            yield remote
    else:
        yield holder if request.param == "in process" else request.getfixturevalue("held")


@pytest.fixture
def ops(holder: Gateway) -> Connector:
    return holder.save_connector(connector_draft())


@pytest.fixture
def repo(holder: Gateway) -> CreatedWebhook:
    return holder.save_webhook(WebhookDraft("Repo", Scheme.GITHUB, event_filter=("push",)))


# ------------------------------------------------------------------------------------------------------------- reading
def test_types_are_listed(reader: Gateway) -> None:
    titles = [each.title for each in reader.connector_types()]
    assert titles == sorted(titles)
    assert {"slack", "odoo", "google_workspace", "fake"} <= {each.key for each in reader.connector_types()}
    assert reader.broken_types() == ()


def test_connectors_are_listed_and_found(reader: Gateway, ops: Connector) -> None:
    assert (reader.connectors(), reader.connector(ops.id)) == ((ops,), ops)


def test_webhooks_are_listed_with_their_addresses(reader: Gateway, repo: CreatedWebhook) -> None:
    assert reader.webhooks() == (repo.webhook,)
    assert reader.webhook_url(repo.webhook.id).endswith(f"/functions/v1/webhook-receiver/{repo.webhook.id}")


@pytest.mark.embedded
def test_the_log_is_paged_followed_counted_and_searched(
    ops: Connector, repo: CreatedWebhook, holder: Gateway, reader: Gateway
) -> None:
    everything = LogFilter(query="created")
    entries, position = reader.log_tail(everything, 0)
    assert [each.event_type for each in entries] == ["connector.created", "webhook.created"]
    assert (position, reader.newest_position()) == (holder.newest_position(), holder.newest_position())
    assert reader.log_count(everything) == 2
    page = reader.log_page(everything, limit=1)
    assert (page.entries, page.next) == ((entries[1],), reader.log_place(everything, None, 1))
    assert reader.log_page(everything, page.next).entries == (entries[0],)
    assert reader.log_place(everything, None, 100) is None
    upwards = reader.log_page(everything, limit=1, newer=True)
    assert (upwards.entries, upwards.next) == ((entries[0],), LogPlace(entries[0].created_at, entries[0].id))
    assert reader.log_page(everything, upwards.next, newer=True) == LogPage((entries[1],), None)
    assert [reader.log_count(everything, newer_than=each) for each in (upwards.next, page.next, None)] == [1, 0, 2]
    assert reader.log_detail(entries[0].id).entry == entries[0]
    assert {"connector.created", "webhook.created"} <= set(reader.event_types())
    assert reader.log_page(LogFilter(query="connector:ops -type:webhook.*")).entries == (entries[0],)
    with pytest.raises(QueryNotUnderstood) as caught:
        reader.log_count(LogFilter(query="created colour:red"))
    assert caught.value.params == {"part": "colour:red", "position": "8"}
    with pytest.raises(InvalidInput):
        reader.log_count(LogFilter(query="2026-11-05", time_zone="Nowhere/At all"))


@pytest.mark.embedded
def test_the_log_is_added_up(ops: Connector, repo: CreatedWebhook, reader: Gateway) -> None:
    since, until = NOON.replace(hour=0), NOON.replace(hour=23)
    by_connector = reader.log_figures(LogSpan(since, until))
    assert [(each.value, each.figures.success) for each in by_connector.parts] == [(ops.id, 1)]
    by_type = {each.value: each.figures for each in reader.log_figures(LogSpan(since, until, LogDimension.TYPE)).parts}
    assert {"connector.created", "webhook.created"} <= set(by_type)
    assert reader.log_figures(LogSpan(since, until, LogDimension.KEY)).parts == ()
    with pytest.raises(InvalidInput):
        reader.log_figures(LogSpan(until, since))
    bars = reader.log_histogram(LogFilter(query="created", since=since, until=until), 12)
    assert (bars.seconds, len(bars.bars), sum(each.success for each in bars.bars)) == (7200, 12, 2)
    assert reader.log_histogram(LogFilter(event_type="connector.created", since=since, until=until), 12).bars == tuple(
        LogBar(since + timedelta(hours=2 * number), success=int(number == 6)) for number in range(12)
    )


def test_notes_and_saved_filters_are_kept_and_found(gateway: Gateway, ops: Connector) -> None:
    (entry,) = gateway.log_page(LogFilter(query="type:connector.created")).entries
    note = gateway.save_log_note(LogNoteDraft(entry.id, Mark.BLUE, "why?"))
    assert note is not None
    assert (gateway.log_notes([entry.id]), note.text) == ((note,), "why?")
    kept = gateway.save_filter(SavedFilterDraft("noted", "has:note"))
    assert gateway.saved_filters() == (kept,)
    assert gateway.log_page(LogFilter(query="filter:noted")).entries == (entry,)
    changed = gateway.save_filter(SavedFilterDraft("noted", "-has:note", kept.id))
    assert (changed.id, gateway.log_count(LogFilter(query="filter:noted type:connector.*"))) == (kept.id, 0)
    with pytest.raises(NameTaken):
        gateway.save_filter(SavedFilterDraft("NOTED", "status:error"))
    gateway.remove_filter(kept.id)
    assert gateway.save_log_note(LogNoteDraft(entry.id)) is None
    assert (gateway.log_notes([entry.id]), gateway.saved_filters()) == ((), ())
    with pytest.raises(NotFound):
        gateway.remove_filter(kept.id)
    with pytest.raises(NotFound):
        gateway.save_log_note(LogNoteDraft(UNKNOWN, Mark.RED))


def test_events_are_listed_with_their_bodies(reader: Gateway, opened: OpenWorkspace) -> None:
    opened.context.store.write(lambda writing: store_events(writing, [EVENT]))
    (event,) = reader.last_events(EVENT.webhook_id)
    assert (event.id, reader.event_body(event.id)) == (EVENT.id, b"\x00body")


def test_statistics_count_what_is_there(ops: Connector, repo: CreatedWebhook, holder: Gateway, reader: Gateway) -> None:
    found = reader.statistics()
    assert (found.connectors, found.webhooks, found.hours[-1].hour) == (1, 1, NOON)
    assert found == holder.statistics()


def test_what_is_unknown_is_not_found(reader: Gateway) -> None:
    for ask in (reader.connector, reader.event_body, reader.log_detail):
        with pytest.raises(NotFound):
            ask(UNKNOWN)


@pytest.mark.embedded
def test_the_workspace_says_how_it_is(reader: Gateway, tmp_path: Path) -> None:
    found = reader.workspace()
    assert (found.name, found.path, found.protected) == ("console", str(tmp_path / "console.db"), True)
    assert len(found.holders) == 2


# ------------------------------------------------------------------------------------------------------------- changing
def test_a_connector_is_changed_checked_used_and_removed(gateway: Gateway, ops: Connector) -> None:
    assert gateway.save_connector(connector_draft(id=ops.id, name="New")).name == "New"
    assert gateway.check_connector(ops.id, UnattendedWork(), lambda _: None).stages == (PASSED,)
    assert gateway.notify(ops.id, Message("x")) == SENT
    assert gateway.switch_connector(ops.id, active=False).status is ConnectorStatus.INACTIVE
    assert gateway.connector(ops.id).health is Health.GOOD
    gateway.remove_connector(ops.id)
    assert gateway.connectors() == ()


def test_a_webhook_is_shown_rotated_paused_and_removed(gateway: Gateway, repo: CreatedWebhook) -> None:
    identifier = repo.webhook.id
    assert gateway.webhook_url(identifier).endswith(f"/functions/v1/webhook-receiver/{identifier}")
    assert gateway.webhook_secret(identifier) == repo.secret
    assert gateway.rotate_webhook(identifier).secret == gateway.webhook_secret(identifier) != repo.secret
    assert gateway.switch_webhook(identifier, active=False).status is WebhookStatus.PAUSED
    gateway.remove_webhook(identifier)
    assert gateway.webhooks() == ()


def test_faulty_input_is_refused(gateway: Gateway, ops: Connector, repo: CreatedWebhook) -> None:
    with pytest.raises(InvalidInput):
        gateway.save_connector(connector_draft(name=""))
    with pytest.raises(InvalidInput):
        gateway.save_webhook(WebhookDraft("", Scheme.GITHUB))
    with pytest.raises(NameTaken):
        gateway.save_connector(connector_draft())
    with pytest.raises(NameTaken):
        gateway.save_webhook(WebhookDraft("Repo", Scheme.GITHUB))


@pytest.mark.parametrize("gateway", ["in process", "service"], indirect=True)
def test_listeners_hear_of_changes_until_they_stop(gateway: Gateway) -> None:
    heard: list[Change] = []
    news = threading.Condition()

    def hear(change: Change) -> None:
        with news:
            heard.append(change)
            news.notify()

    def subjects(*, told_where: bool) -> bool:
        return {Subject.WEBHOOKS, Subject.LOGS} <= {each.subject for each in heard if each.position or not told_where}

    end = gateway.on_change(hear)
    gateway.save_webhook(WebhookDraft("A", Scheme.GITHUB))
    with news:  # whoever begins to listen over a network while this happens hears that anything may have changed
        assert news.wait_for(lambda: subjects(told_where=False), 10)
    gateway.save_webhook(WebhookDraft("B", Scheme.GITHUB))
    with news:
        assert news.wait_for(lambda: subjects(told_where=True), 10)
    end()
    count = len(heard)
    gateway.save_webhook(WebhookDraft("C", Scheme.GITHUB))
    assert len(heard) == count


@pytest.mark.parametrize("door", ["in process", "service"])
def test_a_workspace_is_protected_and_unlocked(tmp_path: Path, door: str) -> None:
    with opened_workspace(tmp_path, protected=False) as opened, ExitStack() as stack:
        gateway: Gateway = InProcessGateway(opened.context, lambda: ReceiverState(running=False))
        if door == "service":
            gateway = stack.enter_context(served(opened))
        code = gateway.protect("amina").recovery_code
        gateway.add_passphrase(PASSPHRASE)
        for typed in (code, PASSPHRASE):
            opened.context.vault._data_key = None
            gateway.unlock(typed)
            assert gateway.workspace().unlocked


@pytest.mark.embedded
def test_one_who_looks_changes_nothing_and_is_told_who_may(held: Gateway, ops: Connector, repo: CreatedWebhook) -> None:
    webhook = repo.webhook.id
    held.unlock("whatever")
    changes: list[Callable[[], object]] = [
        lambda: held.save_connector(connector_draft(name="Two")),
        lambda: held.check_connector(ops.id, UnattendedWork(), lambda _: None),
        lambda: held.switch_connector(ops.id, active=False),
        lambda: held.notify(ops.id, Message("x")),
        lambda: held.remove_connector(ops.id),
        lambda: held.save_webhook(WebhookDraft("Two", Scheme.GITHUB)),
        lambda: held.webhook_secret(webhook),
        lambda: held.rotate_webhook(webhook),
        lambda: held.switch_webhook(webhook, active=False),
        lambda: held.remove_webhook(webhook),
        lambda: held.protect("eve"),
        lambda: held.add_passphrase(PASSPHRASE),
    ]
    refusals: list[type[ConsoleError]] = []
    for change in changes:
        with pytest.raises(WorkspaceHeld) as caught:
            change()
        refusals.append(caught.type)
    assert (len(refusals), held.connectors(), held.webhooks()) == (12, (ops,), (repo.webhook,))


def test_the_signing_key_is_rotated(gateway: Gateway, opened: OpenWorkspace) -> None:
    gateway.rotate_signing_key()
    first = [person_tokens.key_id(each) for each in signing_keys.signing_keys(opened.context)]
    gateway.rotate_signing_key(at_once=True)
    after = [person_tokens.key_id(each) for each in signing_keys.signing_keys(opened.context)]
    assert (len(first), len(after), set(first) & set(after)) == (2, 1, set())
