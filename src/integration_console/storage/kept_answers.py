"""The rows of `kept_answers`: one for each request that its caller may repeat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from integration_console.storage import service_tables

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from integration_console.storage.transaction import Writing

_table = service_tables.kept_answers


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """A request by its caller and key; `status` is None while it is being worked on. A `sealed` body holds secrets."""

    caller: str
    key: str
    fingerprint: bytes
    created_at: datetime
    status: int | None = None
    media_type: str = ""
    body: bytes = b""
    sealed: bool = False


def kept_answer(writing: Writing, caller: str, key: str) -> KeptAnswer | None:
    """Return what is kept under a key, None where there is nothing."""
    row = writing.connection.execute(select(_table).where(*_at(writing, caller, key))).one_or_none()
    if row is None:
        return None
    parts = (row.status, row.media_type or "", row.body or b"", row.sealed)
    return KeptAnswer(row.caller, row.key, row.fingerprint, row.created_at, *parts)


def keep(writing: Writing, answer: KeptAnswer) -> None:
    """Insert or replace what is kept under a key."""
    values = {
        "fingerprint": answer.fingerprint,
        "created_at": answer.created_at,
        "status": answer.status,
        "media_type": answer.media_type,
        "body": answer.body,
        "sealed": answer.sealed,
    }
    here = _at(writing, answer.caller, answer.key)
    if writing.connection.execute(update(_table).where(*here).values(values)).rowcount == 0:
        place = {"tenant_id": writing.tenant_id, "caller": answer.caller, "key": answer.key}
        writing.connection.execute(insert(_table), {**place, **values})


def forget(writing: Writing, caller: str, key: str) -> None:
    """Delete what is kept under a key."""
    writing.connection.execute(delete(_table).where(*_at(writing, caller, key)))


def forget_older(writing: Writing, moment: datetime) -> None:
    """Delete everything that was kept before `moment`."""
    here = (_table.c.tenant_id == writing.tenant_id, _table.c.created_at < moment)
    writing.connection.execute(delete(_table).where(*here))


def _at(writing: Writing, caller: str, key: str) -> tuple[ColumnElement[bool], ...]:
    return (_table.c.tenant_id == writing.tenant_id, _table.c.caller == caller, _table.c.key == key)
