"""A workspace elsewhere as the window opens it: what comes late is closed, and the copy is filled whatever happens."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError
from pathlib import Path
from typing import cast

import pytest

from integration_console.domain.errors import SignInNeeded
from integration_console.domain.sign_in import SignInWish
from integration_console.gateways.cached import workplace
from integration_console.gateways.cached.workplace import CopiedService, CopiedWorkplace
from integration_console.gateways.protocols import Gateway
from integration_console.storage.cache_file import CacheFile
from tests.elsewhere import Elsewhere
from tests.gateways.test_cached import _soon, elsewhere, opened, wait_for

__all__ = ["_soon", "elsewhere", "opened"]


class Place:
    """A workspace that is opened once `go` is set."""

    def __init__(self, gateway: Elsewhere) -> None:
        self.gateway = cast("Gateway", gateway)
        self.go, self.begun = threading.Event(), threading.Event()
        self.closed = 0
        self.error: Exception | None = None

    def open(self) -> Place:
        self.begun.set()
        self.go.wait(20)
        if self.error is not None:
            raise self.error
        return self

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def place(elsewhere: Elsewhere) -> Place:
    return Place(elsewhere)


@pytest.fixture
def known(tmp_path: Path) -> CacheFile:
    """A copy of something that was seen before."""
    found = CacheFile(tmp_path / "known.db")
    found.keep_answer("connectors [[],{}]", "[]")
    return found


def test_an_opening_that_comes_after_the_end_is_closed(place: Place, known: CacheFile) -> None:
    opened = CopiedWorkplace(known, place.open, patience=0.01)
    opened.close()
    assert place.closed == 0
    place.go.set()
    wait_for(lambda: place.closed == 1)


def test_an_opening_that_is_waited_for_at_the_end_is_closed(
    place: Place, known: CacheFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("integration_console.gateways.cached.reach._PROBE_SECONDS", 0.02)
    opened = CopiedWorkplace(known, place.open, patience=0.01)
    wait_for(lambda: opened._opening is None)  # it is taken by whoever looks for the workspace
    opened.close()
    place.go.set()
    wait_for(lambda: place.closed == 1)


def test_what_was_opened_in_time_is_closed_once(place: Place, known: CacheFile) -> None:
    place.go.set()
    opened = CopiedWorkplace(known, place.open)
    opened.close()
    assert place.closed == 1


def test_a_sign_in_takes_the_place_of_an_opening_that_is_late(
    place: Place, known: CacheFile, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("integration_console.gateways.cached.reach._PROBE_SECONDS", 60)
    second = Place(elsewhere)
    opened = CopiedService(known, place.open, lambda _wish: second, patience=0.01)
    opened.sign_in_again(SignInWish("login", "password"))
    wait_for(lambda: opened.copy.freshness.reachable)
    place.go.set()
    wait_for(lambda: place.closed == 1)
    opened.close()
    assert (place.closed, second.closed) == (1, 1)


@pytest.mark.parametrize("error", [SignInNeeded(host="x"), OSError("no such luck")])
def test_what_cannot_be_opened_leaves_no_copy_open(place: Place, tmp_path: Path, error: Exception) -> None:
    place.error = error
    place.go.set()
    empty = CacheFile(tmp_path / "empty.db")
    with pytest.raises(type(error)):
        CopiedWorkplace(empty, place.open)
    with pytest.raises(Exception, match="closed"):
        empty.answer_count()


@pytest.mark.expected_log("the copy is not filled")
@pytest.mark.parametrize("error", [RecursionError("too deep"), CancelledError(), KeyError("x")])
def test_the_copy_is_filled_after_whatever_went_wrong_before(
    place: Place, elsewhere: Elsewhere, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(workplace, "_FILL_SECONDS", 0.01)
    elsewhere.errors["event_types"] = error
    place.go.set()
    copy = CacheFile(tmp_path / "one.db")
    opened = CopiedWorkplace(copy, place.open)
    wait_for(lambda: "event_types" in elsewhere.asked)
    assert copy.answer('can [["logs.read",""],{}]') is None
    elsewhere.errors.clear()
    wait_for(lambda: copy.answer('can [["logs.read",""],{}]'))
    opened.close()
    assert not opened._filling.is_alive()
