"""A file of Drive as a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from integration_console.connectors.google.drive_state import DriveState
from integration_console.connectors.google.surface import FOLDER
from integration_console.domain.streams import RecordState, SourceRecord


def record_of(file: Mapping[str, Any], state: DriveState) -> SourceRecord:
    """Return the record of a file; one in the trash can be restored, so it is not gone."""
    return SourceRecord(
        external_id=str(file.get("id", "")),
        content={name: value for name, value in file.items() if name != "id"},
        title=str(file.get("name", "")),
        scope=state.scope_of(file.get("driveId")),
        state=RecordState.TRASHED if file.get("trashed") is True else RecordState.LIVE,
    )


def is_folder(file: Mapping[str, Any]) -> bool:
    """Whether a file is a folder."""
    return file.get("mimeType") == FOLDER


def is_wanted(file: Mapping[str, Any], state: DriveState) -> bool:
    """Whether a file lies below the folder that was chosen; without a choice all do."""
    if not state.folder:
        return True
    parents = file.get("parents")
    return isinstance(parents, list) and not state.folders.isdisjoint(parents)
