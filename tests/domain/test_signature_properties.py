"""Whatever stands in the headers: the answer is yes, or one of our own errors."""

from __future__ import annotations

import hashlib
import hmac
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from integration_console.domain.errors import ConsoleError
from integration_console.domain.receiving import identify
from integration_console.domain.signatures import SignedRequest, verify
from integration_console.domain.webhooks import Encoding, HashName, HmacRules, Scheme
from tests.builders import STANDARD_SECRET

NAMES = ("x-hub-signature-256", "webhook-id", "webhook-timestamp", "webhook-signature", "svix-id", "svix-timestamp",
         "svix-signature", "x-signature", "x-time", "x-github-event", "x-github-delivery", "x-key")  # fmt: skip
latin = st.binary().map(lambda value: value.decode("latin-1"))
digits = st.text("0123456789", max_size=400)
signatures = st.tuples(st.sampled_from(["", "v1,", "sha256=", "v1="]), st.text("0123456789abcdefABCDEF+/=_- ")).map(
    "".join
)
headers = st.dictionaries(st.sampled_from(NAMES), latin | digits | signatures)
letters = st.text('aé٣م€\x00\ud800 .{}[]:,"\\')
unhurried = settings(deadline=None)
rules = st.builds(
    HmacRules,
    hash=st.sampled_from(HashName),
    encoding=st.sampled_from(Encoding),
    prefix=st.sampled_from(["", "v1=", "sha256="]),
    timestamp_header=st.sampled_from(["", "X-Time"]),
    event_key_source=st.sampled_from(["", "header:X-Key", "body:a.b", "nonsense"]),
    event_type_source=st.sampled_from(["", "header:X-Key", "body:type", "nonsense"]),
)


@unhurried
@given(st.sampled_from(Scheme), rules, headers, st.binary())
def test_arbitrary_headers_raise_nothing_but_our_own_errors(
    scheme: Scheme, chosen: HmacRules, given_headers: dict[str, str], body: bytes
) -> None:
    with suppress(ConsoleError):
        verify(scheme, chosen, [STANDARD_SECRET, "plain"], SignedRequest(given_headers, body, 1_700_000_000.5))


@unhurried
@given(st.sampled_from(Scheme), rules, headers, st.binary() | letters.map(lambda text: text.encode("utf-8", "replace")))
def test_every_verified_request_has_a_type_and_a_key_that_can_be_stored(
    scheme: Scheme, chosen: HmacRules, given_headers: dict[str, str], body: bytes
) -> None:
    found = identify(scheme, chosen, given_headers, body)
    assert (0 < len(found.event_type) <= 200, 0 < len(found.event_key) <= 255) == (True, True)
    assert (found.event_type + found.event_key).encode().decode().isprintable()


@unhurried
@given(st.text("aé٣م€ ", min_size=1), st.binary(), st.sampled_from(HashName))
def test_what_is_signed_with_the_secret_is_always_accepted(secret: str, body: bytes, name: HashName) -> None:
    signature = hmac.new(secret.encode(), body, getattr(hashlib, name.value)).hexdigest()
    request = SignedRequest({"x-signature": signature}, body, 0)
    assert verify(Scheme.HMAC, HmacRules(hash=name), [secret], request) == 0
