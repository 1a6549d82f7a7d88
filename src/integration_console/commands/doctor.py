"""`doctor`: look the workspace over."""

from __future__ import annotations

import click

from integration_console.commands.session import FAILED, Session, json_option
from integration_console.gateways.doctor import Finding, Level

_SIGNS = {Level.GOOD: "ok     ", Level.DOUBTFUL: "warning", Level.WRONG: "WRONG  "}


@click.command()
@json_option
@click.pass_obj
def doctor(session: Session) -> None:
    """Look the workspace over, a file or a database: each check with what it found and what to do.

    Leaves with 1 when something is wrong; a warning alone is no failure.
    """
    found = session.programs.examine(session.workspace)
    if session.as_json:
        session.show_rows([_json(each) for each in found], ())
    else:
        for each in found:
            click.echo(f"{_SIGNS[each.level]}  {each.check}: {each.sentence}")
            if each.remedy:
                click.echo(f"{'':9}{each.remedy}")
    if any(each.level is Level.WRONG for each in found):
        raise SystemExit(FAILED)


def _json(finding: Finding) -> dict[str, str]:
    return {
        "check": finding.check,
        "level": finding.level.value,
        "sentence": finding.sentence,
        "remedy": finding.remedy,
    }
