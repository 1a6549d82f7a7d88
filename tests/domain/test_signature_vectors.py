"""Known answers: what GitHub, the Standard Webhooks libraries and other senders themselves publish or send."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from integration_console.domain.errors import SignatureInvalid
from integration_console.domain.signatures import SignedRequest, verify
from integration_console.domain.webhooks import Encoding, HashName, HmacRules, Scheme

BODY = '{"id":"evt_1","type":"order.paid","amount":1250,"note":"مرحبا"}'.encode()
SECRET = "whk_test_0123456789abcdef"
TIME = 1_700_000_000
HEX = "7e29b7fcfbcfecdcd77da325f83a2104e0a2e07028c097bdc514233aa9aa946a"
BASE64 = "fim3/PvP7NzXfaMl+DohBOCi4HAowJe9xRQjOqmqlGo="
OWN_KEY = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
OWN_STANDARD = "v1,IkeNMtMLIFQQgtyt4CAtDq+P6nMUvNNTaFszzlcdgkc="


def matched(scheme: Scheme, secret: str, headers: dict[str, str], body: bytes = BODY, **rules: Any) -> int:
    """Which secret a request was signed with, at the time of our own set."""
    return verify(scheme, HmacRules(**rules), [secret], SignedRequest(headers, body, TIME))


def test_the_body_of_our_own_set_is_the_one_that_was_signed() -> None:
    digest = hashlib.sha256(BODY).hexdigest()
    assert (len(BODY), digest) == (68, "7955fb72ea7f4a7e509a0e1fe2daf95f62267585698cb5e441c840d78651ecb5")


def test_github_s_documented_example_is_valid() -> None:
    signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
    headers = {"x-hub-signature-256": signature}
    assert matched(Scheme.GITHUB, "It's a Secret to Everybody", headers, b"Hello, World!") == 0


def test_github_s_signature_of_our_own_body_is_valid() -> None:
    assert matched(Scheme.GITHUB, SECRET, {"x-hub-signature-256": f"sha256={HEX}"}) == 0


def test_the_example_of_the_standard_webhooks_libraries_is_valid() -> None:
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    request = SignedRequest(headers, b'{"test": 2432232314}', 1_614_265_330)
    assert verify(Scheme.STANDARD, HmacRules(), ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], request) == 0


@pytest.mark.parametrize("prefix", ["webhook", "svix"])
def test_standard_webhooks_signature_of_our_own_body_is_valid(prefix: str) -> None:
    headers = {f"{prefix}-id": "msg_1", f"{prefix}-timestamp": str(TIME), f"{prefix}-signature": OWN_STANDARD}
    assert matched(Scheme.STANDARD, OWN_KEY, headers) == 0


GENERIC: dict[str, tuple[str, dict[str, Any]]] = {
    "Linear": (HEX, {"header": "Linear-Signature"}),
    "cal.com": (HEX, {"header": "X-Cal-Signature-256"}),
    "PagerDuty": (f"v1={HEX}", {"header": "X-PagerDuty-Signature", "prefix": "v1="}),
    "Notion": (f"sha256={HEX}", {"header": "X-Notion-Signature", "prefix": "sha256="}),
    "Meta": (f"sha256={HEX}", {"header": "X-Hub-Signature-256", "prefix": "sha256="}),
    "Jira": (f"sha256={HEX}", {"header": "X-Hub-Signature", "prefix": "sha256="}),
    "Shopify": (BASE64, {"header": "X-Shopify-Hmac-SHA256", "encoding": Encoding.BASE64}),
    "WooCommerce": (BASE64, {"header": "X-WC-Webhook-Signature", "encoding": Encoding.BASE64}),
    "Xero": (BASE64, {"header": "x-xero-signature", "encoding": Encoding.BASE64}),
    "base64url": (BASE64.replace("+", "-").replace("/", "_"), {"encoding": Encoding.BASE64URL}),
    "base64url without padding": (
        BASE64.replace("+", "-").replace("/", "_").rstrip("="),
        {"encoding": Encoding.BASE64URL},
    ),
    "Vercel": ("479faf4ae57e06277190eb14eb461891397e4b45", {"header": "x-vercel-signature", "hash": HashName.SHA1}),
}


@pytest.mark.parametrize("sender", GENERIC)
def test_the_generic_scheme_understands(sender: str) -> None:
    signature, rules = GENERIC[sender]
    header = rules.get("header", "X-Signature").lower()
    assert matched(Scheme.HMAC, SECRET, {header: signature}, **rules) == 0


@pytest.mark.parametrize("sender", GENERIC)
def test_the_generic_scheme_refuses_a_changed_body_of(sender: str) -> None:
    signature, rules = GENERIC[sender]
    header = rules.get("header", "X-Signature").lower()
    with pytest.raises(SignatureInvalid):
        matched(Scheme.HMAC, SECRET, {header: signature}, body=BODY + b"\n", **rules)
