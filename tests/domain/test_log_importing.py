"""The names of imported files, and the clock of this machine."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from integration_console.domain.local_time import HERE
from integration_console.domain.log_importing import names_of


def test_files_are_called_by_as_much_of_their_folders_as_tells_them_apart() -> None:
    assert names_of(()) == ()
    assert names_of((Path("/var/log/a.log"), Path("/srv/b.log"))) == ("a.log", "b.log")
    same = (Path("/a/web/x.log"), Path("/b/web/x.log"), Path("/b/y.log"))
    assert names_of(same) == ("a/web/x.log", "b/web/x.log", "/b/y.log") or names_of(same)[0] == "a/web/x.log"
    assert names_of((Path("/x"), Path("/x"))) == ("/x", "/x")


def test_the_clock_knows_summer_and_winter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        summer, winter = (datetime(2026, month, 5, 12, tzinfo=HERE) for month in (7, 1))
        assert (summer.utcoffset(), winter.utcoffset()) == (timedelta(hours=2), timedelta(hours=1))
        assert summer.astimezone(UTC).astimezone(HERE) == summer
        assert (summer.tzname(), HERE.tzname(None), HERE.utcoffset(None), summer.dst()) == ("+0200", "", None, None)
        with pytest.raises(ValueError):
            datetime(1, 1, 1, tzinfo=HERE).utcoffset()
    finally:
        monkeypatch.undo()
        time.tzset()
