"""The index of all words in a workspace file's log: which entries may hold some letters, anywhere in their text.

Trigrams of the folded text, in tables of SQLite's FTS5 that keep no text (`content=''`, `detail=none`); a row's number
is the entry's place in the order of commits. What they name is looked at again, so an entry that is gone does no
harm there; a table whose entries are gone is dropped as a whole (`delete` would need the text as it was), and one of
which many are gone is made anew (`log_space`).
`log_words_stretches` says which places are indexed, a stretch for each transaction, and of which times its entries are.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sqlalchemy import select

from integration_console.domain.clock import microseconds
from integration_console.domain.log_conditions import AllOf, AnyOf, Contains, searched_text
from integration_console.storage import tables
from integration_console.storage.log_payloads import payload_texts
from integration_console.storage.log_queries import ENTRY, entry_of
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from integration_console.domain.log_conditions import Condition
    from integration_console.storage.store import Store
    from integration_console.storage.transaction import Reading, Writing

IndexRow: TypeAlias = tuple[int, int, str]
"""Place, time in microseconds and text of an entry."""
PREFIX = "log_words_"
"""What the names of its tables begin with; none of them belongs to the catalogue, for all can be made anew."""
PART = 1 << 18
"""So many entries are in one table."""
STRETCH = 400
"""So many entries are indexed in one transaction, or fewer where their texts are long: events wait for no more."""
_NAMED = re.compile(rf"{PREFIX}(\d+)")
_STRETCH_LETTERS = 400_000
_LETTERS = 3
_MOST_TRIGRAMS = 12
_TRIGRAMS_SINCE = (3, 34, 0)
_MAKE = "CREATE VIRTUAL TABLE {name} USING fts5(text, content='', detail=none, columnsize=0, tokenize={how})"
_HOW = "'trigram case_sensitive 1'"


class Stretch(NamedTuple):
    """Places `first` to `last` are in table `part`; their entries are of times `oldest` to `newest` (microseconds)."""

    number: int
    first: int
    last: int
    part: int
    oldest: int
    newest: int


@dataclass(frozen=True, slots=True)
class IndexDraft:
    """Entries that come into the index next."""

    rows: tuple[IndexRow, ...]
    full: bool
    """Whether there may be more."""


def is_possible() -> bool:
    """Return whether this SQLite has trigrams; Python may bring an older one."""
    return sqlite3.sqlite_version_info >= _TRIGRAMS_SINCE


def indexed_to(connection: Connection) -> int:
    """Return the last place that is in the index (0: none)."""
    query = f"SELECT last FROM {PREFIX}stretches ORDER BY number DESC LIMIT 1"  # noqa: S608 - our own name
    return int(connection.exec_driver_sql(query).scalar() or 0)


def draft_next(reading: Reading) -> IndexDraft:
    """Return what comes into the index next."""
    rows = rows_between(reading, indexed_to(reading.connection) + 1, 2**62, STRETCH)
    return IndexDraft(tuple(_short(rows)), full=len(rows) == STRETCH)


def rows_between(reading: Reading, first: int, last: int, limit: int) -> list[IndexRow]:
    """Return entries at some places as they come into the index."""
    place = tables.logs.c.position
    query = select(*ENTRY).where(tables.logs.c.tenant_id == reading.tenant_id, place.between(first, last))
    entries = tuple(map(entry_of, reading.connection.execute(query.order_by(place).limit(limit))))
    texts = payload_texts(reading, entries)
    return [
        (entry.position, microseconds(entry.created_at), f"{searched_text(entry)}\n{text}")
        for entry, text in zip(entries, texts, strict=True)
    ]


def _short(rows: Sequence[IndexRow]) -> Iterator[IndexRow]:
    """Yield rows until there are enough letters, but at least one."""
    letters = 0
    for row in rows:
        yield row
        letters += len(row[2])
        if letters >= _STRETCH_LETTERS:
            return


def add(writing: Writing, draft: IndexDraft) -> None:
    """Put entries into the index, and note that they are there."""
    connection, rows = writing.connection, draft.rows
    if not rows or indexed_to(connection) >= rows[0][0]:
        return
    part = _part_for(connection)
    put(connection, part, rows)
    times = [moment for _, moment, _ in rows]
    connection.exec_driver_sql(
        f"INSERT INTO {PREFIX}stretches (first, last, part, entries, oldest, newest) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own name
        (rows[0][0], rows[-1][0], part, len(rows), min(times), max(times)),
    )


def put(connection: Connection, part: int, rows: Sequence[IndexRow]) -> None:
    """Put entries into a table of the index."""
    statement = f"INSERT INTO {PREFIX}{part} (rowid, text) VALUES (?, ?)"  # noqa: S608 - our own name
    connection.exec_driver_sql(statement, [(position, text) for position, _, text in rows])


def parts(connection: Connection) -> set[int]:
    """Return the numbers of all tables of the index."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
    return {int(found[1]) for name in names if (found := _NAMED.fullmatch(name))}


