"""What else can be done with the log: a menu that any part of the page, and other parts of the window, add to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from integration_console.ui.icons import icon
from integration_console.ui.language import Translated, technical
from integration_console.ui.widgets import IconButton
from integration_console.ui.widgets.menus import open_below
from integration_console.ui.widgets.refusable import Refusable


class MenuAction(Refusable, QAction):
    """An action that may be refused to the one who looks."""


class MoreMenu(Translated, IconButton):
    """A button with a menu below it; it is hidden while there is nothing in the menu."""

    def __init__(self) -> None:
        super().__init__("ellipsis-vertical")
        self.choices = QMenu(self)
        self.choices.setToolTipsVisible(True)
        self._words: list[tuple[MenuAction, Callable[[], str]]] = []
        self.clicked.connect(self.open_menu)
        self.hide()
        self.retranslate()

    def add_action(
        self, icon_name: str, words: Callable[[], str], chosen: Callable[[], object], keys: str = ""
    ) -> MenuAction:
        """Adds an action. `words` is asked again when the language changes; `keys` are shown beside the words only."""
        action = MenuAction(icon(icon_name), "", self.choices)
        action.triggered.connect(lambda _checked=False: chosen())
        self.choices.addAction(action)
        self._words.append((action, lambda: f"{words()}\t{keys}" if keys else words()))
        self.show()
        self.retranslate()
        return action

    def add_separator(self) -> None:
        """Adds a line between actions that belong together."""
        self.choices.addSeparator()

    def open_menu(self) -> None:
        """Opens the menu below the button."""
        open_below(self.choices, self)

    def retranslate(self) -> None:
        self.show_name(self.tr("More ({keys}, in the table)").format(keys=technical("Shift+F10")))
        for action, words in self._words:
            action.setText(words())
