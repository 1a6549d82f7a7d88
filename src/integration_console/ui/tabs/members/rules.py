"""What the one who looks may do with a member, and why not: asked before a button is pressed."""

from __future__ import annotations

from dataclasses import dataclass

from integration_console.domain.errors import ConsoleError, PermissionDenied
from integration_console.domain.members import Acting, Member, MemberAction, refusal

_NOBODY = Acting(None)


@dataclass(frozen=True, slots=True)
class Company:
    """All members, which of them looks, and whether that one may change members at all."""

    members: tuple[Member, ...] = ()
    acting: Acting = _NOBODY
    may_change: bool = False

    def refusal(self, action: MemberAction, member: Member) -> ConsoleError | None:
        """Why this cannot be done to `member`; None: it can."""
        if not self.may_change:
            return PermissionDenied(permission="members.write")
        return refusal(self.acting, action, member, self.members)

    def refusal_to_add(self) -> ConsoleError | None:
        """Why nobody can be added; None: somebody can."""
        return None if self.may_change else PermissionDenied(permission="members.write")
