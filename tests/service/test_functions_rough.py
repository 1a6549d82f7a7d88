"""Functions called wrongly: each refusal is a problem as RFC 9457 has it."""

from __future__ import annotations

import httpx
import pytest

from tests.service.conftest import TOKEN
from tests.service.senders import problem

SLACK = "/functions/v1/slack-notify"
BEARER = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("method", "path", "body", "expected"),
    [
        ("POST", SLACK, b"\xff", (422, "input.invalid")),
        ("POST", SLACK, b"{", (422, "input.invalid")),
        (
            "POST",
            SLACK,
            b'{"connector_id":"x","message":{"text":"x","channel":"%b"}}' % (b"c" * 201),
            (422, "input.invalid"),
        ),
        ("GET", SLACK, b"", (404, "input.not_found")),
        ("POST", "/livez", b"", (404, "input.not_found")),
        ("GET", "/nowhere", b"", (404, "input.not_found")),
    ],
)
def test_a_wrong_call_is_a_problem(
    client: httpx.Client, method: str, path: str, body: bytes, expected: tuple[int, str]
) -> None:
    assert problem(client.request(method, path, content=body, headers=BEARER)) == expected


def test_the_description_is_there_for_everybody(client: httpx.Client) -> None:
    assert client.get("/api/v1/openapi.json").json()["openapi"].startswith("3.1")
