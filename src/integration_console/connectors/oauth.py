"""OAuth 2 token endpoints: grants asked for, answers read, refusals turned into errors that know no secret.

RFC 6749 (grants and their errors), RFC 7636 (PKCE), RFC 7523 (JWT bearer), RFC 8252 (programs on a desktop).
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from integration_console.connectors.answers import Answer
from integration_console.connectors.http_client import HttpClient
from integration_console.domain.access import Authorisation, Token
from integration_console.domain.clock import Clock, SystemClock
from integration_console.domain.errors import (
    AuthorisationLost,
    PermissionMissing,
    RateLimited,
    RemoteError,
    RequestRefused,
    ServerFailed,
    SignInRefused,
)

JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_WORD = re.compile(r"[a-z0-9_]{1,64}")
_LONGEST_LIFE = timedelta(days=3650)


@dataclass(frozen=True, slots=True)
class OAuthClient:
    """A client as the provider registered it, and where its tokens come from; its text form shows no secret.

    With `basic` it shows its secret in the header (RFC 6749 2.3.1), otherwise among the form's fields.
    """

    token_address: str
    client_id: str
    client_secret: str = field(default="", repr=False)
    basic: bool = False


@dataclass(frozen=True, slots=True)
class TokenRefusal:
    """What a token endpoint refused (RFC 6749 5.2); `clock_offset` is ours less the provider's, where it told."""

    host: str
    status: int
    word: str
    grant: str
    clock_offset: timedelta | None = None


def standard_refusal(refusal: TokenRefusal) -> RemoteError:
    """Return the error for a provider that has no words of its own."""
    if refusal.word == "invalid_grant" and refusal.grant == "refresh_token":
        return AuthorisationLost(host=refusal.host, reason=refusal.word)
    if refusal.word in ("invalid_client", "unauthorized_client", "invalid_grant"):
        return SignInRefused(host=refusal.host, status=refusal.status)
    if refusal.word in ("invalid_scope", "access_denied"):
        return PermissionMissing(host=refusal.host, status=refusal.status)
    return RequestRefused(host=refusal.host, status=refusal.status)


class TokenEndpoint:
    """Asks for tokens on behalf of one client; nothing is ever tried twice, since a code or a token may be used up.

    `refusal` turns the endpoint's refusals into errors, so that a connector type may have its own.
    """

    def __init__(
        self,
        http: HttpClient,
        client: OAuthClient,
        *,
        refusal: Callable[[TokenRefusal], RemoteError] = standard_refusal,
        clock: Clock | None = None,
    ) -> None:
        self._http = http
        self._client = client
        self._refusal = refusal
        self._clock = clock or SystemClock()

    def exchange_code(self, begun: Authorisation, code: str) -> Token:
        """Return the tokens for an authorisation code (RFC 6749 4.1.3, RFC 7636 4.5). Raises `RemoteError`."""
        return self._ask("authorization_code", code=code, code_verifier=begun.verifier, redirect_uri=begun.redirect_uri)

    def refresh(self, token: Token) -> Token:
        """Return the next token (RFC 6749 6); what the answer does not name stays. Raises `RemoteError`."""
        fresh = self._ask("refresh_token", refresh_token=token.refresh)
        return replace(
            fresh,
            refresh=fresh.refresh or token.refresh,
            scopes=fresh.scopes or token.scopes,
            account=fresh.account or token.account,
            refresh_expires_at=fresh.refresh_expires_at or token.refresh_expires_at,
        )

    def client_credentials(self, scopes: Sequence[str] = (), **more: str) -> Token:
        """Return a token for the client itself (RFC 6749 4.4); `more` are the provider's own fields."""
        named = {"scope": " ".join(scopes)} if scopes else {}
        return self._ask("client_credentials", **named, **more)

    def jwt_bearer(self, assertion: str) -> Token:
        """Return a token for a signed assertion (RFC 7523 2.1)."""
        return self._ask(JWT_BEARER, assertion=assertion)

    def _ask(self, grant: str, **fields: str) -> Token:
        form = {"grant_type": grant, **fields}
        headers = {"Accept": "application/json"}
        if self._client.basic:
            shown = f"{self._client.client_id}:{self._client.client_secret}"
            headers["Authorization"] = f"Basic {base64.b64encode(shown.encode()).decode()}"
        elif self._client.client_id:
            form["client_id"] = self._client.client_id
            if self._client.client_secret:
                form["client_secret"] = self._client.client_secret
        answer = self._http.post_form(self._client.token_address, form, headers=headers)
        return self._token(answer, grant)

    def _token(self, answer: Answer, grant: str) -> Token:
        now = self._clock.now()
        content = answer.json_object()
        if answer.status != HTTPStatus.OK:
            raise self._error(answer, content or {}, grant)
        access = (content or {}).get("access_token")
        if content is None or not isinstance(access, str) or not access:
            raise answer.unexpected()
        return Token(
            access=access,
            refresh=_text(content.get("refresh_token")),
            expires_at=_end(now, content.get("expires_in")),
            scopes=tuple(_text(content.get("scope")).split()),
            account=_account(_text(content.get("id_token"))),
            refresh_expires_at=_end(now, content.get("refresh_token_expires_in")),
        )

    def _error(self, answer: Answer, content: Mapping[str, Any], grant: str) -> RemoteError:
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            return RateLimited(host=answer.host, seconds=answer.pause_seconds)
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return ServerFailed(host=answer.host, status=answer.status)
        word = content.get("error")
        if not isinstance(word, str) or not _WORD.fullmatch(word):
            return answer.unexpected()
        offset = clock_offset(answer, self._clock.now())
        return self._refusal(TokenRefusal(answer.host, answer.status, word, grant, offset))


