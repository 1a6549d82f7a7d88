"""The way from a program that only looks at a file to the program that holds it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from integration_console.gateways.service_api.client import ServiceClient
from integration_console.gateways.service_api.credentials import FixedToken
from integration_console.gateways.service_api.gateway import ServiceApiGateway
from integration_console.storage.holder import current_holder, held_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class HolderDoor:
    """Where the holder of a file can be spoken to, now."""

    def __init__(self, path: Path) -> None:
        """Look for the holder of `path` each time anew: it may change."""
        self._held_path = path

    @contextmanager
    def _holder(self) -> Iterator[ServiceApiGateway]:
        """Give the holder's own door. Raises `WorkspaceHeld` while the holder cannot be spoken to."""
        note = current_holder(self._held_path)
        if note is None or note.port == 0:
            raise held_error(self._held_path)
        gateway = ServiceApiGateway(ServiceClient(note.base_url, FixedToken(note.token), name=note.program))
        try:
            yield gateway
        finally:
            gateway.close()
