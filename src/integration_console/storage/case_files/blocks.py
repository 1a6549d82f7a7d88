"""A block of entries as it is read: each column is decoded when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING

import orjson

from integration_console.domain.clock import from_microseconds
from integration_console.domain.errors import CaseFileMalformed
from integration_console.domain.logs import LogDetail, LogEntry
from integration_console.storage.case_files import columns, layout
from integration_console.storage.case_files.text_search import TextColumn
from integration_console.storage.case_files.zones import STATUSES

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Mapping

    from integration_console.storage.case_files.zones import Zone

WORD_FIELDS = ("event_type", "connector_id", "webhook_id", "error_code")
ID_FIELDS = ("id", "event_id", "correlation_id")
_SMALL_PARTS = 3 + 2 * len(WORD_FIELDS)
_MOMENTS, _STATUSES, _DURATIONS = range(3)


class Block:
    """Entries beside each other, newest first. Every method raises `CaseFileTampered` or `CaseFileMalformed`."""

    def __init__(self, zone: Zone, first: int, total: int, chunk: Callable[[int], bytes]) -> None:
        """Stand for the block of `zone`, whose newest entry is number `first` of `total`; `chunk` reads its chunks."""
        self.zone, self.first = zone, first
        self.count = zone.count
        self.held = 0
        self._total = total
        self._chunk = chunk
        self._words: dict[str, tuple[list[str], bytes | array[int]]] = {}

    @cached_property
    def moments(self) -> list[int]:
        """When each entry was written, in microseconds."""
        found = columns.moments_from_bytes(self._small[_MOMENTS], self.count)
        if (found[0], found[-1]) != (self.zone.newest, self.zone.oldest):
            raise CaseFileMalformed(part="moments")
        return found

    @cached_property
    def statuses(self) -> bytes:
        """The number of each entry's status in `STATUSES`."""
        found = self._small[_STATUSES]
        if len(found) != self.count or max(found) >= len(STATUSES):
            raise CaseFileMalformed(part="statuses")
        return found

    @cached_property
    def durations(self) -> array[float]:
        """How long each took, in milliseconds; NaN stands for what has no duration."""
        return columns.durations_from_bytes(self._small[_DURATIONS], self.count)

    def words(self, name: str) -> tuple[list[str], bytes | array[int]]:
        """Return the different words of a column (`WORD_FIELDS`), and the number of each entry's among them."""
        if name not in self._words:
            at = 3 + 2 * WORD_FIELDS.index(name)
            self._words[name] = columns.words_from_bytes(self._small[at], self._small[at + 1], self.count)
        return self._words[name]

    def ids(self, name: str) -> list[str]:
        """Return a column of identifiers (`ID_FIELDS`)."""
        return self._id_columns[name].all

    def id_at(self, name: str, row: int) -> str:
        """Return one identifier."""
        return self._id_columns[name].at(row)

    @cached_property
    def messages(self) -> TextColumn:
        """The messages, to be searched."""
        return TextColumn(self._texts[0], self._texts[3], self.count)

    @cached_property
    def topics(self) -> TextColumn:
        """The topics, to be searched."""
        return TextColumn(self._texts[1], self._texts[4], self.count)

    @cached_property
    def payloads(self) -> tuple[TextColumn, TextColumn, TextColumn]:
        """Payloads, headers and bodies, to be searched."""
        payload, headers, _, body, payload_folds, headers_folds, _, body_folds = self._payload_parts
        return (
            TextColumn(payload, payload_folds, self.count, may_escape=True),
            TextColumn(headers, headers_folds, self.count, may_escape=True),
            TextColumn(body, body_folds, self.count, may_escape=True),
        )

    def entry(self, row: int) -> LogEntry:
        """Return an entry."""
        words = {name: self._word(name, row) for name in WORD_FIELDS}
        return LogEntry(
            id=self.id_at("id", row),
            created_at=from_microseconds(self.moments[row]),
            status=STATUSES[self.statuses[row]],
            event_type=words["event_type"],
            message=self.messages.text(row),
            position=self._total - self.first - row,
            topic=self.topics.text(row),
            params=self._params(row),
            connector_id=words["connector_id"],
            webhook_id=words["webhook_id"],
            event_id=self.id_at("event_id", row),
            correlation_id=self.id_at("correlation_id", row),
            error_code=words["error_code"],
            duration_ms=None if isnan(self.durations[row]) else self.durations[row],
        )

    def detail(self, row: int) -> LogDetail:
        """Return an entry with its payload, headers and body."""
        payloads, headers, bodies = self.payloads
        lines = [line.partition(": ") for line in headers.text(row).split("\n") if line]
        types = columns.texts_from_bytes(self._payload_parts[2], self.count)
        return LogDetail(
            entry=self.entry(row),
            payload=payloads.text(row),
            headers=tuple((name, value) for name, _, value in lines),
            content_type=columns.text_of(types[row]),
            body=columns.unraw(bodies.rows[row]),
        )

    def _word(self, name: str, row: int) -> str:
        words, codes = self.words(name)
        return words[codes[row]]

    def _params(self, row: int) -> Mapping[str, str]:
        raw = self._raw_params[row]
        if not raw:
            return {}
        try:
            found = orjson.loads(columns.unraw(raw)) if len(raw) <= layout.LONGEST_PARAMS else None
        except ValueError:
            found = None
        if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
            raise CaseFileMalformed(part="params")
        return found

    @cached_property
    def _raw_params(self) -> list[bytes]:
        return columns.texts_from_bytes(self._texts[2], self.count)

    @cached_property
    def _small(self) -> list[bytes]:
        return self._parts(layout.COLUMNS, _SMALL_PARTS)

    @cached_property
    def _id_columns(self) -> dict[str, columns.IdColumn]:
        parts = self._parts(layout.IDS, len(ID_FIELDS))
        return {name: columns.IdColumn(part, self.count) for name, part in zip(ID_FIELDS, parts, strict=True)}

    @cached_property
    def _texts(self) -> list[bytes]:
        return self._parts(layout.TEXTS, 5)

    @cached_property
    def _payload_parts(self) -> list[bytes]:
        return self._parts(layout.PAYLOADS, 8)

    def _parts(self, which: int, parts: int) -> list[bytes]:
        found = layout.unpacked(self._chunk(self.zone.first_chunk + which), parts)
        self.held += sum(map(len, found))
        return found
