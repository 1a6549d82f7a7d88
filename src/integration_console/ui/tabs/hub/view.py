"""The hub: numbers, connectors, recent activity; in a new workspace, two ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from integration_console.domain.connectors import Connector
from integration_console.ui.language import Translated
from integration_console.ui.tabs.hub.activity import HubActivity
from integration_console.ui.tabs.hub.connector_card import ConnectorCard
from integration_console.ui.tabs.hub.model import HubContents
from integration_console.ui.tabs.hub.numbers import HubNumbers
from integration_console.ui.tabs.hub.welcome import Welcome
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Card, CardGrid, ContentStates, Label, LinkButton, Skeleton

_MOST_CARDS = 6
_CARD_WIDTH = 290
_SAY_TIMES_MS = 30_000


class HubView(Translated, QWidget):
    """Emits where a person wants to go; the ids are those of connectors."""

    page_requested = Signal(str)
    connector_chosen = Signal(str)
    check_requested = Signal(str)
    message_requested = Signal(str)
    connector_requested = Signal()
    webhook_requested = Signal()
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.numbers = HubNumbers()
        self.connectors = CardGrid(_CARD_WIDTH)
        self.activity = HubActivity()
        self.welcome = Welcome()
        self._contents: HubContents | None = None
        self._cards: dict[str, ConnectorCard] = {}
        self._why_no_connector, self._why_no_check, self._why_no_message = "", "", ""
        self._connectors_heading = Label("heading")
        self._activity_heading = Label("heading")
        self.all_connectors = LinkButton()
        self._whole_log = LinkButton()
        self._none = Label("muted", wrap=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def cards(self) -> tuple[ConnectorCard, ...]:
        """The connectors' cards in reading order."""
        return tuple(card for card in self.connectors.cards if isinstance(card, ConnectorCard))

    @property
    def contents(self) -> HubContents | None:
        """What is shown now."""
        return self._contents

    def show_contents(self, contents: HubContents) -> None:
        """Shows the hub at one moment."""
        self._contents = contents
        if contents.is_new:
            self.states.show_empty()
            return
        self.numbers.show_statistics(contents.statistics)
        self.activity.show_entries(contents.entries)
        self._show_connectors(contents)
        self._say_how_many()
        self.states.show_content()

    def refuse_connectors(self, why: str) -> None:
        """No connector can be added, and why; "": one can."""
        self._why_no_connector = why
        self.welcome.connector.refuse(why)
        self._say_how_many()

    def refuse_checks(self, why: str) -> None:
        """No connector can be tested, and why; "": they can."""
        self._why_no_check = why
        for card in self.cards:
            card.check.refuse(why)

    def refuse_messages(self, why: str) -> None:
        """Nothing can be sent, and why; "": it can."""
        self._why_no_message = why
        for card in self.cards:
            card.send.refuse(why)

    def retranslate(self) -> None:
        self._connectors_heading.setText(self.tr("Connectors"))
        self._activity_heading.setText(self.tr("Recent activity"))
        self._whole_log.setText(self.tr("Open the log"))
        self._none.setText(self.tr("No connectors yet. Add one to send messages to other systems."))
        self._say_how_many()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _show_connectors(self, contents: HubContents) -> None:
        seen = contents.most_pressing[:_MOST_CARDS]
        self._none.setVisible(not seen)
        self.connectors.setVisible(bool(seen))
        wanted = [self._card_of(connector, contents) for connector in seen]
        self._cards = {connector.id: card for connector, card in zip(seen, wanted, strict=True)}
        if tuple(wanted) != self.connectors.cards:
            self.connectors.show_cards(wanted)

    def _card_of(self, connector: Connector, contents: HubContents) -> ConnectorCard:
        kind, run = contents.type_of(connector), contents.run_of(connector)
        card = self._cards.get(connector.id)
        if card is not None:
            card.show_connector(connector, kind, run)
            return card
        card = ConnectorCard(connector, kind, run)
        card.check.refuse(self._why_no_check)
        card.send.refuse(self._why_no_message)
        card.opened.connect(self.connector_chosen)
        card.check_requested.connect(self.check_requested)
        card.message_requested.connect(self.message_requested)
        return card

    def _say_how_many(self) -> None:
        number = len(self._contents.connectors) if self._contents else 0
        words = QCoreApplication.translate("HubView", "See %Ln connector(s)", "", number)
        self.all_connectors.setText(words if number else self.tr("Add connector"))
        self.all_connectors.refuse("" if number else self._why_no_connector)

    def _say_times_again(self) -> None:
        for part in (*self.cards, *self.activity.rows):
            part.retranslate()

    def _open_connectors(self) -> None:
        if self._contents is not None and self._contents.connectors:
            self.page_requested.emit("connectors")
        else:
            self.connector_requested.emit()

    def _connect(self) -> None:
        self.numbers.page_requested.connect(self.page_requested)
        self.activity.log_requested.connect(lambda: self.page_requested.emit("logs"))
        self._whole_log.clicked.connect(lambda: self.page_requested.emit("logs"))
        self.all_connectors.clicked.connect(self._open_connectors)
        self.welcome.connector_requested.connect(self.connector_requested)
        self.welcome.webhook_requested.connect(self.webhook_requested)
        timer = QTimer(self)
        timer.timeout.connect(self._say_times_again)
        timer.start(_SAY_TIMES_MS)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addWidget(self.numbers)
        column.addSpacing(Space.S)
        column.addLayout(_line(self._connectors_heading, self.all_connectors))
        column.addWidget(self._none)
        column.addWidget(self.connectors)
        column.addSpacing(Space.S)
        column.addLayout(_line(self._activity_heading, self._whole_log))
        column.addWidget(self.activity)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        self.states = ContentStates(area, self.welcome, _skeleton())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)


def _line(heading: Label, link: LinkButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(heading)
    row.addStretch(1)
    row.addWidget(link)
    return row


def _skeleton() -> QWidget:
    """Grey shapes where the cards and the list will be."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
    column.setSpacing(Space.XL)
    for lines, number, width in ((3, 4, 210), (4, 3, 290)):
        grid = CardGrid(width, even=True)
        cards = [Card() for _ in range(number)]
        for card in cards:
            card.body.addWidget(Skeleton(lines))
        grid.show_cards(cards)
        column.addWidget(grid)
    column.addWidget(Skeleton(6))
    column.addStretch(1)
    return page
