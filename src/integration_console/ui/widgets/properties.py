"""Names and values below each other, each value to be copied; what has no value is not shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from integration_console.ui.language import technical
from integration_console.ui.theme import Space
from integration_console.ui.widgets.copying import CopyButton
from integration_console.ui.widgets.labels import ElidedLabel, Label

_ROW_HEIGHT = 26


class PropertyList(QWidget):
    """One line for each key, in order; those in `codes` read left to right. `copies`: with buttons to copy."""

    def __init__(self, keys: Sequence[str], codes: frozenset[str] = frozenset(), *, copies: bool = True) -> None:
        super().__init__()
        self._codes, self._copies = codes, copies
        self._values: dict[str, str] = {}
        self._lines: dict[str, tuple[Label, ElidedLabel, CopyButton]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, key in enumerate(keys):
            value = ElidedLabel("code" if key in codes else "plain")
            line = Label("muted"), value, CopyButton(partial(self.value, key), self)
            for column, part in enumerate(line if copies else line[:2]):
                part.setFixedHeight(_ROW_HEIGHT)
                grid.addWidget(part, row, column)
            line[2].setVisible(copies)
            self._lines[key] = line
            self.show_value(key, "")

    def show_names(self, names: Mapping[str, str]) -> None:
        """Names the lines, in the language in force."""
        for key, name in names.items():
            self._lines[key][0].setText(name)

    def show_value(self, key: str, text: str) -> None:
        """Shows a value, or no line where it is empty."""
        self._values[key] = text
        self._lines[key][1].show_text(technical(text) if key in self._codes else text)
        for part in self._lines[key][: 3 if self._copies else 2]:
            part.setVisible(bool(text))

    def value(self, key: str) -> str:
        """The value that is shown."""
        return self._values[key]
