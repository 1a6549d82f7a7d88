"""Controls that may be refused to the one who looks: off however their page enables them, and the tip says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    _Base = QWidget | QAction


class Refusable:
    """A mixin in front of a Qt class with `setEnabled` and `setToolTip`."""

    _why = ""
    _is_wanted = True
    _tip = ""

    def refuse(self, why: str) -> None:
        """Stays off, and says why; "" gives it back as its page wants it."""
        self._why = why
        self._show_allowed()

    def setEnabled(self, enabled: bool) -> None:
        self._is_wanted = bool(enabled)
        self._show_allowed()

    def setToolTip(self, tip: str) -> None:
        self._tip = tip
        self._show_allowed()

    def _show_allowed(self) -> None:
        super().setEnabled(self._is_wanted and not self._why)  # type: ignore[misc] # of the Qt class behind
        super().setToolTip(self._why or self._tip)  # type: ignore[misc] # as above
