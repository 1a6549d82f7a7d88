"""The text of an API key: `ick_<8 base62 id>_<30 base62 secret><6 base62 CRC32>`, made, read and checked offline.

The checksum is the CRC-32 (ISO 3309, as zlib has it) of all that stands before it, so that scanners and people tell a
key that was mistyped, or cut off, from one that counts no more.
"""

from __future__ import annotations

import re
import secrets
import uuid
import zlib
from dataclasses import dataclass, field

PREFIX = "ick_"
PATTERN = r"ick_[0-9A-Za-z]{8}_[0-9A-Za-z]{36}"
"""What scanners for leaked keys look for."""
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_KEY = re.compile(PATTERN)
_ID_LENGTH, _SECRET_LENGTH, _CHECKSUM_LENGTH = 8, 30, 6
_DIRECTORY = uuid.UUID("0d5b7a52-6f0e-5d0c-9a55-1c6b65790001")


@dataclass(frozen=True, slots=True)
class KeyText:
    """A key in clear; its text form shows the part that is no secret."""

    public_id: str
    secret: str = field(repr=False)

    def __str__(self) -> str:
        """The part that may be shown: `ick_` and the id."""
        return shown_prefix(self.public_id)

    @property
    def whole(self) -> str:
        """The key as its holder keeps it."""
        start = f"{PREFIX}{self.public_id}_{self.secret}"
        return start + checksum(start)


def new_public_id() -> str:
    """Return 47 random bits that name a key."""
    return _random(_ID_LENGTH)


def new_secret() -> str:
    """Return 178 random bits that prove a key."""
    return _random(_SECRET_LENGTH)


def checksum(text: str) -> str:
    """Return the CRC-32 of `text` in six digits of base 62, the most significant first."""
    rest, digits = zlib.crc32(text.encode()), ""
    for _ in range(_CHECKSUM_LENGTH):
        rest, digit = divmod(rest, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits


def looks_like_key(text: str) -> bool:
    """Return whether somebody meant `text` as an API key, whole or not."""
    return text.startswith(PREFIX)


def read_key(text: str) -> KeyText | None:
    """Return the parts of a key; None for what does not have the form, or whose checksum is another."""
    if _KEY.fullmatch(text) is None or checksum(text[:-_CHECKSUM_LENGTH]) != text[-_CHECKSUM_LENGTH:]:
        return None
    public_id, secret = text[len(PREFIX) : -_CHECKSUM_LENGTH].split("_")
    return KeyText(public_id, secret)


def shown_prefix(public_id: str) -> str:
    """Return the part of a key by which people recognise it."""
    return f"{PREFIX}{public_id}"


def directory_id(public_id: str) -> str:
    """Return the identifier under which the directory knows whose key this is."""
    return str(uuid.uuid5(_DIRECTORY, shown_prefix(public_id)))


def _random(length: int) -> str:
    return "".join(secrets.choice(_DIGITS) for _ in range(length))
