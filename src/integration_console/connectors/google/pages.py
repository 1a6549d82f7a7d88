"""Cuts what one answer brought into pages that are small enough for one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from integration_console.domain.streams import Page

PAGE_LIMIT = 250


def cut(page: Page, limit: int = PAGE_LIMIT) -> Iterator[Page]:
    """Yield `page` in parts; only the last one carries the cursor, the checkpoint and everything else."""
    records, removed = page.records, page.removed
    while len(records) + len(removed) > limit:
        part = Page(records=records[:limit], removed=removed[: max(0, limit - len(records))])
        records, removed = records[len(part.records) :], removed[len(part.removed) :]
        yield part
    yield replace(page, records=records, removed=removed)
