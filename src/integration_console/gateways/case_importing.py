"""Makes a case file of logs of other programs, merged by time: redacted and signed as any, with this machine's key."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from integration_console import __version__
from integration_console.domain.case_files import CaseSource, CaseWish, required_cap
from integration_console.domain.clock import from_microseconds
from integration_console.domain.controls import well_formed
from integration_console.domain.errors import FieldProblem, FileUnreadable, InvalidInput, NothingImported
from integration_console.domain.foreign_logs import ForeignFile
from integration_console.domain.local_time import HERE
from integration_console.domain.log_importing import IMPORTED, ForeignLog, ImportedLog, ImportReport, names_of
from integration_console.domain.log_terms import zone_of
from integration_console.domain.schedules import NOT_ZONE
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.domain.work import Progress
from integration_console.gateways.foreign_lines import lines_of
from integration_console.gateways.import_key import import_key
from integration_console.gateways.known_signers import SIGNERS, KnownSigners
from integration_console.gateways.person import person_here
from integration_console.storage.case_files.merging import merging
from integration_console.storage.case_files.writing import CaseContents, write_case

if TYPE_CHECKING:
    from datetime import tzinfo
    from pathlib import Path

    from integration_console.domain.log_importing import ImportWish
    from integration_console.domain.work import Work
    from integration_console.storage.case_files.merging import Merging

NO_LOGS = QT_TRANSLATE_NOOP("Forms", "Choose at least one file.")
ONE_OF_THEM = QT_TRANSLATE_NOOP("Forms", "This is one of the logs; choose another file.")
_LONGEST_NAME = 200
_LONGEST_LIST = 400
_READ = 1000
"""Thousandths: half of the progress is for reading, half for writing."""


def import_logs(wish: ImportWish, target: Path, data_folder: Path, work: Work) -> ImportReport:
    """Write the entries of all logs, newest first up to a size, into one signed file; its signer is known here.

    Raises `NothingImported`, `InvalidInput`, `FileUnreadable`, `FileUnwritable`, `DiskFull`, `ImportKeyUnusable`,
    `Cancelled`.
    """
    logs = _once(wish.logs)
    _require_usable(wish, logs, target)
    key = import_key(data_folder)
    names = names_of(tuple(logs))
    with merging() as merged:
        reading = _Reading(sum(map(_size, logs)), work)
        found = [
            reading.take(merged, number, path, ForeignFile(name, _zone(log.zone), *_written(path, _zone(log.zone))))
            for number, ((path, log), name) in enumerate(zip(logs.items(), names, strict=True))
        ]
        total, doubles = merged.settle(work)
        if not total:
            raise NothingImported(names=", ".join(names))
        told = tuple(
            ImportedLog(each.name, log.zone, each.entries, each.unread, doubles.get(number, 0))
            for number, (each, log) in enumerate(zip(found, logs.values(), strict=True))
        )
        contents = CaseContents(merged.newest_first(), total, {"imported": [_row(each) for each in told]})
        name = well_formed(wish.name).strip()[:_LONGEST_NAME] or IMPORTED
        source = CaseSource("", name, person_here(), datetime.now(UTC), __version__, "")
        report = write_case(
            target, contents, source, CaseWish(cap=wish.cap, note=_listed(names)), key, _Writing(total, work)
        )
    KnownSigners(data_folder / SIGNERS).accept(report.manifest.key, name)
    return ImportReport(report, told)


class _Reading:
    """Reads logs one after the other, and tells how much of all of them was read."""

    def __init__(self, total: int, work: Work) -> None:
        self._total, self._work, self._before = max(1, total), work, 0

    def take(self, merged: Merging, number: int, path: Path, file: ForeignFile) -> ForeignFile:
        with lines_of(path, lambda read: self._look(read, file.name)) as lines:
            merged.add(number, file.read(lines))
        self._before += _size(path)
        return file

    def _look(self, read: int, name: str) -> None:
        self._work.stop_if_cancelled()
        done = min(_READ, _READ * (self._before + read) // self._total)
        self._work.report(Progress(done, 2 * _READ, name))


class _Writing:
    """The second half of the work, which is to write."""

    def __init__(self, total: int, work: Work) -> None:
        self._total, self._work = total, work
        self.stop_if_cancelled = work.stop_if_cancelled

    def report(self, progress: Progress) -> None:
        done = min(_READ, _READ * progress.done // self._total)
        self._work.report(Progress(_READ + done, 2 * _READ))


def _once(logs: tuple[ForeignLog, ...]) -> dict[Path, ForeignLog]:
    """Return each file once, by where it really lies."""
    found: dict[Path, ForeignLog] = {}
    for each in logs:
        found.setdefault(each.path.resolve(), each)
    return found


def _require_usable(wish: ImportWish, logs: dict[Path, ForeignLog], target: Path) -> None:
    required_cap(wish.cap)
    if not logs:
        raise InvalidInput(FieldProblem("logs", NO_LOGS))
    if target.resolve() in logs:
        raise InvalidInput(FieldProblem("out", ONE_OF_THEM))
    for each in logs.values():
        _zone(each.zone)


def _zone(name: str) -> tzinfo:
    zone = zone_of(name) if name else HERE
    if zone is None:
        raise InvalidInput(FieldProblem("time_zone", NOT_ZONE))
    return zone


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=error.strerror or "") from error


def _written(path: Path, zone: tzinfo) -> tuple[int, datetime]:
    """Return the year of a file's date, which is that of its times without one, and the date."""
    moment = from_microseconds(path.stat().st_mtime_ns // 1000)
    try:
        return moment.astimezone(zone).year, moment
    except (OverflowError, ValueError, OSError):  # the zone's clocks show no such year
        return moment.year, moment


def _row(log: ImportedLog) -> tuple[str, str, int, int, int]:
    return log.name, log.zone, log.entries, log.unread, log.doubles


def _listed(names: tuple[str, ...]) -> str:
    text = ", ".join(names)
    return text if len(text) <= _LONGEST_LIST else text[:_LONGEST_LIST] + " …"
