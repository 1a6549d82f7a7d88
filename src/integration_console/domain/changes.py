"""What changed, announced once as a small value, so that whoever shows it can refresh."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What a change is about."""

    CONNECTORS = "connectors"
    WEBHOOKS = "webhooks"
    LOGS = "logs"
    LOG_NOTES = "log_notes"
    LOG_FILTERS = "log_filters"
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


_ARRIVALS = frozenset({f"webhook.{each}" for each in ("received", "held", "filtered", "duplicate", "rejected")})
_OTHER_WORDS = {
    "receiver": (Subject.WORKSPACE,),
    "sync": (Subject.SYNCS, Subject.RECORDS, Subject.CONNECTORS),
    "api_key_policy": (Subject.API_KEYS,),
    "retention_rule": (Subject.WORKSPACE,),
    "legal_hold": (Subject.WORKSPACE,),
}


def subjects_of(event_type: str) -> tuple[Subject, ...]:
    """Return what changed, besides the log, when an entry of this type was written (`connector.created`)."""
    word = event_type.partition(".")[0]
    if event_type in _ARRIVALS:
        return ()
    return _OTHER_WORDS.get(word) or tuple(each for each in Subject if each.value in (word, f"{word}s"))
