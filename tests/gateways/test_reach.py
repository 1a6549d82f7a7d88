"""A workspace is looked for while it is away, whatever its opening raises, and soon again once it may be there."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from integration_console.domain.errors import ConnectionBroken, SignInNeeded
from integration_console.gateways.cached import reach
from integration_console.gateways.cached.reach import Reach
from integration_console.storage.cache_file import CacheFile
from tests.gateways.test_cached import AWAY, copy, wait_for
from tests.guards import ExpectedLog

__all__ = ["copy"]


class Looked:
    """Answers the next looks with these errors, the last one for ever (None: it is there)."""

    def __init__(self, copy: CacheFile) -> None:
        self.errors: list[Exception | None] = []
        self.looks, self.backs = 0, 0
        self.at_back: Callable[[], object] = lambda: None
        self.reach = Reach(copy, self._probe, self._back)

    def _probe(self) -> None:
        self.looks += 1
        error = self.errors.pop(0) if len(self.errors) > 1 else self.errors[0]
        if isinstance(error, SignInNeeded):
            raise SignInNeeded(host="x")  # a new one each time
        if error is not None:
            raise error

    def _back(self) -> None:
        self.backs += 1
        self.at_back()


@pytest.fixture
def looked(copy: CacheFile, monkeypatch: pytest.MonkeyPatch) -> Iterator[Looked]:
    monkeypatch.setattr(reach, "_PROBE_SECONDS", 0.01)
    monkeypatch.setattr(reach, "_REFUSED_SECONDS", 0.01)
    made = Looked(copy)
    yield made
    made.reach.close()
    copy.close()


def test_it_is_looked_for_on_after_an_error_of_any_kind(looked: Looked, expected_log: ExpectedLog) -> None:
    expected_log("looking for the workspace failed")
    looked.errors = [RuntimeError("no such luck"), OSError("neither"), AWAY, None]
    looked.reach.went_away(AWAY)
    wait_for(lambda: looked.backs)
    assert (looked.looks, looked.reach.why) == (4, None)


def test_the_window_is_told_although_what_follows_fails(looked: Looked, expected_log: ExpectedLog) -> None:
    expected_log("looking for the workspace failed")
    told: list[object] = []
    looked.reach.tell(lambda: told.append(looked.reach.why))
    looked.at_back = lambda: 1 / 0
    looked.errors = [None]
    looked.reach.went_away(AWAY)
    wait_for(lambda: told == [AWAY, None])
    looked.reach.went_away(AWAY)  # and it can be looked for again
    wait_for(lambda: looked.backs == 2)


def test_the_long_pause_after_a_refusal_ends_with_it(looked: Looked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "_REFUSED_SECONDS", 60)
    refused = threading.Event()
    looked.errors = [SignInNeeded(host="x"), AWAY, AWAY, None]
    looked.reach.tell(lambda: refused.set() if isinstance(looked.reach.why, SignInNeeded) else None)
    looked.reach.went_away(AWAY)
    assert refused.wait(5)
    assert not looked.backs
    told: list[object] = []
    looked.reach.tell(lambda: told.append(looked.reach.why))
    looked.reach.hurry()
    wait_for(lambda: looked.backs)
    wait_for(lambda: told == [AWAY, None])


def test_a_refusal_is_told_once(looked: Looked) -> None:
    told: list[object] = []
    looked.errors = [SignInNeeded(host="x")]
    looked.reach.tell(lambda: told.append(looked.reach.why))
    looked.reach.went_away(AWAY)
    wait_for(lambda: looked.looks > 5)
    assert len(told) == 2


def test_the_newest_reason_is_told(looked: Looked) -> None:
    told: list[str] = []
    looked.errors = [AWAY]
    looked.reach.tell(lambda: told.append(looked.reach.why.code if looked.reach.why else ""))
    looked.reach.went_away(ConnectionBroken(host="x"))
    wait_for(lambda: looked.looks > 5)
    assert told == [ConnectionBroken.code, AWAY.code]
