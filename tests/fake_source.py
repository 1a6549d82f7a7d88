"""A connector type whose source is a list in memory that a test changes, page by page, mishap by mishap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from integration_console.domain.access import Access, Authorisation, Preview, Token
from integration_console.domain.connectors import CheckStage, ConnectorType, Stage, StageOutcome
from integration_console.domain.errors import FieldProblem
from integration_console.domain.forms import Field, FieldKind, Form, Value
from integration_console.domain.streams import Page, RecordState, SourceRecord, Stream, SyncMode, SyncRequest
from integration_console.domain.work import Work

FORM = Form((
    Field("address", FieldKind.URL, "Address", required=True),
    Field("token", FieldKind.SECRET, "Token"),
    Field("private_network", FieldKind.BOOLEAN, "Private network", default=False),
))  # fmt: skip
PEOPLE = Stream("people", "People", columns=("name",))
THINGS = Stream("things", "Things", (SyncMode.FULL, SyncMode.RECONCILE))


@dataclass
class FakeSource:
    """A source of two streams: `people` can be read in every mode, `things` not incrementally.

    Each record has a number that grows with every change; an incremental sync reads from the cursor's number on.
    `before_page` is called with the number of the page about to be read, and may raise, change the source, or wait.
    """

    key: str = "list"
    people: dict[str, dict[str, Any]] = field(default_factory=dict)
    things: dict[str, dict[str, Any]] = field(default_factory=dict)
    size: int = 2
    before_page: Callable[[int], None] = lambda _number: None
    requests: list[SyncRequest] = field(default_factory=list)
    pages_read: int = 0
    authorises: bool = True
    token: Token = field(default_factory=lambda: Token("access-1", "refresh-1", account="amina@example.test"))
    needs_person: bool = True

    @property
    def description(self) -> ConnectorType:
        return ConnectorType(
            self.key, "Title of list", "For tests", "plug", FORM, syncs=True, authorises=self.authorises, previews=True
        )

    def put(self, name: str, **content: Any) -> None:
        """Add or change a person; the change gets the next number."""
        newest = max((each["changed"] for each in self.people.values()), default=0)
        self.people[name] = {"name": name, **content, "changed": newest + 1}

    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        return FORM.problems(values, stored_secrets)

    def check(self, access: Access, work: Work) -> Iterator[CheckStage]:
        yield CheckStage(Stage.NAME, StageOutcome.PASSED, 1.0, str(access.settings.get("token") or "none"))

    def streams(self, settings: Mapping[str, Value]) -> tuple[Stream, ...]:
        return (PEOPLE, THINGS)

    def sync(self, access: Access, request: SyncRequest, work: Work) -> Iterator[Page]:
        self.requests.append(request)
        rows = self.people if request.stream == PEOPLE.key else self.things
        if request.mode is SyncMode.INCREMENTAL and request.cursor is not None:
            yield from self._changed(rows, int(request.cursor["since"]), work)
        else:
            yield from self._all(rows, request, work)

    def preview(self, access: Access, limit: int) -> Preview:
        return Preview(tuple(self.people.values())[:limit], len(self.people))

    def begin_authorisation(self, settings: Mapping[str, Value], redirect_uri: str) -> Authorisation | None:
        if not self.needs_person:
            return None
        return Authorisation(f"https://accounts.test/?redirect_uri={redirect_uri}", "state-1", "verifier", redirect_uri)

    def finish_authorisation(self, access: Access, begun: Authorisation, code: str) -> Token:
        return self.token

    def _all(self, rows: dict[str, dict[str, Any]], request: SyncRequest, work: Work) -> Iterator[Page]:
        checkpoint = request.checkpoint or {}
        since = checkpoint.get("since", max((each.get("changed", 0) for each in rows.values()), default=0))
        after = checkpoint.get("after", "")
        while True:
            self._look(work)
            names = sorted(name for name in rows if name > after)[: self.size]
            if not names:
                break
            after = names[-1]
            records = tuple(_record(rows[name]) for name in names)
            yield Page(records, checkpoint={"after": after, "since": since}, total=len(rows))
        cursor = {"since": since} if request.mode is not SyncMode.RECONCILE else None
        yield Page(swept=("",), cursor=cursor, total=len(rows))

    def _changed(self, rows: dict[str, dict[str, Any]], since: int, work: Work) -> Iterator[Page]:
        while True:
            self._look(work)
            newer = sorted(
                (each for each in rows.values() if each["changed"] > since), key=lambda each: each["changed"]
            )
            if not newer:
                return
            since = newer[: self.size][-1]["changed"]
            yield Page(tuple(_record(each) for each in newer[: self.size]), cursor={"since": since})

    def _look(self, work: Work) -> None:
        work.stop_if_cancelled()
        self.before_page(self.pages_read)
        self.pages_read += 1


def _record(row: Mapping[str, Any]) -> SourceRecord:
    content = {name: value for name, value in row.items() if name != "changed"}
    state = RecordState.ARCHIVED if row.get("archived") else RecordState.LIVE
    return SourceRecord(str(row["name"]), content, title=str(row["name"]), state=state)
