"""A part of the log goes to somebody else as one signed file, and is read there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.case_files import CaseWish
from integration_console.domain.logs import LogFilter
from integration_console.domain.work import UnattendedWork
from integration_console.ui.demonstration.pictures import SIZE, Over, Seen
from integration_console.ui.demonstration.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from integration_console.ui.console import Console

_WORDS = "أُودو"
"""A name as another hand would write it."""


class CaseStory:
    """The case is made of all there is; who opens it needs no account."""

    def __init__(self, console: Console, another: Callable[[], Console], take: Callable[[Console, Over], None]) -> None:
        """Make the case from the workspace of `console`, open it in `another`; `take` takes pictures of a window."""
        self._console, self._another, self._take = console, another, take
        self.happened: list[tuple[str, str]] = []

    def hand_over(self, path: Path) -> None:
        """Make a case file, open it in a window of its own, and look for a name in it."""
        workplace = self._console.workplace
        assert workplace is not None  # noqa: S101 - the workspace is open
        report = workplace.gateway.make_case_file(CaseWish(note="For support"), path, UnattendedWork())
        reader = self._another()
        try:
            self._read(reader, path, report.manifest.entries)
        finally:
            reader.window.close()
            reader.close()
        self.happened.append(("Case file", f"{report.manifest.entries} entries, signed, opened and searched"))

    def _read(self, reader: Console, path: Path, entries: int) -> None:
        reader.window.resize(*SIZE)
        reader.open_when_painted(path)
        tabs = wait_for("the case file", lambda: reader.tabs)
        wait_for("its entries", lambda: tabs.logs.model.total == entries)
        wait_for("its verdict", lambda: reader.case is not None and reader.case.state.whole)
        self._take(reader, Over("case", reader.window, lambda: _seen(reader), Seen((entries,), path.name)))
        tabs.logs.show_filtered(LogFilter(query=_WORDS))
        found = wait_for("what was found", lambda: tabs.logs.model.total if _is_counted(reader, entries) else 0)
        self._take(reader, Over("case-search", reader.window, lambda: _seen(reader), Seen((found,), path.name)))


def _is_counted(reader: Console, entries: int) -> bool:
    """Whether the number of what was found is known."""
    assert reader.tabs is not None  # noqa: S101 - the case is open
    logs, workplace = reader.tabs.logs, reader.workplace
    assert workplace is not None  # noqa: S101 - see above
    return 0 < logs.model.total < entries and logs.model.total == workplace.gateway.log_count(logs.filters.filter)


def _seen(reader: Console) -> Seen:
    assert reader.tabs is not None  # noqa: S101 - the case is open
    place = reader.entrance.place
    return Seen((reader.tabs.logs.model.total,), str(getattr(place, "name", "")))
