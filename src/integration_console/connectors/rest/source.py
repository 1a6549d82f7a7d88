"""A REST source at work: its check, its streams page by page, and a look at its first records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from time import sleep
from typing import Any

from integration_console.connectors.http import HttpClients
from integration_console.connectors.rest.checks import RestChecks
from integration_console.connectors.rest.conversation import RestConversation
from integration_console.connectors.rest.crawl import Crawl
from integration_console.connectors.rest.description import RestDescription, RestStream
from integration_console.connectors.rest.grants import RestGrants, Successors
from integration_console.connectors.rest.records import rows_of, sorted_rows
from integration_console.connectors.rest.refusals import refuse_by_status
from integration_console.connectors.stages import run_steps
from integration_console.domain.access import Access, Preview
from integration_console.domain.clock import Clock, SystemClock
from integration_console.domain.connectors import CheckStage
from integration_console.domain.errors import AnswerShapeUnknown, FieldProblem, SyncUnavailable
from integration_console.domain.streams import Page, SyncRequest
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.domain.work import UnattendedWork, Work

NO_LIST = QT_TRANSLATE_NOOP("Forms", "The answer has no list of records at “{path}”.")
NO_ID = QT_TRANSLATE_NOOP("Forms", "A record has no id at “{path}”.")
NO_TITLE = QT_TRANSLATE_NOOP("Forms", "No record has anything at “{path}”.")


class RestSource:
    """Does for any description what a connector type promises. `pause` waits for some seconds between calls."""

    def __init__(
        self, http: HttpClients, *, clock: Clock | None = None, pause: Callable[[float], None] = sleep
    ) -> None:
        self._http = http
        self._clock = clock or SystemClock()
        self._pause = pause
        self._successors = Successors()

    def check(self, description: RestDescription, access: Access, work: Work) -> Iterator[CheckStage]:
        """Yield the stages of a check one by one, stopping at the first that fails."""
        with RestChecks(self._conversation(description, access), self._http, work) as checks:
            yield from run_steps(checks.steps(), work)

    def sync(self, description: RestDescription, access: Access, request: SyncRequest, work: Work) -> Iterator[Page]:
        """Yield pages until the stream is read as `request` wants it. Raises `RemoteError`, `SyncUnavailable`."""
        stream = description.stream(request.stream)
        if stream is None:
            raise SyncUnavailable(name=description.name, what=request.stream)
        with self._conversation(description, access) as source:
            yield from Crawl.begun(stream, request).pages(source, work)

    def preview(self, description: RestDescription, access: Access, limit: int, fields: Mapping[str, str]) -> Preview:
        """Return first records of the first stream, as they came; `fields` names the form's field of each path.

        A path that finds nothing is a problem of its field, and the records are shown all the same.
        """
        stream = description.streams[0]
        with self._conversation(description, access) as source:
            answer = source.ask(stream, {}, {}, UnattendedWork())
        refuse_by_status(answer)
        content = answer.json_value()
        try:
            rows = rows_of(stream, content, description.host)
        except AnswerShapeUnknown as error:
            shown = (content,) if isinstance(content, dict) else ()
            problem = FieldProblem(fields["records"], NO_LIST, (("path", error.params["path"]),))
            return Preview(shown, len(shown), (problem,))
        problems = tuple(_path_problems(stream, rows, fields, description.host))
        return Preview(tuple(rows[:limit]), len(rows), problems)

    def _conversation(self, description: RestDescription, access: Access) -> RestConversation:
        grants = RestGrants(description, self._http, self._clock, self._successors)
        return RestConversation(description, access, self._http, grants, pause=self._pause)


def _path_problems(
    stream: RestStream,
    rows: Sequence[dict[str, Any]],
    fields: Mapping[str, str],
    host: str,
) -> Iterator[FieldProblem]:
    if not rows:
        return
    try:
        sorted_rows(stream, rows, host)
    except AnswerShapeUnknown:
        yield FieldProblem(fields["id"], NO_ID, (("path", stream.id.text),))
    wanted = {"record_title": stream.record_title, "changes": stream.changes.field if stream.changes else None}
    for name, expression in wanted.items():
        if expression is not None and all(expression.apply(row) is None for row in rows):
            yield FieldProblem(fields[name], NO_TITLE, (("path", expression.text),))
