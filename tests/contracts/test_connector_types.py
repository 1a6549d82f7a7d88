"""What holds for every installed connector type, ours and others'."""

from __future__ import annotations

import pytest

from integration_console.connectors.http import HttpClients
from integration_console.connectors.registry import ConnectorTypes
from integration_console.domain.connectors import ConnectorKind
from tests.contracts.connector_type_contract import ConnectorTypeContract

INSTALLED = ConnectorTypes(HttpClients())


def test_no_installed_type_is_broken() -> None:
    assert INSTALLED.broken == ()


class TestInstalledTypes(ConnectorTypeContract):
    @pytest.fixture(params=[kind.description.key for kind in INSTALLED.kinds()])
    def kind(self, request: pytest.FixtureRequest) -> ConnectorKind:
        return INSTALLED.kind(request.param)
