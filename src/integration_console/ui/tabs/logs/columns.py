"""The columns of the log: what each is called, how wide it begins, what stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from integration_console.domain.controls import visible
from integration_console.domain.logs import LogEntry
from integration_console.ui.language import formats
from integration_console.ui.tabs.logs.cells import LogCell
from integration_console.ui.tabs.logs.words import (
    TONES,
    sentence_with_error,
    short_moment,
    source_of,
    status_word,
    type_title,
    visible_entry,
)


class Columns:
    """The places of the columns in the model; where they stand in the table, a person decides."""

    TIME, STATUS, TYPE, SOURCE, MESSAGE, DURATION = range(6)
    TOPIC, CONNECTOR, WEBHOOK, ERROR, ID, EVENT, CORRELATION = range(6, 13)
    COUNT = 13


KEYS: Final = (
    *("time", "status", "type", "source", "message", "duration"),
    *("topic", "connector", "webhook", "error", "id", "event", "correlation"),
)
"""What the columns are called where a layout is kept."""
WIDTHS: Final = (184, 104, 204, 152, 320, 100, 160, 152, 152, 190, 320, 320, 320)
SHOWN: Final = frozenset(range(6))
"""What is shown before a person has chosen."""


def titles() -> tuple[str, ...]:
    """The titles in the language in force."""
    return (
        QCoreApplication.translate("LogModel", "Time"),
        QCoreApplication.translate("LogModel", "Status"),
        QCoreApplication.translate("LogModel", "Event"),
        QCoreApplication.translate("LogModel", "Source"),
        QCoreApplication.translate("LogModel", "Message"),
        QCoreApplication.translate("LogModel", "Duration"),
        QCoreApplication.translate("LogModel", "Sender's name"),
        QCoreApplication.translate("LogModel", "Connector"),
        QCoreApplication.translate("LogModel", "Webhook"),
        QCoreApplication.translate("LogModel", "Error code"),
        QCoreApplication.translate("LogModel", "Entry ID"),
        QCoreApplication.translate("LogModel", "Stored event"),
        QCoreApplication.translate("LogModel", "Correlation ID"),
    )


def made_cells(entry: LogEntry, names: Mapping[str, str]) -> tuple[LogCell, ...]:
    """What stands in the cells of an entry; what cannot be seen in it is shown as a code."""
    entry = visible_entry(entry)
    source = source_of(entry, names)
    duration = "" if entry.duration_ms is None else formats.duration(entry.duration_ms)
    connector = visible(names.get(entry.connector_id, "")) if entry.connector_id else ""
    webhook = visible(names.get(entry.webhook_id, "")) if entry.webhook_id else ""
    return (
        LogCell(short_moment(entry.created_at), muted=True),
        LogCell(status_word(entry.status), tone=TONES[entry.status]),
        LogCell(type_title(entry.event_type), code=entry.topic),
        LogCell(source.name, icon=source.icon),
        LogCell(sentence_with_error(entry)),
        LogCell(duration, muted=True),
        LogCell("", code=entry.topic),
        LogCell(connector, icon="plug" if connector else ""),
        LogCell(webhook, icon="webhook" if webhook else ""),
        LogCell("", code=entry.error_code),
        LogCell("", code=entry.id),
        LogCell("", code=entry.event_id),
        LogCell("", code=entry.correlation_id),
    )
