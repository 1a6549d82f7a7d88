"""Creating, changing, rotating, pausing and removing webhooks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from integration_console.domain.errors import InvalidInput, NameTaken, NotFound
from integration_console.domain.ids import new_id
from integration_console.domain.signatures import standard_key
from integration_console.domain.webhooks import Scheme, Webhook, WebhookDraft, WebhookStatus
from integration_console.operations import webhooks
from integration_console.operations.context import Context
from integration_console.storage.events import store_events
from tests.builders import SECRET, STANDARD_SECRET, audited, event_draft, last_logged, logged
from tests.fakes import TurnableClock

DRAFT = WebhookDraft("Repo", Scheme.GITHUB, event_filter=("push",))


@pytest.fixture
def repo(context: Context) -> Webhook:
    return webhooks.save_webhook(context, replace(DRAFT, secret=SECRET))[0]


def changed(repo: Webhook, **what: object) -> WebhookDraft:
    return replace(DRAFT, id=repo.id, **what)  # type: ignore[arg-type]


def test_a_new_webhook_gets_a_strong_secret(context: Context) -> None:
    saved, secret = webhooks.save_webhook(context, DRAFT)
    assert (saved.status, saved.event_filter, len(secret)) == (WebhookStatus.ACTIVE, ("push",), 43)
    assert (webhooks.webhooks(context), webhooks.webhook_secret(context, saved.id)) == ((saved,), secret)


def test_a_new_standard_secret_has_the_standard_s_form(context: Context) -> None:
    _, secret = webhooks.save_webhook(context, replace(DRAFT, scheme=Scheme.STANDARD))
    assert (secret[:6], len(standard_key(secret) or b"")) == ("whsec_", 32)


def test_a_secret_may_be_given(context: Context, repo: Webhook) -> None:
    assert webhooks.signing_secrets(context, repo.id) == [(SECRET, None)]


def test_a_change_keeps_the_secret(context: Context, repo: Webhook, clock: TurnableClock) -> None:
    clock.turn(hours=1)
    saved, secret = webhooks.save_webhook(context, changed(repo, name="New", event_filter=()))
    assert (saved.name, saved.event_filter, saved.created_at, saved.updated_at) == (
        "New",
        (),
        repo.created_at,
        clock.now(),
    )
    assert (secret, webhooks.webhook_secret(context, repo.id)) == ("", SECRET)


def test_another_scheme_needs_another_secret(context: Context, repo: Webhook) -> None:
    _, secret = webhooks.save_webhook(context, changed(repo, scheme=Scheme.STANDARD))
    assert webhooks.signing_secrets(context, repo.id) == [(secret, None)]


def test_a_draft_that_its_form_would_refuse_is_refused(context: Context) -> None:
    with pytest.raises(InvalidInput) as caught:
        webhooks.save_webhook(context, replace(DRAFT, name=" ", scheme=Scheme.STANDARD, secret="plain"))
    assert [each.field for each in caught.value.problems] == ["name", "secret"]


def test_a_name_is_given_once(context: Context, repo: Webhook) -> None:
    with pytest.raises(NameTaken):
        webhooks.save_webhook(context, DRAFT)


def test_rotating_lets_the_old_secret_count_for_a_day(context: Context, repo: Webhook, clock: TurnableClock) -> None:
    rotated, secret = webhooks.rotate_webhook(context, repo.id)
    until = clock.now() + webhooks.OVERLAP
    assert webhooks.signing_secrets(context, repo.id) == [(secret, None), (SECRET, until.timestamp())]
    assert (rotated.secret_rotated_at, rotated.previous_secret_until) == (clock.now(), until)


def test_a_standard_secret_rotates_in_its_own_form(context: Context) -> None:
    draft = replace(DRAFT, scheme=Scheme.STANDARD, secret=STANDARD_SECRET)
    saved, _ = webhooks.save_webhook(context, draft)
    assert webhooks.rotate_webhook(context, saved.id)[1][:6] == "whsec_"


@pytest.mark.embedded
def test_showing_a_secret_is_audited(context: Context, repo: Webhook) -> None:
    webhooks.webhook_secret(context, repo.id)
    assert audited(context) == [("amina", "webhook.created"), ("amina", "webhook.secret_shown")]


def test_a_webhook_is_paused_and_activated(context: Context, repo: Webhook) -> None:
    paused = webhooks.switch_webhook(context, repo.id, active=False)
    active = webhooks.switch_webhook(context, repo.id, active=True)
    assert (paused.status, active.status) == (WebhookStatus.PAUSED, WebhookStatus.ACTIVE)
    assert logged(context) == ["webhook.created", "webhook.paused", "webhook.activated"]


def test_a_removed_webhook_is_gone_and_its_events_stay(context: Context, repo: Webhook) -> None:
    sent = event_draft(webhook_id=repo.id, body=b"x")
    context.store.write(lambda writing: store_events(writing, [sent]))
    webhooks.remove_webhook(context, repo.id)
    assert (webhooks.webhooks(context), webhooks.signing_secrets(context, repo.id)) == ((), [])
    assert [each.id for each in webhooks.last_events(context, repo.id, 9)] == [sent.id]
    assert (webhooks.event_body(context, sent.id), last_logged(context).event_type) == (b"x", "webhook.removed")


@pytest.mark.parametrize("operation", [webhooks.rotate_webhook, webhooks.webhook_secret, webhooks.remove_webhook])
def test_an_unknown_webhook_is_not_found(context: Context, operation: object) -> None:
    with pytest.raises(NotFound):
        operation(context, new_id())  # type: ignore[operator]


@pytest.mark.parametrize(
    ("public", "base", "url"),
    [("", "http://127.0.0.1:1", "http://127.0.0.1:1"), ("https://a.test/x/", "http://127.0.0.1:1", "https://a.test/x")],
)
def test_the_address_is_the_public_one_where_there_is_one(context: Context, public: str, base: str, url: str) -> None:
    found = webhooks.webhook_url(replace(context, public_url=public), "id-1", base)
    assert found == f"{url}/functions/v1/webhook-receiver/id-1"


def test_a_created_webhook_is_shown_with_address_and_secret(repo: Webhook) -> None:
    shown = webhooks.created((repo, SECRET), "http://x")
    assert (shown.webhook, shown.url, shown.secret, SECRET in repr(shown)) == (repo, "http://x", SECRET, False)


def test_a_secret_typed_anew_ends_one_that_a_rotation_left_for_a_while(context: Context) -> None:
    saved, _ = webhooks.save_webhook(context, WebhookDraft("GitHub", Scheme.GITHUB, secret="the first secret"))
    webhooks.rotate_webhook(context, saved.id)
    webhooks.save_webhook(context, WebhookDraft("GitHub", Scheme.GITHUB, secret="typed anew by somebody", id=saved.id))
    assert webhooks.signing_secrets(context, saved.id) == [("typed anew by somebody", None)]
