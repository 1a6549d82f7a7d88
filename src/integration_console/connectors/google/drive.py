"""The stream of Drive's files: crawls, change logs, and the comparison of both (providers.md 2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from integration_console.connectors.google.api import GoogleApi
from integration_console.connectors.google.drive_changes import DriveChanges
from integration_console.connectors.google.drive_crawl import DriveCrawl, home_of_folder
from integration_console.connectors.google.drive_state import USER, DriveState
from integration_console.connectors.google.pages import cut
from integration_console.connectors.google.surface import DRIVES
from integration_console.domain.errors import GoogleNotFound, GooglePlaceRejected
from integration_console.domain.streams import Page, SyncMode, SyncRequest
from integration_console.domain.work import Progress, Work

_ROUNDS = 5
_DRIVES_OF_A_CALL = "100"


class DriveSync:
    """One sync of the files.

    Feeds without a place are crawled, then all feeds are replayed, then what the crawls did not see is gone: in this
    order nothing is missed that moves from one drive to another meanwhile. A place is given up only when Google
    rejects it, and then the feed is compared, not wiped.
    """

    def __init__(self, api: GoogleApi, request: SyncRequest, work: Work) -> None:
        self._api = api
        self._work = work
        self._mode = request.mode
        self._folder = api.settings.folder_id
        self._stored = DriveState.from_json(request.cursor)
        resumed = DriveState.from_json(request.checkpoint)
        self._resumed = resumed is not None and resumed.folder == self._folder
        self._state = resumed if resumed is not None and self._resumed else self._begun()
        self._stepwise = self._mode is SyncMode.INCREMENTAL and self._may_continue()
        self._seen = 0

    def pages(self) -> Iterator[Page]:
        """Yield all pages. Raises `RemoteError`, `Cancelled`."""
        yield from self._counted(self._all())

    def _all(self) -> Iterator[Page]:
        state = self._state
        yield from self._find_feeds()
        for _ in range(_ROUNDS):
            yield from DriveCrawl(self._api, state, self._work).pages()
            for feed in list(state.feeds):
                if state.feeds.get(feed) is not None:
                    yield from self._replay(feed)
            if not state.missing() and not state.queue:
                yield self._compared()
                return
        raise GooglePlaceRejected(reason="pageToken")

    def _begun(self) -> DriveState:
        """Return where this sync begins: at the cursor, or with nothing but what there is to compare."""
        stored = self._stored
        if stored is None:
            return DriveState(self._folder)
        if self._may_continue() and self._mode is SyncMode.INCREMENTAL:
            return replace(stored)
        begun = DriveState(self._folder, unswept=list(stored.unswept))
        if not self._may_continue():
            begun.unswept += stored.feeds
        return begun

    def _may_continue(self) -> bool:
        """Whether the cursor was made for the same folder."""
        return self._stored is not None and self._stored.folder == self._folder

    def _find_feeds(self) -> Iterator[Page]:
        """Follow the feeds that there are now; let go of drives that were left."""
        state, now = self._state, self._feeds_now()
        known = set(state.feeds) if self._resumed or self._stored is None else set(self._stored.feeds)
        gone = [feed for feed in sorted(known) if feed not in now]
        state.read_anew(feed for feed in now if feed not in state.feeds)
        for feed in gone:
            state.lose(feed)
        if gone and not self._api.settings.follows_drives:  # not lost: no longer looked at, or the folder has moved
            state.unswept += [feed for feed in gone if feed not in state.unswept]
        elif gone:
            yield self._marked(Page(lost=tuple(gone)))

    def _feeds_now(self) -> list[str]:
        if self._folder:
            return [home_of_folder(self._api, self._folder, self._work)]
        found, place = [USER], ""
        if not self._api.settings.follows_drives:
            return found
        while True:
            query = {"pageSize": _DRIVES_OF_A_CALL, **({"pageToken": place} if place else {})}
            answer = self._api.get(DRIVES, query, self._work)
            found += [str(each["id"]) for each in answer.get("drives") or () if isinstance(each, dict) and "id" in each]
            place = str(answer.get("nextPageToken") or "")
            if not place:
                return found

    def _replay(self, feed: str) -> Iterator[Page]:
        """Replay one feed; where that fails for good it is compared anew, or its drive is lost."""
        try:
            for page in DriveChanges(self._api, self._state, self._work).pages(feed):
                yield from cut(page if page.lost else self._marked(page))
        except GooglePlaceRejected:
            self._state.read_anew([feed])
        except GoogleNotFound:
            if feed == USER:
                raise
            if feed in self._feeds_now():
                self._state.read_anew([feed])
            else:
                self._state.lose(feed)
                yield self._marked(Page(lost=(feed,)))

    def _compared(self) -> Page:
        """Return the last page: what the crawls did not see is gone, and the cursor is true."""
        swept, self._state.unswept = tuple(self._state.unswept), []
        page = Page(swept=swept, checkpoint=self._state.checkpoint())
        return page if self._mode is SyncMode.RECONCILE else replace(page, cursor=self._state.cursor())

    def _marked(self, page: Page) -> Page:
        """Return `page` with the places that are true once it is stored; a cursor that is going on moves in steps."""
        page = replace(page, checkpoint=self._state.checkpoint())
        return replace(page, cursor=self._state.cursor()) if self._stepwise else page

    def _counted(self, pages: Iterator[Page]) -> Iterator[Page]:
        for page in pages:
            self._seen += len(page.records)
            self._work.report(Progress(self._seen))
            yield page
