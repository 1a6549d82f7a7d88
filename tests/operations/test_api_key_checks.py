"""Whoever brings an API key is let through or refused; why is in the log alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_console.domain.api_key_text import KeyText
from integration_console.domain.api_keys import CheckedApiKey, KeyUse
from integration_console.domain.callers import Caller, CallerKind, RequestFacts
from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import ApiKeyRateLimited, ApiKeyRefused, NotFound, VaultLocked, WorkspaceBusy
from integration_console.domain.ids import new_id
from integration_console.domain.permissions import Grant, Rights
from integration_console.operations import api_key_checks, api_key_uses, api_keys, holders
from integration_console.operations.api_key_checks import authenticate
from integration_console.operations.api_key_memory import MOST_WAITING, ApiKeyMemory, KeyRing, Rates
from integration_console.operations.context import Context
from integration_console.storage import api_key_uses as use_rows
from integration_console.storage.transaction import Priority
from tests.builders import another_tool_writing, busy_writer, impatient, opened_workspace
from tests.fakes import NOON, KeptLog, TurnableClock
from tests.operations.keys import created, draft

pytestmark = pytest.mark.embedded  # in a shared database the service alone counts uses
FACTS = RequestFacts("203.0.113.7", "GET /api/v1/logs", "tests/1")
DAY = timedelta(days=1)
OTHER = KeyText("0aZ9bY8x", "abcdefghijklmnopqrstuvwxyz0123").whole


@pytest.fixture
def log() -> KeptLog:
    return KeptLog()


@pytest.fixture
def watched(context: Context, log: KeptLog) -> Context:
    """The workspace, with a log that is read at once."""
    return replace(context, flusher=log)


def wrong(key: str) -> str:
    """A key of the same id with another secret."""
    return KeyText(key[4:12], "x" * 30).whole


def refusals(log: KeptLog) -> list[tuple[str, str]]:
    """The key and the exact code of each refusal, oldest first."""
    return [(each.params["key"], each.error_code) for each in log.drafts if each.event_type == "api_key.refused"]


def flushed_uses(context: Context, key_id: str) -> tuple[KeyUse, ...]:
    """Where a key was used, the last minute included."""
    api_key_uses.flush_uses(context)
    settle(context)
    return api_key_uses.api_key_usage(context, key_id).uses


def settle(context: Context) -> None:
    """Wait until everything that was queued before is written."""
    context.store.write(lambda _: None, Priority.RETENTION)


# ------------------------------------------------------------------------------------------------ let through or not
def test_a_good_key_is_a_caller_with_the_rights_of_the_key(watched: Context, log: KeptLog) -> None:
    made = created(watched, "Website", "logs.read", "events.ingest")
    caller = authenticate(watched, made.text, FACTS)
    rights = Rights(frozenset({Grant("logs.read"), Grant("events.ingest")}))
    assert (caller, log.drafts) == (Caller(CallerKind.API_KEY, made.key.id, f"Website ({made.key.prefix})", rights), [])


@pytest.mark.parametrize("text", ["", "icr_x", "a.b.c", "Bearer x", "IcK_x"])
def test_what_is_no_api_key_is_left_to_others(watched: Context, text: str) -> None:
    assert authenticate(watched, text, FACTS) is None


def test_every_refusal_is_the_same_outside_and_exact_in_the_log(
    watched: Context, log: KeptLog, clock: TurnableClock
) -> None:
    good = created(watched, "Good", addresses=("10.0.0.0/8",))
    ending = created(watched, "Ending", expires_at=NOON + DAY)
    gone = created(watched, "Gone")
    rolled = created(watched, "Rolled")
    api_keys.revoke_api_key(watched, gone.key.id)
    api_keys.reroll_api_key(watched, rolled.key.id, timedelta(hours=1))
    clock.turn(days=1)
    tries = [
        (good.text[:-1], "-", "api_key.malformed"),
        ("ick_", "-", "api_key.malformed"),
        ("ick_é", "-", "api_key.malformed"),
        (OTHER, "ick_0aZ9bY8x", "api_key.unknown"),
        (wrong(good.text), "Good", "api_key.wrong_secret"),
        (wrong(gone.text), "Gone", "api_key.wrong_secret"),
        (gone.text, "Gone", "api_key.revoked"),
        (ending.text, "Ending", "api_key.expired"),
        (rolled.text, "Rolled", "api_key.expired"),
        (good.text, "Good", "api_key.address_not_allowed"),
    ]
    for text, _, _ in tries:
        with pytest.raises(ApiKeyRefused) as refused:
            authenticate(watched, text, FACTS)
        assert (type(refused.value), refused.value.params) == (ApiKeyRefused, {})
    assert refusals(log) == [(shown, code) for _, shown, code in tries]
    assert not any(good.text[13:43] in repr(each) for each in log.drafts)


def test_both_secrets_count_until_the_overlap_ends(watched: Context, clock: TurnableClock) -> None:
    old = created(watched)
    new = api_keys.reroll_api_key(watched, old.key.id, timedelta(hours=24))
    clock.turn(hours=23)
    assert authenticate(watched, old.text, FACTS) == authenticate(watched, new.text, FACTS)
    assert [each.outcome for each in flushed_uses(watched, old.key.id)] == ["allowed", "allowed_old"]
    clock.turn(hours=1)
    with pytest.raises(ApiKeyRefused):
        authenticate(watched, old.text, FACTS)
    newest = api_keys.reroll_api_key(watched, old.key.id, timedelta())
    with pytest.raises(ApiKeyRefused):
        authenticate(watched, new.text, FACTS)
    assert authenticate(watched, newest.text, FACTS) is not None


def test_a_key_counts_from_its_addresses_alone(watched: Context) -> None:
    made = created(watched, addresses=("203.0.113.0/24", "2001:db8::/32"))
    for address in ("203.0.113.9", "::ffff:203.0.113.9", "2001:db8::1"):
        assert authenticate(watched, made.text, replace(FACTS, address=address)) is not None
    for address in ("203.0.114.9", "2001:db9::1", ""):
        with pytest.raises(ApiKeyRefused):
            authenticate(watched, made.text, replace(FACTS, address=address))


def test_a_revoked_key_counts_no_more_at_once(watched: Context) -> None:
    made = created(watched)
    assert authenticate(watched, made.text, FACTS) is not None
    api_keys.revoke_api_key(watched, made.key.id)
    with pytest.raises(ApiKeyRefused):
        authenticate(watched, made.text, FACTS)


def test_what_another_process_revoked_counts_no_more_after_a_second(watched: Context, clock: TurnableClock) -> None:
    made = created(watched)
    assert authenticate(watched, made.text, FACTS) is not None
    elsewhere = replace(watched, api_keys=ApiKeyMemory(), announcements=type(watched.announcements)())
    api_keys.revoke_api_key(elsewhere, made.key.id)
    clock.turn(seconds=0.9)
    assert authenticate(watched, made.text, FACTS) is not None
    clock.turn(seconds=0.1)
    with pytest.raises(ApiKeyRefused):
        authenticate(watched, made.text, FACTS)


def test_only_what_is_said_of_keys_is_forgotten() -> None:
    memory = ApiKeyMemory()
    first, second = KeyRing({}, ()), KeyRing({}, ())
    assert memory.rings.recall("", NOON, lambda: first) is first
    memory.hear(Change(Subject.LOGS))
    assert memory.rings.recall("", NOON, lambda: second) is first
    memory.hear(Change(Subject.API_KEYS))
    assert memory.rings.recall("", NOON, lambda: second) is second


def test_without_the_secrets_no_key_can_be_checked(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        text = created(opened.context).text
    with opened_workspace(tmp_path, key_folder=tmp_path / "elsewhere") as opened, pytest.raises(VaultLocked):
        authenticate(opened.context, text, FACTS)


def test_keys_count_on_when_the_data_key_is_replaced(watched: Context, clock: TurnableClock) -> None:
    made = created(watched)
    holders.replace_key(watched)
    clock.turn(seconds=1)
    assert authenticate(watched, made.text, FACTS) is not None
    assert authenticate(watched, created(watched, "Shop").text, FACTS) is not None


def test_where_no_key_was_ever_made_every_key_is_unknown(tmp_path: Path) -> None:
    with opened_workspace(tmp_path, protected=False) as opened, pytest.raises(ApiKeyRefused):
        authenticate(opened.context, OTHER, FACTS)


def test_a_key_is_looked_at_without_using_it(watched: Context, clock: TurnableClock) -> None:
    made = created(watched, addresses=("10.0.0.0/8",), expires_at=NOON + DAY)
    check = api_key_checks.check_api_key
    assert check(watched, made.text) == CheckedApiKey(made.key)
    assert check(watched, made.text[:-1]) == CheckedApiKey(None, "api_key.malformed")
    assert check(watched, OTHER) == CheckedApiKey(None, "api_key.unknown")
    assert check(watched, wrong(made.text)) == CheckedApiKey(None, "api_key.wrong_secret")
    clock.turn(days=1)
    assert check(watched, made.text) == CheckedApiKey(made.key, "api_key.expired", {"moment": (NOON + DAY).isoformat()})
    assert flushed_uses(watched, made.key.id) == ()


# ------------------------------------------------------------------------------------------------------------ the rate
def test_a_key_that_is_used_too_often_has_to_wait(watched: Context, log: KeptLog, clock: TurnableClock) -> None:
    made = created(watched, rate_limit=3)
    for _ in range(3):
        authenticate(watched, made.text, FACTS)
        clock.turn(seconds=10)
    for _ in range(2):
        with pytest.raises(ApiKeyRateLimited) as refused:
            authenticate(watched, made.text, FACTS)
        assert refused.value.params == {"limit": "3", "seconds": "30"}
    assert refusals(log) == [("Website", "api_key.rate_limited")]
    clock.turn(seconds=30)
    assert authenticate(watched, made.text, FACTS) is not None
    counted = {each.outcome: each.uses for each in flushed_uses(watched, made.key.id)}
    assert counted == {"allowed": 4, "api_key.rate_limited": 2}


def within_a_minute(moments: list[datetime], now: datetime) -> list[datetime]:
    return [each for each in moments if now - each < timedelta(minutes=1)]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=60), st.integers(1, 6))
def test_never_more_than_the_limit_in_any_minute(pauses: list[int], limit: int) -> None:
    rates, now = Rates(), NOON
    allowed: list[datetime] = []
    for pause in pauses:
        now += timedelta(seconds=pause)
        wait = rates.wait("a", limit, now)
        recent = within_a_minute(allowed, now)
        assert (wait is None) == (len(recent) < limit)
        if wait is None:
            allowed.append(now)
        else:
            assert len(within_a_minute(recent, now + wait)) < limit  # and not a moment earlier:
            assert len(within_a_minute(recent, now + wait - timedelta(microseconds=1))) == limit


def test_a_clock_that_is_set_back_locks_nobody_out() -> None:
    rates = Rates()
    assert rates.wait("a", 1, NOON) is None
    assert rates.wait("a", 1, NOON) == timedelta(minutes=1)
    assert rates.wait("a", 1, NOON - DAY) is None
    assert [rates.is_news("a", each) for each in (NOON, NOON, NOON - DAY, NOON - DAY + timedelta(minutes=1))] == [
        True,
        False,
        True,
        True,
    ]


# ------------------------------------------------------------------------------------------------------------ the uses
def last_used(context: Context) -> tuple[object, str, str]:
    (key,) = api_keys.api_keys(context)
    return key.last_used_at, key.last_used_address, key.last_used_route


def test_uses_are_written_at_most_once_a_minute(watched: Context, clock: TurnableClock) -> None:
    made = created(watched)
    authenticate(watched, made.text, FACTS)
    settle(watched)
    assert last_used(watched) == (NOON, FACTS.address, FACTS.route)
    clock.turn(seconds=59)
    for _ in range(5):
        authenticate(watched, made.text, replace(FACTS, address="10.0.0.1"))
    settle(watched)
    assert last_used(watched) == (NOON, FACTS.address, FACTS.route)
    api_key_uses.flush_due_uses(watched)
    assert api_key_uses.api_key_usage(watched, made.key.id).total == 1
    clock.turn(seconds=1)
    api_key_uses.flush_due_uses(watched)
    assert last_used(watched) == (clock.now() - timedelta(seconds=1), "10.0.0.1", FACTS.route)
    assert api_key_uses.api_key_usage(watched, made.key.id).total == 6


def test_uses_of_several_hours_and_outcomes_are_summed_up(watched: Context, clock: TurnableClock) -> None:
    made = created(watched, addresses=("203.0.113.0/24",))
    for _ in range(3):
        authenticate(watched, made.text, FACTS)
        with pytest.raises(ApiKeyRefused):
            authenticate(watched, made.text, replace(FACTS, address="10.0.0.1"))
        flushed_uses(watched, made.key.id)
        clock.turn(hours=1)
    last = clock.now() - timedelta(hours=1)
    assert api_key_uses.api_key_usage(watched, made.key.id).uses == (
        KeyUse("10.0.0.1", FACTS.route, "api_key.address_not_allowed", 3, last),
        KeyUse(FACTS.address, FACTS.route, "allowed", 3, last),
    )
    api_key_uses.flush_uses(watched)
    tried = api_key_uses.try_addresses(watched, made.key.id, "10.0.0.0/8")
    assert (tried.total, tried.refused_uses) == (3, 3)
    with pytest.raises(NotFound):
        api_key_uses.api_key_usage(watched, new_id())


def test_uses_older_than_30_days_and_too_many_of_them_go(
    watched: Context, clock: TurnableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(use_rows, "MOST_ROWS", 3)
    made = created(watched)
    for _ in range(5):
        authenticate(watched, made.text, FACTS)
        flushed_uses(watched, made.key.id)
        clock.turn(hours=1)
    assert api_key_uses.api_key_usage(watched, made.key.id).total == 3
    clock.turn(days=31)
    authenticate(watched, made.text, FACTS)
    assert [each.uses for each in flushed_uses(watched, made.key.id)] == [1]


def test_too_many_kinds_of_uses_at_once_are_counted_without_their_places(watched: Context) -> None:
    made = created(watched)
    api_key_uses.flush_uses(watched)
    with busy_writer(watched.store):
        for number in range(MOST_WAITING + 5):
            watched.api_keys.uses.add(made.key.id, KeyUse(str(number), "", "allowed", 1, NOON))
    found = flushed_uses(watched, made.key.id)
    assert (len(found), sum(each.uses for each in found)) == (MOST_WAITING + 1, MOST_WAITING + 5)


def test_uses_that_could_not_be_written_wait_for_the_next_time(watched: Context, clock: TurnableClock) -> None:
    made = created(watched)
    impatient(watched.store)
    flushes: list[Callable[[], object]] = [
        lambda: authenticate(watched, made.text, FACTS),
        lambda: api_key_uses.flush_uses(watched),
    ]
    with another_tool_writing(watched.store.path):
        flushes[0]()
        with pytest.raises(WorkspaceBusy):
            watched.store.write(lambda _: None, Priority.RETENTION)
        with pytest.raises(WorkspaceBusy):
            flushes[1]()
    assert [each.uses for each in flushed_uses(watched, made.key.id)] == [1]


def test_uses_of_the_last_minute_are_written_when_the_workspace_is_closed(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        made = created(opened.context)
        for _ in range(3):
            authenticate(opened.context, made.text, FACTS)
    with opened_workspace(tmp_path) as opened:
        assert api_key_uses.api_key_usage(opened.context, made.key.id).total == 3


def test_a_changed_key_may_do_what_it_may_now(watched: Context) -> None:
    made = created(watched, "Website", "logs.read")
    assert authenticate(watched, made.text, FACTS) is not None
    api_keys.change_api_key(watched, draft(grants=(Grant("syncs.run"),), id=made.key.id))
    caller = authenticate(watched, made.text, FACTS)
    assert caller is not None
    assert (caller.rights.allows("syncs.run"), caller.rights.allows("logs.read")) == (True, False)
