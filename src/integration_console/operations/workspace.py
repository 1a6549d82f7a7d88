"""What can be done with the workspace itself: protect it, unlock it, look at its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import AlreadyProtected
from integration_console.domain.workspace import NewWorkspace, WorkspaceState
from integration_console.operations.holders import require_long
from integration_console.operations.journal import Happening, announce, record
from integration_console.operations.permission import needs

if TYPE_CHECKING:
    from integration_console.domain.workspace import ReceiverState
    from integration_console.operations.context import Context


@needs("workspace.write")
def protect(context: Context, owner: str, passphrase: str = "") -> NewWorkspace:
    """Make the keys of a new workspace; return the recovery code, shown at no other time.

    Raises `KeyringUnavailable` where a passphrase is needed because no keyring can be used, `InvalidInput`,
    `AlreadyProtected`.
    """
    context.store.writer  # noqa: B018 - one who only looks is told who may
    if context.vault.created:
        raise AlreadyProtected
    if passphrase:
        require_long(passphrase)
    code = context.vault.create(owner, context.clock.now(), passphrase)
    _record(context, "workspace.created", {"workspace": context.store.name})
    return NewWorkspace(code)


@needs("workspace.read")
def unlock(context: Context, typed: str) -> None:
    """Open the secrets with a passphrase or the recovery code. Raises `WrongPassphrase`."""
    context.vault.unlock(typed)
    _record(context, "workspace.unlocked", {})


@needs("workspace.read")
def state(context: Context, receiver: ReceiverState) -> WorkspaceState:
    """Return what the window's frame shows."""
    holders = context.vault.holders()
    return WorkspaceState(
        name=context.store.name,
        path=context.store.address,
        protected=bool(holders),
        unlocked=context.vault.unlocked,
        receiver=receiver,
        trouble=context.store.trouble,
        holders=holders,
        shared=context.store.shared,
        role=context.store.role,
    )


def _record(context: Context, verb: str, params: dict[str, str]) -> None:
    context.store.write(lambda writing: record(context, writing, Happening(verb, params), {}, {}))
    announce(context)
    context.announcements.announce(Change(Subject.WORKSPACE))
