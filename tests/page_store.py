"""A store of records in memory, which applies the pages of a sync as domain/streams.py says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from integration_console.domain.streams import Cursor, Page, RecordState, RemovalReason, SourceRecord


@dataclass
class PageStore:
    """What a sync brought: live records by id, tombstones with their reason, and a log of what changed."""

    records: dict[str, SourceRecord] = field(default_factory=dict)
    gone: dict[str, str] = field(default_factory=dict)
    changes: list[tuple[str, str]] = field(default_factory=list)
    cursor: Cursor | None = None
    checkpoint: Cursor | None = None
    pages: list[Page] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """A new run begins: it has seen nothing, and has no checkpoint."""
        self._seen, self.checkpoint, self.pages = set(), None, []
        self.changes = []

    def take(self, pages: Iterable[Page]) -> None:
        """Apply pages one by one."""
        for page in pages:
            self.apply(page)

    def apply(self, page: Page) -> None:
        """Apply one page, all of it."""
        self.pages.append(page)
        for record in page.records:
            self._upsert(record)
        for removal in page.removed:
            stored = self.records.get(removal.external_id)
            if stored is not None and removal.scope in (None, stored.scope):
                self._remove(removal.external_id, removal.reason)
        self._seen.update(page.present)
        for scope in page.swept:
            unseen = [each.external_id for each in self.records.values() if each.scope == scope]
            for external_id in unseen:
                if external_id not in self._seen:
                    self._remove(external_id, RemovalReason.NOT_FOUND)
        for scope in page.lost:
            for external_id in [each.external_id for each in self.records.values() if each.scope == scope]:
                self._remove(external_id, RemovalReason.LOST_ACCESS)
        self.cursor = self.cursor if page.cursor is None else page.cursor
        self.checkpoint = self.checkpoint if page.checkpoint is None else page.checkpoint

    def titles(self, state: RecordState = RecordState.LIVE) -> list[str]:
        """The titles of the records in a state, sorted."""
        return sorted(each.title for each in self.records.values() if each.state is state)

    def _upsert(self, record: SourceRecord) -> None:
        stored = self.records.get(record.external_id)
        if stored is None:
            self.changes.append(("added", record.external_id))
        elif (stored.content, stored.state) != (record.content, record.state):
            self.changes.append(("updated", record.external_id))
        self.records[record.external_id] = record
        self.gone.pop(record.external_id, None)
        self._seen.add(record.external_id)

    def _remove(self, external_id: str, reason: RemovalReason) -> None:
        del self.records[external_id]
        self.gone[external_id] = reason.value
        self.changes.append(("deleted", external_id))
