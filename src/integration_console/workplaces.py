"""Opens workspaces for the desktop program: a file that it holds, a shared database, or a service."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from integration_console.gateways.person import person_here

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from integration_console.domain.case_files import CaseManifest
    from integration_console.domain.connectors import ConnectorKind
    from integration_console.domain.copying import CopyReport
    from integration_console.domain.log_importing import ImportReport, ImportWish
    from integration_console.domain.sign_in import SignInWish
    from integration_console.domain.work import Work
    from integration_console.gateways.case_file import CaseFileGateway
    from integration_console.gateways.copying import IntoDatabase
    from integration_console.gateways.in_process import InProcessGateway
    from integration_console.gateways.known_signers import KnownSigners
    from integration_console.gateways.opening import Opening, OpenWorkspace
    from integration_console.gateways.places import DatabaseAddress, Place, ServiceAddress
    from integration_console.gateways.service_api.gateway import RemoteGateway, RemoteWorkspace
    from integration_console.gateways.service_api.signing_in import ServiceAccess
    from integration_console.gateways.shared import Follower
    from integration_console.service.server import ReceiverServer
    from integration_console.service.worker import Worker
    from integration_console.settings import Settings
    from integration_console.trying_out import TryingOut
    from integration_console.ui.workplace import Workplace

    AnyWorkplace: TypeAlias = "LocalWorkplace | SharedWorkplace | RemoteWorkplace | CaseWorkplace"

PROGRAM = "integration-console"


@dataclass(frozen=True, slots=True)
class LocalWorkplace:
    """An embedded workspace that this program holds, with its receiver."""

    gateway: InProcessGateway
    opened: OpenWorkspace
    server: ReceiverServer
    worker: Worker

    def lock(self, *, on: bool) -> None:
        """Refuse every change of the person's, or no longer; receiving goes on."""
        self.gateway.lock(on=on)

    def receive(self) -> None:
        """Start to receive, and say where in the holder's note. Raises `AddressInUse`."""
        self.server.start()
        self.opened.announce_port(self.server.port, self.server.host)

    def close(self) -> None:
        """Stop receiving and working, and close the file."""
        self.worker.stop()
        self.server.stop()
        self.opened.close()


@dataclass(frozen=True, slots=True)
class SharedWorkplace:
    """A shared database to which a person has signed in; what others change in it is followed."""

    gateway: InProcessGateway
    opened: OpenWorkspace
    follower: Follower
    worker: Worker | None

    def lock(self, *, on: bool) -> None:
        """Refuse every change of the person's, or no longer."""
        self.gateway.lock(on=on)

    def receive(self) -> None:
        """Leave it to the service."""

    def close(self) -> None:
        """Follow and work no more, and end the connections."""
        self.follower.stop()
        if self.worker is not None:
            self.worker.stop()
        self.opened.close()


@dataclass(frozen=True, slots=True)
class RemoteWorkplace:
    """A service to which a person has signed in; the service receives, and works."""

    remote: RemoteWorkspace
    address: ServiceAddress

    @property
    def gateway(self) -> RemoteGateway:
        """The door to the service."""
        return self.remote.gateway

    @property
    def stays(self) -> bool:
        """Whether the sign-in is kept in the keyring."""
        return self.remote.stays

    def lock(self, *, on: bool) -> None:
        """Refuse every change of the person's, or no longer."""
        self.gateway.lock(on=on)

    def receive(self) -> None:
        """Leave it to the service."""

    def sign_in_again(self, wish: SignInWish) -> None:
        """Go on after a sign-in that has ended. Raises `SignInFailed`, `PasswordChangeNeeded`."""
        from integration_console.gateways.service_api.signing_in import kept_by  # noqa: PLC0415 - after the first paint

        self.remote.sign_in_again(wish, kept_by(self.address, wish))

    def close(self) -> None:
        """End the live stream and all conversations; the sign-in stays."""
        self.remote.close()


@dataclass(frozen=True, slots=True)
class CaseWorkplace:
    """A case file that is looked at."""

    gateway: CaseFileGateway

    def lock(self, *, on: bool) -> None:
        """Nothing can be changed as it is."""

    def receive(self) -> None:
        """Nothing comes into a case file."""

    def close(self) -> None:
        """Close the file."""
        self.gateway.close()


