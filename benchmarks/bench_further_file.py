"""A further case file of 100,000 rows, from its start until its rows are painted: in the program that runs, and cold.

Beside them a bare Qt table over a plain SQLite file with the same rows (`bare_table`). All in turns, medians of nine;
the files are made up here. The processor's time is that of both programs together: the start that hands over, and what
the running one does until the paint. Offscreen, like all benchmarks of the window.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from integration_console.domain.logs import LogDetail
    from integration_console.ui.console import Console

ROWS, ROUNDS = 100_000, 9
_SETTLE_SECONDS = 1.0
_OURS = "import sys; from benchmarks.bench_further_file import run; sys.exit(run())"
_FURTHER = "import sys; from integration_console.desktop import main; sys.exit(main(sys.argv[1:]))"


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening took: wall and processor seconds."""

    wall: float
    processor: float


# ----------------------------------------------------------------------------------------------- inside the program
def run() -> int:
    """Run the program, telling of each window whose rows are painted; further ones are closed again."""
    from integration_console.desktop import main as console  # noqa: PLC0415 - its import is part of what is measured

    return console(sys.argv[1:], made=lambda made: _Watch(made).begin())


class _Watch:
    """Says when the rows of a window are painted: monotonic seconds, and the processor seconds of the program."""

    all: ClassVar[list[_Watch]] = []

    def __init__(self, console: Console) -> None:
        self._console = console
        self._is_first = not self.all
        self.all.append(self)  # signals keep nobody alive

    def begin(self) -> None:
        """Wait for the workspace."""
        self._console.ready.connect(self._watch)

    def _watch(self) -> None:
        from benchmarks.log_peers.painting import Painting  # noqa: PLC0415 - the program makes its application first

        assert self._console.tabs is not None
        self._painting = Painting(self._console.tabs.logs.table, self._say)
        self._is_said = False

    def _say(self) -> None:
        if self._is_said or not self._painting.is_whole:
            return
        self._is_said = True
        print("painted", time.monotonic(), time.process_time(), flush=True)
        if not self._is_first:
            self._console.window.close()
        elif "--new-process" in sys.argv:
            os._exit(0)


# ---------------------------------------------------------------------------------------------------- outside of it
def made_up(rows: int) -> Iterator[LogDetail]:
    """Entries of some days, newest first, one in a hundred an error."""
    from integration_console.domain.logs import LogDetail, LogEntry, LogStatus  # noqa: PLC0415 - not inside the program

    chance, now = random.Random(7), datetime.now(UTC)
    for number in range(rows):
        status = LogStatus.ERROR if chance.random() < 0.01 else LogStatus.SUCCESS
        entry = LogEntry(
            id=f"{rows - number:08x}-0000-7000-8000-{chance.randrange(1 << 48):012x}",
            created_at=now - timedelta(seconds=3 * number),
            status=status,
            event_type="sync.failed" if status is LogStatus.ERROR else "sync.succeeded",
            message=f"Synced {chance.randrange(500)} employees from Odoo",
            position=0,
            duration_ms=chance.random() * 900,
        )
        yield LogDetail(entry, f'{{"request": "req_{chance.randrange(1 << 64):016x}", "rows": {number % 500}}}')


def case_file(path: Path, rows: int) -> Path:
    """Make a case file."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 - see above

    from integration_console.domain.case_files import CaseSource, CaseWish  # noqa: PLC0415 - see above
    from integration_console.domain.work import UnattendedWork  # noqa: PLC0415 - see above
    from integration_console.storage.case_files.writing import CaseContents, write_case  # noqa: PLC0415 - see above

    source = CaseSource("bench", "Bench", "bench", datetime.now(UTC), "0", "0")
    contents = CaseContents(made_up(rows), rows, {})
    write_case(path, contents, source, CaseWish(cap=1 << 40), Ed25519PrivateKey.generate(), UnattendedWork())
    return path


def painted(program: subprocess.Popen[str]) -> tuple[float, float]:
    """Return when the program's next window was painted, and its processor seconds by then."""
    assert program.stdout is not None
    for line in program.stdout:
        if line.startswith("painted"):
            _, moment, processor = line.split()
            return float(moment), float(processor)
    sys.exit("the program has ended before its rows were painted")


def cold(case: Path, environment: dict[str, str]) -> Opened:
    """Open a case file in a program of its own."""
    begun = time.monotonic()
    command = [sys.executable, "-c", _OURS, "--new-process", str(case)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as program:
        moment, processor = painted(program)
    return Opened(moment - begun, processor)


def bare(rows: Path, environment: dict[str, str]) -> Opened:
    """Open the same rows in a bare table."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "benchmarks.bare_table", str(rows)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as program:
        moment, processor = painted(program)
    return Opened(moment - begun, processor)


def plain_file(path: Path, rows: int) -> Path:
    """Write the same rows for the bare table, the oldest first."""
    from benchmarks.bare_table import write_rows  # noqa: PLC0415 - not inside the program

    entries = [each.entry for each in made_up(rows)][::-1]
    write_rows(
        str(path),
        ((e.created_at.timestamp(), e.status.value, e.event_type, e.duration_ms, e.message) for e in entries),
    )
    return path


def further(case: Path, environment: dict[str, str], running: subprocess.Popen[str]) -> Opened:
    """Open a case file by another start, in the program that runs."""
    before = time.clock_gettime(~running.pid << 3 | 2)  # its processor's clock, as clock_getcpuclockid(3) names it
    begun = time.monotonic()
    start = os.posix_spawn(sys.executable, [sys.executable, "-c", _FURTHER, str(case)], environment)
    moment, processor = painted(running)
    _, status, used = os.wait4(start, 0)
    if status:
        sys.exit("the further start did not hand over")
    return Opened(moment - begun, processor - before + used.ru_utime + used.ru_stime)


@contextmanager
def running_program(folder: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A program that shows a small case file, and listens."""
    small = case_file(folder / "small.icase", 1000)
    command = [sys.executable, "-c", _OURS, str(small)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as program:
        painted(program)
        time.sleep(_SETTLE_SECONDS)
        yield program
        program.terminate()


def main() -> int:
    """Measure all in turns and print their medians."""
    found: dict[str, list[Opened]] = {"bare table": [], "cold start": [], "further file": []}
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        folder = Path(scratch)
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": scratch}
        environment |= {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "INTEGRATION_PORT": "8499"}
        environment |= {f"INTEGRATION_{name}_FOLDER": scratch for name in ("DATA", "KEY", "LOG")}
        case, plain = case_file(folder / "bench.icase", ROWS), plain_file(folder / "bench.sqlite", ROWS)
        with running_program(folder, environment) as running:
            ways = {
                "bare table": lambda: bare(plain, environment),
                "cold start": lambda: cold(case, environment),
                "further file": lambda: further(case, environment, running),
            }
            for number in range(ROUNDS + 1):
                for name, kept in found.items():
                    opened = ways[name]()
                    time.sleep(_SETTLE_SECONDS)  # the whole check of the file goes on behind its rows
                    if number:  # the first round warms the file cache
                        kept.append(opened)
    print(f"{ROWS:,} rows, seconds: medians of {ROUNDS}, least to most, and how many times the bare table's")
    for name, kept in found.items():
        for part in Opened.__slots__:
            taken, yardstick = ([getattr(each, part) for each in times] for times in (kept, found["bare table"]))
            middle = statistics.median(taken)
            times = middle / statistics.median(yardstick)
            print(f"{name:14} {part:10} {middle:.3f}   ({min(taken):.3f} to {max(taken):.3f})   {times:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
