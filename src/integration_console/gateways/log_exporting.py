"""Writes what fits a filter to a file, page by page: the same from a workspace, a service, and a case file.

Beside the file stands its checksum, as `sha256sum` writes it. A file is complete, with its checksum, or not there.
"""

from __future__ import annotations

import csv
import hashlib
import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

import orjson

from integration_console.domain.errors import (
    ChecksumDiffers,
    ChecksumMissing,
    FileUnreadable,
    FileUnwritable,
    ParquetMissing,
)
from integration_console.domain.log_copies import COLUMNS, cell, entry_values
from integration_console.domain.log_export import ExportReport, LogExportForm, checksum_line, read_checksum
from integration_console.domain.work import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from integration_console.domain.connectors import Connector
    from integration_console.domain.logs import LogEntry, LogFilter, LogPage, LogPlace
    from integration_console.domain.webhooks import Webhook
    from integration_console.domain.work import Work

_PAGE = 500
_MOST = 100_000_000
_ROW_GROUP = 20_000
_READ_BYTES = 1 << 20


class ExportGateway(Protocol):
    """Pages of the log, and the names of what its entries belong to."""

    def log_page(self, wanted: LogFilter, after: LogPlace | None = None, limit: int = 200) -> LogPage:
        """Return entries newest first, starting behind `after`."""

    def log_count(self, wanted: LogFilter, at_most: int = 100_000) -> int:
        """Return how many entries fit."""

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors."""

    def webhooks(self) -> tuple[Webhook, ...]:
        """Return all webhooks."""


def export_log(gateway: ExportGateway, wanted: LogFilter, form: LogExportForm, path: Path, work: Work) -> ExportReport:
    """Write the entries that fit, newest first, and return how many there are and their checksum.

    Raises `FileUnwritable`, `ParquetMissing`, `Cancelled`, and what the log refuses with.
    """
    names = {each.id: each.name for each in gateway.connectors()}
    names.update({each.id: each.name for each in gateway.webhooks()})
    total = gateway.log_count(wanted, _MOST)
    beside = path.with_name(f"{path.name}.sha256")
    unfinished, checksum = (each.with_name(f".{each.name}.part") for each in (path, beside))
    try:
        with unfinished.open("wb") as target:
            hashed = _Hashed(target)
            with _WRITERS[form](hashed, names) as writer:
                for entries in _pages(gateway, wanted, total, work):
                    writer.write(entries)
            report = ExportReport(writer.count, hashed.size, hashed.digest)
        checksum.write_text(checksum_line(report, path.name), encoding="utf-8")
        unfinished.replace(path)
        checksum.replace(beside)
    except OSError as error:
        raise FileUnwritable(path=str(path), reason=error.strerror or "") from error
    finally:
        for each in (unfinished, checksum):
            each.unlink(missing_ok=True)
    return report


def verify_export(path: Path, work: Work) -> ExportReport:
    """Hold an exported file against the checksum beside it; `entries` is -1, since only the file's form tells them.

    Raises `FileUnreadable`, `ChecksumMissing`, `ChecksumDiffers`, `Cancelled`.
    """
    beside = path.with_name(f"{path.name}.sha256")
    found, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as source:
            while piece := source.read(_READ_BYTES):
                work.stop_if_cancelled()
                found.update(piece)
                size += len(piece)
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=error.strerror or "") from error
    try:
        written = read_checksum(beside.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        written = None
    if written is None:
        raise ChecksumMissing(path=str(path))
    if written[0] != found.hexdigest():
        raise ChecksumDiffers(path=str(path))
    return ExportReport(-1, size, found.hexdigest())


def _pages(gateway: ExportGateway, wanted: LogFilter, total: int, work: Work) -> Iterator[Sequence[LogEntry]]:
    place, done = None, 0
    while True:
        work.stop_if_cancelled()
        work.report(Progress(done, total))
        page = gateway.log_page(wanted, place, _PAGE)
        yield page.entries
        place, done = page.next, done + len(page.entries)
        if place is None:
            return


class _Hashed(io.RawIOBase):
    """Writes on, and knows the checksum of all that was written."""

    def __init__(self, target: BinaryIO) -> None:
        self._target, self._hash = target, hashlib.sha256()
        self.size = 0

    @property
    def digest(self) -> str:
        return self._hash.hexdigest()

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.size

    def write(self, data: Any) -> int:  # noqa: ANN401 - any buffer
        piece = bytes(data)
        self._hash.update(piece)
        self.size += len(piece)
        return self._target.write(piece)


class _Writer(Protocol):
    count: int

    def write(self, entries: Sequence[LogEntry]) -> None:
        """Write some entries."""


class _Lines:
    def __init__(self, target: _Hashed, names: Mapping[str, str]) -> None:
        self._target, self._names, self.count = target, names, 0

    def write(self, entries: Sequence[LogEntry]) -> None:
        option = orjson.OPT_APPEND_NEWLINE
        lines = (orjson.dumps(entry_values(each, self._names), option=option) for each in entries)
        self._target.write(b"".join(lines))
        self.count += len(entries)


class _Table:
    """RFC 4180, with a byte order mark: spreadsheets take it for UTF-8."""

    def __init__(self, target: _Hashed, names: Mapping[str, str]) -> None:
        self._target, self._names, self.count = target, names, 0
        self._target.write("\ufeff".encode())
        self._rows([COLUMNS])

    def write(self, entries: Sequence[LogEntry]) -> None:
        values = (entry_values(each, self._names) for each in entries)
        self._rows([[cell(each.get(name, "")) for name in COLUMNS] for each in values])
        self.count += len(entries)

    def _rows(self, rows: Sequence[Sequence[str]]) -> None:
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        self._target.write(text.getvalue().encode())


class _Columns:
    """Apache Parquet: texts, a time in UTC, a number for durations; in groups of rows of a bounded size."""

    def __init__(self, target: _Hashed, names: Mapping[str, str]) -> None:
        import pyarrow as pa  # noqa: PLC0415 - an optional part of the program
        import pyarrow.parquet as pq  # noqa: PLC0415 - see above

        kinds = {"created_at": pa.timestamp("us", tz="UTC"), "duration_ms": pa.float64()}
        self._schema = pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS])
        self._arrow, self._names, self.count = pa, names, 0
        self._writer = pq.ParquetWriter(target, self._schema, compression="zstd")
        self._waiting: list[dict[str, Any]] = []

    def write(self, entries: Sequence[LogEntry]) -> None:
        rows = ({**entry_values(each, self._names), "created_at": each.created_at} for each in entries)
        self._waiting += [{name: each.get(name) for name in COLUMNS} for each in rows]
        self.count += len(entries)
        if len(self._waiting) >= _ROW_GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._waiting:
            self._writer.write_table(self._arrow.Table.from_pylist(self._waiting, schema=self._schema))
            self._waiting = []


@contextmanager
def _lines(target: _Hashed, names: Mapping[str, str]) -> Iterator[_Writer]:
    yield _Lines(target, names)


@contextmanager
def _table(target: _Hashed, names: Mapping[str, str]) -> Iterator[_Writer]:
    yield _Table(target, names)


@contextmanager
def _columns(target: _Hashed, names: Mapping[str, str]) -> Iterator[_Writer]:
    try:
        writer = _Columns(target, names)
    except ImportError as error:
        raise ParquetMissing from error
    try:
        yield writer
    finally:
        writer.close()


_WRITERS = {LogExportForm.JSONL: _lines, LogExportForm.CSV: _table, LogExportForm.PARQUET: _columns}
