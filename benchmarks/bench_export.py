"""The whole log as CSV and as JSON lines: memory, seconds, a cancelled export, the checksum. BENCH_STORE names it.

It is a workspace file with its keys in the folder `keys` beside it. Each export runs in
a process of its own; the memory of an interpreter that imports the same and exports nothing is told beside it.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.workspaces import BUILD, opened_file
from integration_console.domain.log_export import LogExportForm
from integration_console.domain.logs import LogFilter
from integration_console.domain.work import Cancelled, Progress, UnattendedWork
from integration_console.gateways.log_exporting import export_log, verify_export

_FORMS = (LogExportForm.CSV, LogExportForm.JSONL)


class _HalfWay:
    """Work that is cancelled once half of it is done."""

    def __init__(self) -> None:
        self._is_half = False
        self.done = 0

    def report(self, progress: Progress) -> None:
        """See how far it is."""
        self.done = progress.done
        self._is_half = progress.total is not None and progress.done * 2 >= progress.total

    def stop_if_cancelled(self) -> None:
        """Raise `Cancelled` from the middle on."""
        if self._is_half:
            raise Cancelled


def main() -> int:
    """Measure each form, or (with arguments) be one of the processes that are measured."""
    if sys.argv[1:]:
        _perform(*sys.argv[1:])
        return 0
    store = os.environ.get("BENCH_STORE")
    if not store:
        print("BENCH_STORE names no workspace file: nothing to measure")
        return 0
    BUILD.mkdir(exist_ok=True)
    print(f"nothing exported, workspace open: {_run('nothing', store, '')}")
    for form in _FORMS:
        with tempfile.TemporaryDirectory(dir=BUILD) as folder:
            path = Path(folder, f"log.{form.value}")
            print(f"{form.value}: {_run(form.value, store, str(path))}")
            begun = time.perf_counter()
            verified = verify_export(path, UnattendedWork())
            print(f"  {verified.size / 1e6:,.0f} MB verified in {time.perf_counter() - begun:.1f} s", end="")
            print(f"; sha256sum -c: {_sha256sum(path)}; lines: {_lines(path):,}")
        with tempfile.TemporaryDirectory(dir=BUILD) as folder:
            path = Path(folder, f"log.{form.value}")
            cancelled = _run(f"cancel {form.value}", store, str(path))
            print(f"  cancelled: {cancelled}; left: {[each.name for each in Path(folder).iterdir()]}")
    print("Targets: below 300 MB, the interpreter included; cancelled: nothing left; the checksum holds.")
    return 0


def _run(what: str, store: str, path: str) -> str:
    command = [sys.executable, "-m", "benchmarks.bench_export", what, store, path]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _perform(what: str, store: str, path: str) -> None:
    begun = time.perf_counter()
    with opened_file(Path(store)) as gateway:
        told = f"{gateway.log_count(LogFilter(), 1 << 40):,} entries"
        if what.startswith("cancel"):
            work = _HalfWay()
            try:
                export_log(gateway, LogFilter(), LogExportForm(what.partition(" ")[2]), Path(path), work)
            except Cancelled:
                told = f"after {work.done:,} entries"
        elif what != "nothing":
            report = export_log(gateway, LogFilter(), LogExportForm(what), Path(path), UnattendedWork())
            told = f"{report.entries:,} entries"
    seconds = time.perf_counter() - begun
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{told}, {seconds:.1f} s, {highest:.0f} MB resident at most")


def _sha256sum(path: Path) -> str:
    program = shutil.which("sha256sum")
    if program is None:
        return "not installed"
    command = [program, "-c", f"{path.name}.sha256"]
    done = subprocess.run(command, check=False, cwd=path.parent, capture_output=True, text=True)
    return (done.stdout or done.stderr).strip()


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))


if __name__ == "__main__":
    sys.exit(main())
