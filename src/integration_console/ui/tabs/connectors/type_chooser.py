"""The first step of adding a connector: which outside system it is for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.connectors import ConnectorType
from integration_console.ui.language import Translated
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Card, Dialog, Emblem, Label, Sign, Tone


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
        row.addWidget(Emblem(kind.icon, Tone.NEUTRAL, 40), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(Sign("chevron-right"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(QCoreApplication.translate("ConnectorTypes", self.kind.title))
        self._description.setText(QCoreApplication.translate("ConnectorTypes", self.kind.description))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._description.text())


class TypeChooser(Dialog):
    """Every installed type as a card; one press chooses."""

    type_chosen = Signal(object)

    def __init__(self, types: Sequence[ConnectorType], parent: QWidget) -> None:
        super().__init__(parent, width=480)
        self.primary.hide()
        self.cards = [TypeCard(each) for each in types]
        for card in self.cards:
            card.clicked.connect(lambda kind=card.kind: self._choose(kind))
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.retranslate()
        if self.cards:
            self.cards[0].setFocus()

    def retranslate(self) -> None:
        self.show_title(self.tr("Add connector"), self.tr("Which system should the console talk to?"))
        self.secondary.setText(self.tr("Cancel"))

    def _choose(self, kind: ConnectorType) -> None:
        self.accept()
        self.type_chosen.emit(kind)
