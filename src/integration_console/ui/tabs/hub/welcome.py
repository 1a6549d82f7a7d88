"""What the hub says in a new workspace: two ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from integration_console.ui.language import Translated
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Card, Emblem, EmptyState, Label, Sign, Tone
from integration_console.ui.widgets.refusable import Refusable

_WIDTH = 300


class WayToBegin(Refusable, Card):
    """One thing to begin with: what it is and what it is good for."""

    def __init__(self, icon_name: str) -> None:
        super().__init__(clickable=True)
        self.setFixedWidth(_WIDTH)
        self._title = Label("section")
        self._sentence = Label("muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(Emblem(icon_name, Tone.NEUTRAL))
        head.addWidget(self._title, 1)
        head.addWidget(Sign("arrow-right"))
        self.body.setSpacing(Space.M)
        self.body.addLayout(head)
        self.body.addWidget(self._sentence)
        self.body.addStretch(1)

    def show_words(self, title: str, sentence: str) -> None:
        """Says what it is."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)


class Welcome(Translated, EmptyState):
    """Two cards in the middle of the page."""

    connector_requested = Signal()
    webhook_requested = Signal()

    def __init__(self) -> None:
        super().__init__("waypoints")
        self.webhook = WayToBegin("webhook")
        self.connector = WayToBegin("plug")
        self.connector.clicked.connect(self.connector_requested)
        self.webhook.clicked.connect(self.webhook_requested)
        ways = QHBoxLayout()
        ways.setSpacing(Space.M)
        ways.addStretch(1)
        ways.addWidget(self.webhook)
        ways.addWidget(self.connector)
        ways.addStretch(1)
        self.column.insertLayout(self.column.count() - 1, ways)
        self.retranslate()

    def retranslate(self) -> None:
        self.show_words(
            self.tr("Welcome to Integration Console"),
            self.tr("This workspace is empty. Begin with one of these; the other can follow at any time."),
        )
        self.webhook.show_words(
            self.tr("Create webhook"),
            self.tr("An address where GitHub and others deliver events: verified, stored, shown live in the log."),
        )
        self.connector.show_words(
            self.tr("Add connector"),
            self.tr("A connection to another system: test it here, then send messages to its channels."),
        )
