"""The stream of Drive's files: crawls, change logs, and the comparison of both (providers.md 2.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
        self._folder = api.settings.folder_id
        self._stored = DriveState.from_json(request.cursor)
        self._mode = request.mode if self._may_continue() else SyncMode.FULL
        self._known = set(self._stored.feeds) if self._stored is not None else set()
        resumed = DriveState.from_json(request.checkpoint)
        self._resumed = resumed is not None and resumed.folder == self._folder
        self._state = resumed if resumed is not None and self._resumed else self._begun()
        self._stepwise = self._mode is SyncMode.INCREMENTAL
        self._changes = DriveChanges(api, self._state, work, joins=self._mode is not SyncMode.RECONCILE)
        self._rejected = False
        self._seen = 0

    def pages(self) -> Iterator[Page]:
        """Yield all pages. Raises `RemoteError`, `Cancelled`."""
        yield from self._counted(self._all())

    def _all(self) -> Iterator[Page]:
        state = self._state
        yield from self._find_feeds()
        for _ in range(_ROUNDS):
            yield from self._announced()
            for page in DriveCrawl(self._api, state, self._work).pages():
                yield self._marked(page) if page.lost else page
            for feed in list(state.feeds):
                if state.feeds.get(feed) is not None:
                    yield from self._replay(feed)
            if not state.missing() and not state.queue:
                yield self._compared()
                if self._rejected:
                    break
                return
        raise GooglePlaceRejected(reason="pageToken")

    def _begun(self) -> DriveState:
        """Return where this sync begins: at the cursor, or with nothing but what there is to compare."""
        stored = self._stored
        if stored is None:
            return DriveState(self._folder)
        if self._may_continue() and self._mode is SyncMode.INCREMENTAL:
            return stored
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
        if self._mode is SyncMode.RECONCILE:  # drives that the cursor does not know are the next sync's to bring
            now = [feed for feed in now if feed in self._known]
        known = set(state.feeds) if self._resumed else self._known
        gone = [feed for feed in sorted(known) if feed not in now]
        state.read_anew(
            feed for feed in now if feed not in state.feeds or (state.feeds[feed] is None and not self._resumed)
        )
        for feed in gone:
            state.lose(feed)
        if gone and not self._api.settings.follows_drives:  # not lost: no longer looked at, or the folder has moved
            state.unswept += [feed for feed in gone if feed not in state.unswept]
        elif gone:
            yield self._marked(Page(lost=tuple(gone)))

    def _announced(self) -> Iterator[Page]:
        """Let the cursor know of feeds before their first record is stored: should they be lost, something must go."""
        new = [feed for feed in self._state.feeds if feed not in self._known]
        if not new:
            return
        self._known.update(new)
        if self._stepwise:
            cursor = self._state.cursor()
        else:
            self._stored = self._stored or DriveState(self._folder)
            self._stored.feeds.update((feed, None) for feed in new)
            cursor = self._stored.cursor()
        yield Page(cursor=cursor, checkpoint=self._state.checkpoint())

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
            for page in self._changes.pages(feed):
                yield from cut(self._marked(page))
        except GooglePlaceRejected:
            self._state.read_anew([feed])
            self._rejected = self._rejected or feed in self._state.deferred
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
        if self._mode is not SyncMode.RECONCILE:
            return replace(page, cursor=self._state.cursor())
        return self._without(page, [scope for scope in swept if scope not in self._state.feeds])

    def _marked(self, page: Page) -> Page:
        """Return `page` with the places that are true once it is stored; a cursor that is going on moves in steps."""
        page = replace(page, checkpoint=self._state.checkpoint())
        if self._stepwise:
            self._known.difference_update(page.lost)
            return replace(page, cursor=self._state.cursor())
        return self._without(page, page.lost)

    def _without(self, page: Page, feeds: Sequence[str]) -> Page:
        """Return `page` with the old cursor, but for these feeds: should they come back, they are read whole."""
        self._known.difference_update(feeds)
        if not feeds or self._stored is None:
            return page
        for feed in feeds:
            self._stored.lose(feed)
        return replace(page, cursor=self._stored.cursor())

    def _counted(self, pages: Iterator[Page]) -> Iterator[Page]:
        for page in pages:
            self._seen += len(page.records)
            self._work.report(Progress(self._seen))
            yield page
