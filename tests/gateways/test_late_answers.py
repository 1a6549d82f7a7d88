"""A workspace that is slow: the copy answers, and what comes late is handed over and asked for no more."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from integration_console.domain.connectors import ConnectorDraft
from integration_console.domain.errors import ConnectionRefused, PermissionDenied
from integration_console.gateways.cached.asking import Asking
from integration_console.gateways.cached.gateway import CachedGateway
from integration_console.gateways.cached.reach import Reach
from integration_console.gateways.protocols import Gateway
from integration_console.storage.cache_file import CacheFile
from tests.builders import connector_draft, source_draft
from tests.elsewhere import Elsewhere
from tests.gateways.test_cached import AWAY, _soon, cached, copy, door, elsewhere, opened, wait_for

__all__ = ["_soon", "cached", "copy", "door", "elsewhere", "opened"]


class Slow:
    """Questions that are answered once `go` is set; the copy knows an older answer to each."""

    def __init__(self, copy: CacheFile) -> None:
        self.go, self.asked, self.news = threading.Event(), list[str](), list[str]()
        self.answers: dict[str, Any] = {}
        self.reach = Reach(copy, lambda: None, lambda: None)
        self.asking = Asking(self.reach, self.news.append, 0.01)

    def answer(self, name: str) -> object:
        return self.asking.answer(name, name, lambda: self._ask(name), lambda: "old")

    def settle(self) -> None:
        self.go.set()
        wait_for(lambda: not self.asking.is_late)

    def _ask(self, name: str) -> object:
        self.asked.append(name)
        self.go.wait(20)
        answer = self.answers.get(name, "new")
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def slow(copy: CacheFile) -> Iterator[Slow]:
    made = Slow(copy)
    yield made
    made.go.set()
    made.asking.close()


def test_a_late_answer_is_handed_over_and_not_asked_for_again(slow: Slow) -> None:
    assert slow.answer("a") == "old"
    slow.settle()
    wait_for(lambda: slow.news == ["a"])
    slow.go.clear()
    assert (slow.answer("a"), slow.answer("a")) == ("new", "new")
    assert slow.asked == ["a"]


def test_a_late_refusal_is_handed_over_as_well(slow: Slow) -> None:
    slow.answers["a"] = PermissionDenied(permission="x")
    assert slow.answer("a") == "old"
    slow.settle()
    wait_for(lambda: slow.news == ["a"])
    slow.go.clear()
    with pytest.raises(PermissionDenied):
        slow.answer("a")
    assert slow.asked == ["a"]


def test_a_late_answer_that_says_what_the_copy_said_is_no_news(slow: Slow) -> None:
    slow.answers["a"] = "old"
    assert slow.answer("a") == "old"
    slow.settle()
    slow.go.clear()
    assert slow.answer("a") == "old"
    assert (slow.news, slow.asked) == ([], ["a"])


def test_what_the_copy_answers_meanwhile_is_asked_too_and_is_news(slow: Slow) -> None:
    names = ["a", "b", "c", "d", "e", "f"]
    assert [slow.answer(each) for each in names * 2] == ["old"] * 12
    wait_for(lambda: sorted(slow.asked) == ["a", "b", "c", "d"])  # no more at once: others may have to be asked
    slow.settle()
    wait_for(lambda: sorted(slow.news) == names)


def test_nothing_is_handed_over_that_is_older_than_a_change(slow: Slow) -> None:
    slow.answer("a")
    slow.settle()
    slow.asking.forget_late()
    slow.answer("a")
    assert slow.asked == ["a", "a"]
    slow.go.clear()
    slow.asking.forget_late()
    assert slow.answer("a") == "old"
    slow.asking.forget_late()
    slow.settle()
    slow.answer("a")
    assert slow.asked == ["a", "a", "a", "a"]


def test_nothing_is_handed_over_long_after_it_came(slow: Slow, monkeypatch: pytest.MonkeyPatch) -> None:
    slow.answer("a")
    slow.settle()
    monkeypatch.setattr("integration_console.gateways.cached.asking._FRESH_SECONDS", 0.0)
    slow.answer("a")
    assert slow.asked == ["a", "a"]


def test_a_change_here_or_there_is_seen_at_once(door: Gateway, cached: CachedGateway, elsewhere: Elsewhere) -> None:
    people = door.save_connector(source_draft())
    changes: list[Callable[[], object]] = [
        lambda: elsewhere.inner.save_connector(connector_draft()),
        lambda: door.save_connector(ConnectorDraft("list", "Staff", {"address": "https://list.test"}, people.id)),
    ]
    for change in changes:
        door.connectors()
        elsewhere.slow.clear()
        cached._asking._patience = 0.01
        door.connectors()
        elsewhere.slow.set()
        wait_for(lambda: cached.freshness.reachable)
        cached._asking._patience = 20
        change()
        assert door.connectors() == elsewhere.inner.connectors()


def test_the_window_is_told_that_an_answer_is_late(door: Gateway, cached: CachedGateway, elsewhere: Elsewhere) -> None:
    cached.fill()
    told: list[bool] = []
    cached.tell(lambda: told.append(cached.freshness.reachable))
    elsewhere.slow.clear()
    begun = time.monotonic()
    door.connectors()
    door.webhooks()
    assert time.monotonic() - begun < 5
    assert told == [False]
    elsewhere.slow.set()
    wait_for(lambda: True in told)
    wait_for(lambda: cached.freshness.reachable)


def test_a_change_that_waits_is_seen_although_an_answer_without_it_came_late(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    people = door.save_connector(source_draft())
    cached.fill()
    elsewhere.slow.clear()
    cached._asking._patience = 0.01
    door.connectors()
    elsewhere.slow.set()
    wait_for(lambda: cached.freshness.reachable)
    elsewhere.error = AWAY
    cached.begin_away(AWAY)
    door.save_connector(ConnectorDraft("list", "Staff", {"address": "https://list.test"}, people.id))
    assert [each.name for each in door.connectors()] == ["Staff"]


def test_nobody_waits_to_insist_on_a_change_while_it_is_away(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    people = door.save_connector(source_draft())
    cached.fill()
    elsewhere.error = AWAY
    door.save_connector(ConnectorDraft("list", "Staff", {"address": "https://list.test"}, people.id))
    asked = elsewhere.asked.count("connector")
    with pytest.raises(ConnectionRefused):
        cached.insist(cached.drafts[0].id)
    assert elsewhere.asked.count("connector") == asked
