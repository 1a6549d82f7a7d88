"""The organisations that a program serves: the one of its workspace, or all of a shared database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from integration_console.domain.clock import Clock
    from integration_console.domain.errors import ConsoleError
    from integration_console.operations.context import Announcements, Context
    from integration_console.storage.store import WorkspaceWriter


class Organisations(Protocol):
    """What the service needs to know of those whom it serves."""

    @property
    def announcements(self) -> Announcements:
        """Where changes of any of them are told."""

    @property
    def clock(self) -> Clock:
        """The clock."""

    @property
    def public_url(self) -> str:
        """How senders reach the receiver from outside ("": not at all)."""

    @property
    def writer(self) -> WorkspaceWriter:
        """Writes events of all of them."""

    @property
    def trouble(self) -> ConsoleError | None:
        """Why nothing can be stored at the moment."""

    def contexts(self) -> tuple[Context, ...]:
        """Return the contexts of all that are open."""

    def context_of(self, public_id: str) -> Context | None:
        """Return whose webhook or key a public id is, as far as that is known."""


class OneOrganisation:
    """The organisation of one workspace."""

    def __init__(self, context: Context) -> None:
        """Serve the workspace of `context`."""
        self._context = context
        self.announcements = context.announcements
        self.clock = context.clock
        self.public_url = context.public_url

    @property
    def writer(self) -> WorkspaceWriter:
        """The workspace's writer."""
        return self._context.store.writer

    @property
    def trouble(self) -> ConsoleError | None:
        """Why the last write failed."""
        return self._context.store.trouble

    def contexts(self) -> tuple[Context, ...]:
        """Return the one context."""
        return (self._context,)

    def context_of(self, public_id: str) -> Context:
        """Return the one context: whatever is asked for is here, or nowhere."""
        del public_id
        return self._context
