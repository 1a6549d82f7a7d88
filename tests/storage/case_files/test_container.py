"""What the disk refuses while a case file is made is told in words; what else goes wrong stays what it is."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from integration_console.domain.errors import ConsoleError, DiskFull, FileUnwritable
from integration_console.storage.case_files.container import refusing
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
