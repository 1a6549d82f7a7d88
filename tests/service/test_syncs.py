"""Syncs asked for by other systems, through the running service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from integration_console.domain.connectors import Connector
from integration_console.operations import connectors
from integration_console.operations.context import Context
from integration_console.service.server import ReceiverServer
from tests.builders import source_draft
from tests.fake_source import FakeSource
from tests.service.conftest import TOKEN


@pytest.fixture
def source() -> FakeSource:
    return FakeSource()


@pytest.fixture
def types(source: FakeSource) -> dict[str, Any]:
    kinds = ("list", "odoo", "google_workspace")
    return {key: replace(source, key=key) for key in kinds}


@pytest.fixture
def bearer(server: ReceiverServer) -> Iterator[httpx.Client]:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with httpx.Client(base_url=server.state.base_url, headers=headers, trust_env=False) as made:
        yield made


@pytest.fixture
def people(context: Context) -> Connector:
    return connectors.save_connector(context, source_draft())


def test_a_run_is_queued_shown_and_cancelled(bearer: httpx.Client, people: Connector) -> None:
    asked = bearer.post("/api/v1/syncs", json={"connector_id": people.id, "mode": "full", "streams": ["people"]})
    assert (asked.status_code, asked.json()["state"], asked.json()["trigger"]) == (202, "queued", "function")
    run_id = asked.json()["id"]
    assert bearer.post("/api/v1/syncs", json={"connector_id": people.id}).json()["id"] == run_id
    assert bearer.get(f"/api/v1/syncs/{run_id}").json() == asked.json()
    assert [each["id"] for each in bearer.get("/api/v1/syncs", params={"connector_id": people.id}).json()] == [run_id]
    assert bearer.get("/api/v1/syncs", params={"before": run_id}).json() == []
    assert bearer.post(f"/api/v1/syncs/{run_id}/cancel").json()["state"] == "cancelled"
    assert bearer.post(f"/api/v1/syncs/{run_id}/cancel").status_code == 409


def test_odoo_sync_queues_what_it_names(bearer: httpx.Client, context: Context) -> None:
    erp = connectors.save_connector(context, source_draft(type="odoo"))
    refused = bearer.post("/functions/v1/odoo-sync", json={"connector_id": erp.id, "sync_type": "employees"})
    assert (refused.status_code, refused.json()["code"]) == (409, "sync.unavailable")  # the list has no such stream
    everything = bearer.post("/functions/v1/odoo-sync", json={"connector_id": erp.id, "sync_type": "all"})
    assert (everything.status_code, everything.json()["streams"]) == (202, ["people"])


def test_google_drive_sync_knows_one_folder(bearer: httpx.Client, context: Context) -> None:
    drive = connectors.save_connector(context, source_draft(type="google_workspace"))
    wish = {"connector_id": drive.id, "folder_id": "another", "sync_mode": "full"}
    refused = bearer.post("/functions/v1/google-drive-sync", json=wish)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "folder_id")
    unknown = bearer.post("/functions/v1/google-drive-sync", json={"connector_id": drive.id})
    assert unknown.json()["code"] == "sync.unavailable"  # the list has no files


@pytest.mark.parametrize("path", ["/functions/v1/odoo-sync", "/functions/v1/google-drive-sync"])
def test_a_connector_of_another_type_is_refused(bearer: httpx.Client, people: Connector, path: str) -> None:
    assert bearer.post(path, json={"connector_id": people.id}).json()["code"] == "sync.unavailable"
    assert bearer.post(path, json={"connector_id": people.id, "what": 1}).status_code == 422


def test_strangers_start_nothing(client: httpx.Client, people: Connector) -> None:
    assert client.post("/api/v1/syncs", json={"connector_id": people.id}).status_code == 401
