"""The audit: who changed what, and whether it is as it was written."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request, Response

from integration_console.domain.audit import AuditFilter, AuditPage, ChainReport, parsed_end
from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.operations import audit
from integration_console.service.api.long_work import long_answer
from integration_console.service.api.queries import Limit, from_query
from integration_console.service.api.routes import Asking, Routes

routes = Routes("audit")
Wanted = Annotated[AuditFilter, Depends(from_query(AuditFilter))]
Before = Annotated[int | None, Query(ge=0, le=2**62, description="The `next` of the page before.")]
Known = Annotated[str, Query(max_length=100, description="An end that was noted down earlier: NUMBER:HASH.")]
_NO_END = QT_TRANSLATE_NOOP("Forms", "This is no end of the chain: it is written as NUMBER:HASH.")


@routes.route("GET", "/audit", audit.audit_page)
def list_audit_entries(asking: Asking, wanted: Wanted, after: Before = None, limit: Limit = 100) -> AuditPage:
    """List entries newest first, those with numbers below `after`."""
    return audit.audit_page(asking, wanted, after, limit)


@routes.route("GET", "/audit/actions", audit.audit_actions)
def list_audit_actions(asking: Asking) -> tuple[str, ...]:
    """List the actions that exist."""
    return audit.audit_actions(asking)


@routes.route("GET", "/audit/verification", audit.verify_audit, long=ChainReport)
def verify_audit(asking: Asking, request: Request, known: Known = "") -> Response:
    """Walk the chain, and show its first break."""
    end = parsed_end(known)
    if known and end is None:
        raise InvalidInput(FieldProblem("known", _NO_END))
    return long_answer(request, lambda work, _: audit.verify_audit(asking, work, end))
