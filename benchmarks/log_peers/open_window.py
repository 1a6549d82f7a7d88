"""Opens a log in the window as a person does, and ends when that is done: `case|store ROWS first|usable`.

`first`: the first rows are painted, of the whole table that is seen. `usable`: besides, all entries are counted and the
bars are there, then a filter (errors of one type) has been asked for and its rows are painted, then a text in place of
it. The last line is JSON for the bench: whether the rows are right, and the memory at its highest; `usable` also says
when each of its steps was done, in milliseconds since the program started.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.log_peers.places import case_of, data, keys, store_of, truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from integration_console.ui.console import Console
    from integration_console.ui.tabs.logs.view import LogsView

_LONGEST_SECONDS = 120


def main() -> int:
    """Open, and end."""
    kind, rows, until = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    home = str(data() / "home")
    os.environ |= {"INTEGRATION_DATA_FOLDER": home, "INTEGRATION_LOG_FOLDER": home, "INTEGRATION_PORT": "8499"}
    os.environ |= {"INTEGRATION_KEY_FOLDER": str(keys()), "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    from integration_console.desktop import main as console  # noqa: PLC0415 - its import is part of what is measured

    path = case_of(rows) if kind == "case" else store_of(rows)
    return console([str(path)], made=lambda made: _Steps(made, rows, usable=until == "usable").begin())


class _Steps:
    """Does one step after another, each when what it waits for is on the screen."""

    def __init__(self, console: Console, rows: int, *, usable: bool) -> None:
        self._console, self._rows = console, rows
        self._plan = self._usable() if usable else self._first()
        self._said: dict[str, float] = {}
        self._name, self._is_done = "", _never

    def begin(self) -> None:
        """Look at every paint of the table, and now and then."""
        from PySide6.QtCore import QTimer  # noqa: PLC0415 - the program makes its application first

        self._console.ready.connect(self._show_log)
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        QTimer.singleShot(_LONGEST_SECONDS * 1000, lambda: self._leave(ok=False))

    def _show_log(self) -> None:
        from benchmarks.log_peers.painting import Painting  # noqa: PLC0415 - see above

        self._console.window.show_page("logs")
        assert self._console.tabs is not None
        self._view: LogsView = self._console.tabs.logs
        self._painting = Painting(self._view.table, self._look)
        self._go_on()
        self._timer.start(2)

    def _look(self) -> None:
        if self._is_done():
            self._said[self._name] = _since_start()
            self._go_on()

    def _go_on(self) -> None:
        try:
            self._name, self._is_done = next(self._plan)
        except StopIteration:
            self._leave(ok=True)

    def _leave(self, *, ok: bool) -> None:
        highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        found: dict[str, object] = {"ok": ok or f"not done: {self._name}", "rss_mb": round(highest)}
        last = max(self._said.values(), default=None)
        if len(self._said) > 1 and last is not None:
            found |= {"ms": last, "steps": self._said}
        print(json.dumps(found), flush=True)
        os._exit(0)

    def _first(self) -> Iterator[tuple[str, Callable[[], bool]]]:
        yield "rows", lambda: self._painting.is_whole

    def _usable(self) -> Iterator[tuple[str, Callable[[], bool]]]:
        known, view = truth(self._rows), self._view
        yield "rows", lambda: self._painting.is_whole
        yield "counted", lambda: view.model.total >= self._rows
        yield "bars", lambda: sum(each.entries for each in view.histogram.found.bars) >= self._rows
        for name, query, number in (
            ("filter", "status:error type:sync.failed", known["sync_failed"]),
            ("text", f'"{known["rare"]}"', known["rare_rows"]),
        ):
            self._painting.forget()
            view.search.setText(query)
            yield name, partial(self._shows, number)

    def _shows(self, number: int) -> bool:
        return self._painting.is_whole and self._view.model.total == number


def _never() -> bool:
    return False


def _since_start() -> float:
    """Milliseconds since this process was started."""
    with open("/proc/self/stat", encoding="ascii") as file:  # noqa: PTH123 - no imports before the window's own
        begun = int(file.read().rpartition(")")[2].split()[19]) / os.sysconf("SC_CLK_TCK")
    return round((time.clock_gettime(time.CLOCK_BOOTTIME) - begun) * 1000)


if __name__ == "__main__":
    sys.exit(main())
