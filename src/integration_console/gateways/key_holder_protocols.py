"""What the window and the command line may ask of the key holders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from integration_console.domain.workspace import HolderRequest, KeyHolder, KeyHolders, NewWorkspace


class KeyHoldersGateway(Protocol):
    """Key holders: who can open the secrets, who asks to; approve, refuse, remove, replace the key."""

    def key_holders(self) -> KeyHolders:
        """Return who can open the secrets, who asks to, and which of them this program is."""

    def ask_for_key(self, name: str) -> HolderRequest:
        """Ask that this program may open the secrets. Raises `KeyringUnavailable`, `InvalidInput`."""

    def approve_holder(self, request_id: str) -> KeyHolder:
        """Let a program that asks open the secrets. Raises `NotFound`, `VaultLocked`."""

    def refuse_holder(self, request_id: str) -> None:
        """Forget that a program asks. Raises `NotFound`."""

    def remove_holder(self, holder_id: str) -> None:
        """Take the secrets from a holder. Raises `NotFound`, `VaultLocked`, `HolderNeeded`, `LastWayIn`."""

    def replace_key(self) -> None:
        """Replace the data key and seal every secret anew. Raises `VaultLocked`."""

    def new_recovery_code(self) -> NewWorkspace:
        """Return a new recovery code, shown at no other time; the old one ends. Raises `VaultLocked`."""

    def add_passphrase(self, passphrase: str) -> None:
        """Add a passphrase as a key holder. Raises `VaultLocked`, `InvalidInput`."""

    def rotate_signing_key(self, *, at_once: bool = False) -> None:
        """Sign people's tokens with a new key; those of the old one count until they end, or no more `at_once`.

        Raises `VaultLocked`.
        """
