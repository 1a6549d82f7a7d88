"""`records list | show | export`."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from integration_console.commands.connectors import named
from integration_console.commands.session import Session, json_option
from integration_console.domain.errors import SyncUnavailable
from integration_console.domain.records import ExportFormat, RecordFilter
from integration_console.domain.streams import RecordState
from integration_console.domain.work import UnattendedWork

if TYPE_CHECKING:
    from collections.abc import Iterator

    from integration_console.domain.records import Record
    from integration_console.gateways.protocols import Gateway

_STREAM = click.option("--stream", required=True, metavar="S", help="The stream, such as employees.")
_SEARCH = click.option("--search", default="", metavar="WORDS", help="Only records with these words.")
_DELETED = click.option("--deleted", is_flag=True, help="Only what is gone from the source.")
_BATCH = 500


@click.group()
def records() -> None:
    """Records that syncs brought."""


@records.command("list")
@click.argument("connector_id", metavar="ID")
@_STREAM
@_SEARCH
@_DELETED
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="At most this many.")
@json_option
@click.pass_obj
def list_records(session: Session, connector_id: str, stream: str, search: str, deleted: bool, limit: int) -> None:
    """List the records of the connector ID (or name) by title."""
    with session.looking() as gateway:
        wanted = _wanted(gateway, connector_id, stream, search, deleted=deleted)
        found: list[Record] = []
        page = gateway.record_page(wanted, None, min(limit, _BATCH))
        found.extend(page.records)
        while page.next is not None and len(found) < limit:
            page = gateway.record_page(wanted, page.next, min(limit - len(found), _BATCH))
            found.extend(page.records)
    session.show_rows([_json(each) for each in found], ("id", "title", "state", "changed_at"))


@records.command("export")
@click.argument("connector_id", metavar="ID")
@_STREAM
@_SEARCH
@_DELETED
@click.option(
    "--format", "form", type=click.Choice([each.value for each in ExportFormat]), default="jsonl", show_default=True
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The file (standard output).")
@json_option
@click.pass_obj
def export(  # noqa: PLR0913 - one for each option
    session: Session, *, connector_id: str, stream: str, search: str, deleted: bool, form: str, output: Path | None
) -> None:
    """Write all records of the connector ID (or name) that fit, one by one as they are read."""
    with session.looking() as gateway, ExitStack() as files:
        wanted = _wanted(gateway, connector_id, stream, search, deleted=deleted)
        if output:
            files.enter_context(_faults_of(output))
        target = files.enter_context(output.open("wb")) if output else sys.stdout.buffer
        count = gateway.export_records(wanted, ExportFormat(form), target, UnattendedWork())
        target.flush()
    if output:
        session.show({"records": count, "file": str(output)}, f"Wrote {count} records to {output}.")


@contextmanager
def _faults_of(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise click.FileError(str(output), error.strerror) from error


def _wanted(gateway: Gateway, connector_id: str, stream: str, search: str, *, deleted: bool) -> RecordFilter:
    found = named(gateway, connector_id)
    if stream not in {each.stream.key for each in gateway.streams(found.id)}:
        raise SyncUnavailable(name=found.name, what=stream)
    wanted = RecordFilter(found.id, stream, search)
    if deleted:
        return RecordFilter(found.id, stream, search, frozenset({RecordState.DELETED}))
    return wanted


def _json(record: Record) -> dict[str, Any]:
    return {
        "id": record.external_id,
        "title": record.title,
        "state": record.state.value,
        "changed_at": record.changed_at.isoformat(),
        "content": dict(record.content),
    }
