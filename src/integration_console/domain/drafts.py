"""Changes that were made while the workspace could not be reached, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from integration_console.domain.errors import ConsoleError


class DraftKind(StrEnum):
    """What a draft is about."""

    CONNECTOR = "connector"
    WEBHOOK = "webhook"
    SCHEDULE = "schedule"


class DraftState(StrEnum):
    """What became of a draft."""

    WAITING = "waiting"
    CONFLICT = "conflict"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Draft:
    """A change that waits. `wish` is what was asked for, as JSON, without secrets; `mine` what would come of it.

    `base` is what was there when it was made, `theirs` what is there now where that differs ({}: it was removed).
    `lacks_secret`: a secret had been typed, which is not kept. `refusal` and
    `refusal_params`: why it could not be made, as the code and the parameters of an error.
    """

    id: str
    kind: DraftKind
    subject_id: str
    name: str
    made_at: datetime
    wish: Mapping[str, Any]
    base: Mapping[str, Any]
    mine: Mapping[str, Any]
    theirs: Mapping[str, Any] = field(default_factory=dict)
    state: DraftState = DraftState.WAITING
    lacks_secret: bool = False
    refusal: str = ""
    refusal_params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of which both sides tell something else: its name, and what each has."""

    name: str
    mine: str
    theirs: str


UNSETTLED = frozenset({
    "health", "health_code", "health_params", "checked_at", "updated_at", "looked_at", "last_fire_at", "next_fire_at",
})  # fmt: skip
"""What changes by itself, and is no edit of anybody's."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """Whether the workspace answers, and from when what is shown is (None: nothing was ever seen of it).

    `why` says why it does not answer (None: it does, or it is only late).
    """

    reachable: bool = True
    as_of: datetime | None = None
    drafts: int = 0
    why: ConsoleError | None = None


def settled(thing: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a thing that only people change."""
    return {name: value for name, value in thing.items() if name not in UNSETTLED}


def differences(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Return the fields that differ, one by one also where they are settings inside a field."""
    flat_mine, flat_theirs = dict(_flat(settled(mine))), dict(_flat(settled(theirs)))
    names = sorted(flat_mine.keys() | flat_theirs.keys())
    return tuple(
        Difference(name, flat_mine.get(name, ""), flat_theirs.get(name, ""))
        for name in names
        if flat_mine.get(name, "") != flat_theirs.get(name, "")
    )


def _flat(thing: Mapping[str, Any]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in thing.items():
        if isinstance(value, dict):
            found += [(f"{name}.{inner}", text) for inner, text in _flat(value)]
        elif isinstance(value, list | tuple):
            found.append((name, ", ".join(map(str, value))))
        else:
            found.append((name, "" if value is None else str(value)))
    return found
