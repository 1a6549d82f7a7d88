"""What belongs to one organisation is neither seen nor touched with the credentials of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from integration_console.domain.permissions import Role
from integration_console.operations import holders
from integration_console.storage.vault import Vault
from tests.builders import opened_workspace
from tests.fake_source import FakeSource
from tests.fakes import FakeKind, MemoryPlace, TurnableClock
from tests.served import HOLDER, serving
from tests.service.api.conftest import House
from tests.service.api.test_permissions import PERMITTED

OTHER = "the-token-of-the-other-holder"
SOURCE = {"type": "list", "name": "People", "values": {"address": "https://list.test", "token": "tok-4711-secret"}}


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, House]]:
    """Two organisations, each with its service and an owner."""

    def types() -> dict[str, Any]:
        return {"fake": FakeKind(), "list": FakeSource()}

    def folder() -> Path:
        return tmp_path_factory.mktemp("house")

    with (
        opened_workspace(folder(), TurnableClock(), own_types=types()) as first,
        opened_workspace(folder(), TurnableClock(), own_types=types()) as second,
        serving(first.context) as here,
        serving(second.context, OTHER) as there,
    ):
        pair = House(first, TurnableClock(), here), House(second, TurnableClock(), there)
        for house in pair:
            house.add(Role.OWNER, "owner")
        yield pair


KEY: dict[str, Any] = {"name": "Shop", "grants": [{"permission": "logs.read"}]}


def asked_elsewhere(house: House) -> str:
    """A program on another computer asks for a key; returns the request's id."""
    context = house.opened.context
    return holders.ask(replace(context, vault=Vault(context.store, MemoryPlace())), "laptop").id


def things_of(house: House) -> dict[str, str]:
    """One thing of each kind, by the name that paths give it."""
    with house.client() as client:
        connector = client.post("/api/v1/connectors", json=SOURCE).json()["id"]
        client.post("/api/v1/connectors/{connector}/check")
        webhook = client.post("/api/v1/webhooks", json={"name": "A", "scheme": "github"}).json()["webhook"]
        return {
            "connector_id": connector,
            "webhook_id": webhook["id"],
            "run_id": client.post("/api/v1/syncs", json={"connector_id": connector}).json()["id"],
            "schedule_id": client.post("/api/v1/schedules", json={"connector_id": connector}).json()["id"],
            "member_id": house.ids[Role.OWNER],
            "log_id": client.get("/api/v1/logs").json()["entries"][0]["id"],
            "filter_id": client.post("/api/v1/log-filters", json={"name": "A", "query": "x"}).json()["id"],
            "entry_id": client.get("/api/v1/logs").json()["entries"][0]["id"],
            "event_id": "0192f000-0000-7000-8000-000000000000",
            "key_id": client.post("/api/v1/api-keys", json=KEY).json()["key"]["id"],
            "hold_id": client.post("/api/v1/retention/holds", json={"reason": "case 7"}).json()["id"],
            "holder_id": client.get("/api/v1/key-holders").json()["holders"][0]["id"],
            "request_id": asked_elsewhere(house),
        }


def seen_by(house: House, client: httpx.Client) -> str:
    """Everything that lists show."""
    plain = [each.path for each in PERMITTED.values() if each.methods == {"GET"} and "{" not in each.path]
    return "".join(client.get(path).text for path in plain if not path.endswith("/stream"))


def test_the_credentials_of_one_are_nothing_to_the_other(houses: tuple[House, House]) -> None:
    here, there = houses
    for token in (HOLDER, here.tokens[Role.OWNER]):
        with there.client(token) as client:
            assert client.get("/api/v1/connectors").status_code == 401


def test_things_of_one_are_not_there_for_the_other(houses: tuple[House, House]) -> None:
    here, there = houses
    things = things_of(here)
    with here.client() as client:
        before = seen_by(here, client)
    bodies: dict[str, Any] = {
        "change_connector": {**SOURCE, "id": things["connector_id"]},
        "change_webhook": {"name": "B", "scheme": "github", "id": things["webhook_id"]},
        "change_schedule": {"connector_id": things["connector_id"]},
        "change_member": {"name": "B", "login": "b", "role": "admin"},
        "change_api_key": KEY,
        "reroll_api_key": {"overlap_seconds": 0},
        "try_addresses": {"addresses": "10.0.0.0/8"},
        "send_message": {"text": "x"},
        "write_log_note": {"log_id": things["log_id"], "text": "x"},
        "change_saved_filter": {"name": "B", "query": "x"},
    }
    with there.client(there.tokens[Role.OWNER]) as client:
        for name, route in PERMITTED.items():
            if "{" not in route.path:
                continue
            path = route.path.format(**things)
            body = bodies.get(name, {"active": False} if name.startswith("switch") else None)
            answer = client.request(next(iter(route.methods or ())), path, json=body)
            empty = answer.status_code == 200 and not any(each in answer.text for each in things.values())
            assert answer.status_code in (403, 404) or (empty and answer.text == "[]"), (name, answer.text)
        for wish in ({"connector_id": things["connector_id"]},):
            assert client.post("/api/v1/syncs", json=wish).status_code == 404
            assert client.post("/api/v1/schedules", json=wish).status_code == 404
            assert client.post("/functions/v1/odoo-sync", json=wish).status_code == 404
            assert client.get("/api/v1/records", params={**wish, "stream": "people"}).json()["records"] == []
        listed = seen_by(there, client)
    assert [name for name, each in things.items() if each in listed] == []
    with here.client() as client:
        after = seen_by(here, client)
    assert [name for name, each in things.items() if (each in before) != (each in after)] == []
