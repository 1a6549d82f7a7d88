"""A REST API in miniature, and a source that reads it over real loopback HTTP into a store in memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from integration_console.sandbox import RestSandbox
from tests.connectors.rest.reading import Reading
from tests.fakes import TurnableClock

MORNING = datetime(2026, 11, 22, 8, 0, 0, 250_000, tzinfo=UTC)


@pytest.fixture
def clock() -> TurnableClock:
    """The clock of the API's server."""
    return TurnableClock(MORNING)


@pytest.fixture
def sandbox(clock: TurnableClock) -> Iterator[RestSandbox]:
    with RestSandbox(items=25, clock=clock.now, open_to_all=True) as running:
        yield running


@pytest.fixture
def reading(sandbox: RestSandbox) -> Reading:
    return Reading(sandbox)
