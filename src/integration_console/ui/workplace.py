"""An open workspace as the window is given it by the composition root."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from integration_console.gateways.protocols import Gateway


class Workplace(Protocol):
    """A workspace that this program has open, with its receiver."""

    @property
    def gateway(self) -> Gateway:
        """The door to the workspace."""

    def receive(self) -> None:
        """Start to receive. Raises `AddressInUse`."""

    def close(self) -> None:
        """Stop receiving, write what is queued, close the file."""


class Workplaces(Protocol):
    """Opens workspaces; called off the window's thread."""

    @property
    def owner(self) -> str:
        """The person's name, for the first key holder."""

    def open(self, path: Path) -> Workplace:
        """Open a workspace. Raises `WorkspaceHeld` and the other errors of the workspace."""
