"""Case files: one signed, redacted file with a part of the log and the configuration, looked at anywhere, offline."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.logs import LogFilter
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.domain.workspace import fingerprint_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

ENDING = ".icase"
DEFAULT_CAP = 500 * 1024 * 1024
SMALLEST_CAP = 1024 * 1024
_LARGEST_CAP = 1 << 40
_KEY_BYTES = 32
_TOO_SMALL = QT_TRANSLATE_NOOP("Forms", "Enter a number between {minimum} and {maximum}.")


class Verdict(StrEnum):
    """What is known of a case file: its signer and every block looked at so far, or all of it."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    """Nothing was changed since it was signed, but the signer is not known here."""
    TAMPERED = "tampered"


@dataclass(frozen=True, slots=True)
class CaseWish:
    """What a case file is to hold: the entries that fit a filter, the newest first, up to a size in bytes."""

    wanted: LogFilter = field(default_factory=LogFilter)
    cap: int = DEFAULT_CAP
    note: str = ""


@dataclass(frozen=True, slots=True)
class CaseSource:
    """Where a case file comes from, in the words of its maker. `schema` is the revision of the workspace."""

    organisation_id: str
    organisation: str
    made_by: str
    made_at: datetime
    program: str
    schema: str


@dataclass(frozen=True, slots=True)
class CaseManifest:
    """What the signer vouches for. `key` is the public half of the signing key in base64.

    `left_out` older entries did not fit under the cap; `shortened` payloads and bodies were too long, and `unreadable`
    bodies were no text. `chain` is the SHA-256 of the hashes of all chunks, `end` the hash of the last one.
    """

    format: int
    id: str
    source: CaseSource
    key: str
    wish: CaseWish
    entries: int
    left_out: int
    shortened: int
    unreadable: int
    redactions: Mapping[str, int]
    newest: datetime | None
    oldest: datetime | None
    blocks: int
    chunks: int
    chain: str
    end: str

    @property
    def fingerprint(self) -> str:
        """What people compare of the signer's key ("": it is no key)."""
        key = key_bytes(self.key)
        return fingerprint_of(key) if key else ""


@dataclass(frozen=True, slots=True)
class CaseReport:
    """A case file that was made: where, how large, and what its manifest says."""

    path: str
    size: int
    manifest: CaseManifest


@dataclass(frozen=True, slots=True)
class CaseSigner:
    """What people compare of the key that signs an organisation's case files."""

    fingerprint: str


@dataclass(frozen=True, slots=True)
class CaseState:
    """What is known of an open case file. `tampered_block` names the block or part that was changed.

    `whole`: every byte was looked at, not only what was shown.
    """

    path: str
    size: int
    manifest: CaseManifest
    verdict: Verdict
    whole: bool = False
    tampered_block: str = ""


def required_cap(cap: int) -> None:
    """Raise `InvalidInput` for a size that no case file may be wished to have."""
    if not SMALLEST_CAP <= cap <= _LARGEST_CAP:
        limits = (("minimum", str(SMALLEST_CAP)), ("maximum", str(_LARGEST_CAP)))
        raise InvalidInput(FieldProblem("cap", _TOO_SMALL, limits))


def key_bytes(text: str) -> bytes:
    """Return the 32 bytes of a public key in base64 (b"": it is none)."""
    try:
        found = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return found if len(found) == _KEY_BYTES else b""
