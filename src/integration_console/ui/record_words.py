"""What the window says of records, on every page the same: their states, what happened to them, their values."""

from __future__ import annotations

import json

from PySide6.QtCore import QCoreApplication

from integration_console.domain.records import ChangeKind
from integration_console.domain.streams import RecordState, RemovalReason
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


def column_title(name: str) -> str:
    """The name of a part of the content as a heading."""
    words = name.replace("_", " ").strip()
    return words.upper() if words.casefold() in _INITIALS else words[:1].upper() + words[1:]
