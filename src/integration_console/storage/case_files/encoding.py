"""Turns a block of entries into its chunks, and into what the search indexes need of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from integration_console.domain.clock import microseconds
from integration_console.domain.folding import folded
from integration_console.storage.case_files import columns
from integration_console.storage.case_files.layout import packed
from integration_console.storage.case_files.text_search import folds_of, is_plain
from integration_console.storage.case_files.zones import STATUSES, Zone, zone_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from integration_console.domain.logs import LogDetail


@dataclass(frozen=True, slots=True)
class EncodedBlock:
    """A block as it is written: its chunks, its place in the directory, and its texts for the indexes."""

    chunks: tuple[bytes, ...]
    zone: Zone
    texts: str
    payloads: str
    ids: str


def encoded(details: Sequence[LogDetail], first_chunk: int) -> EncodedBlock:
    """Return a block of entries, newest first."""
    entries = [each.entry for each in details]
    moments = [microseconds(entry.created_at) for entry in entries]
    words = {
        name: [getattr(entry, name) for entry in entries]
        for name in ("event_type", "connector_id", "webhook_id", "error_code")
    }
    small = [
        columns.moments_to_bytes(moments),
        bytes(STATUSES.index(entry.status) for entry in entries),
        columns.durations_to_bytes([entry.duration_ms for entry in entries]),
    ]
    for column in words.values():
        small += columns.words_to_bytes(column)
    identifiers = [[entry.id for entry in entries], [e.event_id for e in entries], [e.correlation_id for e in entries]]
    texts = [
        [columns.bytes_of(entry.message) for entry in entries],
        [columns.bytes_of(entry.topic) for entry in entries],
        [columns.bytes_of(orjson.dumps(dict(entry.params)).decode()) if entry.params else b"" for entry in entries],
    ]
    payloads = _payloads(details)
    text_columns, text_folds = _searchable(texts)
    payload_columns, payload_folds = _searchable(payloads, may_escape=True)
    chunks = (
        small,
        [columns.ids_to_bytes(each) for each in identifiers],
        [*text_columns, *text_folds[:2]],
        [*payload_columns, *payload_folds],
    )
    typed = [columns.bytes_of(folded(each)) for each in {*words["event_type"], *words["error_code"]}]
    ids = {*words["connector_id"], *words["webhook_id"], *identifiers[1], *identifiers[2]}
    return EncodedBlock(
        chunks=tuple(packed(parts) for parts in chunks),
        zone=zone_of(entries, moments, first_chunk),
        texts=_index_text(text_columns[:2], [*text_folds[:2], *typed]),
        payloads=_index_text(payload_columns, payload_folds, may_escape=True),
        ids="\0".join(sorted(ids)).lower(),
    )


def _payloads(details: Iterable[LogDetail]) -> list[list[bytes]]:
    """Return the columns payload, headers (a line each), content type, body."""
    found = list(details)
    return [
        [columns.bytes_of(each.payload) for each in found],
        [columns.bytes_of("\n".join(f"{name}: {value}" for name, value in each.headers)) for each in found],
        [columns.bytes_of(each.content_type) for each in found],
        [columns.raw_of(each.body) for each in found],
    ]


def _searchable(lists: Iterable[Sequence[bytes]], *, may_escape: bool = False) -> tuple[list[bytes], list[bytes]]:
    """Return columns of texts, and beside each its texts that are not plain, folded."""
    found = [columns.texts_to_bytes(each) for each in lists]
    return found, [folds_of(each, may_escape=may_escape) for each in found]


def _index_text(texts: Iterable[bytes], folds: Iterable[bytes], *, may_escape: bool = False) -> str:
    """Return columns as an index is made of them: folded, and apart from each other."""
    plain = (b"\0".join(text for text in each.split(b"\0") if is_plain(text, may_escape=may_escape)) for each in texts)
    return "\0".join((*(each.decode().lower() for each in plain), *(each.decode() for each in folds)))
