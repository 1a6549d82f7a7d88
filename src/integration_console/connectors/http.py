"""The one place where HTTP clients come from: time limits, size limits, no redirects, nothing secret in any error."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from integration_console import __version__
from integration_console.connectors.governor import RateGovernor
from integration_console.connectors.http_client import HttpClient, Manners, origin_of
from integration_console.connectors.network import Network, Resolver, system_resolver
from integration_console.connectors.route import proxy_for

if TYPE_CHECKING:
    import httpx

ANSWER_LIMIT = 16 * 1024 * 1024
USER_AGENT = f"IntegrationConsole/{__version__}"
_FOREIGN_LOGGERS = ("httpx", "httpcore")


def no_guard() -> None:
    """Allow every network call: what a program does that keeps no transactions."""


class HttpClients:
    """Gives each conversation with an outside system its client, all bound by the same rules.

    `transport` replaces the network in tests; `network_guard` is called before every call (the
    programs assert there that no transaction is open); `trust` replaces the certificates to trust;
    `resolver` replaces the system's way from names to addresses.
    """

    def __init__(
        self,
        *,
        transport: httpx.BaseTransport | None = None,
        network_guard: Callable[[], None] = no_guard,
        answer_limit: int = ANSWER_LIMIT,
        trust: ssl.SSLContext | None = None,
        resolver: Resolver = system_resolver,
    ) -> None:
        self.network_guard = network_guard
        self.governor = RateGovernor()
        self.network = Network(resolver)
        self._transport = transport
        self._answer_limit = answer_limit
        self._trust = trust
        for name in _FOREIGN_LOGGERS:  # they write whole addresses and headers, secrets included
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)

    @cached_property
    def trust(self) -> ssl.SSLContext:
        """The certificates to trust: the system's own (a company's authority is there) and Mozilla's list."""
        if self._trust is not None:
            return self._trust
        import certifi  # noqa: PLC0415 - only needed once a connection is made

        context = ssl.create_default_context()
        context.load_verify_locations(certifi.where())
        return context

    def client(
        self, address: str, timeout_seconds: float, *, private_network: bool = False, bucket: str = ""
    ) -> HttpClient:
        """Return a client for `address`; each of its calls ends within `timeout_seconds`.

        Addresses that are not public are refused unless the connector allows its `private_network`. `bucket` names
        the account (never by a secret in clear), where one system counts the calls of each by itself.
        """
        import httpx  # noqa: PLC0415 - 0.2 s, which the window's first painting does not wait for

        parts = urlsplit(address)
        foreign = httpx.Client(
            transport=self._transport or self._line_to(address, private_network=private_network),
            timeout=timeout_seconds,
            follow_redirects=False,
            trust_env=False,
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"},
        )
        manners = Manners(
            parts.hostname or "",
            timeout_seconds,
            self._answer_limit,
            f"{parts.scheme}://{parts.netloc.rpartition('@')[2]} {bucket}",
            origin_of(address),
        )
        return HttpClient(foreign, manners, self.governor, self.network_guard)

    def _line_to(self, address: str, *, private_network: bool) -> httpx.BaseTransport:
        from integration_console.connectors import transport  # noqa: PLC0415 - as httpx itself, see `client`

        trust = self.trust if address.startswith("https:") else None
        proxy = proxy_for(address)
        if proxy is None:
            return transport.guarded(self.network, trust, private_network=private_network)
        return transport.proxied(self.network, trust, proxy, address, private_network=private_network)
