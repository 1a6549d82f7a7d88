"""What the hub shows, fetched in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from integration_console.domain.connectors import Connector, ConnectorStatus, ConnectorType, Health
from integration_console.domain.logs import LogEntry, LogFilter, LogPage, LogPlace, Statistics
from integration_console.domain.syncs import RunFilter, SyncRun
from integration_console.gateways.member_protocols import RightsGateway

NEWEST = 8
_LATELY = 50


class HubGateway(RightsGateway, Protocol):
    """What the hub asks of a gateway."""

    def connector_types(self) -> tuple[ConnectorType, ...]:
        """Return the installed types."""

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors."""

    def statistics(self) -> Statistics:
        """Return the numbers of the last 24 hours."""

    def sync_runs(self, wanted: RunFilter, limit: int = 50) -> tuple[SyncRun, ...]:
        """Return runs, newest first."""

    def log_page(self, wanted: LogFilter, after: LogPlace | None = None, limit: int = 200) -> LogPage:
        """Return entries newest first."""


@dataclass(frozen=True, slots=True)
class HubContents:
    """Everything on the hub at one moment."""

    statistics: Statistics
    types: tuple[ConnectorType, ...]
    connectors: tuple[Connector, ...]
    entries: tuple[LogEntry, ...]
    runs: tuple[SyncRun, ...] = ()
    """The newest run of each connector that was synced lately."""

    @property
    def is_new(self) -> bool:
        """Whether nothing has been set up yet."""
        return not self.connectors and self.statistics.webhooks == 0

    def type_of(self, connector: Connector) -> ConnectorType | None:
        """The type of a connector; None when it is not installed."""
        return next((each for each in self.types if each.key == connector.type), None)

    def run_of(self, connector: Connector) -> SyncRun | None:
        """The newest run of a connector; None when it was not synced lately."""
        return next((each for each in self.runs if each.connector_id == connector.id), None)

    @property
    def most_pressing(self) -> tuple[Connector, ...]:
        """The connectors, those that need a person first."""
        return tuple(sorted(self.connectors, key=lambda each: (_pressure(each), each.name.casefold())))


def contents_of(gateway: HubGateway) -> HubContents:
    """Fetches what the hub shows; call it in a task."""
    return HubContents(
        statistics=gateway.statistics(),
        types=gateway.connector_types(),
        connectors=gateway.connectors(),
        entries=gateway.log_page(LogFilter(), None, NEWEST).entries,
        runs=_newest_runs(gateway),
    )


def _pressure(connector: Connector) -> int:
    if connector.status is ConnectorStatus.INACTIVE:
        return 3
    return {Health.UNKNOWN: 1, Health.GOOD: 2}.get(connector.health, 0)


def _newest_runs(gateway: HubGateway) -> tuple[SyncRun, ...]:
    newest_first = gateway.sync_runs(RunFilter(), _LATELY)
    return tuple({each.connector_id: each for each in reversed(newest_first)}.values())
