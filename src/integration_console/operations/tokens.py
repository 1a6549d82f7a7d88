"""The tokens of a connector: sealed in the store, and renewed by exactly one of all who need a new one."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from integration_console.domain.access import Token
from integration_console.domain.errors import ConsoleError, error_from_code
from integration_console.storage import access_tokens as rows
from integration_console.storage import connectors as connector_rows
from integration_console.storage import secrets as secret_rows
from integration_console.storage.access_tokens import TABLE, TokenRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Reading, Writing

_ACCESS, _REFRESH = "access", "refresh"
_EARLY = timedelta(seconds=60)
_LEASE = timedelta(minutes=6)
"""Longer than the longest call: a second one would spend a refresh token that counts once."""
_LOOK_AGAIN_SECONDS = 0.05


class StoredTokens:
    """The tokens of one connector of the workspace; any number of threads may use their own."""

    def __init__(self, context: Context, connector_id: str) -> None:
        """Keep the tokens of this connector."""
        self._context = context
        self._connector_id = connector_id

    def current(self) -> Token | None:
        """Return the stored token, good or not. Raises `VaultLocked`."""
        return self._context.store.read(self._stored)[1]

    def good(self, renew: Callable[[Token | None], Token], *, refused: str = "") -> Token:
        """Return a token that is good for another minute; see `domain.access.Tokens`."""
        while True:
            row, token = self._context.store.read(self._stored)
            if row.lost_code:
                raise error_from_code(row.lost_code, row.lost_params)
            if token is not None and token.access != refused and not self._ends_soon(token):
                return token
            until = self._won_lease(row)
            if until is not None:
                return self._renewed(row, until, token, renew)
            threading.Event().wait(_LOOK_AGAIN_SECONDS)

    def keep(self, writing: Writing, token: Token) -> None:
        """Store a token that a person has just granted: what was lost before is forgotten."""
        self._store(writing, rows.token_row(writing, self._connector_id), token)

    def _ends_soon(self, token: Token) -> bool:
        return token.expires_at is not None and token.expires_at - self._context.clock.now() < _EARLY

    def _stored(self, reading: Reading) -> tuple[TokenRow, Token | None]:
        row = rows.token_row(reading, self._connector_id)
        opened = {
            each.name: self._context.vault.open(each.sealed, TABLE, self._connector_id, each.name)
            for each in secret_rows.secrets_of(reading, TABLE, self._connector_id)
        }
        if _ACCESS not in opened:
            return row, None
        refresh = opened.get(_REFRESH, "")
        ends = row.refresh_expires_at
        return row, Token(opened[_ACCESS], refresh, row.expires_at, row.scopes, row.account, ends)

    def _won_lease(self, seen: TokenRow) -> datetime | None:
        """Take the lease and return its end, unless somebody has it or the token has changed since it was looked at."""
        now = self._context.clock.now()
        until = now + _LEASE

        def take(writing: Writing) -> datetime | None:
            row = rows.token_row(writing, self._connector_id)
            alive = row.lease_until is not None and row.lease_until > now
            held = alive and (self._context.store.shared or row.lease_owner == self._context.instance)
            if held or row.version != seen.version or row.lost_code:
                return None
            connector_rows.connector(writing, self._connector_id)  # what is removed keeps nothing
            rows.keep_token_row(writing, replace(row, lease_owner=self._context.instance, lease_until=until))
            return until

        return self._context.store.write(take)

    def _renewed(
        self, row: TokenRow, until: datetime, token: Token | None, renew: Callable[[Token | None], Token]
    ) -> Token:
        try:
            new = renew(token)
        except BaseException as error:
            lost = error if isinstance(error, ConsoleError) and error.ends_access and token is not None else None
            self._context.store.write(lambda writing: self._let_go(writing, row, until, lost))
            raise
        if not new.refresh and token is not None:  # RFC 6749 section 6: the old one stays valid when none is sent
            new = replace(new, refresh=token.refresh, refresh_expires_at=token.refresh_expires_at)
        self._context.store.write(lambda writing: self._keep_renewed(writing, until, new))
        return new

    def _let_go(self, writing: Writing, seen: TokenRow, until: datetime, lost: ConsoleError | None) -> None:
        """Give the lease back, and note lost access unless what may give it again has changed meanwhile."""
        row = rows.token_row(writing, self._connector_id)
        if row.lease_until != until:
            return
        released = replace(row, lease_owner="", lease_until=None)
        if lost is not None and row.version == seen.version:
            released = replace(released, lost_code=lost.code, lost_params=dict(lost.params))
        rows.keep_token_row(writing, released)

    def _keep_renewed(self, writing: Writing, until: datetime, new: Token) -> None:
        """Store a renewed token, unless a person has granted another or the connector was removed meanwhile."""
        row = rows.token_row(writing, self._connector_id)
        if row.lease_until == until:
            self._store(writing, row, new)

    def _store(self, writing: Writing, row: TokenRow, token: Token) -> None:
        secret_rows.forget_secrets(writing, TABLE, self._connector_id)
        now = self._context.clock.now()
        for name, value in ((_ACCESS, token.access), (_REFRESH, token.refresh)):
            if value:
                key_id, sealed = self._context.vault.seal(value, TABLE, self._connector_id, name)
                secret = secret_rows.SealedSecret(TABLE, self._connector_id, name, key_id, sealed, now)
                secret_rows.keep_secret(writing, secret)
        rows.keep_token_row(
            writing,
            TokenRow(
                self._connector_id,
                row.version + 1,
                token.expires_at,
                token.refresh_expires_at,
                token.scopes,
                token.account,
            ),
        )


class PassingTokens:
    """The tokens of a connector that is not saved yet: they are asked for when needed and forgotten with the check."""

    def __init__(self) -> None:
        """Start without any."""
        self._token: Token | None = None

    def current(self) -> Token | None:
        """Return the token of this check."""
        return self._token

    def good(self, renew: Callable[[Token | None], Token], *, refused: str = "") -> Token:
        """Return a token, asked for where there is none or the last was refused."""
        if self._token is None or self._token.access == refused:
            self._token = renew(self._token)
        return self._token


def version_of(reading: Reading | Writing, connector_id: str) -> int:
    """Return a number that grows with every new token, and with every change that may give access again."""
    return rows.token_row(reading, connector_id).version


def give_another_chance(writing: Writing, connector_id: str) -> None:
    """Forget that access was lost: the settings have changed, so that it may work again."""
    row = rows.token_row(writing, connector_id)
    rows.keep_token_row(writing, replace(row, version=row.version + 1, lost_code="", lost_params={}))


def forget(writing: Writing, connector_id: str) -> None:
    """Delete a connector's tokens."""
    rows.forget_token(writing, connector_id)
    secret_rows.forget_secrets(writing, TABLE, connector_id)
