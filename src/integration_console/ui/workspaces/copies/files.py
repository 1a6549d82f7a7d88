"""The dialogs of copies from file to file: a backup, and its return into a new file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from integration_console.ui.language import technical
from integration_console.ui.widgets import CopyLine, Label, SecondaryButton, Tone
from integration_console.ui.widgets.work_dialog import Stage
from integration_console.ui.workspaces.copies.dialog import CopyingDialog


class _FileDialog(CopyingDialog):
    """Where the new file is stands below all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.target: Path | None = None
        self._place_name, self.place = Label("field"), CopyLine()
        self.folder = SecondaryButton("folder-open")
        self.folder.clicked.connect(self._open_folder)
        self.footer.insertWidget(0, self.folder)
        self.body.addWidget(self._place_name)
        self.body.addWidget(self.place)
        self._show_place()

    def show_target(self, target: Path) -> None:
        """The file that is to be made."""
        self.target = target
        self.place.show_text(str(target))

    def say(self) -> None:
        self._place_name.setText(self.tr("Where it is"))
        self.place.show_name(self._place_name.text())
        self.folder.setText(self.tr("Show its folder"))
        if self.stage is Stage.STOPPED:
            self.banner.show_message(Tone.INFO, self.tr("It was stopped, and no file was left."))

    def _go_to(self, stage: Stage) -> None:
        super()._go_to(stage)
        self.fit()

    def _arrange(self) -> None:
        super()._arrange()
        self._show_place()

    def _show_place(self) -> None:
        for part in (self._place_name, self.place, self.folder):
            part.setVisible(self.stage is Stage.DONE)

    def _open_folder(self) -> None:
        if self.target is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.target.parent)))


class BackupDialog(_FileDialog):
    """Backs a workspace up; `confirmed` asks for another place, or ends it when all is done."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._name = name
        self.retranslate()
        self.fit()

    def say(self) -> None:
        super().say()
        name = self._name
        if self.stage is Stage.DONE:
            sentence = self.tr(
                "It is a workspace file itself. Whoever could open the secrets can open them there: keep the recovery "
                "code in another place than the backup."
            )
            self.show_title(self.tr("“{name}” is backed up").format(name=name), sentence)
            self.secondary.hide()
            self.primary.setText(self.tr("Done"))
            return
        sentence = self.tr("It is written into a new file as it is now, while work goes on. Then each row is compared.")
        self.show_title(self.tr("Back up “{name}”").format(name=name), sentence)
        self.primary.setText(self.tr("Choose another place…"))


class RestoreDialog(_FileDialog):
    """Brings a backup into a new file; `confirmed` asks for another place, or opens it when all is done."""

    def __init__(self, parent: QWidget, backup: Path) -> None:
        super().__init__(parent)
        self.backup = backup
        self.retranslate()
        self.fit()

    def say(self) -> None:
        super().say()
        if self.stage is Stage.DONE:
            self.show_title(self.tr("The backup is restored"), self.tr("The backup itself stays as it is."))
            self.primary.setText(self.tr("Open it"))
            return
        sentence = self.tr("{file} is brought into a new file. One of an older version is brought up to date.")
        self.show_title(self.tr("Restore a backup"), sentence.format(file=technical(self.backup.name)))
        self.primary.setText(self.tr("Choose another place…"))
