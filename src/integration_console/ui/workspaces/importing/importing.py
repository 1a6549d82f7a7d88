"""Leads from files that a person chooses to a case file that is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from integration_console.domain.case_files import ENDING
from integration_console.ui.widgets.file_to_write import file_to_write
from integration_console.ui.workspaces.importing.dialog import ImportDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.workplace import Workplaces

_KEY = "import logs"


class Importing(QObject):
    """`imported` carries the `Path` of a case file that a person wants to open now."""

    imported = Signal(object)

    def __init__(self, workplaces: Workplaces, tasks: TaskRunner, parent: QObject) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._workplaces, self._tasks = workplaces, tasks
        self.dialog: ImportDialog | None = None

    def ask(self, parent: QWidget) -> None:
        """Ask for files, then for the rest."""
        paths = _chosen(parent)
        if not paths:
            return
        dialog = self.dialog = ImportDialog(parent, paths)
        dialog.more_wanted.connect(lambda: dialog.logs.add(_chosen(dialog)))
        dialog.confirmed.connect(lambda: self._open(dialog) if dialog.report else self._choose(dialog))
        dialog.stop_requested.connect(lambda: self._stop(dialog))
        dialog.open()

    def make(self, dialog: ImportDialog, target: Path) -> None:
        """Write what the dialog asks for into a file."""
        wish, workplaces = dialog.wish, self._workplaces
        dialog.show_begun()
        task = self._tasks.start(_KEY, lambda work: workplaces.import_logs(wish, target, work))
        task.progressed.connect(dialog.show_progress)
        task.succeeded.connect(dialog.show_report)
        task.failed.connect(dialog.show_error)
        task.cancelled.connect(dialog.show_asking)

    def _choose(self, dialog: ImportDialog) -> None:
        if not dialog.check():
            return
        title = QCoreApplication.translate("Importing", "Make a case file")
        day = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        proposed = dialog.logs.rows[0].path.with_name(f"logs-{day}{ENDING}")
        chosen = file_to_write(dialog, title, str(proposed), {f"*{ENDING}": ENDING})
        if chosen is not None:
            self.make(dialog, chosen[0])

    def _open(self, dialog: ImportDialog) -> None:
        if dialog.report is not None:
            dialog.accept()
            self.imported.emit(Path(dialog.report.case.path))

    def _stop(self, dialog: ImportDialog) -> None:
        dialog.show_stopping()
        self._tasks.cancel(_KEY)


def _chosen(parent: QWidget) -> list[Path]:
    title = QCoreApplication.translate("Importing", "Choose logs")
    return [Path(each) for each in QFileDialog.getOpenFileNames(parent, title)[0]]
