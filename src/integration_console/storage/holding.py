"""Who can open the secrets: the data key wrapped for each holder, given to one more, taken from one, replaced."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from integration_console.domain.ids import new_id
from integration_console.domain.workspace import HolderKind, KeyHolder
from integration_console.storage import key_holders as rows
from integration_console.storage import sealing
from integration_console.storage.key_holders import HolderRow
from integration_console.storage.sealing import DataKey, Unsealable
from integration_console.storage.secrets import seal_anew

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from integration_console.storage.secrets import SealedSecret
    from integration_console.storage.transaction import Writing

TYPED: dict[HolderKind, Callable[[str, bytes], bytes]] = {
    HolderKind.PASSPHRASE: sealing.key_from_passphrase,
    HolderKind.RECOVERY: sealing.key_from_recovery_code,
}
"""How the private key comes out of what a person types."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """Wraps data keys of one organisation for their holders."""

    tenant_id: str

    def row(self, key: DataKey, kind: HolderKind, name: str, public_key: bytes, moment: datetime) -> HolderRow:
        """Return a holder who opens `key` with the private half of `public_key`."""
        wrapped = sealing.wrap(key.key, public_key, self._purpose(key.id))
        return HolderRow(KeyHolder(new_id(), kind, name, moment), key.id, b"", public_key, wrapped)

    def typed(self, key: DataKey, kind: HolderKind, name: str, typed: str, moment: datetime) -> tuple[HolderRow, bytes]:
        """Return a holder who opens `key` with what a person types, and the private key that this stands for."""
        salt = os.urandom(sealing.SALT_BYTES)
        private_key = TYPED[kind](typed, salt)
        return replace(self.row(key, kind, name, sealing.public_key_of(private_key), moment), salt=salt), private_key

    def again(self, row: HolderRow, key: DataKey) -> HolderRow:
        """Return the same holder, who opens another data key from now on."""
        wrapped = sealing.wrap(key.key, row.public_key, self._purpose(key.id))
        return replace(row, data_key_id=key.id, wrapped_key=wrapped)

    def unwrapped(self, row: HolderRow, private_key: bytes) -> DataKey | None:
        """Return the data key of a holder, None where it is not the one to whom `private_key` belongs."""
        try:
            key = sealing.unwrap(row.wrapped_key, private_key, self._purpose(row.data_key_id))
        except Unsealable:
            return None
        return DataKey(row.data_key_id, key)

    def _purpose(self, data_key_id: str) -> str:
        return f"{self.tenant_id}|data key|{data_key_id}"


def replaced(
    writing: Writing, old: DataKey, moment: datetime, purpose: Callable[[SealedSecret], str], *without: str
) -> DataKey:
    """Replace the data key: wrap a new one for all holders but those `without`, and seal every secret anew.

    All in the one transaction of `writing`; a secret that did not open before stays as it is.
    """
    new = DataKey(new_id(), sealing.new_data_key_bytes())
    wrapping = Wrapping(writing.tenant_id)
    for row in rows.holders(writing):
        if row.holder.id in without:
            rows.remove_holder(writing, row.holder.id)
        else:
            rows.rewrap(writing, wrapping.again(row, new))
    rows.replace_data_key(writing, new.id, moment)

    def again(secret: SealedSecret) -> bytes | None:
        try:
            return new.seal(old.open(secret.sealed, purpose(secret)), purpose(secret))
        except Unsealable:
            return None

    seal_anew(writing, new.id, again)
    return new
