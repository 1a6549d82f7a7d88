"""The page of key holders: the list, what can be done with the keys as a whole, and below it the one who is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.errors import VaultLocked
from integration_console.ui.language import Translated, error_sentence, error_title, technical
from integration_console.ui.tabs.key_holders.model import KeyHoldersModel
from integration_console.ui.tabs.key_holders.panel import KeyHolderPanel
from integration_console.ui.tabs.key_holders.rows import KeyRow, Keys
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    Banner,
    ContentStates,
    DataTable,
    EmptyState,
    ListOverPanel,
    PrimaryButton,
    SecondaryButton,
    Skeleton,
    Tone,
)


class KeyHoldersView(Translated, QWidget):
    """Emits what a person wants; shows what it is given."""

    ask_requested = Signal()
    unlock_requested = Signal()
    approval_requested = Signal(object)
    refusal_requested = Signal(object)
    removal_requested = Signal(object)
    passphrase_requested = Signal()
    recovery_requested = Signal()
    replacement_requested = Signal()
    shown = Signal()

    def __init__(self, model: KeyHoldersModel) -> None:
        super().__init__()
        self.model = model
        model.setParent(self)
        self.keys = Keys()
        self._chosen = ""
        self.banner = Banner()
        self.ask = PrimaryButton("hand")
        self.passphrase = SecondaryButton("text-cursor-input")
        self.recovery = SecondaryButton("life-buoy")
        self.replace = SecondaryButton("rotate-cw")
        self.table = DataTable()
        self.table.show_model(model, [column.width for column in model.columns])
        self.panel = KeyHolderPanel()
        self._empty = EmptyState("lock")
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def chosen(self) -> KeyRow | None:
        """The row that is chosen."""
        return next((row for row in self.model.rows if row.id == self._chosen), None)

    def show_keys(self, keys: Keys) -> None:
        """Shows all of them; the one who was chosen stays chosen."""
        self.keys = keys
        with QSignalBlocker(self.table.selectionModel()):
            self.model.show_rows(keys.rows)
        self._say_state()
        if not keys.rows:
            self.states.show_empty()
            return
        self.states.show_content()
        self._choose(self._chosen if self.model.place_of(self._chosen) >= 0 else keys.rows[0].id)

    def retranslate(self) -> None:
        self.ask.setText(self.tr("Ask for a key…"))
        self.passphrase.setText(self.tr("Add passphrase…"))
        self.recovery.setText(self.tr("New recovery code…"))
        self.replace.setText(self.tr("Replace key…"))
        self.table.setAccessibleName(self.tr("Key holders"))
        self._empty.show_words(
            self.tr("No keys yet"), self.tr("The first key is made when the workspace is protected.")
        )
        self._say_state()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _say_state(self) -> None:
        """What this program can do with the secrets, and which buttons count."""
        keys = self.keys
        refused = keys.refusal()
        for button in (self.passphrase, self.recovery, self.replace):
            button.setEnabled(refused is None)
            button.setToolTip(error_sentence(refused) if refused else "")
        self.ask.setVisible(bool(keys.rows) and keys.may_ask and not keys.holds and keys.asked is None)
        self.banner.setVisible(bool(keys.rows) and not keys.unlocked)
        if keys.asked is not None:
            self.banner.show_message(
                Tone.INFO,
                self.tr("This program waits for its key"),
                self.tr("Somebody who can open the secrets approves it. Read this fingerprint to them: {words}").format(
                    words=technical(keys.asked.fingerprint)
                ),
                quietly=True,
            )
        elif not keys.unlocked:
            self.banner.show_message(
                Tone.WARNING,
                error_title(VaultLocked()),
                self.tr(
                    "Everything can be looked at. To run syncs and tests here, type a passphrase or ask for a key."
                ),
                self.tr("Unlock…"),
                quietly=True,
            )

    def _choose(self, row_id: str) -> None:
        self._chosen = row_id
        place = self.model.place_of(row_id)
        with QSignalBlocker(self.table.selectionModel()):
            self.table.setCurrentIndex(self.model.index(place, 0))
        self.table.viewport().update()
        self.panel.show_row(self.model.rows[place], self.keys)

    def _select(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            self._choose(self.model.rows[place].id)

    def _connect(self) -> None:
        self.ask.clicked.connect(self.ask_requested)
        self.passphrase.clicked.connect(self.passphrase_requested)
        self.recovery.clicked.connect(self.recovery_requested)
        self.replace.clicked.connect(self.replacement_requested)
        self.banner.action_requested.connect(self.unlock_requested)
        self.table.row_selected.connect(self._select)
        self.panel.approval_requested.connect(lambda: self.approval_requested.emit(self.chosen))
        self.panel.refusal_requested.connect(lambda: self.refusal_requested.emit(self.chosen))
        self.panel.removal_requested.connect(lambda: self.removal_requested.emit(self.chosen))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.ask)
        head.addStretch(1)
        for button in (self.passphrase, self.recovery, self.replace):
            head.addWidget(button)
        content = ListOverPanel(head, self.table, self.panel, (380, 280), notice=self.banner)
        self.states = ContentStates(content, self._empty, Skeleton(lines=8, inset=int(Space.L)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        whole.addWidget(self.states)
