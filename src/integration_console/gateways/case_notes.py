"""What people write on a case file: it lies beside the file, and goes back to where the case comes from.

The file itself stays as it was signed. The notes are a small file of their own (`NAME.icase.notes`), which names the
case that it belongs to. Before it is written it is read again, since another window may have written there; what is of
another case, or cannot be read, is kept as `NAME.icase.notes.old`.
"""

from __future__ import annotations

import errno
import os
import uuid
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Any

import orjson
from filelock import FileLock, Timeout

from integration_console.domain.case_notes import merged
from integration_console.domain.errors import (
    CaseNotesMalformed,
    FileUnreadable,
    FileUnwritable,
    InvalidInput,
    NameTaken,
    NotFound,
)
from integration_console.domain.folding import folded
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import AnyOf, FieldIs, LogField, Noted, replaced
from integration_console.domain.log_notes import LogNote, LogNoteDraft, required_note
from integration_console.domain.saved_filters import MOST_FILTERS, SavedFilter, SavedFilterDraft, required_filter
from integration_console.domain.wire import from_wire, to_wire
from integration_console.gateways.person import person_here

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from integration_console.domain.log_conditions import Condition

SUFFIX = ".notes"
_LARGEST = 8 * 1024 * 1024
_MOST = 10_000
"""So many notes may lie in a file."""
_LONGEST_AUTHOR = 200
_LOCK_SECONDS = 5


@dataclass(frozen=True, slots=True)
class NotesFile:
    """Notes as they lie in a file: `case` is the seal of the case that they were written on."""

    case: str
    notes: tuple[LogNote, ...] = ()
    filters: tuple[SavedFilter, ...] = ()


