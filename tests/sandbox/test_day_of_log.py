"""The log of a day that nobody lived through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from integration_console.domain.controls import visible
from integration_console.domain.logs import LogDraft, LogFilter, LogStatus
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import open_workspace
from integration_console.sandbox.day_of_log import day_of_log
from integration_console.trying_out import live_through_a_day
from tests.builders import opening
from tests.fakes import NOON


def share_of_errors(drafts: Sequence[LogDraft]) -> float:
    return sum(each.status is LogStatus.ERROR for each in drafts) / len(drafts)


def test_a_day_has_its_busy_hours_its_trouble_and_one_long_chain() -> None:
    drafts = day_of_log(NOON)
    times = [each.created_at for each in drafts]
    assert times == sorted(times)
    assert NOON - timedelta(days=1) <= times[0]
    assert times[-1] < NOON
    begin, end = (NOON - timedelta(days=1) + timedelta(minutes=each) for each in (900, 950))
    troubled = [each for each in drafts if begin <= each.created_at < end]
    assert share_of_errors(troubled) > 5 * share_of_errors(drafts)
    chains = Counter(each.correlation_id for each in drafts if each.correlation_id)
    assert list(chains.values()) == [7]
    disguised = [each.topic for each in drafts if "\u202e" in each.topic]
    assert [visible(each) for each in disguised] == ["invoice⟨U+202E⟩fdp.exe"]


def test_it_is_the_same_day_each_time() -> None:
    one, other = ([(each.created_at, each.event_type, each.params) for each in day_of_log(NOON)] for _ in range(2))
    assert one == other


def test_a_workspace_has_lived_through_it(tmp_path: Path) -> None:
    entries = live_through_a_day(opening(tmp_path))
    opened = open_workspace(opening(tmp_path))
    try:
        gateway = InProcessGateway(opened.context, lambda: ReceiverState(running=False))
        assert gateway.log_count(LogFilter(query="last 2000d")) >= entries > 1000
        assert gateway.log_count(LogFilter(query="أُودو")) > 0
    finally:
        opened.close()
