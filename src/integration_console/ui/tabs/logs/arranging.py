"""Lets a person arrange the columns of the log, and keeps what was chosen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu

from integration_console.ui.icons import icon
from integration_console.ui.tabs.logs.columns import KEYS, titles
from integration_console.ui.tabs.logs.columns_dialog import ColumnsDialog
from integration_console.ui.tabs.logs.layout import BEGINNING, KeptLayout, Layout
from integration_console.ui.tabs.logs.view import LogsView


class Arranger(QObject):
    """A menu at the header for a quick change; the dialog for order, too, and for the keyboard."""

    def __init__(self, view: LogsView, kept: KeptLayout) -> None:
        super().__init__(view)
        table = view.table
        self._table, self._kept = table, kept
        view.columns_wanted.connect(self.ask)
        self._dialog: ColumnsDialog | None = None
        table.show_layout(kept.layout)
        table.layout_changed.connect(kept.keep)
        table.columns_requested.connect(lambda place: self.menu().popup(place))

    def ask(self) -> None:
        """Opens the dialog."""
        if self._dialog is None:
            self._dialog = ColumnsDialog(self._table)
            self._dialog.layout_chosen.connect(self.show)
        self._dialog.ask(self._kept.layout)

    def show(self, layout: Layout) -> None:
        """Shows a layout and keeps it."""
        self._table.show_layout(layout)
        self._kept.keep(layout)

    def menu(self) -> QMenu:
        """A menu of the columns, made for one use."""
        menu = QMenu(self._table)
        menu.aboutToHide.connect(menu.deleteLater)
        layout, names = self._kept.layout, titles()
        for key in layout.order:
            action = menu.addAction(names[KEYS.index(key)])
            action.setCheckable(True)
            action.setChecked(key in layout.shown)
            action.setEnabled(layout.shown != {key})
            action.triggered.connect(lambda _checked=False, key=key: self._toggle(key))
        menu.addSeparator()
        words = QCoreApplication.translate("Arranger", "Arrange columns…")
        menu.addAction(icon("columns-3-cog"), words, self.ask)
        reset = menu.addAction(QCoreApplication.translate("Arranger", "Reset columns"), lambda: self.show(BEGINNING))
        reset.setEnabled(layout != BEGINNING)
        return menu

    def _toggle(self, key: str) -> None:
        layout = self._kept.layout
        self.show(replace(layout, shown=layout.shown ^ {key}))
