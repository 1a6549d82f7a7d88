"""What can be done with the audit: page through it, and verify that it is as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.audit import FIRST_HASH, BreakKind, ChainEnd, ChainReport, first_break
from integration_console.domain.work import Progress
from integration_console.operations.permission import needs
from integration_console.storage import audit_pages as rows

if TYPE_CHECKING:
    from integration_console.domain.audit import AuditFilter, AuditPage, StoredLink
    from integration_console.domain.work import Work
    from integration_console.operations.context import Context

_AT_ONCE = 500


@needs("audit.read")
def audit_page(context: Context, wanted: AuditFilter, after: int | None, limit: int) -> AuditPage:
    """Return entries newest first, those with numbers below `after`."""
    return context.store.read(lambda reading: rows.audit_page(reading, wanted, after, limit))


@needs("audit.read")
def audit_actions(context: Context) -> tuple[str, ...]:
    """Return the actions that exist, sorted."""
    return context.store.read(rows.actions)


@needs("audit.read")
def verify_audit(context: Context, work: Work, known: ChainEnd | None = None) -> ChainReport:
    """Walk the chain from its first entry and return the first break, or that it holds.

    `known` is an end that was noted down earlier: without one, nothing tells that the newest entries were cut off.
    Raises `Cancelled`.
    """
    newest = context.store.read(rows.chain_end)
    end = ChainEnd(0, FIRST_HASH)
    while links := _links(context, end.number):
        work.stop_if_cancelled()
        for link in links:
            found = first_break(link, end, known)
            if found is not None:
                return ChainReport(end, *found)
            end = ChainEnd(link.number, link.hash)
        work.report(Progress(end.number, max(newest.number if newest else 0, end.number)))
    if known is not None and end.number < known.number:
        return ChainReport(end, end.number + 1, BreakKind.SHORTENED)
    return ChainReport(end)


def _links(context: Context, after: int) -> tuple[StoredLink, ...]:
    return context.store.read(lambda reading: rows.links_after(reading, after, _AT_ONCE))
