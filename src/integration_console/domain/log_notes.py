"""What people write beside entries of the log: a mark in a colour, a note, who wrote it and when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import datetime

LONGEST_NOTE = 4_000
"""Characters of a note."""
MOST_NOTES = 1_000
"""Entries whose notes are asked for at once."""
_TOO_LONG = QT_TRANSLATE_NOOP("Forms", "At most so many characters: {maximum}.")


class Mark(StrEnum):
    """The colour of an entry's mark."""

    NONE = ""
    AMBER = "amber"
    RED = "red"
    GREEN = "green"
    BLUE = "blue"


USUAL_MARK = Mark.AMBER


@dataclass(frozen=True, slots=True)
class LogNoteDraft:
    """What is to stand beside an entry; with neither mark nor text, nothing."""

    log_id: str
    mark: Mark = Mark.NONE
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to stand there."""
        return not (self.mark or self.text)


@dataclass(frozen=True, slots=True)
class LogNote:
    """What stands beside an entry: one for all members of the organisation, written last by `author`."""

    log_id: str
    mark: Mark
    text: str
    author: str
    written_at: datetime


def required_note(draft: LogNoteDraft) -> LogNoteDraft:
    """Return a draft that can be kept, without blank ends. Raises `InvalidInput`."""
    text = draft.text.strip()
    if len(text) > LONGEST_NOTE:
        raise InvalidInput(FieldProblem("text", _TOO_LONG, (("maximum", str(LONGEST_NOTE)),)))
    return replace(draft, text=text)
