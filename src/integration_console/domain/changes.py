"""What changed, announced once as a small value, so that whoever shows it can refresh."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What a change is about."""

    CONNECTORS = "connectors"
    WEBHOOKS = "webhooks"
    LOGS = "logs"
    SYNCS = "syncs"
    RECORDS = "records"
    SCHEDULES = "schedules"
    WORKSPACE = "workspace"
    MEMBERS = "members"
    API_KEYS = "api_keys"
    HOLDERS = "holders"


@dataclass(frozen=True, slots=True)
class Change:
    """Something of `subject` changed; `position` is the log's newest place in the order of commits."""

    subject: Subject
    position: int = 0
