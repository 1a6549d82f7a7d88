"""Counts the entries of a case file from its small columns; texts are not unpacked."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from integration_console.storage.case_files.blocks import WORD_FIELDS
from integration_console.storage.case_files.zones import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from integration_console.domain.log_conditions import Condition
    from integration_console.domain.logs import LogStatus
    from integration_console.storage.case_files.reading import CaseFile
    from integration_console.storage.figure_rolls import Counted


def counted(file: CaseFile, wanted: Condition) -> Iterator[Counted]:
    """Yield what is counted of each entry that fits."""
    from integration_console.storage.figure_rolls import Counted  # noqa: PLC0415 - rows and bars come without a database

    for block, rows in file.blocks(wanted):
        words = [block.words(name) for name in WORD_FIELDS]
        for row in rows:
            took = block.durations[row]
            status = STATUSES[block.statuses[row]].value
            kind, connector, webhook, error = (known[at[row]] for known, at in words)
            spent = None if isnan(took) else took
            yield Counted(block.moments[row], status, kind, connector, webhook, error, spent)


def moments(file: CaseFile, wanted: Condition) -> Iterator[tuple[int, LogStatus]]:
    """Yield when each entry that fits happened, in microseconds, and how it went, newest first."""
    for block, rows in file.blocks(wanted):
        yield from ((block.moments[row], STATUSES[block.statuses[row]]) for row in rows)
