"""`logs search | export | verify`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from integration_console.commands.session import Session, json_option, one_line
from integration_console.commands.zones import zone_here
from integration_console.domain.log_export import LogExportForm
from integration_console.domain.logs import LogFilter
from integration_console.domain.work import UnattendedWork
from integration_console.gateways.log_exporting import export_log, verify_export

if TYPE_CHECKING:
    from collections.abc import Iterable

    from integration_console.domain.logs import LogEntry
    from integration_console.gateways.protocols import LogsGateway

_POLL_SECONDS = 0.25
_BATCH = 500


@click.group()
def logs() -> None:
    """The log of all that happened."""


@logs.command("search")
@click.argument("query", default="")
@click.option("--follow", is_flag=True, help="Go on with new entries until Ctrl+C.")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="At most this many, the newest.")
@json_option
@click.pass_obj
def search(session: Session, query: str, follow: bool, limit: int) -> None:
    """Print the newest entries that QUERY finds, oldest first; with --json one object a line.

    QUERY: words, "several words", status:error, type:webhook.*, connector:NAME, webhook:NAME, id:ID, correlation:ID,
    error:CODE, has:error, duration:>2s, last 24h, 2026-11-01..2026-11-05; with -, OR and brackets.
    """
    with session.looking() as gateway:
        wanted = LogFilter(query=query, time_zone=zone_here())
        position = gateway.newest_position()
        newest = _newest(gateway, wanted, limit)
        _print(session, newest)
        if follow:
            printed = frozenset(each.id for each in newest if each.position > position)
            _follow(session, gateway, wanted, position, printed)


@logs.command("export")
@click.argument("query", default="")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write.")
@click.option("--form", type=click.Choice([each.value for each in LogExportForm]), help="As the file's name says.")
@json_option
@click.pass_obj
def export(session: Session, query: str, out: Path, form: str | None) -> None:
    """Write all entries that QUERY finds to a file, newest first, and its SHA-256 to a file beside it.

    QUERY is written as for `logs search`. The checksum is read by `sha256sum --check` and by `logs verify`.
    """
    chosen = form or out.suffix.removeprefix(".").casefold()
    if chosen not in set(LogExportForm):
        raise click.BadParameter("name a file that ends in .csv, .jsonl or .parquet, or say --form", param_hint="--out")
    with session.looking() as gateway:
        wanted = LogFilter(query=query, time_zone=zone_here())
        report = export_log(gateway, wanted, LogExportForm(chosen), out, UnattendedWork())
    found = {"entries": report.entries, "bytes": report.size, "sha256": report.sha256}
    session.show(found, f"{report.entries} entries, {report.size} bytes, SHA-256 {report.sha256}")


@logs.command("verify")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@json_option
@click.pass_obj
def verify(session: Session, file: Path) -> None:
    """Hold an exported FILE against the checksum beside it; a file that is not what was exported ends with 1."""
    report = verify_export(file, UnattendedWork())
    words = f"As exported: {report.size} bytes, SHA-256 {report.sha256}"
    session.show({"bytes": report.size, "sha256": report.sha256}, words)


def _newest(gateway: LogsGateway, wanted: LogFilter, limit: int) -> list[LogEntry]:
    found: list[LogEntry] = []
    page = gateway.log_page(wanted, None, min(limit, _BATCH))
    found.extend(page.entries)
    while page.next is not None and len(found) < limit:
        page = gateway.log_page(wanted, page.next, min(limit - len(found), _BATCH))
        found.extend(page.entries)
    return found[::-1]


def _follow(session: Session, gateway: LogsGateway, wanted: LogFilter, position: int, printed: frozenset[str]) -> None:
    """Print what comes after `position`, but for what came while the newest were read and is `printed` already."""
    try:
        while True:
            entries, position = gateway.log_tail(wanted, position, _BATCH)
            _print(session, (each for each in entries if each.id not in printed))
            if not entries:
                time.sleep(_POLL_SECONDS)
    except KeyboardInterrupt:
        return


def _print(session: Session, entries: Iterable[LogEntry]) -> None:
    for entry in entries:
        when = entry.created_at.strftime("%Y-%m-%d %H:%M:%S.%f")[:-3]
        session.show(_json(entry), f"{when}Z  {entry.status.value:8}{entry.event_type:22}{one_line(entry.message)}")


def _json(entry: LogEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "created_at": entry.created_at.isoformat(),
        "status": entry.status.value,
        "event_type": entry.event_type,
        "topic": entry.topic,
        "message": entry.message,
        "connector_id": entry.connector_id,
        "webhook_id": entry.webhook_id,
        "event_id": entry.event_id,
        "correlation_id": entry.correlation_id,
        "error_code": entry.error_code,
        "duration_ms": entry.duration_ms,
        "position": entry.position,
    }
