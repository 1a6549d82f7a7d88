"""The names of imported files, and the clock of this machine."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from integration_console.domain.foreign_logs import ForeignFile
from integration_console.domain.local_time import HERE, LocalTime
from integration_console.domain.log_importing import names_of


def test_files_are_called_by_as_much_of_their_folders_as_tells_them_apart() -> None:
    assert names_of(()) == ()
    assert names_of((Path("/var/log/a.log"), Path("/srv/b.log"))) == ("a.log", "b.log")
    same = (Path("/a/web/x.log"), Path("/b/web/x.log"), Path("/b/y.log"))
    assert names_of(same) == ("a/web/x.log", "b/web/x.log", "/b/y.log")
    assert names_of((Path("/x"), Path("/x"))) == ("/x", "/x")


def test_the_clock_knows_summer_and_winter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        summer, winter = (datetime(2026, month, 5, 12, tzinfo=HERE) for month in (7, 1))
        assert (summer.utcoffset(), winter.utcoffset()) == (timedelta(hours=2), timedelta(hours=1))
        assert summer.astimezone(UTC).astimezone(HERE) == summer
        assert (summer.tzname(), HERE.tzname(None), summer.dst()) == ("+0200", "", None)
        assert LocalTime().utcoffset(None) is None
        with pytest.raises(ValueError):
            datetime(1, 1, 1, tzinfo=HERE).utcoffset()
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_line_without_a_year_is_never_later_than_its_file() -> None:
    written_at = datetime(2026, 1, 2, tzinfo=UTC)
    file = ForeignFile("syslog", year=2026, until=written_at)
    lines = ("Feb 29 12:00:00 a", "Dec 31 12:00:00 b", "Jan  1 12:00:00 c", "2026-12-31 12:00:00 d")
    moments = [each.entry.created_at for each in file.read(lines)]
    assert [each.isoformat()[:10] for each in moments] == ["2025-12-31", "2026-01-01", "2026-12-31"]
    assert file.unread == 1


def test_names_that_are_no_text_get_replacement_characters_and_stay_apart() -> None:
    assert names_of((Path("/var/caf\udce9.log"), Path("/srv/b.log"))) == ("caf\ufffd.log", "b.log")
    one, two = Path("/var/x\udce9.log"), Path("/var/x\udcea.log")
    assert names_of((one, two)) == ("/var/x\ufffd.log", "/var/x\ufffd.log (2)")
