"""Asks which logs become a case file, shows how far that is, and says what was found in each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.case_forms import IMPORT_FORM, import_wish_of
from integration_console.domain.log_importing import ImportedLog, ImportReport, ImportWish
from integration_console.domain.work import Progress
from integration_console.ui.case_words import entries_sentence, redaction_lines
from integration_console.ui.forms import FormView
from integration_console.ui.language import formats, technical
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Label, ProgressLine, SecondaryButton, Tone
from integration_console.ui.widgets.work_dialog import Stage, WorkDialog
from integration_console.ui.workspaces.importing.files import LogList


class ImportDialog(WorkDialog):
    """Files and their zones, then a bar, then what came of it. `more_wanted`: more files are to be chosen."""

    more_wanted = Signal()

    def __init__(self, parent: QWidget, paths: list[Path]) -> None:
        super().__init__(parent, width=600)
        self.report: ImportReport | None = None
        self._told: Progress | None = None
        self.logs = LogList()
        self.add = SecondaryButton("plus")
        self.add.clicked.connect(self.more_wanted)
        self.form = FormView(IMPORT_FORM)
        self.progress = ProgressLine()
        self._found, self.outcome = Label("heading"), Label("plain", wrap=True)
        self._taken_out, self.redacted = Label("heading"), Label("plain", wrap=True)
        self._asking = QWidget()
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.logs)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.form)
        for part in (self._asking, self.progress, *self._report_parts):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.logs.changed.connect(self.grow)
        self.logs.add(paths)
        self._go_to(Stage.ASKING)
        self.fit()
        self.logs.rows[0].zone.setFocus()

    @property
    def _report_parts(self) -> tuple[Label, ...]:
        return self._found, self.outcome, self._taken_out, self.redacted

    @property
    def wish(self) -> ImportWish:
        """What is asked for."""
        return import_wish_of(self.form.values(), self.logs.logs, self.tr("Imported logs"))

    def check(self) -> bool:
        """Says what is wrong with what was entered; whether nothing is."""
        return self.form.check() and self.logs.check()

    def show_begun(self) -> None:
        self._told = None
        super().show_begun()

    def show_progress(self, progress: Progress) -> None:
        """How far it has come."""
        self._told = progress
        self._say_progress()

    def show_report(self, report: ImportReport) -> None:
        """What was made."""
        self.report = report
        self._go_to(Stage.DONE)

    def retranslate(self) -> None:
        super().retranslate()
        what = self.tr("Plain text or JSON lines, also as .gz: one case file, in the order of their times.")
        promise = self.tr("Keys, passwords, addresses of people and their accounts are taken out; the file is signed.")
        self.show_title(self.tr("Import logs"), f"{what}\n{promise}")
        self.add.setText(self.tr("Add files…"))
        done = self.stage is Stage.DONE
        self.primary.setText(self.tr("Open it") if done else self.tr("Choose a file and make it…"))
        self._found.setText(self.tr("What was found"))
        self._taken_out.setText(self.tr("Taken out or left out"))
        self._say_progress()
        self._say_report()

    def _say_progress(self) -> None:
        told = self._told
        if told is None or not told.total:
            self.progress.show_progress(None, self.tr("The file is begun…"))
        elif told.note:
            words = self.tr("Reading {name}…").format(name=technical(told.note))
            self.progress.show_progress(told.done / told.total, words)
        else:
            self.progress.show_progress(told.done / told.total, self.tr("Writing the case file…"))

    def _say_report(self) -> None:
        report = self.report
        if report is None or self.stage is not Stage.DONE:
            return
        manifest, size = report.case.manifest, formats.size(report.case.size)
        title = self.tr("The case file is in {path}").format(path=technical(report.case.path))
        detail = self.tr("{entries}. Size of the file: {size}").format(entries=entries_sentence(manifest), size=size)
        self.banner.show_message(Tone.SUCCESS, title, detail)
        self.outcome.setText("\n".join(map(_told_of, report.logs)))
        lines = [f"{name}: {number}" for name, number in redaction_lines(manifest)]
        self.redacted.setText("\n".join(lines) or self.tr("Nothing"))

    def _arrange(self) -> None:
        self._asking.setVisible(self.stage is Stage.ASKING)
        self.progress.setVisible(self.is_under_way)
        for part in self._report_parts:
            part.setVisible(self.stage is Stage.DONE)
        self.primary.setVisible(not self.is_under_way)


def _told_of(log: ImportedLog) -> str:
    parts = [QCoreApplication.translate("ImportDialog", "%Ln entry(s)", "", log.entries)]
    if log.unread:
        parts.append(QCoreApplication.translate("ImportDialog", "%Ln line(s) that are no entry", "", log.unread))
    if log.doubles:
        parts.append(QCoreApplication.translate("ImportDialog", "%Ln entry(s) there already", "", log.doubles))
    return f"{technical(log.name)}: {formats.listing(parts)}"
