"""The first three stages of every check: find the address, connect, check the certificate."""

from __future__ import annotations

import contextlib
import socket
import ssl
from time import monotonic
from typing import Self
from urllib.parse import urlsplit

from integration_console.connectors.http import HttpClients
from integration_console.connectors.network import Place
from integration_console.connectors.route import route_to
from integration_console.connectors.stages import Skipped, Step
from integration_console.domain.connectors import Stage
from integration_console.domain.errors import ConnectionRefused, RemoteError, TlsFailed

_SHOWN_ADDRESSES = 3


class Reachability:
    """Tries the way to an address with bare sockets; use it in a `with` statement."""

    def __init__(
        self, address: str, http: HttpClients, timeout_seconds: float, *, private_network: bool = False
    ) -> None:
        self._host = urlsplit(address).hostname or ""
        self._route = route_to(address)
        self._http = http
        self._timeout_seconds = timeout_seconds
        self._private_network = private_network
        self._places: tuple[Place, ...] = ()
        self._connection: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._connection is not None:
            self._connection.close()

    def steps(self) -> tuple[Step, ...]:
        """Return the stages for `run_steps`."""
        return (
            (Stage.NAME, self.find_address),
            (Stage.CONNECTION, self.connect),
            (Stage.TLS, self.check_certificate),
        )

    def find_address(self) -> str:
        """Return the addresses that the name has. Raises `HostNotFound`, `AddressForbidden`."""
        self._http.network_guard()
        may_be_private = self._private_network or self._route.proxied  # a company's proxy stands in its own network
        found = self._http.network.places(self._route.host, self._route.port, private_network=may_be_private)
        self._places = tuple(found)
        shown = dict.fromkeys(str(place[0]) for _, place in self._places)
        return ", ".join(tuple(shown)[:_SHOWN_ADDRESSES])

    def connect(self) -> str:
        """Connect to the first address that answers; the time limit is for all together. Raises `ConnectionRefused`."""
        self._http.network_guard()
        ends = monotonic() + self._timeout_seconds
        for family, place in self._places:
            left = ends - monotonic()
            if left <= 0:
                break
            connection = socket.socket(family, socket.SOCK_STREAM)
            connection.settimeout(left)
            try:
                connection.connect(place)
            except OSError:
                connection.close()
                continue
            self._connection = connection
            return f"[{place[0]}]:{place[1]}" if family == socket.AF_INET6 else f"{place[0]}:{place[1]}"
        raise ConnectionRefused(host=self._route.host)

    def check_certificate(self) -> str:
        """Return the version of TLS. Raises `TlsFailed`, `ConnectionRefused`; skipped where there is no TLS to see."""
        if not self._route.tls or self._connection is None:
            raise Skipped
        # A proxy's tunnel is left to the sign-in stage, whose client opens it.
        plain, self._connection = self._connection, None
        with contextlib.closing(plain):
            return self._handshake(plain)

    def _handshake(self, plain: socket.socket) -> str:
        try:
            with self._http.trust.wrap_socket(plain, server_hostname=self._host) as secured:
                return secured.version() or ""
        except (ssl.SSLError, ssl.CertificateError):
            failure: RemoteError = TlsFailed(host=self._host)
        except (OSError, ValueError):
            failure = ConnectionRefused(host=self._host)
        raise failure
