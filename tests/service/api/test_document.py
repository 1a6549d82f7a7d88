"""Requests made up from the OpenAPI document: nothing of ours breaks, and every answer is as the document says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.builders import opened_workspace
from tests.fake_source import FakeSource
from tests.fakes import FakeKind, TurnableClock
from tests.served import HOLDER, serving
from tests.service.api.conftest import House, draft

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
BUSY = {"stream", "authorise_connector", "protect", "unlock", "add_passphrase", "sign_in", "change_password", "readyz"}
"""Not here: those that wait, and those whose passwords cost a second each; they have tests of their own."""
EXAMPLES = 200 if os.environ.get("TORTURE") == "full" else 4


@pytest.fixture(scope="module")
def served_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    clock = TurnableClock()
    types = {"fake": FakeKind(), "list": FakeSource()}
    with (
        opened_workspace(tmp_path_factory.mktemp("house"), clock, own_types=types) as opened,
        serving(opened.context) as server,
    ):
        house = House(opened, clock, server)
        with house.client() as client:
            connector = client.post("/api/v1/connectors", json=draft("Standing")).json()
            client.post("/api/v1/webhooks", json={"name": "Standing", "scheme": "github"})
            client.post("/api/v1/schedules", json={"connector_id": connector["id"]})
        yield house


def test_no_request_breaks_the_service_and_all_answers_conform(served_house: House) -> None:
    document = httpx.get(f"{served_house.server.local_url}/api/v1/openapi.json", trust_env=False).json()
    schema = schemathesis.openapi.from_dict(document)
    schema.config.base_url = served_house.server.local_url
    headers = {"authorization": f"Bearer {HOLDER}"}
    count = 0
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        if operation.definition.raw["operationId"] in BUSY:
            continue

        @seed(int(os.environ.get("SEED", "20260923")))
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        )
        def conforms(case: Any) -> None:
            nonlocal count
            count += 1
            case.call_and_validate(headers=headers, checks=CHECKS, timeout=20)

        for mode in schemathesis.GenerationMode:
            with suppress(Unsatisfiable):  # nothing in it could be wrong
                given(case=operation.as_strategy(generation_mode=mode))(conforms)()
    assert count >= EXAMPLES * 40
