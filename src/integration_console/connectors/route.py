"""The way to an address: straight, or by the proxy that the person's system names."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies, proxy_bypass

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Route:
    """Where the first connection towards an address goes."""

    host: str
    port: int
    tls: bool
    proxied: bool


def route_to(address: str) -> Route:
    """Return where to connect for `address`: the host itself, or the proxy in front of it."""
    target = urlsplit(address)
    proxy = proxy_for(address)
    if proxy is None:
        return Route(target.hostname or "", _port(target), tls=target.scheme == "https", proxied=False)
    parts = urlsplit(proxy)
    return Route(parts.hostname or "", _port(parts), tls=False, proxied=True)


def proxy_for(address: str) -> str | None:
    """Return the proxy's address, or None for a straight connection; this machine is always reached straight."""
    target = urlsplit(address)
    host = target.hostname or ""
    proxies = getproxies()
    proxy = proxies.get(target.scheme) or proxies.get("all")
    if not proxy or _is_this_machine(host) or proxy_bypass(host):
        return None
    whole = proxy if "://" in proxy else f"http://{proxy}"
    return whole if urlsplit(whole).scheme in _PORTS else None


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS.get(parts.scheme, 80)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
