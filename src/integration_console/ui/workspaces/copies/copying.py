"""Leads through copies of workspace files: a backup, its return, and the way into a shared database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from integration_console.ui.workspaces.chooser import title_of
from integration_console.ui.workspaces.copies.files import BackupDialog, RestoreDialog
from integration_console.ui.workspaces.copies.into_database import IntoDatabaseDialog
from integration_console.ui.workspaces.known import KnownWorkspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from integration_console.domain.copying import CopyReport
    from integration_console.domain.work import Work
    from integration_console.ui.tasks import Task, TaskRunner
    from integration_console.ui.workplace import Workplaces
    from integration_console.ui.workspaces.copies.dialog import CopyingDialog
    from integration_console.ui.workspaces.known import KnownWorkspaces

_KEY = "copy a workspace"
_ENDING = ".db"


class Copying(QObject):
    """`restored` and `copied` carry the `KnownWorkspace` that a person wants to open now."""

    restored = Signal(object)
    copied = Signal(object)

    def __init__(self, workplaces: Workplaces, tasks: TaskRunner, known: KnownWorkspaces, parent: QObject) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._workplaces, self._tasks, self._known = workplaces, tasks, known
        self.dialog: BackupDialog | RestoreDialog | IntoDatabaseDialog | None = None

    def back_up(self, known: KnownWorkspace, parent: QWidget, target: Path | None = None) -> None:
        """Write a workspace file into a new one; without a target, ask for it."""
        source = _file(known)
        proposed = source.with_name(f"{source.stem}-{QDate.currentDate().toString(Qt.DateFormat.ISODate)}{_ENDING}")

        def ask(above: QWidget) -> Path | None:
            title = QCoreApplication.translate("Copying", "Back up into a new file")
            return _new_file(above, title, proposed)

        if target := target or ask(parent):
            dialog = BackupDialog(parent, title_of(known))
            dialog.confirmed.connect(
                lambda: dialog.accept() if dialog.report else self._copy_file(dialog, source, ask(dialog))
            )
            self._show(dialog)
            self._copy_file(dialog, source, target)

    def restore(self, parent: QWidget) -> None:
        """Ask for a backup and a place, and bring the one to the other."""
        title = QCoreApplication.translate("Copying", "Open a backup")
        chosen = QFileDialog.getOpenFileName(parent, title, "", f"*{_ENDING}")[0]
        backup = Path(chosen)

        def ask(above: QWidget) -> Path | None:
            words = QCoreApplication.translate("Copying", "Restore into a new file")
            return _new_file(above, words, backup.with_name(f"{backup.stem}-restored{_ENDING}"))

        if chosen and (target := ask(parent)):
            dialog = RestoreDialog(parent, backup)
            dialog.confirmed.connect(
                lambda: self._open_restored(dialog) if dialog.report else self._copy_file(dialog, backup, ask(dialog))
            )
            self._show(dialog)
            self._copy_file(dialog, backup, target)

    def copy(self, known: KnownWorkspace, parent: QWidget) -> None:
        """Ask for a database, and copy a workspace file into it."""
        source = _file(known)
        dialog = IntoDatabaseDialog(parent, title_of(known), self._known.begun_copy(source))
        dialog.confirmed.connect(lambda: self._open_copied(dialog) if dialog.report else self._copy(dialog, source))
        self._show(dialog)

    def _copy(self, dialog: IntoDatabaseDialog, source: Path) -> None:
        if not dialog.form.check():
            return
        target, values, workplaces = dialog.target, dialog.values, self._workplaces
        remembers = bool(values.pop("remember", False)) and bool(target.password)

        def work(work: Work) -> CopyReport:
            report = workplaces.copy_file(source, target, work)
            if remembers:
                workplaces.remember_password(target.address, target.password)
            return report

        task = self._begin(dialog, work)
        once = Qt.ConnectionType.SingleShotConnection
        task.progressed.connect(lambda _first: self._known.keep_begun_copy(source, values), once)
        task.succeeded.connect(lambda _report: self._known.keep_begun_copy(source, {}))

    def _copy_file(self, dialog: BackupDialog | RestoreDialog, source: Path, target: Path | None) -> None:
        if target is not None:
            dialog.show_target(target)
            workplaces = self._workplaces
            self._begin(dialog, lambda work: workplaces.copy_file(source, target, work))

    def _begin(self, dialog: CopyingDialog, work: Callable[[Work], CopyReport]) -> Task:
        dialog.show_begun()
        task = self._tasks.start(_KEY, work)
        task.progressed.connect(dialog.show_progress)
        task.succeeded.connect(dialog.show_report)
        task.failed.connect(dialog.show_error)
        task.cancelled.connect(dialog.show_stopped)
        return task

    def _show(self, dialog: BackupDialog | RestoreDialog | IntoDatabaseDialog) -> None:
        self.dialog = dialog
        dialog.stop_requested.connect(lambda: self._stop(dialog))
        dialog.open()

    def _stop(self, dialog: CopyingDialog) -> None:
        dialog.show_stopping()
        self._tasks.cancel(_KEY)

    def _open_restored(self, dialog: RestoreDialog) -> None:
        dialog.accept()
        if dialog.target is not None:
            self.restored.emit(KnownWorkspace(dialog.target))

    def _open_copied(self, dialog: IntoDatabaseDialog) -> None:
        dialog.accept()
        self.copied.emit(KnownWorkspace(dialog.shared))


def _file(known: KnownWorkspace) -> Path:
    assert isinstance(known.place, Path)  # noqa: S101 - only files are offered
    return known.place


def _new_file(parent: QWidget, title: str, proposed: Path) -> Path | None:
    options = QFileDialog.Option.DontConfirmOverwrite  # what is there is refused, never written over
    chosen = QFileDialog.getSaveFileName(parent, title, str(proposed), f"*{_ENDING}", options=options)[0]
    path = Path(chosen)
    return (path if path.suffix else path.with_suffix(_ENDING)) if chosen else None
