"""The words of a log entry in the language in force: sentence, type, status, source, time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime

from integration_console.domain.controls import has_unseen, visible
from integration_console.domain.errors import ConsoleError, error_from_code
from integration_console.domain.log_messages import TYPE_TITLES, template_of
from integration_console.domain.log_notes import Mark
from integration_console.domain.logs import LogEntry, LogStatus
from integration_console.ui.language import error_title, filled, formats, language
from integration_console.ui.widgets import Tone

TONES: Mapping[LogStatus, Tone] = {
    LogStatus.SUCCESS: Tone.SUCCESS,
    LogStatus.INFO: Tone.INFO,
    LogStatus.WARNING: Tone.WARNING,
    LogStatus.ERROR: Tone.DANGER,
}

LOUD = frozenset({Tone.WARNING, Tone.DANGER})
"""What asks to be looked at."""

MARK_ROLES: Mapping[Mark, str] = {
    Mark.AMBER: Tone.WARNING.color,
    Mark.RED: Tone.DANGER.color,
    Mark.GREEN: Tone.SUCCESS.color,
    Mark.BLUE: Tone.INFO.color,
}
"""The colour of each mark, as the theme calls it."""
MARK_ICONS: Mapping[Mark, str] = {
    Mark.NONE: "star-off",
    Mark.AMBER: "star",
    Mark.RED: "flag",
    Mark.GREEN: "circle-check-big",
    Mark.BLUE: "bookmark",
}
"""The shape of each mark: nobody has to tell them apart by their colours alone."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry comes from: the name and the icon of a connector or webhook."""

    name: str
    icon: str


def visible_entry(entry: LogEntry) -> LogEntry:
    """The entry with all that cannot be seen in its texts shown as codes."""
    texts = (entry.message, entry.topic, entry.event_type, entry.error_code, *entry.params.values())
    if not any(has_unseen(each) for each in texts):
        return entry
    return replace(
        entry,
        message=visible(entry.message),
        topic=visible(entry.topic),
        event_type=visible(entry.event_type),
        error_code=visible(entry.error_code),
        params={name: visible(value) for name, value in entry.params.items()},
    )


def status_word(status: LogStatus) -> str:
    """How it went, in one word."""
    words = {
        LogStatus.SUCCESS: QCoreApplication.translate("LogWords", "Success"),
        LogStatus.INFO: QCoreApplication.translate("LogWords", "Info"),
        LogStatus.WARNING: QCoreApplication.translate("LogWords", "Warning"),
        LogStatus.ERROR: QCoreApplication.translate("LogWords", "Error"),
    }
    return words[status]


def mark_word(mark: Mark) -> str:
    """The name of a mark."""
    words = {
        Mark.NONE: QCoreApplication.translate("LogWords", "No mark"),
        Mark.AMBER: QCoreApplication.translate("LogWords", "Amber mark"),
        Mark.RED: QCoreApplication.translate("LogWords", "Red mark"),
        Mark.GREEN: QCoreApplication.translate("LogWords", "Green mark"),
        Mark.BLUE: QCoreApplication.translate("LogWords", "Blue mark"),
    }
    return words[mark]


def type_title(event_type: str) -> str:
    """What happened, as a title; a type that this version does not know is its own."""
    title = TYPE_TITLES.get(event_type)
    return QCoreApplication.translate("LogTypes", title) if title else event_type


def error_of(entry: LogEntry) -> ConsoleError | None:
    """The error that an entry tells of."""
    return error_from_code(entry.error_code, entry.params) if entry.error_code else None


def sentence(entry: LogEntry) -> str:
    """What happened, in a sentence."""
    template = template_of(entry.event_type, entry.params)
    return filled("Log", template, entry.params) if template else entry.message


def sentence_with_error(entry: LogEntry) -> str:
    """What happened and, where it went wrong, why."""
    error = error_of(entry)
    if error is None:
        return sentence(entry)
    joined = QCoreApplication.translate("LogWords", "{message} – {error}")
    return joined.format(message=sentence(entry), error=error_title(error))


def moment(at: datetime) -> str:
    """Day and time to the millisecond."""
    joined = QCoreApplication.translate("LogWords", "{day}, {time}")
    return joined.format(day=formats.day(at), time=formats.time(at))


def short_moment(at: datetime) -> str:
    """The same in a table: the year only where it is another."""
    local = QDateTime.fromMSecsSinceEpoch(round(at.timestamp() * 1000))
    this_year = local.date().year() == QDate.currentDate().year()
    return language.locale.toString(local, "d MMM HH:mm:ss.zzz" if this_year else "d MMM yyyy HH:mm:ss")


def source_of(entry: LogEntry, names: Mapping[str, str]) -> Source:
    """The name of what an entry belongs to; of what was removed, the name it had."""
    if entry.connector_id:
        return Source(visible(names.get(entry.connector_id) or entry.params.get("connector", "")), "plug")
    if entry.webhook_id:
        return Source(visible(names.get(entry.webhook_id) or entry.params.get("webhook", "")), "webhook")
    return Source("", "")
