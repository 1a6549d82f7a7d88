"""The access tokens of people: what they say, how they are signed (`signing_keys.py`) and how they are checked.

Sources: RFC 7515 (compact JWS), RFC 7519 (JWT), RFC 8037 (EdDSA), RFC 9068 (type at+jwt). The algorithm is fixed: the
header of a token is compared, never followed.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidSignature

from integration_console.domain.errors import TokenInvalid
from integration_console.domain.sign_in import Claims

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_ALGORITHM, _TYPE = "EdDSA", "at+jwt"
_PARTS = 3
_LONGEST = 4096
_NAMES = {
    "tid": "tenant_id", "sub": "member_id", "role": "role", "gen": "generation", "iat": "issued_at", "exp": "expires_at"
}  # fmt: skip
_NUMBERS = frozenset({"gen", "iat", "exp"})
_OPTIONAL = {"iss": "issuer", "aud": "audience"}


@dataclass(frozen=True, slots=True)
class UnprovenToken:
    """A text that has the form of our tokens; whether it is one, only its signature tells."""

    key_id: str
    signed: bytes
    signature: bytes = field(repr=False)
    payload: bytes


def signed_token(claims: Claims, key: Ed25519PrivateKey) -> str:
    """Return the token that says `claims`."""
    named = {name: getattr(claims, attribute) for name, attribute in _OPTIONAL.items()}
    content = {name: text for name, text in named.items() if text}
    content |= {name: getattr(claims, attribute) for name, attribute in _NAMES.items()}
    header = {"alg": _ALGORITHM, "typ": _TYPE, "kid": key_id(key)}
    text = f"{_encoded(_compact(header))}.{_encoded(_compact(content))}"
    return f"{text}.{_encoded(key.sign(text.encode()))}"


def unproven(text: str) -> UnprovenToken | None:
    """Return the parts of what has the form of our tokens; None for anything else."""
    parts = text.split(".") if len(text) <= _LONGEST and text.isascii() else []
    if len(parts) != _PARTS:
        return None
    decoded = [_decoded(part) for part in parts]
    header = _object(decoded[0])
    if (header.get("alg"), header.get("typ")) != (_ALGORITHM, _TYPE):
        return None
    return UnprovenToken(str(header.get("kid")), f"{parts[0]}.{parts[1]}".encode(), decoded[2], decoded[1])


def claimed_tenant(token: UnprovenToken) -> str:
    """Return whose token it says that it is ("": nobody's); believed by nobody before its signature is checked."""
    return str(_object(token.payload).get("tid", ""))


def proven_claims(token: UnprovenToken, keys: Sequence[Ed25519PrivateKey]) -> Claims:
    """Return what a token says, its signature checked. Raises `TokenInvalid`."""
    key = next((each for each in keys if key_id(each) == token.key_id), None)
    if key is None:
        raise TokenInvalid
    try:
        key.public_key().verify(token.signature, token.signed)
    except InvalidSignature as error:
        raise TokenInvalid from error
    content = _object(token.payload)
    if any(type(content.get(name)) is not (int if name in _NUMBERS else str) for name in _NAMES):
        raise TokenInvalid
    if any(type(content[name]) is not str or not content[name] for name in _OPTIONAL if name in content):
        raise TokenInvalid
    return Claims(**{attribute: content[name] for name, attribute in (_NAMES | _OPTIONAL).items() if name in content})


def key_id(key: Ed25519PrivateKey) -> str:
    """Return the name of a key: the first half of the SHA-256 of its public part, in hex."""
    return hashlib.sha256(key.public_key().public_bytes_raw()).hexdigest()[:32]


def _compact(content: dict[str, Any]) -> bytes:
    return json.dumps(content, separators=(",", ":")).encode()


def _object(text: bytes) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _decoded(part: str) -> bytes:
    """Return the bytes of a part; nothing where it is not base64url (RFC 7515: without padding)."""
    try:
        found = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except ValueError:
        return b""
    return found if _encoded(found) == part else b""
