"""Lets a double click on a case file open it here: for this person, where desktops look (freedesktop.org)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from integration_console.domain.errors import FileUnwritable, NotAssociatedHere
from integration_console.ui.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MIME_TYPE = "application/x-integration-console-case"
ENTRY = "integration-console.desktop"
_TYPES = "integration-console-case.xml"
_EXEC = "Exec=integration-console "
_PATIENCE = 60
_QUOTED = '"`$\\'


def associate(program: Sequence[str], environment: Mapping[str, str], platform: str = sys.platform) -> tuple[str, ...]:
    """Make `program` open case files of this person, and return what was done and what is missing, in sentences.

    Raises `NotAssociatedHere`, `FileUnwritable`.
    """
    if platform in ("win32", "darwin"):
        raise NotAssociatedHere
    data = _data_folder(environment)
    entry = resource(f"desktop/{ENTRY}").read_text(encoding="utf-8")
    entry = entry.replace(_EXEC, f"Exec={' '.join(map(_quoted, program))} ")
    done = (
        _written(data / "mime" / "packages" / _TYPES, resource(f"desktop/{_TYPES}").read_text(encoding="utf-8")),
        _written(data / "applications" / ENTRY, entry),
    )
    steps = (
        (("update-mime-database", str(data / "mime")), "The file type is not known before it has run once."),
        (
            ("update-desktop-database", str(data / "applications")),
            "The program may be offered only after a new sign-in.",
        ),
        (
            ("xdg-mime", "default", ENTRY, MIME_TYPE),
            "Choose the program once in the file manager (Open with), and let it be kept.",
        ),
    )
    return (*done, *(told for command, otherwise in steps if (told := _run(command, environment, otherwise))))


def own_command(arguments: Sequence[str]) -> tuple[str, ...]:
    """Return how this program is started again: by its own file where it has one."""
    started = shutil.which(arguments[0]) if arguments and arguments[0] else None
    if started is not None and Path(started).suffix != ".py":
        return (str(Path(started).absolute()),)
    return (sys.executable, "-m", "integration_console.desktop")


def _data_folder(environment: Mapping[str, str]) -> Path:
    """Return where a person's data lies, as the XDG Base Directory Specification says; relative paths do not count."""
    given = Path(environment.get("XDG_DATA_HOME", ""))
    return given if given.is_absolute() else Path(environment.get("HOME", "~")).expanduser() / ".local" / "share"


def _quoted(argument: str) -> str:
    """Return an argument of `Exec` as the Desktop Entry Specification wants it: quoted, then escaped as any string."""
    inside = "".join(f"\\{letter}" if letter in _QUOTED else letter for letter in argument.replace("%", "%%"))
    return '"' + inside.replace("\\", "\\\\") + '"'


def _written(path: Path, text: str) -> str:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise FileUnwritable(path=str(path), reason=error.strerror or "") from error
    return f"Written: {path}"


def _run(command: Sequence[str], environment: Mapping[str, str], otherwise: str) -> str:
    """Run a tool of the desktop; return what its absence or failure means ("": all went well)."""
    found = shutil.which(command[0], path=environment.get("PATH", ""))
    if found is None:
        return f"{command[0]} is not installed. {otherwise}"
    try:
        ended = subprocess.run(  # noqa: S603 - our own words, and a folder of this person's
            [found, *command[1:]], env=dict(environment), capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return f"{command[0]} could not be run. {otherwise}"
    return "" if ended.returncode == 0 else f"{command[0]} failed. {otherwise}"
