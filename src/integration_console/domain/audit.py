"""Who changed what: entries that each carry the hash of the one before."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from integration_console.domain.clock import microseconds

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from integration_console.domain.forms import Value

FIRST_HASH = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditDraft:
    """A change as the operation that made it tells it; values of secrets never appear."""

    id: str
    created_at: datetime
    actor: str
    action: str
    subject_kind: str
    subject_id: str
    before: Mapping[str, Value]
    after: Mapping[str, Value]


def chained_hash(previous_hash: str, number: int, draft: AuditDraft) -> str:
    """Return the SHA-256, in hex, of an entry together with the hash of the entry before it."""
    content = [
        previous_hash,
        number,
        draft.id,
        microseconds(draft.created_at),
        draft.actor,
        draft.action,
        draft.subject_kind,
        draft.subject_id,
        dict(draft.before),
        dict(draft.after),
    ]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
