"""A Google in miniature, a connector type that speaks to it over real loopback HTTP, and a store for what it brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx
import pytest

from integration_console.connectors.google import GoogleAddresses, GoogleConnectorType
from integration_console.domain.access import Access, Authorisation, Token
from integration_console.domain.forms import Value
from integration_console.domain.streams import SyncMode, SyncRequest
from integration_console.domain.work import UnattendedWork, Work
from integration_console.sandbox import GoogleSandbox
from tests.fakes import MemoryTokens, access
from tests.page_store import PageStore

REDIRECT = "http://127.0.0.1:9/"


def addresses(sandbox: GoogleSandbox) -> GoogleAddresses:
    return GoogleAddresses(sandbox.base_url, sandbox.authorisation_address, sandbox.token_address)


def code_from_browser(begun: Authorisation) -> str:
    """What a browser brings back: the code in the redirect's address."""
    answer = httpx.get(begun.url, trust_env=False)
    query = httpx.URL(answer.headers["location"]).params
    assert query["state"] == begun.state
    return str(query["code"])


@dataclass
class Console:
    """One connector with its tokens and its records."""

    google: GoogleConnectorType
    values: dict[str, Value]
    tokens: MemoryTokens = field(default_factory=MemoryTokens)
    store: PageStore = field(default_factory=PageStore)

    @property
    def access(self) -> Access:
        return access(self.values, self.tokens)

    def authorise(self) -> Token:
        begun = self.google.begin_authorisation(self.values, REDIRECT)
        assert begun is not None
        self.tokens.token = self.google.finish_authorisation(self.access, begun, code_from_browser(begun))
        return self.tokens.token

    def sync(
        self, mode: SyncMode = SyncMode.INCREMENTAL, *, stream: str = "files", work: Work | None = None
    ) -> PageStore:
        """One run of a sync, applied page by page as it goes."""
        self.store.begin()
        self.resume(mode, stream=stream, work=work)
        return self.store

    def resume(self, mode: SyncMode, *, stream: str = "files", work: Work | None = None) -> None:
        """The same run goes on from its checkpoint."""
        request = SyncRequest(stream, mode, self.store.cursor, self.store.checkpoint)
        self.store.take(self.google.sync(self.access, request, work or UnattendedWork()))


@pytest.fixture
def sandbox() -> Iterator[GoogleSandbox]:
    with GoogleSandbox() as google:
        yield google


def console_for(sandbox: GoogleSandbox, **values: Value) -> Console:
    filled: dict[str, Value] = {
        "client_id": sandbox.sign_in.client_id,
        "client_secret": sandbox.sign_in.client_secret,
        "calendar_events": True,
        **values,
    }
    return Console(GoogleConnectorType(addresses=addresses(sandbox)), filled)


@pytest.fixture
def console(sandbox: GoogleSandbox) -> Console:
    made = console_for(sandbox)
    made.authorise()
    return made
