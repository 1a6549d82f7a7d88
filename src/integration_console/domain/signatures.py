"""Verifies received requests on their raw bytes: GitHub, Standard Webhooks and a generic HMAC.

Sources: GitHub "Validating webhook deliveries"; Standard Webhooks specification 1.0, "Verifying signatures".
Digests are compared decoded and in constant time; anything of the wrong form is simply invalid.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING

from integration_console.domain.errors import SignatureInvalid, SignatureMissing, TimestampOutside
from integration_console.domain.webhooks import Encoding, Scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from integration_console.domain.webhooks import HmacRules

TOLERANCE_SECONDS = 300
_SHA256_HEX = 64
_LONGEST_TIMESTAMP = 19
"""Digits of a 64-bit number; with some hundred more, the sum below would overflow."""


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """What is verified: header names in lower case, the body as it came, seconds since 1970 on our clock."""

    headers: Mapping[str, str]
    body: bytes
    now: float

    def header(self, name: str) -> str:
        """Return a header's value. Raises `SignatureMissing` when it is missing or empty."""
        value = self.headers.get(name.lower(), "")
        if not value:
            raise SignatureMissing(header=name)
        return value


def verify(scheme: Scheme, rules: HmacRules, secrets: Sequence[str], request: SignedRequest) -> int:
    """Return which of `secrets` the request was signed with.

    Raises `SignatureMissing`, `TimestampOutside`, `SignatureInvalid`. Without a secret nothing is valid.
    """
    candidates, content, keys = _SCHEMES[scheme](rules, secrets, request)
    name = rules.hash.value if scheme is Scheme.HMAC else "sha256"
    for index, key in enumerate(keys):
        expected = hmac.digest(key, content, name)
        if any(hmac.compare_digest(expected, candidate) for candidate in candidates):
            return index
    raise SignatureInvalid


_Parts = tuple["Sequence[bytes]", bytes, "Sequence[bytes]"]


def _github(rules: HmacRules, secrets: Sequence[str], request: SignedRequest) -> _Parts:
    del rules
    kind, _, digits = request.header("X-Hub-Signature-256").partition("=")
    digest = _from_hex(digits) if kind == "sha256" and len(digits) == _SHA256_HEX else None
    return _present(digest), request.body, [secret.encode() for secret in secrets]


def _standard(rules: HmacRules, secrets: Sequence[str], request: SignedRequest) -> _Parts:
    del rules
    prefix = "webhook" if "webhook-id" in request.headers else "svix"
    prefix = prefix if f"{prefix}-id" in request.headers else "webhook"
    identity = request.header(f"{prefix}-id")
    timestamp = request.header(f"{prefix}-timestamp")
    tokens = request.header(f"{prefix}-signature").split(" ")
    _require_near(timestamp, request.now, TOLERANCE_SECONDS)
    digests = [_from_base64(token[3:]) for token in tokens if token.startswith("v1,")]
    content = b".".join((identity.encode("latin-1", "replace"), timestamp.encode("latin-1", "replace"), request.body))
    keys = [key for secret in secrets if (key := standard_key(secret)) is not None]
    return [digest for digest in digests if digest], content, keys


def _generic(rules: HmacRules, secrets: Sequence[str], request: SignedRequest) -> _Parts:
    written = request.header(rules.header)
    content = request.body
    if rules.timestamp_header:
        timestamp = request.header(rules.timestamp_header)
        _require_near(timestamp, request.now, rules.window_seconds)
        content = timestamp.encode("latin-1", "replace") + b"." + content
    digest = _DECODERS[rules.encoding](written.removeprefix(rules.prefix)) if written.startswith(rules.prefix) else None
    return _present(digest), content, [secret.encode() for secret in secrets]


_SCHEMES: Mapping[Scheme, Callable[[HmacRules, Sequence[str], SignedRequest], _Parts]] = {
    Scheme.GITHUB: _github,
    Scheme.STANDARD: _standard,
    Scheme.HMAC: _generic,
}


def standard_key(secret: str) -> bytes | None:
    """Return the key bytes of a Standard Webhooks secret ("whsec_" and base64), or None for another form."""
    return _from_base64(secret.removeprefix("whsec_")) or None


def _require_near(timestamp: str, now: float, tolerance: int) -> None:
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= _LONGEST_TIMESTAMP):
        raise SignatureInvalid
    distance = abs(now - int(timestamp))
    if distance > tolerance:
        raise TimestampOutside(seconds=round(distance), tolerance=tolerance)


def _present(digest: bytes | None) -> list[bytes]:
    return [digest] if digest else []


def _from_hex(text: str) -> bytes | None:
    try:
        return bytes.fromhex(text) if text.isalnum() else None
    except ValueError:
        return None


def _from_base64(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


def _from_base64url(text: str) -> bytes | None:
    return _from_base64(text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4))


_DECODERS: Mapping[Encoding, Callable[[str], bytes | None]] = {
    Encoding.HEX: _from_hex,
    Encoding.BASE64: _from_base64,
    Encoding.BASE64URL: _from_base64url,
}
