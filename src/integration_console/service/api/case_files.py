"""Case files: make one of the log, and send it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from fastapi import Request, Response

from integration_console.domain.case_files import CaseReport, CaseSigner, CaseWish
from integration_console.operations import case_files
from integration_console.service.api.kinds import Given
from integration_console.service.api.long_work import LINES, file_answer, parts_answer, wants_lines
from integration_console.service.api.routes import Asking, Routes

if TYPE_CHECKING:
    from integration_console.domain.work import Work

routes = Routes("case files")
_MEDIA = "application/vnd.sqlite3"


@routes.route("GET", "/case-files/signer", case_files.case_signer)
def case_signer(asking: Asking) -> CaseSigner:
    """Show what people compare of the key that signs this organisation's case files."""
    return CaseSigner(case_files.case_signer(asking))


@routes.route("POST", "/case-files", case_files.make_case_file, media=(_MEDIA, LINES))
def make_case_file(asking: Asking, wish: Given[CaseWish], request: Request) -> Response:
    """Make a case file: the entries that fit and the configuration, redacted and signed; the file is the answer."""

    def written(target: BinaryIO, work: Work) -> CaseReport:
        with tempfile.TemporaryDirectory(prefix="integration-service-") as folder:
            path = Path(folder) / "made.icase"
            report = case_files.make_case_file(asking, wish, path, work)
            with path.open("rb") as made:
                shutil.copyfileobj(made, target)
        return report

    return parts_answer(written) if wants_lines(request) else file_answer(_MEDIA, written)
