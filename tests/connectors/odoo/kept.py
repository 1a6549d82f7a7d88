"""What a store keeps of a connector's pages: records, tombstones, cursor, checkpoint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from integration_console.connectors.odoo import OdooConnectorType
from integration_console.domain.forms import Value
from integration_console.domain.streams import Cursor, Page, SourceRecord, SyncMode, SyncRequest
from integration_console.domain.work import UnattendedWork, Work
from tests.fakes import access


@dataclass
class Kept:
    """The records of one connector, as pages made them."""

    kind: OdooConnectorType
    values: Mapping[str, Value]
    records: dict[str, SourceRecord] = field(default_factory=dict)
    cursor: Cursor | None = None
    checkpoint: Cursor | None = None
    pages: list[Page] = field(default_factory=list)
    """The pages of the last sync."""

    changed: set[str] = field(default_factory=set)
    """What the last sync found new or different."""

    gone: set[str] = field(default_factory=set)
    """What the last sync found to be there no more."""

    _seen: set[str] = field(default_factory=set)

    def sync(
        self, mode: SyncMode, stream: str = "employees", *, work: Work | None = None, pages: int | None = None
    ) -> None:
        """Sync; `pages` lets the run be interrupted after so many."""
        resumed = self.checkpoint is not None
        self.pages, self.changed, self.gone = [], set(), set()
        if not resumed:
            self._seen = set()
        request = SyncRequest(stream, mode, self.cursor, self.checkpoint)
        for page in self.kind.sync(access(self.values), request, work or UnattendedWork()):
            self._keep(page)
            if len(self.pages) == pages:
                return
        self.checkpoint = None

    def content(self, external_id: int) -> Mapping[str, Any]:
        return self.records[str(external_id)].content

    def _keep(self, page: Page) -> None:
        self.pages.append(page)
        for record in page.records:
            self._seen.add(record.external_id)
            if self.records.get(record.external_id) != record:
                self.changed.add(record.external_id)
            self.records[record.external_id] = record
        if page.swept:
            self.gone = set(self.records) - self._seen
            for external_id in self.gone:
                del self.records[external_id]
        self.cursor = page.cursor or self.cursor
        self.checkpoint = page.checkpoint or self.checkpoint
