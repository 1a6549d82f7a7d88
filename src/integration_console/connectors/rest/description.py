"""What a REST source is: its address, how to sign in, how pages follow one another, where records are in an answer."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from integration_console.connectors.mapping import Expression
from integration_console.connectors.oauth import OAuthClient
from integration_console.domain.streams import Stream, SyncMode

WITHOUT_CHANGES = (SyncMode.FULL, SyncMode.RECONCILE)
MOST_PAGES = 10_000
LARGEST_PAGE = 10_000
LONGEST_OVERLAP = 604_800


class SignInKind(StrEnum):
    """How an API knows who asks."""

    NONE = "none"
    API_KEY = "api_key"
    BEARER = "bearer"
    BASIC = "basic"
    OAUTH = "oauth"


class Place(StrEnum):
    """Which part of a request carries something."""

    HEADER = "header"
    QUERY = "query"
    BODY = "body"


class Grant(StrEnum):
    """How an OAuth 2 token comes about without a person (RFC 6749 4.4 and 6)."""

    CLIENT_CREDENTIALS = "client_credentials"
    REFRESH_TOKEN = "refresh_token"  # noqa: S105 - the name of a grant


class PageKind(StrEnum):
    """How the pages of a list follow one another."""

    NONE = "none"
    PAGE = "page"
    OFFSET = "offset"
    CURSOR = "cursor"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class SignIn:
    """The credentials of a source; its text form shows no secret.

    `name` is the header or the part of the query that carries an API key, `prefix` stands before it. `account` is the
    user's name of basic authentication. `client` and `refresh_token` belong to OAuth 2.
    """

    kind: SignInKind = SignInKind.NONE
    secret: str = field(default="", repr=False)
    place: Place = Place.HEADER
    name: str = ""
    prefix: str = ""
    account: str = ""
    client: OAuthClient | None = None
    grant: Grant = Grant.CLIENT_CREDENTIALS
    refresh_token: str = field(default="", repr=False)
    scopes: tuple[str, ...] = ()

    @property
    def secrets(self) -> tuple[str, ...]:
        """Everything that must never be shown."""
        known = (self.secret, self.refresh_token, self.client.client_secret if self.client else "")
        return tuple(each for each in known if each)


@dataclass(frozen=True, slots=True)
class Paging:
    """How to ask for the next page.

    `parameter` carries the page's number (from `first` on), the offset or the cursor; `size_parameter` ("": none) the
    number of records. `next_cursor` finds the next cursor in an answer; `more`, where there is one, tells by what it
    finds whether another page comes.
    """

    kind: PageKind = PageKind.NONE
    parameter: str = ""
    first: int = 1
    size_parameter: str = ""
    size: int = 100
    next_cursor: Expression | None = None
    more: Expression | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """How to ask for changes: `field` is where a record says when it changed, `parameter` how to ask since when."""

    field: Expression
    parameter: str
    overlap_seconds: int = 60


@dataclass(frozen=True, slots=True)
class RestStream:
    """One list of records: how to ask for it, and where a record has its parts (JMESPath).

    Where pages and changes are asked for `in_body`, their parameters are put into the JSON body. `content` names the
    parts that are kept; without any, the whole record is. A record whose `archived` or `removed` finds something true
    is kept as archived, or is gone.
    """

    key: str
    title: str
    path: str
    id: Expression
    records: Expression | None = None
    record_title: Expression | None = None
    archived: Expression | None = None
    removed: Expression | None = None
    content: Mapping[str, Expression] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    post: bool = False
    in_body: bool = False
    query: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, Any] = field(default_factory=dict)
    paging: Paging = field(default_factory=Paging)
    changes: Changes | None = None
    most_pages: int = MOST_PAGES

    @property
    def shown(self) -> Stream:
        """The stream as syncs know it: changes alone can be read only where the source tells them."""
        modes = tuple(SyncMode) if self.changes else WITHOUT_CHANGES
        return Stream(self.key, self.title, modes, self.columns)


@dataclass(frozen=True, slots=True)
class RestDescription:
    """A whole REST source; `per_second` (0: as fast as it goes) and `burst` are the pace that it asks us to keep."""

    name: str
    base_url: str
    streams: tuple[RestStream, ...]
    sign_in: SignIn = field(default_factory=SignIn)
    headers: Mapping[str, str] = field(default_factory=dict)
    timeout_seconds: float = 30.0
    private_network: bool = False
    per_second: float = 0.0
    burst: int = 1

    @property
    def host(self) -> str:
        """The server's name, for sentences."""
        return urlsplit(self.base_url).hostname or ""

    @property
    def account(self) -> str:
        """A name for the account that tells nothing: pauses and pace count for it."""
        client = self.sign_in.client.client_id if self.sign_in.client else ""
        known = (self.base_url, self.sign_in.account, client, *self.sign_in.secrets)
        return hashlib.sha256("\n".join(known).encode()).hexdigest()[:16]

    def stream(self, key: str) -> RestStream | None:
        """Return one of the streams; None when there is no such one."""
        return next((each for each in self.streams if each.key == key), None)
