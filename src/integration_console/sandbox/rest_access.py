"""Who may read a REST API in miniature: a key, a token, a password, or OAuth 2 without a person."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_urlsafe

from integration_console.sandbox.web import Reply, Request, json_reply


@dataclass(frozen=True, slots=True)
class RestCredentials:
    """What opens the sandbox, and nothing else."""

    api_key: str = "sandbox-api-key-0123456789"
    bearer: str = "sandbox-bearer-token-0123456789"
    username: str = "reader"
    password: str = "sandbox-password"  # noqa: S105 - opens nothing but the sandbox
    client_id: str = "sandbox-client"
    client_secret: str = "sandbox-client-secret"  # noqa: S105 - the same
    refresh_token: str = "sandbox-refresh-token-0"  # noqa: S105 - the same


@dataclass(slots=True)
class RestDoor:
    """Looks at credentials and hands out access tokens; refresh tokens rotate: each works once.

    `open_to_all` lets everybody in, `token_seconds` is the life of an access token, `tokens_given` counts them.
    """

    clock: Callable[[], datetime]
    credentials: RestCredentials = field(default_factory=RestCredentials)
    open_to_all: bool = False
    token_seconds: int = 3600
    tokens_given: int = 0
    _tokens: dict[str, datetime] = field(default_factory=dict)
    _refresh: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._refresh.add(self.credentials.refresh_token)

    def admits(self, request: Request) -> bool:
        """Return whether the request has credentials that are good in one of the ways."""
        if self.open_to_all:
            return True
        known = self.credentials
        keys = (request.headers.get("x-api-key"), request.fields.get("api_key"))
        shown = request.headers.get("authorization", "")
        basic = base64.b64encode(f"{known.username}:{known.password}".encode()).decode()
        good = (f"Bearer {known.bearer}", f"Token {known.api_key}", f"Basic {basic}")
        return known.api_key in keys or shown in good or self._lives(shown.removeprefix("Bearer "))

    def expire_tokens(self) -> None:
        """Let every access token be refused from now on."""
        self._tokens.clear()

    def revoke(self) -> None:
        """Let every access token and every refresh token be refused from now on."""
        self._tokens.clear()
        self._refresh.clear()

    def token(self, request: Request) -> Reply:
        """Answer a request for a token (RFC 6749 4.4, 5, 6)."""
        fields = request.fields
        if not self._is_client(request):
            return json_reply({"error": "invalid_client"}, 401)
        grant = fields.get("grant_type")
        if grant == "client_credentials":
            return json_reply(self._given())
        if grant != "refresh_token":
            return json_reply({"error": "unsupported_grant_type"}, 400)
        if fields.get("refresh_token") not in self._refresh:
            return json_reply({"error": "invalid_grant"}, 400)
        self._refresh.discard(fields["refresh_token"])
        following = f"sandbox-refresh-token-{self.tokens_given + 1}"
        self._refresh.add(following)
        return json_reply({**self._given(), "refresh_token": following})

    def _is_client(self, request: Request) -> bool:
        known, fields = self.credentials, request.fields
        basic = base64.b64encode(f"{known.client_id}:{known.client_secret}".encode()).decode()
        shown = (fields.get("client_id"), fields.get("client_secret"))
        return request.headers.get("authorization") == f"Basic {basic}" or shown == (
            known.client_id,
            known.client_secret,
        )

    def _given(self) -> dict[str, str | int]:
        self.tokens_given += 1
        token = token_urlsafe(24)
        self._tokens[token] = self.clock() + timedelta(seconds=self.token_seconds)
        return {"access_token": token, "token_type": "Bearer", "expires_in": self.token_seconds}

    def _lives(self, token: str) -> bool:
        ends = self._tokens.get(token)
        return ends is not None and self.clock() < ends
