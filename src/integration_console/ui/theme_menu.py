"""The button of the theme: it shows which one there is, and opens the choice of all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from integration_console.ui.icons import icon
from integration_console.ui.language import Translated, technical
from integration_console.ui.theme import ThemeChoice, theme
from integration_console.ui.widgets import IconButton
from integration_console.ui.widgets.menus import open_below

NEXT_KEYS = "Ctrl+Shift+L"
"""What goes to the next theme without the menu."""
_ICONS = {
    ThemeChoice.LIGHT: "sun",
    ThemeChoice.DARK: "moon",
    ThemeChoice.CONTRAST: "contrast",
    ThemeChoice.SYSTEM: "monitor",
}


class ThemeMenu(Translated, IconButton):
    """`chosen` carries what a person wants; the menu ticks what is in force."""

    chosen = Signal(ThemeChoice)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sun", parent)
        self.choices = QMenu(self)
        self.actions_by_choice = {choice: self._added(choice) for choice in ThemeChoice}
        group = QActionGroup(self.choices)
        for action in self.actions_by_choice.values():
            group.addAction(action)
        self.clicked.connect(lambda: open_below(self.choices, self))
        theme.theme_changed.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        words = {
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
            ThemeChoice.CONTRAST: self.tr("High contrast"),
            ThemeChoice.SYSTEM: self.tr("Like the system"),
        }
        for choice, action in self.actions_by_choice.items():
            action.setText(words[choice])
        self._show()

    def _show(self) -> None:
        self.actions_by_choice[theme.choice].setChecked(True)
        shown = ThemeChoice(theme.name)
        self.show_icon(_ICONS[shown])
        name = self.tr("Theme: {name} ({keys} for the next one)")
        self.show_name(name.format(name=self.actions_by_choice[shown].text(), keys=technical(NEXT_KEYS)))

    def _added(self, choice: ThemeChoice) -> QAction:
        action = self.choices.addAction(icon(_ICONS[choice]), "")
        action.setCheckable(True)
        action.triggered.connect(lambda _checked=False: self.chosen.emit(choice))
        return action
