"""What an entry holds beside itself, prepared to be read in several ways: body, headers, and what was logged."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from integration_console.domain.controls import visible
from integration_console.domain.hexadecimal import hex_lines, is_binary
from integration_console.domain.logs import LogDetail
from integration_console.ui.widgets.highlighting import Syntax
from integration_console.ui.widgets.payload_parts import BODY, HEADERS, PAYLOAD
from integration_console.ui.widgets.payload_view import readable

NOTHING: Final[Any] = object()
"""Stands for the value of what is no JSON."""
_MOST_TREE: Final = 2_000_000


class Way(StrEnum):
    """A way to read contents."""

    PRETTY = "pretty"
    TREE = "tree"
    RAW = "raw"
    HEX = "hex"


@dataclass(frozen=True, slots=True)
class Content:
    """One of the texts of an entry; `value` is what it is as JSON. What cannot be seen is shown as codes."""

    key: str
    size: int
    texts: dict[Way, str]
    syntax: Syntax = Syntax.PLAIN
    value: Any = NOTHING

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways in which it can be read, the usual one first."""
        tree = (Way.TREE,) if self.value is not NOTHING else ()
        return (*(each for each in (Way.HEX, Way.PRETTY) if each in self.texts), *tree, *self._raw)

    @property
    def _raw(self) -> tuple[Way, ...]:
        is_other = Way.RAW in self.texts and self.texts[Way.RAW] != self.texts.get(Way.PRETTY)
        return (Way.RAW,) if is_other else ()


def contents_of(detail: LogDetail) -> tuple[Content, ...]:
    """Prepare all that can be read of an entry. Slow for big bodies: call it in a task."""
    found = [_of_bytes(BODY, detail.body, detail.content_type)] if detail.body else []
    if detail.headers:
        lines = "\n".join(f"{name}: {value}" for name, value in detail.headers)
        found.append(Content(HEADERS, len(lines), {Way.PRETTY: visible(lines)}))
    if detail.payload:
        found.append(_of_text(PAYLOAD, detail.payload, "", len(detail.payload.encode())))
    return tuple(found)


def _of_bytes(key: str, data: bytes, content_type: str) -> Content:
    if is_binary(data):
        return Content(key, len(data), {Way.HEX: hex_lines(data)})
    return _of_text(key, data.decode(), content_type, len(data))


def _of_text(key: str, text: str, content_type: str, size: int) -> Content:
    pretty, syntax = readable(text, content_type)
    texts = {Way.PRETTY: visible(pretty), Way.RAW: visible(text)}
    return Content(key, size, texts, syntax, _value(text) if syntax is Syntax.JSON else NOTHING)


def _value(text: str) -> Any:  # noqa: ANN401 - the JSON border
    return json.loads(text) if len(text) <= _MOST_TREE else NOTHING
