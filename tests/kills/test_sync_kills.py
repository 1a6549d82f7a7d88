"""SIGKILL after any request and any commit of a sync, while the source changes: in the end the records are the source.

The worker, the source and this test are three processes. `make test` runs a seeded sample of the kill points, `make
torture` all of them.
"""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from integration_console.domain.clock import SystemClock
from integration_console.domain.connectors import Connector
from integration_console.domain.records import ChangeKind, RecordFilter
from integration_console.domain.streams import RecordState
from integration_console.operations import connectors, records, syncs
from integration_console.operations.context import Context
from tests.builders import opened_workspace
from tests.kills.restless import SOURCES, Truth

MODES = ("full", "incremental", "reconcile")
ROOT = Path(__file__).parents[2]
LOOK_EVERY = 25


class Source:
    """The restless source of another process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.form = self._line()

    def ask(self, word: str) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()
        return json.loads(self._line())

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the source has ended"
        return line


@contextmanager
def source_of(kind: str, seed: int) -> Iterator[Source]:
    command = [sys.executable, "-m", "tests.kills.source_program", kind, str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Source(process)
        finally:
            process.kill()


def work(folder: Path, kind: str, source: Source, mode: str, where: str = "never", count: int = 0) -> bool:
    """Let a worker work; return whether it was killed. Any other end than that or success fails the test."""
    command = [sys.executable, "-m", "tests.kills.worker_program", str(folder), kind, mode, where, str(count)]
    done = subprocess.run(command, cwd=ROOT, input=source.form, capture_output=True, text=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode == -signal.SIGKILL


@pytest.mark.torture
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("weather", [False, True], ids=["clear", "bad weather"])
@pytest.mark.parametrize("kind", sorted(SOURCES))
def test_nothing_is_missing_or_doubled_wherever_a_sync_is_killed(
    kind: str, weather: bool, tmp_path: Path, seeded: random.Random, rounds: Callable[[int, int], int]
) -> None:
    """A round counts when it was killed; a quick sync may have ended before its turn came."""
    total = rounds(3, 200)
    kills = tries = 0
    with source_of(kind, seeded.randrange(1000)) as source:
        work(tmp_path, kind, source, "full")
        while kills < total:
            tries += 1
            assert tries < 4 * total + 10, f"only {kills} kills"
            source.ask("thaw")
            if weather:
                source.ask(f"weather {seeded.choice(SOURCES[kind](0).weathers)}")
            where, count = seeded.choice(("request", "commit")), seeded.randrange(1, 9)
            kills += work(tmp_path, kind, source, seeded.choice(MODES), where, count)
            source.ask("freeze")
            if tries % LOOK_EVERY == 0 or kills == total:
                for mode in ("incremental", "incremental", "reconcile"):  # the first ends what an earlier one left
                    work(tmp_path, kind, source, mode)
                assert_is(tmp_path, source.ask("truth"))


def assert_is(folder: Path, truth: Truth) -> None:
    """The records are the source, none missing, none doubled; the change log tells a story that leads to them."""
    with opened_workspace(folder, SystemClock(), own_types={}) as opened:
        context = opened.context
        [about] = connectors.connectors(context)
        for stream in (each.stream.key for each in syncs.streams(context, about.id)):
            assert_stream(context, about, stream, truth[stream])
        assert (
            opened.store.read(lambda reading: reading.connection.exec_driver_sql("PRAGMA integrity_check").scalar())
            == "ok"
        )


def assert_stream(context: Context, about: Connector, stream: str, truth: dict[str, list[Any]]) -> None:
    everything = RecordFilter(about.id, stream, states=frozenset(RecordState))
    stored = records.record_page(context, everything, None, 100_000).records
    living = {each.external_id: each for each in stored if each.state is not RecordState.DELETED}
    assert sorted(living) == sorted(truth)
    for external_id, (state, content) in truth.items():
        record = living[external_id]
        told = {name: record.content.get(name) for name in content}
        assert (external_id, record.state.value, told) == (external_id, state, content)
    for each in stored:
        assert_story(context, about, stream, each.external_id, gone=each.state is RecordState.DELETED)


def assert_story(context: Context, about: Connector, stream: str, external_id: str, *, gone: bool) -> None:
    """It begins with ADDED, is DELETED only while it is there, and every change changes something."""
    changes = records.record_changes(context, about.id, stream, external_id)[::-1]
    there = False
    for each in changes:
        assert (each.kind is ChangeKind.ADDED) != there
        there = each.kind is not ChangeKind.DELETED
        if each.kind is ChangeKind.UPDATED:
            assert each.before is not None
    assert there is not gone
    contents = [(each.kind, each.before, each.after) for each in changes]
    assert [later for earlier, later in pairwise(contents) if earlier == later] == []
