"""The connector type `google_workspace`: its form, its check, its authorisation and its streams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from integration_console.connectors.google.addresses import GoogleAddresses
from integration_console.connectors.google.api import GoogleApi
from integration_console.connectors.google.calendar import CalendarSync
from integration_console.connectors.google.checks import GoogleChecks
from integration_console.connectors.google.drive import DriveSync
from integration_console.connectors.google.form import google_type, own_problems
from integration_console.connectors.google.grants import GoogleGrants
from integration_console.connectors.google.settings import GoogleSettings
from integration_console.connectors.http import HttpClients
from integration_console.connectors.stages import run_steps
from integration_console.domain.access import Access, Authorisation, Token
from integration_console.domain.clock import Clock, SystemClock
from integration_console.domain.connectors import CheckStage, Stage, StageOutcome
from integration_console.domain.errors import FieldProblem, InvalidInput, SyncUnavailable
from integration_console.domain.forms import Value
from integration_console.domain.streams import Page, Stream, SyncRequest
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.domain.work import Work

_ADDRESSES = GoogleAddresses()
_FILES = Stream("files", QT_TRANSLATE_NOOP("Streams", "Drive files"), columns=("mimeType", "size", "modifiedTime"))
_EVENTS = Stream("events", QT_TRANSLATE_NOOP("Streams", "Calendar events"), columns=("calendar", "start", "end"))


class GoogleConnectorType:
    """Syncs Drive's files and Calendar's events, with a person's consent or as a service account.

    `addresses` are those that the form proposes (the sandbox's, when the console is tried out).
    """

    def __init__(
        self,
        http: HttpClients | None = None,
        *,
        addresses: GoogleAddresses = _ADDRESSES,
        clock: Clock | None = None,
    ) -> None:
        self.description = google_type(addresses)
        self._http = http or HttpClients()
        self._clock = clock or SystemClock()

    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        """Return what is wrong with a filled form: the form's own rules, and those it cannot say."""
        found = self.description.form.problems(values, stored_secrets)
        fields = {problem.field for problem in found}
        own = own_problems(self.description.form, values)
        return (*found, *(each for each in own if each.field not in fields))

    def check(self, access: Access, work: Work) -> Iterator[CheckStage]:
        """Yield the stages of a check one by one, stopping at the first that fails; a bad key fails at the sign-in."""
        found = self.description.form.problems(access.settings)
        if found:
            yield CheckStage(Stage.NAME, StageOutcome.FAILED, error=InvalidInput(*found))
            return
        with GoogleChecks(self._api(access), self._http, work) as checks:
            yield from run_steps(checks.steps(), work)

    def streams(self, settings: Mapping[str, Value]) -> tuple[Stream, ...]:
        """Return what a connector with these settings can bring; asks nobody."""
        filled = self.description.form.with_defaults(settings)
        wanted = ((filled["drive_files"], _FILES), (filled["calendar_events"], _EVENTS))
        return tuple(stream for chosen, stream in wanted if chosen is True)

    def sync(self, access: Access, request: SyncRequest, work: Work) -> Iterator[Page]:
        """Yield pages until the stream is read as `request` wants it. Raises `RemoteError`, `SyncUnavailable`."""
        if request.stream not in {stream.key for stream in self.streams(access.settings)}:
            raise SyncUnavailable(name="Google Workspace", what=request.stream)
        sync = DriveSync if request.stream == _FILES.key else CalendarSync
        with self._api(access) as api:
            yield from sync(api, request, work).pages()

    def begin_authorisation(self, settings: Mapping[str, Value], redirect_uri: str) -> Authorisation | None:
        """Return what to open in the browser; None for a service account."""
        return self._grants(self._read(settings)).begin(redirect_uri)

    def finish_authorisation(self, access: Access, begun: Authorisation, code: str) -> Token:
        """Return the tokens for the `code` that came to the redirect address. Raises `RemoteError`."""
        return self._grants(self._read(access.settings)).finish(begun, code)

    def _api(self, access: Access) -> GoogleApi:
        settings = self._read(access.settings)
        return GoogleApi(access, settings, self._http, self._grants(settings))

    def _grants(self, settings: GoogleSettings) -> GoogleGrants:
        return GoogleGrants(settings, self._http, self._clock)

    def _read(self, settings: Mapping[str, Value]) -> GoogleSettings:
        return GoogleSettings.read(self.description.form.with_defaults(settings))
