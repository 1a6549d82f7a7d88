"""Replays a change log of Drive (developers.google.com/workspace/drive/api/guides/about-changes)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from integration_console.connectors.google.api import GoogleApi
from integration_console.connectors.google.drive_files import is_folder, is_wanted, record_of
from integration_console.connectors.google.drive_state import USER, DriveState
from integration_console.connectors.google.surface import CHANGES
from integration_console.domain.errors import GoogleUnavailable
from integration_console.domain.streams import Page, Removal, RemovalReason, SourceRecord
from integration_console.domain.work import Work

Entry = Mapping[str, Any]


@dataclass(slots=True)
class _Read:
    """What one answer brought."""

    records: dict[str, SourceRecord] = field(default_factory=dict)
    removed: dict[str, Removal] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


class DriveChanges:
    """Replays one feed; entries are states, not differences, so that reading one twice changes nothing."""

    def __init__(self, api: GoogleApi, state: DriveState, work: Work, *, joins: bool) -> None:
        """With `joins` drives that were joined are followed from now on."""
        self._joins = joins
        self._api = api
        self._state = state
        self._work = work

    def pages(self, feed: str) -> Iterator[Page]:
        """Yield a page for each answer, once `state` has moved on to the place behind it.

        Raises `GooglePlaceRejected` where our place is no longer known, `GoogleNotFound` for a lost drive.
        """
        state = self._state
        while True:
            answer = self._api.get(CHANGES, self._query(feed), self._work, what=feed)
            place = answer.get("nextPageToken") or answer.get("newStartPageToken")
            if not isinstance(place, str):  # neither: the answer was cut off by something in between
                raise GoogleUnavailable(reason="newStartPageToken")
            state.feeds[feed] = place
            read = self._read(feed, answer)
            if read.records:
                state.touch(feed)
            yield Page(tuple(read.records.values()), tuple(read.removed.values()), lost=tuple(read.lost))
            if "nextPageToken" not in answer or state.feeds.get(feed) is None:
                return

    def _read(self, feed: str, answer: Mapping[str, Any]) -> _Read:
        entries = [entry for entry in answer.get("changes") or () if isinstance(entry, dict)]
        read = _Read()
        for entry in entries:
            if entry.get("changeType") == "drive":
                self._note_drive(entry, read)
            else:
                self._note_folder(feed, entry)
        if self._state.feeds.get(feed) is not None:  # otherwise all of it will be read anew
            for entry in entries:
                if entry.get("changeType") != "drive":
                    self._note_file(feed, entry, read)
        return read

    def _note_drive(self, entry: Entry, read: _Read) -> None:
        """Follow a drive that was joined, let go of one that was left; a chosen folder has its one feed."""
        drive = str(entry.get("driveId") or "")
        if not drive or not self._api.settings.follows_drives:
            return
        if entry.get("removed") is True:
            if drive in self._state.feeds:
                self._state.lose(drive)
                read.lost.append(drive)
        elif self._joins:
            self._state.feeds.setdefault(drive, None)

    def _note_folder(self, feed: str, entry: Entry) -> None:
        """Keep up with folders that come below the chosen one or leave: nobody tells of what is in them."""
        state, file, folder = self._state, entry.get("file"), str(entry.get("fileId") or "")
        if not state.folder or folder == state.folder:
            return
        wanted = isinstance(file, dict) and is_folder(file) and is_wanted(file, state)
        if wanted and folder not in state.folders:
            state.folders.add(folder)
            state.queue.append(folder)
        elif folder in state.folders and not wanted:
            state.read_anew([feed])

    def _note_file(self, feed: str, entry: Entry, read: _Read) -> None:
        file, file_id = entry.get("file"), str(entry.get("fileId") or "")
        read.records.pop(file_id, None)
        read.removed.pop(file_id, None)
        if isinstance(file, dict):  # even where it was removed from this feed: it is alive in another
            if is_wanted(file, self._state):
                read.records[file_id] = record_of(file, self._state)
            else:
                read.removed[file_id] = Removal(file_id, RemovalReason.NOT_FOUND)
        elif entry.get("removed") is True:
            # Google says no more than that it is gone from here: deleted, or no longer shared with us.
            read.removed[file_id] = Removal(file_id, RemovalReason.DELETED, scope=feed)

    def _query(self, feed: str) -> dict[str, str]:
        query = {
            "pageToken": str(self._state.feeds[feed]),
            "pageSize": str(self._api.settings.page_size),
            "includeRemoved": "true",
            "includeCorpusRemovals": "true",
            "includeItemsFromAllDrives": self._api.settings.all_drives,
            "supportsAllDrives": "true",
            "restrictToMyDrive": "false",
            "spaces": "drive",
        }
        return query if feed == USER else {**query, "driveId": feed}
