"""The workspace itself, through the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.workspace import NewWorkspace, WorkspaceState
from integration_console.gateways.service_api.changes import ChangeStream
from integration_console.gateways.service_api.door import ServiceDoor, at

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.changes import Change
    from integration_console.gateways.service_api.client import ServiceClient


class ServiceWorkspace(ServiceDoor):
    """A remote workspace itself."""

    def __init__(self, client: ServiceClient) -> None:
        """Ask by `client`; what changes is listened for once somebody wants to hear of it."""
        super().__init__(client)
        self._changes = ChangeStream(client)
        client.on_refused = self._changes.tell_workspace

    def workspace(self) -> WorkspaceState:
        """Return the present state."""
        found: WorkspaceState = self._client.ask("GET", at("/workspace"), WorkspaceState)
        return found

    def protect(self, owner: str, passphrase: str = "") -> NewWorkspace:
        """Make the keys of a new workspace; they lie where the service keeps its own."""
        wish = {"owner": owner, "passphrase": passphrase}
        made: NewWorkspace = self._client.ask("POST", at("/workspace/protect"), NewWorkspace, wish)
        return made

    def unlock(self, passphrase: str) -> None:
        """Open the secrets, for the service."""
        self._client.ask("POST", at("/workspace/unlock"), None, {"passphrase": passphrase})

    def on_change(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` after each committed change, on a thread of its own, through lost connections and all."""
        return self._changes.listen(listener)

    def follow_again(self) -> None:
        """Hear of changes again after a new sign-in, and look at everything anew."""
        self._changes.follow_again()

    def lock(self, *, on: bool) -> None:
        """Refuse every change of the person's from now on, or no longer."""
        self._client.lock(on=on)
        self._changes.tell_everything()

    def close(self) -> None:
        """End the live stream and all conversations."""
        self._changes.close()
        self._client.close()
