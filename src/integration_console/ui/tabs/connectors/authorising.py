"""Granting access in the browser: opens it, waits for the answer, and can be left at any time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from integration_console.domain.connectors import Connector
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import filled
from integration_console.ui.theme import Space
from integration_console.ui.widgets import CopyLine, Dialog, Label, Spinner

if TYPE_CHECKING:
    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.work import Work
    from integration_console.ui.tabs.connectors.surroundings import Surroundings

_TITLE = QT_TRANSLATE_NOOP("AuthorisationDialog", "Authorise “{name}”")
_GRANTED = QT_TRANSLATE_NOOP("Authorising", "“{name}” has access")


class AuthorisationDialog(Dialog):
    """Says what happens in the browser; where none opened, the address can be copied. Cancel ends the waiting."""

    def __init__(self, connector: Connector, parent: QWidget) -> None:
        super().__init__(parent, width=480)
        self._connector = connector
        self.sign, self.words = Spinner(), Label("plain", wrap=True)
        self._hint, self.address = Label("muted", wrap=True), CopyLine()
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        self.body.addLayout(line)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.address)
        self.body.addStretch(1)
        self.primary.show_icon("external-link")
        self.show_waiting()

    def show_waiting(self) -> None:
        """The browser is about to open."""
        self._is_waiting = True
        self.banner.hide()
        self.sign.show_turning(True)
        self.show_address("")
        self.retranslate()

    def show_address(self, address: str) -> None:
        """The browser has been sent to this address."""
        self.address.show_text(address)
        for part in (self._hint, self.address):
            part.setVisible(bool(address))
        self.primary.setEnabled(bool(address) or not self._is_waiting)
        self.grow()

    def show_error(self, error: ConsoleError) -> None:
        """Says why there is no access; the primary button begins anew."""
        self._is_waiting = False
        self.sign.show_turning(False)
        self.sign.show_icon("circle-x", "danger")
        self.show_address("")
        super().show_error(error)
        self.retranslate()

    @property
    def is_waiting(self) -> bool:
        """Whether the answer of the browser is awaited."""
        return self._is_waiting

    def go_if_closed(self) -> None:
        """Deletes the dialog once nobody looks at it and nothing works for it."""
        if not self.isVisible():
            self.deleteLater()

    def retranslate(self) -> None:
        title = filled("AuthorisationDialog", _TITLE, {"name": self._connector.name})
        self.show_title(title, self.tr("You sign in at the other system itself; no password comes here."))
        if self._is_waiting:
            self.words.setText(self.tr("Allow the access in your browser. This window goes on by itself."))
            self.primary.setText(self.tr("Open the browser again"))
        else:
            self.words.setText(self.tr("Nothing was stored."))
            self.primary.setText(self.tr("Try again"))
        self._hint.setText(self.tr("If no browser has opened, copy this address into one:"))
        self.address.show_name(self.tr("Address of the sign-in page"))
        self.secondary.setText(self.tr("Cancel"))


class _AddressMail(QObject):
    """Made on the window's thread, emitted on the worker's: carries the address over."""

    ready = Signal(str)


class Authorising(QObject):
    """One authorisation of each connector at a time. `granted`: look again."""

    granted = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self.dialog: AuthorisationDialog | None = None
        self.open_address: Callable[[str], object] = _open_in_browser

    def authorise(self, connector: Connector) -> None:
        """Opens the dialog and the browser."""
        if self._surroundings.tasks.is_running(_key(connector)):
            return
        dialog = self.dialog = AuthorisationDialog(connector, self._surroundings.window)
        dialog.confirmed.connect(lambda: self._confirm(dialog, connector))
        dialog.rejected.connect(lambda: self._surroundings.tasks.cancel(_key(connector)))
        self._surroundings.open(dialog, _key(connector))
        self._begin(dialog, connector)

    def _begin(self, dialog: AuthorisationDialog, connector: Connector) -> None:
        dialog.show_waiting()
        mail = _AddressMail(self)
        mail.ready.connect(lambda address: self._send_to(dialog, address), Qt.ConnectionType.QueuedConnection)
        emit, gateway = mail.ready.emit, self._surroundings.gateway

        def work(work: Work) -> Connector:
            return gateway.authorise(connector.id, emit, work)

        task = self._surroundings.tasks.start(_key(connector), work)
        task.succeeded.connect(lambda done: self._end(dialog, done))
        task.failed.connect(lambda error: self._fail(dialog, connector, error))
        task.finished.connect(mail.deleteLater)
        task.finished.connect(dialog.go_if_closed)

    def _send_to(self, dialog: AuthorisationDialog, address: str) -> None:
        dialog.show_address(address)
        self.open_address(address)

    def _confirm(self, dialog: AuthorisationDialog, connector: Connector) -> None:
        if not dialog.is_waiting:
            self._begin(dialog, connector)
        elif dialog.address.text():
            self.open_address(dialog.address.text())

    def _end(self, dialog: AuthorisationDialog, connector: Connector) -> None:
        dialog.accept()
        self._surroundings.toasts.show_success(filled("Authorising", _GRANTED, {"name": connector.name}))
        self.granted.emit()

    def _fail(self, dialog: AuthorisationDialog, connector: Connector, error: ConsoleError) -> None:
        self._surroundings.report(error, dialog, lambda: self._begin(dialog, connector))


def _open_in_browser(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))


def _key(connector: Connector) -> str:
    return f"connectors: authorise {connector.id}"
