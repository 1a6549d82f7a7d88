"""The REST API in miniature: every way of paging and of signing in, and the weather that is asked for."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest

from integration_console.sandbox import RestSandbox
from tests.fakes import TurnableClock


@pytest.fixture
def clock() -> TurnableClock:
    return TurnableClock()


@pytest.fixture
def sandbox(clock: TurnableClock) -> Iterator[RestSandbox]:
    with RestSandbox(items=7, clock=clock.now) as running:
        yield running


@pytest.fixture
def client(sandbox: RestSandbox) -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, headers={"X-Api-Key": sandbox.credentials.api_key}) as talking:
        yield talking


def test_the_same_seed_gives_the_same_items(sandbox: RestSandbox, clock: TurnableClock) -> None:
    assert RestSandbox(items=7, clock=clock.now).rows.all() == sandbox.rows.all()
    assert RestSandbox(items=7, seed=2, clock=clock.now).rows.all() != sandbox.rows.all()


def test_pages_have_numbers(sandbox: RestSandbox, client: httpx.Client) -> None:
    last = client.get(f"{sandbox.base_url}/page", params={"page": 3, "per_page": 3}).json()
    assert ([row["id"] for row in last["items"]], last["total"], last["has_more"]) == ([7], 7, False)
    assert client.get(f"{sandbox.base_url}/page", params={"page": 4, "per_page": 3}).json()["items"] == []
    beyond = client.get(f"{sandbox.base_url}/django", params={"page": 4, "page_size": 3})
    assert (beyond.status_code, beyond.json()) == (404, {"detail": "Invalid page."})


def test_pages_have_offsets(sandbox: RestSandbox, client: httpx.Client) -> None:
    page = client.get(f"{sandbox.base_url}/offset", params={"offset": 5, "limit": 5}).json()
    assert ([row["id"] for row in page["data"]["items"]], page["meta"]) == ([6, 7], {"total": 7})


def test_pages_have_cursors(sandbox: RestSandbox, client: httpx.Client) -> None:
    first = client.get(f"{sandbox.base_url}/cursor", params={"limit": 4}).json()
    rest = client.post(f"{sandbox.base_url}/search", json={"limit": 4, "cursor": first["next_cursor"]}).json()
    assert [row["id"] for row in [*first["items"], *rest["items"]]] == list(range(1, 8))
    assert rest["next_cursor"] is None


def test_pages_have_links(sandbox: RestSandbox, client: httpx.Client) -> None:
    answer = client.get(f"{sandbox.base_url}/link", params={"per_page": 4})
    assert answer.links["next"]["url"] == f"{sandbox.base_url}/link?per_page=4&page=2"
    rest = client.get(answer.links["next"]["url"])
    assert ([row["id"] for row in rest.json()], list(rest.links)) == ([5, 6, 7], ["first"])


def test_changes_are_told_since_a_moment(sandbox: RestSandbox, client: httpx.Client, clock: TurnableClock) -> None:
    clock.turn(minutes=1)
    since = clock.now().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    sandbox.rows.change(2, name="Renamed")
    sandbox.rows.mark_deleted(3)
    sandbox.rows.delete(4)
    changed = client.get(f"{sandbox.base_url}/all", params={"updated_since": since}).json()
    assert [(row["id"], row["deleted_at"]) for row in changed] == [(2, None), (3, since)]
    assert [row["id"] for row in client.get(f"{sandbox.base_url}/all").json()] == [1, 2, 5, 6, 7]


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("page", {"page": "0"}),
        ("page", {"page": "x"}),
        ("offset", {"limit": "0"}),
        ("cursor", {"cursor": "???"}),
    ],
)
def test_what_cannot_be_is_a_bad_request(
    sandbox: RestSandbox, client: httpx.Client, path: str, fields: dict[str, str]
) -> None:
    assert client.get(f"{sandbox.base_url}/{path}", params=fields).status_code == 400


def test_a_broken_body_is_a_bad_request_and_an_unknown_path_is_not_found(
    sandbox: RestSandbox, client: httpx.Client
) -> None:
    headers = {"Content-Type": "application/json"}
    assert client.post(f"{sandbox.base_url}/search", content=b"{", headers=headers).status_code == 400
    assert client.get(f"{sandbox.base_url}/nothing").status_code == 404
    assert client.get(f"{sandbox.origin}/page").status_code == 404


def test_it_opens_to_each_of_its_credentials_alone(sandbox: RestSandbox) -> None:
    known = sandbox.credentials
    basic = base64.b64encode(f"{known.username}:{known.password}".encode()).decode()
    address = f"{sandbox.base_url}/all"
    opened = [
        httpx.get(address, headers={"Authorization": f"Bearer {known.bearer}"}),
        httpx.get(address, headers={"Authorization": f"Basic {basic}"}),
        httpx.get(address, params={"api_key": known.api_key}),
    ]
    assert [answer.status_code for answer in opened] == [200, 200, 200]
    assert httpx.get(address).status_code == 401
    assert httpx.get(address, headers={"Authorization": "Bearer wrong"}).status_code == 401
    sandbox.door.open_to_all = True
    assert httpx.get(address).status_code == 200


def test_tokens_end_and_refresh_tokens_work_once(sandbox: RestSandbox, clock: TurnableClock) -> None:
    known = sandbox.credentials
    client = {"client_id": known.client_id, "client_secret": known.client_secret}
    refresh = {**client, "grant_type": "refresh_token", "refresh_token": known.refresh_token}
    first = httpx.post(sandbox.token_address, data=refresh).json()
    assert httpx.post(sandbox.token_address, data=refresh).json() == {"error": "invalid_grant"}
    headers = {"Authorization": f"Bearer {first['access_token']}"}
    assert httpx.get(f"{sandbox.base_url}/all", headers=headers).status_code == 200
    clock.moment += timedelta(seconds=first["expires_in"])
    assert httpx.get(f"{sandbox.base_url}/all", headers=headers).status_code == 401
    again = httpx.post(sandbox.token_address, data={**refresh, "refresh_token": first["refresh_token"]})
    assert again.status_code == 200
    assert httpx.post(sandbox.token_address, data={"grant_type": "client_credentials"}).status_code == 401
    odd = httpx.post(sandbox.token_address, data={**client, "grant_type": "password"})
    assert odd.json() == {"error": "unsupported_grant_type"}


@pytest.mark.parametrize(
    ("kind", "status"), [("429", 429), ("invalid_auth", 401), ("500", 500), ("502", 502), ("html", 200), ("410", 410)]
)
def test_the_weather_is_the_one_that_is_asked_for(
    sandbox: RestSandbox, client: httpx.Client, kind: str, status: int
) -> None:
    told = client.post(f"{sandbox.origin}/sandbox/weather", json={"kind": kind, "retry_after": 7})
    assert told.json() == {"ok": True}
    answer = client.get(f"{sandbox.base_url}/all")
    assert (answer.status_code, answer.headers.get("retry-after")) == (status, "7" if status == 429 else None)
    assert client.get(f"{sandbox.base_url}/all").status_code == 200


def test_weather_that_there_is_not_is_refused(sandbox: RestSandbox, client: httpx.Client) -> None:
    assert client.post(f"{sandbox.origin}/sandbox/weather", json={"kind": "snow"}).status_code == 400


@pytest.mark.parametrize("kind", ["drop", "commit_then_timeout", "hang"])
def test_an_answer_may_never_come_whole(sandbox: RestSandbox, client: httpx.Client, kind: str) -> None:
    sandbox.weather(kind)
    with pytest.raises(httpx.TransportError):
        client.get(f"{sandbox.base_url}/all", timeout=0.5)


def test_an_answer_may_come_late(sandbox: RestSandbox, client: httpx.Client) -> None:
    sandbox.weather("slow")
    with pytest.raises(httpx.ReadTimeout):
        client.get(f"{sandbox.base_url}/all", timeout=0.2)


def test_starting_twice_and_stopping_twice_changes_nothing(sandbox: RestSandbox) -> None:
    sandbox.start()
    before = sandbox.origin
    sandbox.stop()
    sandbox.stop()
    sandbox.start()
    assert sandbox.origin == before
