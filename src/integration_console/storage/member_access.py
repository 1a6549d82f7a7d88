"""How members come to their access: a one-time password, a login of a shared database, and the end of what was given.

People have no right to the tables of a shared database that hold these things; its functions do it for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from integration_console.domain.clock import microseconds
from integration_console.domain.errors import LoginTaken
from integration_console.domain.members import DatabaseLogin
from integration_console.storage import members, refresh_tokens
from integration_console.storage.columns import id_bytes
from integration_console.storage.driver import is_postgres

if TYPE_CHECKING:
    from datetime import datetime

    from integration_console.domain.members import Member
    from integration_console.storage.members import PasswordRow
    from integration_console.storage.transaction import Writing

_GIVE_PASSWORD = text("SELECT console.give_password(:member, :verifier, :moment)")
_END = text("SELECT console.end_sign_ins(:member, :moment, :forget)")
_GIVE_LOGIN = text("SELECT console.give_login(:member, :verifier)")


def give_password(writing: Writing, row: PasswordRow) -> None:
    """Store a one-time password in place of the password before."""
    if not is_postgres(writing.connection):
        members.keep_password(writing, row)
        return
    given = {"member": id_bytes(row.member_id), "verifier": row.verifier, "moment": microseconds(row.changed_at)}
    writing.connection.execute(_GIVE_PASSWORD, given)


def give_login(writing: Writing, member: Member, password: str) -> DatabaseLogin:
    """Let a member into the shared database itself, with this password where the login is of our making.

    Raises `LoginTaken` where the login is another organisation's.
    """
    if not is_postgres(writing.connection):
        return DatabaseLogin.NONE
    connection = writing.connection.connection.driver_connection
    verifier = connection.pgconn.encrypt_password(password.encode(), member.login.encode(), b"scram-sha-256")  # type: ignore[union-attr]
    given = {"member": id_bytes(member.id), "verifier": verifier.decode()}
    try:
        return DatabaseLogin(str(writing.connection.execute(_GIVE_LOGIN, given).scalar_one()))
    except IntegrityError as error:
        raise LoginTaken(login=member.login) from error


def end_sign_ins(writing: Writing, member_id: str, moment: datetime, *, forget: bool = False) -> None:
    """End all that a member was signed in to at the service; `forget` the password, too."""
    if is_postgres(writing.connection):
        given = {"member": id_bytes(member_id), "moment": microseconds(moment), "forget": forget}
        writing.connection.execute(_END, given)
        return
    refresh_tokens.revoke_all(writing, member_id, moment)
    if forget:
        members.forget_password(writing, member_id)
