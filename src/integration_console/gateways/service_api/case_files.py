"""Case files, made by the service and sent from there."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import TYPE_CHECKING

from integration_console.domain.case_files import CaseReport, CaseSigner
from integration_console.domain.errors import FileUnwritable
from integration_console.domain.wire import from_wire, to_wire
from integration_console.domain.work import Progress
from integration_console.gateways.service_api.door import ServiceDoor, at

if TYPE_CHECKING:
    from pathlib import Path

    from integration_console.domain.case_files import CaseWish
    from integration_console.domain.wire import Json
    from integration_console.domain.work import Work


class ServiceCaseFiles(ServiceDoor):
    """Case files of a remote workspace."""

    def make_case_file(self, wish: CaseWish, target: Path, work: Work) -> CaseReport:
        """Let the service make a case file, and write it here; a file is whole or not there."""
        unfinished = target.with_name(f".{target.name}.part")
        try:
            with unfinished.open("wb") as file:

                def heard(name: str, value: Json) -> None:
                    if name == "part":
                        file.write(base64.b64decode(value))
                    elif name == "progress":
                        work.report(from_wire(Progress, value))

                answer = self._worked("POST", at("/case-files"), work, heard, body=to_wire(wish))
                report: CaseReport = from_wire(CaseReport, answer)
            unfinished.replace(target)
        except OSError as error:
            raise FileUnwritable(path=str(target), reason=error.strerror or "") from error
        finally:
            unfinished.unlink(missing_ok=True)
        return replace(report, path=str(target))

    def case_signer(self) -> str:
        """Return what people compare of the key that signs the service's case files."""
        found: CaseSigner = self._client.ask("GET", at("/case-files/signer"), CaseSigner)
        return found.fingerprint
