"""Turns what PostgreSQL and its driver say into errors that a person understands."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, IntegrityError

from integration_console.domain.errors import (
    ConsoleError,
    DatabaseAuthorityUnreadable,
    DatabaseBusy,
    DatabaseCertificateRefused,
    DatabaseEncryptionNeeded,
    DatabaseMissing,
    DatabaseNotEncrypted,
    DatabaseNotPrepared,
    DatabaseRefused,
    DatabaseSignInRefused,
    DatabaseUnreachable,
    DiskFull,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

RUN_AGAIN = frozenset({"40001", "40P01"})
"""Serialization failure and deadlock: the same transaction, run again, has its chance."""
_BY_STATE: dict[str, type[ConsoleError]] = {
    "28000": DatabaseSignInRefused,
    "28P01": DatabaseSignInRefused,
    "3D000": DatabaseMissing,
    "3F000": DatabaseNotPrepared,
    "42P01": DatabaseNotPrepared,
    "42883": DatabaseNotPrepared,
    "42501": DatabaseRefused,
    "53100": DiskFull,
    "55P03": DatabaseBusy,
    "57014": DatabaseBusy,
}
_UNREACHABLE = ("08", "57", "53")
# What libpq says before there is a connection has no code; its own English words are all there is.
_BY_WORDS: tuple[tuple[str, type[ConsoleError]], ...] = (
    ("server does not support", DatabaseNotEncrypted),
    (", no encryption", DatabaseEncryptionNeeded),
    ("certificate", DatabaseCertificateRefused),
    ("SSL", DatabaseCertificateRefused),
    ("password authentication failed", DatabaseSignInRefused),
    ("no password supplied", DatabaseSignInRefused),
    ("no pg_hba.conf entry", DatabaseSignInRefused),
    ("authentication failed", DatabaseSignInRefused),
    ("is not permitted to log in", DatabaseSignInRefused),
    ("does not exist", DatabaseMissing),
)

_AUTHORITY = re.compile(r'root certificate file "([^"]*)"')


def state_of(error: BaseException) -> str:
    """Return the SQLSTATE of a fault ("": it has none)."""
    original = error.orig if isinstance(error, DBAPIError) else error
    return getattr(original, "sqlstate", None) or ""


def database_error(error: BaseException, database: str) -> ConsoleError | None:
    """Return what a fault means for the whole workspace, or None when it is about the data."""
    state = state_of(error)
    if state in _BY_STATE:
        return _BY_STATE[state](database=database)
    if state and not state.startswith(_UNREACHABLE):
        return None
    if isinstance(error, IntegrityError) or not _is_of_driver(error):
        return None
    words = str(error.orig if isinstance(error, DBAPIError) else error)
    if authority := _AUTHORITY.search(words):
        return DatabaseAuthorityUnreadable(path=authority[1])
    found = next((kind for sign, kind in _BY_WORDS if sign in words), DatabaseUnreachable)
    return found(database=database)


def _is_of_driver(error: BaseException) -> bool:
    original = error.orig if isinstance(error, DBAPIError) else error
    names = {each.__name__ for each in type(original).__mro__ if each.__module__.startswith("psycopg")}
    return bool(names & {"OperationalError", "InterfaceError"})


@contextmanager
def translated(database: str) -> Iterator[None]:
    """Raise the workspace's error in place of PostgreSQL's, wherever one is known."""
    try:
        yield
    except DBAPIError as error:
        known = database_error(error, database)
        if known is None:
            raise
        raise known from error
