"""An open workspace as the window is given it by the composition root."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from pathlib import Path

    from integration_console.domain.case_files import CaseManifest
    from integration_console.domain.copying import CopyReport
    from integration_console.domain.log_importing import ImportReport, ImportWish
    from integration_console.domain.sign_in import SignInWish
    from integration_console.domain.work import Work
    from integration_console.gateways.copying import IntoDatabase
    from integration_console.gateways.places import DatabaseAddress, Place, ServiceAddress
    from integration_console.gateways.protocols import Gateway


class Workplace(Protocol):
    """A workspace that this program has open, with its receiver where receiving is this program's business."""

    @property
    def gateway(self) -> Gateway:
        """The door to the workspace."""

    def lock(self, *, on: bool) -> None:
        """Refuse every change of the person's, or no longer."""

    def receive(self) -> None:
        """Start to receive, if that is this program's business. Raises `AddressInUse`."""

    def close(self) -> None:
        """Stop receiving and working, write what is queued, close the workspace."""


@runtime_checkable
class SignsInAgain(Workplace, Protocol):
    """A workplace behind a service, where a sign-in may end while the window is open."""

    @property
    def stays(self) -> bool:
        """Whether the sign-in is kept in the keyring."""

    def sign_in_again(self, wish: SignInWish) -> None:
        """Go on after a sign-in that has ended. Raises `SignInFailed`, `PasswordChangeNeeded`."""


class Workplaces(Protocol):
    """Opens workspaces; called off the window's thread."""

    @property
    def owner(self) -> str:
        """The person's name, for the first key holder."""

    def open(self, place: Place, password: str = "") -> Workplace:
        """Open a workspace; without a password with the one that the keyring keeps.

        Raises `WorkspaceHeld`, `DatabaseSignInRefused`, `SignInNeeded` and the other errors of the workspace.
        """

    def sign_in(self, address: ServiceAddress, wish: SignInWish) -> Workplace:
        """Sign a person in to a service. Raises `SignInFailed`, `PasswordChangeNeeded`."""

    def forget_sign_in(self, address: ServiceAddress) -> None:
        """End the sign-in that the keyring keeps."""

    def remember_password(self, address: DatabaseAddress, password: str) -> None:
        """Keep a password in the keyring; where there is none, it is asked for again the next time."""

    def know_signer(self, manifest: CaseManifest) -> None:
        """Take the signer of a case file for known from now on: one's own organisation made it."""

    def import_logs(self, wish: ImportWish, target: Path, work: Work) -> ImportReport:
        """Make a case file of logs of other programs; its signer is known here.

        Raises `NothingImported`, `InvalidInput`, `FileUnreadable`, `LogDamaged`, `FileUnwritable`, `DiskFull`,
        `ImportKeyUnusable`, `Cancelled`.
        """

    def copy_file(self, source: Path, target: Path | IntoDatabase, work: Work) -> CopyReport:
        """Copy a workspace file, open here or not, to an empty place; both sides are proved equal.

        A file is made whole or not at all; a copy into a database that was cut short goes on when it is made again.

        Raises `CopySourceMissing`, `OrganisationExists`, `CopyDiffers`, `CopyUnderWay`, `CopyCutShort`, `LoginMissing`,
        `AdministratorNeeded`, `Cancelled` and the errors of the places.
        """
