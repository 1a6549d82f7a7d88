"""The words of copies in the language in force: what the tables hold, how far each has come, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import filled, formats
from integration_console.ui.widgets import Tone

if TYPE_CHECKING:
    from integration_console.domain.copying import CopyReport, TableProgress

_COPIED = QT_TRANSLATE_NOOP("CopyWords", "{contents}: {done} of {total} copied")
_COMPARED = QT_TRANSLATE_NOOP("CopyWords", "{contents}: {done} of {total} compared")
_OF = QT_TRANSLATE_NOOP("CopyWords", "{done} of {total}")


def contents_name(table: str) -> str:
    """What a table holds; one that has no words is its own name."""
    names = {
        "access_tokens": QCoreApplication.translate("CopyWords", "Access tokens"),
        "api_key_hashes": QCoreApplication.translate("CopyWords", "Fingerprints of API keys"),
        "api_key_policies": QCoreApplication.translate("CopyWords", "Rules for API keys"),
        "api_key_uses": QCoreApplication.translate("CopyWords", "Uses of API keys"),
        "audit_log": QCoreApplication.translate("CopyWords", "Audit"),
        "connector_records": QCoreApplication.translate("CopyWords", "Records"),
        "data_keys": QCoreApplication.translate("CopyWords", "Data keys"),
        "directory": QCoreApplication.translate("CopyWords", "Directory of public IDs"),
        "holder_requests": QCoreApplication.translate("CopyWords", "Requests for keys"),
        "integration_api_keys": QCoreApplication.translate("CopyWords", "API keys"),
        "integration_connectors": QCoreApplication.translate("CopyWords", "Connectors"),
        "integration_log_payloads": QCoreApplication.translate("CopyWords", "Contents of log entries"),
        "integration_logs": QCoreApplication.translate("CopyWords", "Log entries"),
        "integration_webhooks": QCoreApplication.translate("CopyWords", "Webhooks"),
        "jobs": QCoreApplication.translate("CopyWords", "Jobs"),
        "kept_answers": QCoreApplication.translate("CopyWords", "Answers kept for repeated requests"),
        "key_holders": QCoreApplication.translate("CopyWords", "Key holders"),
        "log_figures": QCoreApplication.translate("CopyWords", "Figures of the log"),
        "log_reached": QCoreApplication.translate("CopyWords", "Progress of the log's figures"),
        "legal_holds": QCoreApplication.translate("CopyWords", "Legal holds"),
        "log_counts": QCoreApplication.translate("CopyWords", "Counts of the log"),
        "log_notes": QCoreApplication.translate("CopyWords", "Notes on log entries"),
        "log_rollups": QCoreApplication.translate("CopyWords", "Statistics of the log"),
        "member_passwords": QCoreApplication.translate("CopyWords", "Fingerprints of passwords"),
        "record_changes": QCoreApplication.translate("CopyWords", "History of records"),
        "refresh_tokens": QCoreApplication.translate("CopyWords", "Sign-ins that last"),
        "retention_rules": QCoreApplication.translate("CopyWords", "Rules of how long the log is kept"),
        "retention_runs": QCoreApplication.translate("CopyWords", "Removals of old log entries"),
        "saved_log_filters": QCoreApplication.translate("CopyWords", "Saved filters of the log"),
        "schedules": QCoreApplication.translate("CopyWords", "Schedules"),
        "secrets": QCoreApplication.translate("CopyWords", "Sealed secrets"),
        "sync_cursors": QCoreApplication.translate("CopyWords", "Positions of syncs"),
        "sync_runs": QCoreApplication.translate("CopyWords", "Syncs"),
        "tenant_members": QCoreApplication.translate("CopyWords", "Members"),
        "webhook_event_bodies": QCoreApplication.translate("CopyWords", "Contents of events"),
        "webhook_event_keys": QCoreApplication.translate("CopyWords", "Keys of events already seen"),
        "webhook_events": QCoreApplication.translate("CopyWords", "Events"),
    }
    return names.get(table, table)


def state_of_table(table: TableProgress) -> tuple[str, Tone, str]:
    """The word, tone and icon for where a table is."""
    if table.proved >= table.rows:
        return QCoreApplication.translate("CopyWords", "Equal"), Tone.SUCCESS, ""
    if table.proved:
        return QCoreApplication.translate("CopyWords", "Comparing"), Tone.INFO, "git-compare"
    if table.copied:
        return QCoreApplication.translate("CopyWords", "Copying"), Tone.INFO, "refresh-cw"
    return QCoreApplication.translate("CopyWords", "Waiting"), Tone.NEUTRAL, "clock"


def rows_of_table(table: TableProgress) -> str:
    """How many rows of a table have been copied, while some are missing."""
    total = formats.number(table.rows)
    if table.copied >= table.rows:
        return total
    return filled("CopyWords", _OF, {"done": formats.number(table.copied), "total": total})


def progress_sentence(table: TableProgress | None) -> str:
    """What is being done now."""
    if table is None:
        return QCoreApplication.translate("CopyWords", "The copy begins…")
    template, done = (_COMPARED, table.proved) if table.proved else (_COPIED, table.copied)
    names = {"contents": contents_name(table.name), "done": formats.number(done), "total": formats.number(table.rows)}
    return filled("CopyWords", template, names)


def equal_sentence(report: CopyReport) -> str:
    """What has been proved."""
    return QCoreApplication.translate("CopyWords", "%Ln row(s) copied, read again and found equal", "", report.rows)


def remarks(report: CopyReport) -> str:
    """What else there is to say of a copy."""
    said = [
        QCoreApplication.translate(
            "CopyWords", "%Ln row(s) of them were there already, from a copy that was cut short.", "", report.resumed
        )
        if report.resumed
        else "",
        QCoreApplication.translate(
            "CopyWords", "In %Ln text(s) U+2400 stands where the character U+0000 was.", "", report.replaced
        )
        if report.replaced
        else "",
    ]
    return " ".join(each for each in said if each)
