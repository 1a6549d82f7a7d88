"""A connector type that asks a counter for each of its pages: every request that goes out is seen by the test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import httpx

from integration_console.domain.access import Access
from integration_console.domain.connectors import CheckStage, ConnectorType
from integration_console.domain.errors import FieldProblem
from integration_console.domain.forms import Field, FieldKind, Form, Value
from integration_console.domain.streams import Page, SourceRecord, Stream, SyncMode, SyncRequest
from integration_console.domain.work import Work

FORM = Form((
    Field("address", FieldKind.TEXT, "Address", required=True),
    Field("name", FieldKind.TEXT, "Name", required=True),
    Field("token", FieldKind.SECRET, "Token"),
))  # fmt: skip
ITEMS = Stream("items", "Items", (SyncMode.FULL,))
PAGES, PER_PAGE = 3, 2


@dataclass
class CountedSource:
    """Three pages of two records each; a page that was read before is asked for again only when it was not stored."""

    key: str = "counted"
    client: httpx.Client = field(default_factory=lambda: httpx.Client(trust_env=False, timeout=10))

    @property
    def description(self) -> ConnectorType:
        return ConnectorType(self.key, "Counted", "For tests", "plug", FORM, syncs=True)

    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        return FORM.problems(values, stored_secrets)

    def check(self, access: Access, work: Work) -> Iterator[CheckStage]:
        yield from ()

    def streams(self, settings: Mapping[str, Value]) -> tuple[Stream, ...]:
        return (ITEMS,)

    def sync(self, access: Access, request: SyncRequest, work: Work) -> Iterator[Page]:
        name = str(access.settings["name"])
        for page in range(int((request.checkpoint or {}).get("next", 0)), PAGES):
            self.client.post(f"{access.settings['address']}/{name}/{page}").raise_for_status()
            records = tuple(
                SourceRecord(f"{name}-{page}-{each}", {"name": name}, title=name) for each in range(PER_PAGE)
            )
            yield Page(records, checkpoint={"next": page + 1})
