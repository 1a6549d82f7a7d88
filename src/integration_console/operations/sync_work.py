"""Does a sync: reads a connector page by page, and stores each with its changes and its cursor in one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from integration_console.domain.clock import microseconds
from integration_console.domain.errors import SyncUnavailable
from integration_console.domain.streams import Page, Removal, RemovalReason, SyncRequest
from integration_console.domain.syncs import RunCounts
from integration_console.domain.work import Progress
from integration_console.operations import connectors, syncs
from integration_console.operations.access import access_of
from integration_console.storage import jobs as job_rows
from integration_console.storage import sync_runs as rows
from integration_console.storage.record_lists import ids_in_scope
from integration_console.storage.records import Place, apply_page
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future

    from integration_console.domain.jobs import Lease
    from integration_console.domain.streams import Source
    from integration_console.domain.work import Work
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Reading, Writing

LEASE = timedelta(seconds=30)
"""How long a worker holds a run without a word; each page renews it."""
_ROWS = 200


def run_sync(context: Context, lease: Lease, work: Work) -> None:
    """Read all streams that the run has not finished yet. Raises `Cancelled`, `LeaseLost`, `ConsoleError`.

    Whatever happens, the pages that were read before it are stored when this returns or raises.
    """
    used = connectors.connector(context, lease.connector_id)
    kind = connectors.kind_of(context, used.type)
    if not kind.description.syncs:
        raise SyncUnavailable(name=used.name, what=used.type)
    source, access = cast("Source", kind), access_of(context, used)
    left, interrupted, checkpoint = context.store.read(lambda reading: rows.unfinished(reading, lease.job_id))
    run = syncs.sync_run(context, lease.job_id)
    for stream in left:
        cursor = context.store.read(lambda reading, key=stream: rows.cursor_of(reading, used.id, key))  # type: ignore[misc]
        begun = checkpoint if stream == interrupted else None
        store = _StreamWriter(context, lease, stream)
        store.begin()
        store.take(source.sync(access, SyncRequest(stream, run.mode, cursor, begun), work), work)


class _StreamWriter:
    """Stores the pages of one stream; one is being written while the next is read."""

    def __init__(self, context: Context, lease: Lease, stream: str) -> None:
        """Write under `lease`; a page of a run that somebody else has taken over is thrown away."""
        self._context = context
        self._lease = lease
        self._stream = stream
        self._writing: Future[RunCounts] | None = None
        self._seen = RunCounts()
        self._broken = False

    def begin(self) -> None:
        """Note that the run reads this stream now."""
        job_id, stream = self._lease.job_id, self._stream
        self._context.store.write(lambda writing: rows.begin_stream(writing, job_id, stream), Priority.PAGES)

    def take(self, pages: Iterator[Page], work: Work) -> None:
        """Store all pages; the last one's transaction also notes that the stream is finished."""
        last: Page | None = None
        try:
            for page in pages:
                if last is not None:
                    self._store(last, finished=False)
                    last = None
                last = page
                self._report(page, work)
                work.stop_if_cancelled()
        except BaseException:
            if last is not None:
                self._store(last, finished=False)
            self._settle()
            raise
        self._store(last or Page(), finished=True)
        self._settle()

    def _store(self, page: Page, *, finished: bool) -> None:
        """Store a page by at most 200 rows, so that events never wait long for the writer.

        Only the last part carries what a page promises (cursor, checkpoint, end of the stream): the parts before it
        come again with the page should it be interrupted between them, and change nothing the second time. Behind a
        page that could not be stored none is: its cursor would leave the other out for ever.
        """
        if self._broken:
            return
        parts = _parts(page)
        if page.swept or page.lost:
            for part in parts:
                self._submit(part)
            self._settle()  # what this page brings is seen, too
            parts = _parts(Page(removed=self._gone(page), total=page.total))
        last = parts.pop() if parts else Page(total=page.total)
        for part in parts:
            self._submit(part)
        self._submit(replace(last, cursor=page.cursor, checkpoint=page.checkpoint), pages=1, finished=finished)

    def _gone(self, page: Page) -> tuple[Removal, ...]:
        """Return what a page's sweeps and lost scopes leave without a place; no one waits for the writer meanwhile."""
        lease, stream = self._lease, self._stream

        def look(reading: Reading) -> tuple[Removal, ...]:
            swept = ((scope, RemovalReason.NOT_FOUND, lease.job_id) for scope in page.swept)
            lost = ((scope, RemovalReason.LOST_ACCESS, "") for scope in page.lost)
            return tuple(
                Removal(external_id, reason, scope)
                for scope, reason, run_id in (*swept, *lost)
                for external_id in ids_in_scope(reading, lease.connector_id, stream, scope, unseen_by=run_id)
            )

        return self._context.store.read(look)

    def _submit(self, part: Page, *, pages: int = 0, finished: bool = False) -> None:
        self._settle()
        work = _Storing(self._context, self._lease, self._stream, part, pages=pages, finished=finished)
        self._writing = self._context.store.writer.submit(Priority.PAGES, work)

    def _settle(self) -> None:
        """Wait until what is being written is durable. Raises what went wrong with it."""
        if self._writing is None:
            return
        writing, self._writing = self._writing, None
        self._broken = True
        counts = writing.result()
        self._broken = False
        self._seen = self._seen.plus(counts)
        changed = counts.added + counts.updated + counts.deleted > 0
        syncs.tell_progress(self._context, records_changed=changed)

    def _report(self, page: Page, work: Work) -> None:
        work.report(Progress(self._seen.seen, page.total, self._stream))


class _Storing:
    """One transaction of a sync: records, change log, cursor, progress, and the lease that allows it."""

    def __init__(self, context: Context, lease: Lease, stream: str, page: Page, *, pages: int, finished: bool) -> None:
        self._context = context
        self._lease = lease
        self._stream = stream
        self._page = page
        self._pages = pages
        self._finished = finished

    def __call__(self, writing: Writing) -> RunCounts:
        """Store the page. Raises `LeaseLost` before anything is written."""
        now = self._context.clock.now()
        job_rows.renew(writing, self._lease, now + LEASE)
        began = writing.position
        page, job_id, connector_id = self._page, self._lease.job_id, self._lease.connector_id
        place = Place(connector_id, self._stream, job_id, microseconds(now))
        counts = replace(apply_page(writing, place, page), pages=self._pages)
        if page.cursor is not None:
            rows.keep_cursor(writing, connector_id, self._stream, page.cursor, job_id, microseconds(now))
        rows.advance(writing, job_id, counts, page.checkpoint, page.total, began)
        if self._finished:
            rows.finish_stream(writing, job_id, self._stream)
        return counts


def _parts(page: Page) -> list[Page]:
    """Return a page's records, then its other rows, by at most 200; a page without rows has no parts."""
    records, present, removed = page.records, page.present, page.removed
    starts = range(0, len(records), _ROWS)
    parts = [Page(records=records[at : at + _ROWS], total=page.total) for at in starts]
    starts = range(0, max(len(present), len(removed)), _ROWS)
    others = [(present[at : at + _ROWS], removed[at : at + _ROWS]) for at in starts]
    if parts and others:
        seen, gone = others.pop(0)
        parts[-1] = replace(parts[-1], present=seen, removed=gone)
    return parts + [Page(present=seen, removed=gone, total=page.total) for seen, gone in others]
