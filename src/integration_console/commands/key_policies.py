"""`keys policy`: how long the organisation lets an API key count."""

from __future__ import annotations

import click

from integration_console.commands.session import Session, json_option
from integration_console.domain.api_key_policy import MOST_DAYS, KeyPolicy


@click.command("policy")
@click.option("--longest", type=click.IntRange(1, MOST_DAYS), metavar="DAYS", help="A key ends after so many at last.")
@click.option("--no-limit", is_flag=True, help="Keys need not end.")
@json_option
@click.pass_obj
def policy(session: Session, longest: int | None, no_limit: bool) -> None:
    """Show how long API keys may count, or set it; those that count longer already stay as they are."""
    if longest is not None and no_limit:
        raise click.UsageError("Give --longest or --no-limit, not both.")
    if longest is None and not no_limit:
        with session.looking() as gateway:
            found = gateway.api_key_policy()
    else:
        with session.gateway() as gateway:
            found = gateway.set_api_key_policy(KeyPolicy(longest))
    days = found.longest_days
    session.show({"longest_days": days}, f"Longest life  {f'{days} days' if days else 'no limit'}")
