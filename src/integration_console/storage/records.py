"""Stores pages of records: what is new, what changed and what is gone, with the change log, in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from integration_console.domain.records import ChangeKind
from integration_console.domain.streams import Page, RecordState, Removal, RemovalReason, SourceRecord
from integration_console.domain.syncs import RunCounts
from integration_console.storage.bulk import BulkInsert, insert_rows
from integration_console.storage.columns import id_bytes
from integration_console.storage.driver import run_driver_sql

if TYPE_CHECKING:
    from integration_console.storage.transaction import Writing

_HASH_BYTES = 16
_RECORDS = BulkInsert(
    "connector_records",
    (
        "tenant_id", "connector_id", "stream", "external_id", "scope", "title", "state", "content", "content_hash",
        "first_seen", "last_seen", "changed_at", "seen_run", "removal_reason",
    ),
    "ON CONFLICT (tenant_id, connector_id, stream, external_id) DO UPDATE SET scope = excluded.scope, "
    "title = excluded.title, state = excluded.state, content = excluded.content, "
    "content_hash = excluded.content_hash, last_seen = excluded.last_seen, changed_at = excluded.changed_at, "
    "seen_run = excluded.seen_run, removal_reason = excluded.removal_reason",
)  # fmt: skip
_CHANGES = BulkInsert(
    "record_changes",
    (
        "tenant_id", "position", "connector_id", "stream", "external_id", "title", "kind", "changed_at",
        "run_id", "reason", "before",
    ),
)  # fmt: skip
_HERE = "tenant_id = ? AND connector_id = ? AND stream = ?"
_THESE = f"{_HERE} AND external_id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own names
_PRESENT = f"SELECT external_id, scope, state, content_hash, title, content FROM connector_records WHERE {_THESE}"  # noqa: S608 - our own names
_SEEN = f"UPDATE connector_records SET seen_run = ?, last_seen = ? WHERE {_THESE}"  # noqa: S608 - our own names
_MOVED = f"UPDATE connector_records SET scope = ?, seen_run = ?, last_seen = ? WHERE {_HERE} AND external_id = ?"  # noqa: S608 - our own names
_GONE = f"""
UPDATE connector_records SET state = 'deleted', removal_reason = ?, changed_at = ?, last_seen = last_seen
WHERE {_THESE}
"""  # noqa: S608 - our own names


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page belongs: the connector's stream, the run that brings it, the moment in microseconds."""

    connector_id: str
    stream: str
    run_id: str
    micros: int


@dataclass(frozen=True, slots=True)
class _Present:
    scope: str
    state: str
    content_hash: bytes
    title: str
    content: str


def apply_page(writing: Writing, place: Place, page: Page) -> RunCounts:
    """Store a page's records and removals, and what they changed; return the counts. Its sweeps are for the caller."""
    shelf = _Shelf(writing, place)
    upserted = shelf.upsert(page.records)
    shelf.note_seen(page.present)
    removed = shelf.remove(page.removed)
    return upserted.plus(RunCounts(deleted=removed, unchanged=len(page.present), pages=1))


def content_hash(content: str, state: str) -> bytes:
    """Return what tells two versions of a record apart: BLAKE2b, 128 bits, of its content and state."""
    return hashlib.blake2b(f"{state}\n{content}".encode(), digest_size=_HASH_BYTES).digest()


def canonical(content: Any) -> str:  # noqa: ANN401 - the JSON border
    """Return a content as JSON with sorted names, so that equal contents are equal texts."""
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS).decode()


class _Shelf:
    """The records of one stream within one transaction."""

    def __init__(self, writing: Writing, place: Place) -> None:
        self._writing = writing
        self._place = place
        self._where = (id_bytes(writing.tenant_id), id_bytes(place.connector_id), place.stream)
        self._run = id_bytes(place.run_id)

    def upsert(self, records: Sequence[SourceRecord]) -> RunCounts:
        """Insert what is new, change what differs, note the rest as seen."""
        newest = {each.external_id: each for each in records}
        present = self._present(newest)
        rows, changes, same = [], [], []
        added = 0
        for record in newest.values():
            content = canonical(record.content)
            digest = content_hash(content, record.state)
            old = present.get(record.external_id)
            if old is not None and old.content_hash == digest and old.state == record.state:
                self._note_move(record, old)
                same.append(record.external_id)
                continue
            is_new = old is None or old.state == RecordState.DELETED
            added += is_new
            kind = ChangeKind.ADDED if is_new else ChangeKind.UPDATED
            rows.append(self._row(record, content, digest))
            changes.append(self._change(record.external_id, record.title, kind, "", None if is_new else old.content))  # type: ignore[union-attr]
        insert_rows(self._writing.connection, _RECORDS, rows)
        insert_rows(self._writing.connection, _CHANGES, changes)
        self.note_seen(same)
        return RunCounts(added=added, updated=len(rows) - added, unchanged=len(same))

    def note_seen(self, external_ids: Sequence[str]) -> None:
        """Remember that this run saw records as they are."""
        if external_ids:
            values = (self._run, self._place.micros, *self._where, _listed(external_ids))
            run_driver_sql(self._writing.connection, _SEEN, values)

    def remove(self, removals: Iterable[Removal]) -> int:
        """Make tombstones of records that are there and live where the removal says."""
        wanted = {each.external_id: each for each in removals}
        present = self._present(wanted)
        by_reason: dict[RemovalReason, list[tuple[str, str, str]]] = {}
        for external_id, removal in wanted.items():
            old = present.get(external_id)
            if old is None or old.state == RecordState.DELETED or removal.scope not in (None, old.scope):
                continue
            by_reason.setdefault(removal.reason, []).append((external_id, old.title, old.content))
        return sum(self._bury(gone, reason) for reason, gone in by_reason.items())

    def _bury(self, gone: Sequence[tuple[Any, ...]], reason: RemovalReason) -> int:
        if gone:
            values = (reason.value, self._place.micros, *self._where, _listed([each[0] for each in gone]))
            run_driver_sql(self._writing.connection, _GONE, values)
            changes = [self._change(each[0], each[1], ChangeKind.DELETED, reason.value, each[2]) for each in gone]
            insert_rows(self._writing.connection, _CHANGES, changes)
        return len(gone)

    def _note_move(self, record: SourceRecord, old: _Present) -> None:
        if record.scope != old.scope:
            values = (record.scope, self._run, self._place.micros, *self._where, record.external_id)
            run_driver_sql(self._writing.connection, _MOVED, values)

    def _present(self, external_ids: Iterable[str]) -> dict[str, _Present]:
        listed = _listed(list(external_ids))
        rows = run_driver_sql(self._writing.connection, _PRESENT, (*self._where, listed))
        return {row[0]: _Present(*row[1:]) for row in rows}

    def _row(self, record: SourceRecord, content: str, digest: bytes) -> tuple[Any, ...]:
        micros = self._place.micros
        return (
            *(*self._where, record.external_id, record.scope, record.title, record.state.value, content, digest),
            *(micros, micros, micros, self._run, ""),
        )

    def _change(
        self, external_id: str, title: str, kind: ChangeKind, reason: str, before: str | None
    ) -> tuple[Any, ...]:
        tenant, connector, stream = self._where
        return (
            *(tenant, self._writing.next_position(), connector, stream, external_id, title),
            *(kind.value, self._place.micros, self._run, reason, before),
        )


def _listed(external_ids: Sequence[str]) -> str:
    return orjson.dumps(list(external_ids)).decode()
