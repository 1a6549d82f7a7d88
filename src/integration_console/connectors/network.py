"""Guards against requests smuggled into private networks: names are resolved once, and what is checked is used.

The address forms, the mixed answers and the rebinding that this stands against: OWASP, "Server-Side Request Forgery
Prevention". However an address is written (127.1, 0x7f.1, 2130706433, a name that points inwards), it is turned into
plain addresses first, each of them is looked at, and the connection goes to one of these very addresses; nothing is
resolved a second time.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any

import httpcore

from integration_console.domain.errors import AddressForbidden, HostNotFound

Place = tuple[socket.AddressFamily, Any]
"""A family and a socket address of it."""
Resolver = Callable[[str, int], list[Place]]

_IP = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def system_resolver(host: str, port: int) -> list[Place]:
    """Return the places that the system knows for a name or a number in any form. Raises `OSError`, `UnicodeError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(family, place) for family, _, _, _, place in found]


def number_of(host: str) -> str:
    """Return the IPv4 address that `host` writes as a number in any form (127.1, 0x7f.1, 2130706433), "" if none."""
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except (OSError, UnicodeError):
        return ""


def is_public(text: str) -> bool:
    """Return whether an address is on the public internet, and so is each address that is wrapped in it."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return all(each.is_global and not each.is_multicast and not each.is_reserved for each in _unwrapped(address))


class Network:
    """Finds addresses and refuses those that a connector may not talk to."""

    def __init__(self, resolver: Resolver = system_resolver) -> None:
        """Look names up with `resolver`."""
        self._resolver = resolver

    def places(self, host: str, port: int, *, private_network: bool) -> list[Place]:
        """Return where `host` is. Raises `HostNotFound`; `AddressForbidden` as soon as one of them is not public."""
        number = number_of(host)
        try:
            found = [(socket.AF_INET, (number, port))] if number else self._resolver(host, port)
        except (OSError, UnicodeError):
            found = []
        if not found:
            raise HostNotFound(host=host)
        hidden = next((place for _, place in found if not is_public(str(place[0]))), None)
        if hidden is not None and not private_network:
            raise AddressForbidden(host=host, address=str(hidden[0]))
        return found


class GuardedBackend(httpcore.NetworkBackend):
    """Makes connections for the HTTP library, only to places that were looked at."""

    def __init__(self, network: Network, *, private_network: bool) -> None:
        """Look at places as `network` does."""
        self._network = network
        self._private_network = private_network
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first place of `host` that answers; `timeout` is for all together.

        Raises `AddressForbidden`, `HostNotFound`.
        """
        ends = None if timeout is None else monotonic() + timeout
        places = self._network.places(host, port, private_network=self._private_network)
        last: Exception = httpcore.ConnectTimeout()
        for _, place in places:
            left = None if ends is None else ends - monotonic()
            if left is not None and left <= 0:
                break
            try:
                return self._plain.connect_tcp(str(place[0]), port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
        raise last

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Refuse: no connector speaks to a socket file."""
        del timeout, socket_options
        raise AddressForbidden(host=path, address="unix")


def _unwrapped(address: _IP) -> list[_IP]:
    """Return the address and the IPv4 addresses that IPv6 forms of transition carry (RFC 4291, 3056, 4380, 6052)."""
    found: list[_IP] = [address]
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return [address.ipv4_mapped]
        if address.sixtofour:
            found.append(address.sixtofour)
        if address.teredo:
            found.extend(address.teredo)
        if address in _NAT64:
            return [ipaddress.IPv4Address(address.packed[-4:])]
    return found
