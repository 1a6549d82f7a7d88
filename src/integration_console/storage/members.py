"""The rows of `tenant_members` and of `member_passwords`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Row, column, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from integration_console.domain.errors import LoginTaken, NotFound
from integration_console.domain.members import Member, MemberStatus, PasswordState
from integration_console.domain.permissions import Role
from integration_console.storage import member_tables
from integration_console.storage.columns import Id, Moment
from integration_console.storage.driver import is_postgres

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Select

    from integration_console.storage.transaction import Reading, Writing

_table = member_tables.members
_passwords = member_tables.passwords
_STATES = func.console.password_states().table_valued(
    column("member_id", Id), column("one_time", Boolean), column("signed_in_at", Moment), column("locked_until", Moment)
)
"""What a shared database tells people of passwords: how they are, never what they are held against."""


@dataclass(frozen=True, slots=True)
class PasswordRow:
    """How a member proves who they are; `verifier` is an argon2id string (PHC format)."""

    member_id: str
    verifier: str = field(repr=False)
    one_time: bool
    changed_at: datetime
    failures: int = 0
    locked_until: datetime | None = None
    signed_in_at: datetime | None = None


def add_member(writing: Writing, member: Member) -> None:
    """Insert a member. Raises `LoginTaken`."""
    try:
        writing.connection.execute(insert(_table).values(tenant_id=writing.tenant_id, id=member.id, **_values(member)))
    except IntegrityError as error:
        raise LoginTaken(login=member.login) from error


def change_member(writing: Writing, member: Member) -> None:
    """Store the present values of a member."""
    here = (_table.c.tenant_id == writing.tenant_id, _table.c.id == member.id)
    writing.connection.execute(update(_table).where(*here).values(**_values(member)))


def member(reading: Reading | Writing, member_id: str) -> Member:
    """Return one member, removed or not. Raises `NotFound`."""
    row = reading.connection.execute(_with_passwords(reading).where(_table.c.id == member_id)).one_or_none()
    if row is None:
        raise NotFound(kind="member", id=member_id)
    return _member(row)


def member_with_login(reading: Reading | Writing, login: str) -> Member | None:
    """Return the active member with this login, None where there is none."""
    query = _with_passwords(reading).where(_table.c.login == login, _table.c.status == MemberStatus.ACTIVE)
    row = reading.connection.execute(query).one_or_none()
    return None if row is None else _member(row)


def members(reading: Reading | Writing) -> tuple[Member, ...]:
    """Return all active members, by name."""
    query = _with_passwords(reading).where(_table.c.status == MemberStatus.ACTIVE)
    rows = reading.connection.execute(query.order_by(func.lower(_table.c.name), _table.c.id)).all()
    return tuple(_member(row) for row in rows)


def held_member(writing: Writing, member_id: str) -> Member:
    """Return one member and let nobody else change it before this transaction has ended. Raises `NotFound`."""
    here = (_table.c.tenant_id == writing.tenant_id, _table.c.id == member_id)
    writing.connection.execute(select(_table.c.id).where(*here).with_for_update()).all()
    return member(writing, member_id)


def held_members(writing: Writing) -> tuple[Member, ...]:
    """Return all active members and let nobody else change them before this transaction has ended.

    Two owners who remove each other at the same moment would otherwise leave none.
    """
    lock = select(_table.c.id).where(_table.c.tenant_id == writing.tenant_id, _table.c.status == MemberStatus.ACTIVE)
    writing.connection.execute(lock.order_by(_table.c.id).with_for_update()).all()
    return members(writing)


def has_members(reading: Reading | Writing) -> bool:
    """Return whether the organisation has, or had, any member."""
    query = select(_table.c.id).where(_table.c.tenant_id == reading.tenant_id).limit(1)
    return reading.connection.execute(query).one_or_none() is not None


def password_of(reading: Reading | Writing, member_id: str) -> PasswordRow | None:
    """Return a member's password row; None where no password was ever set."""
    here = (_passwords.c.tenant_id == reading.tenant_id, _passwords.c.member_id == member_id)
    row = reading.connection.execute(select(_passwords).where(*here)).one_or_none()
    if row is None:
        return None
    return PasswordRow(
        row.member_id, row.verifier, row.one_time, row.changed_at, row.failures, row.locked_until, row.signed_in_at
    )


def keep_password(writing: Writing, row: PasswordRow) -> None:
    """Store a member's password row in place of the one before."""
    forget_password(writing, row.member_id)
    values = {
        "tenant_id": writing.tenant_id,
        "member_id": row.member_id,
        "verifier": row.verifier,
        "one_time": row.one_time,
        "failures": row.failures,
        "locked_until": row.locked_until,
        "changed_at": row.changed_at,
        "signed_in_at": row.signed_in_at,
    }
    writing.connection.execute(insert(_passwords), values)


def forget_password(writing: Writing, member_id: str) -> None:
    """Delete a member's password row."""
    here = (_passwords.c.tenant_id == writing.tenant_id, _passwords.c.member_id == member_id)
    writing.connection.execute(delete(_passwords).where(*here))


def _with_passwords(reading: Reading | Writing) -> Select[Any]:
    shared = is_postgres(reading.connection)
    states = _STATES.c if shared else _passwords.c
    joined = states.member_id == _table.c.id
    if not shared:
        joined &= _passwords.c.tenant_id == _table.c.tenant_id
    columns: Sequence[Any] = (_table, states.one_time, states.signed_in_at, states.locked_until)
    source = _table.outerjoin(_STATES if shared else _passwords, joined)
    return select(*columns).select_from(source).where(_table.c.tenant_id == reading.tenant_id)


def _values(member: Member) -> dict[str, Any]:
    return {
        "name": member.name,
        "login": member.login,
        "role": member.role,
        "status": member.status,
        "generation": member.generation,
        "created_at": member.created_at,
        "updated_at": member.updated_at,
    }


def _member(row: Row[Any]) -> Member:
    states = {None: PasswordState.NONE, True: PasswordState.ONE_TIME, False: PasswordState.OWN}
    return Member(
        id=row.id,
        name=row.name,
        login=row.login,
        role=Role(row.role),
        status=MemberStatus(row.status),
        generation=row.generation,
        created_at=row.created_at,
        updated_at=row.updated_at,
        password=states[row.one_time],
        signed_in_at=row.signed_in_at,
        locked_until=row.locked_until,
    )
