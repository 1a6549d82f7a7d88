"""A place that is loading, empty, in trouble or full."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from integration_console.domain.errors import ConsoleError
from integration_console.ui.language import Translated, error_advice, error_title
from integration_console.ui.widgets.empty_state import EmptyState
from integration_console.ui.widgets.skeleton import Skeleton
from integration_console.ui.widgets.tones import Tone


class ContentStates(Translated, QStackedWidget):
    """Shows one of: skeleton, empty state, error with "Try again", content. Starts with the skeleton."""

    retry_requested = Signal()

    def __init__(self, content: QWidget, empty: EmptyState, skeleton: QWidget | None = None) -> None:
        super().__init__()
        self._content, self._empty = content, empty
        self._skeleton = skeleton or Skeleton(inset=16)
        self._failed = EmptyState("cloud-alert", Tone.DANGER, action_icon="refresh-cw")
        self._failed.action_requested.connect(self.retry_requested)
        self._error: ConsoleError | None = None
        for page in (self._skeleton, empty, self._failed, content):
            self.addWidget(page)

    def show_loading(self) -> None:
        """Shows the skeleton."""
        self.setCurrentWidget(self._skeleton)

    def show_empty(self) -> None:
        """Shows what to do while there is nothing yet."""
        self.setCurrentWidget(self._empty)

    def show_content(self) -> None:
        """Shows the content."""
        self.setCurrentWidget(self._content)

    def show_error(self, error: ConsoleError) -> None:
        """Shows what went wrong instead of content."""
        self._error = error
        self.retranslate()
        self.setCurrentWidget(self._failed)

    @property
    def shows_content(self) -> bool:
        """Whether the content is seen."""
        return self.currentWidget() is self._content

    def retranslate(self) -> None:
        if self._error is not None:
            self._failed.show_words(error_title(self._error), error_advice(self._error), self.tr("Try again"))
