"""Finds the records in an answer, and makes of each what the console keeps."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from integration_console.connectors.mapping import mapped
from integration_console.connectors.rest.description import RestStream
from integration_console.domain.errors import AnswerShapeUnknown
from integration_console.domain.streams import RecordState, Removal, SourceRecord

_WHOLE = "@"
_LONGEST_ID = 500
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Sorted:
    """What one page has: records, removals, the ids of both in order, and what tells when something changed."""

    records: tuple[SourceRecord, ...]
    removed: tuple[Removal, ...]
    ids: tuple[str, ...]
    changed: tuple[object, ...] = ()


def rows_of(stream: RestStream, content: Any, host: str) -> Sequence[dict[str, Any]]:  # noqa: ANN401 - the JSON border
    """Return the records of an answer as they are. Raises `AnswerShapeUnknown` naming the path."""
    found = stream.records.apply(content) if stream.records else content
    path = stream.records.text if stream.records else _WHOLE
    if not isinstance(found, list):
        raise AnswerShapeUnknown(host=host, what="list", path=path)
    if any(not isinstance(row, dict) for row in found):
        raise AnswerShapeUnknown(host=host, what="record", path=path)
    return found


def sorted_rows(stream: RestStream, rows: Sequence[dict[str, Any]], host: str) -> Sorted:
    """Return what the rows of a page are. Raises `AnswerShapeUnknown` for one without an id."""
    records, removed, changed = [], [], []
    ids = tuple(_id(stream, row, host) for row in rows)
    for identifier, row in zip(ids, rows, strict=True):
        if stream.changes:
            changed.append(stream.changes.field.apply(row))
        if stream.removed and stream.removed.apply(row):
            removed.append(Removal(identifier))
        else:
            records.append(_record(stream, row, identifier))
    return Sorted(tuple(records), tuple(removed), ids, tuple(changed))


def _record(stream: RestStream, row: dict[str, Any], identifier: str) -> SourceRecord:
    content = mapped(stream.content, row) if stream.content else row
    title = _text(stream.record_title.apply(row)) if stream.record_title else ""
    archived = bool(stream.archived and stream.archived.apply(row))
    state = RecordState.ARCHIVED if archived else RecordState.LIVE
    return SourceRecord(identifier, content, title=title[:_LONGEST_TITLE] or identifier, state=state)


def _id(stream: RestStream, row: dict[str, Any], host: str) -> str:
    found = stream.id.apply(row)
    usable = isinstance(found, str | int) and not isinstance(found, bool)
    text = str(found).strip() if usable else ""
    if not text or len(text) > _LONGEST_ID:
        raise AnswerShapeUnknown(host=host, what="id", path=stream.id.text)
    return text


def _text(value: Any) -> str:  # noqa: ANN401 - the JSON border
    if value is None or value is False:
        return ""
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
