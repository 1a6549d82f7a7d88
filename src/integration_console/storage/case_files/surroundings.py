"""Packs what goes along with the entries of a case file: the configuration, and what people wrote beside the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from integration_console.storage.case_files import layout
from integration_console.storage.case_files.container import room_for

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTES, NOTES_LEFT_OUT = "notes", "notes_left_out"


def packed_configuration(configuration: Mapping[str, object], cap: int) -> bytes:
    """Return the configuration as a chunk, without the oldest notes where it would take half of the file, or no reader.

    The notes come newest first; how many were left out is said among the rest. Raises `TooLarge` for what is too large
    without any note.
    """
    found = configuration.get(NOTES)
    notes: list[object] = found if isinstance(found, list) else []
    kept, chunk = len(notes), _packed(configuration)
    while kept and (chunk is None or room_for(chunk) > cap // 2):
        kept = kept * 7 // 8
        chunk = _packed({**configuration, NOTES: notes[:kept], NOTES_LEFT_OUT: len(notes) - kept})
    return layout.packed([orjson.dumps(configuration)]) if chunk is None else chunk


def _packed(configuration: Mapping[str, object]) -> bytes | None:
    try:
        return layout.packed([orjson.dumps(configuration)])
    except layout.TooLarge:
        return None
