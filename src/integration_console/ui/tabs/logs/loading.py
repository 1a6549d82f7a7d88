"""Fetches rows of the log off the window's thread: the newest page at once, then the total, and blocks further down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from integration_console.domain.logs import LogEntry, LogFilter, LogPage
from integration_console.domain.work import Work
from integration_console.gateways.protocols import LogsGateway
from integration_console.ui.tabs.logs.rows import BLOCK, BlockRequest, place_of

Blocks = tuple[tuple[BlockRequest, LogPage], ...]


@dataclass(frozen=True, slots=True)
class Beginning:
    """The newest page, from which position to follow, which types exist."""

    page: LogPage
    position: int
    types: tuple[str, ...]

    @property
    def known(self) -> int:
        """How many rows there are for certain: those of the page, and one more where others follow."""
        return len(self.page.entries) + (self.page.next is not None)


def beginning(gateway: LogsGateway, wanted: LogFilter, work: Work) -> Beginning:
    """Fetch what the table begins with; nothing is counted, which takes seconds where a word is frequent.

    The position is read first, so that nothing falls between page and tail.
    """
    position = gateway.newest_position()
    page = gateway.log_page(wanted, None, BLOCK)
    work.stop_if_cancelled()
    return Beginning(page, position, gateway.event_types())


def counted(gateway: LogsGateway, wanted: LogFilter, newest: LogEntry, most: int) -> tuple[int, bool]:
    """Count the entry `newest` and those below it, about as far as `most`, and say whether that was all of them."""
    everything = gateway.log_count(wanted, most)
    return everything - gateway.log_count(wanted, most, newer_than=place_of(newest)), everything < most


def blocks(gateway: LogsGateway, wanted: LogFilter, requests: Sequence[BlockRequest], work: Work) -> Blocks:
    """Fetch blocks of rows, each from its place."""
    found = []
    for request in requests:
        work.stop_if_cancelled()
        after = gateway.log_place(wanted, request.after, request.skip) if request.skip else request.after
        work.stop_if_cancelled()
        page = LogPage((), None) if after is None else gateway.log_page(wanted, after, BLOCK, newer=request.newer)
        found.append((request, page))
    return tuple(found)
