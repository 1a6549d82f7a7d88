"""An owner keeps a backup of the workspace, and looks at the way into a shared database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.ui.demonstration.pictures import Over, Seen
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.workspaces.copies.files import BackupDialog
from integration_console.ui.workspaces.copies.into_database import IntoDatabaseDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from integration_console.domain.copying import CopyReport
    from integration_console.domain.forms import Value
    from integration_console.ui.console import Console
    from integration_console.ui.workspaces.chooser import WorkspaceChooser
    from integration_console.ui.workspaces.choosing import Choosing

_DATABASE: dict[str, Value] = {
    "host": "db.northwind.example",
    "port": 5432,
    "database": "console",
    "login": "postgres",
    "owner": "laila",
}


class CopiesStory:
    """A backup is made and proved; the form of a copy is filled in, and left."""

    def __init__(self, console: Console, take: Callable[[Over], None]) -> None:
        """Use `console`, whose workspace the story before has opened; `take` takes a picture of a dialog."""
        self._console, self._take = console, take
        self.happened: list[tuple[str, str]] = []

    def back_up(self, target: Path) -> None:
        """Back the workspace up while it is open, as its card in the list of workspaces does."""
        choosing, chooser = self._choosing()
        choosing.copying.back_up(chooser.cards[0].known, chooser, target)
        dialog = choosing.copying.dialog
        assert isinstance(dialog, BackupDialog)  # noqa: S101 - it was opened just now
        report: CopyReport = wait_for("the backup", lambda: dialog.report)
        stored = Seen((report.rows, sum(1 for each in report.tables if each.rows)), report.digest)
        self._take(Over("backup", dialog, lambda: _of_backup(dialog), stored))
        dialog.primary.click()
        chooser.reject()
        self.happened.append(("Backup", f"{report.rows} rows, read again and found equal"))

    def look_at_copy(self) -> None:
        """Fill in where the workspace could go to."""
        choosing, chooser = self._choosing()
        chooser.cards[0].copy.trigger()
        dialog = choosing.copying.dialog
        assert isinstance(dialog, IntoDatabaseDialog)  # noqa: S101 - it was opened just now
        dialog.form.show_values(_DATABASE)
        self._take(Over("copy", dialog, lambda: _of_copy(dialog), Seen((5432,), "laila in console")))
        dialog.reject()
        chooser.reject()

    def _choosing(self) -> tuple[Choosing, WorkspaceChooser]:
        self._console.entrance.choose()
        choosing = wait_for("the list of workspaces", lambda: self._console.entrance.choosing)
        return choosing, wait_for("its dialog", lambda: choosing.chooser)


def _of_backup(dialog: BackupDialog) -> Seen:
    rows = dialog.contents.model.rows
    return Seen((sum(each.proved for each in rows), len(rows)), dialog.contents.hash.text())


def _of_copy(dialog: IntoDatabaseDialog) -> Seen:
    target = dialog.target
    return Seen((target.address.port,), f"{target.owner} in {target.address.database}")
