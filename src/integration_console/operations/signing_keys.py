"""The keys that sign people's tokens: Ed25519, sealed in the workspace's vault; the first makes itself."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from integration_console.domain.changes import Subject
from integration_console.domain.token_rules import LONGEST_ACCESS, LONGEST_LEEWAY
from integration_console.operations.journal import Happening, announce, record
from integration_console.operations.permission import needs
from integration_console.operations.short_memory import OLDEST
from integration_console.storage import secrets as secret_rows
from integration_console.storage.secrets import SealedSecret

if TYPE_CHECKING:
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing

TABLE = "token_signing"
_NAME = "ed25519"
_OVERLAP = LONGEST_ACCESS + LONGEST_LEEWAY + OLDEST
"""A program that has not heard of a new key signs with the old one for a second, as long as any settings allow."""


def signing_keys(context: Context) -> tuple[Ed25519PrivateKey, ...]:
    """Return the keys that count, the current one first; the first call makes one. Raises `VaultLocked`."""
    return context.sign_ins.keys.recall("", context.clock.now(), lambda: _opened(context) or _made(context))


@needs("holders.write")
def rotate_signing_key(context: Context, *, at_once: bool = False) -> None:
    """Sign new tokens with a new key from now on; those signed before count until they end.

    `at_once`: they count no more, because the old key may be known; who is signed in gets new ones without noticing.
    Other programs hear of it within a second. Raises `VaultLocked`.
    """
    signing_keys(context)
    now, secret = context.clock.now(), _new_secret(context)

    def keep(writing: Writing) -> None:
        if at_once:
            secret_rows.keep_secret(writing, secret)
        else:
            secret_rows.rotate_secret(writing, secret, now + _OVERLAP, over_since=now)
        record(context, writing, Happening("workspace.signing_key_rotated"), {}, {"old_ends_at_once": at_once})

    context.store.write(keep)
    announce(context, Subject.WORKSPACE)


def _opened(context: Context) -> tuple[Ed25519PrivateKey, ...]:
    row_id, now = context.store.tenant_id, context.clock.now()
    sealed = context.store.read(lambda reading: secret_rows.secrets_of(reading, TABLE, row_id))
    counting = [each for each in sealed if each.expires_at is None or now < each.expires_at]
    texts = [context.vault.open(each.sealed, TABLE, row_id, each.name) for each in counting]
    return tuple(Ed25519PrivateKey.from_private_bytes(base64.b64decode(text)) for text in texts)


def _made(context: Context) -> tuple[Ed25519PrivateKey, ...]:
    """Make the first key; of several programs that do so at once, all take that of the first."""
    secret = _new_secret(context)

    def keep(writing: Writing) -> None:
        if not secret_rows.secrets_of(writing, TABLE, secret.row_id):
            secret_rows.keep_secret(writing, secret)

    context.store.write(keep)
    return _opened(context)


def _new_secret(context: Context) -> SealedSecret:
    row_id = context.store.tenant_id
    text = base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode()
    key, sealed = context.vault.seal(text, TABLE, row_id, _NAME)
    return SealedSecret(TABLE, row_id, _NAME, key, sealed, context.clock.now())
