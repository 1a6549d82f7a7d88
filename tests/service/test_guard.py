"""Who may come in: bearers of the token, to a name of this machine, from no foreign page."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from integration_console.operations.organisations import OneOrganisation
from integration_console.service.server import Listening, ReceiverServer
from tests.builders import opened_workspace
from tests.service.conftest import TOKEN
from tests.service.senders import problem

NOTIFY = "/functions/v1/slack-notify"
BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server for all: none of these requests leaves anything behind."""
    with opened_workspace(tmp_path_factory.mktemp("guarded")) as opened:
        server = ReceiverServer(OneOrganisation(opened.context), Listening("127.0.0.1", 0, 1000, 10), TOKEN)
        server.start()
        httpx.get(f"{server.state.base_url}/livez", headers=BEARER, trust_env=False)  # its threads start now
        yield server.state.base_url
        server.stop()


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, trust_env=False) as made:
        yield made


@pytest.fixture
def bearer(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, headers=BEARER, trust_env=False) as made:
        yield made


@pytest.mark.parametrize("path", [NOTIFY, "/api/v1/members", "/api/v1/stream", "/", "/functions/v1/webhook-receiver2"])
def test_without_a_token_nothing_is_answered(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert (problem(answer), answer.headers["www-authenticate"]) == ((401, "service.not_authorised"), "Bearer")


@pytest.mark.parametrize("given", [f"Bearer {TOKEN}x", "Bearer", f"Basic {TOKEN}", TOKEN, "é"])
def test_a_wrong_token_opens_nothing(client: httpx.Client, given: str) -> None:
    assert problem(client.get("/api/v1/workspace", headers=[(b"authorization", given.encode())])) == (
        401,
        "service.not_authorised",
    )


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/api/v1/openapi.json"])
def test_what_says_nothing_of_a_workspace_is_public(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 200


def test_a_stranger_s_body_is_short(client: httpx.Client) -> None:
    assert problem(client.post("/api/v1/sign-in", content=b"x" * 20_000)) == (413, "webhook.body_too_large")


def test_the_word_bearer_may_be_written_in_any_case(client: httpx.Client) -> None:
    assert client.get("/livez", headers={"authorization": f"bEARER  {TOKEN}"}).json() == {"status": "alive"}


@pytest.mark.parametrize("host", ["evil.test", "evil.test:80", "127.0.0.1.evil.test", "[", "10.0.0.1"])
def test_a_foreign_host_is_refused(bearer: httpx.Client, host: str) -> None:
    assert problem(bearer.get("/livez", headers={"host": host})) == (403, "service.foreign_host")


@pytest.mark.parametrize("host", ["localhost", "localhost:8477", "127.0.0.1", "[::1]:8477"])
def test_this_machine_s_names_are_known(bearer: httpx.Client, host: str) -> None:
    assert bearer.get("/livez", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.test", "null", "http://["])
def test_a_foreign_page_is_refused(bearer: httpx.Client, origin: str) -> None:
    assert problem(bearer.get("/livez", headers={"origin": origin})) == (403, "service.foreign_host")


def test_a_page_of_this_machine_is_let_in(bearer: httpx.Client) -> None:
    assert bearer.get("/livez", headers={"origin": "http://localhost:3000"}).status_code == 200
