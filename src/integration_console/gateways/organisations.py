"""Opens all organisations of a shared database for the service: a context for each, over the same connections."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import AddressNotUnderstood
from integration_console.gateways.opening import opened_over
from integration_console.operations.context import Announcements
from integration_console.storage.shared.address import DatabaseAddress
from integration_console.storage.shared.database import open_database

if TYPE_CHECKING:
    from integration_console.domain.errors import ConsoleError
    from integration_console.gateways.opening import Opening
    from integration_console.operations.context import Context
    from integration_console.storage.shared.database import SharedDatabase
    from integration_console.storage.store import WorkspaceWriter


class OpenDatabase:
    """The organisations of a database, each opened when it is first seen; `close` writes what is queued."""

    def __init__(self, opening: Opening, database: SharedDatabase, closing: ExitStack) -> None:
        """Take over what `open_organisations` opened."""
        self._opening = opening
        self._database = database
        self._closing = closing
        self._contexts: dict[str, Context] = {}
        self._lock = threading.Lock()
        self.announcements = Announcements()
        self.clock = opening.clock
        self.public_url = opening.public_url
        database.writer.on_trouble = lambda: self.announcements.announce(Change(Subject.WORKSPACE))

    @property
    def writer(self) -> WorkspaceWriter:
        """The writer of events, whoever they belong to."""
        return self._database.writer

    @property
    def trouble(self) -> ConsoleError | None:
        """Why the last event could not be stored."""
        return self._database.writer.trouble

    def contexts(self) -> tuple[Context, ...]:
        """Return the contexts of all organisations that are open."""
        return tuple(self._contexts.values())

    def refresh(self) -> tuple[Context, ...]:
        """Open the organisations that have come since, and return their contexts."""
        found = self._database.organisations()
        with self._lock:
            new = [each for each in found if each.tenant_id not in self._contexts]
            for each in new:
                opened = opened_over(self._opening, self._database.store(each), self.announcements, self._closing)
                self._contexts[each.tenant_id] = opened
        return tuple(self._contexts[each.tenant_id] for each in new)

    def context_of(self, public_id: str) -> Context | None:
        """Return whose webhook or key a public id is; an organisation that came just now is opened."""
        tenant_id = self._database.tenant_of(public_id)
        if tenant_id and tenant_id not in self._contexts:
            self.refresh()
        return self._contexts.get(tenant_id)

    def close(self) -> None:
        """Write what is queued and close the connections."""
        self._closing.close()


def open_organisations(opening: Opening) -> OpenDatabase:
    """Open all organisations of a shared database as the service.

    Raises `ServiceLoginNeeded` and the errors of the way to the database.
    """
    if not isinstance(opening.path, DatabaseAddress):
        raise AddressNotUnderstood(reason="a database is needed here")
    with ExitStack() as closing:
        database = open_database(replace(opening.path, tenant=""), opening.password)
        closing.callback(database.close)
        opened = OpenDatabase(opening, database, closing)
        opened.refresh()
        opened._closing = closing.pop_all()  # noqa: SLF001 - it is being made
        return opened
