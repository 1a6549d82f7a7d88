"""When the links of a chain began and ended, and in which lane each runs."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from integration_console.domain.log_chains import Chain, chain_of
from integration_console.domain.logs import LogEntry, LogStatus
from tests.fakes import BEGIN

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def entry(number: int, seconds: float, duration_ms: float | None = None, **more: str) -> LogEntry:
    moment = NOON + timedelta(seconds=seconds)
    made = LogEntry(str(number), moment, LogStatus.INFO, "x", "", number, duration_ms=duration_ms)
    return replace(made, **more)  # type: ignore[arg-type]


def test_a_chain_is_in_the_order_in_which_its_links_began() -> None:
    chain = chain_of([
        entry(3, 5, 4500, connector_id="slack"),
        entry(1, 0, webhook_id="hook"),
        entry(2, 1, 250, connector_id="odoo"),
        entry(4, 6),
    ])  # fmt: skip
    assert [each.entry.id for each in chain.links] == ["1", "3", "2", "4"]
    assert chain.owners == ("hook", "slack", "odoo", "")
    assert (chain.began, chain.seconds) == (NOON, 6.0)
    assert [(chain.offset(each), each.seconds) for each in chain.links] == [(0, 0), (0.5, 4.5), (0.75, 0.25), (6, 0)]


def test_a_link_is_found_by_its_entry() -> None:
    chain = chain_of([entry(1, 0), entry(2, 1, -5)])
    found = chain.link_of("2")
    assert found is not None
    assert (found.seconds, chain.link_of("3")) == (0, None)


@pytest.mark.parametrize("took", [math.inf, -math.inf, math.nan, 1e300, 1e15, -1e300])
def test_a_duration_that_no_clock_measures_overflows_nothing(took: float) -> None:
    chain = chain_of([entry(1, 0), entry(2, 1, took), replace(entry(3, 2, took), created_at=BEGIN)])
    assert len(chain.links) == 3
    assert all(0 <= each.seconds < math.inf and each.began <= each.ended for each in chain.links)
    assert 0 <= chain.seconds < math.inf


def test_an_empty_chain_has_no_length() -> None:
    link = chain_of([entry(1, 0)]).links[0]
    assert (Chain().began, Chain().seconds, Chain().owners, Chain().offset(link)) == (None, 0, (), 0)
