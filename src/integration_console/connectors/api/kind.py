"""The connector type `api`: its form, its check, its records and a look at the first of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from time import sleep

from integration_console.connectors.api.form import api_type
from integration_console.connectors.api.rules import own_problems
from integration_console.connectors.api.settings import described, stream_of
from integration_console.connectors.http import HttpClients
from integration_console.connectors.rest.description import RestDescription
from integration_console.connectors.rest.source import RestSource
from integration_console.domain.access import Access, Preview
from integration_console.domain.clock import Clock
from integration_console.domain.connectors import CheckStage, Stage, StageOutcome
from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.forms import Value
from integration_console.domain.streams import Page, Stream, SyncRequest
from integration_console.domain.work import Work

_FIELDS = {"records": "records_path", "id": "id_path", "record_title": "title_path", "changes": "changes_path"}


class ApiConnectorType:
    """Brings one list of records from any API that speaks JSON.

    `base_url` is the address that the form proposes (the sandbox's, when the console is tried out).
    """

    def __init__(
        self,
        http: HttpClients | None = None,
        *,
        base_url: str = "",
        clock: Clock | None = None,
        pause: Callable[[float], None] = sleep,
    ) -> None:
        self.description = api_type(base_url)
        self._source = RestSource(http or HttpClients(), clock=clock, pause=pause)

    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        """Return what is wrong with a filled form: the form's own rules, and those it cannot say."""
        form = self.description.form
        found = form.problems(values, stored_secrets)
        fields = {problem.field for problem in found}
        return (*found, *(each for each in own_problems(form, values) if each.field not in fields))

    def check(self, access: Access, work: Work) -> Iterator[CheckStage]:
        """Yield the stages of a check one by one, stopping at the first that fails."""
        found = self.problems(access.settings)
        if found:
            yield CheckStage(Stage.NAME, StageOutcome.FAILED, error=InvalidInput(*found))
            return
        yield from self._source.check(self._described(access), access, work)

    def streams(self, settings: Mapping[str, Value]) -> tuple[Stream, ...]:
        """Return the one stream that the form describes."""
        return (stream_of(self.description.form.with_defaults(settings)).shown,)

    def sync(self, access: Access, request: SyncRequest, work: Work) -> Iterator[Page]:
        """Yield pages of records until the stream is read. Raises `RemoteError`, `InvalidInput`, `SyncUnavailable`."""
        yield from self._source.sync(self._described(access), access, request, work)

    def preview(self, access: Access, limit: int) -> Preview:
        """Return first records as they came; a path that finds nothing is a problem of its field."""
        return self._source.preview(self._described(access), access, limit, _FIELDS)

    def _described(self, access: Access) -> RestDescription:
        found = self.problems(access.settings)
        if found:
            raise InvalidInput(*found)
        return described(self.description.form.with_defaults(access.settings))
