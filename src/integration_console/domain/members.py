"""Members: the people of an organisation, what they are in it, and who may change whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from integration_console.domain.errors import (
    FieldProblem,
    InvalidInput,
    LastOwner,
    OwnerNeeded,
    OwnMembership,
    OwnPassword,
)
from integration_console.domain.forms import Choice, Field, FieldKind, Form
from integration_console.domain.permissions import Role
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.forms import Value

_LOGIN = re.compile(r"[a-z0-9](?:[a-z0-9._@+-]{0,98}[a-z0-9])?")
_UNFIT = re.compile(r"[^a-z0-9._@+-]+")


class MemberStatus(StrEnum):
    """Whether a member belongs to the organisation; of one who was removed only the history is left."""

    ACTIVE = "active"
    REMOVED = "removed"


class PasswordState(StrEnum):
    """How a member can sign in: not at all, once with a password made by somebody else, with one of their own."""

    NONE = "none"
    ONE_TIME = "one_time"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Member:
    """A person. `generation` grows with every change that ends what was signed in before."""

    id: str
    name: str
    login: str
    role: Role
    status: MemberStatus
    generation: int
    created_at: datetime
    updated_at: datetime
    password: PasswordState = PasswordState.NONE
    signed_in_at: datetime | None = None
    locked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """A member as a person filled it in; `id` is empty for a new one, whose login then stays."""

    name: str
    login: str
    role: Role
    id: str = ""


class DatabaseLogin(StrEnum):
    """What became of a member's login to the shared database itself, beside the sign-in at the service."""

    NONE = "none"
    MADE = "made"
    RENEWED = "renewed"
    LINKED = "linked"
    MISSING = "missing"

    @property
    def takes_password(self) -> bool:
        """Whether the one-time password opens the database, too."""
        return self in (DatabaseLogin.MADE, DatabaseLogin.RENEWED)


LOGIN_SENTENCES: Mapping[DatabaseLogin, str] = {
    DatabaseLogin.MADE: QT_TRANSLATE_NOOP(
        "Members",
        "It opens the shared database, too, as the login {login}; that password stays until it is changed there.",
    ),
    DatabaseLogin.RENEWED: QT_TRANSLATE_NOOP(
        "Members", "It opens the shared database, too, in place of the password that {login} had there."
    ),
    DatabaseLogin.LINKED: QT_TRANSLATE_NOOP(
        "Members", "It is for the service alone: in the shared database {login} keeps the password that it has."
    ),
    DatabaseLogin.MISSING: QT_TRANSLATE_NOOP(
        "Members",
        "It is for the service alone: the shared database has no login {login} yet. Its administrator can create it, "
        "or choose a login that begins with console_person_, which is created by itself.",
    ),
}
"""What a one-time password opens beside the sign-in at the service, as a sentence."""


@dataclass(frozen=True, slots=True)
class InvitedMember:
    """A member with a one-time password in clear, for the one moment when it is shown.

    `database_login`: NONE where the workspace is no shared database, or the service gave the password.
    """

    member: Member
    password: str = field(repr=False)
    expires_at: datetime
    database_login: DatabaseLogin = DatabaseLogin.NONE


@dataclass(frozen=True, slots=True)
class Acting:
    """Who asks for a change of members: the own role, and the own row ("": none is known).

    `signed_in` where a password proved who asks; who holds the file itself may give themselves a password.
    """

    role: Role | None
    member_id: str = ""
    signed_in: bool = False


@dataclass(frozen=True, slots=True)
class Membership:
    """All active members by name, and which of them asks."""

    members: tuple[Member, ...]
    acting: Acting


class MemberAction(StrEnum):
    """What can be done to a member."""

    RENAME = "rename"
    CHANGE_ROLE = "change_role"
    RESET_PASSWORD = "reset_password"  # noqa: S105 - an action
    REMOVE = "remove"


def refusal_to_grant(acting: Acting, role: Role) -> ConsoleError | None:
    """Return why `acting` may not make somebody a `role`; None: it is allowed."""
    return OwnerNeeded() if role is Role.OWNER and acting.role is not Role.OWNER else None


def refusal(acting: Acting, action: MemberAction, member: Member, members: Sequence[Member]) -> ConsoleError | None:
    """Return why `acting` may not do this to `member`, one of `members`; None: it is allowed.

    Only an owner touches an owner; nobody changes their own role or removes themselves; one owner always stays.
    """
    if member.role is Role.OWNER and acting.role is not Role.OWNER:
        return OwnerNeeded()
    is_own = member.id == acting.member_id
    if action is MemberAction.RESET_PASSWORD:
        return OwnPassword() if is_own and acting.signed_in else None
    if action is MemberAction.RENAME:
        return None
    if member.role is Role.OWNER and not _others(member, members):
        return LastOwner(name=member.name)
    return OwnMembership() if is_own else None


def _others(member: Member, members: Sequence[Member]) -> list[Member]:
    active = (each for each in members if each.status is MemberStatus.ACTIVE)
    return [each for each in active if each.role is Role.OWNER and each.id != member.id]


MEMBER_FORM = Form((
    Field("name", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Name"), required=True,
          placeholder=QT_TRANSLATE_NOOP("Forms", "For example: Amina Saleh"),
          help=QT_TRANSLATE_NOOP("Forms", "It stands in the log and in the audit.")),
    Field("login", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Login"), required=True,
          placeholder="amina@example.com",
          help=QT_TRANSLATE_NOOP("Forms", "What this person signs in with: an e-mail address or a short name.")),
    Field("role", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "Role"), required=True, default=Role.OPERATOR.value,
          choices=(Choice(Role.OWNER, QT_TRANSLATE_NOOP("Forms", "Owner")),
                   Choice(Role.ADMIN, QT_TRANSLATE_NOOP("Forms", "Admin")),
                   Choice(Role.OPERATOR, QT_TRANSLATE_NOOP("Forms", "Operator")),
                   Choice(Role.SUPPORT, QT_TRANSLATE_NOOP("Forms", "Support")),
                   Choice(Role.AUDITOR, QT_TRANSLATE_NOOP("Forms", "Auditor")))),
))  # fmt: skip
_NOT_LOGIN = QT_TRANSLATE_NOOP(
    "Forms", "Use letters a to z, digits and . _ - @ +, and begin and end with a letter or a digit."
)


def member_draft(values: Mapping[str, Value], member_id: str = "") -> MemberDraft:
    """Return the draft that the form's values stand for. Raises `InvalidInput` naming every faulty field."""
    problems = list(MEMBER_FORM.problems(values))
    text = {name: str(value or "").strip() for name, value in MEMBER_FORM.with_defaults(values).items()}
    login = text.get("login", "").lower()
    if login and not is_login(login):
        problems.append(FieldProblem("login", _NOT_LOGIN))
    if problems:
        raise InvalidInput(*problems)
    return MemberDraft(text["name"], login, Role(text["role"]), member_id)


def member_values(draft: MemberDraft) -> dict[str, Value]:
    """Return the form's values of a draft."""
    return {"name": draft.name, "login": draft.login, "role": draft.role.value}


def is_login(text: str) -> bool:
    """Return whether a member could have this login."""
    return _LOGIN.fullmatch(text) is not None


def login_from_name(name: str) -> str:
    """Return the login of a person of whom only the name is known: the holder of an embedded file."""
    return _UNFIT.sub(".", name.lower()).strip("._@+-")[:100].rstrip("._@+-") or "owner"
