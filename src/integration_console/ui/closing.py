"""What happens when the window is closed: keep receiving in the tray, or stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from integration_console.ui.icons import icon
from integration_console.ui.language import Translated
from integration_console.ui.widgets import Dialog, SecondaryButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.ui.main_window import MainWindow


class ClosingDialog(Dialog):
    """Asks whether the receiver shall go on without a window."""

    kept = Signal()

    def __init__(self, parent: QWidget, *, tray: bool, ends: bool) -> None:
        """Offer the tray only where there is one; `ends`: the program ends with this window."""
        super().__init__(parent, width=460, danger=True)
        self._ends = ends
        self.keep = SecondaryButton("inbox")
        self.keep.setVisible(tray)
        self.keep.clicked.connect(self.kept)
        self.footer.insertWidget(self.footer.count() - 1, self.keep)
        self.retranslate()

    def retranslate(self) -> None:
        """Say all words in the present language."""
        self.show_title(
            self.tr("Stop receiving webhooks?"),
            self.tr("While the console is closed, senders are refused and must send again later."),
        )
        self.secondary.setText(self.tr("Cancel"))
        self.keep.setText(self.tr("Keep receiving in the tray"))
        self.primary.setText(self.tr("Stop and quit") if self._ends else self.tr("Stop and close"))


class Tray(Translated, QWidget):
    """The icon in the tray while the window is hidden: open the window again, or stop."""

    quit_requested = Signal()

    def __init__(self, window: MainWindow) -> None:
        """Belong to `window`, hidden at first."""
        super().__init__(window)
        self.hide()
        self._window = window
        self._menu = QMenu(window)
        self._open, self._quit = QAction(self), QAction(self)
        self._menu.addActions([self._open, self._quit])
        self._icon = QSystemTrayIcon(icon("webhook"), self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self.open_window)
        self._open.triggered.connect(self.open_window)
        self._quit.triggered.connect(self.quit_requested)
        self.retranslate()

    def take_over(self) -> None:
        """Show the icon and hide the window."""
        self._icon.show()
        self._window.hide()

    def open_window(self) -> None:
        """Show the window again."""
        self._icon.hide()
        self._window.show()
        self._window.activateWindow()

    def retranslate(self) -> None:
        """Say all words in the present language."""
        self._open.setText(self.tr("Open the console"))
        self._quit.setText(self.tr("Stop and quit"))
        self._icon.setToolTip(self.tr("Integration Console is receiving webhooks"))


class Closing(QObject):
    """Decides what closing the window means; `quit_agreed` is emitted when the program may end."""

    quit_agreed = Signal()

    def __init__(self, window: MainWindow) -> None:
        """Watch over `window`; set `receives` to True while senders count on us."""
        super().__init__(window)
        self._window = window
        self._tray: Tray | None = None
        self._agreed = False
        self.receives = False
        self.is_last: Callable[[], bool] = lambda: True
        """Whether the program ends with this window."""
        self.dialog: ClosingDialog | None = None
        window.may_close = self.may_close

    def may_close(self) -> bool:
        """Return whether the window may close now; otherwise ask."""
        if self._agreed or not self.receives:
            self.quit_agreed.emit()
            return True
        self._ask()
        return False

    def come_back(self) -> None:
        """Show the window before all others, out of the tray too."""
        if self._tray is not None:
            self._tray.open_window()
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _ask(self) -> None:
        has_tray = QSystemTrayIcon.isSystemTrayAvailable()
        dialog = self.dialog = ClosingDialog(self._window, tray=has_tray, ends=self.is_last())
        dialog.confirmed.connect(self.quit)
        dialog.kept.connect(self._keep)
        dialog.fit()
        dialog.open()

    def _keep(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        if self._tray is None:
            self._tray = Tray(self._window)
            self._tray.quit_requested.connect(self.quit)
        self._tray.take_over()

    def quit(self) -> None:
        """Close the window without asking."""
        self._agreed = True
        if self.dialog is not None:
            self.dialog.accept()
        if not self._window.close() or not self._window.isVisible():
            self.quit_agreed.emit()
