"""`sign-in` and `sign-out`: a person at a service, kept in the system keyring between commands."""

from __future__ import annotations

import click

from integration_console.commands.session import Session, json_option


@click.command("sign-in")
@json_option
@click.pass_obj
def sign_in(session: Session) -> None:
    """Sign in to the service that --workspace names; later commands and the console go on with it.

    The password is asked for, and kept nowhere. What the service gives for it lies in the system keyring.
    """
    login = session.programs.sign_in(session.workspace)
    session.show({"signed_in": login}, f"Signed in as {login}.")


@click.command("sign-out")
@json_option
@click.pass_obj
def sign_out(session: Session) -> None:
    """End the sign-in at the service that --workspace names, here and there."""
    login = session.programs.sign_out(session.workspace)
    session.show({"signed_out": login}, f"{login} is signed out." if login else "Nobody was signed in.")
