"""JSON as a tree that folds: members of objects and arrays are made when they are looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from integration_console.domain.controls import visible
from integration_console.domain.folding import folded
from integration_console.domain.json_paths import Step, written_path
from integration_console.ui.theme import code_font, theme
from integration_console.ui.widgets import copy_text

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST: Final = 400
_OPEN_LEVELS, _OPEN_MOST = 2, 40


class _Node:
    """A value with its name in what holds it."""

    __slots__ = ("_children", "name", "parent", "row", "value")

    def __init__(self, name: Step | None, value: Any, parent: _Node | None, row: int) -> None:  # noqa: ANN401 - JSON
        self.name, self.value, self.parent, self.row = name, value, parent, row
        self._children: list[_Node] | None = None

    @property
    def children(self) -> list[_Node]:
        if self._children is None:
            self._children = [_Node(name, value, self, row) for row, (name, value) in enumerate(self._members())]
        return self._children

    def steps(self) -> tuple[Step, ...]:
        """The way here from the outermost value."""
        if self.parent is None or self.name is None:
            return ()
        return (*self.parent.steps(), self.name)

    def shown(self) -> str:
        """The value in a line; of one with members, how many there are."""
        if isinstance(self.value, dict):
            return f"{{{len(self.value)}}}"
        if isinstance(self.value, list):
            return f"[{len(self.value)}]"
        return visible(json.dumps(self.value, ensure_ascii=False)[:_LONGEST])

    def copied(self) -> str:
        """The value as it is copied."""
        value = self.value
        return visible(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2))

    def _members(self) -> Iterator[tuple[Step, Any]]:
        if isinstance(self.value, dict):
            yield from self.value.items()
        elif isinstance(self.value, list):
            yield from enumerate(self.value)


class JsonModel(QAbstractItemModel):
    """Names and values; `marked` are folded words whose rows are marked."""

    def __init__(self, value: Any, marked: frozenset[str], parent: QWidget) -> None:  # noqa: ANN401 - JSON
        super().__init__(parent)
        self._root = _Node(None, [value], None, 0)
        self._root.children[0].name = None
        self._marked = marked

    def node(self, index: _Index) -> _Node:
        """The node of an index."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, _Node) else self._root

    def path(self, index: _Index) -> str:
        """The path of a value."""
        return written_path(self.node(index).steps())

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        children = self.node(parent).children
        return self.createIndex(row, column, children[row]) if 0 <= row < len(children) else QModelIndex()

    def parent(self, index: _Index = _NOWHERE) -> QModelIndex:  # type: ignore[override] # of the two, this one is asked
        holder = self.node(index).parent
        return QModelIndex() if holder is None or holder is self._root else self.createIndex(holder.row, 0, holder)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        value = self.node(parent).value
        return len(value) if parent.column() <= 0 and isinstance(value, dict | list) else 0

    def hasChildren(self, parent: _Index = _NOWHERE) -> bool:
        value = self.node(parent).value
        return isinstance(value, dict | list) and bool(value)

    def columnCount(self, _parent: _Index = _NOWHERE) -> int:
        return 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return node.shown() if index.column() else _name(node)
        if role == Qt.ItemDataRole.BackgroundRole and self._is_marked(node, index.column()):
            return theme.color("mark")
        if role == Qt.ItemDataRole.ForegroundRole:
            if self._is_marked(node, index.column()):
                return theme.color("mark-text")
            return theme.color(_color(node.value) if index.column() else "code-key")
        return None

    def _is_marked(self, node: _Node, column: int) -> bool:
        if not self._marked or (column and isinstance(node.value, dict | list)):
            return False
        text = folded(str(node.value if column else node.name))
        return any(each in text for each in self._marked)


class JsonTree(QTreeView):
    """Ctrl+C copies a value, Ctrl+Shift+C its path; `path_changed` carries the path of the value under the cursor."""

    path_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "codeview")
        self.setFont(code_font())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)

    def show_value(self, value: Any, marked: frozenset[str]) -> None:  # noqa: ANN401 - JSON
        """Shows a value, the outer levels opened where they are short."""
        before = self.model()
        model = JsonModel(value, marked, self)
        self.setModel(model)
        if before is not None:
            before.deleteLater()
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.path_changed.emit(model.path(now)))
        self._open(model, QModelIndex(), _OPEN_LEVELS)
        self.setCurrentIndex(model.index(0, 0))

    @property
    def path(self) -> str:
        """The path of the value under the cursor."""
        model = self.model()
        return model.path(self.currentIndex()) if isinstance(model, JsonModel) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, JsonModel):
            copy_text(model.node(self.currentIndex()).copied())
        else:
            super().keyPressEvent(event)

    def _open(self, model: JsonModel, parent: QModelIndex, levels: int) -> None:
        for row in range(min(model.rowCount(parent), _OPEN_MOST)):
            index = model.index(row, 0, parent)
            if levels and model.hasChildren(index) and model.rowCount(index) <= _OPEN_MOST:
                self.setExpanded(index, True)
                self._open(model, index, levels - 1)


def _name(node: _Node) -> str:
    if node.name is None:
        return "$"
    return str(node.name) if isinstance(node.name, int) else visible(node.name)


def _color(value: object) -> str:
    if isinstance(value, str):
        return "code-string"
    if isinstance(value, bool) or value is None:
        return "code-literal"
    return "code-number" if isinstance(value, int | float) else "code-punctuation"
