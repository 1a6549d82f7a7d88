"""What the API key that is chosen may do: one sentence, and the whole list only for who wants it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.api_keys import ApiKey, preset_of
from integration_console.ui.language import Translated, formats
from integration_console.ui.tabs.api_keys.rules import Keyring
from integration_console.ui.tabs.api_keys.words import grant_names
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Label, LinkButton

_EVERYTHING = "admin"


class PermissionLine(Translated, QWidget):
    """All permissions by name; of a key that may do everything they are folded away until somebody asks."""

    def __init__(self) -> None:
        super().__init__()
        self._key: ApiKey | None = None
        self._keyring = Keyring()
        self._unfolded = False
        self._may = Label("plain", wrap=True)
        self.fold = LinkButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._may)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeading)
        self.fold.clicked.connect(self._turn)
        self.retranslate()

    def text(self) -> str:
        """What is said."""
        return self._may.text()

    def show_key(self, key: ApiKey, keyring: Keyring) -> None:
        """Shows what a key may do; of another key the list is folded away again."""
        if self._key is None or self._key.id != key.id:
            self._unfolded = False
        self._key, self._keyring = key, keyring
        self.retranslate()

    def retranslate(self) -> None:
        key = self._key
        if key is None:
            return
        is_everything = preset_of(key.grants) == _EVERYTHING
        named = formats.listing(grant_names(key.grants, self._keyring.connectors))
        everything = self.tr("May: everything that a key can be given")
        is_short = is_everything and not self._unfolded
        self._may.setText(everything if is_short else self.tr("May: {permissions}").format(permissions=named))
        self.fold.setVisible(is_everything)
        self.fold.setText(self.tr("Show all permissions") if is_short else self.tr("Show less"))

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self.retranslate()
