"""The button that starts a sync: of the one connector there is, or of one that a person chooses."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from integration_console.ui.connector_words import type_icon
from integration_console.ui.icons import icon
from integration_console.ui.language import Translated, user_text
from integration_console.ui.tabs.syncs.model import Known
from integration_console.ui.widgets import PrimaryButton


class StartButton(Translated, PrimaryButton):
    """`chosen` carries the connector. Hidden while there is nothing to sync."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("refresh-cw")
        self._known = Known()
        self.clicked.connect(self.start)
        self.hide()
        self.retranslate()

    def show_known(self, known: Known) -> None:
        """Offers the connectors that can be synced now."""
        self._known = known
        self.setVisible(bool(known.syncing))

    def menu_of_connectors(self) -> QMenu:
        """The connectors that can be synced, to choose from."""
        menu = QMenu(self)
        for each in self._known.syncing:
            action = menu.addAction(icon(type_icon(self._known.type_of(each.id))), user_text(each.name))
            action.triggered.connect(lambda _on=False, chosen=each.id: self.chosen.emit(chosen))
        return menu

    def start(self) -> None:
        """Starts the sync of the only connector, or asks of which."""
        syncing = self._known.syncing
        if len(syncing) == 1:
            self.chosen.emit(syncing[0].id)
            return
        menu = self.menu_of_connectors()
        menu.aboutToHide.connect(menu.deleteLater)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        corner = self.mapToGlobal(QPoint(0 if mirrored else self.width(), self.height() + 4))
        menu.popup(corner - QPoint(0 if mirrored else menu.sizeHint().width(), 0))

    def retranslate(self) -> None:
        self.setText(self.tr("Sync now"))
