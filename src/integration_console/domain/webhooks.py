"""Webhooks: the addresses at which outside systems report what happened, and how they prove who they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Scheme(StrEnum):
    """How a request is verified."""

    GITHUB = "github"
    STANDARD = "standard"
    HMAC = "hmac"


class WebhookStatus(StrEnum):
    """Whether events go on to be worked on (`active`) or are kept until later (`paused`)."""

    ACTIVE = "active"
    PAUSED = "paused"


class HashName(StrEnum):
    """The hash of a generic HMAC."""

    SHA1 = "sha1"
    SHA256 = "sha256"
    SHA384 = "sha384"
    SHA512 = "sha512"


class Encoding(StrEnum):
    """How a generic signature is written."""

    HEX = "hex"
    BASE64 = "base64"
    BASE64URL = "base64url"


@dataclass(frozen=True, slots=True)
class HmacRules:
    """The generic HMAC scheme: where the signature stands and what it is made of.

    `event_key_source` and `event_type_source` are "header:NAME", "body:PATH" (dots between names) or empty.
    With `timestamp_header` the signed content is "{timestamp}.{body}", otherwise the body.
    """

    hash: HashName = HashName.SHA256
    header: str = "X-Signature"
    encoding: Encoding = Encoding.HEX
    prefix: str = ""
    event_key_source: str = ""
    event_type_source: str = ""
    timestamp_header: str = ""
    window_seconds: int = 300


@dataclass(frozen=True, slots=True)
class Webhook:
    """One incoming address. An old secret counts until `previous_secret_until`, beside the current one."""

    id: str
    name: str
    scheme: Scheme
    status: WebhookStatus
    created_at: datetime
    updated_at: datetime
    rules: HmacRules = field(default_factory=HmacRules)
    event_filter: tuple[str, ...] = ()
    secret_rotated_at: datetime | None = None
    previous_secret_until: datetime | None = None

    def wants(self, event_type: str) -> bool:
        """Return whether the filter lets `event_type` pass; names may hold * and ?."""
        return not self.event_filter or any(fnmatchcase(event_type, pattern) for pattern in self.event_filter)


@dataclass(frozen=True, slots=True)
class WebhookDraft:
    """A webhook as a person filled it in; `id` is empty for a new one.

    An empty `secret` makes a strong one (new) or keeps the stored one (edited).
    """

    name: str
    scheme: Scheme
    rules: HmacRules = field(default_factory=HmacRules)
    event_filter: tuple[str, ...] = ()
    secret: str = field(default="", repr=False)
    id: str = ""


@dataclass(frozen=True, slots=True)
class CreatedWebhook:
    """A new webhook, its URL and its secret in clear, for the one moment when it is shown."""

    webhook: Webhook
    url: str
    secret: str = field(repr=False)


class EventState(StrEnum):
    """What became of a stored event."""

    ACCEPTED = "accepted"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Event:
    """One received request, stored; its body is kept apart, byte for byte."""

    id: str
    webhook_id: str
    event_type: str
    event_key: str
    state: EventState
    received_at: datetime
    correlation_id: str
    size: int
    content_type: str
    headers: tuple[tuple[str, str], ...]
    position: int
