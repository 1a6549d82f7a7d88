"""Keeps secrets out of everything that is shown, logged or exported."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from integration_console.domain.secret_names import is_secret_header

if TYPE_CHECKING:
    from collections.abc import Iterable

MASK = "••••••"
_SHORTEST = 6


def masked(text: str, secrets: Iterable[str]) -> str:
    """Return `text` without any of `secrets`, however they are written: plain, URL-encoded, JSON or base64."""
    for secret in secrets:
        if len(secret) >= _SHORTEST:
            for form in sorted(written_forms(secret), key=len, reverse=True):
                text = text.replace(form, MASK)
    return text


def written_forms(secret: str) -> frozenset[str]:
    """Return the ways in which a secret commonly appears in text."""
    encoded = base64.b64encode(secret.encode()).decode()
    url_safe = base64.urlsafe_b64encode(secret.encode()).decode()
    escaped = json.dumps(secret)[1:-1]
    forms = {secret, quote(secret, safe=""), quote_plus(secret), escaped, encoded, encoded.rstrip("=")}
    return frozenset(forms | {url_safe, url_safe.rstrip("=")})


def masked_headers(headers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return headers with the values of those that carry credentials masked.

    Signatures stay: they prove one body, let nobody in, and tell why a delivery was refused.
    """
    return [(name, MASK if _is_credential(name, value) else value) for name, value in headers]


def _is_credential(name: str, value: str) -> bool:
    return "signature" not in name.lower() and is_secret_header(name, value)
