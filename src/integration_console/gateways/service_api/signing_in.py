"""How a program comes to a service: by a token that it was given, by an earlier sign-in, or by asking a person."""

from __future__ import annotations

import ssl
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from integration_console.domain.errors import (
    AuthorityUnreadable,
    ConsoleError,
    NotAuthorised,
    PasswordChangeNeeded,
    SignInNeeded,
    TokenRefused,
)
from integration_console.gateways.service_api.gateway import RemoteWorkspace, opened_by_token
from integration_console.gateways.service_api.refresh_tokens import KeyringRefreshToken, RememberedRefreshToken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from integration_console.domain.sign_in import SignInWish
    from integration_console.gateways.service_api.address import ServiceAddress
    from integration_console.gateways.service_api.gateway import ServiceApiGateway
    from integration_console.gateways.service_api.refresh_tokens import RefreshTokens

_UNAUTHORISED: Final = 401


class Asking(Protocol):
    """Asks a person; every answer is "" where nobody can be asked."""

    def login(self, address: ServiceAddress) -> str:
        """Return who signs in."""

    def password(self, address: ServiceAddress, login: str) -> str:
        """Return the password."""

    def new_password(self) -> str:
        """Return what is to replace a one-time password."""


@dataclass(frozen=True, slots=True)
class ServiceAccess:
    """How services are spoken to from this machine: a token instead of a person, a private certificate authority."""

    token: str = field(default="", repr=False)
    authority: Path | None = None

    def trust(self) -> ssl.SSLContext | None:
        """Return what knows certificates (None: the system alone). Raises `AuthorityUnreadable`."""
        if self.authority is None:
            return None
        context = ssl.create_default_context()
        try:
            context.load_verify_locations(self.authority)
        except OSError as error:  # SSLError is one, too
            raise AuthorityUnreadable(path=str(self.authority)) from error
        return context

    @contextmanager
    def opened(self, address: ServiceAddress, ask: Asking) -> Iterator[ServiceApiGateway]:
        """Give the door of a service: by the token, by the sign-in that the keyring keeps, or by asking a person.

        Who was asked is signed out again after the block.
        """
        if self.token:
            with ExitStack() as stack:
                try:
                    gateway = stack.enter_context(opened_by_token(address.base_url, self.token, trust=self.trust()))
                except NotAuthorised as error:
                    raise TokenRefused(host=address.host) from error
                yield gateway
            return
        try:
            kept = self.resumed(address)
        except ConsoleError as error:
            if error.http_status != _UNAUTHORISED:
                raise
            refusal = error
        else:
            with _closing(kept):
                yield kept.gateway
            return
        asked = RemoteWorkspace(address.base_url, RememberedRefreshToken(), self.trust())
        with _closing(asked):
            if not _signed_in(asked, address, ask):
                raise refusal
            try:
                yield asked.gateway
            finally:
                with suppress(ConsoleError):
                    asked.sign_out()

    def resumed(self, address: ServiceAddress) -> RemoteWorkspace:
        """Go on with the sign-in that the keyring keeps. Raises `SignInNeeded`, or what the service refuses with."""
        remote = RemoteWorkspace(address.base_url, KeyringRefreshToken(address.base_url, address.login), self.trust())
        with _closed_if_refused(remote):
            remote.resume()
        return remote

    def signed_in(self, address: ServiceAddress, wish: SignInWish) -> RemoteWorkspace:
        """Sign a person in. Raises `SignInFailed`, `PasswordChangeNeeded`."""
        remote = RemoteWorkspace(address.base_url, kept_by(address, wish), self.trust())
        with _closed_if_refused(remote):
            remote.sign_in(wish.login, wish.password, wish.new_password)
        return remote

    def sign_in(self, address: ServiceAddress, ask: Asking) -> str:
        """Let a person sign in, and keep it in the keyring; return the login. Raises `KeyringUnavailable`."""
        login = address.login or ask.login(address)
        kept = KeyringRefreshToken(address.base_url, login)
        kept.read()  # before anybody types anything
        remote = RemoteWorkspace(address.base_url, kept, self.trust())
        with _closing(remote):
            if not _signed_in(remote, address, ask, login):
                raise SignInNeeded(host=address.host)
        return login

    def sign_out(self, address: ServiceAddress) -> str:
        """End the sign-in that the keyring keeps, here and at the service; return whose it was ("": nobody's)."""
        kept = KeyringRefreshToken(address.base_url, address.login)
        if not kept.read():
            return ""
        remote = RemoteWorkspace(address.base_url, kept, self.trust())
        with _closing(remote):
            remote.sign_out()
        return kept.login


@contextmanager
def _closing(remote: RemoteWorkspace) -> Iterator[None]:
    """End the conversations after the block."""
    try:
        yield
    finally:
        remote.close()


@contextmanager
def _closed_if_refused(remote: RemoteWorkspace) -> Iterator[None]:
    try:
        yield
    except ConsoleError:
        remote.close()
        raise


def kept_by(address: ServiceAddress, wish: SignInWish) -> RefreshTokens:
    """Return where the sign-in of a person is kept: as long as they wish."""
    return KeyringRefreshToken(address.base_url, wish.login) if wish.stays else RememberedRefreshToken()


def _signed_in(remote: RemoteWorkspace, address: ServiceAddress, ask: Asking, login: str = "") -> bool:
    """Ask a person and sign in; False: nobody can be asked."""
    login = login or address.login or ask.login(address)
    password = ask.password(address, login) if login else ""
    if not password:
        return False
    try:
        remote.sign_in(login, password)
    except PasswordChangeNeeded:
        chosen = ask.new_password()
        if not chosen:
            raise
        remote.sign_in(login, password, chosen)
    return True
