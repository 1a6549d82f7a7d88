"""The sign-in of a Google in miniature: a consent page, a token endpoint, service accounts."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from integration_console.sandbox.google_refusals import TokenRefused
from integration_console.sandbox.web import Reply, json_reply, text_reply

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
SERVICE_EMAIL = "robot@sandbox.iam.gserviceaccount.com"
_LONGEST_ASSERTION = 3600
_TOLERANCE = 300


@dataclass(slots=True)
class _Grant:
    """What a code or a token stands for."""

    scopes: tuple[str, ...]
    challenge: str = ""
    redirect_uri: str = ""
    ends: float = 0.0


@dataclass(slots=True)
class SignInHouse:
    """Who may enter, and by which token; the switches may be turned while it runs.

    `consents` is whether the person in front of the browser allows the access, `unticked` the scopes whose box was left
    empty, `life_seconds` how long an access token lasts, `refresh_life_seconds` is told where it is not 0 (“Testing”).
    """

    account: str
    now: Callable[[], float]
    client_id: str = "sandbox.apps.googleusercontent.com"
    client_secret: str = "GOCSPX-sandbox-secret"  # noqa: S105 - opens nothing but the sandbox
    consents: bool = True
    unticked: frozenset[str] = frozenset()
    life_seconds: int = 3600
    refresh_life_seconds: int = 0
    delegated_users: frozenset[str] = frozenset()
    token_address: str = ""
    refreshes: int = 0
    """How many times a refresh token was shown, good or not."""
    grants_of: dict[str, int] = field(default_factory=dict)
    """How many times each kind of grant was asked for."""
    _codes: dict[str, _Grant] = field(default_factory=dict)
    _refresh: dict[str, _Grant] = field(default_factory=dict)
    _access: dict[str, _Grant] = field(default_factory=dict)
    _private_key: RSAPrivateKey | None = None

    def revoke(self) -> None:
        """Let the person take the access back: all tokens end, those for renewal too."""
        self._access.clear()
        self._refresh.clear()

    def end_access_tokens(self) -> None:
        """Let the access tokens end before their time."""
        self._access.clear()

    def scopes_of(self, token: str) -> tuple[str, ...] | None:
        """Return what an access token may do; None where it is not good."""
        grant = self._access.get(token)
        return grant.scopes if grant is not None and self.now() < grant.ends else None

    def page(self, fields: Mapping[str, Any]) -> Reply:
        """Answer the browser: lead it back with a code, or with the word of refusal."""
        redirect = str(fields.get("redirect_uri") or "")
        if fields.get("client_id") != self.client_id:
            return text_reply("<h1>Error 401: invalid_client</h1>", 401, "text/html; charset=utf-8")
        if urlsplit(redirect).hostname != "127.0.0.1":
            return text_reply("<h1>Error 400: redirect_uri_mismatch</h1>", 400, "text/html; charset=utf-8")
        state = {"state": str(fields.get("state") or "")}
        if not self.consents:
            return _led_back(redirect, {"error": "access_denied", **state})
        wanted = str(fields.get("scope") or "").split()
        code = f"4/{secrets.token_urlsafe(24)}"
        granted = tuple(scope for scope in wanted if scope not in self.unticked)
        self._codes[code] = _Grant(granted, str(fields.get("code_challenge") or ""), redirect)
        return _led_back(redirect, {**state, "code": code, "scope": " ".join(granted)})

    def token(self, fields: Mapping[str, Any]) -> Reply:
        """Answer the token endpoint."""
        grant = str(fields.get("grant_type") or "")
        self.grants_of[grant] = self.grants_of.get(grant, 0) + 1
        try:
            if grant == JWT_BEARER:
                return json_reply(self._for_service_account(str(fields.get("assertion") or "")))
            if fields.get("client_id") != self.client_id or fields.get("client_secret") != self.client_secret:
                raise TokenRefused("invalid_client", "The OAuth client was not found.", 401)
            if grant == "authorization_code":
                return json_reply(self._for_code(fields))
            if grant == "refresh_token":
                return json_reply(self._for_refresh(str(fields.get("refresh_token") or "")))
            raise TokenRefused("unsupported_grant_type", f"Invalid grant_type: {escape(grant)}")
        except TokenRefused as refused:
            return refused.reply

    def service_key(self) -> str:
        """Return the key file of the sandbox's service account, as Google would give it; made when first wanted."""
        return _key_file(self._key(), self.token_address)

    def _for_code(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        grant = self._codes.pop(str(fields.get("code") or ""), None)
        if grant is None:
            raise TokenRefused("invalid_grant", "Malformed auth code.")
        if fields.get("redirect_uri") != grant.redirect_uri:
            raise TokenRefused("redirect_uri_mismatch", "Bad Request")
        digest = hashlib.sha256(str(fields.get("code_verifier") or "").encode()).digest()
        if _base64url(digest) != grant.challenge:
            raise TokenRefused("invalid_grant", "Invalid code verifier.")
        refresh = f"1//{secrets.token_urlsafe(24)}"
        self._refresh[refresh] = grant
        claims = _base64url(json.dumps({"email": self.account}).encode())
        more = {"refresh_token_expires_in": self.refresh_life_seconds} if self.refresh_life_seconds else {}
        return {**self._fresh(grant.scopes), "refresh_token": refresh, "id_token": f"e30.{claims}.sandbox", **more}

    def _for_refresh(self, refresh: str) -> dict[str, Any]:
        self.refreshes += 1
        grant = self._refresh.get(refresh)
        if grant is None:
            raise TokenRefused("invalid_grant", "Token has been expired or revoked.")
        return self._fresh(grant.scopes)

    def _for_service_account(self, assertion: str) -> dict[str, Any]:
        claims = self._verified(assertion)
        if claims.get("iss") != SERVICE_EMAIL or claims.get("aud") != self.token_address:
            raise TokenRefused("invalid_grant", "Invalid grant: account not found")
        start, end = claims.get("iat", 0), claims.get("exp", 0)
        late = end < self.now() or start > self.now() + _TOLERANCE
        if late or end - start > _LONGEST_ASSERTION:
            raise TokenRefused("invalid_grant", "Invalid JWT: Token must be a short-lived token (60 minutes).")
        user = claims.get("sub")
        if user and user not in self.delegated_users:
            raise TokenRefused("unauthorized_client", "Client is unauthorized to retrieve access tokens.", 401)
        fresh = self._fresh(tuple(str(claims.get("scope") or "").split()))
        return {name: value for name, value in fresh.items() if name != "scope"}  # Google names none here

    def _verified(self, assertion: str) -> dict[str, Any]:
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - only service accounts sign
        from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - the same
        from cryptography.hazmat.primitives.asymmetric import padding  # noqa: PLC0415 - the same

        signed, _, signature = assertion.rpartition(".")
        try:
            key = self._key().public_key()
            key.verify(_decoded(signature), signed.encode(), padding.PKCS1v15(), hashes.SHA256())
            claims = json.loads(_decoded(signed.partition(".")[2]))
        except (InvalidSignature, ValueError):
            raise TokenRefused("invalid_grant", "Invalid JWT Signature.") from None
        return claims if isinstance(claims, dict) else {}

    def _fresh(self, scopes: tuple[str, ...]) -> dict[str, Any]:
        token = f"ya29.{secrets.token_urlsafe(24)}"
        self._access[token] = _Grant(scopes, ends=self.now() + self.life_seconds)
        return {
            "access_token": token,
            "expires_in": self.life_seconds,
            "scope": " ".join(scopes),
            "token_type": "Bearer",
        }

    def _key(self) -> RSAPrivateKey:
        from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: PLC0415 - only service accounts sign

        if self._private_key is None:
            self._private_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        return self._private_key


def _key_file(key: RSAPrivateKey, token_address: str) -> str:
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - only service accounts sign

    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return json.dumps(
        {
            "type": "service_account",
            "project_id": "sandbox",
            "private_key_id": "sandbox-key-1",
            "private_key": pem.decode(),
            "client_email": SERVICE_EMAIL,
            "client_id": "100000000000000000001",
            "token_uri": token_address,
        }
    )


def _led_back(redirect: str, query: Mapping[str, str]) -> Reply:
    return Reply(302, headers={"Location": f"{redirect}?{urlencode(query)}"})


def _base64url(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
