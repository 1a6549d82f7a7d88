"""What the window and the command line may ask about people: rights, members, the audit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from integration_console.domain.audit import AuditFilter, AuditPage, ChainEnd, ChainReport
    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.members import InvitedMember, Member, MemberDraft, Membership
    from integration_console.domain.work import Work


class RightsGateway(Protocol):
    """What the one who asks may do: a button for what is not allowed is disabled and says why."""

    def can(self, permission: str, scope: str = "") -> bool:
        """Return whether `permission` is granted, for everything or for the one thing `scope`."""

    def refusal(self, permission: str, scope: str = "") -> ConsoleError | None:
        """Return why `permission` is not granted; None: it is."""


class MembersGateway(RightsGateway, Protocol):
    """Members: list, add, change, give a new password, remove."""

    def members(self) -> Membership:
        """Return all active members by name, and which of them asks."""

    def add_member(self, draft: MemberDraft) -> InvitedMember:
        """Add a member with a one-time password. Raises `InvalidInput`, `LoginTaken`, `OwnerNeeded`."""

    def change_member(self, draft: MemberDraft) -> Member:
        """Change name and role; the login stays. Raises `OwnerNeeded`, `LastOwner`, `OwnMembership`, `NotFound`."""

    def reset_password(self, member_id: str) -> InvitedMember:
        """Give a member a one-time password; all that was signed in ends. Raises `OwnerNeeded`, `OwnPassword`."""

    def remove_member(self, member_id: str) -> None:
        """Remove a member; all that was signed in ends. Raises `OwnerNeeded`, `LastOwner`, `OwnMembership`."""


class AuditGateway(RightsGateway, Protocol):
    """The audit: who changed what, and whether it is as it was written."""

    def audit_page(self, wanted: AuditFilter, after: int | None = None, limit: int = 100) -> AuditPage:
        """Return entries newest first, those with numbers below `after`."""

    def audit_actions(self) -> tuple[str, ...]:
        """Return the actions that exist, sorted."""

    def verify_audit(self, work: Work, known: ChainEnd | None = None) -> ChainReport:
        """Walk the chain and return its first break; `known` is an end noted down earlier. Raises `Cancelled`."""
