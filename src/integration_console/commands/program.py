"""`integration-service`: the group of all commands, `serve` and `migrate` among them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from integration_console import __version__
from integration_console.commands.audit import audit
from integration_console.commands.case_files import case
from integration_console.commands.case_importing import import_logs, take_notes
from integration_console.commands.connectors import connectors
from integration_console.commands.copies import backup, copy, restore
from integration_console.commands.doctor import doctor
from integration_console.commands.holders import holders
from integration_console.commands.keys import keys
from integration_console.commands.log_notes import filters, note
from integration_console.commands.logs import logs
from integration_console.commands.members import members
from integration_console.commands.migrating import migrate
from integration_console.commands.records import records
from integration_console.commands.retention import retention
from integration_console.commands.schedules import schedules
from integration_console.commands.session import Address, Programs, Session, fail, json_option
from integration_console.commands.signing_in import sign_in, sign_out
from integration_console.commands.syncs import syncs
from integration_console.commands.tokens import token_options, token_wishes, tokens
from integration_console.commands.webhooks import webhooks
from integration_console.domain.errors import ConsoleError
from integration_console.gateways.places import as_login, place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
_PORTS = click.IntRange(0, 65_535)


@click.group(name="integration-service", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.option("--workspace", metavar="PLACE", help="A file, postgresql://login@host/database or https://host.")
@click.option("--login", default="", help="Who signs in to a service (otherwise asked for, or who signed in before).")
@click.option("--passphrase-file", type=click.Path(path_type=Path, exists=True), help="Unlocks the secrets.")
@json_option
@click.pass_obj
def program(session: Session, workspace: str | None, login: str, passphrase_file: Path | None) -> None:
    """Run the integrations of an organisation without a window.

    Leaves with 0 when it is done, 1 when it failed, 2 when it could not be tried (wrong use, workspace held).
    """
    session.workspace = as_login(place_of(workspace), login.strip().lower()) if workspace else None
    session.passphrase_file = passphrase_file


@program.command()
@click.option("--host", help="The address to listen at (INTEGRATION_HOST, 127.0.0.1).")
@click.option("--port", type=_PORTS, help="The port to listen at, 0 for any (INTEGRATION_PORT, 8477).")
@click.option("--sandbox", is_flag=True, help="Start outside systems in miniature beside it, to try things out.")
@click.option("--tls-cert", type=_FILE, envvar="INTEGRATION_TLS_CERT", help="Speak TLS with this certificate (PEM).")
@click.option("--tls-key", type=_FILE, envvar="INTEGRATION_TLS_KEY", help="The key of the certificate (PEM).")
@token_options
@json_option
@click.pass_obj
def serve(session: Session, /, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Receive webhooks, run syncs and serve the API until Ctrl+C or SIGTERM."""
    if (given["tls_cert"] is None) is not (given["tls_key"] is None):
        raise click.UsageError("--tls-cert and --tls-key go together.")
    listening = (given["host"], given["port"], given["sandbox"], given["tls_cert"], given["tls_key"])
    address = Address(*listening, token_wishes(given))

    def started(line: str) -> None:
        session.show({"listening": line}, f"Listening at {line}")

    session.programs.serve(session.workspace, address, started, session.passphrase())


@program.command()
@json_option
@click.pass_obj
def work(session: Session) -> None:
    """Run syncs and schedules until Ctrl+C or SIGTERM, without receiving.

    Any number of programs may work on a shared database. As console_service, with no organisation named in the address,
    it works for all of them.
    """

    def started(line: str) -> None:
        session.show({"working": line}, f"Working for {line}")

    session.programs.work(session.workspace, started, session.passphrase())


program.add_command(migrate)
program.add_command(doctor)
program.add_command(connectors)
program.add_command(syncs)
program.add_command(records)
program.add_command(schedules)
program.add_command(webhooks)
case.add_command(import_logs)
case.add_command(take_notes)
logs.add_command(note)
logs.add_command(filters)
program.add_command(logs)
program.add_command(retention)
program.add_command(members)
program.add_command(audit)
for _command in (case, keys, tokens, holders, copy, backup, restore, sign_in, sign_out):
    program.add_command(_command)


def _require_text(arguments: Sequence[str]) -> None:
    for each in arguments:
        try:
            each.encode()
        except UnicodeEncodeError as error:
            shown = each.encode("utf-8", "replace").decode()
            raise click.UsageError(f"This argument is not UTF-8 text: {shown}") from error


def run(programs: Programs, arguments: Sequence[str] | None = None) -> int:
    """Run one command line; return the exit code."""
    session = Session(programs)
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        _require_text(given)
        program.main(args=given, obj=session, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 1
    except ConsoleError as error:
        try:
            fail(session, error)
        except SystemExit as leaving:
            return int(leaving.code or 0)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return 0
