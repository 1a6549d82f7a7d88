"""Reads a REST sandbox as a description says, into a store in memory."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from integration_console.connectors.http import HttpClients
from integration_console.connectors.mapping import Expression
from integration_console.connectors.rest.description import (
    Changes,
    PageKind,
    Paging,
    RestDescription,
    RestStream,
    SignIn,
)
from integration_console.connectors.rest.source import RestSource
from integration_console.domain.streams import SyncMode, SyncRequest
from integration_console.domain.work import UnattendedWork, Work
from integration_console.sandbox import RestSandbox
from tests.fakes import MemoryTokens, access
from tests.page_store import PageStore

CHANGES = Changes(Expression("updated_at"), "updated_since", 0)
STREAM = RestStream(
    key="items",
    title="Items",
    path="/all",
    id=Expression("id"),
    record_title=Expression("name"),
    archived=Expression("archived"),
    removed=Expression("deleted_at"),
    changes=CHANGES,
)
ITEMS = Expression("items")
WAYS: dict[str, dict[str, Any]] = {
    "all": {"path": "/all"},
    "page": {"path": "/page", "records": ITEMS, "paging": Paging(PageKind.PAGE, "page", 1, "per_page", 10)},
    "more": {
        "path": "/page",
        "records": ITEMS,
        "paging": Paging(PageKind.PAGE, "page", 1, "per_page", 10, more=Expression("has_more")),
    },
    "django": {
        "path": "django",
        "records": Expression("results"),
        "paging": Paging(PageKind.PAGE, "page", 1, "page_size", 5),
    },
    "offset": {
        "path": "/offset",
        "records": Expression("data.items"),
        "paging": Paging(PageKind.OFFSET, "offset", 0, "limit", 10),
    },
    "cursor": {
        "path": "/cursor",
        "records": ITEMS,
        "paging": Paging(PageKind.CURSOR, "cursor", 0, "limit", 10, Expression("next_cursor")),
    },
    "search": {
        "path": "/search",
        "records": ITEMS,
        "post": True,
        "in_body": True,
        "body": {"sort": "id"},
        "paging": Paging(PageKind.CURSOR, "cursor", 0, "limit", 10, Expression("next_cursor")),
    },
    "link": {"path": "/link", "paging": Paging(PageKind.LINK, size_parameter="per_page", size=10)},
}


@dataclass
class Reading:
    """A source, and what a store keeps of it."""

    sandbox: RestSandbox
    stream: RestStream = STREAM
    sign_in: SignIn = field(default_factory=SignIn)
    store: PageStore = field(default_factory=PageStore)
    tokens: MemoryTokens = field(default_factory=MemoryTokens)
    http: HttpClients = field(default_factory=HttpClients)
    waited: list[float] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)

    def by(self, way: str, **more: Any) -> Reading:
        """Read in one of the `WAYS` from now on."""
        self.stream = replace(STREAM, **{**WAYS[way], **more})
        return self

    def description(self) -> RestDescription:
        return RestDescription(
            **{
                "name": "Sandbox",
                "base_url": self.sandbox.base_url,
                "streams": (self.stream,),
                "sign_in": self.sign_in,
                "timeout_seconds": 5,
                "private_network": True,
                **self.more,
            }
        )

    def source(self) -> RestSource:
        return RestSource(self.http, pause=self.waited.append)

    def sync(self, mode: SyncMode, *, pages: int | None = None, work: Work | None = None) -> list[tuple[str, str]]:
        """Sync, or do so until `pages` pages were stored; return what changed."""
        if self.store.checkpoint is None:
            self.store.begin()
        request = SyncRequest("items", mode, self.store.cursor, self.store.checkpoint)
        whole = self.source().sync(self.description(), access({}, self.tokens), request, work or UnattendedWork())
        self.store.take(islice(whole, pages))
        if pages is None:
            self.store.checkpoint = None
        return self.store.changes

    def ids(self) -> set[int]:
        return {int(each) for each in self.store.records}
