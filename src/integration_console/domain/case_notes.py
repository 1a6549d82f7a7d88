"""What becomes of a note on a case file: where two windows write at once, and where the case came from."""

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


def merged(draft: LogNoteDraft, before: LogNote | None, now: LogNote | None, me: str) -> LogNoteDraft:
    """Return what is to stand beside an entry that another window may have written on.

    `before` is what stood there when the writer looked, `now` what stands there. What only one of the two changed is
    taken from that one; of two new texts none is lost.
    """
    mark_before, text_before = (before.mark, before.text) if before is not None else (Mark.NONE, "")
    mark_now, text_now = (now.mark, now.text) if now is not None else (Mark.NONE, "")
    mark = mark_now if draft.mark == mark_before else draft.mark
    text = draft.text
    if text == text_before or (text_now not in ("", text_before) and not text):
        text = text_now
    elif now is not None and text_now not in ("", text_before) and text_now not in text:
        text = f"{text_now if now.author == me else signed(now)}{_END}{text}"
    return LogNoteDraft(draft.log_id, mark, text)


def signed(note: LogNote) -> str:
    """Return the text of a note with the name of who wrote it: whoever takes it over is its author there."""
    return f"{note.author}: {note.text}" if note.text else ""
