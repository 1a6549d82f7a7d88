"""What an API key is proposed instead of what it has lets everything through that it did."""

from __future__ import annotations

from dataclasses import replace

import httpx

from integration_console.domain.api_key_policy import needed_grants
from integration_console.domain.api_keys import ApiKeyDraft
from integration_console.domain.permissions import KEY_PRESETS, Grant
from integration_console.operations import api_key_uses, api_keys
from tests.service.api.conftest import House

ROUTES = ("/api/v1/connectors", "/api/v1/logs", "/api/v1/logs/types", "/api/v1/webhooks", "/api/v1/me")


def answers(house: House, text: str) -> list[int]:
    with house.client(text) as client:
        listed: list[httpx.Response] = [client.get(each) for each in ROUTES]
        connector = listed[0].json()[0]["id"]
        return [*(each.status_code for each in listed), client.get(f"/api/v1/connectors/{connector}").status_code]


def test_the_proposal_replays_what_the_key_did_without_a_refusal(house: House) -> None:
    context = house.opened.context
    draft = ApiKeyDraft("Wide", tuple(Grant(each) for each in sorted(KEY_PRESETS["admin"])))
    made = api_keys.create_api_key(context, draft)
    house.clock.turn(days=31)
    before = answers(house, made.text)
    api_key_uses.flush_uses(context)
    usage = api_key_uses.api_key_usage(context, made.key.id)
    assert {each.permission for each in usage.uses} == {
        "connectors.read", "logs.read", "webhooks.read", "workspace.read",
    }  # fmt: skip
    needed = needed_grants(made.key, usage, house.clock.now())
    assert needed is not None
    assert [str(each) for each in needed] == [
        "connectors.read", "logs.read", "payloads.read", "webhooks.read", "workspace.read",
    ]  # fmt: skip
    api_keys.change_api_key(context, replace(draft, grants=needed, id=made.key.id))
    assert answers(house, made.text) == before == [200] * 6
    with house.client(made.text) as client:
        assert client.get("/api/v1/audit").status_code == 403
