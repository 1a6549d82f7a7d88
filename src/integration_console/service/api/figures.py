"""What the log adds up to: figures of a span of time, bars over time."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query

from integration_console.domain.log_figures import LogFigures, LogHistogram, LogSpan
from integration_console.domain.logs import LogFilter
from integration_console.operations import figures
from integration_console.service.api.queries import from_query
from integration_console.service.api.routes import Asking, Routes

routes = Routes("figures")
Wanted = Annotated[LogFilter, Depends(from_query(LogFilter))]
Span = Annotated[LogSpan, Depends(from_query(LogSpan))]
Most = Annotated[int, Query(ge=1, le=figures.MOST_BARS, description="How many bars at most.")]


@routes.route("GET", "/logs/figures", figures.log_figures)
def log_figures(asking: Asking, span: Span) -> LogFigures:
    """Add the log up over a span of time: how much, how well, how long; by type, connector, webhook or API key."""
    return figures.log_figures(asking, span)


@routes.route("GET", "/logs/histogram", figures.log_histogram)
def log_histogram(asking: Asking, wanted: Wanted, most: Most = 120) -> LogHistogram:
    """Count what fits a filter, in bars of equal length."""
    return figures.log_histogram(asking, wanted, most)
