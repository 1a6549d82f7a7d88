"""A connector type of another package is installed, and nothing else changes: it is there and keeps the contract."""

from __future__ import annotations

import importlib
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from integration_console.connectors.http import HttpClients
from integration_console.connectors.registry import GROUP, ConnectorTypes
from integration_console.domain.connectors import ConnectorDraft, ConnectorKind
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunCounts, RunRequest
from integration_console.operations import connectors
from tests.builders import opened_workspace, synced
from tests.contracts.connector_type_contract import ConnectorTypeContract

SOURCE = Path(__file__).parents[1] / "plugin_package"


def put_into(target: Path) -> None:
    """Lay the package down as an installer does, which needs no network and no tool for building."""
    project = tomllib.loads((SOURCE / "pyproject.toml").read_text("utf-8"))["project"]
    shutil.copytree(SOURCE / "src" / "ledger_connector", target / "ledger_connector")
    about = target / f"ledger_connector-{project['version']}.dist-info"
    about.mkdir()
    metadata = f"Metadata-Version: 2.4\nName: {project['name']}\nVersion: {project['version']}\n"
    (about / "METADATA").write_text(metadata, "utf-8")
    points = [f"{name} = {value}" for name, value in project["entry-points"][GROUP].items()]
    (about / "entry_points.txt").write_text("\n".join([f"[{GROUP}]", *points, ""]), "utf-8")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ConnectorTypes]:
    """The connector types of this Python once the package was installed beside it."""
    target = tmp_path_factory.mktemp("plugin")
    put_into(target)
    sys.path.insert(0, str(target))
    importlib.invalidate_caches()
    types = ConnectorTypes(HttpClients())
    types.kinds()
    yield types
    sys.path.remove(str(target))
    sys.modules.pop("ledger_connector", None)


class TestThePlugIn(ConnectorTypeContract):
    @pytest.fixture
    def kind(self, installed: ConnectorTypes) -> ConnectorKind:
        return installed.kind("ledger")


def test_it_stands_beside_the_other_types(installed: ConnectorTypes) -> None:
    keys = [kind.description.key for kind in installed.kinds()]
    assert keys == ["api", "custom", "google_workspace", "ledger", "odoo", "slack", "webhook"]


def test_a_broken_type_says_why_and_nothing_that_is_nobody_s_business(installed: ConnectorTypes) -> None:
    assert installed.broken == (("ledger_broken", "RuntimeError: main.pem cannot be read, token=••••••"),)


def test_its_records_reach_the_store(installed: ConnectorTypes, tmp_path: Path) -> None:
    del installed
    with opened_workspace(tmp_path) as opened:
        values = {"address": "https://ledger.example.com", "token": "tok"}
        ledger = connectors.save_connector(opened.context, ConnectorDraft("ledger", "Ledger", values))
        assert synced(opened.context, RunRequest(ledger.id, SyncMode.FULL)).counts == RunCounts(added=1, pages=1)
