"""Rows of members, passwords and refresh tokens; a workspace of the release before gets their tables."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import insert

from integration_console.domain.errors import LoginTaken, NotFound
from integration_console.domain.ids import new_id
from integration_console.domain.members import Member, MemberStatus, PasswordState
from integration_console.domain.permissions import Role
from integration_console.storage import members as rows
from integration_console.storage import migrate, refresh_tokens, tables
from integration_console.storage.engines import writing_engine
from integration_console.storage.migrate import NEWEST, revision_of
from integration_console.storage.refresh_tokens import RefreshRow
from integration_console.storage.store import Store
from integration_console.storage.transaction import Reading, Writing
from tests.builders import opened_store
from tests.fakes import NOON


def member(name: str = "Omar", **changed: object) -> Member:
    start = Member(new_id(), name, name.lower(), Role.SUPPORT, MemberStatus.ACTIVE, 1, NOON, NOON)
    return replace(start, **changed)  # type: ignore[arg-type]


def stored(store: Store, about: Member) -> Member:
    store.write(lambda writing: rows.add_member(writing, about))
    return about


def token(about: Member, family: str, number: int = 1) -> RefreshRow:
    return RefreshRow(new_id(), about.id, family, bytes([number]) * 32, NOON, NOON.replace(hour=13))


def test_a_member_comes_back_with_the_state_of_the_password(store: Store) -> None:
    omar = stored(store, member())
    assert store.read(lambda reading: rows.member(reading, omar.id)) == omar
    row = rows.PasswordRow(omar.id, "$argon2id$x", one_time=True, changed_at=NOON, failures=3, signed_in_at=NOON)
    for one_time, state in ((True, PasswordState.ONE_TIME), (False, PasswordState.OWN)):
        kept = replace(row, one_time=one_time)
        store.write(partial(rows.keep_password, row=kept))
        found = store.read(lambda reading: rows.member(reading, omar.id))
        assert (found.password, found.signed_in_at) == (state, NOON)
        assert store.read(lambda reading: rows.password_of(reading, omar.id)) == kept
    assert "argon2id" not in repr(row)
    store.write(lambda writing: rows.forget_password(writing, omar.id))
    assert store.read(lambda reading: rows.password_of(reading, omar.id)) is None


def test_only_active_members_are_listed_and_found_by_login(store: Store) -> None:
    assert not store.read(rows.has_members)
    gone = stored(store, member("Gone", status=MemberStatus.REMOVED))
    assert store.read(rows.has_members)
    zaid, amina = stored(store, member("zaid")), stored(store, member("Amina"))
    assert store.read(rows.members) == (amina, zaid)
    assert store.write(rows.held_members) == (amina, zaid)
    assert store.read(lambda reading: rows.member_with_login(reading, "gone")) is None
    assert store.read(lambda reading: rows.member_with_login(reading, "amina")) == amina
    assert store.write(lambda writing: rows.held_member(writing, gone.id)) == gone
    with pytest.raises(NotFound):
        store.read(lambda reading: rows.member(reading, new_id()))


def test_a_login_belongs_to_one_active_member(store: Store) -> None:
    first = stored(store, member())
    with pytest.raises(LoginTaken):
        stored(store, member())
    store.write(lambda writing: rows.change_member(writing, replace(first, status=MemberStatus.REMOVED)))
    again = stored(store, member())
    assert store.read(rows.members) == (again,)


def test_a_refresh_token_is_spent_once(store: Store) -> None:
    omar, family = stored(store, member()), new_id()
    row = token(omar, family)

    def spend_twice(writing: Writing) -> tuple[bool, bool]:
        refresh_tokens.add_refresh_token(writing, row)
        return refresh_tokens.spend(writing, row.id, NOON), refresh_tokens.spend(writing, row.id, NOON)

    assert store.write(spend_twice) == (True, False)
    found = store.read(lambda reading: refresh_tokens.refresh_token(reading, row.hash))
    assert found == replace(row, used_at=NOON)
    assert store.read(lambda reading: refresh_tokens.refresh_token(reading, b"x")) is None


def test_families_and_members_are_revoked_apart_and_old_tokens_forgotten(store: Store) -> None:
    omar, huda = stored(store, member()), stored(store, member("Huda"))
    first, second, hers = token(omar, new_id()), token(omar, new_id(), 2), token(huda, new_id(), 3)

    def revoked(writing: Writing) -> list[bool]:
        found = [refresh_tokens.refresh_token(writing, each.hash) for each in (first, second, hers)]
        return [each is not None and each.revoked_at is not None for each in found]

    def work(writing: Writing) -> tuple[list[bool], list[bool]]:
        for each in (first, second, hers):
            refresh_tokens.add_refresh_token(writing, each)
        refresh_tokens.revoke_family(writing, first.family_id, NOON)
        one = revoked(writing)
        refresh_tokens.revoke_all(writing, omar.id, NOON)
        return one, revoked(writing)

    assert store.write(work) == ([True, False, False], [True, True, False])
    store.write(lambda writing: refresh_tokens.forget_expired(writing, omar.id, NOON.replace(hour=14)))

    def look(reading: Reading) -> list[RefreshRow | None]:
        return [refresh_tokens.refresh_token(reading, each.hash) for each in (first, hers)]

    left = store.read(look)
    assert left == [None, hers]


def test_a_workspace_of_the_release_before_gets_the_tables_and_keeps_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "console.db"
    engine = writing_engine(path)
    with engine.begin() as connection:
        configuration = migrate.alembic_configuration()
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, "0002")
        connection.execute(insert(tables.tenants), {"tenant_id": new_id(), "name": "Acme", "created_at": NOON})
    engine.dispose()
    with opened_store(path) as store:
        assert store.read(rows.members) == ()
        omar = stored(store, member())
        assert store.read(rows.members) == (omar,)
    assert revision_of(path) == NEWEST
