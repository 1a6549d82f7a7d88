"""The page cache survives a kill, so the system calls are looked at: fdatasync of the WAL before the first 2xx."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from benchmarks.payloads import recorded_deliveries
from tests.e2e.service_process import client, service_in, signed_headers

_REQUESTS = 12
_RESUMED = re.compile(r"<\.\.\. (?P<name>fdatasync|fsync) resumed>.*= 0")


@pytest.mark.timeout(180)
def test_each_batch_is_flushed_to_the_disk_before_its_first_answer(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    assert shutil.which("strace"), "strace is needed: make setup installs it"
    calls = "trace=openat,pwrite64,fdatasync,fsync,write,writev,sendto,sendmsg"
    prefix = ("strace", "-f", "-y", "-s", "40", "-e", calls, "-o", str(trace))
    with service_in(tmp_path, prefix=prefix) as service:
        path = service.add_webhook()
        service.start()
        deliveries = recorded_deliveries()[:_REQUESTS]
        with client() as http:
            for number, each in enumerate(deliveries):
                answer = http.post(
                    service.base_url + path, content=each.body, headers=signed_headers(each, f"d{number}")
                )
                assert answer.status_code == 202
        service.stop()
    flushed = _answers_after_flush(trace.read_text(errors="replace"))
    assert flushed == [True] * _REQUESTS


def _answers_after_flush(trace: str) -> list[bool]:
    """For each 202 in the trace: was the WAL written since the last one, and flushed after its last write?"""
    answers: list[bool] = []
    written = clean = False
    for line in trace.splitlines():
        if "-wal>" in line and "pwrite64(" in line:
            written, clean = True, False
        elif _flush_done(line):
            clean = written
        elif "HTTP/1.1 202" in line:
            answers.append(written and clean)
            written = clean = False
    return answers


def _flush_done(line: str) -> bool:
    whole = ("fdatasync(" in line or "fsync(" in line) and "-wal>" in line and line.rstrip().endswith("= 0")
    return whole or _RESUMED.search(line) is not None
