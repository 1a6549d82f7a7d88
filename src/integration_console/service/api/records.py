"""Records that syncs brought: list, search, history, export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, BinaryIO

from fastapi import Depends, Request, Response

from integration_console.domain.answers import Count, Place, Records, written_place
from integration_console.domain.records import ExportFormat, Record, RecordChange, RecordFilter, RecordPlace
from integration_console.operations import records
from integration_console.service.api.long_work import LINES, file_answer, parts_answer, wants_lines
from integration_console.service.api.queries import After, AtMost, Limit, Skip, Text, from_query, place
from integration_console.service.api.routes import Asking, Routes

if TYPE_CHECKING:
    from integration_console.domain.work import Work

routes = Routes("records")
Wanted = Annotated[RecordFilter, Depends(from_query(RecordFilter))]
_MEDIA = {ExportFormat.JSONL: "application/jsonl", ExportFormat.CSV: "text/csv; charset=utf-8"}


@routes.route("GET", "/records", records.record_page)
def list_records(asking: Asking, wanted: Wanted, after: After = "", limit: Limit = 200) -> Records:
    """List records of a connector's stream, by title."""
    page = records.record_page(asking, wanted, place(RecordPlace, after), limit)
    return Records(page.records, written_place(page.next))


@routes.route("GET", "/records/place", records.record_place)
def find_record_place(asking: Asking, wanted: Wanted, skip: Skip, after: After = "") -> Place:
    """Find the place of the record `skip` records behind `after`, to jump there."""
    return Place(written_place(records.record_place(asking, wanted, place(RecordPlace, after), skip)))


@routes.route("GET", "/records/count", records.record_count)
def count_records(asking: Asking, wanted: Wanted, at_most: AtMost = 100_000) -> Count:
    """Count the records that fit."""
    return Count(records.record_count(asking, wanted, at_most))


@routes.route("GET", "/records/one", records.record)
def one_record(asking: Asking, connector_id: Text, stream: Text, external_id: Text) -> Record:
    """Show a record; what the source calls it may hold any sign, so it stands in the query."""
    return records.record(asking, connector_id, stream, external_id)


@routes.route("GET", "/records/changes", records.record_changes)
def list_record_changes(
    asking: Asking, connector_id: Text, stream: Text, external_id: Text
) -> tuple[RecordChange, ...]:
    """List what happened to a record, newest first, each with the contents before and after."""
    return records.record_changes(asking, connector_id, stream, external_id)


@routes.route("GET", "/records/export", records.export_records, media=(*_MEDIA.values(), LINES))
def export_records(
    asking: Asking, wanted: Wanted, request: Request, form: ExportFormat = ExportFormat.JSONL
) -> Response:
    """Export all records that fit, as a file; the connection breaks off where that fails half-way."""

    def written(target: BinaryIO, work: Work) -> Count:
        return Count(records.export_records(asking, wanted, form, target, work))

    return parts_answer(written) if wants_lines(request) else file_answer(_MEDIA[form], written)
