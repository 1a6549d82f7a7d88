"""The outside systems in miniature beside a program: started together, and proposed by new connectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from integration_console.connectors.api import ApiConnectorType
from integration_console.connectors.custom import CustomConnectorType
from integration_console.connectors.google import GoogleConnectorType
from integration_console.connectors.google.addresses import GoogleAddresses
from integration_console.connectors.http import HttpClients
from integration_console.connectors.odoo import OdooConnectorType
from integration_console.connectors.slack import SlackConnectorType
from integration_console.gateways.opening import open_workspace
from integration_console.sandbox import GoogleSandbox, OdooSandbox, RestSandbox, SlackSandbox
from integration_console.sandbox.day_of_log import day_of_log
from integration_console.storage.log_rows import append_entries
from integration_console.storage.transaction import refuse_open_transaction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from integration_console.domain.connectors import ConnectorKind
    from integration_console.gateways.opening import Opening

_EMPLOYEES, _FILES, _EVENTS, _ITEMS = 5_000, 2_000, 120, 1_000


class TryingOut:
    """A Slack, an Odoo, a Google and a REST API that live on this machine, as long as the `with` statement lasts."""

    def __init__(self, *, employees: int = _EMPLOYEES, files: int = _FILES, events: int = _EVENTS) -> None:
        """Let the Odoo have so many employees, the Google so many files and events."""
        self.rest = RestSandbox(items=_ITEMS)
        self.slack = SlackSandbox()
        self.odoo = OdooSandbox(employees=employees)
        self.google = GoogleSandbox(files=files, events=events)

    def __enter__(self) -> Self:
        """Start them all."""
        for each in (self.slack, self.odoo, self.google, self.rest):
            each.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop them all."""
        for each in (self.rest, self.google, self.odoo, self.slack):
            each.stop()

    def connector_types(self) -> Mapping[str, ConnectorKind]:
        """Return connector types that propose the addresses of these systems."""
        http = HttpClients(network_guard=refuse_open_transaction)
        google = self.google
        addresses = GoogleAddresses(google.base_url, google.authorisation_address, google.token_address)
        return {
            "slack": SlackConnectorType(http, base_url=self.slack.base_url),
            "odoo": OdooConnectorType(http, base_url=self.odoo.base_url),
            "google_workspace": GoogleConnectorType(http, addresses=addresses),
            "api": ApiConnectorType(http, base_url=self.rest.base_url),
            "custom": CustomConnectorType(http, base_url=self.rest.base_url),
        }

    def sign_in_details(self) -> Mapping[str, Mapping[str, str]]:
        """Return what to type to sign in at each; it opens nothing else."""
        google = self.google.sign_in
        rest = self.rest.credentials
        return {
            "Slack": {"address": self.slack.base_url, "bot token": self.slack.token},
            "Odoo": {
                "address": self.odoo.base_url,
                "login": self.odoo.login,
                "password": self.odoo.password,
                "API key": self.odoo.api_key,
            },
            "Google": {
                "address": self.google.base_url,
                "client ID": google.client_id,
                "client secret": google.client_secret,
            },
            "REST API": {
                "address": self.rest.base_url,
                "path": "/people",
                "list of records": "items",
                "bearer token": rest.bearer,
                "API key (X-Api-Key)": rest.api_key,
                "user name": rest.username,
                "password": rest.password,
                "address for tokens": self.rest.token_address,
                "client ID": rest.client_id,
                "client secret": rest.client_secret,
            },
        }


def live_through_a_day(opening: Opening) -> int:
    """Make a workspace with the log of the day before now, and close it; return how many entries it holds."""
    opened = open_workspace(opening)
    try:
        drafts = day_of_log(opening.clock.now())
        opened.context.store.write(lambda writing: append_entries(writing, drafts))
    finally:
        opened.close()
    return len(drafts)
