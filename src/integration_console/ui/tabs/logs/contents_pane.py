"""Reads one of the contents of an entry: indented, as a tree that folds, as it came, or as bytes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from integration_console.domain.folding import hits
from integration_console.domain.json_paths import path_at
from integration_console.ui.language import Translated, formats, technical
from integration_console.ui.tabs.logs.contents import Content, Way
from integration_console.ui.tabs.logs.json_tree import JsonTree
from integration_console.ui.tabs.logs.units import place_of_units, units_at
from integration_console.ui.theme import Space, theme
from integration_console.ui.widgets import ElidedLabel, Label, PayloadView, SegmentedControl
from integration_console.ui.widgets.copying import CopyButton, copy_text
from integration_console.ui.widgets.highlighting import Syntax

_MOST_READ: Final = 200_000
"""Letters in which hits are marked and places are looked up."""
_MOST_MARKS: Final = 500
_MARKING_MS: Final = 60


class ContentsPane(Translated, QWidget):
    """The way that was looked at last stays in front; `path_copied` carries a path after it was copied."""

    path_copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._content: Content | None = None
        self._way = Way.PRETTY
        self._marked: frozenset[str] = frozenset()
        self.view, self.tree = PayloadView(), JsonTree()
        self._stack = QStackedWidget()
        self.ways = SegmentedControl([each.value for each in Way])
        self._size = Label("caption")
        self._path = ElidedLabel("code")
        self.copy_path = CopyButton(lambda: self.path)
        self._lay_out()
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._marking.setInterval(_MARKING_MS)
        self._marking.timeout.connect(self._mark_hits)
        self.ways.chosen.connect(self.choose_way)
        self.view.textChanged.connect(self._marking.start)
        self.view.cursorPositionChanged.connect(self._show_path)
        self.tree.path_changed.connect(lambda _path: self._show_path())
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self._copy_path)
        self.retranslate()

    @property
    def path(self) -> str:
        """The JSON path of the value under the cursor ("": there is none)."""
        content = self._content
        if content is None or Way.TREE not in content.ways or self._shown_way not in (Way.PRETTY, Way.TREE):
            return ""
        if self._shown_way is Way.TREE:
            return self.tree.path
        text = self.view.text()
        return path_at(text, place_of_units(text, self.view.textCursor().position())) if len(text) <= _MOST_READ else ""

    def show_content(self, content: Content) -> None:
        """Shows contents."""
        self._content = content
        self._show()

    def mark(self, words: frozenset[str]) -> None:
        """Marks these words, folded, wherever they are found."""
        if words != self._marked:
            self._marked = words
            if self._content is not None and self._shown_way is Way.TREE:
                self._show()
            self._marking.start()

    def choose_way(self, way: str) -> None:
        """Shows contents in this way, where they can be read so."""
        self._way = Way(way)
        self._show()

    def retranslate(self) -> None:
        ways = {
            Way.PRETTY: self.tr("Indented"),
            Way.TREE: self.tr("Tree"),
            Way.RAW: self.tr("Raw"),
            Way.HEX: self.tr("Bytes"),
        }
        self.ways.show_labels({each.value: words for each, words in ways.items()})
        self.ways.setAccessibleName(self.tr("How it is read"))
        self.tree.setAccessibleName(self.tr("Tree"))
        self.view.setAccessibleName(self.tr("Contents"))
        self.copy_path.show_name(self.tr("Copy the path of this value ({keys})").format(keys=technical("Ctrl+Shift+C")))
        self._say_size()

    @property
    def _shown_way(self) -> Way:
        content = self._content
        ways = content.ways if content is not None else ()
        return self._way if self._way in ways else ways[0] if ways else Way.PRETTY

    def _show(self) -> None:
        content = self._content
        if content is None:
            return
        way = self._shown_way
        self.ways.offer_only([each.value for each in content.ways])
        self.ways.choose(way.value)
        if way is Way.TREE:
            self.tree.show_value(content.value, self._marked)
        else:
            self.view.show_text(content.texts[way], content.syntax if way is not Way.HEX else Syntax.PLAIN)
        self._stack.setCurrentWidget(self.tree if way is Way.TREE else self.view)
        self._marking.start()
        self._say_size()
        self._show_path()

    def _show_path(self) -> None:
        path = self.path
        self._path.show_text(technical(path))
        self._foot.setVisible(bool(path))

    def _copy_path(self) -> None:
        if path := self.path:
            copy_text(path)
            self.path_copied.emit(path)

    def _mark_hits(self) -> None:
        text = self.view.toPlainText()[:_MOST_READ]
        spans = [span for words in self._marked for span in hits(text, words)][:_MOST_MARKS]
        place = units_at(text)
        self.view.setExtraSelections([self._selection(place(begin), place(end)) for begin, end in spans])

    def _selection(self, begin: int, end: int) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        ground = QTextCharFormat()
        ground.setBackground(theme.color("mark"))
        ground.setForeground(theme.color("mark-text"))
        found.cursor, found.format = cursor, ground
        return found

    def _say_size(self) -> None:
        self._size.setText(formats.size(self._content.size) if self._content is not None else "")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.ways)
        head.addStretch(1)
        head.addWidget(self._size)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._path, 1)
        foot.addWidget(self.copy_path)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.tree)
        column.addWidget(self._foot)
