"""Completes the query while it is written: a list below the field, chosen from by arrow keys, Tab or Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from integration_console.domain.query_completion import (
    Choice,
    ChoiceKind,
    Completion,
    Vocabulary,
    completed,
    completion,
)
from integration_console.ui.icons import icon
from integration_console.ui.language import technical
from integration_console.ui.tabs.logs.units import place_of_units, units
from integration_console.ui.widgets import SearchField

_MOST_SEEN: Final = 9
_ROW: Final = 28
_NARROWEST: Final = 300
_ICON: Final = QSize(16, 16)
_SIGNS: Final = {ChoiceKind.KEY: "list-filter", ChoiceKind.VALUE: "text-cursor-input", ChoiceKind.SAVED: "bookmark"}
_ACCEPTING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class QueryCompleter(QObject):
    """Ctrl+Space asks for everything that may stand here; Esc puts the list away."""

    def __init__(self, field: SearchField, vocabulary: Callable[[], Vocabulary]) -> None:
        super().__init__(field)
        self._field, self._vocabulary = field, vocabulary
        self._found = Completion(0, 0)
        self.list = QListWidget(field)
        self.list.setWindowFlag(Qt.WindowType.ToolTip)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("role", "completion")
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(_ICON)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _item: self._accept())
        field.textEdited.connect(lambda _text: self._offer(is_asked=False))
        field.installEventFilter(self)

    @property
    def choices(self) -> tuple[str, ...]:
        """What is offered now."""
        return tuple(each.text for each in self._found.choices) if self.list.isVisible() else ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.list.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if self.list.isVisible() and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the list."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._offer(is_asked=True)
            return True
        if not self.list.isVisible():
            return self._open_by_arrow(event)
        if event.key() in _ACCEPTING:
            self._accept()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
        elif event.key() == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            return False
        return True

    def _open_by_arrow(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Down:
            return False
        self._offer(is_asked=True)
        return True

    def _offer(self, *, is_asked: bool) -> None:
        query = self._field.text()
        place = place_of_units(query, self._field.cursorPosition())
        self._found = completion(query, place, self._vocabulary(), is_asked=is_asked)
        self.list.clear()
        for each in self._found.choices:
            self.list.addItem(QListWidgetItem(icon(_SIGNS[each.kind]), _said(each)))
        if not self._found.choices:
            self.list.hide()
            return
        self.list.setCurrentRow(0)
        self._place()
        self.list.show()

    def _place(self) -> None:
        """Below the field, where reading starts."""
        field, rows = self._field, min(self.list.count(), _MOST_SEEN)
        width = max(_NARROWEST, min(field.width(), self.list.sizeHintForColumn(0) + 48))
        self.list.resize(width, rows * max(self.list.sizeHintForRow(0), _ROW) + 8)
        mirrored = field.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.list.move(field.mapToGlobal(QPoint(field.width() - width if mirrored else 0, field.height() + 4)))

    def _accept(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found.choices):
            choice = self._found.choices[row]
            text, place = completed(self._field.text(), self._found, choice)
            self._field.setText(text)
            self._field.setCursorPosition(units(text[:place]))
            self.list.hide()
            if choice.kind is ChoiceKind.KEY:
                self._offer(is_asked=True)


def _said(choice: Choice) -> str:
    """A choice and, of a key, what it is about."""
    meaning = _meanings().get(choice.text.removesuffix(":"), "") if choice.kind is ChoiceKind.KEY else ""
    return f"{technical(choice.text)}  {meaning}" if meaning else technical(choice.text)


def _meanings() -> dict[str, str]:
    return {
        "status": QCoreApplication.translate("QueryCompleter", "How it went"),
        "type": QCoreApplication.translate("QueryCompleter", "What happened"),
        "connector": QCoreApplication.translate("QueryCompleter", "Connector"),
        "webhook": QCoreApplication.translate("QueryCompleter", "Webhook"),
        "correlation": QCoreApplication.translate("QueryCompleter", "Entries of one cause"),
        "id": QCoreApplication.translate("QueryCompleter", "Entry ID"),
        "event": QCoreApplication.translate("QueryCompleter", "Stored event"),
        "error": QCoreApplication.translate("QueryCompleter", "Error code"),
        "has": QCoreApplication.translate("QueryCompleter", "What an entry has"),
        "duration": QCoreApplication.translate("QueryCompleter", "How long it took"),
        "last": QCoreApplication.translate("QueryCompleter", "Until now"),
        "since": QCoreApplication.translate("QueryCompleter", "From a day or moment on"),
        "until": QCoreApplication.translate("QueryCompleter", "Up to a day or moment"),
        "filter": QCoreApplication.translate("QueryCompleter", "Saved filter"),
    }
