"""All about the key holder who is chosen: what it is, what both sides compare, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from integration_console.domain.errors import ConsoleError, HolderNeeded
from integration_console.ui.language import Translated, error_sentence, formats
from integration_console.ui.tabs.key_holders.rows import KeyRow, Keys
from integration_console.ui.tabs.key_holders.words import holder_name, kind_name, kind_sentence
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    ElidedLabel,
    Label,
    PrimaryButton,
    Rule,
    SecondaryButton,
    StatusPill,
    Tone,
)
from integration_console.ui.widgets.properties import PropertyList

_KEYS = ("kind", "asked_by", "fingerprint", "since")


class KeyHolderPanel(Translated, QFrame):
    """Emits what a person wants of the one that is shown; whoever listens knows which it is."""

    approval_requested = Signal()
    refusal_requested = Signal()
    removal_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._row: KeyRow | None = None
        self._keys = Keys()
        self.name, self.pill = ElidedLabel("heading"), StatusPill()
        self.approve, self.refuse = PrimaryButton("check"), SecondaryButton("x")
        self.remove = SecondaryButton("trash-2")
        self.sentence, self.reason = Label("plain", wrap=True), Label("caption", wrap=True)
        self.properties = PropertyList(_KEYS, frozenset({"fingerprint"}), copies=False)
        self._lay_out()
        self.approve.clicked.connect(self.approval_requested)
        self.refuse.clicked.connect(self.refusal_requested)
        self.remove.clicked.connect(self.removal_requested)
        self.retranslate()

    def show_row(self, row: KeyRow, keys: Keys) -> None:
        """Shows one, and what can be done with it."""
        self._row, self._keys = row, keys
        self._say_row(row)

    def retranslate(self) -> None:
        self.approve.setText(self.tr("Approve…"))
        self.refuse.setText(self.tr("Refuse"))
        self.remove.setText(self.tr("Remove…"))
        self.properties.show_names(
            {
                "kind": self.tr("Key lies in"),
                "asked_by": self.tr("Asked by"),
                "fingerprint": self.tr("Fingerprint"),
                "since": self.tr("Since"),
            }
        )
        if self._row is not None:
            self._say_row(self._row)

    def _say_row(self, row: KeyRow) -> None:
        self.name.show_text(holder_name(row.kind, row.name))
        if row.asks:
            self.pill.show_status(self.tr("Asks for a key"), Tone.WARNING, "hand")
            self.sentence.setText(
                self.tr(
                    "Compare the fingerprint with the one that the other screen shows, by telephone for example. "
                    "Whoever is approved can read every token and signing secret."
                )
            )
        else:
            self.pill.show_status(self.tr("Can open"), Tone.SUCCESS, "lock-open")
            self.sentence.setText(kind_sentence(row.kind))
        self.properties.show_value("kind", kind_name(row.kind))
        self.properties.show_value("asked_by", row.asked_by)
        self.properties.show_value("fingerprint", row.fingerprint)
        self.properties.show_value("since", formats.date_time(row.since, seconds=False))
        self._allow(row)

    def _allow(self, row: KeyRow) -> None:
        """Show the buttons that belong to this row; what cannot be done says why."""
        self.approve.setVisible(row.asks)
        self.refuse.setVisible(row.asks)
        self.remove.setVisible(not row.asks)
        own = HolderNeeded(name=row.name) if row.mine and not row.asks else None
        reasons = [
            _held(self.approve, self._keys.refusal()),
            _held(self.refuse, self._keys.refusal(needs_key=False)),
            _held(self.remove, self._keys.refusal() or own),
        ]
        shown = (reasons[0] if row.asks else reasons[2]) or None
        self.reason.setVisible(shown is not None)
        if shown is not None:
            self.reason.setText(error_sentence(shown))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.M, Space.M)
        head.setSpacing(Space.S)
        head.addWidget(self.pill)
        head.addWidget(self.name, 1)
        for button in (self.refuse, self.approve, self.remove):
            head.addWidget(button)
        facts = QVBoxLayout()
        facts.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        facts.setSpacing(Space.M)
        for part in (self.sentence, self.reason, self.properties):
            facts.addWidget(part)
        facts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addLayout(facts, 1)


def _held(button: QPushButton, error: ConsoleError | None) -> ConsoleError | None:
    button.setEnabled(error is None)
    button.setToolTip(error_sentence(error) if error is not None else "")
    return error
