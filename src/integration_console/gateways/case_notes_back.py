"""Takes the notes that were written on a case file over into a workspace, through whichever door it has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from integration_console.domain.case_notes import NotesTaken, joined
from integration_console.domain.errors import NotFound
from integration_console.domain.log_notes import LONGEST_NOTE, MOST_NOTES
from integration_console.domain.work import Progress
from integration_console.gateways.case_notes import read_notes

if TYPE_CHECKING:
    from pathlib import Path

    from integration_console.domain.log_notes import LogNote
    from integration_console.domain.work import Work
    from integration_console.gateways.log_note_protocols import LogNotesGateway


def take_notes(gateway: LogNotesGateway, path: Path, work: Work) -> NotesTaken:
    """Write each note beside its entry; one that is stopped, or fails, goes on when it is begun again.

    Raises `FileUnreadable`, `CaseNotesMalformed`, `Cancelled` and what the workspace refuses with.
    """
    brought = tuple(each for each in read_notes(path).notes if each.mark or each.text)
    counts: Counter[str] = Counter()
    for first in range(0, len(brought), MOST_NOTES):
        some = brought[first : first + MOST_NOTES]
        present = {each.log_id: each for each in gateway.log_notes([each.log_id for each in some])}
        for number, note in enumerate(some):
            work.stop_if_cancelled()
            work.report(Progress(first + number, len(brought)))
            counts[_take(gateway, present, note)] += 1
    return NotesTaken(**counts)


def _take(gateway: LogNotesGateway, present: dict[str, LogNote], note: LogNote) -> str:
    draft = joined(present.get(note.log_id), note)
    if draft is None:
        return "present"
    if len(draft.text) > LONGEST_NOTE:
        return "too_long"
    try:
        written = gateway.save_log_note(draft)
    except NotFound:
        return "gone"
    if written is not None:
        present[note.log_id] = written
    return "taken"
