"""One connector at a glance: name, state, reason, and the quick actions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from integration_console.domain.connectors import Connector, ConnectorStatus, ConnectorType
from integration_console.domain.syncs import SyncRun
from integration_console.ui.connector_words import checked_words, reason_of, show_state, type_icon, type_title
from integration_console.ui.language import Translated
from integration_console.ui.sync_words import lately
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Card, ElidedLabel, Emblem, IconButton, Label, Rule, StatusPill, Tone


class ConnectorCard(Translated, Card):
    """Opens the connector when pressed; its buttons test it and send through it."""

    check_requested = Signal(str)
    message_requested = Signal(str)
    opened = Signal(str)

    def __init__(self, connector: Connector, kind: ConnectorType | None, run: SyncRun | None = None) -> None:
        super().__init__(clickable=True)
        self._connector, self._kind, self._run = connector, kind, run
        self._emblem = Emblem(type_icon(kind), Tone.NEUTRAL)
        self.name = ElidedLabel("section")
        self._type = Label("caption")
        self.state = StatusPill()
        self.reason = ElidedLabel("muted")
        self.checked = ElidedLabel("caption")
        self.check = IconButton("plug-zap")
        self.send = IconButton("send")
        self.open = IconButton("arrow-right")
        self._lay_out()
        self.clicked.connect(lambda: self.opened.emit(self._connector.id))
        self.open.clicked.connect(lambda: self.opened.emit(self._connector.id))
        self.check.clicked.connect(lambda: self.check_requested.emit(self._connector.id))
        self.send.clicked.connect(lambda: self.message_requested.emit(self._connector.id))
        self.show_connector(connector, kind, run)

    def show_connector(self, connector: Connector, kind: ConnectorType | None, run: SyncRun | None = None) -> None:
        """Shows the connector as it is now, and its newest sync."""
        self._connector, self._kind, self._run = connector, kind, run
        self.send.setVisible(kind is not None and "notify" in kind.actions)
        self.send.setEnabled(connector.status is ConnectorStatus.ACTIVE)
        self.retranslate()

    def retranslate(self) -> None:
        connector = self._connector
        self.name.show_text(connector.name)
        self._type.setText(type_title(connector, self._kind))
        show_state(self.state, connector)
        self.reason.show_text(reason_of(connector))
        self.checked.show_text(self._lately())
        self.check.show_name(self.tr("Test"))
        active = connector.status is ConnectorStatus.ACTIVE
        self.send.show_name(self.tr("Send message") if active else self.tr("Activate the connector to send messages"))
        self.open.show_name(self.tr("Open"))
        self.setAccessibleName(connector.name)
        self.setAccessibleDescription(f"{self.state.text}\n{reason_of(connector)}")

    def _lately(self) -> str:
        """How its newest sync goes or went; of what was not synced lately, when it was last spoken to."""
        return lately(self._run) if self._run is not None else checked_words(self._connector)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self._type)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._emblem)
        head.addLayout(words, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.checked, 1)
        for button in (self.check, self.send, self.open):
            foot.addWidget(button)
        self.body.setContentsMargins(Space.L, Space.L, Space.L, Space.S)
        self.body.addLayout(head)
        self.body.addWidget(self.reason)
        self.body.addWidget(Rule())
        self.body.addLayout(foot)
