"""Places in a text as Python counts them and as Qt does: letters beyond the first plane have two units there."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def units(text: str) -> int:
    """How many places a text has in Qt."""
    return len(text) + sum(each > "\uffff" for each in text)


def units_at(text: str) -> Callable[[int], int]:
    """What Qt calls the places of a text; the text is gone through but once."""
    wide = [] if text.isascii() else [place for place, each in enumerate(text) if each > "\uffff"]
    return lambda place: place + bisect_left(wide, place)


def place_of_units(text: str, count: int) -> int:
    """The place in a text that Qt calls so."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "ignore"))
