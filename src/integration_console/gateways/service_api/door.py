"""What stands behind every subject of the remote gateway: one conversation with the service."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from integration_console.domain.errors import ConnectionBroken

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.wire import Json
    from integration_console.domain.work import Work
    from integration_console.gateways.service_api.client import ServiceClient


class ServiceDoor:
    """What stands behind every subject."""

    def __init__(self, client: ServiceClient) -> None:
        """Ask by `client`."""
        self._client = client

    def can(self, permission: str, scope: str = "") -> bool:
        """Return whether the one who asks may do this, as the service has last told; asks nobody."""
        return self._client.rights.allows(permission, scope)

    def refusal(self, permission: str, scope: str = "") -> ConsoleError | None:
        """Return why the one who asks may not do this, as the service has last told; None: it is allowed."""
        return self._client.rights.refusal(permission, scope)

    def _worked(self, method: str, path: str, work: Work, heard: Callable[[str, Json], None], **sent: Json) -> Json:
        """Return the answer of long work; `heard` is told each step. Raises `Cancelled`, and the service stops, too."""
        for name, value in self._client.lines(method, path, **sent):
            work.stop_if_cancelled()
            if name == "answer":
                return value
            if name:
                heard(name, value)
        raise ConnectionBroken(host=self._client.host)


def at(path: str, *parts: str) -> str:
    """Return a path of the API with ids filled in, whatever they hold."""
    return "/api/v1" + path.format(*(quote(each, safe="") for each in parts))
