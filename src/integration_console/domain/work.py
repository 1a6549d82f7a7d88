"""A long piece of work as the code that does it sees it: it reports progress and stops when asked to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work has come: `done` of `total` steps (None: not known), and a word about it."""

    done: int
    total: int | None = None
    note: str = ""


class Cancelled(Exception):
    """Raised inside a piece of work that a person has stopped."""


class Interrupted(Cancelled):
    """Raised inside a piece of work because the program ends: it goes on when the program starts again."""


class Work(Protocol):
    """What a piece of work may tell, and ask, the one who started it."""

    def report(self, progress: Progress) -> None:
        """Tell how far the work has come."""

    def stop_if_cancelled(self) -> None:
        """Raise `Cancelled` when the work is no longer wanted."""


class UnattendedWork:
    """Work that nobody watches and nobody stops: a command, a request."""

    def report(self, progress: Progress) -> None:
        """Take the progress and tell nobody."""

    def stop_if_cancelled(self) -> None:
        """Never stop."""
