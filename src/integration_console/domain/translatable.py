"""Marks English sentences that the window shows in the person's own language, without knowing Qt."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - lupdate looks for this very name
    """Return `text` unchanged; the name makes Qt's `lupdate` collect it under `context`."""
    del context
    return text
