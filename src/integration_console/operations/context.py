"""What an operation may use: the store, the vault, the clock, the connector types, and whom to tell."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from integration_console.domain.changes import Change
from integration_console.domain.ids import new_id
from integration_console.domain.permissions import ALL_RIGHTS, Rights
from integration_console.domain.token_rules import TokenRules
from integration_console.operations.api_key_memory import ApiKeyMemory
from integration_console.operations.short_memory import SignInMemory

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.connectors.registry import ConnectorTypes
    from integration_console.domain.changes import Subject
    from integration_console.domain.clock import Clock
    from integration_console.domain.logs import LogDraft
    from integration_console.storage.store import Store
    from integration_console.storage.vault import Vault


class LogSink(Protocol):
    """Takes log entries from any thread, without waiting."""

    def append(self, draft: LogDraft) -> None:
        """Queue an entry."""


class Announcements:
    """Tells every listener what changed, on the thread that changed it."""

    def __init__(self) -> None:
        """Start with nobody listening."""
        self._listeners: tuple[Callable[[Change], None], ...] = ()
        self._lock = threading.Lock()

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` from now on; the result ends that."""
        with self._lock:
            self._listeners = (*self._listeners, listener)
        return lambda: self._forget(listener)

    def announce(self, change: Change) -> None:
        """Tell everyone."""
        for listener in self._listeners:
            listener(change)

    def look_again(self, *subjects: Subject) -> None:
        """Tell everyone that these are to be looked at again."""
        for subject in subjects:
            self.announce(Change(subject))

    def _forget(self, listener: Callable[[Change], None]) -> None:
        with self._lock:
            self._listeners = tuple(each for each in self._listeners if each is not listener)


@dataclass(frozen=True, slots=True)
class Context:
    """The workspace that an operation works on, in whose name (`actor`) and with which `rights`; its surroundings."""

    store: Store
    vault: Vault
    flusher: LogSink
    clock: Clock
    types: ConnectorTypes
    announcements: Announcements = field(default_factory=Announcements)
    actor: str = "system"
    rights: Rights = ALL_RIGHTS
    public_url: str = ""
    instance: str = field(default_factory=new_id)
    """This run of the program: leases of another one's have ended with it."""
    member_id: str = ""
    """The member who signed in and asks; "" for the holder of a file, an API key and the program itself."""
    sign_ins: SignInMemory = field(default_factory=SignInMemory)
    api_keys: ApiKeyMemory = field(default_factory=ApiKeyMemory)
    tokens: TokenRules = field(default_factory=TokenRules)
