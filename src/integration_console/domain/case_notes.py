"""What becomes of a note that was written on a case file, where the case came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from integration_console.domain.log_notes import LogNoteDraft, Mark

if TYPE_CHECKING:
    from integration_console.domain.log_notes import LogNote

_END = "\n\n"


@dataclass(frozen=True, slots=True)
class NotesTaken:
    """How many notes were taken, were there already, whose entries are gone, and how many would be too long."""

    taken: int = 0
    present: int = 0
    gone: int = 0
    too_long: int = 0


def joined(present: LogNote | None, brought: LogNote) -> LogNoteDraft | None:
    """Return what is to stand beside an entry once a note is taken over; None: all of it stands there.

    Nothing that stands there is lost: what is brought goes below it, with the name of who wrote it.
    """
    text = signed(brought)
    mark, before = (present.mark, present.text) if present is not None else (Mark.NONE, "")
    stands_there = not text or brought.text == before or _END + text + _END in _END + before + _END
    together = before if stands_there else f"{before}{_END}{text}".strip()
    wanted = mark or brought.mark
    return None if (wanted, together) == (mark, before) else LogNoteDraft(brought.log_id, wanted, together)


def signed(note: LogNote) -> str:
    """Return the text of a note with the name of who wrote it: whoever takes it over is its author there."""
    return f"{note.author}: {note.text}" if note.text else ""
