"""Asks the person at the terminal for what signs them in; where nobody sits there, every answer is empty."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from integration_console.gateways.places import DatabaseAddress, ServiceAddress


class AskingAtTerminal:
    """Asks on standard error, so that what a command prints stays clean; passwords are not shown."""

    def login(self, address: ServiceAddress) -> str:
        """Return who signs in."""
        return _asked(f"Login at {address.host}", hidden=False).strip().lower()

    def password(self, address: ServiceAddress, login: str) -> str:
        """Return the password."""
        return _asked(f"Password of {login} at {address.host}")

    def new_password(self) -> str:
        """Return what is to replace a one-time password, typed twice."""
        if not _has_terminal():
            return ""
        click.echo("This is a one-time password: choose one of your own.", err=True)
        again = "Once more"
        return str(click.prompt("New password", hide_input=True, confirmation_prompt=again, err=True))

    def database_password(self, address: DatabaseAddress) -> str:
        """Return the password of a login of a shared database."""
        return _asked(f"Password of {address}")


def _has_terminal() -> bool:
    return sys.stdin.isatty()


def _asked(question: str, *, hidden: bool = True) -> str:
    if not _has_terminal():
        return ""
    return str(click.prompt(question, hide_input=hidden, default="", show_default=False, err=True))
