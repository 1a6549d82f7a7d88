"""Jobs: rows of work that wait for a worker, and the lease under which one of them does it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from integration_console.domain.syncs import RunState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

SYNC = "sync"
"""The kind of job that runs a connector's sync."""


@dataclass(frozen=True, slots=True)
class JobDraft:
    """A wish for work. While one with the same `dedupe_key` has not ended, no second one is made."""

    id: str
    kind: str
    connector_id: str
    due_at: datetime
    requested_by: str
    dedupe_key: str = ""
    schedule_id: str = ""
    fire_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on a job: every later write names its token, so that who lost it changes nothing more."""

    job_id: str
    connector_id: str
    token: int
    owner: str
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Settlement:
    """What becomes of a job when its worker lets go of it; `due_at` is when it goes on, for `WAITING`."""

    state: RunState
    due_at: datetime | None = None
    attempts: int = 0
    error_code: str = ""
    error_params: Mapping[str, str] = field(default_factory=dict)
