"""What the disk refuses while a case file is made is told in words; what else goes wrong stays what it is."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from integration_console.domain.errors import ConsoleError, DiskFull, FileUnwritable
from integration_console.domain.logs import LogDetail
from integration_console.domain.work import UnattendedWork
from integration_console.storage.case_files.container import chunks_into, refusing
from integration_console.storage.case_files.merging import merging
from tests.case_builders import made_up, written_case
from tests.faulty import fault


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (fault(sqlite3.SQLITE_FULL), DiskFull),
        (fault(sqlite3.SQLITE_IOERR_WRITE), DiskFull),
        (OSError(errno.ENOSPC, "No space left on device"), DiskFull),
        (OSError(errno.EDQUOT, "Quota exceeded"), DiskFull),
        (fault(sqlite3.SQLITE_CANTOPEN), FileUnwritable),
        (PermissionError(errno.EACCES, "Permission denied"), FileUnwritable),
    ],
)
def test_a_full_disk_is_told_as_such(error: Exception, told: type[ConsoleError]) -> None:
    with pytest.raises(ConsoleError) as caught, refusing(Path("log.icase")):
        raise error
    assert type(caught.value) is told


class FromElsewhere(OSError):
    """What reading the entries may raise."""


def entries_that_break(error: Exception) -> Iterator[LogDetail]:
    yield from made_up(3)
    raise error


@pytest.mark.parametrize("error", [FromElsewhere("a cable"), fault(sqlite3.SQLITE_CORRUPT)], ids=["disk", "database"])
def test_an_error_of_the_entries_is_not_one_of_the_file(tmp_path: Path, error: Exception) -> None:
    with pytest.raises(type(error)) as caught:
        written_case(tmp_path / "log.icase", entries_that_break(error), total=3)
    assert caught.value is error
    with pytest.raises(type(error)) as caught, merging() as merged:
        merged.add(0, entries_that_break(error))
    assert caught.value is error
    assert list(tmp_path.iterdir()) == []


def test_what_sqlite_refuses_at_any_step_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable), chunks_into(tmp_path / "none" / "log.icase", "a"):
        pass
    with pytest.raises(DiskFull), chunks_into(tmp_path / "full.icase", "a") as chunks:
        chunks._connection.execute("PRAGMA max_page_count = 3")
        chunks.add(bytes(100_000))
    with pytest.raises(FileUnwritable), chunks_into(tmp_path / "ended.icase", "a") as chunks:
        chunks._connection.execute("COMMIT")


@pytest.mark.parametrize("step", ["add", "settle", "newest_first"])
def test_what_sqlite_refuses_at_any_step_of_sorting_is_told(step: str) -> None:
    with pytest.raises(FileUnwritable), merging() as merged:
        merged.add(0, made_up(3))
        merged._connection.execute("ALTER TABLE entries RENAME TO others")
        steps: dict[str, Callable[[], object]] = {
            "add": lambda: merged.add(0, made_up(3)),
            "settle": lambda: merged.settle(UnattendedWork()),
            "newest_first": lambda: list(merged.newest_first()),
        }
        steps[step]()
