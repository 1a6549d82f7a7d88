"""What becomes of a job whose attempt failed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from integration_console.domain.errors import (
    AuthorisationLost,
    ConnectionRefused,
    DiskFull,
    RateLimited,
    SignInRefused,
    SlackRateLimited,
)
from integration_console.domain.retrying import NEVER, after_failure, full_jitter
from integration_console.domain.syncs import RunState
from tests.fakes import NOON


def most(_low: float, high: float) -> float:
    return high


def test_pauses_have_full_jitter_up_to_a_limit_that_doubles() -> None:
    assert [full_jitter(attempts, most) for attempts in (1, 2, 3, 8, 20)] == [5.0, 10.0, 20.0, 640.0, 900.0]
    assert full_jitter(3, lambda low, _high: low) == 0.0


def test_trouble_that_may_pass_is_tried_again_until_the_eighth_time() -> None:
    error = ConnectionRefused(host="x")
    first, last = after_failure(error, 0, NOON, most), after_failure(error, 7, NOON, most)
    assert (first.state, first.due_at, first.attempts) == (RunState.WAITING, NOON + timedelta(seconds=5), 1)
    assert (last.state, last.due_at, last.attempts) == (RunState.FAILED, None, 8)
    assert (first.error_code, first.error_params) == ("remote.connection", {"host": "x"})


def test_a_pause_that_is_asked_for_is_kept_and_does_not_count() -> None:
    for error in (RateLimited(host="x", seconds=7), SlackRateLimited(seconds=7)):
        parked = after_failure(error, 3, NOON, most)
        assert (parked.state, parked.due_at, parked.attempts) == (RunState.WAITING, NOON + timedelta(seconds=8), 3)


@pytest.mark.parametrize(
    ("seconds", "kept"), [("soon", 1), ("nan", 1), ("-5", 1), ("0", 1), ("inf", 86_400), ("1e300", 86_400)]
)
def test_a_pause_that_is_no_sensible_number_is_kept_within_bounds(seconds: str, kept: int) -> None:
    parked = after_failure(RateLimited(host="x", seconds=seconds), 0, NOON, lambda low, _high: low)
    assert (parked.state, parked.due_at) == (RunState.WAITING, NOON + timedelta(seconds=kept))


def test_our_own_trouble_does_not_count() -> None:
    waiting = after_failure(DiskFull(), 7, NOON)
    assert (waiting.state, waiting.due_at, waiting.attempts) == (RunState.WAITING, NOON + timedelta(seconds=30), 7)


def test_lost_access_waits_for_a_person() -> None:
    waiting = after_failure(AuthorisationLost(host="x", reason="invalid_grant"), 0, NOON)
    assert (waiting.state, waiting.due_at) == (RunState.WAITING, NEVER)


def test_what_does_not_pass_by_itself_fails_at_once() -> None:
    assert after_failure(SignInRefused(host="x", status=401), 0, NOON).state is RunState.FAILED
