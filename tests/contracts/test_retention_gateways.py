"""How long the log is kept, through every door."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from integration_console.domain.errors import InvalidInput, NotFound
from integration_console.domain.logs import LogFilter
from integration_console.domain.retention import HoldDraft, RetentionPolicy, RetentionRule
from integration_console.domain.work import Cancelled, Progress, UnattendedWork
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import OpenWorkspace
from integration_console.gateways.protocols import Gateway
from integration_console.storage.log_rows import append_entries
from tests.builders import log_draft, opened_workspace
from tests.fakes import NOON
from tests.served import served, through_holder

WORK = UnattendedWork()


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenWorkspace]:
    monkeypatch.setenv("TEST_WORKSPACES", "file")
    with opened_workspace(tmp_path) as workspace:
        old = [log_draft(created_at=NOON - timedelta(days=91, hours=each)) for each in range(30)]
        workspace.store.write(lambda writing: append_entries(writing, old))
        yield workspace


@pytest.fixture(params=["in process", "through the holder", "service"])
def gateway(request: pytest.FixtureRequest, opened: OpenWorkspace, tmp_path: Path) -> Iterator[Gateway]:
    if request.param == "in process":
        yield InProcessGateway(opened.context, lambda: ReceiverState(running=False))
    elif request.param == "through the holder":
        with through_holder(opened, tmp_path) as held:
            yield held
    else:
        with served(opened) as remote:
            yield remote


class Watched(UnattendedWork):
    """Work that notes its progress, and may be cancelled after the first of it."""

    def __init__(self, *, cancels: bool = False) -> None:
        self.heard: list[Progress] = []
        self._cancels = cancels

    def report(self, progress: Progress) -> None:
        self.heard.append(progress)

    def stop_if_cancelled(self) -> None:
        if self._cancels and self.heard:
            raise Cancelled


def test_rules_are_set_and_shown(gateway: Gateway) -> None:
    policy = RetentionPolicy(30, None, (RetentionRule("sync.*", 7), RetentionRule("status:error", None)))
    kept = gateway.set_retention(policy)
    assert [rule.name for rule in kept.rules] == ["status:error", "sync.*"]
    assert gateway.retention().policy == kept
    with pytest.raises(InvalidInput) as caught:
        gateway.set_retention(RetentionPolicy(0))
    assert [each.field for each in caught.value.problems] == ["days"]


def test_holds_are_placed_and_released(gateway: Gateway) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    hold = gateway.place_hold(HoldDraft("case 7", until=moment))
    assert (hold.reason, hold.until, gateway.retention().holds) == ("case 7", moment, (hold,))
    gateway.release_hold(hold.id)
    assert gateway.retention().holds == ()
    with pytest.raises(NotFound):
        gateway.release_hold(hold.id)


def test_what_is_foretold_goes_and_its_progress_is_heard(gateway: Gateway) -> None:
    forecast = gateway.retention_forecast(WORK)
    assert (forecast.entries, forecast.held) == (30, 0)
    watched = Watched()
    run = gateway.run_retention(watched)
    assert (run.entries, run.finished_at is None, gateway.retention().last_run) == (30, False, run)
    assert watched.heard[-1].done == 30
    assert gateway.log_count(LogFilter(until=NOON - timedelta(days=90))) == 0


def test_a_removal_that_is_cancelled_has_removed_whole_steps(gateway: Gateway) -> None:
    with pytest.raises(Cancelled):
        gateway.run_retention(Watched(cancels=True))
