"""All about the webhook that is chosen: address, secret, rules, what can be done with it, and its last events."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from integration_console.domain.webhooks import Event, WebhookStatus
from integration_console.ui.language import Translated, formats
from integration_console.ui.tabs.webhooks.dialogs import local_only_words
from integration_console.ui.tabs.webhooks.model import EventsModel, WebhookRow
from integration_console.ui.tabs.webhooks.secret_line import ShownSecret
from integration_console.ui.tabs.webhooks.words import rules_in_words, status_of, wanted_events
from integration_console.ui.theme import RowHeight, Space
from integration_console.ui.widgets import (
    ContentStates,
    CopyLine,
    DataTable,
    ElidedLabel,
    EmptyState,
    IconButton,
    Label,
    QuietButton,
    Rule,
    SecondaryButton,
    Sign,
    Skeleton,
    StatusPill,
)
from integration_console.ui.widgets.properties import PropertyList

_KEYS = ("rules", "events", "created", "rotated", "previous")


class EventsTable(DataTable):
    """As many columns as there is room for."""

    def __init__(self, model: EventsModel) -> None:
        super().__init__(row_height=RowHeight.COMPACT)
        self.show_model(model, [column.width for column in model.columns])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(3, self.width() < 440)
        self.setColumnHidden(1, self.width() < 360)
        super().resizeEvent(event)


class WebhookPanel(Translated, QFrame):
    """Emits what a person wants of the webhook that is shown; whoever listens knows which it is."""

    switch_requested = Signal()
    edit_requested = Signal()
    rotation_requested = Signal()
    removal_requested = Signal()
    log_requested = Signal()
    event_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._row: WebhookRow | None = None
        self.name, self.pill = ElidedLabel("heading"), StatusPill()
        self.switch, self.edit, self.rotate = SecondaryButton(), SecondaryButton("pencil"), SecondaryButton("rotate-cw")
        self.log, self.remove = QuietButton("scroll-text"), IconButton("trash-2")
        self._url_name, self._secret_name, self._events_name = Label("field"), Label("field"), Label("field")
        self.url, self.secret = CopyLine(), ShownSecret()
        self.local = QWidget()
        self._local_words = Label("caption")
        self.properties = PropertyList(_KEYS, copies=False)
        self.events = EventsModel()
        self.events.setParent(self)
        self.table = EventsTable(self.events)
        self._empty = EmptyState("inbox")
        self.states = ContentStates(self.table, self._empty, Skeleton(lines=4, inset=int(Space.L)))
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_webhook(self, row: WebhookRow, *, is_public: bool) -> None:
        """Shows a webhook; a secret that was shown belongs to another and is hidden."""
        if self._row is None or self._row.webhook.id != row.webhook.id:
            self.secret.conceal()
            self.states.show_loading()
        self._row = row
        self.local.setVisible(not is_public)
        self._say_webhook(row)

    def show_events(self, events: Sequence[Event]) -> None:
        """Shows the last events."""
        self.events.change_rows(events)
        if events:
            self.states.show_content()
        else:
            self.states.show_empty()

    def retranslate(self) -> None:
        self.edit.setText(self.tr("Edit"))
        self.rotate.setText(self.tr("New secret"))
        self.log.setText(self.tr("Show in log"))
        self.remove.show_name(self.tr("Delete"))
        self._url_name.setText(self.tr("URL"))
        self.url.show_name(self.tr("URL"))
        self._secret_name.setText(self.tr("Secret"))
        self._events_name.setText(self.tr("Last events"))
        self.table.setAccessibleName(self.tr("Last events"))
        self._local_words.setText(local_only_words()[0])
        self.local.setToolTip(local_only_words()[1])
        self._empty.show_words(
            self.tr("No events yet"), self.tr("Enter URL and secret at the sender; its events appear here at once.")
        )
        self.properties.show_names(
            {
                "rules": self.tr("Verification"),
                "events": self.tr("Events"),
                "created": self.tr("Created"),
                "rotated": self.tr("Secret since"),
                "previous": self.tr("Old secret until"),
            }
        )
        if self._row is not None:
            self._say_webhook(self._row)

    def _say_webhook(self, row: WebhookRow) -> None:
        webhook = row.webhook
        self.name.show_text(webhook.name)
        self.pill.show_status(*status_of(webhook))
        self.url.show_text(row.url)
        is_active = webhook.status is WebhookStatus.ACTIVE
        self.switch.setText(self.tr("Pause") if is_active else self.tr("Activate"))
        self.switch.show_icon("pause" if is_active else "play")
        hint = self.tr("While paused, events are stored and held.")
        self.switch.setToolTip(hint if is_active else "")
        rotated, previous = webhook.secret_rotated_at, webhook.previous_secret_until
        self.properties.show_value("rules", rules_in_words(webhook))
        self.properties.show_value("events", wanted_events(webhook))
        self.properties.show_value("created", formats.date_time(webhook.created_at, seconds=False))
        self.properties.show_value("rotated", formats.date_time(rotated, seconds=False) if rotated else "")
        self.properties.show_value("previous", formats.date_time(previous, seconds=False) if previous else "")

    def _open_event(self, row: int) -> None:
        event = self.events.row_at(self.events.index(row, 0))
        if event is not None:
            self.event_opened.emit(event)

    def _connect(self) -> None:
        self.switch.clicked.connect(self.switch_requested)
        self.edit.clicked.connect(self.edit_requested)
        self.rotate.clicked.connect(self.rotation_requested)
        self.remove.clicked.connect(self.removal_requested)
        self.log.clicked.connect(self.log_requested)
        self.table.row_opened.connect(self._open_event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.M, Space.M)
        head.setSpacing(Space.S)
        head.addWidget(self.pill)
        head.addWidget(self.name, 1)
        for button in (self.log, self.switch, self.edit, self.rotate, self.remove):
            head.addWidget(button)
        halves = QHBoxLayout()
        halves.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        halves.setSpacing(Space.L)
        halves.addWidget(self._facts(), 4)
        halves.addLayout(self._arrivals(), 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addLayout(self._address())
        column.addLayout(halves, 1)

    def _address(self) -> QVBoxLayout:
        note = QHBoxLayout(self.local)
        note.setContentsMargins(0, 0, 0, 0)
        note.setSpacing(Space.XS)
        note.addWidget(Sign("info", "info", 14))
        note.addWidget(self._local_words)
        note.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(self._url_name)
        line.addWidget(self.url, 1)
        column = QVBoxLayout()
        column.setContentsMargins(Space.L, Space.M, Space.M, 0)
        column.setSpacing(Space.XS)
        column.addLayout(line)
        column.addWidget(self.local)
        return column

    def _facts(self) -> QScrollArea:
        facts = QWidget()
        facts.setProperty("role", "clear")
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, 0, Space.XS, 0)
        column.setSpacing(Space.XS)
        for part in (self._secret_name, self.secret):
            column.addWidget(part)
        column.addSpacing(Space.S)
        column.addWidget(self.properties)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(facts)
        return area

    def _arrivals(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        column.addWidget(self._events_name)
        column.addWidget(self.states, 1)
        return column
