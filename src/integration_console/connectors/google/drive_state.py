"""How far the reading of Drive has come: the place in each change log, and what is still to be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from integration_console.domain.streams import Cursor

USER = "user"
_VERSION = 1


@dataclass(slots=True)
class DriveState:
    """The place in each feed (the user's own change log, and each shared drive's), as JSON can keep it.

    A feed whose place is None is to be read anew. While that goes on `starts` holds the places from before, `crawling`
    the feed and `page` Google's place in the list; `unswept` are the scopes that were read whole and not compared yet,
    `partial` those where Google did not show everything. With a `folder` only it and `folders` below it count; `queue`
    are those whose files were not listed yet, `batch` those that are being listed. This run brought records of the
    feeds that were `touched`: a comparison would take them for seen, so that one which becomes necessary only now is
    `deferred` to the next run.
    """

    folder: str = ""
    feeds: dict[str, str | None] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    queue: list[str] = field(default_factory=list)
    batch: list[str] = field(default_factory=list)
    starts: dict[str, str] = field(default_factory=dict)
    crawling: str = ""
    page: str = ""
    unswept: list[str] = field(default_factory=list)
    partial: list[str] = field(default_factory=list)
    touched: list[str] = field(default_factory=list)
    deferred: list[str] = field(default_factory=list)

    @classmethod
    def from_json(cls, stored: Cursor | None) -> Self | None:
        """Read a cursor or a checkpoint; None for one that is not there or that another version made."""
        if not stored or stored.get("version") != _VERSION:
            return None
        return cls(
            folder=str(stored["folder"]),
            feeds=dict(stored["feeds"]),
            folders=set(stored["folders"]),
            queue=list(stored["queue"]),
            batch=list(stored.get("batch", ())),
            starts=dict(stored.get("starts", {})),
            crawling=str(stored.get("crawling", "")),
            page=str(stored.get("page", "")),
            unswept=list(stored.get("unswept", ())),
            partial=list(stored.get("partial", ())),
            touched=list(stored.get("touched", ())),
            deferred=list(stored.get("deferred", ())),
        )

    def cursor(self) -> Cursor:
        """Return where the next sync goes on; a feed that is not compared yet would be read anew.

        Scopes that are no feeds any more are still to be compared: nothing in them is seen again.
        """
        undone = {*self.unswept, *self.starts}
        feeds = {feed: None if feed in undone else place for feed, place in self.feeds.items()}
        return {
            "version": _VERSION,
            "folder": self.folder,
            "feeds": feeds,
            "folders": sorted(self.folders),
            "queue": [*self.batch, *self.queue],
            "unswept": [feed for feed in self.unswept if feed not in self.feeds],
        }

    def checkpoint(self) -> Cursor:
        """Return where this very run goes on."""
        return {
            **self.cursor(),
            "feeds": dict(self.feeds),
            "queue": list(self.queue),
            "batch": list(self.batch),
            "starts": dict(self.starts),
            "crawling": self.crawling,
            "page": self.page,
            "unswept": list(self.unswept),
            "partial": list(self.partial),
            "touched": list(self.touched),
            "deferred": list(self.deferred),
        }

    def read_anew(self, feeds: Iterable[str]) -> None:
        """Forget the place in these feeds, so that they are read whole and compared: now, or by the next run."""
        for feed in feeds:
            self.feeds[feed] = None
            self.partial = [each for each in self.partial if each != feed]
            if self.folder:
                self.folders, self.queue, self.batch = {self.folder}, [self.folder], []
            if feed in self.touched:
                self.queue = []
                self.deferred.append(feed)
                self.unswept = [each for each in self.unswept if each != feed]

    def touch(self, feed: str) -> None:
        """Note that this run brings records of a feed."""
        if feed not in self.touched:
            self.touched.append(feed)

    def lose(self, feed: str) -> None:
        """Forget a feed that can no longer be read."""
        self.feeds.pop(feed, None)
        self.starts.pop(feed, None)
        self.unswept = [each for each in self.unswept if each != feed]
        if self.crawling == feed:
            self.crawling, self.page = "", ""

    def missing(self) -> list[str]:
        """Return the feeds that this run is to read anew."""
        return [feed for feed, place in self.feeds.items() if place is None and feed not in self.deferred]

    def scope_of(self, drive_id: object) -> str:
        """Return the scope of a file: its shared drive, where we follow that drive's feed."""
        return drive_id if isinstance(drive_id, str) and drive_id in self.feeds else USER
