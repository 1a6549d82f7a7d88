"""The connector type `custom`, and the types that manifests in a folder describe."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from time import sleep

from integration_console.connectors.custom.form import (
    custom_type,
    manifest_type,
    missing_credentials,
    own_problems,
)
from integration_console.connectors.custom.manifest import Manifest, kept_manifest
from integration_console.connectors.custom.text import ManifestFault
from integration_console.connectors.http import HttpClients
from integration_console.connectors.rest.description import RestDescription
from integration_console.connectors.rest.source import RestSource
from integration_console.domain.access import Access, Preview
from integration_console.domain.clock import Clock
from integration_console.domain.connectors import CheckStage, ConnectorType, Stage, StageOutcome
from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.forms import Value
from integration_console.domain.streams import Page, Stream, SyncRequest
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.domain.work import Work

_AT_LINE = QT_TRANSLATE_NOOP("Forms", "Line {line}, {field}: {problem}.")


class _Described(ABC):
    """What both kinds of types do with their manifest."""

    description: ConnectorType
    _shown_at: str
    """The form's field beside which a preview tells of paths that find nothing."""

    def __init__(
        self,
        http: HttpClients | None = None,
        *,
        clock: Clock | None = None,
        pause: Callable[[float], None] = sleep,
    ) -> None:
        self._source = RestSource(http or HttpClients(), clock=clock, pause=pause)

    @abstractmethod
    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        """Return what is wrong with a filled form: the form's own rules, and those it cannot say."""

    @abstractmethod
    def _manifest(self, values: Mapping[str, Value]) -> Manifest: ...

    def check(self, access: Access, work: Work) -> Iterator[CheckStage]:
        """Yield the stages of a check one by one, stopping at the first that fails."""
        found = self.problems(access.settings)
        if found:
            yield CheckStage(Stage.NAME, StageOutcome.FAILED, error=InvalidInput(*found))
            return
        yield from self._source.check(self._described(access), access, work)

    def streams(self, settings: Mapping[str, Value]) -> tuple[Stream, ...]:
        """Return the manifest's streams; none while it cannot be read."""
        try:
            return tuple(each.shown for each in self._manifest(settings).source.streams)
        except ManifestFault:
            return ()

    def sync(self, access: Access, request: SyncRequest, work: Work) -> Iterator[Page]:
        """Yield pages of records until the stream is read. Raises `RemoteError`, `InvalidInput`, `SyncUnavailable`."""
        yield from self._source.sync(self._described(access), access, request, work)

    def preview(self, access: Access, limit: int) -> Preview:
        """Return first records of the first stream, as they came. Raises `RemoteError`, `InvalidInput`."""
        fields = dict.fromkeys(("records", "id", "record_title", "changes"), self._shown_at)
        return self._source.preview(self._described(access), access, limit, fields)

    def _described(self, access: Access) -> RestDescription:
        found = self.problems(access.settings)
        if found:
            raise InvalidInput(*found)
        return self._manifest(access.settings).filled(self.description.form.with_defaults(access.settings))


class ManifestConnectorType(_Described):
    """Reads what one manifest describes; the manifest is the type's own, people fill in the rest."""

    _shown_at = "base_url"

    def __init__(
        self,
        manifest: Manifest,
        http: HttpClients | None = None,
        *,
        clock: Clock | None = None,
        pause: Callable[[float], None] = sleep,
    ) -> None:
        super().__init__(http, clock=clock, pause=pause)
        self.description = manifest_type(manifest)
        self._own = manifest

    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        """Return what is wrong with a filled form: the form's own rules, and those it cannot say."""
        form = self.description.form
        found = form.problems(values, stored_secrets)
        fields = {problem.field for problem in found}
        return (*found, *(each for each in own_problems(self._own, form, values) if each.field not in fields))

    def _manifest(self, values: Mapping[str, Value]) -> Manifest:
        del values
        return self._own


class CustomConnectorType(_Described):
    """Reads what the manifest in its form describes.

    `base_url` is the address that the form proposes (the sandbox's, when the console is tried out).
    """

    _shown_at = "manifest"

    def __init__(
        self,
        http: HttpClients | None = None,
        *,
        base_url: str = "",
        clock: Clock | None = None,
        pause: Callable[[float], None] = sleep,
    ) -> None:
        super().__init__(http, clock=clock, pause=pause)
        self.description = custom_type(base_url)

    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        """Return what is wrong with a filled form, and with the manifest in it: by line and field."""
        form = self.description.form
        found = form.problems(values, stored_secrets)
        if any(problem.field == "manifest" for problem in found):
            return found
        try:
            manifest = self._manifest(values)
        except ManifestFault as fault:
            told = (("line", str(fault.line)), ("field", fault.field), ("problem", fault.sentence.rstrip(".")))
            return (*found, FieldProblem("manifest", _AT_LINE, told))
        fields = {problem.field for problem in found}
        own = (*missing_credentials(manifest, values, stored_secrets), *own_problems(manifest, form, values))
        return (*found, *(each for each in own if each.field not in fields))

    def _manifest(self, values: Mapping[str, Value]) -> Manifest:
        return kept_manifest(str(self.description.form.with_defaults(values)["manifest"]))
