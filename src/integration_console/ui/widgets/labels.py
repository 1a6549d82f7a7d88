"""Labels by what they are for; their look is in the style sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from integration_console.ui.language import user_text


class Label(QLabel):
    """Plain text in a role: title, heading, section, field, muted, caption, error, code, display."""

    def __init__(self, role: str, text: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)


class ElidedLabel(Label):
    """A label that shortens its text to the room it has, and shows all of it as a tip."""

    def __init__(self, role: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Shows a name or a sentence."""
        self._whole = text
        self._shorten()

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._shorten()

    def _shorten(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 0))
        self.setText(user_text(shown))
        self.setToolTip(self._whole if shown != self._whole else "")
        self.setAccessibleName(self._whole)


class Rule(QFrame):
    """A thin line between groups."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rule")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
