"""Headers come as bytes; what they say is read as its sender wrote it."""

from __future__ import annotations

import pytest

from integration_console.domain.receiving import identify
from integration_console.domain.webhooks import HmacRules, Scheme


@pytest.mark.parametrize(
    ("sent", "read"),
    [(b"push", "push"), ("طلب".encode(), "طلب"), ("naïve".encode("latin-1"), "naïve"), ("naïve".encode(), "naïve")],
)
def test_an_event_type_is_utf8_where_it_can_be_and_latin1_elsewhere(sent: bytes, read: str) -> None:
    rules = HmacRules(event_type_source="header:X-Event")
    for scheme, name in ((Scheme.GITHUB, "x-github-event"), (Scheme.HMAC, "x-event")):
        assert identify(scheme, rules, {name: sent.decode("latin-1")}, b"{}").event_type == read
