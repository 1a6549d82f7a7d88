"""What a program shows the service: a token that stays, or a person's, which is renewed silently."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from integration_console.domain.errors import KeyringUnavailable, SignInNeeded
from integration_console.domain.sign_in import SignedIn

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.gateways.service_api.refresh_tokens import RefreshTokens

    Ask = Callable[[str, object], SignedIn]
    """Posts a wish to a path that needs no credential, and returns the pair of tokens."""


class Credential(Protocol):
    """Proves who asks."""

    def token(self) -> str:
        """Return what goes behind `Bearer`. Raises `SignInNeeded`."""

    def renewed(self, refused: str) -> bool:
        """Return whether there is another one, now that the service has refused this one."""


class FixedToken:
    """The token of a file's holder, or an API key."""

    def __init__(self, token: str) -> None:
        """Show `token`."""
        self._token = token

    def token(self) -> str:
        """Return the token."""
        return self._token

    def renewed(self, refused: str) -> bool:
        """There is no other."""
        del refused
        return False


class PersonSignIn:
    """A person: the access token lies in memory alone, the refresh token where `kept` keeps it."""

    def __init__(self, host: str, kept: RefreshTokens) -> None:
        """Begin signed out, or signed in since an earlier time."""
        self._host = host
        self._kept = kept
        self._access = ""
        self._lock = threading.Lock()
        self._ask: Ask | None = None

    def connect(self, ask: Ask) -> None:
        """Renew by `ask` from now on."""
        self._ask = ask

    def sign_in(self, login: str, password: str, new_password: str = "") -> SignedIn:
        """Sign in, with `new_password` in place of a one-time one. Raises `SignInFailed`, `PasswordChangeNeeded`."""
        wish = {"login": login, "password": password}
        if new_password:
            return self._take(self._asked("/api/v1/password", {**wish, "new_password": new_password}))
        return self._take(self._asked("/api/v1/sign-in", wish))

    @property
    def stays(self) -> bool:
        """Whether the refresh token outlasts the program."""
        return self._kept.lasts

    def keep_in(self, kept: RefreshTokens) -> None:
        """Keep the refresh tokens of the next sign-in elsewhere."""
        with self._lock:
            self._kept = kept

    def take_refresh_token(self) -> str:
        """Forget everything, and return the refresh token that was there, so that the service forgets it too."""
        with self._lock:
            token = self._kept.read()
            self._access = ""
            self._kept.write("")
            return token

    def token(self) -> str:
        """Return the access token; the first time of a start, one is fetched. Raises `SignInNeeded`."""
        if not self._access and not self.renewed(""):
            raise SignInNeeded(host=self._host)
        return self._access

    def renewed(self, refused: str) -> bool:
        """Fetch the next pair of tokens, unless another thread has just done so."""
        with self._lock, self._kept.alone():
            if self._access != refused:
                return bool(self._access)
            token = ""
            with suppress(KeyringUnavailable):
                token = self._kept.read()
            if not token:
                return False
            self._take(self._asked("/api/v1/refresh", {"refresh_token": token}))
            return True

    def _asked(self, path: str, wish: object) -> SignedIn:
        assert self._ask is not None  # noqa: S101 - the client connects it
        return self._ask(path, wish)

    def _take(self, pair: SignedIn) -> SignedIn:
        self._access = pair.access_token
        with suppress(KeyringUnavailable):  # then the person signs in again at the next start
            self._kept.write(pair.refresh_token)
        return pair
