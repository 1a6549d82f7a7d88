"""Records that syncs brought: lists, one with its history, and files to take along."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import orjson

from integration_console.domain.records import ExportFormat
from integration_console.domain.work import Progress
from integration_console.operations.permission import needs
from integration_console.storage import record_lists as rows

if TYPE_CHECKING:
    from _csv import Writer
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

    from integration_console.domain.records import Record, RecordChange, RecordFilter, RecordPage, RecordPlace
    from integration_console.domain.work import Work
    from integration_console.operations.context import Context

_REPORT_EVERY = 500
_FIXED = ("id", "title", "state", "first_seen", "changed_at")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@needs("records.read")
def record_page(
    context: Context, wanted: RecordFilter, after: RecordPlace | None = None, limit: int = 200
) -> RecordPage:
    """Return records by title, starting behind `after`."""
    return context.store.read(lambda reading: rows.record_page(reading, wanted, after, limit))


@needs("records.read")
def record_place(context: Context, wanted: RecordFilter, after: RecordPlace | None, skip: int) -> RecordPlace | None:
    """Return the place of the record `skip` records behind `after`, to jump there."""
    return context.store.read(lambda reading: rows.record_place(reading, wanted, after, skip))


@needs("records.read")
def record_count(context: Context, wanted: RecordFilter, at_most: int = 100_000) -> int:
    """Return how many records fit, counting no further than `at_most`."""
    return context.store.read(lambda reading: rows.record_count(reading, wanted, at_most))


@needs("records.read")
def record(context: Context, connector_id: str, stream: str, external_id: str) -> Record:
    """Return one record. Raises `NotFound`."""
    return context.store.read(lambda reading: rows.record(reading, connector_id, stream, external_id))


@needs("records.read")
def record_changes(context: Context, connector_id: str, stream: str, external_id: str) -> tuple[RecordChange, ...]:
    """Return what happened to a record, newest first. Raises `NotFound`."""
    with context.store.reading() as reading:
        return rows.changes_of_record(reading, rows.record(reading, connector_id, stream, external_id))


@needs("records.read")
def changes_of_run(context: Context, run_id: str, limit: int = 200) -> tuple[RecordChange, ...]:
    """Return the first changes that a run made, in their order."""
    return context.store.read(lambda reading: rows.changes_of_run(reading, run_id, limit))


@needs("records.read")
def export_records(context: Context, wanted: RecordFilter, form: ExportFormat, target: BinaryIO, work: Work) -> int:
    """Write the records to `target` as UTF-8, one by one as they are read; return how many. Raises `Cancelled`."""
    total = record_count(context, wanted)
    write = _WRITERS[form]
    with context.store.reading() as reading, rows.each_record(reading, wanted) as found:
        return write(_watched(found, total, work), target)


def _watched(records: Iterable[Record], total: int, work: Work) -> Iterator[Record]:
    for number, each in enumerate(records):
        if number % _REPORT_EVERY == 0:
            work.stop_if_cancelled()
            work.report(Progress(number, total))
        yield each


def _write_jsonl(records: Iterable[Record], target: BinaryIO) -> int:
    count = 0
    for count, each in enumerate(records, 1):  # noqa: B007 - the last number is the count
        target.write(orjson.dumps({**_fixed(each), "content": each.content}, option=orjson.OPT_APPEND_NEWLINE))
    return count


def _write_csv(records: Iterable[Record], target: BinaryIO) -> int:
    """Write RFC 4180 with a byte order mark (spreadsheets take it for UTF-8); columns are those of the first record.

    What later records have beyond them goes into the last column, as JSON.
    """
    text = io.TextIOWrapper(target, encoding="utf-8-sig", newline="", write_through=True)
    try:
        return _write_rows(records, csv.writer(text))
    finally:
        text.detach()  # whatever happened: `target` is not ours to close


def _write_rows(records: Iterable[Record], writer: Writer) -> int:
    names: list[str] = []
    count = 0
    for count, each in enumerate(records, 1):
        if count == 1:
            names = sorted(each.content)
            writer.writerow([*_FIXED, *map(_cell, names), "more"])
        rest = {name: value for name, value in each.content.items() if name not in names}
        more = orjson.dumps(rest, option=orjson.OPT_SORT_KEYS).decode() if rest else ""
        shown = (*_fixed(each).values(), *(each.content.get(name) for name in names))
        writer.writerow([*map(_cell, shown), more])
    if count == 0:
        writer.writerow(_FIXED)
    return count


def _fixed(each: Record) -> dict[str, str]:
    values = (each.external_id, each.title, each.state.value, each.first_seen.isoformat(), each.changed_at.isoformat())
    return dict(zip(_FIXED, values, strict=True))


def _cell(value: Any) -> str:  # noqa: ANN401 - the JSON border
    """Return a value as a cell; text that a spreadsheet would run as a formula is kept from that by an apostrophe."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


_WRITERS: dict[ExportFormat, Callable[[Iterable[Record], BinaryIO], int]] = {
    ExportFormat.JSONL: _write_jsonl,
    ExportFormat.CSV: _write_csv,
}
