"""Work off the window's thread: one outcome each, in every case."""

from __future__ import annotations

import threading
import time
from concurrent.futures import wait

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from integration_console.domain.errors import NameTaken, UnexpectedError
from integration_console.domain.work import Progress, Work
from integration_console.ui.tasks import Task, TaskRunner


def _record(task: Task) -> list[object]:
    """What a task says, in order."""
    said: list[object] = []
    task.succeeded.connect(lambda value: said.append(("succeeded", value)))
    task.failed.connect(lambda error: said.append(("failed", type(error))))
    task.cancelled.connect(lambda: said.append("cancelled"))
    task.progressed.connect(said.append)
    task.finished.connect(lambda: said.append("finished"))
    return said


def _until_cancelled(work: Work) -> None:
    while True:
        work.stop_if_cancelled()
        time.sleep(0.002)


def test_success_is_delivered_on_the_windows_thread(qtbot: QtBot, tasks: TaskRunner) -> None:
    threads: list[QThread] = []
    task = tasks.start("load", lambda _work: 42)
    task.succeeded.connect(lambda _value: threads.append(QThread.currentThread()))
    said = _record(task)
    qtbot.waitUntil(lambda: "finished" in said)
    assert said == [("succeeded", 42), "finished"]
    assert threads == [tasks.thread()]


def test_failure_carries_the_error(qtbot: QtBot, tasks: TaskRunner) -> None:
    def work(_work: Work) -> None:
        raise NameTaken(name="Team")

    said = _record(tasks.start("save", work))
    qtbot.waitUntil(lambda: "finished" in said)
    assert said == [("failed", NameTaken), "finished"]


def test_closing_does_not_wait_for_work_that_never_began() -> None:
    runner = TaskRunner()
    for number in range(40):
        runner.start(f"work {number}", _until_cancelled)
    began = time.monotonic()
    assert runner.close()
    assert time.monotonic() - began < 5


@pytest.mark.expected_log("task save failed")
def test_unexpected_exception_is_logged_and_becomes_a_sentence(qtbot: QtBot, tasks: TaskRunner) -> None:
    def work(_work: Work) -> None:
        raise ZeroDivisionError

    said = _record(tasks.start("save", work))
    qtbot.waitUntil(lambda: "finished" in said)
    assert said == [("failed", UnexpectedError), "finished"]


def test_cancel_stops_the_work(qtbot: QtBot, tasks: TaskRunner) -> None:
    said = _record(tasks.start("check", _until_cancelled))
    tasks.cancel("check")
    qtbot.waitUntil(lambda: "finished" in said)
    assert said == ["cancelled", "finished"]


def test_same_key_runs_once_at_a_time(qtbot: QtBot, tasks: TaskRunner) -> None:
    release = threading.Event()
    runs: list[int] = []

    def work(_work: Work) -> bool:
        runs.append(1)
        return release.wait(5)

    first, second = _record(tasks.start("send", work)), _record(tasks.start("send", work))
    qtbot.waitUntil(lambda: "finished" in second)
    assert tasks.is_running("send")
    release.set()
    qtbot.waitUntil(lambda: "finished" in first)
    assert (first, second, len(runs)) == ([("succeeded", True), "finished"], ["cancelled", "finished"], 1)
    assert not tasks.is_running("send")


def test_newest_wins_and_the_older_result_is_never_delivered(qtbot: QtBot, tasks: TaskRunner) -> None:
    release = threading.Event()
    older = _record(tasks.start("search", lambda _work: release.wait(5), newest_wins=True))
    newer = _record(tasks.start("search", lambda _work: "newer", newest_wins=True))
    qtbot.waitUntil(lambda: "finished" in newer)
    release.set()
    qtbot.waitUntil(lambda: "finished" in older)
    assert (older, newer) == (["cancelled", "finished"], [("succeeded", "newer"), "finished"])


def test_progress_comes_at_most_every_fifty_milliseconds(qtbot: QtBot, tasks: TaskRunner) -> None:
    def work(running: Work) -> None:
        for step in range(1000):
            running.report(Progress(step, 1000))

    said = _record(tasks.start("sync", work))
    qtbot.waitUntil(lambda: "finished" in said)
    assert said[0] == Progress(0, 1000)
    assert len(said) < 10


def test_every_outcome_arrives_when_many_tasks_run(qtbot: QtBot, tasks: TaskRunner) -> None:
    all_said = [_record(tasks.start(f"task {number}", lambda _work, number=number: number)) for number in range(200)]  # type: ignore[misc]
    qtbot.waitUntil(lambda: all("finished" in said for said in all_said))
    assert all_said == [[("succeeded", number), "finished"] for number in range(200)]


def test_close_cancels_and_waits(qtbot: QtBot) -> None:
    runner = TaskRunner()
    said = _record(runner.start("sync", _until_cancelled))
    assert runner.close()
    late = _record(runner.start("sync", lambda _work: 1))
    qtbot.waitUntil(lambda: "finished" in said and "finished" in late)
    assert (said, late) == (["cancelled", "finished"], ["cancelled", "finished"])


def test_what_nobody_hears_of_any_more_is_given_back() -> None:
    runner, begun, go_on = TaskRunner(), threading.Event(), threading.Event()
    given_back: list[object] = []

    def opening(_work: Work) -> str:
        begun.set()
        go_on.wait(20)
        return "opened"

    runner.start("open", opening, unwanted=given_back.append)
    begun.wait(20)
    stopped = runner.stop()
    go_on.set()
    assert stopped()
    assert given_back == ["opened"]


def test_what_has_come_but_was_not_heard_of_is_given_back(qtbot: QtBot) -> None:
    runner, given_back, heard = TaskRunner(), list[object](), list[object]()
    task = runner.start("open", lambda _work: "opened", unwanted=given_back.append)
    task.succeeded.connect(heard.append)
    wait([runner._futures[1]])
    assert runner.close()
    qtbot.waitUntil(lambda: given_back == ["opened"])
    assert heard == []
