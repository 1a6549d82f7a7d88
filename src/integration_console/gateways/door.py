"""What stands behind every subject of a gateway."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from integration_console.domain.changes import Change, Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.workspace import ReceiverState
    from integration_console.operations.context import Context


class Door:
    """What stands behind every subject: the open workspace, and where this program receives."""

    def __init__(self, context: Context, receiver: Callable[[], ReceiverState]) -> None:
        """Work on the workspace of `context`; `receiver` tells where this program receives."""
        self._context = context
        self._rights = context.rights
        self._receiver = receiver

    def lock(self, *, on: bool) -> None:
        """Refuse every change from now on, or no longer; what the program does by itself goes on."""
        self._context = replace(self._context, rights=self._rights.only_looking() if on else self._rights)
        for subject in Subject:  # whatever is shown depends on what may be done
            self._context.announcements.announce(Change(subject))

    def can(self, permission: str, scope: str = "") -> bool:
        """Return whether the one who asks may do this: for everything, or for the one thing `scope`."""
        return self._context.rights.allows(permission, scope)

    def refusal(self, permission: str, scope: str = "") -> ConsoleError | None:
        """Return why the one who asks may not do this; None: it is allowed."""
        return self._context.rights.refusal(permission, scope)
