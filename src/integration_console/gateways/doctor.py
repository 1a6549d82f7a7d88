"""Looks a workspace over: can it be reached, is it prepared, is it safe, are its keys here, is there room."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from integration_console.domain.errors import ConsoleError, VaultLocked
from integration_console.gateways.opening import is_up_to_date, look_at_workspace
from integration_console.gateways.shared import SharedReceiver
from integration_console.gateways.signing_in import open_signed_in
from integration_console.storage.file_condition import file_condition
from integration_console.storage.holder import current_holder
from integration_console.storage.shared.address import DatabaseAddress
from integration_console.storage.shared.condition import shared_condition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from integration_console.gateways.opening import Opening, OpenWorkspace
    from integration_console.gateways.signing_in import Asking
    from integration_console.operations.context import Context

_CLOCK_SECONDS: Final = 30.0
"""Beyond this, signed requests and tokens begin to be refused."""
_ROOM: Final = 1024**3
_LARGE_WAL: Final = 64 * 1024**2
_OLD_SQLITE: Final = (3, 44, 6)


class Level(StrEnum):
    """How a check came out."""

    GOOD = "ok"
    DOUBTFUL = "warning"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, and what to do about it ("": nothing)."""

    check: str
    level: Level
    sentence: str
    remedy: str = ""


def examine(opening: Opening, ask: Asking) -> tuple[Finding, ...]:
    """Return what every check found; where the workspace cannot be opened, that alone."""
    look = _database if isinstance(opening.path, DatabaseAddress) else _file
    found: list[Finding] = []
    try:
        found.extend(look(opening, ask))
    except ConsoleError as error:
        found.append(_refused("reachable", error))
    return tuple(found)


def _database(opening: Opening, ask: Asking) -> Iterator[Finding]:
    with ExitStack() as closing:
        opened = open_signed_in(opening, ask)
        closing.callback(opened.close)
        context, store = opened.context, opened.store
        found = store.read(shared_condition)
        yield _good("reachable", f"PostgreSQL {found.version} answers at {store.address}.")
        yield _good("revision", "The database is prepared for this version of the program.")
        yield _good("membership", f"{found.login} is {store.role} of {store.name}.")
        yield _isolation(found.sees_all, found.open_tables, found.login)
        yield _encryption(encrypted=found.encrypted, is_local=found.is_local)
        yield _clock((found.moment - context.clock.now()).total_seconds())
        yield _months(has_next=found.has_next_month)
        yield _keys(context)
        yield _service(context)


def _file(opening: Opening, ask: Asking) -> Iterator[Finding]:
    del ask  # a file has no password
    path = opening.file
    if not path.exists():
        yield Finding(
            "reachable", Level.WRONG, f"There is no file {path}.", "Create it with `migrate`, or name another."
        )
        return
    holder = current_holder(path)
    yield _good(
        "reachable", f"{path} can be read; " + (f"{holder.program} holds it." if holder else "nobody holds it.")
    )
    if not is_up_to_date(path):
        yield Finding("revision", Level.WRONG, "The file has an older shape.", "Bring it up to date with `migrate`.")
        return
    yield _good("revision", "The file has the shape of this version of the program.")
    with ExitStack() as closing:
        looking = look_at_workspace(opening)
        closing.callback(looking.close)
        yield from _condition_of_file(looking, path)
        looking.context.vault.unlock_silently()
        yield _keys(looking.context)
    yield _room(path)


def _condition_of_file(looking: OpenWorkspace, path: Path) -> Iterator[Finding]:
    found = looking.store.read(file_condition)
    if found.faults:
        yield Finding(
            "integrity", Level.WRONG, f"SQLite finds faults: {found.faults}.", "Restore a backup of the file."
        )
    else:
        yield _good("integrity", "SQLite finds the file whole.")
    wal = path.with_name(f"{path.name}-wal")
    size = wal.stat().st_size if wal.exists() else 0
    if size > _LARGE_WAL:
        remedy = "Some program keeps an old transaction open: close database tools, or start the program anew."
        yield Finding("log of writes", Level.DOUBTFUL, f"{wal.name} has grown to {size >> 20} MiB.", remedy)
    if found.version < _OLD_SQLITE:
        shown = ".".join(map(str, found.version))
        remedy = "Use a newer Python or SQLite where several programs work with the file."
        yield Finding("sqlite", Level.DOUBTFUL, f"SQLite {shown} can damage a file that two programs write to.", remedy)


def _isolation(sees_all: bool, open_tables: int, login: str) -> Finding:
    if open_tables:
        sentence, remedy = f"{open_tables} tables have no row security in force.", "Let an administrator run `migrate`."
    elif sees_all:
        sentence = f"No policy holds for {login}: it sees every organisation."
        remedy = "Sign in as a login that is neither a superuser nor sets row security aside."
    else:
        return _good("isolation", "Row security is in force for every table and for this login.")
    return Finding("isolation", Level.WRONG, sentence, remedy)


def _encryption(*, encrypted: bool, is_local: bool) -> Finding:
    if encrypted or is_local:
        return _good(
            "encryption", "The connection is encrypted." if encrypted else "The connection stays on this machine."
        )
    remedy = "Add ?sslmode=verify-full to the address, and TLS to the server."
    return Finding("encryption", Level.WRONG, "The connection is not encrypted.", remedy)


def _clock(seconds: float) -> Finding:
    if abs(seconds) <= _CLOCK_SECONDS:
        return _good("clock", f"This clock and the server's differ by {abs(seconds):.1f} s.")
    remedy = "Let both machines take their time from the network (NTP)."
    return Finding("clock", Level.WRONG, f"This clock and the server's differ by {abs(seconds):.0f} s.", remedy)


def _months(*, has_next: bool) -> Finding:
    if has_next:
        return _good("log months", "The log has a place for the next month.")
    remedy = "Start integration-service, which makes it, or let an administrator run `migrate`."
    return Finding("log months", Level.DOUBTFUL, "The log has no place of its own for the next month.", remedy)


def _keys(context: Context) -> Finding:
    vault = context.vault
    if not vault.created:
        remedy = "An owner or admin makes the keys on the first visit with the console or the command line."
        return Finding("keys", Level.WRONG, "The workspace has no keys yet, so no secret can be stored.", remedy)
    if vault.unlocked:
        return _good("keys", "The secrets can be opened here.")
    names = ", ".join(each.name for each in vault.holders())
    remedy = f"{vault.place_trouble or VaultLocked().advice} Keys are held by: {names}."
    return Finding("keys", Level.DOUBTFUL, "This machine holds no key: the secrets stay closed here.", remedy)


def _service(context: Context) -> Finding:
    state = SharedReceiver(context)()
    if state.running:
        return _good("service", f"The service says that it receives at {state.base_url}.")
    remedy = "Start `integration-service serve` where webhooks are to be received and schedules kept."
    return Finding("service", Level.DOUBTFUL, "No service says that it works on this database.", remedy)


def _room(path: Path) -> Finding:
    free = shutil.disk_usage(path.parent).free
    if free > _ROOM:
        return _good("disk", f"There are {free >> 30} GiB free.")
    return Finding("disk", Level.WRONG, f"There are only {free >> 20} MiB free.", "Free some space on this disk.")


def _good(check: str, sentence: str) -> Finding:
    return Finding(check, Level.GOOD, sentence)


def _refused(check: str, error: ConsoleError) -> Finding:
    return Finding(check, Level.WRONG, error.title, error.advice)
