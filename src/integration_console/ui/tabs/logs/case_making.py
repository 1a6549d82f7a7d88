"""Makes a case file of what the page of the log shows: asks, shows how far it is, says what was taken out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QDate, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from integration_console.domain.case_files import ENDING, CaseReport
from integration_console.domain.case_forms import CASE_FORM, wish_of
from integration_console.domain.errors import VaultLocked
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.case_words import entries_sentence, redaction_lines
from integration_console.ui.forms import FormView
from integration_console.ui.language import filled, formats, technical
from integration_console.ui.widgets import Label, ProgressLine, Tone
from integration_console.ui.widgets.file_to_write import file_to_write
from integration_console.ui.widgets.work_dialog import Stage, WorkDialog

if TYPE_CHECKING:
    from pathlib import Path

    from integration_console.domain.case_files import CaseWish
    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.logs import LogFilter
    from integration_console.domain.work import Progress, Work
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.unlocking import Unlocking

_KEY = "logs.case"
_OF = QT_TRANSLATE_NOOP("MakeCaseDialog", "{done} of {total} entries written")


class CaseMaker(Protocol):
    """Who makes case files."""

    def make_case_file(self, wish: CaseWish, target: Path, work: Work) -> CaseReport:
        """Write a part of the log, redacted and signed, into one file."""


class MakeCaseDialog(WorkDialog):
    """A form, then a bar, then what came of it."""

    def __init__(self, parent: QWidget, wanted: LogFilter) -> None:
        super().__init__(parent, width=560)
        self._wanted = wanted
        self.report: CaseReport | None = None
        self.form = FormView(CASE_FORM)
        self.progress = ProgressLine()
        self._told: Progress | None = None
        self._heading, self.outcome = Label("heading"), Label("plain", wrap=True)
        for part in (self.form, self.progress, self._heading, self.outcome):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._go_to(Stage.ASKING)
        self.fit()
        self.form.focus_first()

    @property
    def wish(self) -> CaseWish:
        """What is asked for."""
        return wish_of(self.form.values(), self._wanted, datetime.now(UTC))

    def show_begun(self) -> None:
        self._told = None
        super().show_begun()

    def show_progress(self, progress: Progress) -> None:
        """How far it has come."""
        self._told = progress
        self._say_progress()

    def show_report(self, report: CaseReport) -> None:
        """What was made."""
        self.report = report
        self._go_to(Stage.DONE)

    def retranslate(self) -> None:
        super().retranslate()
        if self._wanted.query.strip():
            what = self.tr("Entries that match the query of the page: {query}")
            what = what.format(query=technical(self._wanted.query))
        elif self._is_narrowed():
            what = self.tr("Entries that fit the filters of the page.")
        else:
            what = self.tr("All entries of the log.")
        promise = self.tr("Keys, passwords, addresses of people and their accounts are taken out; the file is signed.")
        self.show_title(self.tr("Make a case file"), f"{what}\n{promise}")
        self.primary.setText(self.tr("Choose a file and make it…"))
        self._heading.setText(self.tr("Taken out or left out"))
        self._say_progress()
        self._say_report()

    def _is_narrowed(self) -> bool:
        return self._wanted != type(self._wanted)(time_zone=self._wanted.time_zone)

    def _say_progress(self) -> None:
        told = self._told
        if told is None or not told.total:
            self.progress.show_progress(None, self.tr("The file is begun…"))
            return
        numbers = {"done": formats.number(told.done), "total": formats.number(told.total)}
        self.progress.show_progress(told.done / told.total, filled("MakeCaseDialog", _OF, numbers))

    def _say_report(self) -> None:
        report = self.report
        if report is None or self.stage is not Stage.DONE:
            return
        size = formats.size(report.size)
        detail = self.tr("{entries}; {size}. Fingerprint of the signer: {fingerprint}").format(
            entries=entries_sentence(report.manifest), size=size, fingerprint=technical(report.manifest.fingerprint)
        )
        title = self.tr("The case file is in {path}").format(path=technical(report.path))
        self.banner.show_message(Tone.SUCCESS, title, detail)
        lines = [f"{name}: {number}" for name, number in redaction_lines(report.manifest)]
        self.outcome.setText("\n".join(lines) or self.tr("Nothing"))

    def _arrange(self) -> None:
        self.form.setVisible(self.stage is Stage.ASKING)
        self.progress.setVisible(self.is_under_way)
        self._heading.setVisible(self.stage is Stage.DONE)
        self.outcome.setVisible(self.stage is Stage.DONE)
        self.primary.setVisible(self.stage is Stage.ASKING)


class CaseMaking(QObject):
    """Opens the dialog and works off the window's thread. `made` carries the `CaseReport`."""

    made = Signal(object)

    def __init__(self, gateway: CaseMaker, tasks: TaskRunner, unlocking: Unlocking | None, window: QWidget) -> None:
        super().__init__(window)
        self._gateway, self._tasks, self._unlocking, self._window = gateway, tasks, unlocking, window
        self.dialog: MakeCaseDialog | None = None

    def ask(self, wanted: LogFilter) -> None:
        """Asks what goes in, and makes it."""
        dialog = self.dialog = MakeCaseDialog(self._window, wanted)
        dialog.confirmed.connect(lambda: self._choose(dialog))
        dialog.stop_requested.connect(lambda: self._stop(dialog))
        dialog.open()

    def _choose(self, dialog: MakeCaseDialog) -> None:
        if not dialog.form.check():
            return
        title = QCoreApplication.translate("CaseMaking", "Make a case file")
        day = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        chosen = file_to_write(dialog, title, f"case-{day}{ENDING}", {f"*{ENDING}": ENDING})
        if chosen is not None:
            self.make(dialog, chosen[0])

    def make(self, dialog: MakeCaseDialog, path: Path) -> None:
        """Writes what the dialog asks for into a file."""
        wish, gateway = dialog.wish, self._gateway
        dialog.show_begun()
        task = self._tasks.start(_KEY, lambda work: gateway.make_case_file(wish, path, work))
        task.progressed.connect(dialog.show_progress)
        task.succeeded.connect(dialog.show_report)
        task.succeeded.connect(self.made)
        task.failed.connect(lambda error: self._fail(dialog, path, error))
        task.cancelled.connect(dialog.show_asking)

    def _fail(self, dialog: MakeCaseDialog, path: Path, error: ConsoleError) -> None:
        dialog.show_error(error)
        if isinstance(error, VaultLocked) and self._unlocking is not None:
            self._unlocking.ask(lambda: self.make(dialog, path))

    def _stop(self, dialog: MakeCaseDialog) -> None:
        dialog.show_stopping()
        self._tasks.cancel(_KEY)
