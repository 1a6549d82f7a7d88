"""Signing in: what a person is given for a password, what a password must be, and how long too many attempts wait."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import datetime

    from integration_console.domain.members import Member

ONE_TIME_LIFE = timedelta(days=7)
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 1024
FREE_FAILURES = 4
"""So many attempts may fail before the next one has to wait."""
_FIRST_WAIT = timedelta(seconds=30)
_LONGEST_WAIT = timedelta(hours=1)

_TOO_SHORT = QT_TRANSLATE_NOOP("Forms", "Use at least {count} characters.")
_TOO_LONG = QT_TRANSLATE_NOOP("Forms", "Use at most {count} characters.")
_IS_LOGIN = QT_TRANSLATE_NOOP("Forms", "Do not use your login or your name as the password.")
_SAME = QT_TRANSLATE_NOOP("Forms", "Choose a password that differs from the present one.")


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What a person holds after signing in; its text form shows no secret.

    The access token is sent with each request; the refresh token counts once and brings the next pair.
    """

    member: Member
    access_token: str = field(repr=False)
    expires_at: datetime
    refresh_token: str = field(repr=False)
    refresh_expires_at: datetime


@dataclass(frozen=True, slots=True)
class SignInWish:
    """What a person signs in with at a service.

    `new_password` replaces a one-time password ("": none has to be replaced). `stays`: the next start goes on with it.
    """

    login: str
    password: str = field(repr=False)
    new_password: str = field(default="", repr=False)
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Claims:
    """What an access token says: whose it is, of which generation, and from when until when it counts.

    `issuer` and `audience` say who made it and for whom ("": it does not say).
    """

    tenant_id: str
    member_id: str
    role: str
    generation: int
    issued_at: int
    expires_at: int
    issuer: str = ""
    audience: str = ""


def waiting_time(failures: int) -> timedelta | None:
    """Return how long the next attempt must wait after so many that failed in a row: 30 s, 1 min, 2 min ... 1 h."""
    beyond = failures - FREE_FAILURES
    return min(_FIRST_WAIT * 2 ** min(beyond - 1, 10), _LONGEST_WAIT) if beyond > 0 else None


def require_good_password(password: str, member: Member, present: str = "") -> None:
    """Hold a new password against the rules (NIST SP 800-63B, 3.1.1.2: length, not composition).

    Raises `InvalidInput`, naming the field `password`.
    """
    folded = _folded(password)
    problem = None
    if len(password) < SHORTEST_PASSWORD:
        problem = FieldProblem("password", _TOO_SHORT, (("count", str(SHORTEST_PASSWORD)),))
    elif len(password) > LONGEST_PASSWORD:
        problem = FieldProblem("password", _TOO_LONG, (("count", str(LONGEST_PASSWORD)),))
    elif folded in (_folded(member.login), _folded(member.name)):
        problem = FieldProblem("password", _IS_LOGIN)
    elif folded == _folded(present):
        problem = FieldProblem("password", _SAME)
    if problem is not None:
        raise InvalidInput(problem)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
