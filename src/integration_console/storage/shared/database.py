"""A shared database as the service sees it: all its organisations over the same connections."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

from sqlalchemy import text

from integration_console.domain.errors import ServiceLoginNeeded
from integration_console.storage.columns import Id
from integration_console.storage.shared.access import SERVICE
from integration_console.storage.shared.engine import shared_engine
from integration_console.storage.shared.faults import translated
from integration_console.storage.shared.store import SharedStore, organisations_of, require_revision
from integration_console.storage.shared.writer import SharedWriter

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from integration_console.storage.shared.address import DatabaseAddress
    from integration_console.storage.shared.store import Organisation

_TENANT_OF = text("SELECT console.tenant_of(:public_id)::text")
_CONNECTIONS = 16
_NOBODY = "00000000-0000-0000-0000-000000000000"
"""Whose rows the writer sees until it acts for an organisation: nobody's."""


class SharedDatabase:
    """The organisations of a database, each with a store of its own, and one writer for events of all of them."""

    def __init__(self, address: DatabaseAddress, engine: Engine) -> None:
        """Take over what `open_database` opened."""
        self._address = address
        self._engine = engine
        self._stores: dict[str, SharedStore] = {}
        self._lock = threading.Lock()
        self.writer = SharedWriter(engine, _NOBODY, address.database)

    def organisations(self) -> tuple[Organisation, ...]:
        """Return the organisations that are there now."""
        with translated(self._address.database), self._engine.begin() as connection:
            return organisations_of(connection)

    def tenant_of(self, public_id: str) -> str:
        """Return whose webhook or key a public id is ("": nobody's)."""
        wanted = Id().process_bind_param(public_id, self._engine.dialect)
        with translated(self._address.database), self._engine.begin() as connection:
            return str(connection.execute(_TENANT_OF, {"public_id": wanted}).scalar() or "")

    def store(self, organisation: Organisation) -> SharedStore:
        """Return the store of an organisation, always the same one."""
        with self._lock:
            found = self._stores.get(organisation.tenant_id)
            if found is None:
                found = SharedStore(self._address, self._engine, organisation, owns_engine=False)
                self._stores[organisation.tenant_id] = found
            return found

    def close(self) -> None:
        """Finish what is queued and close the connections."""
        self.writer.close()
        for store in self._stores.values():
            store.close()
        self._engine.dispose()


def open_database(address: DatabaseAddress, password: str = "") -> SharedDatabase:
    """Sign in as the service. Raises `ServiceLoginNeeded` for anybody else, and the errors of the way there."""
    engine = shared_engine(address, password, size=_CONNECTIONS)
    with ExitStack() as closing:
        closing.callback(engine.dispose)
        with translated(address.database), engine.begin() as connection:
            require_revision(connection, address.database)
            if not connection.exec_driver_sql("SELECT console.is_service()").scalar():
                login = connection.exec_driver_sql("SELECT session_user").scalar()
                raise ServiceLoginNeeded(login=str(login), needed=f"console_{SERVICE}")
        closing.pop_all()
    return SharedDatabase(address, engine)
