"""Makes `logs-LARGE.db` of `logs-SMALL.db`, both arguments: the same entries many times over, in the same 90 days.

Each copy is moved by some days, goes round where that leads out of the 90 days, and has identifiers of its own. What it
makes is what appending them one by one in the order of their time leaves behind, but its indexes are built at the end,
and the needles of the search are in the first copy only. The index of words is left to `build_store`, which goes on
with it.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

from benchmarks.log_peers.build_store import begin
from benchmarks.log_peers.places import store_of, truth
from integration_console.domain.folding import folded

if TYPE_CHECKING:
    from pathlib import Path

_DAY, _DAYS = 86_400_000_000, 90
_NOTHING = "nothing in particular"
_PREPARE = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-2000000; PRAGMA temp_store=MEMORY;
CREATE TEMP TABLE copied (position INTEGER PRIMARY KEY, moment INTEGER, source INTEGER, copy INTEGER, id BLOB);
"""
_CHOOSE = """
INSERT INTO temp.copied (position, moment, source, copy, id)
SELECT :base + row_number() OVER (ORDER BY moment, source, copy), moment, source, copy, new_id(moment, old, copy)
FROM ({parts})
"""
_PART = """
SELECT created_at + {shift} AS moment, position AS source, {copy} AS copy, id AS old FROM small.integration_logs
WHERE tenant_id = :old AND created_at >= {since} AND created_at < {until}
"""
_ENTRIES = """
INSERT INTO main.integration_logs (tenant_id, id, created_at, position, status, event_type, topic, message, params,
    connector_id, webhook_id, event_id, correlation_id, error_code, duration_ms, folded)
SELECT :new, c.id, c.moment, c.position, status, event_type, topic, without(message, c.copy), params, connector_id,
    webhook_id, event_id, moved(correlation_id, c.copy), error_code, duration_ms, without(folded, c.copy)
FROM temp.copied c JOIN small.integration_logs l ON l.tenant_id = :old AND l.position = c.source ORDER BY c.position
"""
_PAYLOADS = """
INSERT INTO main.integration_log_payloads (tenant_id, log_id, payload)
SELECT :new, c.id, without(p.payload, c.copy) FROM temp.copied c
JOIN small.integration_logs l ON l.tenant_id = :old AND l.position = c.source
JOIN small.integration_log_payloads p ON p.tenant_id = :old AND p.log_id = l.id ORDER BY c.position
"""
_ROLLUPS = """
INSERT INTO log_rollups (tenant_id, hour, event_type, status, owner_id, writer, entries)
SELECT :new, created_at - created_at % 3600000000, event_type, status, coalesce(connector_id, webhook_id, zeroblob(16)),
    0, count(*) FROM integration_logs GROUP BY 2, 3, 4, 5
"""
_COUNTS = """
INSERT INTO log_counts (tenant_id, span, begins, event_type, status, writer, entries)
SELECT :new, {span}, created_at - created_at % ({span} * 1000000), event_type, status, 0, count(*)
FROM integration_logs GROUP BY 3, 4, 5
"""


def main() -> int:
    """Make the file, and say how long that took."""
    small, large = int(sys.argv[1]), int(sys.argv[2])
    begun = time.perf_counter()
    path = store_of(large)
    begin(path)
    with closing(sqlite3.connect(f"file:{path}", uri=True, isolation_level=None)) as connection:
        _copy(connection, store_of(small), large // small, truth(small))
    seconds = time.perf_counter() - begun
    print(f"{large:,} entries copied in {seconds:.0f} s ({seconds * 1e6 / large:.0f} µs each)")
    return 0


def _copy(connection: sqlite3.Connection, small: Path, copies: int, known: dict[str, str]) -> None:
    connection.executescript(_PREPARE)
    connection.execute("ATTACH ? AS small", (f"file:{small}?mode=ro",))
    _teach(connection, (known["rare"], folded(known["arabic"])))
    (new,), (old,) = (
        connection.execute(f"SELECT tenant_id FROM {each}.tenants").fetchone()  # noqa: S608 - our own names
        for each in ("main", "small")
    )
    first = connection.execute("SELECT min(created_at) FROM small.integration_logs").fetchone()[0]
    ids = {"new": new, "old": old}
    indexes = _taken_away(connection)
    base = connection.execute("SELECT coalesce(max(position), 0) FROM integration_logs").fetchone()[0]
    for day in range(_DAYS):
        parts = " UNION ALL ".join(_part(first - first % _DAY, day, copy, copies) for copy in range(copies))
        connection.execute("BEGIN")
        connection.execute("DELETE FROM temp.copied")
        connection.execute(_CHOOSE.format(parts=parts), {"base": base, **ids})
        connection.execute(_ENTRIES, ids)
        connection.execute(_PAYLOADS, ids)
        base = connection.execute("SELECT max(position) FROM temp.copied").fetchone()[0] or base
        connection.execute("COMMIT")
    for statement in indexes:
        connection.execute(statement)
    for statement in (_ROLLUPS, *(_COUNTS.format(span=span) for span in (3_600, 86_400))):
        connection.execute(statement, {"new": new})
    connection.execute("PRAGMA journal_mode=WAL")


def _part(start: int, day: int, copy: int, copies: int) -> str:
    """What of a copy comes to lie on a day: what lay on another one."""
    source = (day - copy * (_DAYS // copies)) % _DAYS
    since = start + source * _DAY
    return _PART.format(shift=(day - source) * _DAY, copy=copy, since=since, until=since + _DAY)


def _teach(connection: sqlite3.Connection, needles: tuple[str, str]) -> None:
    rare, phrase = needles

    def without(text: str, copy: int) -> str:
        if not copy or (text.isascii() and rare not in text and rare.lower() not in text):
            return text
        plain = text.replace(rare, _NOTHING).replace(rare.lower(), _NOTHING)
        return _NOTHING if phrase in folded(plain) else plain

    def new_id(moment: int, old: bytes, copy: int) -> bytes:
        return (moment // 1000).to_bytes(6, "big") + old[6:15] + bytes([copy * 16 + old[15] % 16])

    def moved(correlation: bytes | None, copy: int) -> bytes | None:
        return None if correlation is None else bytes([copy]) + correlation[1:]

    for function, number in ((without, 2), (new_id, 3), (moved, 2)):
        connection.create_function(function.__name__, number, function, deterministic=True)


def _taken_away(connection: sqlite3.Connection) -> list[str]:
    """Drop the indexes of the log; return how they are made."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'integration_logs' AND sql != ''"
    found = connection.execute(query).fetchall()
    for name, _ in found:
        connection.execute(f"DROP INDEX {name}")
    return [sql for _, sql in found]


if __name__ == "__main__":
    sys.exit(main())
