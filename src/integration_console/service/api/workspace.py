"""The workspace itself: its state, its keys; and who asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus

from integration_console.domain.answers import Myself
from integration_console.domain.workspace import NewWorkspace, WorkspaceState
from integration_console.operations import workspace
from integration_console.service.api.kinds import Given
from integration_console.service.api.routes import Asker, Asking, Routes, Serving

routes = Routes("workspace")


@dataclass(frozen=True, slots=True)
class Protection:
    """Who protects a new workspace; without a passphrase the service's own key place is used."""

    owner: str
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Passphrase:
    """A passphrase, or the recovery code."""

    passphrase: str = field(repr=False)


@routes.route("GET", "/me", workspace.state)
def myself(asker: Asker) -> Myself:
    """Show who asks, and what that one may do."""
    grants = tuple(sorted(str(each) for each in asker.rights.grants))
    return Myself(asker.kind, asker.id, asker.name, asker.rights.role, grants)


@routes.route("GET", "/workspace", workspace.state)
def workspace_state(asking: Asking, service: Serving) -> WorkspaceState:
    """Show how the workspace and its receiver do."""
    return workspace.state(asking, service.receiver())


@routes.route("POST", "/workspace/protect", workspace.protect, HTTPStatus.CREATED)
def protect(asking: Asking, wish: Given[Protection]) -> NewWorkspace:
    """Make the keys of a new workspace; the recovery code is shown at no other time."""
    return workspace.protect(asking, wish.owner, wish.passphrase)


@routes.route("POST", "/workspace/unlock", workspace.unlock, HTTPStatus.NO_CONTENT)
def unlock(asking: Asking, typed: Given[Passphrase]) -> None:
    """Open the secrets with the passphrase or the recovery code."""
    workspace.unlock(asking, typed.passphrase)
