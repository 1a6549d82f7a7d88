"""What a workspace needs now and then, whether or not anybody asks: key uses written, the log added up."""

from __future__ import annotations

import math
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from integration_console.domain.changes import Subject
from integration_console.operations import api_key_reminders, api_key_uses, figures, log_rehearsal

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.changes import Change
    from integration_console.operations.context import Context

_REHEARSED_AFTER = 3.0
"""Seconds: by then the first window is there, and what it asked is answered."""
_MANY_ENTRIES = 5_000
"""So many new entries are added up at once; fewer wait a few seconds, and readers count them by themselves."""


@dataclass(slots=True)
class Chore:
    """Something to do every so many seconds; `work` returns whether there is more of it to do at once."""

    seconds: float
    work: Callable[[Context], bool]
    due_at: float = 0.0
    has_more: bool = False

    def do(self, context: Context) -> None:
        """Do it; where it fails, it is tried again when it is due."""
        self.due_at, self.has_more = monotonic() + self.seconds, False
        self.has_more = self.work(context)
        if self.has_more:
            self.due_at = 0.0


class Upkeep:
    """The chores of a workspace."""

    def __init__(self) -> None:
        """All of them are due, but for the rehearsal, which comes once and a little later."""
        self._figures = Chore(5.0, figures.add_up_log)
        rehearsal = Chore(math.inf, _rehearse, monotonic() + _REHEARSED_AFTER)
        self._chores = (Chore(60.0, _look_after_keys), self._figures, rehearsal)
        self._added_up = 0

    @property
    def has_more(self) -> bool:
        """Whether one of them has more to do at once."""
        return any(each.has_more for each in self._chores)

    def due(self) -> tuple[Callable[[Context], None], ...]:
        """Return what is due now."""
        return tuple(each.do for each in self._chores if each.due_at <= monotonic())

    def hear(self, change: Change) -> bool:
        """Return whether a change makes something due."""
        if change.subject is not Subject.LOGS or change.position < self._added_up + _MANY_ENTRIES:
            return False
        self._added_up = change.position
        self._figures.due_at = 0.0
        return True


def _rehearse(context: Context) -> bool:
    log_rehearsal.rehearse(context)
    return False


def _look_after_keys(context: Context) -> bool:
    """Write the last uses of API keys that rest now, and remind of those that end soon."""
    api_key_uses.flush_due_uses(context)
    api_key_reminders.remind(context)
    return False
