"""Fetches rows of the log off the window's thread: the newest page with the total, and blocks further down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from integration_console.domain.logs import LogFilter, LogPage
from integration_console.domain.work import Work
from integration_console.gateways.protocols import LogsGateway
from integration_console.ui.tabs.logs.rows import BLOCK, MOST_ROWS, BlockRequest

Blocks = tuple[tuple[int, LogPage], ...]


@dataclass(frozen=True, slots=True)
class Beginning:
    """The newest page, how many entries there are in all, from which position to follow, which types exist."""

    page: LogPage
    total: int
    position: int
    types: tuple[str, ...]


def beginning(gateway: LogsGateway, wanted: LogFilter, work: Work) -> Beginning:
    """Fetch what the table begins with. The position is read first, so that nothing falls between page and tail."""
    position = gateway.newest_position()
    page = gateway.log_page(wanted, None, BLOCK)
    work.stop_if_cancelled()
    total = len(page.entries) if page.next is None else gateway.log_count(wanted, MOST_ROWS)
    work.stop_if_cancelled()
    return Beginning(page, total, position, gateway.event_types())


def blocks(gateway: LogsGateway, wanted: LogFilter, requests: Sequence[BlockRequest], work: Work) -> Blocks:
    """Fetch blocks of rows, each behind its place."""
    found = []
    for request in requests:
        work.stop_if_cancelled()
        after = gateway.log_place(wanted, request.after, request.skip) if request.skip else request.after
        page = LogPage((), None) if after is None else gateway.log_page(wanted, after, BLOCK)
        found.append((request.block, page))
    return tuple(found)
