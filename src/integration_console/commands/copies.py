"""`copy`, `backup` and `restore`: an organisation taken from one place to another, counted and proved equal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from integration_console.commands.session import Session, json_option
from integration_console.commands.watching import watched
from integration_console.gateways.places import place_of, require_itself

if TYPE_CHECKING:
    from integration_console.domain.copying import CopyReport

_PLACE = "PLACE"
_OWNER = click.option("--owner", default="", help="The login that is to own it in a database; it must exist there.")


@click.command("copy")
@click.option("--from", "source", metavar=_PLACE, required=True, help="A workspace file, or postgresql://...")
@click.option("--to", "target", metavar=_PLACE, required=True, help="A new workspace file, or postgresql://...")
@_OWNER
@json_option
@click.pass_obj
def copy(session: Session, source: str, target: str, owner: str) -> None:
    """Copy an organisation to another place and prove both sides equal, row by row.

    The source is only read. A copy into a database that was cut short goes on when the command is run again, and nobody
    sees the organisation there before all of it is proved equal. A database wants an administrator's login.
    """
    with watched() as work:
        report = session.programs.copy(place_of(source), place_of(target), owner, work)
    _show(session, report, target)


@click.command("backup")
@click.argument("file")
@json_option
@click.pass_obj
def backup(session: Session, file: str) -> None:
    """Write the workspace into FILE, a workspace file itself, while work goes on.

    What FILE holds is read again and proved equal. Secrets stay sealed: whoever could open them can open them there.
    """
    require_itself("backup", session.workspace)
    with watched() as work:
        report = session.programs.copy(session.workspace, Path(file), "", work)
    _show(session, report, file)


@click.command("restore")
@click.argument("file")
@_OWNER
@json_option
@click.pass_obj
def restore(session: Session, file: str, owner: str) -> None:
    """Bring the backup FILE to the place that --workspace names, which must be empty."""
    require_itself("restore", session.workspace)
    with watched() as work:
        report = session.programs.copy(Path(file), session.workspace, owner, work)
    _show(session, report, str(session.workspace or ""))


def _show(session: Session, report: CopyReport, target: str) -> None:
    lines = [f"{report.organisation}: {report.rows} rows in {len(report.tables)} tables are equal on both sides."]
    if report.resumed:
        lines.append(f"{report.resumed} of them were there already, from a copy that was cut short.")
    if report.replaced:
        lines.append(f"In {report.replaced} texts U+2400 stands where the character U+0000 was.")
    lines.append(f"SHA-256 {report.digest}")
    shown = {
        "organisation": report.organisation,
        "to": target,
        "rows": report.rows,
        "resumed": report.resumed,
        "replaced": report.replaced,
        "sha256": report.digest,
        "tables": [{"name": each.name, "rows": each.rows, "sha256": each.digest} for each in report.tables],
    }
    session.show(shown, "\n".join(lines))
