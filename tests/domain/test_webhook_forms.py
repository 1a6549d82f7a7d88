"""From the filled form of a webhook to its draft, and back."""

from __future__ import annotations

import pytest

from integration_console.domain.errors import InvalidInput
from integration_console.domain.forms import Value
from integration_console.domain.webhook_forms import WEBHOOK_FORM, webhook_draft, webhook_values
from integration_console.domain.webhooks import Encoding, HashName, HmacRules, Scheme, WebhookDraft
from tests.builders import STANDARD_SECRET

RULES = HmacRules(HashName.SHA512, "X-Sig", Encoding.BASE64, "v1=", "header:X-Id", "body:data.type", "X-Time", 60)


def faulty_fields(**values: Value) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        webhook_draft({"name": "Orders", **values})
    return [each.field for each in caught.value.problems]


def test_a_name_is_all_that_a_webhook_needs() -> None:
    assert webhook_draft({"name": " Orders "}) == WebhookDraft("Orders", Scheme.GITHUB)


def test_event_names_are_separated_by_commas() -> None:
    assert webhook_draft({"name": "x", "events": "push, issues,,pull*"}).event_filter == ("push", "issues", "pull*")


@pytest.mark.parametrize(
    "draft",
    [
        WebhookDraft("Orders", Scheme.HMAC, RULES, ("a", "b*")),
        WebhookDraft("Orders", Scheme.HMAC),
        WebhookDraft("Orders", Scheme.STANDARD, event_filter=("x",)),
    ],
)
def test_a_draft_survives_the_way_through_its_form(draft: WebhookDraft) -> None:
    assert webhook_draft(webhook_values(draft)) == draft


def test_rules_of_the_generic_scheme_are_forgotten_under_another_scheme() -> None:
    values = {**webhook_values(WebhookDraft("x", Scheme.HMAC, RULES)), "scheme": "github"}
    assert webhook_draft(values, "id-7") == WebhookDraft("x", Scheme.GITHUB, id="id-7")


def test_a_good_secret_is_taken() -> None:
    secrets = {"github": "twelve-or-more", "hmac": "twelve-or-more", "standard": STANDARD_SECRET}
    taken = {scheme: webhook_draft({"name": "x", "scheme": scheme, "secret": secrets[scheme]}) for scheme in secrets}
    assert {scheme: draft.secret for scheme, draft in taken.items()} == secrets


def test_a_missing_name_and_an_unknown_scheme_are_both_named() -> None:
    assert faulty_fields(name="", scheme="md5") == ["name", "scheme"]


@pytest.mark.parametrize("secret", ["eleven-char", "é"])
def test_a_short_secret_is_refused(secret: str) -> None:
    assert faulty_fields(secret=secret) == ["secret"]


@pytest.mark.parametrize("secret", ["long-enough-but-plain", "whsec_c2hvcnQ=", STANDARD_SECRET.removeprefix("whsec_")])
def test_a_standard_secret_must_have_its_own_form(secret: str) -> None:
    assert faulty_fields(scheme="standard", secret=secret) == ["secret"]


def test_names_of_headers_are_checked() -> None:
    assert faulty_fields(scheme="hmac", header="X Sig", timestamp_header="é") == ["header", "timestamp_header"]


@pytest.mark.parametrize("source", ["X-Id", "header:", "body:a..b", "body:", "cookie:x"])
def test_sources_are_checked(source: str) -> None:
    assert faulty_fields(scheme="hmac", event_type_source=source, event_key_source=source) == [
        "event_type_source",
        "event_key_source",
    ]


def test_every_field_of_the_generic_scheme_shows_only_there() -> None:
    assert [each.name for each in WEBHOOK_FORM.visible({})] == ["name", "scheme", "secret", "events"]
    assert len(WEBHOOK_FORM.visible({"scheme": "hmac"})) == len(WEBHOOK_FORM.fields)
