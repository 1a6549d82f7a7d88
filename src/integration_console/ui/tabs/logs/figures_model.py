"""The rows of the statistics: figures of each connector, webhook, API key or event, and frequent errors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from integration_console.domain.errors import error_from_code
from integration_console.domain.log_figures import ErrorFigures, Figures, LogDimension, LogFigures
from integration_console.domain.query_parts import quoted
from integration_console.ui.language import error_title, formats, technical
from integration_console.ui.tabs.logs.words import type_title
from integration_console.ui.widgets import Cell, Column, TableModel, Tone

NO_NUMBER = "–"
_NAMES = re.compile(r"[\u2066-\u2069]?\{\w+\}[\u2066-\u2069]?")
"""The names in an error's sentence, which differ from time to time."""
_OPEN_END = re.compile(r":\s*…\.?$")


@dataclass(frozen=True, slots=True)
class PartRow:
    """The figures of one thing. `query` is what finds its entries ("": entries do not tell)."""

    name: str
    figures: Figures
    share: float
    query: str


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """How often an error happened. `query` is what finds its entries ("": entries do not tell)."""

    title: str
    code: str
    entries: int
    query: str


class PartsModel(TableModel[PartRow]):
    """Parts with the most entries first."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(lambda: QCoreApplication.translate("FiguresModel", "Name"), _name),
                Column(lambda: QCoreApplication.translate("FiguresModel", "Entries"), _entries, 116),
                Column(lambda: QCoreApplication.translate("FiguresModel", "Errors"), _errors, 96),
                Column(lambda: QCoreApplication.translate("FiguresModel", "Success"), _success, 96),
                Column(lambda: QCoreApplication.translate("FiguresModel", "Half within"), _p50, 100),
                Column(lambda: QCoreApplication.translate("FiguresModel", "95% within"), _p95, 100),
                Column(lambda: QCoreApplication.translate("FiguresModel", "99% within"), _p99, 100),
            )
        )


class ErrorsModel(TableModel[ErrorRow]):
    """Errors, the most frequent first."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(
                    lambda: QCoreApplication.translate("FiguresModel", "Most frequent errors"),
                    lambda row: Cell(row.title),
                ),
                Column(
                    lambda: QCoreApplication.translate("FiguresModel", "Times"),
                    lambda row: Cell(formats.number(row.entries), muted=True),
                    80,
                ),
            )
        )


def part_rows(found: LogFigures, by: LogDimension, names: Mapping[str, str]) -> tuple[PartRow, ...]:
    """The parts of figures as rows; `names` are those of connectors, webhooks and keys by id."""
    most = max((each.figures.entries for each in found.parts), default=1)
    return tuple(
        PartRow(
            type_title(each.value) if by is LogDimension.TYPE else names.get(each.value) or _unknown(each.value),
            each.figures,
            each.figures.entries / most,
            "" if by is LogDimension.KEY else f"{by.value}:{_written(each.value, names)}",
        )
        for each in found.parts
    )


def error_rows(found: LogFigures, by: LogDimension) -> tuple[ErrorRow, ...]:
    """The errors of figures as rows."""
    return tuple(_error_row(each, by) for each in found.errors)


def _error_row(error: ErrorFigures, by: LogDimension) -> ErrorRow:
    query = "" if by is LogDimension.KEY else f"error:{error.code}"
    title = _OPEN_END.sub(".", _NAMES.sub("…", error_title(error_from_code(error.code, {}))))
    return ErrorRow(title, error.code, error.entries, query)


def time_within(milliseconds: float | None) -> str:
    """A percentile in words."""
    return NO_NUMBER if milliseconds is None else formats.duration(milliseconds)


def rate(figures: Figures) -> str:
    """The share of success, never rounded up to a whole that was not reached."""
    share = figures.success_rate
    if share is None:
        return NO_NUMBER
    return formats.percent(min(share, 0.999) if share < 1 else share, 0 if share in (0.0, 1.0) else 1)


def _written(value: str, names: Mapping[str, str]) -> str:
    """A value as it stands in a query: by its name, where that can be written."""
    name = names.get(value, "")
    return quoted(name) if name and '"' not in name else value


def _unknown(identifier: str) -> str:
    return technical(f"…{identifier[-8:]}")


def _name(row: PartRow) -> Cell:
    return Cell(row.name, strong=True)


def _entries(row: PartRow) -> Cell:
    return Cell(formats.number(row.figures.entries), share=row.share)


def _errors(row: PartRow) -> Cell:
    count = row.figures.error
    return Cell(formats.number(count), tone=Tone.DANGER if count else None, muted=not count)


def _success(row: PartRow) -> Cell:
    return Cell(rate(row.figures))


def _p50(row: PartRow) -> Cell:
    return Cell(time_within(row.figures.p50), muted=True)


def _p95(row: PartRow) -> Cell:
    return Cell(time_within(row.figures.p95), muted=True)


def _p99(row: PartRow) -> Cell:
    return Cell(time_within(row.figures.p99), muted=True)
