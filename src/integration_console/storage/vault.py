"""The vault: the tenant's data key while it is open, and how it is opened."""

from __future__ import annotations

import threading
from time import monotonic
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
from integration_console.storage import key_holders as rows
from integration_console.storage import sealing
from integration_console.storage.holding import TYPED, Wrapping
from integration_console.storage.sealing import DataKey, Unsealable
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from integration_console.storage.key_holders import HolderRow
    from integration_console.storage.key_places import KeyPlace
    from integration_console.storage.store import Store
    from integration_console.storage.transaction import Writing

_FRESH_SECONDS = 1.0
"""For how long it is not asked whether another program has replaced the data key."""


class Vault:
    """Seals and opens secrets of one workspace; locked until one of its key holders opens it."""

    def __init__(self, store: Store, own_place: KeyPlace, other_places: Sequence[KeyPlace] = ()) -> None:
        """Keep this program's key in `own_place`, and nowhere else; look for keys in the others, too."""
        self._store = store
        self._own_place = own_place
        self._places = (own_place, *other_places)
        self._data_key: DataKey | None = None
        self._private_keys: dict[bytes, bytes] = {}
        self._looked_at = 0.0
        self._lock = threading.Lock()
        self.place_trouble: KeyringUnavailable | None = None

    @property
    def unlocked(self) -> bool:
        """Whether secrets can be sealed and opened now."""
        return self._data_key is not None

    @property
    def created(self) -> bool:
        """Whether the workspace has a data key at all."""
        return bool(self._rows())

    @property
    def own_kind(self) -> HolderKind:
        """Where this program keeps its key."""
        return self._own_place.kind

    @property
    def public_keys(self) -> frozenset[bytes]:
        """The public halves of the keys that this program has."""
        return frozenset(self._private_keys)

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
            first, key = self._wrapping.typed(data_key, HolderKind.PASSPHRASE, owner, passphrase, moment)
        else:
            key = self.own_private_key()
            first = self._wrapping.row(data_key, self._own_place.kind, owner, sealing.public_key_of(key), moment)
        code = sealing.new_recovery_code()
        recovery, _ = self._wrapping.typed(data_key, HolderKind.RECOVERY, "recovery code", code, moment)
        self._store.write(lambda writing: _keep(writing, data_key, [first, recovery], moment), Priority.CHANGES)
        self._private_keys[first.public_key] = key
        self._data_key = data_key
        return code

    def own_private_key(self) -> bytes:
        """Return the key of this program's own place: a new one, or that of an attempt which was cut short.

        Raises `KeyringUnavailable`.
        """
        found = self._own_place.read(self._store.tenant_id)
        if found is None:
            found = sealing.new_private_key()
            self._own_place.write(self._store.tenant_id, found)
        self._private_keys[sealing.public_key_of(found)] = found
        return found

    def unlock_silently(self) -> bool:
        """Open the vault with a key that lies in one of the places, asking nobody; return whether it is open."""
        for place in self._places:
            if self._data_key is None:
                self._read(place)
                self.look_again()
        return self.unlocked

    def unlock(self, typed: str) -> None:
        """Open the vault with a passphrase or recovery code. Raises `WrongPassphrase`."""
        for row in self._rows():
            derive = TYPED.get(row.holder.kind)
            if derive is None:
                continue
            private_key = derive(typed, row.salt)
            data_key = self._wrapping.unwrapped(row, private_key)
            if data_key is not None:
                self._private_keys[row.public_key] = private_key
                self._data_key = data_key
                return
        raise WrongPassphrase

    def look_again(self) -> None:
        """Open the vault with the keys that this program has: another program may have let it in, or out."""
        self._looked_at = monotonic()
        self._data_key = next(
            (
                key
                for row in self._rows()
                if (private_key := self._private_keys.get(row.public_key)) is not None
                and (key := self._wrapping.unwrapped(row, private_key)) is not None
            ),
            None,
        )

    def seal(self, secret: str, table: str, row_id: str, name: str) -> tuple[str, bytes]:
        """Return the data key's id and the sealed secret. Raises `VaultLocked`."""
        key = self.open_key()
        return key.id, key.seal(secret.encode(), self.purpose(table, row_id, name))

    def open(self, sealed: bytes, table: str, row_id: str, name: str) -> str:
        """Return a secret in clear. Raises `VaultLocked`, `SecretUnreadable`."""
        purpose = self.purpose(table, row_id, name)
        try:
            return self.open_key().open(sealed, purpose).decode()
        except Unsealable:
            self.look_again()  # another program may have replaced the data key this very moment
        try:
            return self.open_key().open(sealed, purpose).decode()
        except Unsealable as error:
            raise SecretUnreadable(name=name) from error

    def open_key(self) -> DataKey:
        """Return the data key that counts, or did a second ago. Raises `VaultLocked`, `KeyNotHere`."""
        with self._lock:
            if self._private_keys and monotonic() - self._looked_at > _FRESH_SECONDS:
                self._look_whether_replaced()
            key = self._data_key
        if key is None:
            self.refuse_locked()
        return key

    def refuse_locked(self) -> NoReturn:
        """Raise why secrets are closed: `VaultLocked`, or `KeyNotHere` where others hold the keys."""
        self._store.require_holding()  # one who only looks needs the holder, not a passphrase
        names = ", ".join(each.name for each in self.holders()) if self._store.shared else ""
        raise KeyNotHere(holders=names) if names else VaultLocked

    def use(self, data_key: DataKey) -> None:
        """Go on with another data key, which is stored."""
        self._data_key = data_key

    def purpose(self, table: str, row_id: str, name: str) -> str:
        """Return what a secret is bound to, so that it opens nowhere else."""
        return f"{self._store.tenant_id}|{table}|{row_id}|{name}"

    @property
    def _wrapping(self) -> Wrapping:
        return Wrapping(self._store.tenant_id)

    def _look_whether_replaced(self) -> None:
        self._looked_at = monotonic()
        present = self._store.read(rows.data_key_id)
        if self._data_key is None or present != self._data_key.id:
            self.look_again()

    def _rows(self) -> tuple[HolderRow, ...]:
        return self._store.read(rows.holders)

    def _read(self, place: KeyPlace) -> None:
        try:
            private_key = place.read(self._store.tenant_id)
        except KeyringUnavailable as error:
            self.place_trouble = self.place_trouble or error  # that of our own place, which is asked first
            return
        if private_key is not None:
            self._private_keys[sealing.public_key_of(private_key)] = private_key


def _keep(writing: Writing, data_key: DataKey, wrapped: list[HolderRow], moment: datetime) -> None:
    rows.add_data_key(writing, data_key.id, moment)
    for row in wrapped:
        rows.add_holder(writing, row)
