"""Records that syncs brought, and what changed in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from integration_console.domain.streams import RecordState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it is stored; of one that is deleted the last content is kept."""

    connector_id: str
    stream: str
    external_id: str
    title: str
    state: RecordState
    content: Mapping[str, Any]
    content_hash: str
    first_seen: datetime
    last_seen: datetime
    changed_at: datetime
    scope: str = ""
    removal_reason: str = ""


class ChangeKind(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    UPDATED = "updated"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One entry of the change log, at its place in the order of commits; a content is None where there is no record."""

    position: int
    stream: str
    external_id: str
    title: str
    kind: ChangeKind
    changed_at: datetime
    run_id: str
    reason: str = ""
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """Which records of a connector's stream are wanted; `text` is looked for in titles, ids and contents."""

    connector_id: str
    stream: str
    text: str = ""
    states: frozenset[RecordState] = frozenset({RecordState.LIVE, RecordState.ARCHIVED, RecordState.TRASHED})


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """A place in the list of records, which is sorted by title and id."""

    title: str
    external_id: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Some records in their order; `next` is where the following page starts (None: this is the last)."""

    records: tuple[Record, ...]
    next: RecordPlace | None = None


class ExportFormat(StrEnum):
    """How records are written to a file."""

    JSONL = "jsonl"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of a content that two versions have differently; `path` is dotted, None stands for “not there”."""

    path: str
    before: Any = field(default=None)
    after: Any = field(default=None)


def differences(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> tuple[Difference, ...]:
    """Return what differs between two contents, part by part, in the order of their names."""
    old, new = _flat(before or {}), _flat(after or {})
    names = sorted(old.keys() | new.keys())
    return tuple(Difference(name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name))


def _flat(content: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in content.items():
        path = f"{prefix}{name}"
        if isinstance(value, dict) and value:
            found.update(_flat(value, f"{path}."))
        else:
            found[path] = value
    return found
