"""Connectors: the configured connections to outside systems, and what their types promise."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from integration_console.domain.access import Access
    from integration_console.domain.errors import ConsoleError, FieldProblem
    from integration_console.domain.forms import Form, Value
    from integration_console.domain.work import Work


class ConnectorStatus(StrEnum):
    """Whether a connector is used."""

    ACTIVE = "active"
    INACTIVE = "inactive"


class Health(StrEnum):
    """What is known of the outside system from the last check or action."""

    UNKNOWN = "unknown"
    GOOD = "good"
    FAILING = "failing"
    NEEDS_AUTHORISATION = "needs_authorisation"
    """A person must grant access again; until then its syncs rest, their cursors kept."""


@dataclass(frozen=True, slots=True)
class Connector:
    """One configured connection. Secrets are only named here (`secrets`), never held."""

    id: str
    type: str
    name: str
    config: Mapping[str, Value]
    status: ConnectorStatus
    created_at: datetime
    updated_at: datetime
    secrets: frozenset[str] = frozenset()
    health: Health = Health.UNKNOWN
    health_code: str = ""
    health_params: Mapping[str, str] = field(default_factory=dict)
    checked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ConnectorDraft:
    """A connector as a person filled it in; `id` is empty for a new one.

    `values` holds all fields of the type's form, secrets included; a secret that is empty or
    missing keeps what is stored. Its text form never shows the values.
    """

    type: str
    name: str
    values: Mapping[str, Value] = field(repr=False)
    id: str = ""


@dataclass(frozen=True, slots=True)
class ConnectorType:
    """A kind of outside system, as the window and the command line show it (context "ConnectorTypes")."""

    key: str
    title: str
    description: str
    icon: str
    form: Form
    actions: tuple[str, ...] = ()
    syncs: bool = False
    """Whether it brings records (`domain.streams.Source`)."""
    authorises: bool = False
    """Whether a person may have to grant access in the browser (`domain.access.Authoriser`)."""
    previews: bool = False
    """Whether it can show first records while its form is filled (`domain.access.Previewer`)."""


@dataclass(frozen=True, slots=True)
class BrokenType:
    """A connector type that is installed but cannot be used: a fault in its package, or in its description's file."""

    key: str
    reason: str


class StageOutcome(StrEnum):
    """What came of one stage of a check."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


class Stage(StrEnum):
    """The stages of a check, in order."""

    NAME = "name"
    CONNECTION = "connection"
    TLS = "tls"
    SIGN_IN = "sign_in"
    PERMISSION = "permission"
    SAMPLE = "sample"


STAGE_TITLES: Mapping[Stage, str] = {
    Stage.NAME: QT_TRANSLATE_NOOP("Stages", "Find the address"),
    Stage.CONNECTION: QT_TRANSLATE_NOOP("Stages", "Connect"),
    Stage.TLS: QT_TRANSLATE_NOOP("Stages", "Check the certificate"),
    Stage.SIGN_IN: QT_TRANSLATE_NOOP("Stages", "Sign in"),
    Stage.PERMISSION: QT_TRANSLATE_NOOP("Stages", "Check permissions"),
    Stage.SAMPLE: QT_TRANSLATE_NOOP("Stages", "Try a harmless call"),
}


@dataclass(frozen=True, slots=True)
class CheckStage:
    """One stage of a check and what came of it; `error` says why it failed."""

    stage: Stage
    outcome: StageOutcome
    duration_ms: float = 0.0
    detail: str = ""
    error: ConsoleError | None = None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The whole check of a connector: it passed when no stage failed."""

    stages: tuple[CheckStage, ...]

    @property
    def failure(self) -> CheckStage | None:
        """The first stage that failed."""
        return next((each for each in self.stages if each.outcome is StageOutcome.FAILED), None)

    @property
    def passed(self) -> bool:
        """Whether every stage that ran succeeded."""
        return self.failure is None


@dataclass(frozen=True, slots=True)
class Message:
    """What `notify` sends: text, and where the system can, its own richer parts (Slack names)."""

    text: str
    channel: str = ""
    username: str = ""
    icon: str = ""
    blocks: tuple[Mapping[str, Value], ...] = ()
    attachments: tuple[Mapping[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the outside system said of a message that it took: where it went and its reference there."""

    channel: str = ""
    reference: str = ""


class ConnectorKind(Protocol):
    """What every connector type provides; found by the entry points `integration_console.connector_types`."""

    description: ConnectorType

    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        """Return what is wrong with a filled form; a secret named in `stored_secrets` may stay empty."""

    def check(self, access: Access, work: Work) -> Iterator[CheckStage]:
        """Yield the stages of a check one by one, stopping at the first that fails.

        The settings of `access` hold the form's values, secrets opened.
        """


class Notifier(Protocol):
    """A connector type that can send a message."""

    def notify(self, access: Access, message: Message, reference: str) -> Receipt:
        """Send `message`; `reference` is our correlation id. Raises `RemoteError`."""
