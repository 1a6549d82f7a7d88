"""Reads feeds of Drive whole: everything the user sees, everything in a shared drive, or everything below a folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from integration_console.connectors.google.api import GoogleApi
from integration_console.connectors.google.drive_files import is_folder, record_of
from integration_console.connectors.google.drive_state import USER, DriveState
from integration_console.connectors.google.pages import cut
from integration_console.connectors.google.surface import FILE, FILES, START
from integration_console.domain.errors import GoogleNotFound, GooglePlaceRejected, GoogleUnavailable
from integration_console.domain.streams import Page
from integration_console.domain.work import Work

_FOLDERS_OF_A_CALL = 20
_RESTARTS = 3


class DriveCrawl:
    """Reads what `state` says is to be read anew; every page carries the checkpoint from which it goes on."""

    def __init__(self, api: GoogleApi, state: DriveState, work: Work) -> None:
        self._api = api
        self._state = state
        self._work = work
        self._restarts = _RESTARTS

    def pages(self) -> Iterator[Page]:
        """Yield the pages of all feeds that are to be read anew, and of folders that have come below ours.

        The places in the change logs are noted before anything is listed: what changes meanwhile is replayed later.
        """
        state = self._state
        for each in (self._begin, self._read_whole):
            for feed in sorted(state.missing(), key=lambda feed: feed != state.crawling):  # the interrupted one first
                try:
                    yield from each(feed)
                except GoogleNotFound:
                    if feed == USER or state.folder:
                        raise
                    state.lose(feed)
                    yield Page(lost=(feed,), checkpoint=state.checkpoint())
        if state.folder and (state.queue or state.batch):
            feed = next(iter(state.feeds))
            state.touch(feed)
            yield from self._crawl(feed)
        state.crawling = ""

    def _begin(self, feed: str) -> Iterator[Page]:
        if feed not in self._state.starts:
            self._state.starts[feed] = self._start_of(feed)
        yield from ()

    def _read_whole(self, feed: str) -> Iterator[Page]:
        state = self._state
        if state.crawling != feed:
            state.crawling, state.page = feed, ""
        state.touch(feed)
        yield from self._crawl(feed)

    def _was_read(self, feed: str) -> None:
        """Note that a feed was read whole, before its last page is stored."""
        state = self._state
        if feed in state.starts:
            state.feeds[feed] = state.starts.pop(feed)
            if feed not in state.unswept and feed not in state.partial:
                state.unswept.append(feed)

    def _crawl(self, feed: str) -> Iterator[Page]:
        state = self._state
        more = True
        while more:
            if state.folder and not state.batch:
                state.batch, state.queue = state.queue[:_FOLDERS_OF_A_CALL], state.queue[_FOLDERS_OF_A_CALL:]
            answer = self._listed(feed)
            files = [file for file in answer.get("files") or () if isinstance(file, dict)]
            self._note(feed, files, answer)
            more = bool(state.page or state.queue)
            if not more:
                self._was_read(feed)
            records = tuple(record_of(file, state) for file in files)
            yield from cut(Page(records=records, checkpoint=state.checkpoint()))

    def _note(self, feed: str, files: list[dict[str, Any]], answer: Mapping[str, Any]) -> None:
        """Note how far the list was read, and which folders it showed."""
        state = self._state
        state.page = str(answer.get("nextPageToken") or "")
        if not state.page:
            state.batch = []
        if answer.get("incompleteSearch") is True and feed not in state.partial:
            state.partial.append(feed)
        if state.folder:
            found = [str(file.get("id")) for file in files if is_folder(file)]
            state.queue += [each for each in found if each not in state.folders]
            state.folders.update(found)

    def _listed(self, feed: str) -> dict[str, Any]:
        """Return one answer; where Google no longer knows the place in the list, that list begins anew."""
        while True:
            try:
                return self._api.get(FILES, self._query(feed), self._work, what=feed)
            except GooglePlaceRejected:
                self._restarts -= 1
                if not self._state.page or self._restarts < 0:
                    raise
                self._state.page = ""

    def _query(self, feed: str) -> dict[str, str]:
        state = self._state
        query = {
            "corpora": "user" if feed == USER else "drive",
            "includeItemsFromAllDrives": self._api.settings.all_drives,
            "supportsAllDrives": "true",
            "spaces": "drive",
            "pageSize": str(self._api.settings.page_size),
        }
        if feed != USER:
            query["driveId"] = feed
        if state.batch:
            # A single parent may hide what is in the trash (googleapis/google-api-python-client, issue 2528).
            named = state.batch if len(state.batch) > 1 else state.batch * 2
            query["q"] = " or ".join(f"'{_quoted(each)}' in parents" for each in named)
        if state.page:
            query["pageToken"] = state.page
        return query

    def _start_of(self, feed: str) -> str:
        drive = {} if feed == USER else {"driveId": feed}
        answer = self._api.get(START, {"supportsAllDrives": "true", **drive}, self._work, what=feed)
        place = answer.get("startPageToken")
        if not isinstance(place, str) or not place:
            raise GoogleUnavailable(reason="startPageToken")
        return place


def home_of_folder(api: GoogleApi, folder: str, work: Work) -> str:
    """Return the feed in which a folder's changes appear. Raises `GoogleNotFound`."""
    file = api.get(FILE, {"supportsAllDrives": "true"}, work, what=folder, fileId=folder)
    drive = file.get("driveId")
    return drive if isinstance(drive, str) and drive else USER


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'")
