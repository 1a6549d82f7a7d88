"""Members as tests need them: added, with a password of their own, and signed in."""

from __future__ import annotations

from integration_console.domain.callers import RequestFacts
from integration_console.domain.members import Member, MemberDraft
from integration_console.domain.permissions import Role
from integration_console.domain.sign_in import SignedIn
from integration_console.operations import members, sign_in
from integration_console.operations.context import Context
from tests.fakes import KeptLog

PASSWORD = "a long enough password"
FACTS = RequestFacts("203.0.113.7", "POST /api/v1/sign-in", "tests/1")


def added(context: Context, name: str, role: Role = Role.OPERATOR) -> tuple[Member, str]:
    """A new member, and the one-time password."""
    invited = members.add_member(context, MemberDraft(name, name.lower(), role))
    return invited.member, invited.password


def signed_in(context: Context, name: str, role: Role = Role.OPERATOR) -> SignedIn:
    """A new member who has chosen `PASSWORD` and is signed in."""
    member, one_time = added(context, name, role)
    return sign_in.change_password(context, member.login, one_time, PASSWORD, FACTS)


def acting_as(context: Context, someone: SignedIn) -> Context:
    """The context in which operations work for somebody who is signed in."""
    caller = sign_in.authenticate(context, someone.access_token, FACTS)
    assert caller is not None
    return sign_in.context_of(context, caller)


def failures(log: KeptLog) -> list[tuple[str, str, str]]:
    """The member, the address and the exact code of each sign-in that failed, oldest first."""
    found = (each for each in log.drafts if each.event_type == "member.sign_in_failed")
    return [(each.params.get("member", ""), each.params["address"], each.error_code) for each in found]
