"""What a further start of the window asks of the program that runs already, and how the two speak.

The one that was started sends one line of JSON: a version, the place to open, and what the desktop gave it so that a
window may come to the front. The answer is `TAKEN` or `REFUSED`; only after `AGREED` is anything opened, so that a file
does not open twice where the one that was started has not waited for a slow answer.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass

LONGEST = 64 * 1024
"""Bytes of an order, its end of line included."""
TAKEN, REFUSED, AGREED = b"taken\n", b"refused\n", b"agreed\n"
TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""Variables by which desktops tell a program that its window was asked for by a person."""
_VERSION = 1
_LONGEST_TOKEN = 1024


@dataclass(frozen=True, slots=True)
class OpeningOrder:
    """A place as it is written on a command line ("": none is named), and the desktop's tokens by their variables."""

    place: str = ""
    tokens: tuple[tuple[str, str], ...] = ()

    @property
    def line(self) -> bytes:
        """The order as it is sent."""
        return json.dumps({"version": _VERSION, "place": self.place, "tokens": dict(self.tokens)}).encode() + b"\n"


def understood_order(line: bytes) -> OpeningOrder | None:
    """Return the order that a line holds; None where it is anything else."""
    if len(line) > LONGEST:
        return None
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.keys() != {"version", "place", "tokens"} or found["version"] != _VERSION:
        return None
    place, tokens = found["place"], found["tokens"]
    if not isinstance(place, str) or not _may_be_named(place) or not isinstance(tokens, dict):
        return None
    if not all(name in TOKENS and _is_token(text) for name, text in tokens.items()):
        return None
    return OpeningOrder(place, tuple(tokens.items()))


def _may_be_named(place: str) -> bool:
    """Return whether the operating system could be asked for it; names that are no UTF-8 may stand in halves."""
    try:
        return b"\0" not in os.fsencode(place)
    except UnicodeEncodeError:
        return False


def _is_token(text: object) -> bool:
    return isinstance(text, str) and text.isascii() and text.isprintable() and 0 < len(text) <= _LONGEST_TOKEN
