"""Who changed what: entries that each carry the hash of the one before."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from integration_console.domain.clock import microseconds
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

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


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A change as it stands in the chain, with its number and hash."""

    number: int
    change: AuditDraft
    hash: str


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which entries are wanted; what is empty does not narrow.

    `actor` is a part of a name, `action` a whole action or the beginning of one with * ("webhook.*").
    """

    actor: str = ""
    action: str = ""
    subject_kind: str = ""
    subject_id: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Entries newest first; `next` is the number to go on behind (None: that was the end)."""

    entries: tuple[AuditEntry, ...]
    next: int | None = None


class BreakKind(StrEnum):
    """How a chain is broken at an entry."""

    MISSING = "missing"
    ALTERED = "altered"
    UNLINKED = "unlinked"
    SHORTENED = "shortened"


@dataclass(frozen=True, slots=True)
class ChainEnd:
    """The newest entry of a chain: noted down elsewhere, it shows later that nothing was cut off since."""

    number: int
    hash: str

    def __str__(self) -> str:
        """`NUMBER:HASH`."""
        return f"{self.number}:{self.hash}"


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What walking a chain has found: how far it holds, and the first break behind that."""

    end: ChainEnd
    broken_at: int | None = None
    kind: BreakKind | None = None

    @property
    def holds(self) -> bool:
        """Whether every entry is as it was written."""
        return self.kind is None


@dataclass(frozen=True, slots=True)
class StoredLink:
    """A row of the chain as it lies in the store; `change` is None where it cannot even be read."""

    number: int
    change: AuditDraft | None
    previous_hash: str
    hash: str


def first_break(link: StoredLink, before: ChainEnd, known: ChainEnd | None = None) -> tuple[int, BreakKind] | None:
    """Return where and how the chain is broken between `before` and `link`, None where it holds.

    `known` is an entry that was noted down earlier, when the chain ended with it.
    """
    if link.number != before.number + 1:
        return before.number + 1, BreakKind.MISSING
    if link.change is None or chained_hash(link.previous_hash, link.number, link.change) != link.hash:
        return link.number, BreakKind.ALTERED
    if link.previous_hash != before.hash:
        return link.number, BreakKind.UNLINKED
    rewritten = known is not None and link.number == known.number and link.hash != known.hash
    return (link.number, BreakKind.SHORTENED) if rewritten else None


def parsed_end(text: str) -> ChainEnd | None:
    """Return what `NUMBER:HASH` stands for, None where it is nothing of the kind."""
    number, _, digest = text.strip().partition(":")
    if not number.isdecimal() or not re.fullmatch(r"[0-9a-f]{64}", digest):
        return None
    return ChainEnd(int(number), digest)


BREAK_SENTENCES: dict[BreakKind, str] = {
    BreakKind.MISSING: QT_TRANSLATE_NOOP("Audit", "Entry {number} is missing: it was deleted."),
    BreakKind.ALTERED: QT_TRANSLATE_NOOP("Audit", "Entry {number} was changed after it was written."),
    BreakKind.UNLINKED: QT_TRANSLATE_NOOP(
        "Audit", "Entry {number} does not follow the one before it: one was replaced."
    ),
    BreakKind.SHORTENED: QT_TRANSLATE_NOOP(
        "Audit", "Entry {number} is not the one that was noted down: the end of the chain was cut off or rewritten."
    ),
}
"""What each kind of break means, in a sentence that is translated."""
