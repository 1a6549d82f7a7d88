"""Who can open a workspace's secrets, and that nothing of them lies in its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from integration_console.domain.errors import KeyringUnavailable, SecretUnreadable, VaultLocked, WrongPassphrase
from integration_console.domain.ids import new_id
from integration_console.domain.masking import written_forms
from integration_console.domain.workspace import HolderKind
from integration_console.storage.key_places import KeyFile
from integration_console.storage.secrets import SealedSecret, keep_secret
from integration_console.storage.store import EmbeddedStore
from integration_console.storage.vault import Vault
from tests.builders import opened_store
from tests.fakes import NOON, MemoryPlace

PASSPHRASE = "صحيح الحصان battery"
TABLE, ROW = "integration_connectors", new_id()


@pytest.fixture
def place() -> MemoryPlace:
    return MemoryPlace()


@pytest.fixture
def vault(store: EmbeddedStore, place: MemoryPlace) -> Vault:
    made = Vault(store, place)
    made.create("amina", NOON)
    return made


def without_place(store: EmbeddedStore) -> Vault:
    return Vault(store, MemoryPlace("there is none"))


def opens(vault: Vault, sealed: bytes) -> str:
    return vault.open(sealed, TABLE, ROW, "token")


def test_a_new_vault_is_open_and_has_two_holders(vault: Vault) -> None:
    assert (vault.unlocked, vault.created) == (True, True)
    assert [(each.kind, each.name) for each in vault.holders()] == [
        (HolderKind.KEYRING, "amina"),
        (HolderKind.RECOVERY, "recovery code"),
    ]


def test_a_workspace_without_keys_is_locked(store: EmbeddedStore, place: MemoryPlace) -> None:
    vault = Vault(store, place)
    assert (vault.created, vault.unlock_silently(), vault.holders()) == (False, False, ())
    with pytest.raises(VaultLocked):
        vault.seal("x", TABLE, ROW, "token")
    with pytest.raises(VaultLocked):
        vault.open(b"", TABLE, ROW, "token")


def test_the_key_in_its_place_opens_silently(vault: Vault, store: EmbeddedStore, place: MemoryPlace) -> None:
    _, sealed = vault.seal("geheim", TABLE, ROW, "token")
    again = Vault(store, place)
    assert (again.unlock_silently(), again.unlock_silently(), opens(again, sealed)) == (True, True, "geheim")


def test_the_key_of_another_place_opens_too(vault: Vault, store: EmbeddedStore, place: MemoryPlace) -> None:
    assert Vault(store, MemoryPlace("out of order"), [MemoryPlace(), place]).unlock_silently()


def test_a_place_with_another_key_opens_nothing(vault: Vault, store: EmbeddedStore) -> None:
    foreign = MemoryPlace()
    foreign.keys[store.tenant_id] = bytes(range(32))
    assert not Vault(store, foreign).unlock_silently()


def test_a_place_out_of_order_is_remembered(vault: Vault, store: EmbeddedStore) -> None:
    locked = without_place(store)
    assert (locked.unlock_silently(), str(locked.place_trouble)[:40]) == (
        False,
        "The system keyring cannot be used: there",
    )


def test_without_a_place_and_a_passphrase_no_keys_are_made(store: EmbeddedStore) -> None:
    vault = without_place(store)
    with pytest.raises(KeyringUnavailable):
        vault.create("amina", NOON)
    assert (vault.created, vault.unlocked) == (False, False)


def test_a_passphrase_stands_in_for_a_place(store: EmbeddedStore) -> None:
    vault = without_place(store)
    vault.create("amina", NOON, PASSPHRASE)
    _, sealed = vault.seal("geheim", TABLE, ROW, "token")
    again = without_place(store)
    again.unlock(PASSPHRASE)
    assert opens(again, sealed) == "geheim"
    assert [each.kind for each in again.holders()] == [HolderKind.PASSPHRASE, HolderKind.RECOVERY]


@pytest.mark.parametrize("typed", ["", "wrong", PASSPHRASE + " "])
def test_a_wrong_passphrase_opens_nothing(store: EmbeddedStore, typed: str) -> None:
    without_place(store).create("amina", NOON, PASSPHRASE)
    again = without_place(store)
    with pytest.raises(WrongPassphrase):
        again.unlock(typed)
    assert not again.unlocked


def test_the_recovery_code_opens_however_it_is_typed(store: EmbeddedStore, place: MemoryPlace) -> None:
    code = Vault(store, place).create("amina", NOON)
    for typed in (code, code.lower(), code.replace("-", "")):
        locked = without_place(store)
        locked.unlock(typed)
        assert locked.unlocked


@pytest.mark.parametrize(
    ("table", "row", "name"),
    [("integration_webhooks", ROW, "token"), (TABLE, new_id(), "token"), (TABLE, ROW, "other")],
)
def test_a_secret_sealed_for_one_place_does_not_open_in_another(vault: Vault, table: str, row: str, name: str) -> None:
    _, sealed = vault.seal("geheim", TABLE, ROW, "token")
    with pytest.raises(SecretUnreadable) as caught:
        vault.open(sealed, table, row, name)
    assert caught.value.params == {"name": name}


def test_a_secret_of_another_organisation_does_not_open(
    vault: Vault, store: EmbeddedStore, place: MemoryPlace, tmp_path: Path
) -> None:
    _, sealed = vault.seal("geheim", TABLE, ROW, "token")
    with opened_store(tmp_path / "other.db") as other:
        stolen = Vault(other, MemoryPlace())
        stolen.create("eve", NOON)
        stolen._data_key = vault._data_key  # even with the very key of the first
        with pytest.raises(SecretUnreadable):
            opens(stolen, sealed)


def test_no_form_of_a_secret_lies_in_any_file(store: EmbeddedStore, tmp_path: Path) -> None:
    secret = "xoxb-4711-very-secret/Ω"
    vault = Vault(store, KeyFile(tmp_path / "keys"))
    code = vault.create("amina", NOON, PASSPHRASE)
    key_id, sealed = vault.seal(secret, TABLE, ROW, "token")
    row = SealedSecret(TABLE, ROW, "token", key_id, sealed, NOON)
    store.write(lambda writing: keep_secret(writing, row))
    kept = b"".join(each.read_bytes() for each in tmp_path.iterdir() if each.is_file())
    assert sealed in kept
    assert [form for text in (secret, PASSPHRASE, code) for form in written_forms(text) if form.encode() in kept] == []
