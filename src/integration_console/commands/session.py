"""What every command is given: the door to the workspace, and the way to print."""

from __future__ import annotations

import sys
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, TypeVar

import click
import orjson

from integration_console.commands.secret_values import secret_from_file
from integration_console.domain.errors import (
    AddressNotUnderstood,
    AuthorityUnreadable,
    ConsoleError,
    DatabaseAuthorityUnreadable,
    InvalidInput,
    LoginInAddress,
    NotRemotely,
    OrganisationUnclear,
    PasswordInAddress,
    PlainAddress,
    QueryNotUnderstood,
    SecretOnCommandLine,
    ServiceAddressUnclear,
    ServiceNeeded,
    VaultLocked,
    WorkspaceHeld,
)
from integration_console.domain.token_rules import TokenWishes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from integration_console.domain.copying import CopyReport
    from integration_console.domain.log_importing import ImportReport, ImportWish
    from integration_console.domain.work import Work
    from integration_console.gateways.case_file import CaseFileGateway
    from integration_console.gateways.doctor import Finding
    from integration_console.gateways.migrating import NewOrganisation
    from integration_console.gateways.places import Place
    from integration_console.gateways.protocols import Gateway

F = TypeVar("F", bound="Callable[..., Any]")
FAILED, NOT_TRIED = 1, 2
_WIDTHS = {"W": 2, "F": 2}
_WRONG_USE = (
    *(AddressNotUnderstood, AuthorityUnreadable, DatabaseAuthorityUnreadable, InvalidInput, LoginInAddress),
    *(NotRemotely, OrganisationUnclear),
    *(PasswordInAddress, PlainAddress, QueryNotUnderstood, SecretOnCommandLine, ServiceAddressUnclear, ServiceNeeded),
    WorkspaceHeld,
)


class Programs(Protocol):
    """What the composition root does for commands: open the workspace, serve it, bring it up to date."""

    def gateway(self, workspace: Place | None) -> AbstractContextManager[Gateway]:
        """Open the workspace as its holder, or as one who looks where another program holds it."""

    def looking(self, workspace: Place | None) -> AbstractContextManager[Gateway]:
        """Open the workspace as one who only looks, whoever holds it (a new one is made first)."""

    def working(self, workspace: Place | None) -> AbstractContextManager[Gateway]:
        """Open the workspace as `gateway` does, and do its jobs meanwhile where no other program holds it."""

    def serve(self, workspace: Place | None, address: Address, started: Callable[[str], None], passphrase: str) -> None:
        """Serve until a signal ends it; `started` hears the base address."""

    def work(self, workspace: Place | None, started: Callable[[str], None], passphrase: str) -> None:
        """Do what is due until a signal ends it; `started` hears where."""

    def copy(self, source: Place | None, target: Place | None, owner: str, work: Work) -> CopyReport:
        """Copy a workspace from one place (None: the usual one) to another; in a database `owner` is to own it."""

    def case_file(self, path: Path) -> AbstractContextManager[CaseFileGateway]:
        """Open a case file."""

    def import_logs(self, wish: ImportWish, target: Path, work: Work) -> ImportReport:
        """Make a case file of logs of other programs."""

    def migrate(self, workspace: Place | None, organisation: NewOrganisation | None) -> tuple[str, str, str]:
        """Bring the workspace up to date; return its address and the revisions before and after."""

    def examine(self, workspace: Place | None) -> tuple[Finding, ...]:
        """Look the workspace over."""

    def sign_in(self, workspace: Place | None) -> str:
        """Let a person sign in to a service, and keep it; return the login."""

    def sign_out(self, workspace: Place | None) -> str:
        """End the sign-in at a service; return whose it was ("": nobody's)."""

    def migration_script(self, organisation: NewOrganisation | None) -> str:
        """Return the SQL that prepares a shared database."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen (None: as the settings say), the files of TLS, what is wished of people's tokens.

    `sandbox`: outside systems in miniature start beside it.
    """

    host: str | None
    port: int | None
    sandbox: bool = False
    certificate: Path | None = None
    key: Path | None = None
    tokens: TokenWishes = field(default_factory=TokenWishes)


