"""Members and the audit, through the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.audit import AuditFilter, AuditPage, ChainEnd, ChainReport
from integration_console.domain.members import InvitedMember, Member, MemberDraft, Membership
from integration_console.domain.wire import from_wire
from integration_console.domain.work import Progress
from integration_console.gateways.service_api.client import in_query
from integration_console.gateways.service_api.door import ServiceDoor, at

if TYPE_CHECKING:
    from integration_console.domain.wire import Json
    from integration_console.domain.work import Work


class ServiceMembers(ServiceDoor):
    """Members of a remote workspace."""

    def members(self) -> Membership:
        """Return all active members, and which of them asks."""
        found: Membership = self._client.ask("GET", at("/members"), Membership)
        return found

    def add_member(self, draft: MemberDraft) -> InvitedMember:
        """Add a member."""
        added: InvitedMember = self._client.ask("POST", at("/members"), InvitedMember, draft)
        return added

    def change_member(self, draft: MemberDraft) -> Member:
        """Change name and role of a member."""
        changed: Member = self._client.ask("PUT", at("/members/{}", draft.id), Member, draft)
        return changed

    def reset_password(self, member_id: str) -> InvitedMember:
        """Give a member a one-time password."""
        invited: InvitedMember = self._client.ask("POST", at("/members/{}/password", member_id), InvitedMember)
        return invited

    def remove_member(self, member_id: str) -> None:
        """Remove a member."""
        self._client.ask("DELETE", at("/members/{}", member_id), None)


class ServiceAudit(ServiceDoor):
    """The audit of a remote workspace."""

    def audit_page(self, wanted: AuditFilter, after: int | None = None, limit: int = 100) -> AuditPage:
        """Return entries newest first."""
        query = in_query(wanted, after=after, limit=limit)
        page: AuditPage = self._client.ask("GET", at("/audit"), AuditPage, query=query)
        return page

    def audit_actions(self) -> tuple[str, ...]:
        """Return the actions that exist."""
        found: tuple[str, ...] = self._client.ask("GET", at("/audit/actions"), tuple[str, ...])
        return found

    def verify_audit(self, work: Work, known: ChainEnd | None = None) -> ChainReport:
        """Walk the chain; the service does it."""

        def heard(name: str, value: Json) -> None:
            if name == "progress":
                work.report(from_wire(Progress, value))

        query = {"known": str(known)} if known else None
        answer = self._worked("GET", at("/audit/verification"), work, heard, query=query)
        report: ChainReport = from_wire(ChainReport, answer)
        return report
