"""Sending a message, and what is kept of it."""

from __future__ import annotations

import json

import pytest

from integration_console.domain.connectors import Connector, Health, Message, Receipt
from integration_console.domain.errors import (
    ActionUnavailable,
    ConsoleError,
    RemoteError,
    SlackBlocksTooMany,
    SlackMessageRefused,
    SlackSignInFailed,
    TimedOut,
)
from integration_console.operations import connectors, logs, messages
from integration_console.operations.context import Context
from tests.builders import connector_draft, last_logged
from tests.fakes import SENT, FakeKind


@pytest.fixture
def ops(context: Context) -> Connector:
    return connectors.save_connector(context, connector_draft())


def test_a_message_is_sent_with_the_opened_settings_and_a_reference(
    context: Context, ops: Connector, kind: FakeKind
) -> None:
    assert messages.notify(context, ops.id, Message("hello")) == SENT
    ((settings, message, reference),) = kind.sent
    assert (settings["token"], message, last_logged(context).correlation_id) == (
        "tok-4711-secret",
        Message("hello"),
        reference,
    )


def test_a_sent_message_makes_the_connector_healthy(context: Context, ops: Connector) -> None:
    messages.notify(context, ops.id, Message("hello"))
    entry = last_logged(context)
    assert (entry.message, entry.connector_id, entry.duration_ms is not None) == (
        "Ops sent a message to #ops",
        ops.id,
        True,
    )
    assert connectors.connector(context, ops.id).health is Health.GOOD


@pytest.mark.parametrize(("asked", "answered", "shown"), [("#x", "C1", "#x"), ("#x", "", "#x"), ("", "", "#ops")])
def test_the_log_names_the_channel_as_well_as_it_is_known(
    context: Context, ops: Connector, kind: FakeKind, asked: str, answered: str, shown: str
) -> None:
    kind.outcome = Receipt(answered)
    messages.notify(context, ops.id, Message("x", asked))
    assert last_logged(context).params["channel"] == shown


@pytest.mark.parametrize(("answered", "shown"), [("", "—"), ("C1", "C1")])
def test_a_connector_without_a_channel_shows_what_came_back(
    context: Context, kind: FakeKind, answered: str, shown: str
) -> None:
    values = {"address": "https://fake.test", "token": "tok-4711-secret", "channel": ""}
    ops, kind.outcome = connectors.save_connector(context, connector_draft(values=values)), Receipt(answered)
    messages.notify(context, ops.id, Message("x"))
    assert last_logged(context).params["channel"] == shown


@pytest.mark.parametrize("error", [SlackSignInFailed(reason="invalid_auth"), TimedOut(host="fake.test", seconds=10)])
def test_a_system_that_fails_makes_the_connector_unhealthy(
    context: Context, ops: Connector, kind: FakeKind, error: RemoteError
) -> None:
    kind.outcome = error
    with pytest.raises(type(error)):
        messages.notify(context, ops.id, Message("x"))
    entry = last_logged(context)
    assert (entry.event_type, entry.error_code, entry.message) == (
        "message.failed",
        error.code,
        f"Ops could not send a message: {error.title}",
    )
    assert connectors.connector(context, ops.id).health_code == error.code


@pytest.mark.parametrize(
    "error", [SlackBlocksTooMany(place="blocks", count=51, limit=50), SlackMessageRefused(reason="x")]
)
def test_a_faulty_message_says_nothing_about_the_connector(
    context: Context, ops: Connector, kind: FakeKind, error: ConsoleError
) -> None:
    kind.outcome = error
    with pytest.raises(type(error)):
        messages.notify(context, ops.id, Message("x"))
    assert last_logged(context).error_code == error.code
    assert connectors.connector(context, ops.id).health is Health.UNKNOWN


def test_an_inactive_connector_sends_nothing(context: Context, ops: Connector, kind: FakeKind) -> None:
    connectors.switch_connector(context, ops.id, active=False)
    with pytest.raises(ActionUnavailable):
        messages.notify(context, ops.id, Message("x"))
    assert kind.sent == []


def test_a_type_that_cannot_send_says_so(context: Context, ops: Connector, kind: FakeKind) -> None:
    kind.actions = ()
    with pytest.raises(ActionUnavailable):
        messages.notify(context, ops.id, Message("x"))


def test_the_log_keeps_the_message_without_the_secret_that_it_names(context: Context, ops: Connector) -> None:
    messages.notify(context, ops.id, Message("my token is tok-4711-secret", blocks=({"type": "divider"},)))
    payload = logs.log_detail(context, last_logged(context).id).payload
    assert json.loads(payload) == {"text": "my token is ••••••", "blocks": [{"type": "divider"}]}


@pytest.mark.parametrize("strange", [2**70, "\ud800", float("inf")])
def test_whatever_json_holds_can_be_kept(context: Context, ops: Connector, strange: object) -> None:
    assert messages.notify(context, ops.id, Message("x", blocks=({"value": strange},))) == SENT  # type: ignore[dict-item]
    assert last_logged(context).event_type == "message.sent"
