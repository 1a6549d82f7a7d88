"""Records, through the service."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from integration_console.domain.answers import Count, Place, Records, read_place, written_place
from integration_console.domain.records import Record, RecordChange, RecordPage, RecordPlace
from integration_console.domain.wire import from_wire
from integration_console.domain.work import Progress
from integration_console.gateways.service_api.client import in_query
from integration_console.gateways.service_api.door import ServiceDoor, at

if TYPE_CHECKING:
    from typing import BinaryIO

    from integration_console.domain.records import ExportFormat, RecordFilter
    from integration_console.domain.wire import Json
    from integration_console.domain.work import Work


class ServiceRecords(ServiceDoor):
    """Records of a remote workspace."""

    def record_page(self, wanted: RecordFilter, after: RecordPlace | None = None, limit: int = 200) -> RecordPage:
        """Return records by title."""
        query = in_query(wanted, after=written_place(after), limit=limit)
        page: Records = self._client.ask("GET", at("/records"), Records, query=query)
        return RecordPage(page.records, read_place(RecordPlace, page.next))

    def record_place(self, wanted: RecordFilter, after: RecordPlace | None, skip: int) -> RecordPlace | None:
        """Return the place of the record `skip` records behind `after`."""
        query = in_query(wanted, after=written_place(after), skip=skip)
        place: Place = self._client.ask("GET", at("/records/place"), Place, query=query)
        found: RecordPlace | None = read_place(RecordPlace, place.place)
        return found

    def record_count(self, wanted: RecordFilter, at_most: int = 100_000) -> int:
        """Return how many records fit."""
        found: Count = self._client.ask("GET", at("/records/count"), Count, query=in_query(wanted, at_most=at_most))
        return found.count

    def record(self, connector_id: str, stream: str, external_id: str) -> Record:
        """Return one record."""
        query = {"connector_id": connector_id, "stream": stream, "external_id": external_id}
        found: Record = self._client.ask("GET", at("/records/one"), Record, query=query)
        return found

    def record_changes(self, connector_id: str, stream: str, external_id: str) -> tuple[RecordChange, ...]:
        """Return what happened to a record."""
        query = {"connector_id": connector_id, "stream": stream, "external_id": external_id}
        path = at("/records/changes")
        found: tuple[RecordChange, ...] = self._client.ask("GET", path, tuple[RecordChange, ...], query=query)
        return found

    def changes_of_run(self, run_id: str, limit: int = 200) -> tuple[RecordChange, ...]:
        """Return the first changes that a run made."""
        path, query = at("/syncs/{}/changes", run_id), {"limit": limit}
        found: tuple[RecordChange, ...] = self._client.ask("GET", path, tuple[RecordChange, ...], query=query)
        return found

    def export_records(self, wanted: RecordFilter, form: ExportFormat, target: BinaryIO, work: Work) -> int:
        """Write the records to a file."""

        def heard(name: str, value: Json) -> None:
            if name == "part":
                target.write(base64.b64decode(value))
            elif name == "progress":
                work.report(from_wire(Progress, value))

        query = in_query(wanted, form=form.value)
        written: Count = from_wire(Count, self._worked("GET", at("/records/export"), work, heard, query=query))
        return written.count
