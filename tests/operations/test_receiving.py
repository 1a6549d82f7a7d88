"""From a received request to an event that can be stored, or to the reason of a refusal."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import TypeVar, cast

import pytest

from integration_console.domain.clock import microseconds
from integration_console.domain.errors import (
    BodyNotJson,
    ConsoleError,
    QueueFull,
    SignatureInvalid,
    UnknownWebhook,
    VaultLocked,
    WebhookRemoved,
)
from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogStatus
from integration_console.domain.webhooks import EventState, Scheme, Webhook, WebhookDraft, WebhookStatus
from integration_console.operations import receiving, webhooks
from integration_console.operations.armoury import Armed, Armoury
from integration_console.operations.context import Context
from integration_console.operations.organisations import OneOrganisation
from integration_console.operations.receiving import Arrival, Filtered
from integration_console.storage.events import EventDraft
from integration_console.storage.transaction import Reading
from tests.builders import DAY, SECRET, github_headers, webhook
from tests.fakes import NOON, KeptLog

T = TypeVar("T")
BODY = b'{"ref":"main"}'
REPO = webhook()
TENANT = new_id()
CONTEXT = cast("Context", SimpleNamespace(store=SimpleNamespace(tenant_id=TENANT)))


def arrival(body: bytes = BODY, secret: str = SECRET, **headers: str) -> Arrival:
    return Arrival(tuple({**github_headers(body, secret, delivery="d-1"), **headers}.items()), body)


def armed(about: Webhook = REPO, *secrets: tuple[str, float | None]) -> Armed:
    return Armed(CONTEXT, about, secrets or ((SECRET, None),))


def admitted(about: Webhook = REPO, **headers: str) -> EventDraft:
    found = receiving.admit(armed(about), arrival(BODY, SECRET, **headers), NOON)
    assert isinstance(found, EventDraft)
    return found


def test_a_verified_request_becomes_an_event() -> None:
    draft = admitted()
    assert (draft.webhook_id, draft.event_type, draft.event_key, draft.body) == (REPO.id, "push", "d-1", BODY)
    assert (draft.received_at, draft.expires_at) == (microseconds(NOON), microseconds(NOON) + 35 * DAY)
    assert (draft.state, draft.content_type, draft.tenant_id) == (EventState.ACCEPTED, "application/json", TENANT)


def test_its_log_entries_tell_what_happened() -> None:
    draft = admitted()
    first, again = draft.received, draft.duplicate()
    assert (first.event_type, first.status, first.message) == (
        "webhook.received",
        LogStatus.SUCCESS,
        "“push” arrived at Repository",
    )
    assert (first.event_id, first.correlation_id, first.webhook_id) == (draft.id, draft.id, REPO.id)
    assert (again.event_type, again.status, again.event_id) == ("webhook.duplicate", LogStatus.INFO, "")


def test_credentials_in_headers_are_not_kept() -> None:
    kept = dict(json.loads(admitted(authorization="Bearer geheim").headers))
    assert (kept["authorization"], kept["x-github-event"]) == ("••••••", "push")


def test_a_paused_webhook_holds_its_events() -> None:
    draft = admitted(replace(REPO, status=WebhookStatus.PAUSED))
    assert (draft.state, draft.received.event_type) == (EventState.HELD, "webhook.held")


def test_what_the_filter_does_not_want_is_verified_and_left_out() -> None:
    picky = armed(replace(REPO, event_filter=("issues",)))
    found = receiving.admit(picky, arrival(), NOON)
    assert isinstance(found, Filtered)
    assert found.event_type == "push"
    with pytest.raises(SignatureInvalid):
        receiving.admit(picky, arrival(secret="wrong"), NOON)


def test_an_old_secret_counts_until_its_end() -> None:
    until = (NOON + timedelta(hours=24)).timestamp()
    rotated = armed(REPO, ("a-new-secret", None), (SECRET, until))
    assert isinstance(receiving.admit(rotated, arrival(), NOON), EventDraft)
    with pytest.raises(SignatureInvalid):
        receiving.admit(rotated, arrival(), NOON + timedelta(hours=24))


def test_a_missing_header_is_empty() -> None:
    assert (arrival().header("x-github-event"), arrival().header("x-other")) == ("push", "")


@pytest.mark.parametrize("found", [b'{"webhook_id":"w-1"}', b'{"data":{},"webhook_id":"w-1","event":"x"}'])
def test_the_body_form_names_its_webhook(found: bytes) -> None:
    assert receiving.webhook_of_body(found) == "w-1"


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"{}", b'{"webhook_id":7}', b'{"webhook_id":""}', b"\xff", b"[" * 9999,
             b'{"webhook_id":"' + b"x" * 65 + b'"}'],
)  # fmt: skip
def test_a_body_without_a_webhook_is_refused(body: bytes) -> None:
    with pytest.raises(BodyNotJson):
        receiving.webhook_of_body(body)


def test_a_batch_is_halved_without_losing_any() -> None:
    drafts = [admitted() for _ in range(5)]
    left, right = receiving.halves(drafts)
    assert [*left, *right] == drafts


@pytest.fixture
def saved(context: Context) -> Webhook:
    return webhooks.save_webhook(context, WebhookDraft("Repo", Scheme.GITHUB, secret=SECRET))[0]


def test_a_webhook_comes_at_hand_with_its_secrets(context: Context, saved: Webhook) -> None:
    armoury = Armoury(OneOrganisation(context))
    assert armoury.at_hand(saved.id) is None
    assert armoury.find(saved.id) == armoury.at_hand(saved.id) == Armed(context, saved, ((SECRET, None),))


def test_a_forgotten_webhook_is_read_again(context: Context, saved: Webhook) -> None:
    armoury = Armoury(OneOrganisation(context))
    armoury.find(saved.id)
    webhooks.remove_webhook(context, saved.id)
    armoury.forget()
    assert armoury.at_hand(saved.id) is None
    with pytest.raises(WebhookRemoved):
        armoury.find(saved.id)


def test_a_webhook_read_before_a_change_does_not_stay_at_hand(context: Context, saved: Webhook) -> None:
    changing = Changing(context)
    armoury = Armoury(OneOrganisation(replace(context, store=changing)))  # type: ignore[arg-type]
    changing.change = armoury.forget
    armoury.find(saved.id)
    assert armoury.at_hand(saved.id) is None


def test_other_ways_to_write_an_id_do_not_fill_the_memory(context: Context, saved: Webhook) -> None:
    armoury = Armoury(OneOrganisation(context))
    for written in (saved.id.upper(), saved.id.replace("-", "")):
        assert armoury.find(written).webhook == saved
    assert list(armoury._known) == [saved.id]


@pytest.mark.parametrize("webhook_id", [new_id(), "nonsense", "é", "../x"])
def test_an_unknown_webhook_is_unknown(context: Context, webhook_id: str) -> None:
    with pytest.raises(UnknownWebhook):
        Armoury(OneOrganisation(context)).find(webhook_id)


def test_a_locked_vault_arms_nobody(context: Context, saved: Webhook) -> None:
    context.vault._data_key = None
    with pytest.raises(VaultLocked):
        Armoury(OneOrganisation(context)).find(saved.id)


@pytest.mark.parametrize(("error", "status"), [(SignatureInvalid(), LogStatus.ERROR), (QueueFull(), LogStatus.WARNING)])
def test_a_refusal_is_logged_with_its_reason(context: Context, error: ConsoleError, status: LogStatus) -> None:
    log, cause = KeptLog(), new_id()
    receiving.refused(replace(context, flusher=log), REPO, error, cause)
    (draft,) = log.drafts
    assert (draft.status, draft.error_code, draft.webhook_id, draft.correlation_id) == (
        status,
        error.code,
        REPO.id,
        cause,
    )
    assert draft.message == f"A request to Repository was refused: {error.title}"


def test_a_refusal_by_nobody_s_address_names_no_webhook(context: Context) -> None:
    log = KeptLog()
    receiving.refused(replace(context, flusher=log), None, UnknownWebhook(), new_id())
    assert (log.drafts[0].webhook_id, log.drafts[0].params) == ("", {"webhook": "—"})


def test_what_the_filter_left_out_is_logged(context: Context) -> None:
    log = KeptLog()
    receiving.filtered_out(replace(context, flusher=log), REPO, Filtered("push", new_id()))
    (draft,) = log.drafts
    assert (draft.status, draft.topic, draft.message) == (
        LogStatus.INFO,
        "push",
        "“push” arrived at Repository and was filtered out",
    )


class Changing:
    """A store in which the secrets change while they are being read."""

    def __init__(self, context: Context) -> None:
        self._store = context.store
        self.holder = context.store.holder
        self.change: Callable[[], None] = lambda: None

    def read(self, work: Callable[[Reading], T]) -> T:
        found = self._store.read(work)
        self.change()
        return found
