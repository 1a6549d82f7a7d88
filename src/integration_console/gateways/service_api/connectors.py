"""Connectors, through the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.access import Preview
from integration_console.domain.connectors import (
    BrokenType,
    CheckReport,
    CheckStage,
    Connector,
    ConnectorType,
    Receipt,
)
from integration_console.domain.errors import NotThroughService
from integration_console.domain.wire import from_wire
from integration_console.gateways.service_api.door import ServiceDoor, at

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.connectors import ConnectorDraft, Message
    from integration_console.domain.wire import Json
    from integration_console.domain.work import Work


class ServiceConnectors(ServiceDoor):
    """Connectors of a remote workspace."""

    def connector_types(self) -> tuple[ConnectorType, ...]:
        """Return the installed types, by title."""
        found: tuple[ConnectorType, ...] = self._client.ask("GET", at("/connector-types"), tuple[ConnectorType, ...])
        return found

    def broken_types(self) -> tuple[BrokenType, ...]:
        """Return the types that cannot be used."""
        found: tuple[BrokenType, ...] = self._client.ask("GET", at("/connector-types/broken"), tuple[BrokenType, ...])
        return found

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors, by name."""
        found: tuple[Connector, ...] = self._client.ask("GET", at("/connectors"), tuple[Connector, ...])
        return found

    def connector(self, connector_id: str) -> Connector:
        """Return one connector."""
        found: Connector = self._client.ask("GET", at("/connectors/{}", connector_id), Connector)
        return found

    def save_connector(self, draft: ConnectorDraft) -> Connector:
        """Add or change a connector."""
        method, path = ("PUT", at("/connectors/{}", draft.id)) if draft.id else ("POST", at("/connectors"))
        saved: Connector = self._client.ask(method, path, Connector, draft)
        return saved

    def check_connector(self, connector_id: str, work: Work, stage_done: Callable[[CheckStage], None]) -> CheckReport:
        """Check a stored connector; the service does it."""
        return self._checked(at("/connectors/{}/check", connector_id), None, work, stage_done)

    def check_draft(self, draft: ConnectorDraft, work: Work, stage_done: Callable[[CheckStage], None]) -> CheckReport:
        """Check a connector as it is filled in; the service does it."""
        return self._checked(at("/connectors/check"), draft, work, stage_done)

    def preview(self, draft: ConnectorDraft, limit: int) -> Preview:
        """Return the first records that a connector would bring."""
        found: Preview = self._client.ask("POST", at("/connectors/preview"), Preview, draft, {"limit": limit})
        return found

    def authorise(self, connector_id: str, open_browser: Callable[[str], None], work: Work) -> Connector:
        """Let a person grant access in the browser, where the service runs on this very machine.

        The browser brings its answer to the machine on which the service runs: elsewhere `NotThroughService` is raised.
        """
        if not self._client.is_local:
            raise NotThroughService(host=self._client.host)

        def heard(name: str, value: Json) -> None:
            if name == "open":
                open_browser(value)

        answer = self._worked("POST", at("/connectors/{}/authorise", connector_id), work, heard)
        found: Connector = from_wire(Connector, answer)
        return found

    def switch_connector(self, connector_id: str, *, active: bool) -> Connector:
        """Activate or deactivate a connector."""
        path = at("/connectors/{}/active", connector_id)
        switched: Connector = self._client.ask("PUT", path, Connector, {"active": active})
        return switched

    def notify(self, connector_id: str, message: Message) -> Receipt:
        """Send a message."""
        receipt: Receipt = self._client.ask("POST", at("/connectors/{}/messages", connector_id), Receipt, message)
        return receipt

    def remove_connector(self, connector_id: str) -> None:
        """Remove a connector."""
        self._client.ask("DELETE", at("/connectors/{}", connector_id), None)

    def _checked(
        self, path: str, draft: ConnectorDraft | None, work: Work, stage_done: Callable[[CheckStage], None]
    ) -> CheckReport:
        def heard(name: str, value: Json) -> None:
            if name == "stage":
                stage_done(from_wire(CheckStage, value))

        report: CheckReport = from_wire(CheckReport, self._worked("POST", path, work, heard, body=draft))
        return report
