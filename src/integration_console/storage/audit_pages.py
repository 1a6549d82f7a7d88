"""Reads `audit_log`: pages newest first, and the chain as it lies there, whatever somebody did to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import BigInteger, LargeBinary, Row, Text, func, select, type_coerce

from integration_console.domain.audit import AuditDraft, AuditEntry, AuditPage, ChainEnd, StoredLink
from integration_console.domain.clock import from_microseconds
from integration_console.storage import tables
from integration_console.storage.columns import id_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement

    from integration_console.domain.audit import AuditFilter
    from integration_console.storage.transaction import Reading

_table = tables.audit_log
_RAW = (
    _table.c.number,
    type_coerce(_table.c.id, LargeBinary).label("id"),
    type_coerce(_table.c.created_at, BigInteger).label("created_at"),
    _table.c.actor,
    _table.c.action,
    _table.c.subject_kind,
    _table.c.subject_id,
    type_coerce(_table.c.before, Text).label("before"),
    type_coerce(_table.c.after, Text).label("after"),
    _table.c.previous_hash,
    _table.c.hash,
)


def audit_page(reading: Reading, wanted: AuditFilter, after: int | None, limit: int) -> AuditPage:
    """Return entries newest first, those with numbers below `after`."""
    query = select(*_RAW).where(_table.c.tenant_id == reading.tenant_id, *_narrowed(wanted))
    if after is not None:
        query = query.where(_table.c.number < after)
    rows = reading.connection.execute(query.order_by(_table.c.number.desc()).limit(limit + 1)).all()
    entries = tuple(AuditEntry(row.number, _read_anyway(row), row.hash) for row in rows[:limit])
    return AuditPage(entries, entries[-1].number if len(rows) > limit else None)


def links_after(reading: Reading, number: int, limit: int) -> tuple[StoredLink, ...]:
    """Return the rows of the chain with numbers above `number`, as they lie there, oldest first."""
    query = select(*_RAW).where(_table.c.tenant_id == reading.tenant_id, _table.c.number > number)
    rows = reading.connection.execute(query.order_by(_table.c.number).limit(limit)).all()
    return tuple(StoredLink(row.number, _change(row), row.previous_hash, row.hash) for row in rows)


def chain_end(reading: Reading) -> ChainEnd | None:
    """Return the newest entry's number and hash, None where there is none."""
    query = select(_table.c.number, _table.c.hash).where(_table.c.tenant_id == reading.tenant_id)
    row = reading.connection.execute(query.order_by(_table.c.number.desc()).limit(1)).one_or_none()
    return None if row is None else ChainEnd(row.number, row.hash)


def actions(reading: Reading) -> tuple[str, ...]:
    """Return the actions that exist, sorted."""
    query = select(_table.c.action).where(_table.c.tenant_id == reading.tenant_id).distinct()
    return tuple(sorted(reading.connection.execute(query).scalars()))


def _narrowed(wanted: AuditFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.actor:
        yield func.lower(_table.c.actor).contains(wanted.actor.lower(), autoescape=True)
    if wanted.action.endswith("*"):
        yield _table.c.action.startswith(wanted.action[:-1], autoescape=True)
    elif wanted.action:
        yield _table.c.action == wanted.action
    if wanted.subject_kind:
        yield _table.c.subject_kind == wanted.subject_kind
    if wanted.subject_id:
        yield _table.c.subject_id == wanted.subject_id
    if wanted.since is not None:
        yield _table.c.created_at >= wanted.since
    if wanted.until is not None:
        yield _table.c.created_at < wanted.until


def _change(row: Row[Any]) -> AuditDraft | None:
    """Return what a row tells; None where no such row was ever written."""
    try:
        before, after = orjson.loads(row.before), orjson.loads(row.after)
        moment = from_microseconds(row.created_at)
        return AuditDraft(
            id_text(row.id), moment, row.actor, row.action, row.subject_kind, row.subject_id, {**before}, {**after}
        )
    except (ValueError, TypeError, OverflowError, AttributeError):
        return None


def _read_anyway(row: Row[Any]) -> AuditDraft:
    """Return what a row tells, without what cannot be read: verifying the chain says that it was altered."""
    return _change(row) or AuditDraft(
        "", from_microseconds(0), str(row.actor), str(row.action), str(row.subject_kind), str(row.subject_id), {}, {}
    )
