"""Who can open the secrets: asked for, approved, refused, taken away; and the key replaced while others go on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from integration_console.domain.errors import (
    HolderNeeded,
    HoldsAlready,
    InvalidInput,
    KeysReplaced,
    LastWayIn,
    NotFound,
    SecretUnreadable,
    VaultLocked,
    WrongPassphrase,
)
from integration_console.domain.ids import new_id
from integration_console.domain.workspace import HolderKind
from integration_console.operations import connectors, holders, signing_keys
from integration_console.operations.access import access_of
from integration_console.operations.context import Context
from integration_console.storage import vault as vault_module
from integration_console.storage.key_holders import holders as holder_rows
from integration_console.storage.secrets import SealedSecret, keep_secret
from integration_console.storage.vault import Vault
from tests.builders import audited, connector_draft, last_logged, logged
from tests.fakes import NOON, MemoryPlace

PASSPHRASE = "صحيح الحصان battery"
SECRET = "tok-4711-secret"


@pytest.fixture(autouse=True)
def _always_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for the key looks whether it was replaced."""
    monkeypatch.setattr(vault_module, "_FRESH_SECONDS", -1.0)


@pytest.fixture
def other(context: Context) -> Context:
    """The same workspace seen by a program on another computer, which has no key."""
    return replace(context, vault=Vault(context.store, MemoryPlace()), actor="basma")


def secret_of(context: Context) -> str:
    """The token of the one connector, in clear."""
    (used,) = connectors.connectors(context)
    return str(access_of(context, used).settings["token"])


def approved(context: Context, other: Context) -> str:
    return holders.approve(context, holders.ask(other, "laptop").id).id


def test_a_program_asks_and_everybody_sees_the_same_fingerprint(context: Context, other: Context) -> None:
    asked = holders.ask(other, " laptop ")
    assert (asked.name, asked.asked_by, asked.kind, len(asked.fingerprint)) == (
        "laptop",
        "basma",
        HolderKind.KEYRING,
        19,
    )
    assert holders.ask(other, "again") == asked
    seen, own = holders.holders(context), holders.holders(other)
    assert (seen.requests, seen.asked, own.asked) == ((asked,), "", asked.id)
    assert (own.mine, seen.mine) == ("", seen.holders[0].id)
    assert (logged(context), last_logged(context).message) == (
        ["holder.asked"],
        "laptop asks to be able to open the secrets",
    )


def test_a_name_is_needed(other: Context) -> None:
    with pytest.raises(InvalidInput):
        holders.ask(other, "  ")


def test_who_is_approved_opens_the_secrets(context: Context, other: Context) -> None:
    connectors.save_connector(context, connector_draft())
    with pytest.raises(VaultLocked):
        secret_of(other)
    holder_id = approved(context, other)
    assert secret_of(other) == SECRET
    own = holders.holders(other)
    assert (own.requests, own.mine) == ((), holder_id)


def test_who_opens_the_secrets_has_nothing_to_ask_for(context: Context, other: Context) -> None:
    approved(context, other)
    with pytest.raises(HoldsAlready):
        holders.ask(other, "laptop")


def test_only_who_holds_a_key_approves(other: Context) -> None:
    asked = holders.ask(other, "laptop")
    with pytest.raises(VaultLocked):
        holders.approve(other, asked.id)


def test_who_is_refused_opens_nothing(context: Context, other: Context) -> None:
    holders.refuse(context, holders.ask(other, "laptop").id)
    assert holders.holders(context).requests == ()
    with pytest.raises(VaultLocked):
        other.vault.open_key()
    for act in (holders.refuse, holders.approve):
        with pytest.raises(NotFound):
            act(context, new_id())


def test_what_is_taken_away_opens_nothing_any_more(context: Context, other: Context) -> None:
    connectors.save_connector(context, connector_draft())
    holder_id = approved(context, other)
    kept = other.vault.open_key()
    holders.remove(context, holder_id)
    with pytest.raises(VaultLocked):
        secret_of(other)
    assert secret_of(context) == SECRET
    other.vault.use(kept)
    with pytest.raises((VaultLocked, SecretUnreadable)):
        secret_of(other)
    assert holder_id not in {each.id for each in holders.holders(context).holders}
    with pytest.raises(NotFound):
        holders.remove(context, holder_id)


