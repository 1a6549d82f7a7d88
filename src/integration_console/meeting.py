"""Where the starts of the desktop program meet that are one: the same person, settings, screen and program."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from integration_console import __file__ as own_file
from integration_console import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from filelock import BaseFileLock

    from integration_console.settings import Settings

_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHON_KEYRING_BACKEND")
_POSTGRES, _PASSWORD = "PG", "PGPASSWORD"
_LONGEST = 100
"""Bytes of a socket's path: systems take 104 to 108, a zero at the end included."""
_PIPES = "\\\\.\\pipe\\"


def meeting_place(settings: Settings, environment: Mapping[str, str], platform: str = sys.platform) -> str | None:
    """Return the local socket (on Windows the named pipe) of this program; None where no path is short enough."""
    name = _name(settings, environment)
    if platform == "win32":
        return f"{_PIPES}integration-console-{name}"
    found = (str(folder / name) for folder in _folders(settings, environment))
    return next((each for each in found if len(os.fsencode(each)) <= _LONGEST), None)


def may_be_met(place: str) -> bool:
    """Return whether it is worth asking there: nobody else can have made what lies in a private folder."""
    return place.startswith(_PIPES) or _is_private(Path(place).parent)


def _is_private(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def claimed(place: str) -> BaseFileLock | None:
    """Become the one that is met at a place, until the lock is let go or the program ends; None: another is.

    What a program that was killed has left behind is taken away.
    """
    import tempfile  # noqa: PLC0415 - only the program that goes on needs it

    from filelock import FileLock, Timeout  # noqa: PLC0415 - see above

    is_pipe = place.startswith(_PIPES)
    path = Path(tempfile.gettempdir()) / place.removeprefix(_PIPES) if is_pipe else Path(place)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not (is_pipe or _is_private(path.parent)):  # on Windows the folder of temporary files is a person's own
            return None
        lock = FileLock(f"{path}.lock", mode=0o600, thread_local=False)
        lock.acquire(timeout=0)
    except (OSError, Timeout):
        return None
    with suppress(OSError):
        path.unlink()
    return lock


def _name(settings: Settings, environment: Mapping[str, str]) -> str:
    """Return a name over all that makes two programs different; no secret is in it."""
    own = [_said(getattr(settings, each.name)) for each in fields(settings) if each.repr]
    around = [environment.get(name, "") for name in _SCREEN]
    database = sorted(pair for pair in environment.items() if pair[0].startswith(_POSTGRES) and pair[0] != _PASSWORD)
    whole = json.dumps([__version__, own_file, sys.executable, own, around, database])
    return hashlib.sha256(whole.encode()).hexdigest()[:32]


def _said(value: object) -> str:
    return str(value.absolute()) if isinstance(value, Path) else repr(value)


def _folders(settings: Settings, environment: Mapping[str, str]) -> list[Path]:
    """Return where the socket may lie, as the XDG Base Directory Specification says; relative paths do not count."""
    running = Path(environment.get("XDG_RUNTIME_DIR", ""))
    own = settings.data_folder.absolute() / "running"
    return [running / "integration-console", own] if running.is_absolute() else [own]
