"""The door to the figures of the log of a workspace that this very program has open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.gateways.door import Door
from integration_console.operations import figures

if TYPE_CHECKING:
    from integration_console.domain.log_figures import LogFigures, LogHistogram, LogSpan
    from integration_console.domain.logs import LogFilter


class InProcessFigures(Door):
    """Figures of the log of the open workspace."""

    def log_figures(self, span: LogSpan) -> LogFigures:
        """Return the figures of a span."""
        return figures.log_figures(self._context, span)

    def log_histogram(self, wanted: LogFilter, most: int = 120) -> LogHistogram:
        """Return bars of what fits a filter."""
        return figures.log_histogram(self._context, wanted, most)
