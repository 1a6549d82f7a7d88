"""A page that is there before its workspace is: grey shapes first, the tab as soon as it can be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from integration_console.ui.language import Translated, error_advice, error_title
from integration_console.ui.theme import Space
from integration_console.ui.widgets import EmptyState, Skeleton, Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.errors import ConsoleError


class LatePage(Translated, QStackedWidget):
    """Shows shapes, then the tab that `fill` makes, or why the workspace cannot be opened."""

    another_requested = Signal()

    def __init__(self) -> None:
        """Show the shapes."""
        super().__init__()
        self._error: ConsoleError | None = None
        self._make: Callable[[], QWidget] | None = None
        self._trouble = EmptyState("database", Tone.DANGER, "folder-open")
        self._trouble.action_requested.connect(self.another_requested)
        self.addWidget(_framed(Skeleton(lines=8)))
        self.addWidget(self._trouble)
        self.retranslate()

    @property
    def tab(self) -> QWidget | None:
        """The tab, once there is one."""
        return self.widget(2)

    def fill(self, make: Callable[[], QWidget]) -> None:
        """Show the tab, which is made when the page is first seen."""
        self._make = make
        if self.isVisible():
            self._show_tab()

    def showEvent(self, event: QShowEvent) -> None:
        if self._make is not None:
            self._show_tab()
        super().showEvent(event)

    def show_loading(self) -> None:
        """Show the shapes again."""
        self._make = None
        self.setCurrentIndex(0)

    def trouble_words(self) -> tuple[str, str]:
        """What is said of the trouble: what happened, and what to do."""
        return (error_title(self._error), error_advice(self._error)) if self._error else ("", "")

    def show_trouble(self, error: ConsoleError) -> None:
        """Say why there is nothing to show, and offer another workspace."""
        self._error, self._make = error, None
        self.retranslate()
        self.setCurrentIndex(1)

    def retranslate(self) -> None:
        """Say all words in the present language."""
        if self._error is not None:
            self._trouble.show_words(*self.trouble_words(), self.tr("Open another workspace…"))

    def _show_tab(self) -> None:
        if self.tab is None and self._make is not None:
            self.addWidget(self._make())
        self.setCurrentIndex(2)


def _framed(content: QWidget) -> QWidget:
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(Space.XL, Space.S, Space.XL, Space.XL)
    column.addWidget(content)
    return frame
