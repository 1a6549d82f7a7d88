"""Lets a caller repeat a request that creates something, and be answered as the first time: nothing is made twice."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from integration_console.domain.errors import KeyReused, StillAtWork
from integration_console.storage import kept_answers as rows
from integration_console.storage.kept_answers import KeptAnswer

if TYPE_CHECKING:
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing

KEPT_FOR = timedelta(hours=24)
_GIVEN_UP = timedelta(minutes=5)
"""A request that has not been answered for so long died with its process."""
_TABLE, _NAME = "kept_answers", "body"


def begun(context: Context, caller: str, key: str, fingerprint: bytes) -> KeptAnswer | None:
    """Return the answer that the same request had; None: it is the first of its kind, and is to be worked on.

    Raises `KeyReused` for another request with this key, `StillAtWork`, `VaultLocked`.
    """
    now = context.clock.now()

    def begin(writing: Writing) -> KeptAnswer | None:
        rows.forget_older(writing, now - KEPT_FOR)
        found = rows.kept_answer(writing, caller, key)
        if found is not None and found.fingerprint != fingerprint:
            raise KeyReused
        if found is not None and found.status is not None:
            return found
        if found is not None and now - found.created_at < _GIVEN_UP:
            raise StillAtWork
        rows.keep(writing, KeptAnswer(caller, key, fingerprint, now))
        return None

    found = context.store.write(begin)
    return _opened(context, found) if found is not None and found.sealed else found


def answered(context: Context, answer: KeptAnswer, *, secret: bool) -> None:
    """Keep the answer to a request; one that holds a secret is sealed. Raises `VaultLocked`."""
    kept = replace(answer, created_at=context.clock.now(), sealed=secret)
    if secret:
        text = base64.b64encode(answer.body).decode()
        kept = replace(kept, body=context.vault.seal(text, _TABLE, context.store.tenant_id, _NAME)[1])
    context.store.write(lambda writing: rows.keep(writing, kept))


def given_up(context: Context, caller: str, key: str) -> None:
    """Forget a request that did nothing: repeated, it is worked on."""
    context.store.write(lambda writing: rows.forget(writing, caller, key))


def _opened(context: Context, kept: KeptAnswer) -> KeptAnswer:
    text = context.vault.open(kept.body, _TABLE, context.store.tenant_id, _NAME)
    return replace(kept, body=base64.b64decode(text))
