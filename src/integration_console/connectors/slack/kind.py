"""The connector type `slack`: its form, its check, its channels, and sending a message."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from integration_console.connectors.http import HttpClients
from integration_console.connectors.http_client import HttpClient
from integration_console.connectors.slack.channels import CHANNELS, channel_pages
from integration_console.connectors.slack.checks import SlackChecks
from integration_console.connectors.slack.form import API_ADDRESS, HOOK, own_problems, slack_type
from integration_console.connectors.slack.payload import payload_of
from integration_console.connectors.slack.refusals import api_content, hook_accepted
from integration_console.connectors.slack.settings import SlackSettings
from integration_console.connectors.stages import run_steps
from integration_console.domain.access import Access
from integration_console.domain.connectors import CheckStage, Message, Receipt, Stage, StageOutcome
from integration_console.domain.errors import FieldProblem, InvalidInput, SyncUnavailable
from integration_console.domain.forms import Value
from integration_console.domain.streams import Page, Stream, SyncRequest
from integration_console.domain.work import Work


class SlackConnectorType:
    """Sends to Slack by `chat.postMessage` with a bot token, or to a Slack hook URL; a bot token lists the channels.

    `base_url` is the API's address that the form proposes (the sandbox's, when the console is tried out).
    """

    def __init__(self, http: HttpClients | None = None, *, base_url: str = API_ADDRESS) -> None:
        self.description = slack_type(base_url)
        self._http = http or HttpClients()

    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        """Return what is wrong with a filled form: the form's own rules, and those it cannot say."""
        form = self.description.form
        found = form.problems(values, stored_secrets)
        fields = {problem.field for problem in found}
        return (*found, *(each for each in own_problems(form, values) if each.field not in fields))

    def check(self, access: Access, work: Work) -> Iterator[CheckStage]:
        """Yield the stages of a check one by one, stopping at the first that fails.

        Nothing is ever posted to a channel. Slack has no call that tests a hook, so an empty message is sent to it:
        a living hook refuses that with 400 `no_text` or `invalid_payload`, a revoked one with 403 or 404 `no_service`.
        """
        found = self.problems(access.settings)
        if found:
            yield CheckStage(Stage.NAME, StageOutcome.FAILED, error=InvalidInput(*found))
            return
        with SlackChecks(self._read(access.settings), self._http) as checks:
            yield from run_steps(checks.steps(), work)

    def notify(self, access: Access, message: Message, reference: str) -> Receipt:
        """Send `message`; `reference` is our correlation id. Raises `RemoteError`, `InvalidInput`."""
        found = self.problems(access.settings)
        if found:
            raise InvalidInput(*found)
        slack = self._read(access.settings)
        body = payload_of(message, slack, reference)
        return self._post_to_hook(slack, message, body) if slack.uses_hook else self._post(slack, message, body)

    def streams(self, settings: Mapping[str, Value]) -> tuple[Stream, ...]:
        """Return the channels for a bot token; a hook URL knows none."""
        hook = self.description.form.with_defaults(settings).get("method") == HOOK
        return () if hook else (CHANNELS,)

    def sync(self, access: Access, request: SyncRequest, work: Work) -> Iterator[Page]:
        """Yield the pages of channels. Raises `RemoteError`, `InvalidInput`, `SyncUnavailable`."""
        found = self.problems(access.settings)
        if found:
            raise InvalidInput(*found)
        if request.stream not in {each.key for each in self.streams(access.settings)}:
            raise SyncUnavailable(name=self.description.title, what=request.stream)
        slack = self._read(access.settings)
        with self._client(slack, slack.base_url, CHANNELS.key) as client:
            yield from channel_pages(client, slack, request, work)

    def _post(self, slack: SlackSettings, message: Message, body: bytes) -> Receipt:
        channel = message.channel or slack.channel
        with self._client(slack, slack.base_url, channel) as client:
            answer = client.post_json(f"{slack.base_url}/chat.postMessage", body, bearer=slack.token)
        content = api_content(answer, channel)
        return Receipt(channel=str(content.get("channel") or channel)[:80], reference=str(content.get("ts") or "")[:80])

    def _post_to_hook(self, slack: SlackSettings, message: Message, body: bytes) -> Receipt:
        with self._client(slack, slack.hook_url, "") as client:
            hook_accepted(client.post_json(slack.hook_url, body), message.channel)
        return Receipt(channel=message.channel)

    def _client(self, slack: SlackSettings, address: str, channel: str) -> HttpClient:
        """Return a client whose pauses count for one channel: Slack limits posts for each by itself."""
        account = hashlib.sha256(f"{slack.token}{slack.hook_url}".encode()).hexdigest()[:16]
        return self._http.client(
            address, slack.timeout_seconds, private_network=slack.private_network, bucket=f"{account} {channel}"
        )

    def _read(self, settings: Mapping[str, Value]) -> SlackSettings:
        return SlackSettings.read(self.description.form.with_defaults(settings))
