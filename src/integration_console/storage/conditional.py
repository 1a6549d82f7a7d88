"""A store for one who changes only what he has seen: the look and the change are one transaction."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from integration_console.storage.store import Store
from integration_console.storage.transaction import Priority, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from integration_console.storage.store import WorkspaceWriter
    from integration_console.storage.transaction import Writing

T = TypeVar("T")


class _Lent(Store):
    """A store over another one, which stays open when this one is closed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.address, self.name, self.tenant_id = store.address, store.name, store.tenant_id
        self.role, self.login, self.shared, self.holder = store.role, store.login, store.shared, store.holder

    @property
    def writer(self) -> WorkspaceWriter:
        return self._store.writer

    def require_holding(self) -> None:
        self._store.require_holding()

    def reading(self) -> AbstractContextManager[Reading]:
        return self._store.reading()

    def close(self) -> None:
        pass


class ConditionalStore(_Lent):
    """A store whose first change is made only where `require` raises nothing in the same transaction.

    `require` is given a store that reads within that transaction, and is asked again whenever it has to run again.
    """

    def __init__(self, store: Store, require: Callable[[Store], None]) -> None:
        """Read and change what is in `store`."""
        super().__init__(store)
        self._require = require
        self._is_met = False

    def write(self, work: Callable[[Writing], T], priority: Priority = Priority.CHANGES) -> T:
        """Do `work` in one transaction and return once it is durable. Raises what `require` does."""
        if self._is_met:
            return self._store.write(work, priority)

        def asked(writing: Writing) -> T:
            self._require(_StoreWithin(self._store, writing))
            return work(writing)

        result = self._store.write(asked, Priority.CHANGES)  # where nobody changes meanwhile what was looked at
        self._is_met = True
        return result


class _StoreWithin(_Lent):
    """A store as a transaction under way sees it."""

    def __init__(self, store: Store, writing: Writing) -> None:
        super().__init__(store)
        self._seen = Reading(writing.connection, writing.tenant_id)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        yield self._seen
