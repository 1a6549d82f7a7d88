"""Places in a text as Python counts them and as Qt does: letters beyond the first plane have two units there."""

from __future__ import annotations


def units(text: str) -> int:
    """How many places a text has in Qt."""
    return len(text) + sum(each > "\uffff" for each in text)


def place_of_units(text: str, count: int) -> int:
    """The place in a text that Qt calls so."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "ignore"))
