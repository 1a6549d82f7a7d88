"""`audit list | verify`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click
import orjson

from integration_console.commands.session import FAILED, Session, json_option, one_line
from integration_console.domain.audit import BREAK_SENTENCES, AuditFilter, parsed_end
from integration_console.domain.work import UnattendedWork

if TYPE_CHECKING:
    from integration_console.domain.audit import AuditEntry, ChainReport
    from integration_console.gateways.member_protocols import AuditGateway

_BATCH = 200
_MOMENTS = click.DateTime(("%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"))


@click.group()
def audit() -> None:
    """The audit: who changed what."""


@audit.command("list")
@click.option("--actor", default="", help="A part of the name of who made the change.")
@click.option("--action", default="", help="Such as webhook.rotated, or webhook.* for all that begin so.")
@click.option("--subject", default="", metavar="ID", help="Only changes of this connector, webhook, member ...")
@click.option("--since", type=_MOMENTS, help="Not before this moment (UTC).")
@click.option("--until", type=_MOMENTS, help="Before this moment (UTC).")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="At most this many, the newest.")
@json_option
@click.pass_obj
def list_entries(  # noqa: PLR0913 - one for each option
    session: Session,
    *,
    actor: str,
    action: str,
    subject: str,
    since: datetime | None,
    until: datetime | None,
    limit: int,
) -> None:
    """Print the newest changes, oldest first; with --json one object a line, before and after included."""
    wanted = AuditFilter(actor, action, subject_id=subject, since=_utc(since), until=_utc(until))
    with session.looking() as gateway:
        for entry in reversed(_newest(gateway, wanted, limit)):
            _print(session, entry)


@audit.command("verify")
@click.option(
    "--known", metavar="NUMBER:HASH", help="An end that was noted down earlier: nothing may be cut off since."
)
@json_option
@click.pass_obj
def verify(session: Session, known: str | None) -> None:
    """Walk the chain of hashes from its first entry; leaves with 1 where it is broken, and says where."""
    noted = None if known is None else parsed_end(known)
    if known is not None and noted is None:
        raise click.UsageError("--known takes NUMBER:HASH as `audit verify` prints it.")
    with session.looking() as gateway:
        report = gateway.verify_audit(UnattendedWork(), noted)
    session.show(_report_json(report), _report_text(report))
    if not report.holds:
        raise SystemExit(FAILED)


def _newest(gateway: AuditGateway, wanted: AuditFilter, limit: int) -> list[AuditEntry]:
    page = gateway.audit_page(wanted, None, min(limit, _BATCH))
    found = list(page.entries)
    while page.next is not None and len(found) < limit:
        page = gateway.audit_page(wanted, page.next, min(limit - len(found), _BATCH))
        found.extend(page.entries)
    return found


def _print(session: Session, entry: AuditEntry) -> None:
    change = entry.change
    if session.as_json:
        click.echo(orjson.dumps(_json(entry)).decode())
        return
    when = change.created_at.strftime("%Y-%m-%d %H:%M:%S")
    name = str(change.after.get("name") or change.before.get("name") or change.subject_id)
    click.echo(f"{entry.number:>6}  {when}Z  {one_line(change.actor):16}  {change.action:24}{one_line(name)}".rstrip())


def _json(entry: AuditEntry) -> dict[str, Any]:
    change = entry.change
    return {
        "number": entry.number,
        "id": change.id,
        "created_at": change.created_at.isoformat(),
        "actor": change.actor,
        "action": change.action,
        "subject_kind": change.subject_kind,
        "subject_id": change.subject_id,
        "before": dict(change.before),
        "after": dict(change.after),
        "hash": entry.hash,
    }


def _report_json(report: ChainReport) -> dict[str, Any]:
    return {
        "holds": report.holds,
        "entries": report.end.number,
        "end": str(report.end),
        "broken_at": report.broken_at,
        "kind": report.kind.value if report.kind else None,
    }


def _report_text(report: ChainReport) -> str:
    if report.kind is None:
        return f"The chain holds: {report.end.number} entries.\nEnd  {report.end}"
    sentence = BREAK_SENTENCES[report.kind].format(number=report.broken_at)
    return f"The chain is broken. {sentence}\nUp to entry {report.end.number} it holds."


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(tzinfo=UTC)
