"""What a sync brings: streams of records, page by page, each with the cursor that is true once it is stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from integration_console.domain.access import Access
    from integration_console.domain.forms import Value
    from integration_console.domain.work import Work

Cursor = dict[str, Any]
"""Where a connector goes on from, as JSON; only the type that made it can read it."""


class SyncMode(StrEnum):
    """How much of the source is read.

    `FULL` reads everything anew and finds what is gone; `INCREMENTAL` reads what changed since the cursor;
    `RECONCILE` compares everything with what is stored, and leaves the cursor where it is.
    """

    FULL = "full"
    INCREMENTAL = "incremental"
    RECONCILE = "reconcile"


class RecordState(StrEnum):
    """What the source says of a record; `DELETED` is a tombstone of ours."""

    LIVE = "live"
    ARCHIVED = "archived"
    TRASHED = "trashed"
    DELETED = "deleted"


class RemovalReason(StrEnum):
    """Why a record is gone."""

    DELETED = "deleted"
    LOST_ACCESS = "lost_access"
    NOT_FOUND = "not_found"
    """A comparison with the source did not find it there."""


@dataclass(frozen=True, slots=True)
class Stream:
    """One kind of record of a connector; `title` is translatable (context "Streams").

    `columns` names the parts of the content (top level) that a table of records shows beside the title.
    """

    key: str
    title: str
    modes: tuple[SyncMode, ...] = tuple(SyncMode)
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A record as the source has it now.

    `external_id` is the source's own identifier. `content` is what counts: the record changed when its hash did.
    `scope` is the part of the source that it lives in (a shared drive; "" where there are no parts).
    """

    external_id: str
    content: Mapping[str, Any]
    title: str = ""
    scope: str = ""
    state: RecordState = RecordState.LIVE


@dataclass(frozen=True, slots=True)
class Removal:
    """A record that the source says is gone; it counts only while the record lives in `scope` (None: wherever)."""

    external_id: str
    reason: RemovalReason = RemovalReason.DELETED
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One step of a sync. What it promises (cursor, checkpoint) is stored with the last of its rows, or not at all.

    Records and removals are applied in that order. `present` names records that are there still, though their content
    was not read. `swept` names scopes whose whole content this run has now seen: what it did not see there is gone.
    `lost` names scopes that can no longer be read. `cursor` replaces the stream's cursor, `checkpoint` tells where this
    very run goes on should it be interrupted; None leaves each as it is. `total` is the number of records expected.
    """

    records: tuple[SourceRecord, ...] = ()
    removed: tuple[Removal, ...] = ()
    present: tuple[str, ...] = ()
    swept: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    cursor: Cursor | None = None
    checkpoint: Cursor | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """What to read: a stream, in a mode, from the stored cursor (None: there is none) or this run's checkpoint.

    A checkpoint is there only when this very run was interrupted after storing a page that had one.
    """

    stream: str
    mode: SyncMode
    cursor: Cursor | None = None
    checkpoint: Cursor | None = None


class Source(Protocol):
    """A connector type that brings records."""

    def streams(self, settings: Mapping[str, Value]) -> tuple[Stream, ...]:
        """Return what a connector with these settings can bring; asks nobody."""

    def sync(self, access: Access, request: SyncRequest, work: Work) -> Iterator[Page]:
        """Yield pages until the stream is read as `request` wants it.

        An incremental sync without a usable cursor reads everything, as a full one does, and finds what is gone.
        When the generator goes on after a page, that page may not be durable yet but will be stored before the next.
        Raises `RemoteError`; one that is `retriable` is tried again later from the last page that was stored.
        """


@dataclass(frozen=True, slots=True)
class StreamState:
    """How a stream of a connector stands: how many records it has, and when it was last synced."""

    stream: Stream
    live: int = 0
    archived: int = 0
    deleted: int = 0
    has_cursor: bool = False
    extra: Mapping[str, str] = field(default_factory=dict)
