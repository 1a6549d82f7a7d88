"""What `serve` and `work` hold open: a workspace, or all organisations of a database; and who works for them."""

from __future__ import annotations

import gc
import signal
import threading
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import click

from integration_console.domain.errors import VaultLocked, WrongPassphrase
from integration_console.gateways.organisations import open_organisations
from integration_console.gateways.places import DatabaseAddress
from integration_console.gateways.shared import Follower, keep_log_months
from integration_console.gateways.signing_in import with_password
from integration_console.operations.organisations import OneOrganisation

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import ExitStack

    from integration_console.gateways.opening import Opening, OpenWorkspace
    from integration_console.gateways.signing_in import Asking
    from integration_console.operations.context import Context
    from integration_console.operations.organisations import Organisations

_STEP_SECONDS = 0.25
_SERVICE_LOGIN = "console_service"


@dataclass(frozen=True, slots=True)
class Served:
    """Those who are served, the token of a file's holder ("": there is none), and what starts their workers."""

    organisations: Organisations
    work: Callable[[ExitStack], None]
    announce: Callable[[int, str], None]
    token: str = field(default="", repr=False)

    @property
    def locked(self) -> tuple[Context, ...]:
        """Those who have secrets that are closed."""
        contexts = self.organisations.contexts()
        return tuple(each for each in contexts if each.vault.created and not each.vault.unlocked)

    def unlock(self, passphrase: str) -> None:
        """Open the secrets that a passphrase opens. Raises `WrongPassphrase` where it does not open the only one."""
        alone = len(self.organisations.contexts()) == 1
        for context in self.locked if passphrase else ():
            with suppress(*(() if alone else (WrongPassphrase,))):
                context.vault.unlock(passphrase)


def is_for_all(opening: Opening) -> bool:
    """Return whether all organisations of a database are meant: the service's own login, and none named."""
    place = opening.path
    return isinstance(place, DatabaseAddress) and place.login == _SERVICE_LOGIN and not place.tenant


def served_alone(opened: OpenWorkspace) -> Served:
    """Serve one workspace that is open."""

    def work(stack: ExitStack) -> None:
        from integration_console.service.worker import Worker  # noqa: PLC0415 - only what works needs it

        if opened.shared:
            keep_log_months(opened.context)
            follower = Follower(opened.context)
            follower.start()
            stack.callback(follower.stop)
        worker = Worker(opened.context)
        worker.start()
        stack.callback(worker.stop)

    return Served(OneOrganisation(opened.context), work, opened.announce_port, opened.token)


def all_served(opening: Opening, ask: Asking, stack: ExitStack) -> Served:
    """Open all organisations of a shared database; `stack` closes them. Raises `ServiceLoginNeeded`."""
    address = opening.path
    assert isinstance(address, DatabaseAddress)  # noqa: S101 - asked before
    database, password = with_password(
        address, lambda known: (open_organisations(replace(opening, password=known)), known), ask
    )
    stack.callback(database.close)

    def work(stack: ExitStack) -> None:
        from integration_console.service.workers import Workers  # noqa: PLC0415 - only what works needs it
        from integration_console.storage.shared.bell import Bell  # noqa: PLC0415 - as above

        for context in database.contexts()[:1]:
            keep_log_months(context)
        workers = Workers(database)
        workers.start()
        stack.callback(workers.stop)
        bell = Bell(address, password, workers.ring)
        bell.start()
        stack.callback(bell.stop)

    return Served(database, work, lambda _port, _host: None)


def settle_memory() -> None:
    """What is alive now stays: the collector need not walk it again while requests come in."""
    gc.collect()
    gc.freeze()


def end_by_signal() -> threading.Event:
    """Return what SIGTERM and Ctrl+C set from now on."""
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    return ended


def wait_until(ended: threading.Event) -> None:
    """Wait in steps: the kernel may hand a signal to another thread, and then nothing wakes this one."""
    while not ended.wait(_STEP_SECONDS):
        pass


def warn_of_locked(served: Served) -> None:
    """Say whose secrets are closed, and what follows from it."""
    for context in served.locked:
        if context.vault.place_trouble:
            click.echo(str(context.vault.place_trouble), err=True)
        click.echo(f"{context.store.name}: {VaultLocked()} Until then the receiver answers 503.", err=True)
