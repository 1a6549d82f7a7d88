"""Looks over the way to a service: does it answer, can it work, who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.errors import ConsoleError
from integration_console.gateways.doctor import Finding, Level
from integration_console.gateways.service_api.client import ServiceClient
from integration_console.gateways.service_api.credentials import FixedToken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from integration_console.gateways.places import ServiceAddress
    from integration_console.gateways.service_api.signing_in import Asking, ServiceAccess


def examine_service(address: ServiceAddress, access: ServiceAccess, ask: Asking) -> tuple[Finding, ...]:
    """Return what every check found; what lies behind the service, its own `doctor` looks over."""
    return tuple(_findings(address, access, ask))


def _findings(address: ServiceAddress, access: ServiceAccess, ask: Asking) -> Iterator[Finding]:
    reachable = _tried("reachable", f"The service answers at {address}.", lambda: _ask(address, access, "/livez"))
    yield reachable
    if reachable.level is Level.WRONG:
        return
    yield _tried("ready", "The service can work.", lambda: _ask(address, access, "/readyz"))
    try:
        with access.opened(address, ask) as gateway:
            yield Finding("sign-in", Level.GOOD, f"You are signed in to {gateway.workspace().name}.")
    except ConsoleError as error:
        yield Finding("sign-in", Level.WRONG, error.title, error.advice)


def _ask(address: ServiceAddress, access: ServiceAccess, path: str) -> None:
    client = ServiceClient(address.base_url, FixedToken(""), trust=access.trust())
    try:
        client.ask("GET", path, None)
    finally:
        client.close()


def _tried(check: str, sentence: str, work: Callable[[], None]) -> Finding:
    try:
        work()
    except ConsoleError as error:
        return Finding(check, Level.WRONG, error.title, error.advice)
    return Finding(check, Level.GOOD, sentence)
