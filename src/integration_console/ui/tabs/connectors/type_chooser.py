"""The first step of adding a connector: which outside system it is for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.connectors import BrokenType, ConnectorType
from integration_console.ui.connector_words import type_icon
from integration_console.ui.language import Translated, technical, user_text
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Card, Dialog, Emblem, Label, Sign, StatusPill, Tone


class TypeCard(Translated, Card):
    """One type of connector: icon, name, and what it is for. Pressed, it chooses the type."""

    def __init__(self, kind: ConnectorType) -> None:
        super().__init__(clickable=True)
        self.kind = kind
        self._title = Label("section")
        self._description = Label("muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._description)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(Emblem(type_icon(kind), Tone.NEUTRAL, 40), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(Sign("chevron-right"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(QCoreApplication.translate("ConnectorTypes", self.kind.title))
        self._description.setText(QCoreApplication.translate("ConnectorTypes", self.kind.description))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._description.text())


class BrokenCard(Translated, Card):
    """A type that is installed but cannot be used, and why; it cannot be pressed."""

    def __init__(self, broken: BrokenType) -> None:
        super().__init__()
        self.broken = broken
        self._title, self._pill = Label("section", technical(broken.key)), StatusPill()
        self._reason = Label("muted", user_text(broken.reason), wrap=True)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._pill)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self._reason)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(Emblem("unplug", Tone.WARNING, 40), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self._title.setEnabled(False)
        self.retranslate()

    def retranslate(self) -> None:
        self._pill.show_status(self.tr("Cannot be used"), Tone.WARNING)
        self.setAccessibleName(self.broken.key)
        self.setAccessibleDescription(self.broken.reason)


class TypeChooser(Dialog):
    """Every installed type as a card; one press chooses. Those that cannot be used stand below, with the reason."""

    type_chosen = Signal(object)

    def __init__(self, types: Sequence[ConnectorType], broken: Sequence[BrokenType], parent: QWidget) -> None:
        super().__init__(parent, width=480)
        self.primary.hide()
        self.cards = [TypeCard(each) for each in types]
        self.broken_cards = [BrokenCard(each) for each in broken]
        for card in self.cards:
            card.clicked.connect(lambda kind=card.kind: self._choose(kind))
            self.body.addWidget(card)
        for broken_card in self.broken_cards:
            self.body.addWidget(broken_card)
        self.body.addStretch(1)
        self.retranslate()
        if self.cards:
            self.cards[0].setFocus()

    def card_of(self, key: str) -> TypeCard:
        """The card of a type; KeyError for one that is not offered."""
        return {card.kind.key: card for card in self.cards}[key]

    def retranslate(self) -> None:
        self.show_title(self.tr("Add connector"), self.tr("Which system should the console talk to?"))
        self.secondary.setText(self.tr("Cancel"))

    def _choose(self, kind: ConnectorType) -> None:
        self.accept()
        self.type_chosen.emit(kind)
