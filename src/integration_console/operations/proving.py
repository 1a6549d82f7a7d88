"""Holds a login and a password against each other: same answer and same work, whatever is wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from integration_console.domain.errors import (
    LoginUnknown,
    OneTimePasswordExpired,
    PasswordMissing,
    PasswordWrong,
    SignInFailed,
    SignInPaused,
)
from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogStatus
from integration_console.domain.members import is_login
from integration_console.domain.sign_in import ONE_TIME_LIFE, waiting_time
from integration_console.operations import passwords
from integration_console.operations.journal import Happening, note
from integration_console.storage import members as rows

if TYPE_CHECKING:
    from datetime import datetime

    from integration_console.domain.callers import RequestFacts
    from integration_console.domain.members import Member
    from integration_console.operations.context import Context
    from integration_console.storage.members import PasswordRow
    from integration_console.storage.transaction import Writing


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What an attempt to sign in is held against; one that is `refused` already takes as long as any other."""

    member: Member | None = None
    row: PasswordRow | None = None
    refused: SignInFailed | None = None


def proven(context: Context, login: str, password: str, facts: RequestFacts) -> Member:
    """Return the member with this login and password.

    Raises `SignInFailed`, always the same outside; the log has the exact reason.
    """
    now = context.clock.now()
    attempt = context.store.write(lambda writing: _begun(writing, login.strip().lower(), now))
    fits = passwords.fits(password, attempt.row.verifier if attempt.row else passwords.DECOY)
    refused = attempt.refused or (None if fits else PasswordWrong())
    if refused is None:
        refused = context.store.write(lambda writing: _succeeded(writing, attempt, now))
    if refused is not None or attempt.member is None:
        _note_failure(context, attempt, refused, facts)
        raise SignInFailed from refused
    return attempt.member


def happening(
    verb: str, member: Member | None, facts: RequestFacts, status: LogStatus = LogStatus.SUCCESS
) -> Happening:
    """Return what is logged of a member who signs in; what was typed as a login that nobody has may be a password."""
    params = {"address": facts.address or "-", "agent": facts.agent, **({"member": member.name} if member else {})}
    return Happening(verb, params, status, subject_id=member.id if member else "")


def _begun(writing: Writing, login: str, now: datetime) -> _Attempt:
    """Count the attempt as one that failed before it is looked at: many at once get no further than one by one."""
    member = rows.member_with_login(writing, login) if is_login(login) else None
    row = rows.password_of(writing, member.id) if member else None
    if row is None or (row.locked_until is not None and row.locked_until > now):
        _write_in_vain(writing, now)
        return _Attempt(member, row, _refusal(member, row))
    failures = row.failures + 1
    wait = waiting_time(failures)
    rows.keep_password(writing, replace(row, failures=failures, locked_until=now + wait if wait else None))
    return _Attempt(member, row)


def _refusal(member: Member | None, row: PasswordRow | None) -> SignInFailed:
    if member is None:
        return LoginUnknown()
    if row is None or row.locked_until is None:
        return PasswordMissing()
    return SignInPaused(until=row.locked_until.isoformat(timespec="seconds"))


def _write_in_vain(writing: Writing, now: datetime) -> None:
    """Commit as much as an attempt that counts, so that the time of the answer does not tell whether there is one."""
    nobody = new_id()
    rows.keep_password(writing, rows.PasswordRow(nobody, passwords.DECOY, one_time=True, changed_at=now))
    rows.forget_password(writing, nobody)


def _succeeded(writing: Writing, attempt: _Attempt, now: datetime) -> SignInFailed | None:
    """Forget the failures, unless the password was changed, or its time was over, in the meantime."""
    assert attempt.row is not None  # noqa: S101 - it fitted
    present = rows.password_of(writing, attempt.row.member_id)
    if present is None or present.verifier != attempt.row.verifier:
        return PasswordWrong()
    if present.one_time and present.changed_at + ONE_TIME_LIFE <= now:
        return OneTimePasswordExpired()
    rows.keep_password(writing, replace(present, failures=0, locked_until=None))
    return None


def _note_failure(context: Context, attempt: _Attempt, refused: SignInFailed | None, facts: RequestFacts) -> None:
    note(context, happening("member.sign_in_failed", attempt.member, facts, LogStatus.WARNING), refused)
