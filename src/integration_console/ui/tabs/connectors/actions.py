"""What can be done with a connector, once for buttons, menus and the keyboard."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from integration_console.domain.connectors import Connector, ConnectorStatus, ConnectorType
from integration_console.ui.icons import icon
from integration_console.ui.language import Translated, technical
from integration_console.ui.widgets.refusable import Refusable


class Action(Refusable, QAction):
    """An action that may be refused."""


class ConnectorActions(Translated, QWidget):
    """The actions of the page with their keys; a widget without size, so that it hears of a new language."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.add = self._action("plus", "N")
        self.send = self._action("send", "Ctrl+M")
        self.check = self._action("plug-zap", "Ctrl+T")
        self.authorise = self._action("key-round", "")
        self.edit = self._action("pencil", "F2")
        self.switch = self._action("power", "")
        self.remove = self._action("trash-2", "Del", "danger")
        self._active = True
        parent.addActions([self.add, self.send, self.check, self.edit, self.remove])
        self.retranslate()

    def show_connector(self, connector: Connector | None, kind: ConnectorType | None, *, is_checked: bool) -> None:
        """Enables what can be done with the chosen connector now."""
        self._active = connector is not None and connector.status is ConnectorStatus.ACTIVE
        for action in (self.edit, self.switch, self.remove):
            action.setEnabled(connector is not None)
        can_send = kind is not None and "notify" in kind.actions
        self.authorise.setVisible(kind is not None and kind.authorises)
        self.send.setVisible(can_send or connector is None)
        self.send.setEnabled(can_send and self._active)
        self.check.setEnabled(connector is not None and not is_checked)
        self.retranslate()

    def menu(self, parent: QWidget) -> QMenu:
        """The menu for the chosen connector."""
        menu = QMenu(parent)
        menu.addActions([self.send, self.check, self.authorise, self.edit])
        menu.addSeparator()
        menu.addActions([self.switch, self.remove])
        return menu

    def retranslate(self) -> None:
        self.add.setText(self.tr("Add connector"))
        self.send.setText(self.tr("Send message"))
        self.check.setText(self.tr("Test"))
        self.authorise.setText(self.tr("Authorise…"))
        self.edit.setText(self.tr("Edit"))
        self.switch.setText(self.tr("Deactivate") if self._active else self.tr("Activate"))
        self.remove.setText(self.tr("Delete…"))

    def _action(self, icon_name: str, keys: str, role: str = "text-muted") -> Action:
        action = Action(icon(icon_name, role), "", self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        return action


def with_keys(action: QAction) -> str:
    """The words of an action and its keys, for the tip of a button."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{action.text()}  ({technical(keys)})" if keys else action.text()
