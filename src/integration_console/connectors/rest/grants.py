"""How a REST source's OAuth 2 tokens come about: by the client's own credentials, or by a refresh token."""

from __future__ import annotations

from threading import Lock

from integration_console.connectors.http import HttpClients
from integration_console.connectors.oauth import OAuthClient, TokenEndpoint
from integration_console.connectors.rest.description import Grant, RestDescription
from integration_console.domain.access import Token
from integration_console.domain.clock import Clock
from integration_console.domain.errors import AuthorisationLost


class Successors:
    """Which refresh token came after the one that a person entered, for as long as the program runs.

    Many providers let each refresh token work once: one that a test or a preview has used before the connector was
    saved would be worth nothing afterwards.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], str] = {}
        self._lock = Lock()

    def note(self, client: OAuthClient, entered: str, successor: str) -> None:
        """Remember the newest one."""
        with self._lock:
            self._known[client.token_address, client.client_id, entered] = successor

    def newest(self, client: OAuthClient, entered: str) -> str:
        """Return the newest one; the `entered` one where nothing came after it."""
        with self._lock:
            return self._known.get((client.token_address, client.client_id, entered), entered)


class RestGrants:
    """Asks the token endpoint in the way that a description says."""

    def __init__(
        self, description: RestDescription, http: HttpClients, clock: Clock, successors: Successors | None = None
    ) -> None:
        self._description = description
        self._http = http
        self._clock = clock
        self._successors = successors or Successors()
        self._client = description.sign_in.client or OAuthClient(description.base_url, "")

    def renew(self, token: Token | None) -> Token:
        """Return the next token. Raises `AuthorisationLost`, `RemoteError`.

        A provider may hand out a new refresh token each time: the newest goes before the one in the settings, which is
        tried again once the newest is worth nothing, since a person may have entered a new one.
        """
        with self._http.client(
            self._client.token_address,
            self._description.timeout_seconds,
            private_network=self._description.private_network,
            bucket=f"tokens {self._description.account}",
        ) as http:
            endpoint = TokenEndpoint(http, self._client, clock=self._clock)
            if self._description.sign_in.grant is Grant.CLIENT_CREDENTIALS:
                return endpoint.client_credentials(self._description.sign_in.scopes)
            return self._refreshed(endpoint, token or Token(access=""))

    def _refreshed(self, endpoint: TokenEndpoint, token: Token) -> Token:
        entered = self._description.sign_in.refresh_token
        known = filter(None, (token.refresh, self._successors.newest(self._client, entered)))
        *earlier, last = dict.fromkeys([*known, entered])
        for refresh in earlier:
            try:
                return self._noted(entered, endpoint.refresh(Token("", refresh)))
            except AuthorisationLost:
                continue
        return self._noted(entered, endpoint.refresh(Token("", last)))

    def _noted(self, entered: str, token: Token) -> Token:
        self._successors.note(self._client, entered, token.refresh)
        return token
