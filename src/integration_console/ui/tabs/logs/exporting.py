"""Writes what the filter finds to a file that a person chose, with its checksum beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QKeySequence, QShortcut

from integration_console.domain.log_export import LogExportForm
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.gateways.log_exporting import export_log
from integration_console.ui.language import filled, technical
from integration_console.ui.widgets.file_to_write import file_to_write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from integration_console.domain.log_export import ExportReport
    from integration_console.domain.logs import LogFilter
    from integration_console.gateways.log_exporting import ExportGateway
    from integration_console.ui.tabs.logs.view import LogsView
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.widgets import ToastOverlay

_KEY = "logs: export"
_WHERE = QT_TRANSLATE_NOOP("LogExporting", "{path} (SHA-256 {digest}…)")
_SHOWN_DIGITS = 12
EXPORT_KEYS = "Ctrl+E"


class LogExporting(QObject):
    """Asks for the file, then writes off the window's thread; the bar of the page shows how far it has come."""

    def __init__(
        self,
        gateway: ExportGateway,
        tasks: TaskRunner,
        toasts: ToastOverlay,
        view: LogsView,
        wanted: Callable[[], LogFilter],
    ) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._toasts, self._view, self._wanted = gateway, tasks, toasts, view, wanted
        view.more.add_action("download", _export_words, self.ask, EXPORT_KEYS)
        QShortcut(QKeySequence(EXPORT_KEYS), view).activated.connect(self.ask)
        view.export_bar.cancel.clicked.connect(self._stop)

    def ask(self) -> None:
        """Asks where to, and exports what the filter finds."""
        kinds = {
            self.tr("Table (*.csv)"): f".{LogExportForm.CSV}",
            self.tr("JSON lines (*.jsonl)"): f".{LogExportForm.JSONL}",
            self.tr("Parquet (*.parquet)"): f".{LogExportForm.PARQUET}",
        }
        chosen = file_to_write(self._view.window(), self.tr("Export entries"), "log.csv", kinds)
        if chosen is not None:
            path, ending = chosen
            self.export(LogExportForm(ending.removeprefix(".")), path)

    def export(self, form: LogExportForm, path: Path) -> None:
        """Exports to a file."""
        if self._tasks.is_running(_KEY):
            return
        wanted, bar = self._wanted(), self._view.export_bar
        bar.begin()
        task = self._tasks.start(_KEY, lambda work: export_log(self._gateway, wanted, form, path, work))
        task.progressed.connect(bar.show_progress)
        task.succeeded.connect(lambda report: self._end(report, path))
        task.failed.connect(self._toasts.show_error)
        task.cancelled.connect(lambda: self._toasts.show_info(self.tr("The export was cancelled")))
        task.finished.connect(bar.hide)

    def _end(self, report: ExportReport, path: Path) -> None:
        words = QCoreApplication.translate("LogExporting", "%Ln entry(s) exported", "", report.entries)
        facts = {"path": technical(str(path)), "digest": technical(report.sha256[:_SHOWN_DIGITS])}
        self._toasts.show_success(words, filled("LogExporting", _WHERE, facts))

    def _stop(self) -> None:
        self._view.export_bar.cancel.setEnabled(False)
        self._tasks.cancel(_KEY)


def _export_words() -> str:
    return QCoreApplication.translate("LogExporting", "Export…")
