"""Takes notes that somebody wrote on a case file over into the workspace that it came from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from integration_console.domain.case_files import ENDING
from integration_console.gateways.case_notes import SUFFIX
from integration_console.gateways.case_notes_back import take_notes

if TYPE_CHECKING:
    from integration_console.domain.case_notes import NotesTaken
    from integration_console.gateways.log_note_protocols import LogNotesGateway
    from integration_console.ui.allowing import Allowing
    from integration_console.ui.tabs.logs.view import LogsView
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.widgets import ToastOverlay

_KEY = "logs.take notes"


class NotesTaking(QObject):
    """Asks for the file of notes, writes off the window's thread, and says what became of them."""

    def __init__(
        self, gateway: LogNotesGateway, tasks: TaskRunner, toasts: ToastOverlay, view: LogsView, allowing: Allowing
    ) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._toasts, self._view = gateway, tasks, toasts, view
        self.action = view.more.add_action("notebook-pen", _words, self.ask)
        allowing.needs("logs.write", self.action.refuse)

    def ask(self) -> None:
        """Asks which file."""
        title = QCoreApplication.translate("NotesTaking", "Take notes of a case file")
        chosen = QFileDialog.getOpenFileName(self._view.window(), title, "", f"*{ENDING}{SUFFIX}")[0]
        if chosen:
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Takes the notes of a file."""
        gateway = self._gateway
        task = self._tasks.start(_KEY, lambda work: take_notes(gateway, path, work))
        task.succeeded.connect(self._tell)
        task.failed.connect(self._toasts.show_error)

    def _tell(self, found: NotesTaken) -> None:
        others = "\n".join(_others(found))
        if found.taken:
            title = QCoreApplication.translate("NotesTaking", "%Ln note(s) taken over", "", found.taken)
            self._toasts.show_success(title, others)
        else:
            self._toasts.show_info(QCoreApplication.translate("NotesTaking", "No note was new"), others)


def _others(found: NotesTaken) -> list[str]:
    present, gone, too_long = found.present, found.gone, found.too_long
    lines = []
    if present:
        lines.append(QCoreApplication.translate("NotesTaking", "%Ln note(s) there already", "", present))
    if gone:
        lines.append(
            QCoreApplication.translate("NotesTaking", "%Ln note(s) of entries that are not in this workspace", "", gone)
        )
    return lines + _too_long(too_long)


def _too_long(number: int) -> list[str]:
    words = QCoreApplication.translate(
        "NotesTaking", "%Ln note(s) too long to go below what stands there; nothing was changed", "", number
    )
    return [words] if number else []


def _words() -> str:
    return QCoreApplication.translate("NotesTaking", "Take notes of a case file…")
