"""Signing in and staying signed in: passwords, access tokens of minutes, refresh tokens that count once."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from integration_console.domain.callers import Caller, CallerKind
from integration_console.domain.changes import Subject
from integration_console.domain.errors import (
    ConsoleError,
    NotFound,
    PasswordChangeNeeded,
    RefreshReused,
    SignInEnded,
    SignInFailed,
    TokenExpired,
    TokenInvalid,
    TokenOfAnotherService,
)
from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogStatus
from integration_console.domain.members import MemberStatus, PasswordState
from integration_console.domain.permissions import ROLE_RIGHTS
from integration_console.domain.sign_in import Claims, SignedIn, require_good_password
from integration_console.operations import passwords, person_tokens
from integration_console.operations.journal import announce, note, record
from integration_console.operations.members import ended
from integration_console.operations.proving import happening, proven
from integration_console.operations.signing_keys import signing_keys
from integration_console.storage import members as rows
from integration_console.storage import refresh_tokens
from integration_console.storage.refresh_tokens import RefreshRow

if TYPE_CHECKING:
    from integration_console.domain.callers import RequestFacts
    from integration_console.domain.members import Member
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing

_PREFIX = "icr_"
_REFRESH_BYTES = 32


@dataclass(frozen=True, slots=True)
class _Reused:
    """A refresh token came for the second time; whose."""

    member: Member


@dataclass(frozen=True, slots=True)
class _Given:
    """What a sign-in or a refresh has stored, and the refresh token in clear."""

    member: Member
    row: RefreshRow
    token: str = field(repr=False)


def sign_in(context: Context, login: str, password: str, facts: RequestFacts) -> SignedIn:
    """Return the tokens of the member with this login and password.

    Raises `SignInFailed`, the same whatever the reason (the log knows it), `PasswordChangeNeeded` for a right one-time
    password, `VaultLocked`.
    """
    signing_keys(context)
    member = proven(context, login, password, facts)
    if member.password is PasswordState.ONE_TIME:
        raise PasswordChangeNeeded
    now = context.clock.now()

    def keep(writing: Writing) -> _Given:
        _require_unchanged(rows.held_member(writing, member.id), member)
        row = rows.password_of(writing, member.id)
        assert row is not None  # noqa: S101 - a password that goes takes the generation along
        rows.keep_password(writing, replace(row, signed_in_at=now))
        return _given(context, writing, member.id, new_id())

    given = context.store.write(keep)
    note(context, happening("member.signed_in", given.member, facts))
    announce(context, Subject.MEMBERS)
    return _signed_in(context, given)


def change_password(context: Context, login: str, password: str, new: str, facts: RequestFacts) -> SignedIn:
    """Replace a member's password, a one-time one above all, and sign in; all that was signed in before ends.

    Raises `SignInFailed`, `InvalidInput` where the new one is not good enough, `VaultLocked`.
    """
    signing_keys(context)
    member = proven(context, login, password, facts)
    require_good_password(new, member, password)
    verifier, now = passwords.verifier_of(new), context.clock.now()

    def keep(writing: Writing) -> _Given:
        before = rows.held_member(writing, member.id)
        _require_unchanged(before, member)
        ended(context, writing, before)
        own = rows.PasswordRow(member.id, verifier, one_time=False, changed_at=now, signed_in_at=now)
        rows.keep_password(writing, own)
        states = [{"password": state.value} for state in (before.password, PasswordState.OWN)]
        record(
            replace(context, actor=member.name), writing, happening("member.password_changed", member, facts), *states
        )
        return _given(context, writing, member.id, new_id())

    given = context.store.write(keep)
    announce(context, Subject.MEMBERS)
    return _signed_in(context, given)


def refresh(context: Context, refresh_token: str, facts: RequestFacts) -> SignedIn:
    """Return the next pair of tokens. The old refresh token counts no more; using it again ends the sign-in.

    Raises `TokenInvalid`, `TokenExpired`, `SignInEnded`, `RefreshReused`, `VaultLocked`.
    """
    signing_keys(context)
    outcome = context.store.write(lambda writing: _rotated(context, writing, _hash(refresh_token)))
    if isinstance(outcome, _Given):
        return _signed_in(context, outcome)
    if isinstance(outcome, _Reused):
        note(context, happening("member.sign_in_ended", outcome.member, facts, LogStatus.WARNING), RefreshReused())
        raise RefreshReused
    raise outcome


def sign_out(context: Context, refresh_token: str, facts: RequestFacts) -> None:
    """End a sign-in: no refresh token of it counts any more. A token that is not known ends nothing."""

    def end(writing: Writing) -> Member | None:
        row = refresh_tokens.refresh_token(writing, _hash(refresh_token))
        if row is None:
            return None
        refresh_tokens.revoke_family(writing, row.family_id, context.clock.now())
        return rows.member(writing, row.member_id)

    member = context.store.write(end)
    if member is not None:
        note(context, happening("member.signed_out", member, facts))


def authenticate(context: Context, credential: str, facts: RequestFacts) -> Caller | None:
    """Return the member whose access token this is; None for what is no token of this kind.

    A change of role, password or membership counts at once in this process, within a second in others.
    Raises `TokenInvalid`, `TokenOfAnotherService` (which are logged), `TokenExpired`, `SignInEnded`, `VaultLocked`.
    """
    token = person_tokens.unproven(credential)
    if token is None:
        return None
    try:
        claims = person_tokens.proven_claims(token, signing_keys(context))
        _require_here(context, claims)
    except TokenInvalid as error:
        note(context, happening("member.sign_in_failed", None, facts, LogStatus.WARNING), error)
        raise
    if (context.clock.now() - context.tokens.leeway).timestamp() >= claims.expires_at:
        raise TokenExpired
    member = _present(context, claims.member_id)
    if member.status is not MemberStatus.ACTIVE or member.generation != claims.generation:
        raise SignInEnded
    return Caller(CallerKind.PERSON, member.id, member.name, ROLE_RIGHTS[member.role])


def context_of(context: Context, caller: Caller) -> Context:
    """Return the context in which operations work for `caller`: in its name, and with its rights alone."""
    member_id = caller.id if caller.kind is CallerKind.PERSON else ""
    return replace(context, actor=caller.name, rights=caller.rights, member_id=member_id)


def _given(context: Context, writing: Writing, member_id: str, family_id: str) -> _Given:
    """Store a new refresh token of a member, and forget those whose time is over."""
    token, now = _PREFIX + secrets.token_urlsafe(_REFRESH_BYTES), context.clock.now()
    row = RefreshRow(new_id(), member_id, family_id, _hash(token), now, now + context.tokens.sign_in_life)
    refresh_tokens.forget_expired(writing, member_id, now)
    refresh_tokens.add_refresh_token(writing, row)
    return _Given(rows.member(writing, member_id), row, token)


def _rotated(context: Context, writing: Writing, token_hash: bytes) -> _Given | _Reused | ConsoleError:
    """Spend a refresh token for the next one. What is refused is returned: its traces are to be kept.

    Where a sign-in stays shorter by now than when the token was given, it ends by the shorter time.
    """
    now = context.clock.now()
    spent = refresh_tokens.refresh_token(writing, token_hash)
    if spent is None:
        return TokenInvalid()
    member = rows.held_member(writing, spent.member_id)
    spent = refresh_tokens.refresh_token(writing, token_hash) or spent  # as it is now that nobody else changes it
    if spent.revoked_at is not None or member.status is not MemberStatus.ACTIVE:
        return SignInEnded()
    if not refresh_tokens.spend(writing, spent.id, now):
        refresh_tokens.revoke_family(writing, spent.family_id, now)
        return _Reused(member)
    if now >= min(spent.expires_at, spent.issued_at + context.tokens.sign_in_life):
        return TokenExpired()
    return _given(context, writing, member.id, spent.family_id)


def _signed_in(context: Context, given: _Given) -> SignedIn:
    member, issued = given.member, given.row.issued_at
    expires = issued + context.tokens.access_life
    claims = Claims(
        context.store.tenant_id,
        member.id,
        member.role.value,
        member.generation,
        int(issued.timestamp()),
        int(expires.timestamp()),
        context.tokens.issuer,
        context.tokens.audience,
    )
    token = person_tokens.signed_token(claims, signing_keys(context)[0])
    return SignedIn(member, token, expires, given.token, given.row.expires_at)


def _require_unchanged(present: Member, seen: Member) -> None:
    """Raise `SignInFailed` where a member was changed between the look at the password and now."""
    if present.status is not MemberStatus.ACTIVE or present.generation != seen.generation:
        raise SignInFailed


def _require_here(context: Context, claims: Claims) -> None:
    """Raise `TokenInvalid` for a token of another organisation, `TokenOfAnotherService` for one that is not ours."""
    if claims.tenant_id != context.store.tenant_id:
        raise TokenInvalid
    if (claims.issuer, claims.audience) != (context.tokens.issuer, context.tokens.audience):
        raise TokenOfAnotherService


def _present(context: Context, member_id: str) -> Member:
    """Return a member as it is now, or was a second ago. Raises `SignInEnded` for one that never was here."""

    def load() -> Member:
        return context.store.read(lambda reading: rows.member(reading, member_id))

    try:
        return context.sign_ins.members.recall(member_id, context.clock.now(), load)
    except NotFound as error:
        raise SignInEnded from error


def _hash(token: str) -> bytes:
    """Return what is stored of a refresh token; it is 256 random bits, so that a plain hash is enough."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
