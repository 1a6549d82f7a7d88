"""An Odoo in miniature, a connector type that speaks to it over real loopback HTTP, and what a store keeps of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from integration_console.connectors.odoo import OdooConnectorType
from integration_console.domain.forms import Value
from integration_console.sandbox import OdooSandbox
from tests.connectors.odoo.kept import Kept
from tests.fakes import TurnableClock

MORNING = datetime(2026, 11, 22, 8, 0, 0, 250_000, tzinfo=UTC)


@pytest.fixture
def clock() -> TurnableClock:
    """The clock of the Odoo server."""
    return TurnableClock(MORNING)


@pytest.fixture(params=[19, 18, 17])
def any_version(request: pytest.FixtureRequest, clock: TurnableClock) -> Iterator[OdooSandbox]:
    with OdooSandbox(version=request.param, employees=25, clock=clock.now) as odoo:
        yield odoo


@pytest.fixture
def sandbox(clock: TurnableClock) -> Iterator[OdooSandbox]:
    with OdooSandbox(employees=25, clock=clock.now) as odoo:
        yield odoo


@pytest.fixture
def values(sandbox: OdooSandbox) -> dict[str, Value]:
    return filled(sandbox)


@pytest.fixture
def kind(sandbox: OdooSandbox) -> OdooConnectorType:
    return OdooConnectorType(base_url=sandbox.base_url)


@pytest.fixture
def kept(kind: OdooConnectorType, values: dict[str, Value]) -> Kept:
    return Kept(kind, values)


@pytest.fixture
def keep_of() -> Callable[[OdooSandbox], Kept]:
    return lambda odoo: Kept(OdooConnectorType(base_url=odoo.base_url), filled(odoo))


def filled(odoo: OdooSandbox) -> dict[str, Value]:
    return {"database": odoo.database, "login": odoo.login, "secret": odoo.api_key, "page_size": 10}
