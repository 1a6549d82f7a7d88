"""API keys are made, changed, rerolled and revoked; nobody gives a key more than they may do, and no secret is kept."""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from integration_console.domain.api_key_text import directory_id, read_key
from integration_console.domain.api_keys import CreatedApiKey
from integration_console.domain.connectors import Connector
from integration_console.domain.errors import (
    ApiKeyBeyondRights,
    ApiKeyEnded,
    InvalidInput,
    NameTaken,
    NotFound,
    VaultLocked,
)
from integration_console.domain.ids import new_id
from integration_console.domain.permissions import Grant, Rights, rights_of
from integration_console.operations import api_key_hashes, api_key_reminders, api_keys
from integration_console.operations.context import Context
from integration_console.storage import tables
from tests.builders import audited, logged, opened_workspace
from tests.fakes import NOON, TurnableClock
from tests.operations.keys import created, draft

DAY = timedelta(days=1)


def limited(context: Context, *permissions: str) -> Context:
    """The workspace as somebody sees it who may do just this."""
    return replace(context, rights=rights_of(permissions))


def test_a_key_is_created_and_shown_once(context: Context) -> None:
    made = created(context, "Website", "logs.read", addresses=("10.0.0.0/8",), rate_limit=60, expires_at=NOON + DAY)
    read = read_key(made.text)
    assert read is not None
    assert read.public_id == made.key.public_id
    assert api_keys.api_keys(context) == (made.key,)
    assert (made.key.created_by, made.key.created_at, made.key.reminded_days) == (context.actor, NOON, 1)
    assert logged(context)[-1] == "api_key.created"
    assert read.secret not in repr(made)


def test_a_key_has_a_place_in_the_directory(context: Context) -> None:
    made = created(context, "Website")
    entry = tables.directory.select().where(tables.directory.c.public_id == directory_id(made.key.public_id))
    row = context.store.read(lambda reading: reading.connection.execute(entry).one())
    assert (row.kind, row.tenant_id) == ("api key", context.store.tenant_id)


def test_what_was_filled_in_is_checked_here_as_well(context: Context) -> None:
    for wrong in (draft(name=""), draft(grants=()), draft(addresses=("x",)), draft(expires_at=NOON)):
        with pytest.raises(InvalidInput):
            api_keys.create_api_key(context, wrong)
    assert api_keys.api_keys(context) == ()


def test_a_grant_for_one_connector_needs_that_connector(context: Context, people: Connector) -> None:
    with pytest.raises(InvalidInput):
        created(context, "Sync", f"syncs.run:{new_id()}")
    made = created(context, "Sync", f"syncs.run:{people.id}")
    assert made.key.grants == (Grant("syncs.run", people.id),)


def test_two_keys_that_count_have_two_names(context: Context) -> None:
    first = created(context, "Website")
    with pytest.raises(NameTaken):
        created(context, "Website")
    other = created(context, "Shop")
    with pytest.raises(NameTaken):
        api_keys.change_api_key(context, draft(name="Website", id=other.key.id))
    api_keys.revoke_api_key(context, first.key.id)
    again = created(context, "Website")
    assert [each.id for each in api_keys.api_keys(context)] == [other.key.id, again.key.id, first.key.id]


def test_a_key_is_changed_and_its_secret_stays(context: Context, clock: TurnableClock) -> None:
    made = created(context, "Website", expires_at=NOON + 20 * DAY)
    clock.turn(days=1)
    same_end = draft(name="Shop", grants=(Grant("logs.read"),), expires_at=NOON + 20 * DAY, id=made.key.id)
    changed = api_keys.change_api_key(context, same_end)
    assert (changed.name, changed.secret_set_at, changed.updated_at) == ("Shop", NOON, clock.now())
    assert changed.reminded_days == 30
    later = api_keys.change_api_key(context, replace(same_end, expires_at=NOON + 90 * DAY))
    assert (later.reminded_days, api_keys.api_keys(context)) == (None, (later,))
    assert logged(context)[-1] == "api_key.changed"


def test_a_reroll_gives_a_new_secret_under_the_same_id(context: Context, clock: TurnableClock) -> None:
    made = created(context, "Website")
    clock.turn(hours=1)
    rerolled = api_keys.reroll_api_key(context, made.key.id, timedelta(hours=24))
    assert rerolled.text != made.text
    assert rerolled.key.public_id == made.key.public_id
    assert (rerolled.key.secret_set_at, rerolled.key.previous_until) == (clock.now(), clock.now() + DAY)
    assert logged(context)[-1] == "api_key.rerolled"


def test_a_revoked_key_stays_revoked(context: Context, clock: TurnableClock) -> None:
    made = created(context, "Website")
    first = api_keys.revoke_api_key(context, made.key.id)
    clock.turn(hours=1)
    assert api_keys.revoke_api_key(context, made.key.id) == first
    assert (first.revoked_at, logged(context).count("api_key.revoked")) == (NOON, 1)
    with pytest.raises(ApiKeyEnded):
        api_keys.change_api_key(context, draft(id=made.key.id))
    with pytest.raises(ApiKeyEnded):
        api_keys.reroll_api_key(context, made.key.id, DAY)