@pytest.mark.embedded
def test_every_step_is_audited(context: Context, other: Context) -> None:
    holders.remove(context, approved(context, other))
    holders.refuse(context, holders.ask(other, "laptop").id)
    holders.replace_key(context)
    holders.new_recovery_code(context)
    assert [verb for _, verb in audited(context)] == [
        "holder.asked",
        "holder.approved",
        "holder.removed",
        "holder.asked",
        "holder.refused",
        "workspace.key_replaced",
        "workspace.recovery_code_made",
    ]


def test_a_new_signing_key_is_audited_and_logged(context: Context) -> None:
    """Whoever leads the organisation may do it, in a shared database as a person, too."""
    before = [each.private_bytes_raw() for each in signing_keys.signing_keys(context)]
    signing_keys.rotate_signing_key(context)
    assert [each.private_bytes_raw() for each in signing_keys.signing_keys(context)[1:]] == before
    assert ("amina", "workspace.signing_key_rotated") in audited(context)
    assert last_logged(context).message == "Sign-ins are signed with a new key"


def test_nobody_saws_off_the_branch_that_they_sit_on(context: Context) -> None:
    own, recovery = holders.holders(context).holders
    with pytest.raises(HolderNeeded):
        holders.remove(context, own.id)
    with pytest.raises(LastWayIn):
        holders.remove(context, recovery.id)
    holders.add_passphrase(context, PASSPHRASE)
    holders.remove(context, recovery.id)
    assert [each.kind for each in holders.holders(context).holders] == [HolderKind.KEY_FILE, HolderKind.PASSPHRASE]
    locked = Vault(context.store, MemoryPlace())
    locked.unlock(PASSPHRASE)
    assert locked.unlocked


def test_a_new_recovery_code_ends_the_old_one(context: Context) -> None:
    connectors.save_connector(context, connector_draft())
    first = holders.new_recovery_code(context).recovery_code
    second = holders.new_recovery_code(context).recovery_code
    elsewhere = replace(context, vault=Vault(context.store, MemoryPlace()))
    with pytest.raises(WrongPassphrase):
        elsewhere.vault.unlock(first)
    elsewhere.vault.unlock(second)
    assert (secret_of(elsewhere), secret_of(context)) == (SECRET, SECRET)


def test_others_go_on_while_the_key_is_replaced(context: Context, other: Context) -> None:
    connectors.save_connector(context, connector_draft())
    approved(context, other)
    before = other.vault.open_key().id
    holders.replace_key(context)
    assert (secret_of(other), secret_of(context)) == (SECRET, SECRET)
    assert other.vault.open_key().id != before
    connectors.save_connector(other, connector_draft(name="Second"))
    assert {row.data_key_id for row in context.store.read(holder_rows)} == {context.vault.open_key().id}


def test_what_was_sealed_with_a_replaced_key_is_not_stored(context: Context) -> None:
    row = new_id()
    key_id, sealed = context.vault.seal("late", "integration_connectors", row, "token")
    holders.replace_key(context)
    late = SealedSecret("integration_connectors", row, "token", key_id, sealed, NOON)
    with pytest.raises(KeysReplaced):
        context.store.write(lambda writing: keep_secret(writing, late))


def test_a_reader_that_looked_just_before_the_key_was_replaced_looks_again(
    context: Context, other: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    connectors.save_connector(context, connector_draft())
    approved(context, other)
    assert secret_of(other) == SECRET
    monkeypatch.setattr(vault_module, "_FRESH_SECONDS", 3600.0)
    holders.replace_key(context)
    assert secret_of(other) == SECRET


def test_a_secret_that_opened_before_with_nothing_opens_with_nothing_afterwards(context: Context) -> None:
    key_id, row = context.vault.open_key().id, new_id()
    damaged = SealedSecret("integration_connectors", row, "token", key_id, bytes(40), NOON)
    context.store.write(lambda writing: keep_secret(writing, damaged))
    holders.replace_key(context)
    with pytest.raises(SecretUnreadable):
        context.vault.open(bytes(40), "integration_connectors", row, "token")


def test_a_short_passphrase_is_refused(context: Context) -> None:
    with pytest.raises(InvalidInput):
        holders.add_passphrase(context, "short")


def test_a_locked_vault_takes_no_passphrase(other: Context) -> None:
    with pytest.raises(VaultLocked):
        holders.add_passphrase(other, PASSPHRASE)
