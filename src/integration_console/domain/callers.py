"""Who asks: a person, an API key, the holder of an embedded file; and what is known of one request."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from integration_console.domain.permissions import Rights


class CallerKind(StrEnum):
    """What a caller is."""

    PERSON = "person"
    API_KEY = "api_key"
    HOLDER = "holder"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks and what that one may do; `name` stands in the log and in the audit."""

    kind: CallerKind
    id: str
    name: str
    rights: Rights


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """What a caller's credential is held against: the peer's address, `METHOD /route/template`, the user agent.

    `permission` is what the route wants ("": nothing, or it is not known).
    """

    address: str = ""
    route: str = ""
    agent: str = ""
    permission: str = ""
