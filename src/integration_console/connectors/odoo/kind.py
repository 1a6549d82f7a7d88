"""The connector type `odoo`: its form, its check, and its streams of records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from integration_console.connectors.http import HttpClients
from integration_console.connectors.odoo import contents, form
from integration_console.connectors.odoo.checks import OdooChecks
from integration_console.connectors.odoo.conversation import OdooConversation
from integration_console.connectors.odoo.crawl import Crawl
from integration_console.connectors.odoo.settings import OdooSettings
from integration_console.connectors.stages import run_steps
from integration_console.domain.access import Access
from integration_console.domain.connectors import CheckStage, Stage, StageOutcome
from integration_console.domain.errors import FieldProblem, InvalidInput, SyncUnavailable
from integration_console.domain.forms import Value
from integration_console.domain.streams import Page, Stream, SyncRequest
from integration_console.domain.work import Work

_STREAMS: Mapping[str, tuple[Stream, ...]] = {
    form.EVERYTHING: (contents.EMPLOYEES, contents.DEPARTMENTS, contents.JOBS),
    form.EMPLOYEES: (contents.EMPLOYEES,),
    form.DEPARTMENTS: (contents.DEPARTMENTS,),
}


class OdooConnectorType:
    """Reads employees, departments and jobs: from Odoo 19 on by JSON-2, else by XML-RPC.

    `base_url` is the address that the form proposes (the sandbox's, when the console is tried out).
    """

    def __init__(self, http: HttpClients | None = None, *, base_url: str = "") -> None:
        self.description = form.odoo_type(base_url)
        self._http = http or HttpClients()

    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        """Return what is wrong with a filled form: the form's own rules, and those it cannot say."""
        asked = self.description.form
        found = asked.problems(values, stored_secrets)
        fields = {problem.field for problem in found}
        return (*found, *(each for each in form.own_problems(asked, values) if each.field not in fields))

    def check(self, access: Access, work: Work) -> Iterator[CheckStage]:
        """Yield the stages of a check one by one, stopping at the first that fails."""
        found = self.problems(access.settings)
        if found:
            yield CheckStage(Stage.NAME, StageOutcome.FAILED, error=InvalidInput(*found))
            return
        with OdooChecks(self._read(access.settings), self._http) as checks:
            yield from run_steps(checks.steps(), work)

    def streams(self, settings: Mapping[str, Value]) -> tuple[Stream, ...]:
        """Return the streams that the form's choice of records has."""
        chosen = str(self.description.form.with_defaults(settings).get("records"))
        return _STREAMS.get(chosen, _STREAMS[form.EVERYTHING])

    def sync(self, access: Access, request: SyncRequest, work: Work) -> Iterator[Page]:
        """Yield pages of records until the stream is read. Raises `RemoteError`, `InvalidInput`, `SyncUnavailable`."""
        found = self.problems(access.settings)
        if found:
            raise InvalidInput(*found)
        if request.stream not in {each.key for each in self.streams(access.settings)}:
            raise SyncUnavailable(name=self.description.title, what=request.stream)
        with OdooConversation(self._read(access.settings), self._http) as odoo:
            work.stop_if_cancelled()
            odoo.sign_in()
            yield from Crawl.begun(odoo, contents.KINDS[request.stream], request).pages(odoo, work)

    def _read(self, settings: Mapping[str, Value]) -> OdooSettings:
        return OdooSettings.read(self.description.form.with_defaults(settings))
