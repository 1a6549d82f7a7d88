"""What would be enough for the API key that is chosen, where its uses of the last 30 days can tell."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.api_key_policy import needed_grants
from integration_console.domain.api_keys import ApiKey, KeyUsage
from integration_console.domain.permissions import Grant
from integration_console.ui.language import Translated, formats
from integration_console.ui.tabs.api_keys.rules import Keyring
from integration_console.ui.tabs.api_keys.words import grant_names
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Label, LinkButton


class NarrowingSection(Translated, QWidget):
    """Proposes fewer permissions. `requested` carries the key as it would be."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._needed: tuple[Grant, ...] = ()
        self._keyring = Keyring()
        self._enough = Label("caption", wrap=True)
        self.button = LinkButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._enough)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.button.clicked.connect(lambda: self.requested.emit(self._needed))
        self.hide()
        self.retranslate()

    def text(self) -> str:
        """What is proposed."""
        return self._enough.text()

    def forget(self) -> None:
        """Nothing is known yet of the uses of the key that is chosen."""
        self.hide()

    def show_key(self, key: ApiKey, keyring: Keyring, usage: KeyUsage) -> None:
        """Says what would be enough, or nothing where that is not known or no less."""
        self._needed, self._keyring = needed_grants(key, usage, datetime.now(UTC)) or (), keyring
        self.button.setVisible(keyring.refusal_to_change(key) is None)
        self.setVisible(bool(self._needed))
        self.retranslate()

    def retranslate(self) -> None:
        named = formats.listing(grant_names(self._needed, self._keyring.connectors))
        sentence = self.tr("Enough for all its uses of the last 30 days: {permissions}")
        self._enough.setText(sentence.format(permissions=named))
        self.button.setText(self.tr("Take the others away…"))
