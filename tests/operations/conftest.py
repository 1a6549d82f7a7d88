"""An open workspace with a connector type that does what the test says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from integration_console.domain.connectors import Connector
from integration_console.gateways.opening import OpenWorkspace
from integration_console.operations import connectors
from integration_console.operations.context import Context
from integration_console.storage.shared.isolation import SERVICE_LOGIN
from tests.builders import opened_workspace, source_draft
from tests.fake_source import FakeSource
from tests.fakes import FakeKind, TurnableClock


@pytest.fixture
def clock() -> TurnableClock:
    return TurnableClock()


@pytest.fixture
def kind() -> FakeKind:
    return FakeKind()


@pytest.fixture
def source() -> FakeSource:
    return FakeSource()


@pytest.fixture
def workspace(
    tmp_path: Path, clock: TurnableClock, kind: FakeKind, source: FakeSource, request: pytest.FixtureRequest
) -> Iterator[OpenWorkspace]:
    login = SERVICE_LOGIN if request.node.get_closest_marker("as_service") else "amina"
    with opened_workspace(tmp_path, clock, own_types={"fake": kind, "list": source}, login=login) as opened:
        yield opened


@pytest.fixture
def people(context: Context) -> Connector:
    """A connector whose source is the list of `source`."""
    return connectors.save_connector(context, source_draft())


@pytest.fixture
def context(workspace: OpenWorkspace) -> Context:
    return workspace.context
