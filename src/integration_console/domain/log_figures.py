"""What the log adds up to: how much happened, how well it went, how long it took; by connector, webhook, key, type."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class LogDimension(StrEnum):
    """By what figures are told apart."""

    TYPE = "type"
    CONNECTOR = "connector"
    WEBHOOK = "webhook"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Figures:
    """How many entries of each status; percentiles of their durations in milliseconds (None: none had one)."""

    success: int = 0
    info: int = 0
    warning: int = 0
    error: int = 0
    p50: float | None = None
    p95: float | None = None
    p99: float | None = None

    @property
    def entries(self) -> int:
        """How many there are."""
        return self.success + self.info + self.warning + self.error

    @property
    def success_rate(self) -> float | None:
        """The share of entries without error, 0 to 1; None while there is nothing to count."""
        return None if self.entries == 0 else 1 - self.error / self.entries


@dataclass(frozen=True, slots=True)
class LogBar:
    """How many entries of each status fell into a stretch of time that began at `since`."""

    since: datetime
    success: int = 0
    info: int = 0
    warning: int = 0
    error: int = 0

    @property
    def entries(self) -> int:
        """How many there are."""
        return self.success + self.info + self.warning + self.error


@dataclass(frozen=True, slots=True)
class PartFigures:
    """The figures of one type, connector, webhook or API key; `value` is its name in the log, or its id."""

    value: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class ErrorFigures:
    """How often an error happened."""

    code: str
    entries: int


@dataclass(frozen=True, slots=True)
class LogSpan:
    """From when until when figures are wanted, its end not included; and by what they are told apart."""

    since: datetime
    until: datetime
    by: LogDimension = LogDimension.CONNECTOR


@dataclass(frozen=True, slots=True)
class LogFigures:
    """The figures of a span of time; parts and errors with the most entries first."""

    total: Figures = Figures()
    parts: tuple[PartFigures, ...] = ()
    errors: tuple[ErrorFigures, ...] = ()


@dataclass(frozen=True, slots=True)
class LogHistogram:
    """Bars of equal length in time, oldest first, without gaps. `seconds`: the length of each.

    `counted_since`: what is older was not counted, because so much fits the filter (None: everything was).
    """

    seconds: int = 0
    bars: tuple[LogBar, ...] = field(default=())
    counted_since: datetime | None = None
