"""Finds secrets whose names stand apart from them: elements of XML, parts of a form, names with values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from integration_console.domain.masking import MASK
from integration_console.domain.named_values import GAP
from integration_console.domain.secret_names import is_secret

if TYPE_CHECKING:
    from collections.abc import Callable

_BREAK = r"(?:\r?\n|(?:\\{1,7}r)?\\{1,7}n)"
_ELEMENT = re.compile(
    r"<(?:[\w-]{1,40}:)?(?P<name>[\w.-]{1,80})(?:\s[^<>]{0,400})?(?<!/)>"
    r"(?P<value><!\[CDATA\[.*?(?:\]\]>|\Z)|[^<]+)",
    re.DOTALL,
)
_FORM_PART = re.compile(
    rf"\bname=\\{{0,7}}\"(?P<name>[^\"\\\r\n]{{1,80}})\\{{0,7}}\"[^\r\n\\]{{0,200}}"
    rf"(?:{_BREAK}[^\r\n\\]{{1,200}}){{0,5}}{_BREAK}{_BREAK}(?P<value>.*?)(?={_BREAK}--|\Z)",
    re.DOTALL,
)
"""RFC 7578: what stands in a part of `multipart/form-data`."""
_PAIR = re.compile(
    rf"(?P<quote>\\{{0,7}}\")(?:name|key|field)(?P=quote){GAP}:{GAP}(?P=quote)(?P<name>[^\"\\]{{1,80}})(?P=quote){GAP},{GAP}"
    rf"(?P=quote)value(?P=quote){GAP}:{GAP}(?P=quote)(?P<value>.*?)(?:(?<!\\)(?P=quote)|\Z)",
    re.DOTALL,
)
"""As HAR files (HTTP Archive) write headers and forms."""
_NAMING = ("name", "key", "field")


def without_paired(text: str, mask: Callable[[], str]) -> str:
    """Return `text` with `mask()` in place of every value whose name, elsewhere, is that of a secret."""

    def masked(match: re.Match[str]) -> str:
        start, end = (each - match.start() for each in match.span("value"))
        value = match["value"].strip()
        if not value or value == MASK or not is_secret(match["name"], value):
            return match[0]
        return match[0][:start] + mask() + match[0][end:]

    if ">" in text and "<" in text:
        text = _ELEMENT.sub(masked, text)
    if "name=" in text:
        text = _FORM_PART.sub(masked, text)
    return _PAIR.sub(masked, text) if "value" in text else text


def pair_name(values: dict[object, object]) -> str:
    """Return what the `value` of an object is called, where the object is a pair of a name and a value."""
    names = (values[each] for each in _NAMING if each in values)
    return next((each for each in names if "value" in values and isinstance(each, str)), "")
