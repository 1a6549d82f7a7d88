"""How a Google connector comes by its tokens: a person's consent, or a service account's signature."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from integration_console.connectors.google.refusals import token_refusal
from integration_console.connectors.google.service_key import ServiceKey
from integration_console.connectors.google.settings import GoogleSettings
from integration_console.connectors.google.surface import WIDER_SCOPES
from integration_console.connectors.http import HttpClients
from integration_console.connectors.oauth import OAuthClient, TokenEndpoint, begin_authorisation, signed_assertion
from integration_console.domain.access import Authorisation, Token
from integration_console.domain.clock import Clock
from integration_console.domain.errors import GoogleKeyUnusable, GoogleScopeMissing, NotAuthorisedYet

_LIFE_SECONDS = 3600
_IDENTITY = ("openid", "email")
_Answer = TypeVar("_Answer")


class GoogleGrants:
    """Asks Google's token endpoint in the way that the settings say."""

    def __init__(self, settings: GoogleSettings, http: HttpClients, clock: Clock) -> None:
        self._settings = settings
        self._http = http
        self._clock = clock

    def begin(self, redirect_uri: str) -> Authorisation | None:
        """Return what to open in the browser; a service account needs no person.

        Offline access and a renewed consent are what makes Google give a refresh token each time.
        """
        google = self._settings
        if google.is_service_account:
            return None
        more = {"access_type": "offline", "prompt": "consent"}
        scopes = (*_IDENTITY, *google.scopes)
        return begin_authorisation(google.authorisation_address, google.client_id, scopes, redirect_uri, more)

    def finish(self, begun: Authorisation, code: str) -> Token:
        """Return the tokens for a code. Raises `GoogleScopeMissing` where a box was unticked, `RemoteError`."""
        token = self._asked(lambda endpoint: endpoint.exchange_code(begun, code))
        refuse_missing_scopes(token, self._settings)
        return token

    def renew(self, token: Token | None) -> Token:
        """Return the next token. Raises `NotAuthorisedYet`, `GoogleAccessLost`, `RemoteError`."""
        if self._settings.is_service_account:
            assertion = self._assertion()
            return self._asked(lambda endpoint: endpoint.jwt_bearer(assertion))
        if token is None or not token.refresh:
            raise NotAuthorisedYet(name="Google Workspace")
        return self._asked(lambda endpoint: endpoint.refresh(token))

    def _asked(self, question: Callable[[TokenEndpoint], _Answer]) -> _Answer:
        google = self._settings
        client = OAuthClient(google.token_address, google.client_id, google.client_secret)
        if google.is_service_account:
            client = OAuthClient(google.token_address, "")
        with self._http.client(
            google.token_address,
            google.timeout_seconds,
            private_network=google.private_network,
            bucket=google.account_key,
        ) as http:
            refusal = partial(token_refusal, settings=google)
            return question(TokenEndpoint(http, client, refusal=refusal, clock=self._clock))

    def _assertion(self) -> str:
        """Return the claims of a service account, signed (developers.google.com, "OAuth 2.0 for Server to Server")."""
        google = self._settings
        key = ServiceKey.read(google.service_key)
        now = int(self._clock.now().timestamp())
        claims = {
            "iss": key.email,
            "scope": " ".join(google.scopes),
            "aud": google.token_address,
            "iat": now,
            "exp": now + _LIFE_SECONDS,
            **({"sub": google.delegated_user} if google.delegated_user else {}),
        }
        try:
            return signed_assertion(claims, key.private_key, key.key_id)
        except ValueError:
            pass
        raise GoogleKeyUnusable


def refuse_missing_scopes(token: Token, settings: GoogleSettings) -> None:
    """Raise `GoogleScopeMissing` for the first scope that was not granted; a token that names none is not judged."""
    granted = frozenset(token.scopes)
    for scope in settings.scopes if granted else ():
        if not granted & WIDER_SCOPES[scope]:
            raise GoogleScopeMissing(scope=scope, reason="scope")
