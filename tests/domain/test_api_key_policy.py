"""How long a key may count, which keys nobody uses, and which permissions a key does not need."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from integration_console.domain.api_key_forms import is_possible_life, usual_end
from integration_console.domain.api_key_policy import (
    KeyPolicy,
    end_of_day,
    is_beyond,
    is_unused,
    needed_grants,
    require_end,
    require_new_secret,
    required_policy,
)
from integration_console.domain.api_keys import ALLOWED, ALLOWED_OLD, ApiKey, KeyUsage, KeyUse
from integration_console.domain.errors import ApiKeyTooOld, InvalidInput
from integration_console.domain.permissions import Grant
from tests.fakes import NOON

DAY = timedelta(days=1)
OLD = NOON - 200 * DAY
QUARTER = KeyPolicy(90)
LAST = end_of_day((NOON + 90 * DAY).date())
KEY = ApiKey("1", "0aZ9bY8x", "Website", (Grant("logs.read"),), "amina", OLD, OLD, OLD)


def sentence(end: datetime | None, changed: ApiKey | None = None) -> str:
    with pytest.raises(InvalidInput) as refused:
        require_end(QUARTER, end, NOON, changed)
    (problem,) = refused.value.problems
    assert problem.field == "expires"
    return problem.sentence


def test_a_new_key_ends_with_the_last_day_that_is_allowed() -> None:
    require_end(QUARTER, LAST, NOON)
    require_end(KeyPolicy(), None, NOON)
    for end in (None, LAST + timedelta(microseconds=1)):
        assert sentence(end) == (
            "Your organisation lets a key count for so many days at most: 90. "
            f"Choose {(NOON + 90 * DAY).date().isoformat()} or an earlier day."
        )


def test_what_a_key_has_stays_and_an_earlier_end_is_a_step() -> None:
    require_end(QUARTER, None, NOON, KEY)
    far = replace(KEY, expires_at=NOON + 300 * DAY)
    require_end(QUARTER, far.expires_at, NOON, far)
    for key in (KEY, far):
        require_end(QUARTER, LAST, NOON, key)
        assert "or an earlier day" in sentence(LAST + DAY, key)


def test_a_secret_is_not_kept_alive_by_moving_its_end() -> None:
    """Otherwise one who moves the end each month would never need a new secret."""
    young = replace(KEY, secret_set_at=NOON - 30 * DAY, expires_at=NOON + 10 * DAY)
    require_end(QUARTER, end_of_day((NOON + 60 * DAY).date()), NOON, young)
    assert "or an earlier day" in sentence(end_of_day((NOON + 61 * DAY).date()), young)
    old = replace(KEY, expires_at=NOON + 10 * DAY)
    assert sentence(NOON + 11 * DAY, old) == (
        "Your organisation lets a secret count for so many days at most: 90. Give the key a new one first."
    )


def test_a_new_secret_is_given_to_a_key_that_ends_in_time() -> None:
    require_new_secret(QUARTER, replace(KEY, expires_at=LAST), NOON)
    require_new_secret(KeyPolicy(), KEY, NOON)
    for end in (None, LAST + DAY):
        with pytest.raises(ApiKeyTooOld):
            require_new_secret(QUARTER, replace(KEY, expires_at=end), NOON)


def test_keys_that_count_longer_are_found() -> None:
    inside = replace(KEY, secret_set_at=NOON, expires_at=LAST)
    assert [is_beyond(each, QUARTER, NOON) for each in (KEY, inside, replace(inside, expires_at=LAST + DAY))] == [
        True,
        False,
        True,
    ]
    ended = (replace(KEY, revoked_at=NOON), replace(KEY, expires_at=NOON))
    assert [is_beyond(each, QUARTER, NOON) for each in ended] == [False, False]
    assert not is_beyond(KEY, KeyPolicy(), NOON)


@pytest.mark.parametrize(
    ("created", "used", "expected"),
    [(60, None, True), (59, None, False), (200, 60, True), (200, 59, False)],
)
def test_a_key_is_unused_after_sixty_days(created: int, used: int | None, expected: bool) -> None:
    last = NOON - used * DAY if used is not None else None
    key = replace(KEY, created_at=NOON - created * DAY, last_used_at=last)
    assert is_unused(key, NOON) is expected
    assert not is_unused(replace(key, revoked_at=NOON), NOON)
    assert not is_unused(replace(key, expires_at=NOON), NOON)


def test_the_form_proposes_the_latest_end_that_is_allowed() -> None:
    assert usual_end(KeyPolicy(), NOON) == {}
    assert usual_end(QUARTER, NOON) == {"expires": "90d"}
    assert usual_end(KeyPolicy(45), datetime(2026, 3, 1, 23, tzinfo=UTC)) == {
        "expires": "date",
        "expires_on": "2026-04-15",
    }
    choices = ("30d", "90d", "365d", "date", "never")
    assert [each for each in choices if is_possible_life(KeyPolicy(89), each)] == ["30d", "date"]
    assert [each for each in choices if is_possible_life(KeyPolicy(), each)] == list(choices)


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_a_policy_is_between_a_day_and_ten_years(days: int) -> None:
    assert required_policy(KeyPolicy(3650)) == KeyPolicy(3650)
    assert required_policy(KeyPolicy()) == KeyPolicy()
    with pytest.raises(InvalidInput):
        required_policy(KeyPolicy(days))


# ------------------------------------------------------------------------------------------- what a key needs
WIDE = replace(
    KEY,
    grants=tuple(
        Grant(*each)
        for each in (("api_keys.write",), ("connectors.read",), ("logs.read",), ("payloads.read",), ("syncs.run", "7"))
    ),
)


def use(permission: str, outcome: str = ALLOWED, route: str = "GET /api/v1/things") -> KeyUse:
    return KeyUse("203.0.113.7", route, outcome, 1, NOON, permission)


def needed(*uses: KeyUse, key: ApiKey = WIDE, whole: bool = True) -> list[str] | None:
    found = needed_grants(key, KeyUsage(uses, whole), NOON)
    return None if found is None else [str(each) for each in found]


def test_what_its_uses_needed_is_proposed() -> None:
    assert needed(use("connectors.read")) == ["connectors.read"]
    assert needed(use("connectors.read", ALLOWED_OLD), use("syncs.run")) == ["connectors.read", "syncs.run:7"]
    assert needed(use("logs.read")) == ["logs.read", "payloads.read"]  # it shows more to those who may read contents
    assert needed(use("connectors.read"), use("logs.read", "api_key.expired")) == ["connectors.read"]


def test_nothing_is_proposed_where_the_log_cannot_tell() -> None:
    assert needed() is None
    assert needed(use("connectors.read"), use("")) is None  # of before it was noted down
    assert needed(use("connectors.read"), use("api_keys.write")) is None
    assert needed(use("connectors.read"), use("logs.read", route="GET /api/v1/stream")) is None
    assert needed(use("connectors.read"), whole=False) is None
    assert needed(use("connectors.read"), key=replace(WIDE, created_at=NOON - 29 * DAY)) is None
    assert needed(use("connectors.read"), key=replace(WIDE, revoked_at=NOON)) is None
    assert needed(use("connectors.read"), key=replace(WIDE, grants=(Grant("connectors.read"),))) is None
    assert needed(use("records.read")) is None  # it had that permission then
