"""Whether the program runs, and whether it can do its work: for whoever watches over it."""

from __future__ import annotations

from dataclasses import dataclass

from integration_console.domain.errors import NotReady, VaultLocked
from integration_console.service.api.callers import Service
from integration_console.service.api.routes import Routes, Serving
from integration_console.storage import logs as log_rows

routes = Routes("health", prefix="")


@dataclass(frozen=True, slots=True)
class Alive:
    """How the program does."""

    status: str


@routes.public("GET", "/livez")
def livez() -> Alive:
    """Say that the program runs."""
    return Alive("alive")


@routes.public("GET", "/readyz")
def readyz(service: Serving) -> Alive:
    """Say whether the database answers, the writer writes and the secrets are open; 503 says which does not."""
    _require_ready(service)
    return Alive("ready")


def _require_ready(service: Service) -> None:
    store, vault = service.context.store, service.context.vault
    store.read(log_rows.newest_position)
    trouble = store.trouble or service.receiver().trouble
    if trouble is not None:
        raise NotReady(reason=trouble.title.rstrip("."))
    if not vault.unlocked:
        why = f" ({vault.place_trouble.title})" if vault.place_trouble else ""
        raise NotReady(reason=VaultLocked().title.rstrip(".") + why)
