"""Old entries go by themselves, once a day, on a thread of its own that ends with the worker."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from integration_console.domain.errors import DiskFull
from integration_console.operations import retention
from integration_console.operations.context import Context
from integration_console.service import housekeeping
from integration_console.service.housekeeping import Housekeeping
from integration_console.service.worker import Worker
from integration_console.storage.log_rows import append_entries
from tests.builders import log_draft, opened_workspace
from tests.fakes import NOON
from tests.guards import ExpectedLog


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    monkeypatch.setattr(housekeeping, "_FIRST_LOOK_SECONDS", 0.0)
    with opened_workspace(tmp_path) as opened:
        old = [log_draft(created_at=NOON - timedelta(days=91)) for _ in range(600)]
        opened.store.write(lambda writing: append_entries(writing, old))
        yield opened.context


def removed(context: Context) -> int:
    last = retention.retention(context).last_run
    return last.entries if last and last.finished_at else 0


def wait_for_removal(context: Context) -> None:
    ends = time.monotonic() + 10
    while removed(context) != 600:
        assert time.monotonic() < ends
        time.sleep(0.01)


@pytest.mark.embedded
def test_the_worker_removes_old_entries_by_itself(context: Context) -> None:
    worker = Worker(context)
    worker.start()
    wait_for_removal(context)
    worker.stop()


@pytest.mark.embedded
def test_a_look_begins_nothing_while_a_removal_is_under_way_or_too_soon(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, begun = threading.Event(), list[int]()

    def removal(*_: object) -> None:
        begun.append(1)
        going.wait(5)

    monkeypatch.setattr(retention, "run_due_retention", removal)
    monkeypatch.setattr(housekeeping, "_LOOK_SECONDS", 0.0)
    keeping = Housekeeping(context)
    keeping.look()
    keeping.look()
    going.set()
    keeping.stop()
    assert begun == [1]
    monkeypatch.setattr(housekeeping, "_LOOK_SECONDS", 60.0)
    keeping.look()
    keeping.stop()
    keeping.look()
    assert begun == [1, 1]


@pytest.mark.embedded
def test_stopping_ends_a_removal_after_its_step(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    keeping = Housekeeping(context)
    keeping._ending.set()
    keeping.look()
    keeping.stop()
    last = retention.retention(context).last_run
    assert last is not None
    assert 0 < last.entries < 600
    assert last.finished_at is None


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("error", "told"), [(DiskFull(), "removing old entries waits"), (OSError("x"), "removing old entries failed")]
)
def test_what_goes_wrong_is_told_in_the_programs_own_log(
    context: Context, monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog, error: Exception, told: str
) -> None:
    def removal(*_: object) -> None:
        raise error

    expected_log(told)
    monkeypatch.setattr(retention, "run_due_retention", removal)
    keeping = Housekeeping(context)
    keeping.look()
    keeping.stop()
