"""What the window and the command line may ask about case files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from pathlib import Path

    from integration_console.domain.case_files import CaseReport, CaseState, CaseWish
    from integration_console.domain.work import Work


class CaseFilesGateway(Protocol):
    """Case files: make one of this workspace."""

    def make_case_file(self, wish: CaseWish, target: Path, work: Work) -> CaseReport:
        """Write a part of the log, redacted and signed, into one file.

        Raises `CaseFileNothing`, `InvalidInput`, `VaultLocked`, `NotRemotely`, `CaseFileReadOnly`, `FileUnwritable`,
        `DiskFull`, `Cancelled`.
        """

    def case_signer(self) -> str:
        """Return what people compare of the key that signs this workspace's case files. Raises as above."""


@runtime_checkable
class OpenCaseFile(Protocol):
    """A case file that is open."""

    def case_state(self) -> CaseState:
        """Return what is known of it so far."""

    def verify_whole(self, work: Work) -> CaseState:
        """Look at every byte of it; a file that was tampered with is told by the state. Raises `Cancelled`."""

    def trust_signer(self) -> CaseState:
        """Know the signer from now on."""
