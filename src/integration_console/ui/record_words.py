"""What the window says of records, on every page the same: their states, what happened to them, their values."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from integration_console.domain.records import ChangeKind
from integration_console.domain.streams import RecordState, RemovalReason
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.widgets import Tone

_LONGEST = 400
_INITIALS = frozenset({"id", "url", "uri", "sku", "vat"})


def state_of_record(state: RecordState) -> tuple[str, Tone, str]:
    """The word, tone and icon for what the source says of a record."""
    states = {
        RecordState.LIVE: (QCoreApplication.translate("RecordWords", "Live"), Tone.SUCCESS, ""),
        RecordState.ARCHIVED: (QCoreApplication.translate("RecordWords", "Archived"), Tone.NEUTRAL, "archive"),
        RecordState.TRASHED: (QCoreApplication.translate("RecordWords", "In the bin"), Tone.WARNING, "trash-2"),
        RecordState.DELETED: (QCoreApplication.translate("RecordWords", "Deleted"), Tone.DANGER, "circle-x"),
    }
    return states[state]


def change_of(kind: ChangeKind) -> tuple[str, Tone, str]:
    """The word, tone and icon for what happened to a record."""
    kinds = {
        ChangeKind.ADDED: (QCoreApplication.translate("RecordWords", "Added"), Tone.SUCCESS, "circle-plus"),
        ChangeKind.UPDATED: (QCoreApplication.translate("RecordWords", "Updated"), Tone.INFO, "pencil"),
        ChangeKind.DELETED: (QCoreApplication.translate("RecordWords", "Deleted"), Tone.DANGER, "trash-2"),
    }
    return kinds[kind]


def removal_sentence(reason: str) -> str:
    """Why a record is gone."""
    sentences = {
        RemovalReason.DELETED: QCoreApplication.translate("RecordWords", "It was deleted at the source."),
        RemovalReason.LOST_ACCESS: QCoreApplication.translate(
            "RecordWords", "The part of the source that it lives in can no longer be read."
        ),
        RemovalReason.NOT_FOUND: QCoreApplication.translate(
            "RecordWords", "A comparison with the source did not find it there any more."
        ),
    }
    found = {each.value: sentence for each, sentence in sentences.items()}
    return found.get(reason, sentences[RemovalReason.DELETED])


def value_text(value: object) -> str:
    """A part of a content as a cell shows it: of a thing that has a name, that name."""
    if isinstance(value, str):
        return " ".join(value[:_LONGEST].split())
    if value is None:
        return ""
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return value_text(value["name"])
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return value_text(", ".join(value))
    return json.dumps(value, ensure_ascii=False)[:_LONGEST]


COLUMN_TITLES: Mapping[str, str] = {
    "job_title": QT_TRANSLATE_NOOP("Columns", "Job title"),
    "job": QT_TRANSLATE_NOOP("Columns", "Job"),
    "department": QT_TRANSLATE_NOOP("Columns", "Department"),
    "manager": QT_TRANSLATE_NOOP("Columns", "Manager"),
    "work_email": QT_TRANSLATE_NOOP("Columns", "Work e-mail"),
    "path": QT_TRANSLATE_NOOP("Columns", "Path"),
    "mimeType": QT_TRANSLATE_NOOP("Columns", "Kind"),
    "size": QT_TRANSLATE_NOOP("Columns", "Size"),
    "modifiedTime": QT_TRANSLATE_NOOP("Columns", "Modified"),
    "calendar": QT_TRANSLATE_NOOP("Columns", "Calendar"),
    "start": QT_TRANSLATE_NOOP("Columns", "Start"),
    "end": QT_TRANSLATE_NOOP("Columns", "End"),
    "is_private": QT_TRANSLATE_NOOP("Columns", "Private"),
    "is_member": QT_TRANSLATE_NOOP("Columns", "Member"),
}
"""The headings of the parts that our own connectors show; those of others are said as their sources name them."""


def column_title(name: str) -> str:
    """The name of a part of the content as a heading."""
    if name in COLUMN_TITLES:
        return QCoreApplication.translate("Columns", COLUMN_TITLES[name])
    words = name.replace("_", " ").strip()
    return words.upper() if words.casefold() in _INITIALS else words[:1].upper() + words[1:]
