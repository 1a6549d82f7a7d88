"""The vault: the tenant's data key while it is open, and everyone who can open it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NoReturn

from integration_console.domain.errors import (
    KeyNotHere,
    KeyringUnavailable,
    SecretUnreadable,
    VaultLocked,
    WrongPassphrase,
)
from integration_console.domain.ids import new_id
from integration_console.domain.workspace import HolderKind, KeyHolder
from integration_console.storage import sealing
from integration_console.storage.key_holders import HolderRow, add_data_key, add_holder, holders
from integration_console.storage.sealing import DataKey, Unsealable
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from integration_console.storage.key_places import KeyPlace
    from integration_console.storage.store import Store
    from integration_console.storage.transaction import Writing

_TYPED: dict[HolderKind, Callable[[str, bytes], bytes]] = {
    HolderKind.PASSPHRASE: sealing.key_from_passphrase,
    HolderKind.RECOVERY: sealing.key_from_recovery_code,
}


class Vault:
    """Seals and opens secrets of one workspace; locked until one of its key holders opens it."""

    def __init__(self, store: Store, own_place: KeyPlace, other_places: Sequence[KeyPlace] = ()) -> None:
        """Keep this program's key in `own_place`, and nowhere else; look for keys in the others, too."""
        self._store = store
        self._own_place = own_place
        self._places = (own_place, *other_places)
        self._data_key: DataKey | None = None
        self.place_trouble: KeyringUnavailable | None = None

    @property
    def unlocked(self) -> bool:
        """Whether secrets can be sealed and opened now."""
        return self._data_key is not None

    @property
    def created(self) -> bool:
        """Whether the workspace has a data key at all."""
        return bool(self._rows())

    def holders(self) -> tuple[KeyHolder, ...]:
        """Return who can open the secrets."""
        return tuple(row.holder for row in self._rows())

    def create(self, owner: str, moment: datetime, passphrase: str = "") -> str:
        """Make the data key, wrap it for its first holders and return the recovery code, shown only now.

        Holders are the recovery code and the passphrase, or without one the key in the program's own place.
        Raises `KeyringUnavailable` when that place cannot keep a key and no passphrase is given.
        """
        self._store.require_holding()
        data_key = DataKey(new_id(), sealing.new_data_key_bytes())
        if passphrase:
            first = self._typed_row(data_key, HolderKind.PASSPHRASE, owner, passphrase, moment)
        else:
            private_key = self._own_private_key()
            first = self._row(data_key, self._own_place.kind, owner, private_key, moment)
        code = sealing.new_recovery_code()
        rows = [first, self._typed_row(data_key, HolderKind.RECOVERY, "recovery code", code, moment)]
        self._store.write(lambda writing: _keep(writing, data_key, rows, moment), Priority.CHANGES)
        self._data_key = data_key
        return code

    def _own_private_key(self) -> bytes:
        """Return the key of this program's own place: a new one, or that of a creation which was cut short."""
        found = self._own_place.read(self._store.tenant_id)
        if found is None:
            found = sealing.new_private_key()
            self._own_place.write(self._store.tenant_id, found)
        return found

    def unlock_silently(self) -> bool:
        """Open the vault with a key that lies in one of the places, asking nobody; return whether it is open."""
        for place in self._places:
            if self._data_key is None:
                self._data_key = self._from_place(place)
        return self.unlocked

    def unlock(self, typed: str) -> None:
        """Open the vault with a passphrase or recovery code. Raises `WrongPassphrase`."""
        for row in self._rows():
            derive = _TYPED.get(row.holder.kind)
            if derive is None:
                continue
            data_key = self._unwrapped(row, derive(typed, row.salt))
            if data_key is not None:
                self._data_key = data_key
                return
        raise WrongPassphrase

    def add_passphrase(self, name: str, passphrase: str, moment: datetime) -> KeyHolder:
        """Let a passphrase open the vault, too. Raises `VaultLocked`."""
        row = self._typed_row(self._open_key(), HolderKind.PASSPHRASE, name, passphrase, moment)
        self._store.write(lambda writing: add_holder(writing, row), Priority.CHANGES)
        return row.holder

    def seal(self, secret: str, table: str, row_id: str, name: str) -> tuple[str, bytes]:
        """Return the data key's id and the sealed secret. Raises `VaultLocked`."""
        key = self._open_key()
        return key.id, key.seal(secret.encode(), self._purpose(table, row_id, name))

    def open(self, sealed: bytes, table: str, row_id: str, name: str) -> str:
        """Return a secret in clear. Raises `VaultLocked`, `SecretUnreadable`."""
        try:
            return self._open_key().open(sealed, self._purpose(table, row_id, name)).decode()
        except Unsealable as error:
            raise SecretUnreadable(name=name) from error

    def _open_key(self) -> DataKey:
        if self._data_key is None:
            self.refuse_locked()
        return self._data_key

    def refuse_locked(self) -> NoReturn:
        """Raise why secrets are closed: `VaultLocked`, or `KeyNotHere` where others hold the keys."""
        self._store.require_holding()  # one who only looks needs the holder, not a passphrase
        names = ", ".join(each.name for each in self.holders()) if self._store.shared else ""
        raise KeyNotHere(holders=names) if names else VaultLocked

    def _purpose(self, table: str, row_id: str, name: str) -> str:
        return f"{self._store.tenant_id}|{table}|{row_id}|{name}"

    def _rows(self) -> tuple[HolderRow, ...]:
        return self._store.read(holders)

    def _from_place(self, place: KeyPlace) -> DataKey | None:
        try:
            private_key = place.read(self._store.tenant_id)
        except KeyringUnavailable as error:
            self.place_trouble = self.place_trouble or error  # that of our own place, which is asked first
            return None
        if private_key is None:
            return None
        public_key = sealing.public_key_of(private_key)
        rows = (row for row in self._rows() if row.public_key == public_key)
        return next((key for row in rows if (key := self._unwrapped(row, private_key))), None)

    def _unwrapped(self, row: HolderRow, private_key: bytes) -> DataKey | None:
        try:
            return DataKey(
                row.data_key_id, sealing.unwrap(row.wrapped_key, private_key, self._wrapping(row.data_key_id))
            )
        except Unsealable:
            return None

    def _wrapping(self, data_key_id: str) -> str:
        return f"{self._store.tenant_id}|data key|{data_key_id}"

    def _typed_row(self, key: DataKey, kind: HolderKind, name: str, typed: str, moment: datetime) -> HolderRow:
        salt = os.urandom(sealing.SALT_BYTES)
        row = self._row(key, kind, name, _TYPED[kind](typed, salt), moment)
        return HolderRow(row.holder, row.data_key_id, salt, row.public_key, row.wrapped_key)

    def _row(self, key: DataKey, kind: HolderKind, name: str, private_key: bytes, moment: datetime) -> HolderRow:
        public_key = sealing.public_key_of(private_key)
        wrapped = sealing.wrap(key.key, public_key, self._wrapping(key.id))
        return HolderRow(KeyHolder(new_id(), kind, name, moment), key.id, b"", public_key, wrapped)


def _keep(writing: Writing, data_key: DataKey, rows: list[HolderRow], moment: datetime) -> None:
    add_data_key(writing, data_key.id, moment)
    for row in rows:
        add_holder(writing, row)
