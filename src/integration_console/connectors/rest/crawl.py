"""Reads a stream of a REST source page by page, and knows when its pages would never end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any, Self

import orjson

from integration_console.connectors.rest.conversation import RestConversation
from integration_console.connectors.rest.description import PageKind, Place, RestStream
from integration_console.connectors.rest.pages import Arrived, Position, following
from integration_console.connectors.rest.records import Sorted, rows_of, sorted_rows
from integration_console.connectors.rest.refusals import refuse_by_status
from integration_console.connectors.rest.watermark import Mark, earlier, greatest, no_later, read_mark
from integration_console.domain.errors import PagesEndless, PagesTooMany
from integration_console.domain.streams import Cursor, Page, SyncMode, SyncRequest
from integration_console.domain.work import Work

_WHOLE = ("",)
_NUMBERED = (PageKind.PAGE, PageKind.OFFSET)


@dataclass(frozen=True, slots=True)
class Crawl:
    """One reading of a stream: where its next page stands, and how far its changes have been read.

    `floor` (None: everything is read) is where changes are read from, `mark` the greatest that was seen, `began` the
    Date header of the first answer, `page` the number of pages that came before. A list has `moved` when the
    `last` record of a numbered page comes again on the next one: another may have slipped by unread, so that nothing is
    taken for gone.
    """

    stream: RestStream
    mode: SyncMode
    position: Position = field(default_factory=dict)
    floor: Mark | None = None
    mark: Mark | None = None
    began: str = ""
    page: int = 0
    moved: bool = False
    last: str = ""

    @classmethod
    def begun(cls, stream: RestStream, request: SyncRequest) -> Self:
        """Return the reading that `request` wants, from its checkpoint where it was interrupted."""
        saved = request.checkpoint
        if saved is not None and isinstance(saved.get("position"), dict) and saved.get("kind") == stream.paging.kind:
            began, page = str(saved.get("began", "")), int(saved.get("page", 0))
            floor, mark = read_mark(saved.get("floor")), read_mark(saved.get("mark"))
            moved, last = saved.get("moved") is True, str(saved.get("last", ""))
            return cls(stream, request.mode, saved["position"], floor, mark, began, page, moved, last)
        incremental = request.mode is SyncMode.INCREMENTAL and stream.changes is not None
        floor = read_mark((request.cursor or {}).get("since")) if incremental else None
        return cls(stream, request.mode, floor=floor, mark=floor)

    def pages(self, source: RestConversation, work: Work) -> Iterator[Page]:
        """Yield the pages; the last one sweeps what is gone, where everything was read, and has the cursor.

        Raises `PagesEndless`, `PagesTooMany`, `AnswerShapeUnknown`, `RemoteError`.
        """
        crawl, guard = self, _Guard(source.description.host)
        while True:
            guard.note_position(crawl)
            arrived = crawl.arrived(source, work)
            if arrived is None:
                yield crawl.last_page(Page())
                return
            rows = rows_of(crawl.stream, arrived.content, source.description.host)
            found = sorted_rows(crawl.stream, rows, source.description.host)
            guard.note_content(crawl, rows)
            crawl = crawl.with_page(found, arrived)
            sign_in = source.description.sign_in
            secret = sign_in.name if sign_in.place is Place.QUERY else ""
            place = following(crawl.stream.paging, crawl.position, arrived, secret)
            page = Page(found.records, found.removed)
            if place is None:
                yield crawl.last_page(page)
                return
            crawl = replace(crawl, position=place)
            yield replace(page, checkpoint=crawl.saved())

    def arrived(self, source: RestConversation, work: Work) -> Arrived | None:
        """Return the next page; None where a source says with 404 that there is no page of this number.

        Only an answer in JSON says so, while the first page is still there: a proxy's own 404, or one of a system that
        is being renewed, would make everything that was not read look gone.
        """
        answer = source.ask(self.stream, self.position, self._since(), work)
        numbered = self.stream.paging.kind in _NUMBERED and self.page > 0
        if answer.status == HTTPStatus.NOT_FOUND and numbered and answer.json_object() is not None:
            refuse_by_status(source.ask(self.stream, {}, self._since(), work))
            return None
        refuse_by_status(answer)
        content = answer.json_value()
        count = len(rows_of(self.stream, content, source.description.host))
        return Arrived(answer, content, count, source.address(self.stream, self.position))

    def with_page(self, found: Sorted, arrived: Arrived) -> Self:
        """Return the reading after one more page."""
        return replace(
            self,
            mark=greatest(found.changed, self.mark),
            began=self.began or arrived.answer.headers.get("date", "-"),
            page=self.page + 1,
            moved=self.moved or (self.stream.paging.kind in _NUMBERED and self.last in found.ids),
            last=found.ids[-1] if found.ids else self.last,
        )

    def last_page(self, page: Page) -> Page:
        """Return the last page with all that is true once it is stored."""
        whole = self.floor is None and not self.moved
        return replace(page, swept=_WHOLE if whole else (), cursor=self._cursor())

    def saved(self) -> Cursor:
        """Return the checkpoint from which this very run goes on."""
        told = {"floor": self.floor, "mark": self.mark, "began": self.began, "page": self.page}
        seen = {"moved": self.moved, "last": self.last}
        return {"kind": self.stream.paging.kind.value, "position": dict(self.position), **told, **seen}

    def _cursor(self) -> Cursor | None:
        if self.mode is SyncMode.RECONCILE or self.mark is None:
            return None
        return {"since": no_later(self.mark, self.began)}

    def _since(self) -> Mapping[str, str]:
        changes = self.stream.changes
        if changes is None or self.floor is None:
            return {}
        return {changes.parameter: earlier(self.floor, changes.overlap_seconds)}


class _Guard:
    """Knows every page of one reading, so that one which comes again is noticed."""

    def __init__(self, host: str) -> None:
        self._host = host
        self._known: set[bytes] = set()

    def note_position(self, crawl: Crawl) -> None:
        if crawl.page >= crawl.stream.most_pages:
            raise PagesTooMany(host=self._host, pages=crawl.page)
        self._note(crawl, ["position", dict(crawl.position)])

    def note_content(self, crawl: Crawl, rows: Any) -> None:  # noqa: ANN401 - the JSON border
        if rows:
            self._note(crawl, ["rows", rows])

    def _note(self, crawl: Crawl, what: list[Any]) -> None:
        digest = hashlib.sha256(orjson.dumps(what)).digest()
        if digest in self._known:
            raise PagesEndless(host=self._host, page=crawl.page + 1)
        self._known.add(digest)
