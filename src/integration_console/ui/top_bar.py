"""The bar above the pages: where one is, how receiving goes, language and theme."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from integration_console.domain.workspace import ReceiverState
from integration_console.ui.language import LanguageCode, Translated, error_advice, error_title, language, technical
from integration_console.ui.theme import Space, ThemeChoice
from integration_console.ui.theme_menu import ThemeMenu
from integration_console.ui.widgets import Label, QuietButton, SecondaryButton, StatusPill, Tone
from integration_console.ui.workspaces.known import KnownWorkspace
from integration_console.ui.workspaces.words import environment_name, environment_tone

_HEIGHT = 56


class TopBar(Translated, QFrame):
    """Page title, receiver state, language and theme buttons."""

    language_requested = Signal(LanguageCode)
    theme_requested = Signal(ThemeChoice)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setFixedHeight(_HEIGHT)
        self.title = Label("title")
        self.receiver = StatusPill()
        self.environment = StatusPill()
        self._labels: KnownWorkspace | None = None
        self._receiver_state: ReceiverState | None = None
        self._language = QuietButton("languages")
        self.theme_menu = ThemeMenu(self)
        self.verdict = SecondaryButton("shield-check")
        self._language.clicked.connect(lambda: self.language_requested.emit(_other_language()))
        self.theme_menu.chosen.connect(self.theme_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, 0, Space.L, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.title)
        row.addStretch(1)
        for part in (self.environment, self.verdict, self.receiver, self._language, self.theme_menu):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.receiver.hide()
        self.environment.hide()
        self.verdict.hide()
        self.retranslate()

    def show_labels(self, known: KnownWorkspace) -> None:
        """Shows which environment the workspace is, and whether it is locked."""
        self._labels = known
        self._show_labels()

    def show_receiver(self, state: ReceiverState) -> None:
        """Shows whether webhooks are received, and at which address."""
        self._receiver_state = state
        self.receiver.show()
        self._show_receiver()

    def show_verdict(self, name: str, sentence: str, icon: str, tone: Tone) -> None:
        """Shows what is known of the case file that is open; pressed, it tells more."""
        self.verdict.setText(name)
        self.verdict.setToolTip(sentence)
        self.verdict.icon_role = tone.color
        self.verdict.show_icon(icon)
        self.verdict.show()

    def retranslate(self) -> None:
        arabic = language.code is LanguageCode.ARABIC
        self._language.setText("English" if arabic else "العربية")
        self._language.setToolTip(self.tr("Change the language"))
        self._language.setAccessibleName(self.tr("Change the language"))
        self._show_receiver()
        self._show_labels()

    def _show_labels(self) -> None:
        known = self._labels
        if known is None:
            return
        name, locked = environment_name(known.environment), self.tr("locked")
        words = self.tr("{environment}, locked").format(environment=name) if name else locked
        self.environment.setVisible(bool(name) or known.read_only)
        icon = "lock" if known.read_only else "tag"
        self.environment.show_status(words if known.read_only else name, environment_tone(known.environment), icon)
        tip = self.tr("Nothing can be changed until the lock is taken off under “Workspaces”.")
        self.environment.setToolTip(tip if known.read_only else "")

    def _show_receiver(self) -> None:
        state = self._receiver_state
        if state is None:
            return
        if state.trouble is not None:
            self.receiver.show_status(self.tr("Receiving is interrupted"), Tone.WARNING)
            self.receiver.setToolTip(f"{error_title(state.trouble)}\n{error_advice(state.trouble)}")
        elif state.elsewhere:
            self._show_service(state)
        elif state.running:
            address = technical(state.base_url.removeprefix("http://").removeprefix("https://"))
            self.receiver.show_status(self.tr("Receiving at {address}").format(address=address), Tone.SUCCESS, "radio")
            local = self.tr("Reachable from this machine only. Set a public URL to receive from elsewhere.")
            self.receiver.setToolTip("" if state.public else local)
        else:
            self.receiver.show_status(self.tr("Not receiving"), Tone.NEUTRAL)
            self.receiver.setToolTip("")

    def _show_service(self, state: ReceiverState) -> None:
        """The service receives, of a shared database or its own workspace."""
        address = technical(state.base_url.removeprefix("http://").removeprefix("https://"))
        if state.running and address:
            words = self.tr("Service receives at {address}").format(address=address)
            self.receiver.show_status(words, Tone.SUCCESS, "radio")
        elif address:
            self.receiver.show_status(self.tr("Service at {address}").format(address=address), Tone.NEUTRAL)
        else:
            self.receiver.show_status(self.tr("No service receives"), Tone.NEUTRAL)
        tip = self.tr("integration-service receives webhooks and keeps schedules, not this program.")
        self.receiver.setToolTip(tip)


def _other_language() -> LanguageCode:
    return LanguageCode.ENGLISH if language.code is LanguageCode.ARABIC else LanguageCode.ARABIC
