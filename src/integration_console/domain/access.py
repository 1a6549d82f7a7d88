"""What a connector type is given to talk to its outside system: settings with secrets opened, tokens, stored events."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from integration_console.domain.errors import FieldProblem
    from integration_console.domain.forms import Value


@dataclass(frozen=True, slots=True)
class Token:
    """An OAuth 2 access token with what came along; its text form shows no secret.

    `expires_at` is None for a token without a known end; `refresh` is empty where none was given (client credentials).
    `refresh_expires_at` is the end of the refresh token itself, where the provider tells it.
    """

    access: str = field(repr=False)
    refresh: str = field(default="", repr=False)
    expires_at: datetime | None = None
    scopes: tuple[str, ...] = ()
    account: str = ""
    refresh_expires_at: datetime | None = None


class Tokens(Protocol):
    """The tokens of one connector, kept sealed; whoever needs a new one, it is asked for exactly once."""

    def current(self) -> Token | None:
        """Return the stored token, good or not (None: there is none yet). Raises `VaultLocked`."""

    def good(self, renew: Callable[[Token | None], Token], *, refused: str = "") -> Token:
        """Return a token that is good for another minute.

        `renew` takes the stored token and asks the provider for the next one. Of all who need it, in all threads and
        programs, only the one that wins a short lease calls it, with no transaction open; the others wait for its
        outcome. `refused` is an access token that the provider has just turned down, however long it seemed to last.
        Raises what `renew` raised; `AuthorisationLost` stops every later call until the connector is authorised again.
        """


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event that a webhook received, with its place in the order of commits."""

    position: int
    id: str
    event_type: str
    received_at: datetime
    body: bytes = field(repr=False)


class Events(Protocol):
    """The events that this workspace has received, for connectors whose source is a webhook of ours."""

    def after(self, webhook_id: str, position: int, limit: int) -> tuple[StoredEvent, ...]:
        """Return the events of a webhook committed after `position`, oldest first. Raises `NotFound`."""

    def webhook_names(self) -> Mapping[str, str]:
        """Return the names of all webhooks by id."""


@dataclass(frozen=True, slots=True)
class Access:
    """Everything a connector type may use while it works; its text form shows no secret."""

    settings: Mapping[str, Value] = field(repr=False)
    tokens: Tokens = field(repr=False)
    events: Events = field(repr=False)

    @property
    def private_network(self) -> bool:
        """Whether the connector may talk to addresses that are not public."""
        return self.settings.get("private_network") is True


@dataclass(frozen=True, slots=True)
class Authorisation:
    """An OAuth 2 authorisation that was begun (RFC 8252, RFC 7636): where the browser goes, what must match."""

    url: str
    state: str = field(repr=False)
    verifier: str = field(repr=False)
    redirect_uri: str


class Authoriser(Protocol):
    """A connector type whose access a person grants in the system browser."""

    def begin_authorisation(self, settings: Mapping[str, Value], redirect_uri: str) -> Authorisation | None:
        """Return what to open in the browser; None when these settings need no person (a service account)."""

    def finish_authorisation(self, access: Access, begun: Authorisation, code: str) -> Token:
        """Return the tokens for the `code` that came to the redirect address. Raises `RemoteError`."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a source's first records look like while its form is still being filled; `problems` where it cannot tell."""

    records: tuple[Mapping[str, object], ...] = ()
    total_seen: int = 0
    problems: tuple[FieldProblem, ...] = ()


class Previewer(Protocol):
    """A connector type that can show first records before it is saved."""

    def preview(self, access: Access, limit: int) -> Preview:
        """Return at most `limit` of the first records, asking for one page only. Raises `RemoteError`."""
