"""Finds words in Latin letters that have no business in an Arabic text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

PROPER_NAMES: Final = frozenset(
    line
    for line in Path(__file__).with_name("proper_names.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
)
"""Reviewed by hand; see the file."""

_LATIN = re.compile(r"[A-Za-z\u00c0-\u017f]{2,}")
_MARKS = re.compile("[\u2066-\u2069\u200e\u200f]")
_FINGERPRINT = re.compile(r"\b[0-9a-f]{4}(?: [0-9a-f]{4}){3,}\b")
_TECHNICAL = re.compile(r"\S*(?:://|[\d_/@#=*…•:.\\]|-[0-9a-f]{4})\S*", re.ASCII)


def foreign_words(text: str, allowed: frozenset[str]) -> list[str]:
    """The words in Latin letters neither allowed nor technical (addresses, ids, times, files, fingerprints)."""
    text = _MARKS.sub("", text)
    for each in sorted(allowed, key=len, reverse=True):
        text = re.sub(rf"(?<![A-Za-z]){re.escape(each)}(?![A-Za-z])", " ", text)
    return _LATIN.findall(_TECHNICAL.sub(" ", _FINGERPRINT.sub(" ", text)))
