"""Finds the row of a moment, of an ID, or of the next error, off the window's thread: by counting what is above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from integration_console.domain.logs import LogEntry, LogFilter, LogPlace, LogStatus
from integration_console.domain.work import Work
from integration_console.gateways.protocols import LogsGateway
from integration_console.ui.tabs.logs.rows import BLOCK, MOST_ROWS, place_of

_LAST_ID: Final = "ffffffff-ffff-ffff-ffff-ffffffffffff"
_ID: Final = re.compile(r"[0-9a-f-]{4,36}")
_ERRORS: Final = frozenset({LogStatus.ERROR})


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a search starts: what the table shows, its newest entry (None: it is empty), and the one that is chosen."""

    wanted: LogFilter
    newest: LogEntry | None
    chosen: LogEntry | None = None


@dataclass(frozen=True, slots=True)
class FoundRow:
    """An entry and its row, counted from the newest entry that the table had; `above`: entries just above it."""

    entry: LogEntry
    row: int
    above: Sequence[LogEntry] = ()
    is_hidden: bool = False
    """Whether the filter does not let it through: then there is no row."""


def is_id(text: str) -> bool:
    """Whether a text is an ID, or the beginning of one."""
    return _ID.fullmatch(text.strip().lower()) is not None


def entry_at(gateway: LogsGateway, ground: Ground, moment: datetime, work: Work) -> FoundRow | None:
    """Find the newest entry that is not later than a moment; where all are later, the oldest. None: there is none."""
    place = LogPlace(moment, _LAST_ID)
    found = gateway.log_page(ground.wanted, place, 1).entries
    found = found or gateway.log_page(ground.wanted, None, 1, newer=True).entries
    return _row_of(gateway, ground, found[0], work) if found else None


def next_error(gateway: LogsGateway, ground: Ground, work: Work, *, newer: bool) -> FoundRow | None:
    """Find the error that is next below the chosen entry, or (`newer`) above it; without one, from the top."""
    wanted = replace(ground.wanted, statuses=_ERRORS)
    start = place_of(ground.chosen) if ground.chosen is not None else None
    if start is None and not newer and ground.newest is not None:
        start = LogPlace(ground.newest.created_at, _LAST_ID)
    found = gateway.log_page(wanted, start, 1, newer=newer).entries
    return _row_of(gateway, ground, found[0], work) if found else None


def entry_of(gateway: LogsGateway, ground: Ground, identifier: str, work: Work) -> FoundRow | None:
    """Find the entry with an ID, or the newest whose ID begins so; also where the filter hides it. None: none has."""
    wanted = f"id:{identifier.strip().lower()}*"
    asked = ground.wanted.query
    here = replace(ground.wanted, query=f"({asked}) {wanted}" if asked else wanted)
    found = gateway.log_page(here, None, 1).entries
    if found:
        return _row_of(gateway, ground, found[0], work)
    work.stop_if_cancelled()
    anywhere = gateway.log_page(LogFilter(query=wanted), None, 1).entries
    return FoundRow(anywhere[0], 0, is_hidden=True) if anywhere else None


def _row_of(gateway: LogsGateway, ground: Ground, entry: LogEntry, work: Work) -> FoundRow:
    """Count what is above an entry, and fetch what is just above, so that its rows are fetched from there."""
    work.stop_if_cancelled()
    row = gateway.log_count(ground.wanted, MOST_ROWS, newer_than=place_of(entry))
    if ground.newest is not None:
        row -= gateway.log_count(ground.wanted, MOST_ROWS, newer_than=place_of(ground.newest))
    work.stop_if_cancelled()
    above = gateway.log_page(ground.wanted, place_of(entry), BLOCK, newer=True).entries
    return FoundRow(entry, row, above[: max(row, 0)] if row < len(above) else above)
