"""What keeps two callers, or one who asks twice, from doing harm: If-Match and Idempotency-Key."""

from __future__ import annotations

import httpx
import pytest

from integration_console.domain.permissions import Role
from integration_console.storage.service_tables import kept_answers
from tests.service.api.conftest import House, draft

UNKNOWN = "0192f000-0000-7000-8000-000000000000"


def problem(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_a_change_to_what_is_no_longer_there_as_seen_is_refused(holder: httpx.Client) -> None:
    made = holder.post("/api/v1/connectors", json=draft("Changing")).json()
    path = f"/api/v1/connectors/{made['id']}"
    seen = holder.get(path).headers["etag"]
    first = holder.put(path, json=draft("Changed"), headers={"if-match": seen})
    assert (first.status_code, first.headers["etag"]) == (200, holder.get(path).headers["etag"])
    assert problem(holder.put(path, json=draft("Late"), headers={"if-match": seen})) == (
        412,
        "service.changed_meanwhile",
    )
    assert problem(holder.put(f"{path}/active", json={"active": False}, headers={"if-match": seen}))[0] == 412
    assert problem(holder.delete(path, headers={"if-match": seen}))[0] == 412
    assert holder.get(path).json()["name"] == "Changed"
    assert holder.delete(path, headers={"if-match": f'"other", {first.headers["etag"]}'}).status_code == 204
    assert problem(holder.delete(path, headers={"if-match": "*"})) == (404, "input.not_found")


def test_webhooks_schedules_and_members_have_tags_too(holder: httpx.Client) -> None:
    webhook = holder.post("/api/v1/webhooks", json={"name": "Tagged", "scheme": "github"}).json()["webhook"]
    member = holder.post("/api/v1/members", json={"name": "Tagged", "login": "tagged", "role": "support"}).json()
    for path in (f"/api/v1/webhooks/{webhook['id']}", f"/api/v1/members/{member['member']['id']}"):
        tag = holder.get(path).headers["etag"]
        assert problem(holder.delete(path, headers={"if-match": '"old"'}))[0] == 412
        assert holder.delete(path, headers={"if-match": tag}).status_code == 204
    for path in ("/api/v1/schedules", "/api/v1/members", "/api/v1/webhooks"):
        assert problem(holder.get(f"{path}/{UNKNOWN}")) == (404, "input.not_found")


def test_a_request_with_a_key_is_done_once(holder: httpx.Client) -> None:
    key = {"idempotency-key": "once-1"}
    first = holder.post("/api/v1/connectors", json=draft("Once"), headers=key)
    again = holder.post("/api/v1/connectors", json=draft("Once"), headers=key)
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert ("idempotent-replayed" in first.headers, again.headers["idempotent-replayed"]) == (False, "true")
    other = holder.post("/api/v1/connectors", json=draft("Other"), headers=key)
    assert problem(other) == (422, "service.key_reused")
    holder.delete(f"/api/v1/connectors/{first.json()['id']}")


def test_a_secret_is_kept_sealed_and_shown_again_to_its_caller_alone(house: House, holder: httpx.Client) -> None:
    key, wish = {"idempotency-key": "secret-1"}, {"name": "Sealed", "scheme": "github"}
    first = holder.post("/api/v1/webhooks", json=wish, headers=key)
    assert holder.post("/api/v1/webhooks", json=wish, headers=key).json() == first.json()
    with house.client(house.tokens[Role.OWNER]) as owner:
        assert problem(owner.post("/api/v1/webhooks", json=wish, headers=key)) == (409, "input.name_taken")
    with house.opened.store.reading() as reading:
        bodies = [row.body or b"" for row in reading.connection.execute(kept_answers.select())]
    assert [body for body in bodies if first.json()["secret"].encode() in body] == []
    holder.delete(f"/api/v1/webhooks/{first.json()['webhook']['id']}")


def test_a_request_that_did_nothing_may_be_mended_under_its_key(holder: httpx.Client) -> None:
    key = {"idempotency-key": "mended-1"}
    for wrong in (draft(""), {"type": "fake"}):
        assert holder.post("/api/v1/connectors", json=wrong, headers=key).status_code == 422
    assert holder.post("/api/v1/schedules/", content=b"{", headers=key).status_code == 404
    made = holder.post("/api/v1/connectors", json=draft("Mended"), headers=key)
    assert made.status_code == 201
    holder.delete(f"/api/v1/connectors/{made.json()['id']}")


def test_keys_are_forgotten_after_a_day(house: House, holder: httpx.Client) -> None:
    key = {"idempotency-key": "day-1"}
    first = holder.post("/api/v1/connectors", json=draft("Day"), headers=key).json()
    house.clock.turn(hours=25)
    assert problem(holder.post("/api/v1/connectors", json=draft("Day"), headers=key)) == (409, "input.name_taken")
    house.clock.turn(hours=-25)
    holder.delete(f"/api/v1/connectors/{first['id']}")


@pytest.mark.parametrize("key", ["", "a b", "x" * 201, "a\tb"])
def test_a_key_of_the_wrong_form_is_named(holder: httpx.Client, key: str) -> None:
    answer = holder.post("/api/v1/connectors", json=draft("x"), headers={"idempotency-key": key})
    assert (problem(answer), answer.json()["errors"][0]["field"]) == ((422, "input.invalid"), "Idempotency-Key")
