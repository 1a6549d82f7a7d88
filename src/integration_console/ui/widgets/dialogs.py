"""Dialogs: a title, a body, and the buttons at the trailing lower side; Esc leaves, Enter agrees."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from integration_console.domain.errors import ConsoleError
from integration_console.ui.language import Translated
from integration_console.ui.theme import Space
from integration_console.ui.widgets.banner import Banner
from integration_console.ui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from integration_console.ui.widgets.labels import Label


class Dialog(Translated, QDialog):
    """The base of every dialog. Put content into `body`; `confirmed` is emitted, and nothing closes by itself.

    The controller calls `accept()` once the work succeeded, or `show_error` when it did not.
    """

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None, *, width: int = 520, danger: bool = False) -> None:
        super().__init__(parent)
        self.setMinimumWidth(width)
        self._body_width = width
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.title = Label("title", wrap=True)
        self.subtitle = Label("muted", wrap=True)
        self.banner = Banner()
        self.body = QVBoxLayout()
        self.primary: PrimaryButton | DangerButton = DangerButton() if danger else PrimaryButton()
        self.secondary = SecondaryButton()
        self.primary.clicked.connect(self._confirm)
        self.secondary.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = self._header()
        self._foot = self._footer()
        column.addLayout(self._head)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self._scrolled_body(), 1)
        column.addLayout(self._middle, 1)
        column.addWidget(self._foot)

    def show_title(self, title: str, subtitle: str = "") -> None:
        """Says what the dialog is for."""
        self.setWindowTitle(title)
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def show_beside(self, panel: QWidget, width: int) -> None:
        """Puts a panel of this width beside the body; the dialog becomes that much wider."""
        panel.setFixedWidth(width)
        self._middle.addWidget(panel)
        self.setMinimumWidth(self._body_width + width)
        self.resize(self.minimumWidth(), max(self.height(), self._wanted_height(self._body_width)))

    def show_error(self, error: ConsoleError) -> None:
        """Says above the body what went wrong; the dialog stays, with all that was typed."""
        self.show_busy(False)
        self.banner.show_error(error)
        self.grow()

    def show_busy(self, busy: bool) -> None:
        """Nothing can be pressed twice while the work is under way."""
        if busy:
            self.banner.hide()
        self.primary.show_busy(busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        if self.primary.isEnabled() and self.primary.isVisible():
            self.confirmed.emit()

    def _header(self) -> QVBoxLayout:
        header = QVBoxLayout()
        header.setContentsMargins(Space.XL, Space.L + 2, Space.XL, Space.M)
        header.setSpacing(Space.XS)
        header.addWidget(self.title)
        header.addWidget(self.subtitle)
        header.addSpacing(Space.XS)
        header.addWidget(self.banner)
        return header

    def _scrolled_body(self) -> QWidget:
        content = QWidget()
        content.setProperty("role", "clear")
        content.setLayout(self.body)
        self.body.setContentsMargins(Space.XL, Space.S, Space.XL, Space.XL)
        self.body.setSpacing(Space.M)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._make_room())
        return self._scroll

    def _make_room(self) -> None:
        """The scroll bar stands in the margin, so that fields keep their edge."""
        scroll_bar = self._scroll.verticalScrollBar()
        bar = scroll_bar.sizeHint().width() if scroll_bar.maximum() > 0 else 0
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (Space.XL - bar, Space.XL) if mirrored else (Space.XL, Space.XL - bar)
        self.body.setContentsMargins(left, Space.S, right, Space.XL)

    def _footer(self) -> QWidget:
        footer = QFrame()
        footer.setProperty("role", "footer")
        self.footer = QHBoxLayout(footer)
        self.footer.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        self.footer.setSpacing(Space.S)
        self.footer.addStretch(1)
        self.footer.addWidget(self.secondary)
        self.footer.addWidget(self.primary)
        return footer

    def fit(self) -> None:
        """Makes the dialog as high as its body wants, up to most of the screen."""
        self.resize(self.minimumWidth(), self._wanted_height(self._body_width))

    def grow(self) -> None:
        """Makes the dialog higher when its content came to need more room; never smaller."""
        self.resize(self.width(), max(self.height(), self._wanted_height(self._body_width)))

    def show_part(self, part: QWidget) -> None:
        """Makes room for a part of the body that has something new to say, and scrolls there."""
        self.grow()
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            QTimer.singleShot(0, self, self.grow)  # once its parts, too, have said their words again

    def _wanted_height(self, width: int) -> int:
        for label in self.findChildren(QLabel):
            label.ensurePolished()
        wanted = _height(self._head, width) + _height(self.body, width) + self._foot.sizeHint().height()
        return min(wanted, int(self.screen().availableGeometry().height() * 0.85))


def _height(layout: QLayout, width: int) -> int:
    layout.invalidate()
    wanted = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
    return max(wanted, layout.minimumSize().height())


class ConfirmDialog(Dialog):
    """Asks before something is lost, and says what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=440, danger=True)
        self._loss = Label("plain", wrap=True)
        self._loss.setMinimumHeight(1)  # as high as its lines are; Qt would ask for one more
        self.body.addWidget(self._loss)
        self.retranslate()

    def ask(self, title: str, loss: str, action: str) -> None:
        """Opens with a question, what will be lost, and the words of the button that does it."""
        self.show_title(title)
        self._loss.setText(loss)
        self.primary.setText(action)
        self.fit()
        self.secondary.setFocus()
        self.open()

    def retranslate(self) -> None:
        self.secondary.setText(self.tr("Cancel"))
