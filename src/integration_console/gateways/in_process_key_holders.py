"""The door to the key holders of a workspace that this very program has open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.gateways.door import Door
from integration_console.operations import holders, signing_keys

if TYPE_CHECKING:
    from integration_console.domain.workspace import HolderRequest, KeyHolder, KeyHolders, NewWorkspace


class InProcessKeyHolders(Door):
    """Key holders of the open workspace."""

    def key_holders(self) -> KeyHolders:
        """Return who can open the secrets, and who asks to."""
        return holders.holders(self._context)

    def ask_for_key(self, name: str) -> HolderRequest:
        """Ask that this program may open the secrets."""
        return holders.ask(self._context, name)

    def approve_holder(self, request_id: str) -> KeyHolder:
        """Let a program that asks open the secrets."""
        return holders.approve(self._context, request_id)

    def refuse_holder(self, request_id: str) -> None:
        """Forget that a program asks."""
        holders.refuse(self._context, request_id)

    def remove_holder(self, holder_id: str) -> None:
        """Take the secrets from a holder."""
        holders.remove(self._context, holder_id)

    def replace_key(self) -> None:
        """Replace the data key."""
        holders.replace_key(self._context)

    def new_recovery_code(self) -> NewWorkspace:
        """Return a new recovery code."""
        return holders.new_recovery_code(self._context)

    def add_passphrase(self, passphrase: str) -> None:
        """Add a passphrase as a key holder."""
        holders.add_passphrase(self._context, passphrase)

    def rotate_signing_key(self, *, at_once: bool = False) -> None:
        """Sign people's tokens with a new key."""
        signing_keys.rotate_signing_key(self._context, at_once=at_once)
