"""Writes records to a file that a person chose; a file is complete or not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from integration_console.domain.errors import FileUnwritable
from integration_console.domain.records import ExportFormat
from integration_console.ui.language import technical
from integration_console.ui.widgets.file_to_write import file_to_write

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from integration_console.domain.records import RecordFilter
    from integration_console.domain.work import Work
    from integration_console.gateways.protocols import RecordsGateway
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.widgets import ToastOverlay
    from integration_console.ui.widgets.export_bar import ExportBar

_KEY = "records: export"


class Exporting(QObject):
    """Asks for the file, then writes off the window's thread."""

    def __init__(
        self, gateway: RecordsGateway, tasks: TaskRunner, toasts: ToastOverlay, bar: ExportBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._gateway, self._tasks, self._toasts, self._bar = gateway, tasks, toasts, bar
        bar.cancel.clicked.connect(self._stop)

    def ask(self, wanted: RecordFilter, name: str, window: QWidget) -> None:
        """Asks where to, and exports what fits a filter."""
        kinds = {self.tr("Table (*.csv)"): ".csv", self.tr("JSON lines (*.jsonl)"): ".jsonl"}
        chosen = file_to_write(window, self.tr("Export records"), f"{name}.csv", kinds)
        if chosen is not None:
            self.export(wanted, chosen[0])

    def export(self, wanted: RecordFilter, path: Path) -> None:
        """Exports to a file, as JSON lines where it is named so and as a table else."""
        if self._tasks.is_running(_KEY):
            return
        form = ExportFormat.JSONL if path.suffix.casefold() == ".jsonl" else ExportFormat.CSV
        self._bar.begin()
        task = self._tasks.start(_KEY, lambda work: written(self._gateway, wanted, form, path, work))
        task.progressed.connect(self._bar.show_progress)
        task.succeeded.connect(lambda number: self._end(number, path))
        task.failed.connect(self._toasts.show_error)
        task.cancelled.connect(lambda: self._toasts.show_info(self.tr("The export was cancelled")))
        task.finished.connect(self._bar.hide)

    def _end(self, number: int, path: Path) -> None:
        words = QCoreApplication.translate("Exporting", "%Ln record(s) exported", "", number)
        self._toasts.show_success(words, technical(str(path)))

    def _stop(self) -> None:
        self._bar.cancel.setEnabled(False)
        self._tasks.cancel(_KEY)


def written(gateway: RecordsGateway, wanted: RecordFilter, form: ExportFormat, path: Path, work: Work) -> int:
    """Write beside the file first, so that a cut-short export leaves nothing half. Raises `FileUnwritable`."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with unfinished.open("wb") as target:
            number = gateway.export_records(wanted, form, target, work)
        unfinished.replace(path)
    except OSError as error:
        raise FileUnwritable(path=str(path), reason=error.strerror or "") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return number