def begin_authorisation(
    address: str, client_id: str, scopes: Sequence[str], redirect_uri: str, more: Mapping[str, str]
) -> Authorisation:
    """Return the address to open in the browser, with state and PKCE S256; `more` are the provider's own fields."""
    verifier, state = secrets.token_urlsafe(64), secrets.token_urlsafe(32)
    digest = hashlib.sha256(verifier.encode()).digest()
    query = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": redirect_uri,
        "scope": " ".join(scopes),
        "state": state,
        "code_challenge": _base64url(digest),
        "code_challenge_method": "S256",
        **more,
    }
    separator = "&" if "?" in address else "?"
    return Authorisation(f"{address}{separator}{urlencode(query)}", state, verifier, redirect_uri)


def signed_assertion(claims: Mapping[str, Any], private_key_pem: str, key_id: str = "") -> str:
    """Return `claims` as a JWT signed with RS256 (RFC 7515). Raises `ValueError` for what is no RSA key."""
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415 - only service accounts sign
    from cryptography.hazmat.primitives.asymmetric import padding, rsa  # noqa: PLC0415 - the same

    try:
        key = serialization.load_pem_private_key(private_key_pem.encode(), password=None)
    except (ValueError, TypeError):
        key = None
    if isinstance(key, rsa.RSAPrivateKey):
        header = {"alg": "RS256", "typ": "JWT", **({"kid": key_id} if key_id else {})}
        signed = f"{_base64url(json.dumps(header).encode())}.{_base64url(json.dumps(dict(claims)).encode())}"
        signature = key.sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256())
        return f"{signed}.{_base64url(signature)}"
    raise ValueError("not an RSA private key")


def clock_offset(answer: Answer, now: datetime) -> timedelta | None:
    """Return how far `now` is ahead of the provider's Date header (RFC 9110 6.6.1); None where it tells none."""
    try:
        theirs = parsedate_to_datetime(answer.headers.get("date", ""))
    except ValueError:
        return None
    return now - (theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC))


def _end(now: datetime, seconds: Any) -> datetime | None:  # noqa: ANN401 - the JSON border
    """Return when a life of `seconds` ends; some providers write the number as a text."""
    if isinstance(seconds, str) and seconds.isascii() and seconds.isdigit():
        seconds = int(seconds[:12])
    if not isinstance(seconds, int | float) or isinstance(seconds, bool) or seconds < 0:
        return None
    return now + min(timedelta(seconds=min(seconds, _LONGEST_LIFE.total_seconds())), _LONGEST_LIFE)


def _account(id_token: str) -> str:
    """Return the address in an ID token that came straight from the endpoint (OpenID Connect Core 3.1.3.7, 6)."""
    parts = id_token.split(".")
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (ValueError, IndexError):
        return ""
    return _text(claims.get("email"))[:200] if isinstance(claims, dict) else ""


def _text(value: Any) -> str:  # noqa: ANN401 - the JSON border
    return value if isinstance(value, str) else ""


def _base64url(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
