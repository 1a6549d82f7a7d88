"""What the one who looks may do with a member, and why not: asked before a button is pressed."""

from __future__ import annotations

from dataclasses import dataclass

from integration_console.domain.errors import ConsoleError, PermissionDenied
from integration_console.domain.members import Acting, Member, MemberAction, refusal

_NOBODY = Acting(None)
_NOT_KNOWN = PermissionDenied(permission="members.write")
"""Until the rights are known."""


@dataclass(frozen=True, slots=True)
class Company:
    """All members, which of them looks, and why that one may not change members at all (None: he may)."""

    members: tuple[Member, ...] = ()
    acting: Acting = _NOBODY
    refused: ConsoleError | None = _NOT_KNOWN

    def refusal(self, action: MemberAction, member: Member) -> ConsoleError | None:
        """Why this cannot be done to `member`; None: it can."""
        if self.refused is not None:
            return self.refused
        return refusal(self.acting, action, member, self.members)

    def refusal_to_add(self) -> ConsoleError | None:
        """Why nobody can be added; None: somebody can."""
        return self.refused