def new_part(connection: Connection) -> int:
    """Make another table of the index and return its number."""
    made = max(parts(connection), default=-1) + 1
    connection.exec_driver_sql(_MAKE.format(name=f"{PREFIX}{made}", how=_HOW))
    return made


def _part_for(connection: Connection) -> int:
    """Return the number of the table that entries come into now, which is made where the last one is full."""
    newest = f"SELECT part FROM {PREFIX}stretches ORDER BY number DESC LIMIT 1"  # noqa: S608 - our own name
    part = connection.exec_driver_sql(newest).scalar()
    if part is not None:
        held = f"SELECT sum(entries) FROM {PREFIX}stretches WHERE part = ?"  # noqa: S608 - our own name
        if int(connection.exec_driver_sql(held, (part,)).scalar() or 0) < PART:
            return int(part)
    return new_part(connection)


def index_all(store: Store, goes_on: Callable[[], bool] = lambda: True) -> None:
    """Index what is not yet, a stretch at a time, while that is wanted."""
    if index_stretches(store, goes_on) and goes_on():
        _add_draft(store, store.read(draft_next))


def index_stretches(store: Store, goes_on: Callable[[], bool]) -> int:
    """Index all whole stretches while that is wanted; return how many entries the next one lacks."""
    while goes_on():
        draft = store.read(draft_next)
        if not draft.full:
            return STRETCH - len(draft.rows)
        _add_draft(store, draft)
    return 0


def _add_draft(store: Store, draft: IndexDraft) -> None:
    if draft.rows:
        store.write(lambda writing: add(writing, draft), Priority.INDEX)


def match_of(condition: Condition) -> str:
    """Return what FTS5 is asked for to find all entries that may meet a condition ("": it is of no help)."""
    if isinstance(condition, Contains):
        return _trigrams(condition.words)
    if isinstance(condition, AllOf):
        return " AND ".join(f"({each})" for each in map(match_of, condition.parts) if each)
    if isinstance(condition, AnyOf) and condition.parts:
        found = [match_of(each) for each in condition.parts]
        return " OR ".join(f"({each})" for each in found) if all(found) else ""
    return ""


def _trigrams(words: str) -> str:
    every = list(dict.fromkeys(words[at : at + _LETTERS] for at in range(len(words) - _LETTERS + 1)))
    step = -(-len(every) // _MOST_TRIGRAMS) if every else 1
    quoted = (each.replace('"', '""') for each in every[::step])
    return " AND ".join(f'"{each}"' for each in quoted)


def stretches(reading: Reading, since: datetime | None, until: datetime | None, *, upwards: bool) -> Iterator[Stretch]:
    """Yield what is indexed of a time (both ends included), from the newest entry down or from the oldest up."""
    low = -(2**62) if since is None else microseconds(since)
    high = 2**62 if until is None else microseconds(until)
    order = "oldest, number" if upwards else "newest DESC, number DESC"
    query = (
        f"SELECT number, first, last, part, oldest, newest FROM {PREFIX}stretches "  # noqa: S608 - our own names
        f"WHERE newest >= ? AND oldest <= ? ORDER BY {order}"
    )
    yield from map(Stretch._make, reading.connection.exec_driver_sql(query, (low, high)))


def candidates(reading: Reading, match: str, group: Sequence[Stretch]) -> list[int]:
    """Return the places in some stretches whose entries may be meant."""
    found: list[int] = []
    for part, first, last in _runs(group):
        query = f"SELECT rowid FROM {PREFIX}{part} WHERE {PREFIX}{part} MATCH ? AND rowid BETWEEN ? AND ?"  # noqa: S608 - our own names
        found.extend(reading.connection.exec_driver_sql(query, (match, first, last)).scalars())
    return found


def _runs(group: Sequence[Stretch]) -> Iterator[tuple[int, int, int]]:
    """Yield part, first and last place of stretches that follow one another."""
    ordered = sorted(group)
    begin = 0
    for at, (each, following) in enumerate(zip(ordered, islice([*ordered, None], 1, None), strict=True), 1):
        if following is None or following.number != each.number + 1 or following.part != each.part:
            yield each.part, ordered[begin].first, each.last
            begin = at
