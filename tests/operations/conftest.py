"""An open workspace with a connector type that does what the test says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from integration_console.gateways.opening import OpenWorkspace
from integration_console.operations.context import Context
from tests.builders import opened_workspace
from tests.fakes import FakeKind, TurnableClock


@pytest.fixture
def clock() -> TurnableClock:
    return TurnableClock()


@pytest.fixture
def kind() -> FakeKind:
    return FakeKind()


@pytest.fixture
def workspace(tmp_path: Path, clock: TurnableClock, kind: FakeKind) -> Iterator[OpenWorkspace]:
    with opened_workspace(tmp_path, clock, own_types={"fake": kind}) as opened:
        yield opened


@pytest.fixture
def context(workspace: OpenWorkspace) -> Context:
    return workspace.context
