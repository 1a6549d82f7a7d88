"""Sync runs: one execution of a connector's sync, how far it came and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from integration_console.domain.streams import SyncMode
from integration_console.domain.work import Progress

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class RunState(StrEnum):
    """Where a run is. `WAITING`: it goes on at a set time, after a pause that was asked for or a failed attempt."""

    QUEUED = "queued"
    RUNNING = "running"
    WAITING = "waiting"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


ENDED = frozenset({RunState.SUCCEEDED, RunState.FAILED, RunState.CANCELLED})
"""States that nothing follows."""


class Trigger(StrEnum):
    """Who asked for a run."""

    PERSON = "person"
    SCHEDULE = "schedule"
    FUNCTION = "function"


@dataclass(frozen=True, slots=True)
class RunRequest:
    """A wish for a run; no `streams` means all of the connector's. `options` go to the connector (a Drive folder)."""

    connector_id: str
    mode: SyncMode = SyncMode.INCREMENTAL
    streams: tuple[str, ...] = ()
    trigger: Trigger = Trigger.PERSON


@dataclass(frozen=True, slots=True)
class RunCounts:
    """What a run changed, in records; `pages` is the number of pages stored."""

    added: int = 0
    updated: int = 0
    deleted: int = 0
    unchanged: int = 0
    pages: int = 0

    @property
    def seen(self) -> int:
        """How many records were looked at."""
        return self.added + self.updated + self.deleted + self.unchanged

    def plus(self, other: RunCounts) -> RunCounts:
        """Return the sums."""
        return RunCounts(
            self.added + other.added,
            self.updated + other.updated,
            self.deleted + other.deleted,
            self.unchanged + other.unchanged,
            self.pages + other.pages,
        )


@dataclass(frozen=True, slots=True)
class SyncRun:
    """One run. While it waits, `due_at` says until when and `error_code` why; the note of `progress` is the stream."""

    id: str
    connector_id: str
    mode: SyncMode
    streams: tuple[str, ...]
    trigger: Trigger
    requested_by: str
    state: RunState
    created_at: datetime
    due_at: datetime
    started_at: datetime | None = None
    finished_at: datetime | None = None
    attempts: int = 0
    counts: RunCounts = RunCounts()
    progress: Progress = field(default_factory=lambda: Progress(0))
    cancel_requested: bool = False
    error_code: str = ""
    error_params: Mapping[str, str] = field(default_factory=dict)

    @property
    def ended(self) -> bool:
        """Whether nothing follows."""
        return self.state in ENDED

    def per_second(self, now: datetime) -> float:
        """Return how many records a second were looked at since it started (0: it has not)."""
        if self.started_at is None:
            return 0.0
        seconds = ((self.finished_at or now) - self.started_at).total_seconds()
        return self.counts.seen / seconds if seconds > 0 else 0.0

    def seconds_left(self, now: datetime) -> float | None:
        """Return the seconds that the rest will take at the present rate; None: not known."""
        rate, total = self.per_second(now), self.progress.total
        if self.state is not RunState.RUNNING or not total or rate <= 0:
            return None
        return max(0.0, (total - self.progress.done) / rate)


@dataclass(frozen=True, slots=True)
class RunFilter:
    """Which runs are wanted, newest first; `before` is the id of the last run already seen."""

    connector_id: str = ""
    states: frozenset[RunState] = frozenset()
    before: str = ""
