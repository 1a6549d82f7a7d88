"""Stand-ins that keep the shape of the real thing: a clock that can be turned, a key place, a log, a connector type."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from integration_console.domain.access import Access, Events, StoredEvent, Token, Tokens
from integration_console.domain.connectors import (
    CheckStage,
    ConnectorType,
    Message,
    Receipt,
    Stage,
    StageOutcome,
)
from integration_console.domain.errors import ConsoleError, FieldProblem, KeyringUnavailable, NotFound
from integration_console.domain.forms import Field, FieldKind, Form, Value
from integration_console.domain.logs import LogDraft
from integration_console.domain.work import Cancelled, Progress, Work
from integration_console.domain.workspace import HolderKind

NOON = datetime(2026, 9, 23, 12, tzinfo=UTC)
BEGIN, END = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
"""The first and the last moment that a calendar of Python has."""


class TurnableClock:
    """A clock that stands still until a test turns it, forwards or backwards."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def turn(self, **span: float) -> None:
        """Turn by a `timedelta` given in its own words: `turn(hours=-1)`."""
        self.moment += timedelta(**span)


class KeptLog:
    """A log sink that keeps what it is given."""

    def __init__(self) -> None:
        self.drafts: list[LogDraft] = []

    def append(self, draft: LogDraft) -> None:
        self.drafts.append(draft)


class MemoryPlace:
    """A key place in memory, which may be out of order."""

    kind = HolderKind.KEYRING

    def __init__(self, trouble: str = "") -> None:
        self.keys: dict[str, bytes] = {}
        self.trouble = trouble

    def read(self, tenant_id: str) -> bytes | None:
        self._refuse_in_trouble()
        return self.keys.get(tenant_id)

    def write(self, tenant_id: str, key: bytes) -> None:
        self._refuse_in_trouble()
        self.keys[tenant_id] = key

    def _refuse_in_trouble(self) -> None:
        if self.trouble:
            raise KeyringUnavailable(reason=self.trouble)


class ImpatientWork:
    """Work that a person stops after `patience` looks."""

    def __init__(self, patience: int) -> None:
        self.patience = patience

    def report(self, progress: Progress) -> None:
        """Nobody watches."""

    def stop_if_cancelled(self) -> None:
        self.patience -= 1
        if self.patience < 0:
            raise Cancelled


class MemoryTokens:
    """The tokens of one connector, in memory and for one thread."""

    def __init__(self, token: Token | None = None) -> None:
        self.token = token

    def current(self) -> Token | None:
        return self.token

    def good(self, renew: Callable[[Token | None], Token], *, refused: str = "") -> Token:
        if self.token is None or self.token.access == refused or not self.token.access:
            self.token = renew(self.token)
        return self.token


class NoEvents:
    """A workspace that has no webhooks."""

    def after(self, webhook_id: str, position: int, limit: int) -> tuple[StoredEvent, ...]:
        raise NotFound(kind="webhook", id=webhook_id)

    def webhook_names(self) -> Mapping[str, str]:
        return {}


def access(values: Mapping[str, Value], tokens: Tokens | None = None, events: Events | None = None) -> Access:
    """What a connector type is given for a filled form."""
    return Access(values, tokens or MemoryTokens(), events or NoEvents())


FAKE_FORM = Form((
    Field("address", FieldKind.URL, "Address", required=True),
    Field("channel", FieldKind.TEXT, "Channel", default="#ops"),
    Field("note", FieldKind.TEXT, "Note"),
    Field("token", FieldKind.SECRET, "Token", required=True),
))  # fmt: skip
SENT = Receipt("#ops", "42")
PASSED = CheckStage(Stage.NAME, StageOutcome.PASSED, 1.5, "fake.test")


@dataclass
class FakeKind:
    """A connector type whose outside system does what the test says, and remembers what it was given."""

    key: str = "fake"
    stages: tuple[CheckStage, ...] = (PASSED,)
    outcome: Receipt | ConsoleError = SENT
    actions: tuple[str, ...] = ("notify",)
    sent: list[tuple[Mapping[str, Value], Message, str]] = field(default_factory=list)

    @property
    def description(self) -> ConnectorType:
        return ConnectorType(self.key, f"Title of {self.key}", "For tests", "plug", FAKE_FORM, self.actions)

    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        return FAKE_FORM.problems(values, stored_secrets)

    def check(self, access: Access, work: Work) -> Iterator[CheckStage]:
        yield from self.stages

    def notify(self, access: Access, message: Message, reference: str) -> Receipt:
        self.sent.append((access.settings, message, reference))
        if isinstance(self.outcome, ConsoleError):
            raise self.outcome
        return self.outcome
