"""Keeps technical and personal text readable inside sentences of either direction (Unicode TR 9, isolates)."""

from __future__ import annotations

from typing import Final

_LRI: Final = "\u2066"
_FSI: Final = "\u2068"
_PDI: Final = "\u2069"
_ISOLATES: Final = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))


def technical(text: str) -> str:
    """Text that always reads left to right: URLs, paths, identifiers, codes."""
    return f"{_LRI}{text}{_PDI}" if text else ""


def user_text(text: str) -> str:
    """Text that somebody typed, which keeps its own direction: names, messages."""
    return f"{_FSI}{text}{_PDI}" if text else ""


def strip_isolates(text: str) -> str:
    """The text without invisible direction marks: what is copied, exported or searched for."""
    return text.translate(_ISOLATES)
