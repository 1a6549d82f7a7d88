"""Where the refresh token of a person lies between two starts of the program: the system keyring, or nowhere."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, ClassVar, Protocol

import platformdirs
from filelock import FileLock

from integration_console.storage.key_places import system_keyring

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCK_SECONDS = 15.0
_SERVICE = "integration-console sign-in"


class RefreshTokens(Protocol):
    """Keeps one refresh token; `lasts`: beyond the end of the program."""

    lasts: ClassVar[bool]

    def alone(self) -> AbstractContextManager[None]:
        """Keep every other program from reading the token while this one changes it for the next."""

    def read(self) -> str:
        """Return the token ("": there is none)."""

    def write(self, token: str) -> None:
        """Keep the token instead of the one before ("": keep none)."""


class RememberedRefreshToken:
    """A refresh token that is forgotten when the program ends."""

    lasts: ClassVar[bool] = False

    def __init__(self, token: str = "") -> None:
        """Begin with a token, or none."""
        self._token = token

    def alone(self) -> AbstractContextManager[None]:
        """Let no one wait: no other program knows the token."""
        return nullcontext()

    def read(self) -> str:
        """Return the token."""
        return self._token

    def write(self, token: str) -> None:
        """Keep the token."""
        self._token = token


class KeyringRefreshToken:
    """The refresh token of a service in the keyring of the operating system, with the login that it belongs to.

    Never to be called on the window's thread.
    """

    lasts: ClassVar[bool] = True

    def __init__(self, base_url: str, login: str = "") -> None:
        """Keep the token of `login` at the service `base_url` ("": of whoever signed in there last)."""
        self._base_url = base_url
        self._login = login

    @property
    def login(self) -> str:
        """Whose token it is, once it was read."""
        return self._login

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let one program at a time use the token: one that is used twice ends the sign-in everywhere."""
        with ExitStack() as stack:
            with suppress(OSError):  # without a place for the lock, and where somebody holds it for too long
                folder = platformdirs.user_state_path("integration-console", appauthor=False, ensure_exists=True)
                stack.enter_context(FileLock(folder / "sign-in.lock", timeout=_LOCK_SECONDS))
            yield

    def read(self) -> str:
        """Return the token. Raises `KeyringUnavailable`."""
        with system_keyring() as keyring:
            kept = keyring.get_password(_SERVICE, self._base_url) or ""
        login, _, token = kept.rpartition(" ")
        if self._login and login != self._login:
            return ""
        self._login = login
        return token

    def write(self, token: str) -> None:
        """Keep the token. Raises `KeyringUnavailable`."""
        with system_keyring() as keyring:
            keyring.set_password(_SERVICE, self._base_url, f"{self._login} {token}" if token else "")
