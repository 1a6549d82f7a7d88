"""How far an export has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import Translated, filled, formats
from integration_console.ui.theme import Space
from integration_console.ui.widgets.buttons import SecondaryButton
from integration_console.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from integration_console.domain.work import Progress

_OF = QT_TRANSLATE_NOOP("ExportBar", "{done} of {total} written")


class ExportBar(Translated, QWidget):
    """How far the export has come, and a button that stops it; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.progress = ProgressLine()
        self.cancel = SecondaryButton("circle-stop")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        self.hide()
        self.retranslate()

    def show_progress(self, progress: Progress) -> None:
        """Shows how many records are written."""
        done, total = formats.number(progress.done), progress.total
        if total:
            words = filled("ExportBar", _OF, {"done": done, "total": formats.number(total)})
        else:
            words = QCoreApplication.translate("ExportBar", "%Ln record(s) written", "", progress.done)
        self.progress.show_progress(progress.done / total if total else None, words)

    def begin(self) -> None:
        """Shows that it begins."""
        self.progress.show_progress(None, self.tr("The export begins…"))
        self.cancel.setEnabled(True)
        self.show()

    def retranslate(self) -> None:
        self.cancel.setText(self.tr("Cancel export"))
