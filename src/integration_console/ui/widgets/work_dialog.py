"""Dialogs that start long work: they ask, show it under way, and say what came of it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from integration_console.domain.errors import ConsoleError
from integration_console.ui.widgets.dialogs import Dialog


class Stage(Enum):
    """Where such a dialog stands."""

    ASKING = auto()
    UNDER_WAY = auto()
    STOPPING = auto()
    STOPPED = auto()
    DONE = auto()


_RUNNING = frozenset({Stage.UNDER_WAY, Stage.STOPPING})


class WorkDialog(Dialog):
    """The base: `_arrange` shows the parts of the stage. A constructor ends with `_go_to(Stage.ASKING)`.

    While work is under way the dialog stays: leaving it asks to stop the work (`stop_requested`).
    """

    stop_requested = Signal()

    def __init__(self, parent: QWidget, *, width: int) -> None:
        super().__init__(parent, width=width)
        self.stage = Stage.ASKING

    @property
    def is_under_way(self) -> bool:
        """Whether the work has begun and not ended."""
        return self.stage in _RUNNING

    def show_begun(self) -> None:
        """It is under way from now on."""
        self._go_to(Stage.UNDER_WAY)

    def show_stopping(self) -> None:
        """It ends at its next step."""
        self._go_to(Stage.STOPPING)

    def show_asking(self) -> None:
        """It was stopped, and nothing of it is left: everything can be asked again."""
        self._go_to(Stage.ASKING)

    def show_stopped(self) -> None:
        """A person has stopped it, and what there is now is worth a word."""
        self._go_to(Stage.STOPPED)

    def show_error(self, error: ConsoleError) -> None:
        """Why it came to nothing, or not yet to its end; everything can be asked again."""
        self._go_to(Stage.ASKING)
        super().show_error(error)

    def reject(self) -> None:
        if self.is_under_way:
            self.stop_requested.emit()
        else:
            super().reject()

    def retranslate(self) -> None:
        words = {
            Stage.ASKING: self.tr("Cancel"),
            Stage.UNDER_WAY: self.tr("Stop"),
            Stage.STOPPING: self.tr("Stopping…"),
            Stage.STOPPED: self.tr("Close"),
            Stage.DONE: self.tr("Close"),
        }
        self.secondary.setText(words[self.stage])

    def _go_to(self, stage: Stage) -> None:
        self.stage = stage
        self.banner.hide()
        self.secondary.show()
        self.secondary.setEnabled(stage is not Stage.STOPPING)
        self._arrange()
        self.retranslate()
        self.grow()

    def _arrange(self) -> None:
        """Shows the parts of the stage, and hides the others."""
        raise NotImplementedError
