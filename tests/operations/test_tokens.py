"""A token is renewed by exactly one of all who need it, and lost access stops everyone at once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from integration_console.domain.access import Token
from integration_console.domain.connectors import Connector
from integration_console.domain.errors import AuthorisationLost, ConnectionRefused, NotFound
from integration_console.domain.ids import new_id
from integration_console.operations import connectors, tokens
from integration_console.operations.access import access_of, access_of_draft
from integration_console.operations.context import Context
from integration_console.operations.tokens import PassingTokens, StoredTokens
from integration_console.storage.transaction import refuse_open_transaction
from tests.builders import source_draft
from tests.fakes import NOON, TurnableClock


def token(number: int, **changed: Any) -> Token:
    ends = NOON + timedelta(hours=number)
    return Token(f"access-{number}", f"refresh-{number}", ends, ("a", "b"), "amina", **changed)


@pytest.mark.embedded
def test_a_token_is_kept_sealed_and_given_again(context: Context, people: Connector) -> None:
    mine = StoredTokens(context, people.id)
    assert mine.current() is None
    ends = NOON + timedelta(days=7)
    assert mine.good(lambda old: token(1, refresh_expires_at=ends)) == token(1, refresh_expires_at=ends)
    assert mine.current() == mine.good(lambda _: pytest.fail("asked again")) == token(1, refresh_expires_at=ends)
    assert b"access-1" not in context.store.path.read_bytes()


def test_twenty_workers_who_need_one_token_ask_for_it_once(
    context: Context, people: Connector, clock: TurnableClock
) -> None:
    StoredTokens(context, people.id).good(lambda _: token(1))
    clock.turn(hours=1)
    asked: list[Token | None] = []
    all_there = threading.Barrier(20)

    def renew(old: Token | None) -> Token:
        refuse_open_transaction()
        asked.append(old)
        threading.Event().wait(0.1)
        return token(2)

    def need(_number: int) -> Token:
        all_there.wait(10)
        return StoredTokens(context, people.id).good(renew)

    with ThreadPoolExecutor(20) as pool:
        given = list(pool.map(need, range(20)))
    assert (given, asked) == ([token(2)] * 20, [token(1)])


def test_a_refused_token_is_renewed_however_long_it_seemed_to_last(context: Context, people: Connector) -> None:
    mine = StoredTokens(context, people.id)
    mine.good(lambda _: token(5))
    assert mine.good(lambda _: token(6), refused="access-5") == token(6)
    assert mine.good(lambda _: token(7), refused="access-5") == token(6)  # somebody else has renewed it meanwhile


def test_the_refresh_token_stays_where_no_new_one_is_sent(context: Context, people: Connector) -> None:
    mine = StoredTokens(context, people.id)
    mine.good(lambda _: token(1))
    renewed = mine.good(lambda _: Token("access-2"), refused="access-1")
    assert (renewed.refresh, mine.current()) == ("refresh-1", renewed)


def test_some_tokens_have_nothing_to_refresh_them_with(context: Context, people: Connector) -> None:
    mine = StoredTokens(context, people.id)
    assert mine.good(lambda _: Token("access-1")) == mine.current() == Token("access-1")


def test_lost_access_stops_everyone_without_another_call(context: Context, people: Connector) -> None:
    mine = StoredTokens(context, people.id)
    mine.good(lambda _: token(1))

    def lost(_old: Token | None) -> Token:
        raise AuthorisationLost(host="accounts.test", reason="invalid_grant")

    with pytest.raises(AuthorisationLost):
        mine.good(lost, refused="access-1")
    with pytest.raises(AuthorisationLost) as told:
        StoredTokens(context, people.id).good(lambda _: pytest.fail("asked again"))
    assert told.value.params == {"host": "accounts.test", "reason": "invalid_grant"}
    context.store.write(lambda writing: tokens.give_another_chance(writing, people.id))
    assert mine.good(lambda _: token(2), refused="access-1") == token(2)


def test_trouble_while_renewing_lets_the_next_one_try(context: Context, people: Connector) -> None:
    mine = StoredTokens(context, people.id)

    def unreachable(_old: Token | None) -> Token:
        raise ConnectionRefused(host="accounts.test")

    with pytest.raises(ConnectionRefused):
        mine.good(unreachable)
    assert mine.good(lambda _: token(1)) == token(1)


@pytest.mark.embedded  # elsewhere other programs go on, and their leases count to their end
def test_a_lease_of_a_program_that_has_ended_counts_no_more(context: Context, people: Connector) -> None:
    mine = StoredTokens(context, people.id)

    def killed(_old: Token | None) -> Token:
        object.__setattr__(context, "instance", new_id())  # the next start of the program, the lease still there
        return StoredTokens(context, people.id).good(lambda _: token(1))

    assert mine.good(killed) == token(1)


def test_a_connector_that_is_not_saved_yet_has_tokens_for_its_check_only(context: Context) -> None:
    passing = access_of_draft(context, source_draft()).tokens
    assert isinstance(passing, PassingTokens)
    assert passing.current() is None
    assert passing.good(lambda _: token(1)) == passing.good(lambda _: token(2)) == token(1)
    assert passing.good(lambda old: token(3) if old == token(1) else token(9), refused="access-1") == token(3)
    assert passing.current() == token(3)


def test_secrets_left_empty_in_a_draft_are_those_stored(context: Context, people: Connector) -> None:
    draft = source_draft(id=people.id, values={"address": " https://other.test ", "token": ""})
    access = access_of_draft(context, draft)
    assert (access.settings["address"], access.settings["token"]) == ("https://other.test", "tok-4711-secret")
    assert access.private_network is False
    assert "tok-4711" not in repr(access) + repr(access_of(context, people))


def test_what_a_person_grants_meanwhile_is_not_overwritten(context: Context, people: Connector) -> None:
    mine = StoredTokens(context, people.id)
    mine.good(lambda _: token(1))

    def granted_meanwhile(_old: Token | None) -> Token:
        context.store.write(lambda writing: mine.keep(writing, token(9)))
        return token(2)

    assert mine.good(granted_meanwhile, refused="access-1") == token(2)
    assert mine.current() == token(9)


def test_access_that_is_granted_while_the_old_is_refused_is_not_lost(context: Context, people: Connector) -> None:
    mine = StoredTokens(context, people.id)
    mine.good(lambda _: token(1))

    def refused_too_late(_old: Token | None) -> Token:
        context.store.write(lambda writing: mine.keep(writing, token(9)))
        raise AuthorisationLost(host="list.test", reason="invalid_grant")

    with pytest.raises(AuthorisationLost):
        mine.good(refused_too_late, refused="access-1")
    assert mine.good(lambda _: pytest.fail("asked again")) == token(9)


def test_settings_that_change_while_access_is_refused_get_their_chance(context: Context, people: Connector) -> None:
    mine = StoredTokens(context, people.id)
    mine.good(lambda _: token(1))

    def changed_meanwhile(_old: Token | None) -> Token:
        context.store.write(lambda writing: tokens.give_another_chance(writing, people.id))
        raise AuthorisationLost(host="list.test", reason="invalid_client")

    with pytest.raises(AuthorisationLost):
        mine.good(changed_meanwhile, refused="access-1")
    assert mine.good(lambda _: token(2), refused="access-1") == token(2)


def test_a_token_renewed_while_settings_change_is_kept(context: Context, people: Connector) -> None:
    mine = StoredTokens(context, people.id)
    mine.good(lambda _: token(1))

    def changed_meanwhile(_old: Token | None) -> Token:
        context.store.write(lambda writing: tokens.give_another_chance(writing, people.id))
        return token(2)

    mine.good(changed_meanwhile, refused="access-1")
    assert mine.current() == token(2)


def test_a_removed_connector_keeps_no_token(context: Context, people: Connector) -> None:
    mine = StoredTokens(context, people.id)

    def removed_meanwhile(_old: Token | None) -> Token:
        connectors.remove_connector(context, people.id)
        return token(1)

    assert mine.good(removed_meanwhile) == token(1)
    assert mine.current() is None
    with pytest.raises(NotFound):
        mine.good(lambda _: pytest.fail("asked again"))
