"""What the service answers that is no thing of its own: pages with opaque places, counts, who asks."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass, field

from integration_console.domain.callers import CallerKind
from integration_console.domain.logs import LogEntry
from integration_console.domain.permissions import Role
from integration_console.domain.records import Record
from integration_console.domain.wire import Json, Kind, NotThatShape, from_wire, to_wire


@dataclass(frozen=True, slots=True)
class Myself:
    """Who asks, and what that one may do: permissions as `resource.verb`, or `resource.verb:scope`."""

    kind: CallerKind
    id: str
    name: str
    role: Role | None
    permissions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LogEntries:
    """Some entries, newest first; `next` is where the following page starts ("": this was the last)."""

    entries: tuple[LogEntry, ...]
    next: str = ""


@dataclass(frozen=True, slots=True)
class LogTail:
    """Entries in the order of their commits, oldest first, and the position to go on from."""

    entries: tuple[LogEntry, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Records:
    """Some records in their order; `next` is where the following page starts ("": this was the last)."""

    records: tuple[Record, ...]
    next: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a list, for `after` ("": the list ends before it)."""

    place: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are."""

    count: int


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the order of commits."""

    position: int


@dataclass(frozen=True, slots=True)
class Address:
    """Where something is reached."""

    url: str


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret in clear, for the one who asked to see it."""

    secret: str = field(repr=False)


def written_place(place: object) -> str:
    """Return a place in a list as text that means nothing to others ("" for None)."""
    if place is None:
        return ""
    text = json.dumps(to_wire(place), separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


def read_place(kind: Kind, text: str) -> Json:
    """Return the place that `written_place` wrote (None for ""). Raises `NotThatShape`."""
    if not text:
        return None
    try:
        wire = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise NotThatShape(kind.__name__) from error
    return from_wire(kind, wire)
