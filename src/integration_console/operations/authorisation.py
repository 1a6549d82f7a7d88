"""Lets a person grant access in the system browser, and keeps the tokens (RFC 8252)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from integration_console.connectors.loopback import LoopbackListener
from integration_console.domain.changes import Subject
from integration_console.domain.connectors import Health
from integration_console.domain.errors import ActionUnavailable
from integration_console.operations import connectors, tokens
from integration_console.operations.access import access_of
from integration_console.operations.journal import Happening, announce, record
from integration_console.operations.permission import needs
from integration_console.operations.tokens import StoredTokens
from integration_console.storage import connectors as rows
from integration_console.storage import jobs as job_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.access import Access, Authoriser, Token
    from integration_console.domain.connectors import Connector
    from integration_console.domain.work import Work
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing

_PATIENCE_SECONDS = 300


@needs("connectors.write")
def authorise(context: Context, connector_id: str, open_browser: Callable[[str], None], work: Work) -> Connector:
    """Let a person grant access in the browser and keep the tokens; a sync that waited for it goes on.

    Where the settings need no person (a service account), what was lost is only forgotten, so that it is tried again.
    Raises `ActionUnavailable`, `AuthorisationDenied`, `AuthorisationForged`, `AuthorisationTimedOut`, `RemoteError`.
    """
    used = connectors.connector(context, connector_id)
    kind = connectors.kind_of(context, used.type)
    if not kind.description.authorises:
        raise ActionUnavailable(name=used.name)
    access = access_of(context, used)
    token = _granted(cast("Authoriser", kind), access, open_browser, work)
    _keep(context, used, token)
    announce(context, Subject.CONNECTORS, Subject.SYNCS)
    return connectors.connector(context, connector_id)


def _granted(authoriser: Authoriser, access: Access, open_browser: Callable[[str], None], work: Work) -> Token | None:
    with LoopbackListener() as listener:
        begun = authoriser.begin_authorisation(access.settings, listener.redirect_uri)
        if begun is None:
            return None
        open_browser(begun.url)
        code = listener.wait(begun.state, _PATIENCE_SECONDS, work)
    return authoriser.finish_authorisation(access, begun, code)


def _keep(context: Context, used: Connector, token: Token | None) -> None:
    now = context.clock.now()
    stored = StoredTokens(context, used.id)
    account = {"account": token.account} if token else {}

    def keep(writing: Writing) -> None:
        if token is None:
            tokens.give_another_chance(writing, used.id)
        else:
            stored.keep(writing, token)
        present = rows.connector(writing, used.id)
        fresh = replace(present, health=Health.UNKNOWN, health_code="", health_params={})
        rows.change_connector(writing, fresh)
        job_rows.wake(writing, used.id, now)
        happening = Happening("connector.authorised", {"connector": used.name}, connector_id=used.id)
        record(context, writing, happening, {}, dict(account))

    context.store.write(keep)
