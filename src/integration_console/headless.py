"""`integration-service`: the composition root of the headless program."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from integration_console.commands.asking import AskingAtTerminal
from integration_console.commands.program import run
from integration_console.domain.clock import SystemClock
from integration_console.domain.errors import ConsoleError, WorkspaceHeld
from integration_console.domain.workspace import HolderKind, ReceiverState
from integration_console.gateways import migrating
from integration_console.gateways.holder_client import HeldWorkspaceGateway
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import Opening, OpenWorkspace, is_up_to_date, look_at_workspace
from integration_console.gateways.person import person_here
from integration_console.gateways.places import DatabaseAddress, ServiceAddress, is_case, require_itself, service_of
from integration_console.gateways.service_api.signing_in import ServiceAccess
from integration_console.gateways.shared import SharedReceiver
from integration_console.gateways.signing_in import open_signed_in
from integration_console.logging_setup import start_logging
from integration_console.serving import (
    Served,
    all_served,
    end_by_signal,
    is_for_all,
    served_alone,
    settle_memory,
    wait_until,
    warn_of_locked,
)
from integration_console.settings import Settings, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from integration_console.commands.session import Address
    from integration_console.domain.connectors import ConnectorKind
    from integration_console.domain.copying import CopyReport
    from integration_console.domain.log_importing import ImportReport, ImportWish
    from integration_console.domain.work import Work
    from integration_console.gateways.case_file import CaseFileGateway
    from integration_console.gateways.doctor import Finding
    from integration_console.gateways.migrating import NewOrganisation
    from integration_console.gateways.places import Place
    from integration_console.gateways.protocols import Gateway

_PROGRAM = "integration-service"
_TERMINAL = AskingAtTerminal()


class HeadlessPrograms:
    """Constructs what a command needs from the settings."""

    def __init__(self, settings: Settings) -> None:
        """Use `settings`."""
        self._settings = settings
        self._services = ServiceAccess(settings.token, settings.ca_file)

    def case_file(self, path: Path) -> AbstractContextManager[CaseFileGateway]:
        """Open a case file."""
        from integration_console.gateways.case_file import opened_case  # noqa: PLC0415 - few commands need it

        return opened_case(path, self._settings.data_folder)

    def import_logs(self, wish: ImportWish, target: Path, work: Work) -> ImportReport:
        """Make a case file of logs of other programs."""
        from integration_console.gateways.case_importing import import_logs  # noqa: PLC0415 - see above

        return import_logs(wish, target, self._settings.data_folder, work)

    @contextmanager
    def gateway(self, workspace: Place | None, *, works: bool = False) -> Iterator[Gateway]:
        """Open the workspace as its holder, or as one who looks where another program holds it."""
        if is_case(workspace):
            with self.case_file(workspace) as case:
                yield case
            return
        if isinstance(workspace, ServiceAddress):
            with self._services.opened(workspace, _TERMINAL) as remote:
                yield remote
            return
        opening = self._opening(workspace)
        with ExitStack() as stack:
            try:
                opened = stack.enter_context(_opened(opening))
            except WorkspaceHeld:
                looking = look_at_workspace(opening)
                stack.callback(looking.close)
                yield HeldWorkspaceGateway(looking.context)
                return
            if works and opened.context.rights.allows("syncs.run"):
                stack.enter_context(_working(opened))
            yield InProcessGateway(opened.context, self._receiver(opened))

    def working(self, workspace: Place | None) -> AbstractContextManager[Gateway]:
        """Open the workspace as `gateway` does, and do its jobs meanwhile where no other program holds it."""
        return self.gateway(workspace, works=True)

    @contextmanager
    def looking(self, workspace: Place | None) -> Iterator[Gateway]:
        """Open the workspace as one who only looks; a file that must be made or brought up to date is held first."""
        if isinstance(workspace, DatabaseAddress | ServiceAddress) or is_case(workspace):  # nobody holds one
            with self.gateway(workspace) as gateway:
                yield gateway
            return
        opening = self._opening(workspace)
        if not is_up_to_date(opening.file):
            with self.gateway(workspace):
                pass
        with ExitStack() as stack:
            looking = look_at_workspace(opening)
            stack.callback(looking.close)
            yield HeldWorkspaceGateway(looking.context, _idle(self._settings))

    def serve(self, workspace: Place | None, address: Address, started: Callable[[str], None], passphrase: str) -> None:
        """Serve until SIGTERM or Ctrl+C. Raises `AddressInUse` and the errors of the workspace."""
        require_itself("serve", workspace)
        from integration_console.service.application import Exposure  # noqa: PLC0415 - as below
        from integration_console.service.server import (  # noqa: PLC0415 - only `serve` needs it
            Listening,
            ReceiverServer,
            Tls,
        )

        tls = Tls(address.certificate, address.key) if address.certificate and address.key else None
        if tls is not None:
            tls.require_usable()

        ended = end_by_signal()
        opening = replace(self._opening(workspace), tokens=self._settings.tokens.wished(address.tokens))
        with ExitStack() as stack:
            if address.sandbox:
                opening = replace(opening, own_types=_sandboxed(stack))
            served = _served(opening, passphrase, stack)
            listening = Listening(
                address.host or self._settings.host,
                self._settings.port if address.port is None else address.port,
                self._settings.body_cap,
                self._settings.queue_capacity,
                Exposure(self._settings.cors_origins, self._settings.trusted_proxies),
                tls,
            )
            server = ReceiverServer(served.organisations, listening, served.token)
            server.start()
            stack.callback(server.stop)
            if tls is None:  # the certificate is not for this machine's own name
                served.announce(server.port, server.host)
            served.work(stack)
            warn_of_locked(served)
            started(server.local_url)
            settle_memory()
            wait_until(ended)

    def work(self, workspace: Place | None, started: Callable[[str], None], passphrase: str) -> None:
        """Do what is due until SIGTERM or Ctrl+C, as one of any number of programs that work on a shared database."""
        require_itself("work", workspace)
        ended = end_by_signal()
        opening = self._opening(workspace)
        with ExitStack() as stack:
            served = _served(opening, passphrase, stack)
            served.work(stack)
            warn_of_locked(served)
            started(str(opening.path))
            settle_memory()
            wait_until(ended)

    def copy(self, source: Place | None, target: Place | None, owner: str, work: Work) -> CopyReport:
        """Copy a workspace from one place to another."""
        require_itself("copy", source, target)
        from integration_console.gateways.copying import copy_between  # noqa: PLC0415 - only copies need it

        usual, owning = self._settings.default_workspace, (owner, SystemClock().now()) if owner else None
        return copy_between(source or usual, target or usual, owning, _TERMINAL.database_password, work)

    def migrate(self, workspace: Place | None, organisation: NewOrganisation | None) -> tuple[str, str, str]:
        """Bring the workspace up to date: a file by its holder, a database by its administrator."""
        require_itself("migrate", workspace)
        opening = self._opening(workspace)
        before, after = migrating.migrate(opening, _TERMINAL.database_password, organisation)
        if isinstance(opening.path, DatabaseAddress):
            return str(opening.path), before, after
        with _opened(opening):
            return str(opening.path), before, after

    def examine(self, workspace: Place | None) -> tuple[Finding, ...]:
        """Look the workspace over."""
        from integration_console.gateways.doctor import examine  # noqa: PLC0415 - only `doctor` needs it
        from integration_console.gateways.service_doctor import examine_service  # noqa: PLC0415 - see above

        if isinstance(workspace, ServiceAddress):
            return examine_service(workspace, self._services, _TERMINAL)
        return examine(self._opening(workspace), _TERMINAL.database_password)

    def sign_in(self, workspace: Place | None) -> str:
        """Let a person sign in to a service, and keep it; return the login."""
        return self._services.sign_in(service_of(workspace), _TERMINAL)

    def sign_out(self, workspace: Place | None) -> str:
        """End the sign-in at a service; return whose it was ("": nobody's)."""
        return self._services.sign_out(service_of(workspace))

    def migration_script(self, organisation: NewOrganisation | None) -> str:
        """Return the SQL that prepares a shared database."""
        return migrating.migration_script(organisation, SystemClock().now())

    def _receiver(self, opened: OpenWorkspace) -> Callable[[], ReceiverState]:
        """Return what tells where webhooks are received: of a shared database, by the service that works on it."""
        if opened.shared:
            return SharedReceiver(opened.context)
        return lambda: _idle(self._settings)

    def _opening(self, workspace: Place | None) -> Opening:
        return Opening(
            path=workspace or self._settings.default_workspace,
            program=_PROGRAM,
            actor=person_here(),
            clock=SystemClock(),
            key_folder=self._settings.key_folder,
            place=HolderKind.KEY_FILE,
            public_url=self._settings.public_url,
            connectors_folder=self._settings.manifests,
            tokens=self._settings.tokens,
        )


@contextmanager
def _opened(opening: Opening) -> Iterator[OpenWorkspace]:
    opened = open_signed_in(opening, _TERMINAL.database_password)
    try:
        if not opened.context.vault.created and opened.may_protect:
            code = InProcessGateway(opened.context, _nowhere).protect(opening.actor).recovery_code
            click.echo(f"A new workspace: {opened.store.address}\nRecovery code, shown only now: {code}", err=True)
        yield opened
    finally:
        opened.close()


@contextmanager
def _working(opened: OpenWorkspace) -> Iterator[None]:
    """Do the workspace's jobs while the block lasts."""
    from integration_console.service.worker import Worker  # noqa: PLC0415 - only what works needs it

    worker = Worker(opened.context)
    worker.start()
    try:
        yield
    finally:
        worker.stop()


def _served(opening: Opening, passphrase: str, stack: ExitStack) -> Served:
    """Open what is to be served, its secrets opened by a passphrase where one is given."""
    if is_for_all(opening):
        served = all_served(opening, _TERMINAL.database_password, stack)
    else:
        served = served_alone(stack.enter_context(_opened(opening)))
    served.unlock(passphrase)
    return served


def _nowhere() -> ReceiverState:
    return ReceiverState(running=False)


def _idle(settings: Settings) -> ReceiverState:
    """Where the receiver will be once `serve` runs."""
    return ReceiverState(running=False, base_url=settings.public_url or f"http://{settings.host}:{settings.port}")


def _sandboxed(stack: ExitStack) -> Mapping[str, ConnectorKind]:
    from integration_console.trying_out import TryingOut  # noqa: PLC0415 - only with --sandbox

    systems = stack.enter_context(TryingOut())
    for name, details in systems.sign_in_details().items():
        click.echo(f"Sandbox {name}: {', '.join(f'{word} {value}' for word, value in details.items())}", err=True)
    return systems.connector_types()


def main() -> int:
    """Run the command line."""
    try:
        settings = read_settings()
    except ConsoleError as error:
        click.echo(str(error), err=True)
        return 2
    start_logging(settings.log_folder, _PROGRAM, settings.log_level)
    return run(HeadlessPrograms(settings))


if __name__ == "__main__":
    sys.exit(main())
