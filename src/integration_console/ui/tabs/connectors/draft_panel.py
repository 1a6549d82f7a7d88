"""Beside the form of a connector: the first records that it would bring, and the stages of its test."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from integration_console.ui.language import Translated
from integration_console.ui.tabs.connectors.model import CheckProgress
from integration_console.ui.tabs.connectors.preview_view import PreviewView
from integration_console.ui.tabs.connectors.stages_view import StagesView
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Rule, SegmentedControl

WIDTH = 420
RECORDS, TEST = "records", "test"


class DraftPanel(Translated, QFrame):
    """Shows what the outside system says to what is filled in, before anything is saved."""

    def __init__(self, *, previews: bool) -> None:
        super().__init__()
        self.setProperty("role", "beside")
        self._previews, self._was_tested = previews, False
        self.stages, self.preview = StagesView(), PreviewView()
        self.choice = SegmentedControl((RECORDS, TEST))
        self.choice.chosen.connect(self.choose)
        self._area = QScrollArea()
        self._parts = QStackedWidget()
        self._lay_out()
        self.choose(RECORDS if previews else TEST)
        self.retranslate()

    def show_progress(self, progress: CheckProgress) -> None:
        """Shows how far the test has come; once it has begun, it is brought to the front."""
        if not self._was_tested or (progress.running and not progress.stages):
            self._was_tested = True
            self.choose(TEST)
        self.stages.show_progress(progress)

    def choose(self, part: str) -> None:
        """Brings the first records or the test to the front."""
        self.choice.choose(part)
        self.choice.setVisible(self._previews and self._was_tested)
        self._parts.setCurrentWidget(self.preview if part == RECORDS else self._area)

    def retranslate(self) -> None:
        self.choice.show_labels({RECORDS: self.tr("First records"), TEST: self.tr("Test")})
        self.choice.setAccessibleName(self.tr("First records or test"))

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("role", "clear")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, Space.M, 0)
        inner.addWidget(self.stages)
        inner.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        self._parts.addWidget(self.preview)
        self._parts.addWidget(self._area)
        column = QVBoxLayout()
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._parts, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Rule(vertical=True))
        row.addLayout(column, 1)
