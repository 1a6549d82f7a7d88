"""Fetches records off the window's thread: what there is to choose from, the first page, blocks further down."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from integration_console.domain.records import RecordFilter, RecordPage
from integration_console.gateways.member_protocols import RightsGateway
from integration_console.gateways.protocols import RecordsGateway
from integration_console.ui.tabs.records.rows import BLOCK, MOST_ROWS, BlockRequest

if TYPE_CHECKING:
    from integration_console.domain.connectors import Connector, ConnectorType
    from integration_console.domain.records import Record, RecordChange
    from integration_console.domain.streams import RecordState, Stream, StreamState
    from integration_console.domain.work import Work

Blocks = tuple[tuple[int, RecordPage], ...]
_NOTHING = RecordPage(())


class RecordsTabGateway(RecordsGateway, RightsGateway, Protocol):
    """Records, and what they belong to."""

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors."""

    def connector_types(self) -> tuple[ConnectorType, ...]:
        """Return the installed types."""

    def streams(self, connector_id: str) -> tuple[StreamState, ...]:
        """Return what a connector can bring, with counts."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to see; no connector or stream: the first there is."""

    connector_id: str = ""
    stream: str = ""
    text: str = ""
    states: frozenset[RecordState] = frozenset()


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the page begins with: connectors, streams of the chosen one, its first page and how many fit in all."""

    wish: Wish
    connectors: tuple[Connector, ...] = ()
    types: tuple[ConnectorType, ...] = ()
    streams: tuple[StreamState, ...] = ()
    wanted: RecordFilter | None = None
    page: RecordPage = _NOTHING
    total: int = 0

    @property
    def shown_stream(self) -> Stream | None:
        """The stream whose records are shown."""
        wanted = self.wanted.stream if self.wanted else ""
        return next((each.stream for each in self.streams if each.stream.key == wanted), None)


@dataclass(frozen=True, slots=True)
class Looked:
    """Everything about one record: as it is stored, its content as text, and its history."""

    record: Record
    text: str
    changes: tuple[RecordChange, ...]


def beginning(gateway: RecordsTabGateway, wish: Wish, work: Work) -> Beginning:
    """Fetch what the page begins with."""
    types = gateway.connector_types()
    syncing = {each.key for each in types if each.syncs}
    connectors = tuple(each for each in gateway.connectors() if each.type in syncing)
    ids = [each.id for each in connectors]
    if not ids:
        return Beginning(wish, types=types)
    connector_id = wish.connector_id if wish.connector_id in ids else ids[0]
    streams = gateway.streams(connector_id)
    work.stop_if_cancelled()
    if not streams:
        return Beginning(wish, connectors, types, (), RecordFilter(connector_id, ""))
    stream = _chosen_stream(streams, wish.stream if wish.connector_id == connector_id else "")
    wanted = RecordFilter(connector_id, stream, wish.text, wish.states)
    page = gateway.record_page(wanted, None, BLOCK)
    work.stop_if_cancelled()
    total = len(page.records) if page.next is None else gateway.record_count(wanted, MOST_ROWS)
    return Beginning(wish, connectors, types, streams, wanted, page, total)


def blocks(gateway: RecordsGateway, wanted: RecordFilter, requests: Sequence[BlockRequest], work: Work) -> Blocks:
    """Fetch blocks of rows, each behind its place."""
    found = []
    for request in requests:
        work.stop_if_cancelled()
        after = gateway.record_place(wanted, request.after, request.skip) if request.skip else request.after
        is_beyond = request.skip > 0 and after is None
        found.append((request.block, RecordPage(()) if is_beyond else gateway.record_page(wanted, after, BLOCK)))
    return tuple(found)


def looked_at(gateway: RecordsGateway, record: Record) -> Looked:
    """Fetch all about one record."""
    fresh = gateway.record(record.connector_id, record.stream, record.external_id)
    text = json.dumps(fresh.content, indent=2, ensure_ascii=False, default=str)
    return Looked(fresh, text, gateway.record_changes(record.connector_id, record.stream, record.external_id))


def _chosen_stream(streams: Sequence[StreamState], wished: str) -> str:
    keys = [each.stream.key for each in streams]
    if wished in keys:
        return wished
    return next((each.stream.key for each in streams if each.live), keys[0])
