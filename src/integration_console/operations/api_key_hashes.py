"""The keyed hashes of API keys: HMAC-SHA256 with a pepper that lies sealed in the vault.

A secret has 178 random bits, so that a fast hash is enough; without the pepper a stolen database proves nothing.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

from integration_console.storage import secrets as secret_rows
from integration_console.storage.secrets import SealedSecret

if TYPE_CHECKING:
    from integration_console.domain.api_key_text import KeyText
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing

TABLE = "api_key_pepper"
_NAME = "hmac-sha256"
_BYTES = 32
_NO_PEPPER = bytes(_BYTES)


def pepper(context: Context) -> bytes:
    """Return the pepper; zeros where no key was ever made, so that the work is the same. Raises `VaultLocked`."""
    return context.api_keys.peppers.recall("", context.clock.now(), lambda: _opened(context) or _NO_PEPPER)


def made_pepper(context: Context) -> bytes:
    """Return the pepper; the first call makes it. Raises `VaultLocked`."""
    found = _opened(context) or _made(context)
    context.api_keys.peppers.forget()
    return found


def hash_of(context: Context, key: KeyText, with_pepper: bytes) -> bytes:
    """Return what is stored of a key; it counts for this organisation and this id alone."""
    content = f"{context.store.tenant_id}|{key.public_id}|{key.secret}"
    return hmac.digest(with_pepper, content.encode(), hashlib.sha256)


def _opened(context: Context) -> bytes:
    row_id = context.store.tenant_id
    sealed = context.store.read(lambda reading: secret_rows.secrets_of(reading, TABLE, row_id))
    texts = [context.vault.open(each.sealed, TABLE, row_id, each.name) for each in sealed]
    return base64.b64decode(texts[0]) if texts else b""


def _made(context: Context) -> bytes:
    """Make the pepper; of several programs that do so at once, all take that of the first."""
    row_id = context.store.tenant_id
    text = base64.b64encode(secrets.token_bytes(_BYTES)).decode()
    key, sealed = context.vault.seal(text, TABLE, row_id, _NAME)
    secret = SealedSecret(TABLE, row_id, _NAME, key, sealed, context.clock.now())

    def keep(writing: Writing) -> None:
        if not secret_rows.secrets_of(writing, TABLE, row_id):
            secret_rows.keep_secret(writing, secret)

    context.store.write(keep)
    return _opened(context)
