"""The rows of the page of webhooks: the webhooks themselves, and the last events of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QModelIndex

from integration_console.domain.webhooks import Event, Webhook
from integration_console.ui.language import formats
from integration_console.ui.tabs.webhooks.words import event_state, scheme_name, status_of
from integration_console.ui.widgets import Cell, Column, TableModel


@dataclass(frozen=True, slots=True)
class WebhookRow:
    """A webhook, its address, and when it last received something."""

    webhook: Webhook
    url: str
    seen: datetime | None = None


class WebhooksModel(TableModel[WebhookRow]):
    """All webhooks by name."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(lambda: QCoreApplication.translate("WebhooksModel", "Name"), _name, 210),
                Column(lambda: QCoreApplication.translate("WebhooksModel", "Verification"), _scheme, 168),
                Column(lambda: QCoreApplication.translate("WebhooksModel", "Status"), _status, 128),
                Column(lambda: QCoreApplication.translate("WebhooksModel", "URL"), _url),
                Column(lambda: QCoreApplication.translate("WebhooksModel", "Last event"), _seen, 124),
            )
        )

    def place_of(self, webhook_id: str) -> int:
        """The row of a webhook, -1 where there is none."""
        return next((place for place, row in enumerate(self.rows) if row.webhook.id == webhook_id), -1)

    def change_rows(self, rows: Sequence[WebhookRow]) -> bool:
        """Shows these rows; the table keeps its selection where only their content changed. True: it did."""
        same = [row.webhook.id for row in rows] == [row.webhook.id for row in self.rows]
        if not same or not rows:
            self.show_rows(rows)
            return False
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.say_again()
        return True

    def say_again(self) -> None:
        """Paint every cell anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))


class EventsModel(TableModel[Event]):
    """The last events of a webhook, newest first."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(lambda: QCoreApplication.translate("EventsModel", "Event"), _event_type),
                Column(lambda: QCoreApplication.translate("EventsModel", "State"), _event_state, 140),
                Column(lambda: QCoreApplication.translate("EventsModel", "Received"), _received, 164),
                Column(lambda: QCoreApplication.translate("EventsModel", "Size"), _size, 92),
            )
        )

    def change_rows(self, events: Sequence[Event]) -> None:
        """Shows these events; new ones push the others down, so that the selection stays with its event."""
        new = _in_front(events, self._rows)
        if new is None:
            self.show_rows(events)
            return
        if new:
            self.beginInsertRows(QModelIndex(), 0, new - 1)
            self._rows = (*events[:new], *self._rows)
            self.endInsertRows()
        surplus = len(self._rows) - len(events)
        if surplus > 0:
            self.beginRemoveRows(QModelIndex(), len(events), len(self._rows) - 1)
            self._rows = self._rows[: len(events)]
            self.endRemoveRows()


def _in_front(events: Sequence[Event], shown: Sequence[Event]) -> int | None:
    """How many of `events` stand in front of those shown; None where they have nothing in common."""
    if not shown:
        return None
    ids = [event.id for event in events]
    if shown[0].id not in ids:
        return None
    new = ids.index(shown[0].id)
    rest = len(ids) - new
    return new if ids[new:] == [event.id for event in shown[:rest]] else None


def short_url(url: str) -> str:
    """Where it leads and which webhook it is; what lies between is the same for all."""
    parts = urlsplit(url)
    return f"{parts.netloc}/…/{parts.path.rpartition('/')[2]}"


def _name(row: WebhookRow) -> Cell:
    return Cell(row.webhook.name, strong=True)


def _scheme(row: WebhookRow) -> Cell:
    return Cell(scheme_name(row.webhook.scheme), icon="shield-check")


def _status(row: WebhookRow) -> Cell:
    text, tone, icon = status_of(row.webhook)
    return Cell(text, tone=tone, icon=icon)


def _url(row: WebhookRow) -> Cell:
    return Cell(short_url(row.url), is_technical=True, muted=True)


def _seen(row: WebhookRow) -> Cell:
    if row.seen is None:
        return Cell(QCoreApplication.translate("WebhooksModel", "None yet"), muted=True)
    return Cell(formats.relative(row.seen))


def _event_type(event: Event) -> Cell:
    return Cell(event.event_type, is_technical=True)


def _event_state(event: Event) -> Cell:
    text, tone = event_state(event.state)
    return Cell(text, tone=tone)


def _received(event: Event) -> Cell:
    return Cell(formats.date_time(event.received_at), muted=True)


def _size(event: Event) -> Cell:
    return Cell(formats.size(event.size), muted=True)
