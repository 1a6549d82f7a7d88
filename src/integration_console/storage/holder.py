"""The file holder: the one program that may write an embedded workspace, found by a lock beside the file."""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from integration_console.domain.errors import WorkspaceHeld
from integration_console.storage.faults import file_error

if TYPE_CHECKING:
    from pathlib import Path

_MOMENT = 0.5
"""Seconds."""


@dataclass(frozen=True, slots=True)
class HolderNote:
    """What the holder says of itself to the same person's other programs."""

    program: str
    pid: int
    port: int
    token: str = field(repr=False)
    host: str = "127.0.0.1"

    @property
    def base_url(self) -> str:
        """Where the holder answers on this machine ("": nowhere)."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{shown}:{self.port}" if self.port else ""


class FileHolder:
    """Holds the lock of a workspace file from `take` to `release`; the kernel frees it if the program dies."""

    def __init__(self, database: Path, program: str) -> None:
        """Name the file and the program that wants to hold it."""
        self._database = database
        self._program = program
        self._lock = FileLock(str(database) + ".lock", mode=0o600, thread_local=False)
        self.token = secrets.token_urlsafe(32)

    def take(self) -> None:
        """Become the holder. Raises `WorkspaceHeld` (naming the holder), `WorkspaceUnwritable`, `DiskFull`.

        Whoever only looks for a holder, and a command that is soon done, is waited for a moment.
        """
        try:
            self._lock.acquire(timeout=0 if _serves(_read_note(self._database)) else _MOMENT, poll_interval=0.02)
        except Timeout:
            raise held_error(self._database) from None
        except OSError as error:
            raise file_error(error, str(self._database)) from error
        self.announce(port=0)

    def announce(self, port: int, host: str = "127.0.0.1") -> None:
        """Write who holds the file, and at which address of this machine it can be spoken to (port 0: at none)."""
        note = {"program": self._program, "pid": os.getpid(), "port": port, "token": self.token, "host": host}
        path = note_path(self._database)
        draft = path.with_name(path.name + ".new")
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(note, file)
            draft.replace(path)
        except OSError as error:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            self._lock.release()
            raise file_error(error, str(self._database)) from error

    def release(self) -> None:
        """Stop holding the file."""
        if self._lock.is_locked:
            note_path(self._database).unlink(missing_ok=True)
            self._lock.release()


def note_path(database: Path) -> Path:
    """Return where the holder of `database` writes its note (mode 0600)."""
    return database.with_name(database.name + ".holder")


def current_holder(database: Path) -> HolderNote | None:
    """Return who holds `database`, or None when nobody does."""
    probe = FileLock(str(database) + ".lock", mode=0o600, thread_local=False)
    try:
        probe.acquire(timeout=0)
    except Timeout:
        return _read_note(database)
    except OSError:
        return None
    probe.release()
    return None


def held_error(database: Path) -> WorkspaceHeld:
    """Return the error that names the holder of `database`."""
    note = _read_note(database)
    return WorkspaceHeld(program=note.program, pid=note.pid or "?", path=str(database))


def _read_note(database: Path) -> HolderNote:
    try:
        note = json.loads(note_path(database).read_text(encoding="utf-8"))
        host = str(note.get("host", "127.0.0.1"))
        return HolderNote(str(note["program"]), int(note["pid"]), int(note["port"]), str(note["token"]), host)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return HolderNote("another program", 0, 0, "")


def _serves(note: HolderNote) -> bool:
    """Return whether the note is of a living program that receives: such a one does not go away in a moment."""
    if note.port == 0 or os.name != "posix":
        return note.port != 0
    try:
        os.kill(note.pid, 0)
    except OSError as error:
        return isinstance(error, PermissionError)
    return True
