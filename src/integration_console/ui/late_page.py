"""A page that is there before its workspace is: grey shapes first, the tab as soon as it can be made."""

from __future__ import annotations

from functools import cached_property
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
    """Shows shapes, then the tab that `fill` makes, or why the workspace cannot be opened; each is made once seen."""

    another_requested = Signal()

    def __init__(self) -> None:
        """Show the shapes."""
        super().__init__()
        self._error: ConsoleError | None = None
        self._make: Callable[[], QWidget] | None = None
        self.tab: QWidget | None = None
        """The tab, once there is one."""

    def fill(self, make: Callable[[], QWidget]) -> None:
        """Show the tab, which is made when the page is first seen."""
        self._error, self._make = None, make
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        self._show()
        super().showEvent(event)

    def show_loading(self) -> None:
        """Show the shapes again."""
        self._error = self._make = None
        self._show()

    def trouble_words(self) -> tuple[str, str]:
        """What is said of the trouble: what happened, and what to do."""
        return (error_title(self._error), error_advice(self._error)) if self._error else ("", "")

    def show_trouble(self, error: ConsoleError) -> None:
        """Say why there is nothing to show, and offer another workspace."""
        self._error, self._make = error, None
        self._show()

    def retranslate(self) -> None:
        """Say all words in the present language."""
        if self._error is not None:
            self._trouble.show_words(*self.trouble_words(), self.tr("Open another workspace…"))

    @cached_property
    def _shapes(self) -> QWidget:
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(Space.XL, Space.S, Space.XL, Space.XL)
        column.addWidget(Skeleton(lines=8))
        self.addWidget(frame)
        return frame

    @cached_property
    def _trouble(self) -> EmptyState:
        state = EmptyState("database", Tone.DANGER, "folder-open")
        state.action_requested.connect(self.another_requested)
        self.addWidget(state)
        return state

    def _show(self) -> None:
        if self.isVisible():
            self.setCurrentWidget(self._wanted())
            self.retranslate()

    def _wanted(self) -> QWidget:
        if self._error is not None:
            return self._trouble
        if self._make is None:
            return self._shapes
        if self.tab is None:
            self.tab = self._make()
            self.addWidget(self.tab)
        return self.tab
