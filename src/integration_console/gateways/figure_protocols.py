"""What the window and the command line may ask about what the log adds up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from integration_console.domain.log_figures import LogFigures, LogHistogram, LogSpan
    from integration_console.domain.logs import LogFilter


class FiguresGateway(Protocol):
    """Figures of the log."""

    def log_figures(self, span: LogSpan) -> LogFigures:
        """Return how much happened in a span of time, how well it went and how long it took. Raises `InvalidInput`.

        Figures of whole hours are kept; at the edges of other spans entries are counted. Percentiles are at most 1.5 %
        off. By API key there are the last 30 days, in whole hours and without durations (`api_keys.read`).
        """

    def log_histogram(self, wanted: LogFilter, most: int = 120) -> LogHistogram:
        """Return at most `most` bars of what fits a filter, from its first moment to its last, or to now."""
