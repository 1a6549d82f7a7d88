"""The door to a case file: the log can be looked at in every way, everything else is refused with a sentence."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from integration_console.domain.case_files import CaseState, Verdict
from integration_console.domain.connectors import Connector, ConnectorStatus, Health
from integration_console.domain.errors import (
    CaseFileMalformed,
    CaseFileTampered,
    FieldProblem,
    InvalidInput,
    NotFound,
)
from integration_console.domain.log_conditions import (
    EVERYTHING,
    Condition,
    FieldIs,
    LogField,
    Within,
    all_of,
    chosen,
)
from integration_console.domain.log_notes import LogNote
from integration_console.domain.log_query import parse_query
from integration_console.domain.log_terms import Names, zone_of
from integration_console.domain.logs import LogStatus, Statistics
from integration_console.domain.saved_filters import SavedFilter
from integration_console.domain.schedules import NOT_ZONE, Schedule
from integration_console.domain.webhooks import Webhook, WebhookStatus
from integration_console.domain.wire import NotThatShape, from_wire
from integration_console.domain.work import Progress
from integration_console.domain.workspace import ReceiverState, WorkspaceState
from integration_console.gateways.case_figures import CaseFigures
from integration_console.gateways.case_notes import CaseNotes, with_noted
from integration_console.gateways.case_refusals import LookingOnly
from integration_console.gateways.known_signers import SIGNERS, KnownSigners
from integration_console.storage.case_files import figures
from integration_console.storage.case_files.reading import CaseFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from integration_console.domain.log_notes import LogNoteDraft
    from integration_console.domain.logs import LogDetail, LogEntry, LogFilter, LogPage, LogPlace
    from integration_console.domain.saved_filters import SavedFilterDraft
    from integration_console.domain.work import Work

T = TypeVar("T")
_HOURS = 24


class _Configuration(LookingOnly):
    """What stood around the log when the case was made."""

    _file: CaseFile

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors, by name."""
        found: tuple[Connector, ...] = self._part("connectors", tuple[Connector, ...])
        return found

    def connector(self, connector_id: str) -> Connector:
        """Return one connector. Raises `NotFound`."""
        for each in self.connectors():
            if each.id == connector_id:
                return each
        raise NotFound(kind="connector", id=connector_id)

    def webhooks(self) -> tuple[Webhook, ...]:
        """Return all webhooks, by name."""
        found: tuple[Webhook, ...] = self._part("webhooks", tuple[Webhook, ...])
        return found

    def schedules(self, connector_id: str = "") -> tuple[Schedule, ...]:
        """Return all schedules, or a connector's."""
        found: tuple[Schedule, ...] = self._part("schedules", tuple[Schedule, ...])
        return tuple(each for each in found if not connector_id or each.connector_id == connector_id)

    def _part(self, name: str, kind: Any) -> Any:  # noqa: ANN401 - of the kind that is asked for
        try:
            return from_wire(kind, self._file.configuration.get(name, []))
        except (NotThatShape, RecursionError) as error:
            raise CaseFileMalformed(part="configuration") from error


