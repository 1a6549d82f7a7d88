"""What senders are answered whose events are taken, and the log entry that each leaves."""

from __future__ import annotations

import httpx

from integration_console.domain.changes import Change, Subject
from integration_console.domain.webhooks import EventState, Scheme, Webhook, WebhookDraft
from integration_console.operations import holders, webhooks, workspace
from integration_console.operations.context import Context
from tests.builders import SECRET, github_headers
from tests.fakes import TurnableClock
from tests.service.conftest import BODY_CAP
from tests.service.senders import BODY, PATH, outcome, post


def test_a_signed_event_is_stored_and_then_answered(client: httpx.Client, context: Context, repo: Webhook) -> None:
    answer = post(client, repo.id)
    (event,) = webhooks.last_events(context, repo.id, 9)
    assert (answer.status_code, answer.json()) == (
        202,
        {"status": "accepted", "event_id": event.id, "correlation_id": event.correlation_id},
    )
    assert (webhooks.event_body(context, event.id), event.event_type) == (BODY, "push")
    found = outcome(context, "webhook.received")
    assert (found.event_id, found.correlation_id, found.position) == (event.id, event.correlation_id, event.position)


def test_an_event_is_kept_byte_for_byte(client: httpx.Client, context: Context, repo: Webhook) -> None:
    body = b'\xef\xbb\xbf{ "a" : "\\u0645" ,\r\n}' + bytes(range(256))
    post(client, repo.id, body)
    assert webhooks.event_body(context, webhooks.last_events(context, repo.id, 1)[0].id) == body


def test_the_same_delivery_twice_is_one_event(client: httpx.Client, context: Context, repo: Webhook) -> None:
    first, second = (post(client, repo.id, headers={"x-github-delivery": "d-1"}) for _ in range(2))
    assert (first.json()["status"], second.json()["status"], second.status_code) == ("accepted", "duplicate", 202)
    assert second.json()["event_id"] == first.json()["event_id"]
    assert len(webhooks.last_events(context, repo.id, 9)) == 1


def test_an_empty_body_may_be_signed(client: httpx.Client, repo: Webhook) -> None:
    assert post(client, repo.id, b"").status_code == 202


def test_an_id_may_be_written_in_capitals(client: httpx.Client, repo: Webhook) -> None:
    assert post(client, repo.id.upper() + "/").json()["status"] == "accepted"


def test_a_paused_webhook_holds_its_events(client: httpx.Client, context: Context, repo: Webhook) -> None:
    webhooks.switch_webhook(context, repo.id, active=False)
    assert post(client, repo.id).json()["status"] == "held"
    assert webhooks.last_events(context, repo.id, 9)[0].state is EventState.HELD
    assert outcome(context, "webhook.held").webhook_id == repo.id


def test_what_the_filter_does_not_want_is_ignored(client: httpx.Client, context: Context, repo: Webhook) -> None:
    webhooks.save_webhook(context, WebhookDraft("Repo", Scheme.GITHUB, event_filter=("issues",), id=repo.id))
    answer = post(client, repo.id)
    found = outcome(context, "webhook.filtered")
    assert (answer.status_code, answer.json()["status"], answer.json()["correlation_id"]) == (
        202,
        "ignored",
        found.correlation_id,
    )
    assert webhooks.last_events(context, repo.id, 9) == ()


def test_a_body_of_exactly_the_cap_is_taken(client: httpx.Client, repo: Webhook) -> None:
    assert post(client, repo.id, b"x" * BODY_CAP).status_code == 202


def test_a_body_in_parts_is_put_together(client: httpx.Client, context: Context, repo: Webhook) -> None:
    answer = client.post(f"{PATH}/{repo.id}", content=iter([BODY[:3], BODY[3:]]), headers=github_headers(BODY))
    assert webhooks.event_body(context, answer.json()["event_id"]) == BODY


def test_the_body_form_is_signed_like_any_other(client: httpx.Client, context: Context, clock: TurnableClock) -> None:
    saved, _ = webhooks.save_webhook(context, WebhookDraft("Form", Scheme.HMAC, secret=SECRET))
    body = b'{"webhook_id":"%s","event":"order.paid","data":{"id":7}}' % saved.id.encode()
    signature = github_headers(body)["x-hub-signature-256"].removeprefix("sha256=")
    answer = client.post(PATH, content=body, headers={"x-signature": signature})
    assert (answer.status_code, answer.json()["status"]) == (202, "accepted")
    assert webhooks.last_events(context, saved.id, 9)[0].event_type == "order.paid"


def test_locked_secrets_are_a_pause_and_no_loss(client: httpx.Client, context: Context, repo: Webhook) -> None:
    holders.add_passphrase(context, "correct horse battery")
    context.vault._data_key = None
    context.announcements.announce(Change(Subject.WORKSPACE))
    answer = post(client, repo.id)
    assert (answer.status_code, answer.json()["code"], answer.headers["retry-after"]) == (503, "vault.locked", "30")
    workspace.unlock(context, "correct horse battery")
    assert post(client, repo.id).json()["status"] == "accepted"


def test_the_old_secret_counts_for_a_day_after_rotation(
    client: httpx.Client, context: Context, repo: Webhook, clock: TurnableClock
) -> None:
    assert post(client, repo.id).status_code == 202
    webhooks.rotate_webhook(context, repo.id)
    assert post(client, repo.id).status_code == 202
    clock.turn(hours=24)
    assert post(client, repo.id).status_code == 401


def test_webhooks_come_and_go_while_it_runs(client: httpx.Client, context: Context, repo: Webhook) -> None:
    post(client, repo.id)
    webhooks.remove_webhook(context, repo.id)
    gone = post(client, repo.id)
    assert (gone.status_code, gone.json()["code"]) == (410, "webhook.removed")
    added, _ = webhooks.save_webhook(context, WebhookDraft("New", Scheme.GITHUB, secret=SECRET))
    assert post(client, added.id).status_code == 202
