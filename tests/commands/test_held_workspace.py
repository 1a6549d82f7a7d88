"""Commands while another program holds the workspace: they look themselves, and ask the holder to act."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from integration_console.connectors.slack import SlackConnectorType
from integration_console.domain.connectors import ConnectorDraft
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.gateways.opening import OpenWorkspace
from integration_console.operations import connectors, webhooks
from integration_console.operations.organisations import OneOrganisation
from integration_console.sandbox import SlackSandbox
from integration_console.service.server import Listening, ReceiverServer
from integration_console.settings import Settings
from tests.builders import opened_workspace
from tests.commands.conftest import Outcome, Service


@pytest.fixture
def holder(settings: Settings, slack: SlackSandbox) -> Iterator[OpenWorkspace]:
    """Another program with the workspace open, which has one connector."""
    types = {"slack": SlackConnectorType(base_url=slack.base_url)}
    with opened_workspace(settings.data_folder, key_folder=settings.key_folder, own_types=types) as opened:
        values = {"token": slack.token, "channel": "#general", "base_url": slack.base_url}
        connectors.save_connector(opened.context, ConnectorDraft("slack", "Ops", values))
        yield opened


@pytest.fixture
def receiving_holder(holder: OpenWorkspace) -> Iterator[ReceiverServer]:
    """The same, with its receiver running."""
    server = ReceiverServer(OneOrganisation(holder.context), Listening("127.0.0.1", 0, 1000, 10), holder.token)
    server.start()
    holder.announce_port(server.port)
    yield server
    server.stop()


def names_the_holder(outcome: Outcome) -> bool:
    return outcome.code == 2 and outcome.err.startswith(f"tests (process {os.getpid()}) has this workspace open")


def test_looking_needs_no_holder(service: Service, holder: OpenWorkspace) -> None:
    assert [each["name"] for each in service("connectors", "list", "--json").json] == ["Ops"]
    assert service("logs", "search", "connector:Ops", "--json").json["event_type"] == "connector.created"


@pytest.mark.parametrize(
    "command",
    [
        ["connectors", "remove", "Ops"],
        ["connectors", "deactivate", "Ops"],
        ["connectors", "check", "Ops"],
        ["connectors", "act", "Ops", "notify", "--text", "x"],
        ["webhooks", "add", "--name", "Repo", "--scheme", "github"],
        ["migrate"],
        ["serve", "--port", "0"],
    ],
    ids=" ".join,
)
def test_what_changes_the_workspace_names_the_holder(
    service: Service, holder: OpenWorkspace, command: list[str]
) -> None:
    assert names_the_holder(service(*command))


def test_adding_names_the_holder_before_secrets_are_asked_for(
    service: Service, holder: OpenWorkspace, token_file: str
) -> None:
    assert names_the_holder(
        service("connectors", "add", "slack", "--name", "Two", "--set", token_file, "--set", "channel=#x")
    )


def test_a_passphrase_file_is_not_needed_to_look(service: Service, holder: OpenWorkspace, token_file: str) -> None:
    looked = service("--passphrase-file", token_file.removeprefix("token=@"), "connectors", "list", "--json")
    assert (looked.code, len(looked.json)) == (0, 1)


def test_the_holder_sends_the_message(service: Service, receiving_holder: ReceiverServer, slack: SlackSandbox) -> None:
    sent = service("connectors", "act", "Ops", "notify", "--text", "by the holder", "--json")
    assert (sent.code, [each.text for each in slack.messages]) == (0, ["by the holder"])
    assert sent.json["reference"] == slack.messages[0].ts


def test_an_error_of_the_holder_comes_back_as_it_was(
    service: Service, receiving_holder: ReceiverServer, slack: SlackSandbox
) -> None:
    slack.weather("invalid_auth")
    failed = service("connectors", "act", "Ops", "notify", "--text", "x", "--json")
    assert (failed.code, failed.error["code"]) == (1, "slack.sign_in")


def test_input_that_the_holder_refuses_is_wrong_use(service: Service, receiving_holder: ReceiverServer) -> None:
    refused = service("webhooks", "add", "--name", " ", "--scheme", "github", "--json")
    fields = [each["field"] for each in refused.error["errors"]]
    assert (refused.code, refused.error["code"]) == (2, "input.invalid")
    assert fields == ["name"]


def test_the_address_of_a_webhook_is_the_holder_s(
    service: Service, receiving_holder: ReceiverServer, holder: OpenWorkspace
) -> None:
    webhooks.save_webhook(holder.context, WebhookDraft("Repo", Scheme.GITHUB))
    (row,) = service("webhooks", "list", "--json").json
    assert row["url"].startswith(f"http://127.0.0.1:{receiving_holder.port}/")
