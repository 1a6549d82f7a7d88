"""`case import` and `case take-notes`: what other programs wrote, and what somebody wrote on a case, brought in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from integration_console.commands.session import Session, json_option, one_line
from integration_console.commands.watching import watched
from integration_console.domain.case_files import DEFAULT_CAP
from integration_console.domain.log_importing import IMPORTED, ForeignLog, ImportWish
from integration_console.domain.log_terms import zone_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from integration_console.domain.log_importing import ImportedLog

_MEGABYTE = 1 << 20


@click.command("import")
@click.argument("logs", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The case file to make.")
@click.option(
    "--zone", "zones", metavar="ZONE|FILE=ZONE", multiple=True,
    help="The zone of times that name none, of all files or of one (default: this machine's).",
)  # fmt: skip
@click.option("--name", default=IMPORTED, show_default=True, help="What the case is called.")
@click.option("--cap", type=click.IntRange(1), default=DEFAULT_CAP // _MEGABYTE, show_default=True,
              help="Largest size in MB; the oldest entries are left out.")  # fmt: skip
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@json_option
@click.pass_obj
def import_logs(session: Session, /, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Make a case file of logs of other programs, merged by time: JSON lines or plain text, also as .gz.

    A time without a zone is taken for one of ZONE, such as Asia/Riyadh or +03:00. Secrets are taken out and counted.
    """
    paths: tuple[Path, ...] = given["logs"]
    out: Path = given["out"]
    if out.exists() and not given["replace"]:
        raise click.UsageError(f"{out} is there already; --replace writes over it.")
    zones = _zones(given["zones"], paths)
    wish = ImportWish(
        tuple(ForeignLog(each, zones.get(each, "")) for each in paths), given["name"], given["cap"] * _MEGABYTE
    )
    with watched() as work:
        report = session.programs.import_logs(wish, out, work)
    made, manifest = report.case, report.case.manifest
    lines = [f"{made.path}: {manifest.entries} entries, {made.size} bytes."]
    lines += [_told(each) for each in report.logs]
    if manifest.left_out:
        lines.append(f"{manifest.left_out} older entries did not fit.")
    lines += [f"Taken out: {number} x {rule}" for rule, number in sorted(manifest.redactions.items())]
    found = {
        "file": made.path,
        "size": made.size,
        "entries": manifest.entries,
        "left_out": manifest.left_out,
        "redactions": dict(manifest.redactions),
        "logs": [
            {"name": each.name, "entries": each.entries, "unread": each.unread, "doubles": each.doubles}
            for each in report.logs
        ],
    }
    session.show(found, "\n".join(lines))


@click.command("take-notes")
@click.argument("file", metavar="FILE.icase.notes", type=click.Path(path_type=Path, dir_okay=False))
@json_option
@click.pass_obj
def take_notes(session: Session, file: Path) -> None:
    """Write the notes and marks of FILE, which were made on a case file, beside the entries that they are of.

    What stands there already stays; what is brought goes below it, with the name of who wrote it.
    """
    from integration_console.gateways.case_notes_back import take_notes as take  # noqa: PLC0415 - few commands need it

    with session.gateway() as gateway, watched() as work:
        found = take(gateway, file, work)
    told = {
        "taken": (found.taken, "taken over"),
        "present": (found.present, "there already"),
        "gone": (found.gone, "of entries that are not in this workspace"),
        "too_long": (found.too_long, "too long to go below what stands there; left as they were"),
    }
    lines = [f"{number} {words}" for number, words in told.values() if number]
    counts = {name: number for name, (number, _) in told.items()}
    session.show({"file": str(file), **counts}, "\n".join(lines) or f"There are no notes in {file}.")


def _zones(given: Sequence[str], paths: Sequence[Path]) -> Mapping[Path, str]:
    """Return the zone of each file: what is said of a file counts more than what is said of all."""
    general = [each for each in given if "=" not in each]
    if len(general) > 1:
        raise click.UsageError("--zone ZONE is given once; --zone FILE=ZONE for each file that is in another one.")
    found = dict.fromkeys(paths, general[0] if general else "")
    for each in given:
        file, is_of_one, zone = each.rpartition("=")
        if zone_of(zone) is None:
            raise click.UsageError(f"There is no time zone {zone}; use a name such as Asia/Riyadh, or +03:00.")
        if is_of_one:
            meant = [path for path in paths if path == Path(file)] or [path for path in paths if path.name == file]
            if not meant:
                raise click.UsageError(f"--zone {each}: {file} is none of the files.")
            found.update(dict.fromkeys(meant, zone))
    return found


def _told(log: ImportedLog) -> str:
    parts = [f"{log.entries} entries"]
    if log.unread:
        parts.append(f"{log.unread} lines that are none")
    if log.doubles:
        parts.append(f"{log.doubles} that were there already")
    return f"  {one_line(log.name)}: {', '.join(parts)}"
