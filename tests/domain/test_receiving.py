"""What a verified request is about: its type, and the key by which a repeat is known."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from integration_console.domain.receiving import LEDGER_SECONDS, Identity, body_hash, identify
from integration_console.domain.webhooks import HmacRules, Scheme

RULES = HmacRules()


def generic(body: bytes, headers: dict[str, str] | None = None, **rules: str) -> Identity:
    return identify(Scheme.HMAC, replace(RULES, **rules), headers or {}, body)  # type: ignore[arg-type]


def test_github_names_type_and_delivery_in_its_headers() -> None:
    headers = {"x-github-event": "push", "x-github-delivery": "72d3162e"}
    assert identify(Scheme.GITHUB, RULES, headers, b"{}") == Identity("push", "72d3162e", LEDGER_SECONDS)


def test_a_request_without_a_key_is_known_by_its_body() -> None:
    digest = hashlib.sha256(b"{}").hexdigest()
    assert identify(Scheme.GITHUB, RULES, {}, b"{}") == Identity("unknown", digest, LEDGER_SECONDS)


@pytest.mark.parametrize("name", ["webhook-id", "svix-id"])
def test_standard_webhooks_name_the_key_in_a_header_and_the_type_in_the_body(name: str) -> None:
    found = identify(Scheme.STANDARD, RULES, {name: "msg_1"}, b'{"type":"order.paid"}')
    assert found == Identity("order.paid", "msg_1", LEDGER_SECONDS)


@pytest.mark.parametrize(
    "body", [b"", b"nonsense", b"[1]", b'{"type":null}', b'{"type":true}', b'{"type":{}}', b"\xff", b"[" * 100_000]
)
def test_a_body_without_a_type_is_of_the_unknown_type(body: bytes) -> None:
    assert identify(Scheme.STANDARD, RULES, {"webhook-id": "m"}, body).event_type == "unknown"


def test_the_generic_type_is_the_member_event_unless_told_otherwise() -> None:
    assert generic(b'{"event":"paid"}', event_key_source="header:X-Key").event_type == "paid"


def test_generic_type_and_key_come_from_where_the_rules_say() -> None:
    found = generic(
        b'{"order":{"id":7}}', {"x-kind": "paid"}, event_type_source="header:X-Kind", event_key_source="body:order.id"
    )
    assert found == Identity("paid", "7", LEDGER_SECONDS)


def test_a_body_that_nobody_asks_for_is_not_read() -> None:
    headers = {"x-kind": "paid", "x-key": "k"}
    found = generic(b"\xff", headers, event_type_source="header:X-Kind", event_key_source="header:X-Key")
    assert found == Identity("paid", "k", LEDGER_SECONDS)


def test_a_signed_time_makes_equal_bodies_different_events() -> None:
    found = generic(b"{}", {"x-time": "1700000000"}, timestamp_header="X-Time")
    assert found == Identity("unknown", f"{body_hash(b'{}')}@1700000000", LEDGER_SECONDS)


def test_without_key_and_time_an_equal_body_is_a_repeat_for_the_window_only() -> None:
    assert generic(b'{"event":"paid"}') == Identity("paid", body_hash(b'{"event":"paid"}'), 300)


def test_a_source_that_means_nothing_finds_nothing() -> None:
    assert generic(b'{"event":"paid"}', event_type_source="cookie:x").event_type == "unknown"


@pytest.mark.parametrize("key", ["k" * 256, "a\x01", "a\u202eb", "\ud800"])
def test_a_key_that_cannot_be_kept_as_it_is_is_hashed(key: str) -> None:
    found = identify(Scheme.GITHUB, RULES, {"x-github-delivery": key}, b"")
    assert found.event_key == body_hash(key.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("key", ["", " ", "\t\n"])
def test_a_blank_key_is_no_key(key: str) -> None:
    assert identify(Scheme.GITHUB, RULES, {"x-github-delivery": key}, b"{}").event_key == body_hash(b"{}")


def test_a_type_is_cut_and_made_printable() -> None:
    found = identify(Scheme.GITHUB, RULES, {"x-github-event": " \x1b[31m" + "x" * 300}, b"")
    assert found.event_type == "\N{REPLACEMENT CHARACTER}[31m" + "x" * 194