class LocalWorkplaces:
    """Opens files and databases as the settings say; heavy imports wait until the window is painted."""

    def __init__(self, settings: Settings, sandbox: TryingOut | None) -> None:
        """With systems in miniature, new connectors propose their addresses."""
        self._settings = settings
        self._sandbox = sandbox
        self.owner = person_here()

    def open(self, place: Place, password: str = "") -> Workplace:
        """Open a workspace; a service with the sign-in that the keyring keeps.

        Raises `WorkspaceHeld`, `DatabaseSignInRefused`, `SignInNeeded` and the other errors of the workspace.
        """
        from integration_console.gateways.places import (  # noqa: PLC0415 - after the first paint
            DatabaseAddress,
            ServiceAddress,
            is_case,
        )

        if is_case(place):
            return self._case(place)
        if isinstance(place, ServiceAddress):
            return self._copied_service(place, lambda: RemoteWorkplace(self._services().resumed(place), place))
        if isinstance(place, DatabaseAddress):
            return self._copied_database(place, lambda: self._signed_in(place, password))
        return self._signed_in(place, password)

    def _signed_in(self, place: Place, password: str) -> LocalWorkplace | SharedWorkplace:
        from integration_console.gateways.signing_in import open_signed_in  # noqa: PLC0415 - after the first paint

        opened = open_signed_in(replace(self.opening(place), password=password), lambda _address: "")
        return self._shared(opened) if opened.shared else self._held(opened)

    def _case(self, path: Path) -> CaseWorkplace:
        from integration_console.gateways.case_file import CaseFileGateway  # noqa: PLC0415 - see above

        return CaseWorkplace(CaseFileGateway(path, self._signers()))

    def know_signer(self, manifest: CaseManifest) -> None:
        """Take the signer of a case file for known from now on."""
        self._signers().accept(manifest.key, manifest.source.organisation)

    def import_logs(self, wish: ImportWish, target: Path, work: Work) -> ImportReport:
        """Make a case file of logs of other programs. Raises what `gateways.case_importing` does."""
        from integration_console.gateways.case_importing import import_logs  # noqa: PLC0415 - see above

        return import_logs(wish, target, self._settings.data_folder, work)

    def _signers(self) -> KnownSigners:
        from integration_console.gateways.known_signers import SIGNERS, KnownSigners  # noqa: PLC0415 - see above

        return KnownSigners(self._settings.data_folder / SIGNERS)

    def sign_in(self, address: ServiceAddress, wish: SignInWish) -> Workplace:
        """Sign a person in to a service. Raises `SignInFailed`, `PasswordChangeNeeded`."""
        signed_in = RemoteWorkplace(self._services().signed_in(address, wish), address)
        return self._copied_service(replace(address, login=wish.login), lambda: signed_in)

    def _copied_service(self, address: ServiceAddress, open_it: Callable[[], RemoteWorkplace]) -> Workplace:
        from integration_console.gateways.cached.workplace import CopiedService, copy_file  # noqa: PLC0415 - see above

        copy = copy_file(self._settings.data_folder, address)
        if copy is None:
            return open_it()

        def sign_in(wish: SignInWish) -> RemoteWorkplace:
            return RemoteWorkplace(self._services().signed_in(address, wish), address)

        return CopiedService(copy, open_it, sign_in)

    def _copied_database(self, address: DatabaseAddress, open_it: Callable[[], Workplace]) -> Workplace:
        from integration_console.gateways.cached.workplace import CopiedWorkplace, copy_file  # noqa: PLC0415 - see above

        copy = copy_file(self._settings.data_folder, address)
        return open_it() if copy is None else CopiedWorkplace(copy, open_it)

    def forget_sign_in(self, address: ServiceAddress) -> None:
        """End the sign-in that the keyring keeps, where the service can be reached."""
        from integration_console.domain.errors import ConsoleError  # noqa: PLC0415 - see above

        with suppress(ConsoleError):
            self._services().sign_out(address)

    def _services(self) -> ServiceAccess:
        from integration_console.gateways.service_api.signing_in import ServiceAccess  # noqa: PLC0415 - see above

        return ServiceAccess(authority=self._settings.ca_file)

    def remember_password(self, address: DatabaseAddress, password: str) -> None:
        """Keep a password in the keyring, where there is one."""
        from integration_console.domain.errors import KeyringUnavailable  # noqa: PLC0415 - see above
        from integration_console.gateways.signing_in import keep_password  # noqa: PLC0415 - see above

        with suppress(KeyringUnavailable):
            keep_password(address, password)

    @staticmethod
    def copy_file(source: Path, target: Path | IntoDatabase, work: Work) -> CopyReport:
        """Copy a workspace file, open here or not, to an empty place. Raises what `gateways.copying` does."""
        from integration_console.domain.clock import SystemClock  # noqa: PLC0415 - see above
        from integration_console.gateways.copying import copy_file  # noqa: PLC0415 - see above

        return copy_file(source, target, SystemClock().now(), work)

    def opening(self, place: Place) -> Opening:
        """Return how a workspace is opened here."""
        from integration_console.domain.clock import SystemClock  # noqa: PLC0415 - after the first paint
        from integration_console.domain.workspace import HolderKind  # noqa: PLC0415 - see above
        from integration_console.gateways.opening import Opening  # noqa: PLC0415 - see above

        settings = self._settings
        return Opening(
            path=place,
            program=PROGRAM,
            actor=self.owner,
            clock=SystemClock(),
            key_folder=settings.key_folder,
            place=HolderKind.KEYRING,
            public_url=settings.public_url,
            own_types=self._own_types(),
            connectors_folder=settings.manifests,
            tokens=settings.tokens,
        )

    def _held(self, opened: OpenWorkspace) -> LocalWorkplace:
        from integration_console.gateways.in_process import InProcessGateway  # noqa: PLC0415 - see above
        from integration_console.operations.organisations import OneOrganisation  # noqa: PLC0415 - see above
        from integration_console.service.server import Listening, ReceiverServer  # noqa: PLC0415 - see above
        from integration_console.service.worker import Worker  # noqa: PLC0415 - see above

        settings = self._settings
        listening = Listening(settings.host, settings.port, settings.body_cap, settings.queue_capacity)
        server = ReceiverServer(OneOrganisation(opened.context), listening, opened.token)
        worker = Worker(opened.context)
        worker.start()
        return LocalWorkplace(InProcessGateway(opened.context, lambda: server.state), opened, server, worker)

    @staticmethod
    def _shared(opened: OpenWorkspace) -> SharedWorkplace:
        from integration_console.gateways.in_process import InProcessGateway  # noqa: PLC0415 - see above
        from integration_console.gateways.shared import Follower, SharedReceiver  # noqa: PLC0415 - see above
        from integration_console.service.worker import Worker  # noqa: PLC0415 - see above

        context = opened.context
        worker = Worker(context) if context.rights.allows("syncs.run") else None
        if worker is not None:
            worker.start()
        follower = Follower(context)
        follower.start()
        return SharedWorkplace(InProcessGateway(context, SharedReceiver(context)), opened, follower, worker)

    def _own_types(self) -> Mapping[str, ConnectorKind]:
        if self._sandbox is None:
            return {}
        return self._sandbox.connector_types()
