"""What is brought into a case file from logs of other programs, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from integration_console.domain.case_files import DEFAULT_CAP
from integration_console.domain.controls import well_formed

if TYPE_CHECKING:
    from pathlib import Path

    from integration_console.domain.case_files import CaseReport

IMPORTED = "Imported logs"
"""What an import is called that has no name of its own."""


@dataclass(frozen=True, slots=True)
class ForeignLog:
    """A log of another program, and the zone of those of its times that name none ("": this machine's)."""

    path: Path
    zone: str = ""


@dataclass(frozen=True, slots=True)
class ImportWish:
    """Logs that become one case file, its name, and how large it may become in bytes."""

    logs: tuple[ForeignLog, ...]
    name: str = IMPORTED
    cap: int = DEFAULT_CAP


@dataclass(frozen=True, slots=True)
class ImportedLog:
    """What was found in a log: entries, lines of which nothing could be made, and entries that were there already."""

    name: str
    zone: str
    entries: int
    unread: int
    doubles: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """A case file that was made of logs."""

    case: CaseReport
    logs: tuple[ImportedLog, ...]


def names_of(paths: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the names of files, with as much of their folders as tells them apart.

    What is no text in a name is a replacement character; names that differ in nothing else get numbers.
    """
    deepest = max((len(each.parts) for each in paths), default=0)
    for depth in range(1, deepest):
        names = tuple(well_formed(PurePath(*each.parts[-depth:]).as_posix()) for each in paths)
        if len(set(names)) == len(paths):
            return names
    before: dict[str, set[Path]] = {}
    return tuple(_numbered(path, before.setdefault(well_formed(str(path)), set())) for path in paths)


def _numbered(path: Path, others: set[Path]) -> str:
    """Return the whole name of a file, with a number behind that of another file which looks the same."""
    others.add(path)
    name = well_formed(str(path))
    return name if len(others) == 1 else f"{name} ({len(others)})"
