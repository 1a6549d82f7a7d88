"""The door to copies: a workspace taken from one place to another by the addresses that people write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from integration_console.storage.copying.workspaces import Place, copy_workspace
from integration_console.storage.shared.address import is_database_address, parsed_address

if TYPE_CHECKING:
    from datetime import datetime

    from integration_console.domain.copying import CopyReport
    from integration_console.domain.work import Work


def copy_between(source: str, target: str, owner: tuple[str, datetime] | None, work: Work) -> CopyReport:
    """Copy the workspace at `source` to `target`: files, or addresses of shared databases.

    `owner` is the login that is to own it in a database, and since when. Raises what `copy_workspace` raises,
    `AddressNotUnderstood`, `PasswordInAddress`.
    """
    from integration_console.storage.shared.migrate import Owner  # noqa: PLC0415 - files need no driver

    owning = Owner(owner[0], "", owner[1]) if owner else None
    return copy_workspace(_place(source), _place(target), work, owning)


def _place(text: str) -> Place:
    return Place(parsed_address(text) if is_database_address(text) else Path(text))
