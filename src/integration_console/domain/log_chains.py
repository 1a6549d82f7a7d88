"""The chain of entries that one cause has: when each began and ended, in lanes by what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from integration_console.domain.clock import from_microseconds, microseconds

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from integration_console.domain.logs import LogEntry

_LONGEST_MS = 1e15
"""What is said to have taken longer began with all calendars."""


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of a chain; an entry is written when its work ends, so its work began that long before."""

    entry: LogEntry
    began: datetime
    ended: datetime
    owner: str
    """The connector or webhook that it belongs to ("": the program itself)."""

    @property
    def seconds(self) -> float:
        """How long it took."""
        return (self.ended - self.began).total_seconds()


@dataclass(frozen=True, slots=True)
class Chain:
    """All links in the order in which they began."""

    links: tuple[Link, ...] = ()

    @property
    def began(self) -> datetime | None:
        """When the first began."""
        return min((each.began for each in self.links), default=None)

    @property
    def seconds(self) -> float:
        """From the beginning of the first to the end of the last."""
        if not self.links:
            return 0.0
        return (max(each.ended for each in self.links) - min(each.began for each in self.links)).total_seconds()

    @property
    def owners(self) -> tuple[str, ...]:
        """A lane for each, in the order in which they came in."""
        return tuple(dict.fromkeys(each.owner for each in self.links))

    def offset(self, link: Link) -> float:
        """How many seconds after the beginning of all a link began."""
        return (link.began - self.began).total_seconds() if self.began is not None else 0.0

    def link_of(self, entry_id: str) -> Link | None:
        """Return the link of an entry."""
        return next((each for each in self.links if each.entry.id == entry_id), None)


def chain_of(entries: Iterable[LogEntry]) -> Chain:
    """Return the chain of entries with the same correlation ID, in whatever order they come."""
    links = (_link(each) for each in entries)
    return Chain(tuple(sorted(links, key=lambda each: (each.began, each.entry.id))))


def _link(entry: LogEntry) -> Link:
    took = entry.duration_ms or 0.0
    spent = int(min(max(took, 0.0), _LONGEST_MS) * 1000) if isfinite(took) else 0
    began = from_microseconds(microseconds(entry.created_at) - spent)
    return Link(entry, began, entry.created_at, entry.connector_id or entry.webhook_id)
