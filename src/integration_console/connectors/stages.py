"""Runs a connector's check stage by stage: each is timed, the first failure ends it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import perf_counter

from integration_console.domain.connectors import CheckStage, Stage, StageOutcome
from integration_console.domain.errors import ConsoleError
from integration_console.domain.work import Progress, Work

Step = tuple[Stage, Callable[[], str]]
"""A stage and what it does: it returns a detail, raises `Skipped`, or raises a `ConsoleError`."""


class Skipped(Exception):
    """Raised by a step that has nothing to look at; its text is the stage's detail."""


def run_steps(steps: Iterable[Step], work: Work) -> Iterator[CheckStage]:
    """Yield what came of each step, up to the first that fails. Raises `Cancelled`."""
    planned = tuple(steps)
    for done, (stage, step) in enumerate(planned):
        work.stop_if_cancelled()
        work.report(Progress(done, len(planned), stage.value))
        finished = _finished(stage, step)
        yield finished
        if finished.outcome is StageOutcome.FAILED:
            return
    work.report(Progress(len(planned), len(planned)))


def _finished(stage: Stage, step: Callable[[], str]) -> CheckStage:
    started = perf_counter()
    outcome, detail, error = _outcome(step)
    return CheckStage(stage, outcome, (perf_counter() - started) * 1000, detail, error)


def _outcome(step: Callable[[], str]) -> tuple[StageOutcome, str, ConsoleError | None]:
    try:
        return StageOutcome.PASSED, step(), None
    except Skipped as reason:
        return StageOutcome.SKIPPED, str(reason), None
    except ConsoleError as error:
        return StageOutcome.FAILED, "", error