def test_a_key_that_is_not_there_is_not_found(context: Context) -> None:
    tries: list[Callable[[], object]] = [
        lambda: api_keys.change_api_key(context, draft(id=new_id())),
        lambda: api_keys.reroll_api_key(context, new_id(), DAY),
        lambda: api_keys.revoke_api_key(context, new_id()),
    ]
    for attempt in tries:
        with pytest.raises(NotFound):
            attempt()


def test_nobody_gives_a_key_more_than_they_may_do(context: Context, people: Connector) -> None:
    maker = limited(context, "api_keys.write", "logs.read")
    with pytest.raises(ApiKeyBeyondRights) as refused:
        created(maker, "Website", "logs.read", "webhooks.reveal")
    assert refused.value.params == {"permission": "webhooks.reveal"}
    own = created(maker, "Website", "logs.read")
    with pytest.raises(ApiKeyBeyondRights):
        api_keys.change_api_key(maker, draft(grants=(Grant("audit.read"),), id=own.key.id))
    narrow = Rights(frozenset({Grant("api_keys.write"), Grant("syncs.run", people.id)}))
    assert created(replace(context, rights=narrow), "Sync", f"syncs.run:{people.id}").key.grants
    with pytest.raises(ApiKeyBeyondRights):
        created(replace(context, rights=narrow), "All syncs", "syncs.run")


def test_nobody_takes_over_a_key_that_may_do_more_than_they(context: Context) -> None:
    mighty = created(context, "Mighty", "logs.read", "webhooks.reveal")
    maker = limited(context, "api_keys.write", "logs.read")
    with pytest.raises(ApiKeyBeyondRights):
        api_keys.reroll_api_key(maker, mighty.key.id, DAY)
    with pytest.raises(ApiKeyBeyondRights):
        api_keys.change_api_key(maker, draft(grants=(Grant("logs.read"),), id=mighty.key.id))
    assert api_keys.revoke_api_key(maker, mighty.key.id).revoked_at == NOON


def test_without_the_secrets_no_key_is_made(tmp_path: Path) -> None:
    with opened_workspace(tmp_path, protected=False) as opened:
        with pytest.raises(VaultLocked):
            created(opened.context, "Website")
        assert api_keys.api_keys(opened.context) == ()


def test_of_two_programs_that_make_the_pepper_at_once_both_take_the_first(context: Context) -> None:
    first = api_key_hashes.made_pepper(context)
    assert api_key_hashes._made(context) == first
    assert api_key_hashes.made_pepper(context) == first


@pytest.mark.embedded
def test_every_change_is_audited_and_nothing_secret_lies_anywhere(context: Context) -> None:
    made = created(context, "Website")
    rerolled = api_keys.reroll_api_key(context, made.key.id, DAY)
    api_keys.change_api_key(context, draft(name="Shop", id=made.key.id))
    api_keys.revoke_api_key(context, made.key.id)
    verbs = ("created", "rerolled", "changed", "revoked")
    assert audited(context)[-4:] == [(context.actor, f"api_key.{verb}") for verb in verbs]
    found = everything_of(context)
    assert "Website" in found  # the control: what is no secret is found
    assert [each for each in forms_of(made, rerolled) if each in found] == []


def forms_of(*made: CreatedApiKey) -> list[str]:
    """The keys, their secrets and the halves of these: as text, in hex as a dump has it, in base64."""
    secrets = [each.text.rpartition("_")[2] for each in made]
    parts = [*(each.text for each in made), *(part for text in secrets for part in (text[:30], text[:15], text[15:30]))]
    return [
        form for each in parts for form in (each, each.encode().hex(), each.encode().hex().upper(), in_base64(each))
    ]


def in_base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode().rstrip("=")


def everything_of(context: Context) -> str:
    """The dump of the file, and the bytes of the file and of its write-ahead log."""
    path = context.store.path
    with closing(sqlite3.connect(path)) as database:
        dump = "\n".join(database.iterdump())
    files = [each.read_bytes().decode("latin-1") for each in path.parent.glob(path.name + "*")]
    assert len(files) > 1
    return "\n".join((dump, *files))


def test_reminders_are_sent_once_each(context: Context, clock: TurnableClock) -> None:
    created(context, "Website", expires_at=NOON + 40 * DAY)
    created(context, "For ever")
    api_keys.revoke_api_key(context, created(context, "Gone", expires_at=NOON + 40 * DAY).key.id)
    sent = []
    for hours in (0, 240, 1, -100, 320, 24 * 10, 24 * 5, 24 * 5, 1, 24 * 30):
        clock.turn(hours=hours)
        sent.append(api_key_reminders.remind(context))
    assert (sent, logged(context).count("api_key.ending")) == ([0, 1, 0, 0, 0, 1, 1, 1, 0, 0], 4)
    assert api_key_reminders.remind(limited(context, "api_keys.read")) == 0


def test_of_two_programs_that_remind_at_once_one_does(context: Context, clock: TurnableClock) -> None:
    stale = created(context, "Website", expires_at=NOON + 40 * DAY).key
    clock.turn(days=20)
    assert api_key_reminders.remind(context) == 1
    assert not api_key_reminders._reminded(context, stale)
    clock.turn(days=30)
    assert not api_key_reminders._reminded(context, stale)
