"""The door to the members and the audit of a workspace that this very program has open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.gateways.door import Door
from integration_console.operations import audit, members

if TYPE_CHECKING:
    from integration_console.domain.audit import AuditFilter, AuditPage, ChainEnd, ChainReport
    from integration_console.domain.members import InvitedMember, Member, MemberDraft, Membership
    from integration_console.domain.work import Work


class InProcessMembers(Door):
    """Members of the open workspace."""

    def members(self) -> Membership:
        """Return all active members, and which of them asks."""
        return members.members(self._context)

    def add_member(self, draft: MemberDraft) -> InvitedMember:
        """Add a member."""
        return members.add_member(self._context, draft)

    def change_member(self, draft: MemberDraft) -> Member:
        """Change name and role of a member."""
        return members.change_member(self._context, draft)

    def reset_password(self, member_id: str) -> InvitedMember:
        """Give a member a one-time password."""
        return members.reset_password(self._context, member_id)

    def remove_member(self, member_id: str) -> None:
        """Remove a member."""
        members.remove_member(self._context, member_id)


class InProcessAudit(Door):
    """The audit of the open workspace."""

    def audit_page(self, wanted: AuditFilter, after: int | None = None, limit: int = 100) -> AuditPage:
        """Return entries newest first."""
        return audit.audit_page(self._context, wanted, after, limit)

    def audit_actions(self) -> tuple[str, ...]:
        """Return the actions that exist."""
        return audit.audit_actions(self._context)

    def verify_audit(self, work: Work, known: ChainEnd | None = None) -> ChainReport:
        """Walk the chain."""
        return audit.verify_audit(self._context, work, known)
