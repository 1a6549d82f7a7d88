"""The figures of the log, through the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.log_figures import LogFigures, LogHistogram
from integration_console.gateways.service_api.client import in_query
from integration_console.gateways.service_api.door import ServiceDoor, at

if TYPE_CHECKING:
    from integration_console.domain.log_figures import LogSpan
    from integration_console.domain.logs import LogFilter


class ServiceFigures(ServiceDoor):
    """Figures of the log of a remote workspace."""

    def log_figures(self, span: LogSpan) -> LogFigures:
        """Return the figures of a span."""
        found: LogFigures = self._client.ask("GET", at("/logs/figures"), LogFigures, query=in_query(span))
        return found

    def log_histogram(self, wanted: LogFilter, most: int = 120) -> LogHistogram:
        """Return bars of what fits a filter."""
        query = in_query(wanted, most=most)
        found: LogHistogram = self._client.ask("GET", at("/logs/histogram"), LogHistogram, query=query)
        return found
