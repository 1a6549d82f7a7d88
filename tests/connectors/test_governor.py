"""A pause that a system asks for is kept, for its own account and no other."""

from __future__ import annotations

import httpx
import pytest

from integration_console.connectors.governor import RateGovernor
from integration_console.connectors.http import HttpClients
from integration_console.domain.errors import ConnectionBroken, RateLimited

ADDRESS = "https://api.test/things"


class Seconds:
    """A clock of seconds that a test turns."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def governor(clock: Seconds) -> RateGovernor:
    return RateGovernor(clock, lambda low, _high: low)


def test_nothing_goes_through_before_the_pause_is_over() -> None:
    clock = Seconds()
    mine = governor(clock)
    mine.park("a", 7)
    clock.now += 6.5
    with pytest.raises(RateLimited) as refused:
        mine.require_free("a", "api.test")
    assert refused.value.params == {"host": "api.test", "seconds": "1"}
    clock.now += 0.5
    mine.require_free("a", "api.test")
    mine.require_free("b", "api.test")


def test_a_shorter_pause_does_not_cut_a_longer_one_short() -> None:
    clock = Seconds()
    mine = governor(clock)
    mine.park("a", 60)
    mine.park("a", 1)
    clock.now += 30
    with pytest.raises(RateLimited):
        mine.require_free("a", "x")


def test_pauses_grow_with_refusals_in_a_row_up_to_64_seconds_and_shrink_after_success() -> None:
    mine = governor(Seconds())
    assert [mine.back_off("a") for _ in range(8)] == [1, 2, 4, 8, 16, 32, 64, 64]
    mine.went_well("a")
    mine.went_well("never seen")
    assert mine.back_off("a") == 1


def test_a_pace_gives_turns_that_are_evenly_spaced_after_a_burst() -> None:
    clock = Seconds()
    mine = governor(clock)
    waits = [mine.seconds_until_turn("a", 2.0, 2) for _ in range(4)]
    assert waits == [0.0, 0.0, 0.5, 1.0]
    clock.now += 10
    assert mine.seconds_until_turn("a", 2.0, 2) == 0.0


def answers(*found: httpx.Response | Exception) -> tuple[HttpClients, list[str]]:
    """Clients whose system gives these answers in turn, and the calls that reached it."""
    coming, calls = list(found), []

    def answer(request: httpx.Request) -> httpx.Response:
        calls.append(f"{request.method} {request.url}")
        each = coming.pop(0)
        if isinstance(each, Exception):
            raise each
        return each

    return HttpClients(transport=httpx.MockTransport(answer)), calls


def test_an_answer_429_parks_the_account_and_no_other() -> None:
    http, calls = answers(httpx.Response(429, headers={"Retry-After": "7"}), httpx.Response(200))
    with http.client(ADDRESS, 5, bucket="one") as client:
        assert client.get(ADDRESS).status == 429
        with pytest.raises(RateLimited) as refused:
            client.get(ADDRESS)
    assert refused.value.params["seconds"] == "7"
    with http.client(ADDRESS, 5, bucket="two") as other:
        assert other.get(ADDRESS).status == 200
    assert len(calls) == 2


def test_an_answer_503_parks_only_where_it_names_a_pause() -> None:
    http, calls = answers(httpx.Response(503, headers={"Retry-After": "3"}))
    with http.client(ADDRESS, 5) as client:
        assert client.get(ADDRESS).status == 503
        with pytest.raises(RateLimited):
            client.get(ADDRESS)
    assert len(calls) == 1


def test_a_repeatable_call_is_tried_three_times() -> None:
    http, calls = answers(httpx.ReadError("gone"), httpx.Response(502), httpx.Response(200))
    with http.client(ADDRESS, 5) as client:
        assert client.get(ADDRESS, {"page": "2"}).status == 200
    assert calls == ["GET https://api.test/things?page=2"] * 3


def test_parameters_stand_behind_those_that_an_address_has() -> None:
    http, calls = answers(httpx.Response(200), httpx.Response(200))
    with http.client(ADDRESS, 5) as client:
        client.get(f"{ADDRESS}?sort=id", [("tag", "a b"), ("tag", "ü&c")])
        client.get(f"{ADDRESS}?sort=id")
    assert calls == [f"GET {ADDRESS}?sort=id&tag=a+b&tag=%C3%BC%26c", f"GET {ADDRESS}?sort=id"]


def test_after_three_tries_the_last_outcome_stands() -> None:
    http, _ = answers(httpx.ReadError("gone"), httpx.ReadError("gone"), httpx.ReadError("gone"))
    with http.client(ADDRESS, 5) as client, pytest.raises(ConnectionBroken):
        client.get(ADDRESS)


def test_what_may_not_be_repeated_is_tried_once() -> None:
    http, calls = answers(httpx.ReadError("gone"))
    with http.client(ADDRESS, 5) as client, pytest.raises(ConnectionBroken):
        client.post_form(ADDRESS, {"a": "b"})
    assert calls == ["POST https://api.test/things"]


def test_a_connector_may_park_by_its_own_reading_of_an_answer() -> None:
    http, calls = answers(httpx.Response(403))
    with http.client(ADDRESS, 5) as client:
        client.get(ADDRESS)
        client.park(5)
        with pytest.raises(RateLimited):
            client.get(ADDRESS)
        assert client.back_off() >= 2
    assert len(calls) == 1
