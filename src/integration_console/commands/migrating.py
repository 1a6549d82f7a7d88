"""`migrate`: bring a workspace file, or a shared database, to the newest shape."""

from __future__ import annotations

import click

from integration_console.commands.session import Session, json_option
from integration_console.gateways.migrating import NewOrganisation

_SERVICE_HINT = (
    "Give the service's login a password (\\password console_service) before you start integration-service serve."
)


@click.command()
@click.option("--organisation", metavar="NAME", help="Add an organisation to a shared database.")
@click.option("--owner", metavar="LOGIN", help="The login of its first owner, which must exist in the database.")
@click.option("--owner-name", metavar="TEXT", default="", help="The owner's name, as others see it.")
@click.option("--sql", is_flag=True, help="Change nothing; print the SQL that prepares a new database.")
@json_option
@click.pass_obj
def migrate(session: Session, organisation: str | None, owner: str | None, owner_name: str, sql: bool) -> None:
    """Bring the workspace to the newest shape (or create it); it may be run again at any time.

    A shared database is prepared by an administrator of it: one who may create roles and set row security aside.
    """
    if bool(organisation) != bool(owner):
        raise click.UsageError("--organisation and --owner belong together.")
    wanted = NewOrganisation(organisation, owner, owner_name) if organisation and owner else None
    if sql:
        click.echo(session.programs.migration_script(wanted), nl=False)
        return
    path, before, after = session.programs.migrate(session.workspace, wanted)
    lines = [f"{path} is up to date ({after})." if before == after else f"{path}: {before or 'new'} → {after}."]
    if wanted:
        lines.append(f"The organisation {wanted.name} is there; its first owner signs in as {wanted.owner}.")
        lines += [_SERVICE_HINT] if not before else []
    shown = {"workspace": path, "before": before, "after": after}
    session.show(shown if wanted is None else {**shown, "organisation": wanted.name}, "\n".join(lines))