class CaseFileGateway(_Configuration, CaseFigures):
    """An open case file. Reading raises `CaseFileTampered` where what is read is not what was signed."""

    def __init__(self, path: Path, signers: KnownSigners) -> None:
        """Open a file. Raises `CaseFileMissing`, `CaseFileMalformed`, `CaseFileTampered`, `CaseFileTooNew`."""
        self._file = CaseFile(path)
        self._signers = signers
        manifest = self._file.manifest
        known = signers.knows(manifest.key)
        self._state = CaseState(str(path), self._file.size, manifest, Verdict.VERIFIED if known else Verdict.UNVERIFIED)
        brought = self._part("notes", tuple[LogNote, ...])
        self._notes = CaseNotes(path, manifest.chain, brought, self._part("filters", tuple[SavedFilter, ...]))

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def case_state(self) -> CaseState:
        """Return what is known of the file so far."""
        return self._state

    def verify_whole(self, work: Work) -> CaseState:
        """Look at every byte of the file. Raises `Cancelled`."""
        total, done = 2 * self._file.manifest.chunks, 0

        def look() -> None:
            nonlocal done
            done += 1
            work.stop_if_cancelled()
            work.report(Progress(min(done, total), total))

        try:
            self._file.require_whole(look)
        except CaseFileTampered as error:
            self._tampered(error.params["block"])
        except CaseFileMalformed as error:
            self._tampered(error.params["part"])
        else:
            self._state = replace(self._state, whole=True)
        return self._state

    def trust_signer(self) -> CaseState:
        """Know the signer from now on."""
        manifest = self._file.manifest
        self._signers.accept(manifest.key, manifest.source.organisation)
        if self._state.verdict is Verdict.UNVERIFIED:
            self._state = replace(self._state, verdict=Verdict.VERIFIED)
        return self._state

    def workspace(self) -> WorkspaceState:
        """Return the state of the workspace as the window's frame shows it."""
        source = self._file.manifest.source
        receiver = ReceiverState(running=False, elsewhere=True)
        tampered = self._state.verdict is Verdict.TAMPERED
        return WorkspaceState(
            name=source.organisation,
            path=self._state.path,
            protected=True,
            unlocked=True,
            receiver=receiver,
            trouble=CaseFileTampered(block=self._state.tampered_block) if tampered else None,
            role="support",
        )

    def log_page(
        self, wanted: LogFilter, after: LogPlace | None = None, limit: int = 200, *, newer: bool = False
    ) -> LogPage:
        """Return entries newest first, starting behind `after`, or (`newer`) those just above it."""
        return self._reading(lambda: self._file.page(self._condition(wanted), after, limit, newer=newer))

    def log_place(self, wanted: LogFilter, after: LogPlace | None, skip: int) -> LogPlace | None:
        """Return the place of the entry `skip` entries behind `after`."""
        return self._reading(lambda: self._file.place(self._condition(wanted), after, skip))

    def log_count(self, wanted: LogFilter, at_most: int = 100_000, *, newer_than: LogPlace | None = None) -> int:
        """Return how many entries fit (above the place `newer_than`), counting no further than `at_most`."""
        return self._reading(lambda: self._file.count(self._condition(wanted), at_most, newer_than))

    def log_tail(self, wanted: LogFilter, position: int, limit: int = 500) -> tuple[tuple[LogEntry, ...], int]:
        """Return entries behind `position`: in a case file the number of entries that are older, and itself."""
        return self._reading(lambda: self._file.tail(self._condition(wanted), position, limit))

    def newest_position(self) -> int:
        """Return the position of the newest entry."""
        return self._file.manifest.entries

    def log_detail(self, entry_id: str) -> LogDetail:
        """Return an entry with its payload. Raises `NotFound`."""
        return self._reading(lambda: self._file.detail(entry_id))

    def event_types(self) -> tuple[str, ...]:
        """Return the types of entries that exist, sorted."""
        return tuple(sorted(self._reading(lambda: self._file.counts)[figures.TYPES]))

    def statistics(self) -> Statistics:
        """Return the numbers of the hub: of the 24 hours before the case was made."""
        return self._reading(self._statistics)

    def _statistics(self) -> Statistics:
        until = self._file.manifest.source.made_at
        hours = figures.hour_counts(self._file.counts[figures.HOURS], until, _HOURS)
        connectors, webhooks = self.connectors(), self.webhooks()

        def of_type(kind: str) -> int:
            since = Within(since=hours[0].hour)
            return self._file.count(all_of(since, FieldIs(LogField.TYPE, kind)), 1 << 53)

        newest = self._file.page(EVERYTHING, None, 1).entries
        return Statistics(
            connectors=len(connectors),
            active_connectors=sum(each.status is ConnectorStatus.ACTIVE for each in connectors),
            failing_connectors=sum(
                each.health is Health.FAILING and each.status is ConnectorStatus.ACTIVE for each in connectors
            ),
            webhooks=len(webhooks),
            active_webhooks=sum(each.status is WebhookStatus.ACTIVE for each in webhooks),
            events=sum(hour.events for hour in hours),
            duplicates=of_type("webhook.duplicate"),
            rejected=of_type("webhook.rejected"),
            entries=sum(getattr(hour, status.value) for hour in hours for status in LogStatus),
            errors=sum(hour.error for hour in hours),
            hours=hours,
            newest_entry_id=newest[0].id,
        )

    def log_notes(self, log_ids: Sequence[str]) -> tuple[LogNote, ...]:
        """Return what stands beside these entries."""
        return self._notes.beside(log_ids)

    def save_log_note(self, draft: LogNoteDraft) -> LogNote | None:
        """Write beside an entry, into the file of notes. Raises `NotFound`, `InvalidInput`, `FileUnwritable`."""
        self.log_detail(draft.log_id)
        return self._notes.save_note(draft)

    def saved_filters(self) -> tuple[SavedFilter, ...]:
        """Return the filters that the case brought along, and those that were saved here."""
        return self._notes.filters

    def save_filter(self, draft: SavedFilterDraft) -> SavedFilter:
        """Keep a query under a name, in the file of notes. Raises `InvalidInput`, `NameTaken`, `QueryNotUnderstood`."""
        self._understood(draft.query, "UTC", {})
        return self._notes.save_filter(draft)

    def remove_filter(self, filter_id: str) -> None:
        """Remove a filter that was saved here. Raises `NotFound`."""
        self._notes.remove_filter(filter_id)

    def _condition(self, wanted: LogFilter) -> Condition:
        """Return what an entry must be like to fit a filter; `last 24h` counts back from when the case was made."""
        if not wanted.query.strip():
            return chosen(wanted)
        filters = {each.name: each.query for each in self._notes.filters}
        asked = self._understood(wanted.query, wanted.time_zone, filters)
        return all_of(chosen(wanted), with_noted(asked, self._notes.notes.values()))

    def _understood(self, query: str, time_zone: str, filters: Mapping[str, str]) -> Condition:
        zone = zone_of(time_zone)
        if zone is None:
            raise InvalidInput(FieldProblem("time_zone", NOT_ZONE))
        connectors = {each.name: each.id for each in self.connectors()}
        webhooks = {each.name: each.id for each in self.webhooks()}
        return parse_query(query, Names(connectors, webhooks, self._file.manifest.source.made_at, zone, filters))

    def _reading(self, read: Callable[[], T]) -> T:
        try:
            return read()
        except CaseFileTampered as error:
            self._tampered(error.params["block"])
            raise

    def _tampered(self, block: str) -> None:
        self._state = replace(self._state, verdict=Verdict.TAMPERED, tampered_block=block)


@contextmanager
def opened_case(path: Path, data_folder: Path) -> Iterator[CaseFileGateway]:
    """Open a case file while the block lasts; `data_folder` has the list of known signers. Raises as its class does."""
    gateway = CaseFileGateway(path, KnownSigners(data_folder / SIGNERS))
    try:
        yield gateway
    finally:
        gateway.close()
