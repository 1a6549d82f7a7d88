"""Finds out who asks: a credential is held against each kind of caller in turn, and gives a context of its own."""

from __future__ import annotations

import hmac
import ipaddress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from integration_console.domain.callers import Caller, CallerKind, RequestFacts
from integration_console.domain.errors import NotAuthorised, PermissionDenied
from integration_console.domain.permissions import ALL_RIGHTS, Rights
from integration_console.operations import api_key_checks, sign_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from starlette.requests import Request

    from integration_console.domain.workspace import ReceiverState
    from integration_console.operations.context import Context
    from integration_console.service.api.broker import Broker

    Authenticator = Callable[[Context, str, RequestFacts], Caller | None]

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
AUTHENTICATORS: tuple[Authenticator, ...] = (sign_in.authenticate, api_key_checks.authenticate)
"""Each returns the caller that a credential stands for, None for what is not of its kind, or raises."""
_LONGEST_AGENT = 200


@dataclass(frozen=True, slots=True)
class Service:
    """What the API works on: a workspace, the token of its holder, how receiving goes, who listens."""

    context: Context
    token: str = field(repr=False)
    receiver: Callable[[], ReceiverState]
    broker: Broker
    trusted_proxies: tuple[Network, ...] = ()

    def caller(self, credential: str, facts: RequestFacts) -> Caller:
        """Return who asks. Raises `NotAuthorised`, or what the kind of credential refuses with."""
        if self.token and hmac.compare_digest(credential.encode(), self.token.encode()):
            return Caller(CallerKind.HOLDER, "", self.context.actor, ALL_RIGHTS)
        for authenticate in AUTHENTICATORS:
            found = authenticate(self.context, credential, facts)
            if found is not None:
                return found
        raise NotAuthorised

    def asking(self, credential: str, facts: RequestFacts, permission: str) -> tuple[Caller, Context]:
        """Return who asks, and the context in which that one works.

        Raises `PermissionDenied` already here where nothing of the kind is granted: what was sent is not looked at.
        """
        caller = self.caller(credential, facts)
        if not any(each.permission == permission for each in caller.rights.grants):
            raise PermissionDenied(permission=permission)
        return caller, sign_in.context_of(self.context, caller)

    def unproven(self) -> Context:
        """Return the context of somebody of whom nothing is known: nothing is granted."""
        return replace(self.context, rights=Rights(), actor="-")


def credential_of(request: Request) -> str:
    """Return the bearer credential of a request. Raises `NotAuthorised`."""
    scheme, _, credential = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not credential.strip():
        raise NotAuthorised
    return credential.strip()


def facts_of(request: Request, template: str, trusted: Sequence[Network]) -> RequestFacts:
    """Return what is known of a request; `template` is the path of its route."""
    peer = request.client.host if request.client else ""
    forwarded = request.headers.get("x-forwarded-for", "")
    agent = request.headers.get("user-agent", "")[:_LONGEST_AGENT]
    return RequestFacts(address_of(peer, forwarded, trusted), f"{request.method} {template}", agent)


def address_of(peer: str, forwarded: str, trusted: Sequence[Network]) -> str:
    """Return where a request comes from: what the last proxy that is trusted says of the one before it.

    X-Forwarded-For is read from its end, and only as far as trusted proxies wrote it; anybody can send the rest.
    """
    hops = [each.strip() for each in forwarded.split(",") if each.strip()]
    address = peer
    while hops and _is_in(address, trusted) and _is_address(hops[-1]):
        address = hops.pop()
    return address


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _is_in(address: str, networks: Sequence[Network]) -> bool:
    return _is_address(address) and any(ipaddress.ip_address(address) in each for each in networks)
