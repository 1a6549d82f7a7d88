"""Secrets leave no trace in text, however they are written."""

from __future__ import annotations

import pytest

from integration_console.domain.masking import MASK, masked, masked_headers, written_forms

SECRET = 'xoxb-"4711"/ü+geheim'


@pytest.mark.parametrize("form", sorted(written_forms(SECRET)))
def test_no_written_form_of_a_secret_survives(form: str) -> None:
    assert masked(f"before {form} after", [SECRET]) == f"before {MASK} after"


def test_a_secret_has_its_plain_escaped_and_encoded_forms() -> None:
    assert {SECRET, "xoxb-%224711%22%2F%C3%BC%2Bgeheim", 'xoxb-\\"4711\\"/\\u00fc+geheim'} <= written_forms(SECRET)


def test_a_very_short_secret_is_left_alone() -> None:
    assert masked("a cat", ["a"]) == "a cat"


def test_headers_that_carry_credentials_are_masked() -> None:
    headers = [("Authorization", "Bearer x"), ("X-GitHub-Event", "push"), ("cookie", "a=b")]
    assert masked_headers(headers) == [("Authorization", MASK), ("X-GitHub-Event", "push"), ("cookie", MASK)]


@pytest.mark.parametrize(
    "name", ["X-Gitlab-Token", "x-api-key", "X-Public-Token", "Proxy-Authorization", "Set-Cookie", "X-Shop-Password"]
)
def test_headers_that_let_somebody_in_are_masked_whatever_they_are_called(name: str) -> None:
    assert masked_headers([(name, "abc123")]) == [(name, MASK)]


@pytest.mark.parametrize(
    "name", ["X-Hub-Signature-256", "Stripe-Signature", "X-GitHub-Delivery", "Idempotency-Key", "X-Token-Expires-At"]
)
def test_headers_that_let_nobody_in_stay(name: str) -> None:
    assert masked_headers([(name, "sha256=4f1c")]) == [(name, "sha256=4f1c")]
