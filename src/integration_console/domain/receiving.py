"""Reads from a verified request what it is about: its type, and the key by which a repeat is known."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from integration_console.domain.webhooks import Scheme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from integration_console.domain.webhooks import HmacRules

LEDGER_SECONDS = 35 * 24 * 3600
UNKNOWN_TYPE = "unknown"
_TYPE_LENGTH, _KEY_LENGTH = 200, 255


@dataclass(frozen=True, slots=True)
class Identity:
    """What an event is: its type, its key, and for how many seconds the same key means the same event."""

    event_type: str
    event_key: str
    seconds: int


def identify(scheme: Scheme, rules: HmacRules, headers: Mapping[str, str], body: bytes) -> Identity:
    """Return what a verified request is about; header names are in lower case."""
    if scheme is Scheme.GITHUB:
        return _identity(_header(headers, "x-github-event"), headers.get("x-github-delivery", ""), body)
    if scheme is Scheme.STANDARD:
        key = headers.get("webhook-id") or headers.get("svix-id", "")
        return _identity(_at(_parsed(body), "type"), key, body)
    return _generic(rules, headers, body)


def _generic(rules: HmacRules, headers: Mapping[str, str], body: bytes) -> Identity:
    reads_body = "body:" in rules.event_key_source or not rules.event_type_source.startswith("header:")
    parsed = _parsed(body) if reads_body else None
    event_type = _from_source(rules.event_type_source or "body:event", headers, parsed)
    key = _from_source(rules.event_key_source, headers, parsed)
    if key:
        return _identity(event_type, key, body)
    timestamp = headers.get(rules.timestamp_header.lower(), "") if rules.timestamp_header else ""
    if timestamp:
        return _identity(event_type, f"{body_hash(body)}@{timestamp}", body)
    return Identity(_clean(event_type, _TYPE_LENGTH) or UNKNOWN_TYPE, body_hash(body), rules.window_seconds)


def _identity(event_type: str, key: str, body: bytes) -> Identity:
    own = key.strip()
    whole = body_hash(own.encode("utf-8", "surrogatepass") if own else body)
    kept = own if own and own == _clean(own, _KEY_LENGTH) else whole  # two keys never become one by cleaning
    return Identity(_clean(event_type, _TYPE_LENGTH) or UNKNOWN_TYPE, kept, LEDGER_SECONDS)


def body_hash(body: bytes) -> str:
    """Return the SHA-256 of a body, in hex."""
    return hashlib.sha256(body).hexdigest()


def _from_source(source: str, headers: Mapping[str, str], parsed: object) -> str:
    place, _, name = source.partition(":")
    if place == "header":
        return _header(headers, name)
    return _at(parsed, name) if place == "body" else ""


def _header(headers: Mapping[str, str], name: str) -> str:
    """Return a header's text; bytes that are UTF-8 are read as such (they come as Latin-1, RFC 9110, 5.5)."""
    value = headers.get(name.lower(), "")
    try:
        return value.encode("latin-1").decode()
    except UnicodeError:
        return value


def _at(parsed: object, path: str) -> str:
    for name in path.split("."):
        parsed = parsed.get(name) if isinstance(parsed, dict) else None
    return str(parsed) if isinstance(parsed, str | int) and not isinstance(parsed, bool) else ""


def _parsed(body: bytes) -> Any:  # noqa: ANN401 - the JSON border
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _clean(text: str, length: int) -> str:
    if len(text) <= length and text.isprintable():
        return text.strip()
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text[:length])
    return shown.encode("utf-8", "replace").decode().strip()