@dataclass(slots=True)
class Session:
    """One run of the command line."""

    programs: Programs
    workspace: Place | None = None
    as_json: bool = False
    passphrase_file: Path | None = None

    @contextmanager
    def gateway(self) -> Iterator[Gateway]:
        """Open the workspace, unlock it where a passphrase file is given, and close it again."""
        with self._unlocked(self.programs.gateway(self.workspace)) as gateway:
            yield gateway

    @contextmanager
    def working(self) -> Iterator[Gateway]:
        """Open the workspace as `gateway` does, its jobs being done meanwhile."""
        with self._unlocked(self.programs.working(self.workspace)) as gateway:
            yield gateway

    @contextmanager
    def looking(self) -> Iterator[Gateway]:
        """Open the workspace only to look, so that nobody is kept from holding it (a given passphrase is tried)."""
        with self.gateway() if self.passphrase_file else self.programs.looking(self.workspace) as gateway:
            yield gateway

    @contextmanager
    def _unlocked(self, opening: AbstractContextManager[Gateway]) -> Iterator[Gateway]:
        with opening as gateway:
            if self.passphrase_file and not gateway.workspace().unlocked:
                gateway.unlock(self.passphrase())
            yield gateway

    def passphrase(self) -> str:
        """Return the passphrase of the file that was named ("": none was)."""
        if self.passphrase_file is None:
            return ""
        return secret_from_file("passphrase", self.passphrase_file)

    def with_secrets(self, gateway: Gateway, work: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the work returns
        """Do `work`; where the secrets are locked and a person sits there, ask for the passphrase and try again."""
        try:
            return work()
        except VaultLocked:
            if not sys.stdin.isatty():
                raise
            gateway.unlock(click.prompt("Passphrase or recovery code", hide_input=True, err=True))
            return work()

    def show(self, value: dict[str, Any], text: str) -> None:
        """Print one result, as JSON or as `text`."""
        click.echo(orjson.dumps(value).decode() if self.as_json else text)

    def show_rows(self, rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
        """Print a list, as one JSON array or as a table of `columns`."""
        if self.as_json:
            click.echo(orjson.dumps(list(rows)).decode())
            return
        cells = [[each.upper() for each in columns]]
        cells += [[one_line(str(row.get(column, ""))) for column in columns] for row in rows]
        widths = [max(map(_columns, column)) for column in zip(*cells, strict=True)]
        for line in cells:
            padded = (cell + " " * (width - _columns(cell)) for cell, width in zip(line, widths, strict=True))
            click.echo("  ".join(padded).rstrip())


def fail(session: Session, error: ConsoleError) -> NoReturn:
    """Print an error on standard error and leave: 2 when nothing was tried, else 1."""
    if session.as_json:
        click.echo(orjson.dumps(error_json(error)).decode(), err=True)
    else:
        click.echo(f"{error.title}\n{error.advice}", err=True)
    raise SystemExit(NOT_TRIED if isinstance(error, _WRONG_USE) else FAILED)


def one_line(text: str) -> str:
    """Return `text` without what would steer the terminal: control characters are shown as a replacement."""
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(each) == "Cc" else each for each in text)


def _columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes: marks above letters none, wide letters two."""
    return sum(_WIDTHS.get(unicodedata.east_asian_width(each), 1) for each in text if not _is_mark(each))


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter) in ("Mn", "Me", "Cf")


def error_json(error: ConsoleError) -> dict[str, Any]:
    """Return an error as JSON has it."""
    found: dict[str, Any] = {"code": error.code, "title": error.title, "detail": error.advice}
    if isinstance(error, InvalidInput):
        found["errors"] = [{"field": each.field, "detail": each.sentence} for each in error.problems]
    return found


def json_option(command: F) -> F:
    """Give a command the option `--json`."""

    def remember(context: click.Context, parameter: click.Parameter, value: bool) -> None:
        del parameter
        if value:
            context.find_object(Session).as_json = True  # type: ignore[union-attr]

    option = click.option("--json", is_flag=True, expose_value=False, callback=remember, help="Print JSON.")
    return option(command)
