"""Two organisations for the attacks of a run: kept apart, and in a copy not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.isolation.two_organisations import TwoOrganisations, two_organisations, without_protection
from tests.postgres import server


@pytest.fixture(scope="session")
def both() -> Iterator[tuple[TwoOrganisations, TwoOrganisations]]:
    closed = two_organisations(server())
    unprotected = without_protection(closed)
    yield closed, unprotected
    closed.close()
    unprotected.close()


@pytest.fixture(scope="session")
def closed(both: tuple[TwoOrganisations, TwoOrganisations]) -> TwoOrganisations:
    """Where the policies hold."""
    return both[0]


@pytest.fixture(scope="session")
def unprotected(both: tuple[TwoOrganisations, TwoOrganisations]) -> TwoOrganisations:
    """The same rows where none holds."""
    return both[1]


@pytest.fixture(scope="module")
def unharmed(closed: TwoOrganisations) -> Iterator[None]:
    """After all attacks of a module the rows of Acme are what they were."""
    before = closed.everything_of(closed.acme)
    yield
    assert closed.everything_of(closed.acme) == before