class CaseNotes:
    """The notes beside one case file, over those that the case brought along."""

    def __init__(self, path: Path, seal: str, brought: Sequence[LogNote], filters: Sequence[SavedFilter]) -> None:
        """Keep notes beside `path`; those of another case, or of nobody can read, are not taken."""
        self._path = path.with_name(path.name + SUFFIX)
        self._seal = seal
        self._brought = {each.log_id: each for each in brought}
        self._filters = tuple(filters)
        self._own = self._found() or NotesFile(seal)
        self._seen: dict[str, LogNote | None] = dict(self.notes)

    @property
    def notes(self) -> dict[str, LogNote]:
        """What stands beside which entry."""
        merged_notes = {**self._brought, **{each.log_id: each for each in self._own.notes}}
        return {log_id: note for log_id, note in merged_notes.items() if note.mark or note.text}

    @property
    def filters(self) -> tuple[SavedFilter, ...]:
        """The saved filters, by name."""
        return tuple(sorted((*self._filters, *self._own.filters), key=lambda each: folded(each.name)))

    def beside(self, log_ids: Iterable[str]) -> tuple[LogNote, ...]:
        """Return what stands beside these entries; whoever asked has seen it, and may write over it."""
        notes = self.notes
        seen = {each: notes.get(each) for each in log_ids}
        self._seen.update(seen)
        return tuple(each for each in seen.values() if each is not None)

    def save_note(self, draft: LogNoteDraft) -> LogNote | None:
        """Write beside an entry; None: now nothing stands there. Raises `InvalidInput`, `FileUnwritable`."""
        wanted, me = required_note(draft), person_here()
        with self._changing():
            before, now = self._seen.get(wanted.log_id), self.notes.get(wanted.log_id)
            wanted = required_note(merged(wanted, before, now, me))
            note = LogNote(wanted.log_id, wanted.mark, wanted.text, me, datetime.now(UTC))
            others = tuple(each for each in self._own.notes if each.log_id != note.log_id)
            needed = not wanted.is_empty or note.log_id in self._brought
            self._keep(NotesFile(self._seal, (*others, note) if needed else others, self._own.filters))
        self._seen[note.log_id] = None if wanted.is_empty else note
        return self._seen[note.log_id]

    def save_filter(self, draft: SavedFilterDraft) -> SavedFilter:
        """Keep a query under a name. Raises `InvalidInput`, `NameTaken`, `NotFound`, `FileUnwritable`."""
        with self._changing():
            others = tuple(each for each in self._own.filters if each.id != draft.id)
            if draft.id and len(others) == len(self._own.filters):
                raise NotFound(kind="saved filter", id=draft.id)
            wanted = required_filter(draft, len(others) + len(self._filters))
            if any(folded(each.name) == folded(wanted.name) for each in (*others, *self._filters)):
                raise NameTaken(name=wanted.name)
            kept = SavedFilter(draft.id or new_id(), wanted.name, wanted.query, person_here(), datetime.now(UTC))
            self._keep(NotesFile(self._seal, self._own.notes, (*others, kept)))
        return kept

    def remove_filter(self, filter_id: str) -> None:
        """Remove a filter that was saved here. Raises `NotFound`, `FileUnwritable`."""
        with self._changing():
            others = tuple(each for each in self._own.filters if each.id != filter_id)
            if len(others) == len(self._own.filters):
                raise NotFound(kind="saved filter", id=filter_id)
            self._keep(NotesFile(self._seal, self._own.notes, others))

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Keep other windows from writing while the block lasts, and know what they wrote. Raises `FileUnwritable`."""
        lock = FileLock(self._path.with_name(f".{self._path.name}.lock"), timeout=_LOCK_SECONDS, thread_local=False)
        try:
            lock.acquire()
        except Timeout as error:
            raise FileUnwritable(path=str(self._path), reason=os.strerror(errno.EBUSY)) from error
        except OSError as error:
            raise FileUnwritable(path=str(self._path), reason=error.strerror or "") from error
        except NotImplementedError:
            pass  # a folder without locks: what was written before is still read again
        try:
            self._own = self._found() or self._own
            yield
        finally:
            lock.release()

    def _found(self) -> NotesFile | None:
        """Return what lies there of this case."""
        try:
            found = read_notes(self._path)
        except (FileUnreadable, CaseNotesMalformed):
            return None
        return found if found.case == self._seal else None

    def _keep(self, changed: NotesFile) -> None:
        unfinished = self._path.with_name(f".{self._path.name}.part")
        raw = orjson.dumps(to_wire(changed))
        if len(raw) > _LARGEST or len(changed.notes) > _MOST:
            raise FileUnwritable(path=str(self._path), reason=os.strerror(errno.EFBIG))
        try:
            unfinished.write_bytes(raw)
            if os.path.lexists(self._path) and self._found() is None:
                self._path.rename(_free_place(self._path))
            unfinished.replace(self._path)
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink()
            raise FileUnwritable(path=str(self._path), reason=error.strerror or "") from error
        self._own = changed


def _free_place(path: Path) -> Path:
    """Return where the file of another case can be kept: `.old`, or the first of `.old2`, `.old3`, ... that is free."""
    names = (path.with_name(f"{path.name}.old{each if each > 1 else ''}") for each in count(1))
    return next(each for each in names if not os.path.lexists(each))


def with_noted(condition: Condition, notes: Iterable[LogNote]) -> Condition:
    """Return a condition that names the entries with notes, where it asks for notes: a case file knows none."""
    found = tuple(notes)

    def named(part: Condition) -> Condition:
        if not isinstance(part, Noted):
            return part
        ids = (each.log_id for each in found if (each.mark if part.marked else each.text))
        return AnyOf(tuple(FieldIs(LogField.ID, each) for each in ids))

    return replaced(condition, named)


def read_notes(path: Path) -> NotesFile:
    """Return the notes of a file. Raises `FileUnreadable`, `CaseNotesMalformed`."""
    try:
        if path.exists() and not path.is_file():
            raise FileUnreadable(path=str(path), reason=os.strerror(errno.EISDIR))
        with path.open("rb") as source:
            raw = source.read(_LARGEST + 1)
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=error.strerror or "") from error
    if len(raw) > _LARGEST:
        raise CaseNotesMalformed(path=str(path))
    try:
        wire: Any = orjson.loads(raw)
        return _usable(NotesFile(
            from_wire(str, wire["case"]),
            from_wire(tuple[LogNote, ...], wire["notes"]),
            from_wire(tuple[SavedFilter, ...], wire["filters"]),
        ))  # fmt: skip
    except (ValueError, KeyError, TypeError, InvalidInput, RecursionError) as error:
        raise CaseNotesMalformed(path=str(path)) from error


def _usable(found: NotesFile) -> NotesFile:
    """Return notes that may be shown and searched. Raises `ValueError`, `InvalidInput`."""
    if len(found.notes) > _MOST or len(found.filters) > MOST_FILTERS:
        raise ValueError("more than anybody writes")
    for note in found.notes:
        uuid.UUID(note.log_id)  # it becomes a part of addresses
        required_note(LogNoteDraft(note.log_id, note.mark, note.text))
    for each in found.filters:
        required_filter(SavedFilterDraft(each.name, each.query), 0)
    authors = [*(each.author for each in found.notes), *(each.author for each in found.filters)]
    if max(map(len, authors), default=0) > _LONGEST_AUTHOR:
        raise ValueError("longer than any name")
    return found
