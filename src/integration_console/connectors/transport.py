"""The lines that HTTP goes over: straight to addresses that were looked at, or by the proxy that the system names."""

from __future__ import annotations

import ssl
from urllib.parse import urlsplit

import httpcore
import httpx

from integration_console.connectors.network import GuardedBackend, Network, number_of


def guarded(network: Network, trust: ssl.SSLContext | None, *, private_network: bool) -> httpx.BaseTransport:
    """Return a line that connects only where `network` allows."""
    return _GuardedTransport(trust, network, private_network=private_network)


def proxied(
    network: Network, trust: ssl.SSLContext | None, proxy: str, address: str, *, private_network: bool
) -> httpx.BaseTransport:
    """Return a line by `proxy`, which resolves names itself; an address that is a number is looked at here.

    Raises `AddressForbidden`.
    """
    host = (urlsplit(address).hostname or "").rstrip(".")  # a number with a dot behind it is one, too
    if number_of(host) or ":" in host:
        network.places(host, 0, private_network=private_network)
    return httpx.HTTPTransport(verify=trust or False, trust_env=False, proxy=proxy)


class _GuardedTransport(httpx.HTTPTransport):
    """httpx's own transport over a pool that makes its connections through the guard."""

    def __init__(self, trust: ssl.SSLContext | None, network: Network, *, private_network: bool) -> None:
        super().__init__(verify=trust or False, trust_env=False)
        self._pool.close()
        self._pool = httpcore.ConnectionPool(
            ssl_context=trust,
            max_connections=1,
            keepalive_expiry=5.0,
            network_backend=GuardedBackend(network, private_network=private_network),
        )
