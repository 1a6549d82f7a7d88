"""What a removal would take away now, and the removal itself with its progress."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.retention import RetentionForecast, RetentionRun
from integration_console.domain.work import Progress
from integration_console.ui.language import Translated, formats
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Label, ProgressLine, SecondaryButton


class Outlook(Translated, QWidget):
    """A sentence, and a button that removes, or stops removing."""

    run_requested = Signal()
    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._forecast: RetentionForecast | None = None
        self._is_running = self._is_stopping = False
        self.sentence = Label("plain", wrap=True)
        self.button = SecondaryButton("trash-2")
        self.progress = ProgressLine()
        self.progress.hide()
        self.button.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.progress)
        self.retranslate()

    def _ask(self) -> None:
        if self._is_running:
            self.stop()
        else:
            self.run_requested.emit()

    @property
    def is_running(self) -> bool:
        """Whether the removal goes on."""
        return self._is_running

    def stop(self) -> None:
        """Asks the removal to end at its next step."""
        self._is_stopping = True
        self.retranslate()
        self.stop_requested.emit()

    def show_forecast(self, forecast: RetentionForecast) -> None:
        """Says what would go."""
        self._forecast = forecast
        self.retranslate()

    def show_running(self, *, running: bool) -> None:
        """Shows that the removal goes on, or has ended."""
        self._is_running, self._is_stopping = running, False
        self.progress.setVisible(running)
        self.show_progress(Progress(0))
        self.retranslate()

    def show_progress(self, progress: Progress) -> None:
        """Shows how many entries have gone."""
        whole = self._forecast.entries + self._forecast.events if self._forecast else 0
        share = min(1.0, progress.done / whole) if whole else None
        words = QCoreApplication.translate("Outlook", "%Ln entry(ies) removed", "", progress.done)
        self.progress.show_progress(share, words)

    @staticmethod
    def done_words(run: RetentionRun) -> str:
        """What has gone."""
        return QCoreApplication.translate("Outlook", "%Ln entry(ies) removed", "", run.entries)

    def retranslate(self) -> None:
        self.sentence.setText(self._words())
        running = self.tr("Stopping…") if self._is_stopping else self.tr("Stop")
        self.button.setText(running if self._is_running else self.tr("Remove now"))
        self.button.setEnabled(not self._is_stopping if self._is_running else self._has_something)

    @property
    def _has_something(self) -> bool:
        return self._forecast is not None and self._forecast.entries + self._forecast.events > 0

    def _words(self) -> str:
        found = self._forecast
        if found is None:
            return self.tr("Looking what is older than it is kept…")
        would = QCoreApplication.translate("Outlook", "A removal would now take away %Ln entry(ies)", "", found.entries)
        parts = [f"{would} ({formats.size(found.size_bytes)})." if found.entries else f"{would}."]
        if found.held:
            held = QCoreApplication.translate(
                "Outlook", "%Ln older one(s) stay because of legal holds.", "", found.held
            )
            parts.append(held)
        return " ".join(parts)
