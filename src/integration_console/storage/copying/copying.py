"""Copies an organisation from one place to another, goes on where it was cut short, and proves both sides equal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from integration_console.domain.copying import CopiedTable, CopyProgress, CopyReport, TableProgress
from integration_console.domain.errors import CopyDiffers
from integration_console.storage.copying.portable import TABLES, TENANTS, Digest, Travelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from integration_console.domain.work import Work
    from integration_console.storage.copying.places import Readable, Source, Target
    from integration_console.storage.copying.portable import Portable, Row


def copy_organisation(source: Source, target: Target, work: Work) -> CopyReport:
    """Copy everything of the organisation at `source`; return what both sides have.

    Cut short, it goes on from the last rows that were committed.

    Raises `OrganisationExists`, `CopyDiffers`, `Cancelled`.
    """
    copying = _Copying(source, target, work)
    (organisation,) = copying.travelling.fit([source.organisation])
    target.begin(organisation)
    tables = tuple(copying.table(each) for each in TABLES)
    work.stop_if_cancelled()
    target.finish(organisation)
    name = str(organisation[TENANTS.columns.index("name")])
    return CopyReport(name, tables, copying.resumed, copying.travelling.replaced)


class _Copying:
    """One copy under way."""

    def __init__(self, source: Source, target: Target, work: Work) -> None:
        self._source = source
        self._target = target
        self._work = work
        self._tables = {each.name: TableProgress(each.name, source.count(each)) for each in TABLES}
        self.travelling = Travelling()
        self.resumed = 0

    def table(self, table: Portable) -> CopiedTable:
        """Copy one table, read it again at the target, and return what both sides have."""
        written = self._copied(table)
        found = Digest()
        for rows in self._target.chunks(table):
            found.add(rows)
            self._step(table, proved=len(rows))
        if (found.rows, found.text) != (written.rows, written.text):
            raise CopyDiffers(table=table.name, there=written.rows, here=found.rows)
        return CopiedTable(table.name, written.rows, written.text)

    def _copied(self, table: Portable) -> Digest:
        """Append what the target lacks; what it has is kept if it is how the source begins."""
        digest, there = Digest(), self._target.count(table)
        chunks = self._chunks(table)
        rest: Sequence[Row] = ()
        while digest.rows < there and (rows := next(chunks, None)):
            taken = rows[: there - digest.rows]
            digest.add(taken)
            rest = rows[len(taken) :]
        if there and (digest.rows != there or digest.text != _digest(self._target, table).text):
            self._target.clear(table)
            self._tables[table.name] = replace(self._tables[table.name], copied=0)
            return self._copied(table)
        self.resumed += there
        for rows in _before(rest, chunks):
            self._target.append(table, rows)
            digest.add(rows)
        return digest

    def _chunks(self, table: Portable) -> Iterator[Sequence[Row]]:
        for rows in self._source.chunks(table):
            self._step(table, copied=len(rows))
            yield self.travelling.fit(rows)

    def _step(self, table: Portable, *, copied: int = 0, proved: int = 0) -> None:
        self._work.stop_if_cancelled()
        before = self._tables[table.name]
        self._tables[table.name] = replace(before, copied=before.copied + copied, proved=before.proved + proved)
        self._work.report(CopyProgress.at(table.name, tuple(self._tables.values())))


def _before(rest: Sequence[Row], chunks: Iterator[Sequence[Row]]) -> Iterator[Sequence[Row]]:
    if rest:
        yield rest
    yield from chunks


def _digest(place: Readable, table: Portable) -> Digest:
    digest = Digest()
    for rows in place.chunks(table):
        digest.add(rows)
    return digest
