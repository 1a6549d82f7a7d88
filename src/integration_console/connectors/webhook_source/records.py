"""What becomes a record of a webhook's event."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from integration_console.connectors.mapping import Expression
from integration_console.domain.access import StoredEvent
from integration_console.domain.forms import Value
from integration_console.domain.streams import Removal, SourceRecord, Stream, SyncMode
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

EVENTS = Stream(
    "events",
    QT_TRANSLATE_NOOP("Streams", "Events"),
    (SyncMode.FULL, SyncMode.INCREMENTAL),
)
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Extract:
    """Where an event has its record (None: the whole body, the event's own id or type)."""

    id: Expression | None = None
    title: Expression | None = None
    content: Expression | None = None
    removed: Expression | None = None

    @classmethod
    def read(cls, filled: Mapping[str, Value]) -> Self:
        """Read a filled form that has no problems."""
        names = ("id_path", "title_path", "content_path", "removed_path")
        texts = [str(filled.get(name) or "").strip() for name in names]
        return cls(*(Expression(text) if text else None for text in texts))

    def of(self, events: Iterable[StoredEvent]) -> tuple[tuple[SourceRecord, ...], tuple[Removal, ...]]:
        """Return the records and the removals that events of one page stand for: the last of each id counts."""
        found: dict[str, SourceRecord | Removal] = {}
        for event in events:
            body = body_of(event)
            identifier = (_text(self.id.apply(body)) if self.id else "") or event.id
            found.pop(identifier, None)
            gone = self.removed is not None and bool(self.removed.apply(body))
            found[identifier] = Removal(identifier) if gone else self._record(event, identifier, body)
        records = tuple(each for each in found.values() if isinstance(each, SourceRecord))
        return records, tuple(each for each in found.values() if isinstance(each, Removal))

    def _record(self, event: StoredEvent, identifier: str, body: Any) -> SourceRecord:  # noqa: ANN401 - the JSON border
        kept = self.content.apply(body) if self.content else body
        content = kept if isinstance(kept, dict) else {"value": kept}
        title = (_text(self.title.apply(body)) if self.title else "") or event.event_type or identifier
        return SourceRecord(identifier, content, title=title)


def body_of(event: StoredEvent) -> Any:  # noqa: ANN401 - the JSON border
    """Return an event's body: as JSON, or as {"text"} where it is none; bytes that are no UTF-8 are replaced."""
    try:
        return json.loads(event.body)
    except (ValueError, RecursionError):
        return {"text": event.body.decode("utf-8", errors="replace")}


def _text(value: Any) -> str:  # noqa: ANN401 - the JSON border
    if value is None or isinstance(value, bool):
        return ""
    return (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).strip()[:_LONGEST]
