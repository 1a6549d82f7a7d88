"""A button that does the usual thing, with an arrow beside it for its variants."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from integration_console.ui.icons import icon
from integration_console.ui.widgets.buttons import PrimaryButton
from integration_console.ui.widgets.menus import open_below
from integration_console.ui.widgets.refusable import Refusable

_ARROW_WIDTH = 30


class SplitButton(Refusable, QWidget):
    """`clicked` is the usual thing, `chosen` carries the key of a variant."""

    clicked = Signal()
    chosen = Signal(str)

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self.button = PrimaryButton(icon_name)
        self.arrow = PrimaryButton("chevron-down")
        self.arrow.setFixedWidth(_ARROW_WIDTH)
        self.arrow.setProperty("slim", True)
        self.menu = QMenu(self)
        self.actions_by_key: dict[str, QAction] = {}
        self.button.clicked.connect(self.clicked)
        self.arrow.clicked.connect(self.open_menu)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.button)
        row.addWidget(self.arrow)

    def offer(self, key: str, icon_name: str) -> None:
        """Adds a variant; its words come by `show_words`."""
        action = self.actions_by_key[key] = QAction(icon(icon_name), "", self)
        action.triggered.connect(lambda: self.chosen.emit(key))
        self.menu.addAction(action)

    def show_words(self, usual: str, variants: dict[str, str], more: str) -> None:
        """Says all words: of the button, of the variants by key, and the name of the arrow."""
        self.button.setText(usual)
        self.arrow.setAccessibleName(more)
        self.arrow.setToolTip(more)
        for key, text in variants.items():
            self.actions_by_key[key].setText(text)

    def open_menu(self) -> None:
        """Opens the variants below the button."""
        open_below(self.menu, self)
