"""Sending a message through a connector, from the dialog to the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from integration_console.domain.connectors import Connector, ConnectorType, Receipt
from integration_console.domain.errors import ConsoleError, InvalidInput
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import filled
from integration_console.ui.tabs.connectors.message_dialog import MessageDialog

if TYPE_CHECKING:
    from integration_console.ui.tabs.connectors.surroundings import Surroundings

_TOOK = QT_TRANSLATE_NOOP("Sending", "{name} posted it in {channel}.")


class Sending(QObject):
    """The dialog stays until the message has arrived; what was written is never lost."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self.dialog: MessageDialog | None = None

    def compose(self, connector: Connector, kind: ConnectorType) -> None:
        """Opens an empty message."""
        dialog = self.dialog = MessageDialog(connector, kind, self._surroundings.window)
        dialog.confirmed.connect(lambda: self._send(dialog, connector))
        self._surroundings.open(dialog, _key(connector))

    def _send(self, dialog: MessageDialog, connector: Connector) -> None:
        try:
            message = dialog.message()
        except InvalidInput as error:
            dialog.show_error(error)
            return
        dialog.form.show_problems(())
        gateway = self._surroundings.gateway
        task = self._surroundings.run_for(dialog, _key(connector), lambda _work: gateway.notify(connector.id, message))
        task.succeeded.connect(lambda receipt: self._end(dialog, connector, receipt))
        task.failed.connect(lambda error: self._fail(dialog, connector, error))

    def _end(self, dialog: MessageDialog, connector: Connector, receipt: Receipt) -> None:
        dialog.accept()
        names = {"name": connector.name, "channel": receipt.channel}
        self._surroundings.toasts.show_success(
            self.tr("Message sent"), filled("Sending", _TOOK, names) if receipt.channel else ""
        )

    def _fail(self, dialog: MessageDialog, connector: Connector, error: ConsoleError) -> None:
        self._surroundings.report(error, dialog, lambda: self._send(dialog, connector))


def _key(connector: Connector) -> str:
    return f"connectors: send {connector.id}"
