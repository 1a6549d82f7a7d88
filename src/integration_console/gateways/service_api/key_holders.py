"""Key holders of a remote workspace, through the service: the key that is asked for is the service's own."""

from __future__ import annotations

from integration_console.domain.workspace import HolderRequest, KeyHolder, KeyHolders, NewWorkspace
from integration_console.gateways.service_api.door import ServiceDoor, at


class ServiceKeyHolders(ServiceDoor):
    """Key holders of a remote workspace."""

    def key_holders(self) -> KeyHolders:
        """Return who can open the secrets, and who asks to."""
        found: KeyHolders = self._client.ask("GET", at("/key-holders"), KeyHolders)
        return found

    def ask_for_key(self, name: str) -> HolderRequest:
        """Ask that the service may open the secrets."""
        asked: HolderRequest = self._client.ask("POST", at("/key-holders/requests"), HolderRequest, {"name": name})
        return asked

    def approve_holder(self, request_id: str) -> KeyHolder:
        """Let a program that asks open the secrets."""
        path = at("/key-holders/requests/{}/approve", request_id)
        holder: KeyHolder = self._client.ask("POST", path, KeyHolder)
        return holder

    def refuse_holder(self, request_id: str) -> None:
        """Forget that a program asks."""
        self._client.ask("DELETE", at("/key-holders/requests/{}", request_id), None)

    def remove_holder(self, holder_id: str) -> None:
        """Take the secrets from a holder."""
        self._client.ask("DELETE", at("/key-holders/{}", holder_id), None)

    def replace_key(self) -> None:
        """Replace the data key."""
        self._client.ask("POST", at("/workspace/key"), None)

    def new_recovery_code(self) -> NewWorkspace:
        """Return a new recovery code."""
        made: NewWorkspace = self._client.ask("POST", at("/workspace/recovery-code"), NewWorkspace)
        return made

    def add_passphrase(self, passphrase: str) -> None:
        """Add a passphrase as a key holder."""
        self._client.ask("POST", at("/workspace/passphrase"), None, {"passphrase": passphrase})

    def rotate_signing_key(self, *, at_once: bool = False) -> None:
        """Sign people's tokens with a new key."""
        self._client.ask("POST", at("/workspace/signing-key"), None, {"at_once": at_once})
