"""JSON schemas of domain values, made from the very annotations by which `domain.wire` reads and writes them."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin

from integration_console.domain.errors import ConsoleError
from integration_console.domain.wire import Kind, field_kinds

Schema = dict[str, Any]
MARK = "x-domain-kind"
"""Stands in a schema for a domain value until the whole document is put together."""
_marked: dict[str, Kind] = {}
_PLAIN: dict[Kind, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    bytes: {"type": "string", "contentEncoding": "base64"},
}
_ERROR: Schema = {
    "type": "object",
    "title": "Error",
    "description": "What went wrong: a stable code, and what fills the holes of its sentence.",
    "properties": {
        "code": {"type": "string"},
        "params": {"type": "object", "additionalProperties": {"type": "string"}},
    },
    "required": ["code", "params"],
}


def mark(kind: Kind) -> str:
    """Return the text that stands for a kind until the document is put together."""
    text = str(kind)
    _marked[text] = kind
    return text


def marked(text: str) -> Kind:
    """Return the kind of a mark."""
    return _marked[text]


class Schemas:
    """The schemas of all kinds that a document names, each once."""

    def __init__(self) -> None:
        """Begin with none."""
        self.named: dict[str, Schema] = {}

    def of(self, kind: Kind) -> Schema:
        """Return the schema of a kind; dataclasses, enumerations and errors are named and referred to."""
        origin: Kind = get_origin(kind)
        if kind in (Any, object):
            return {}
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(each) for each in get_args(kind)]}
        if origin is not None:
            return self._collection(origin, get_args(kind))
        return dict(_PLAIN[kind]) if kind in _PLAIN else self._reference(kind)

    def _collection(self, origin: Kind, kinds: tuple[Kind, ...]) -> Schema:
        if issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(kinds[1])}
        if origin is tuple and kinds[-1] is not Ellipsis:
            parts = [self.of(each) for each in kinds]
            return {"type": "array", "prefixItems": parts, "minItems": len(parts), "maxItems": len(parts)}
        return {"type": "array", "items": self.of(kinds[0])}

    def _reference(self, kind: Kind) -> Schema:
        name = "Error" if issubclass(kind, ConsoleError) else kind.__name__
        if name not in self.named:
            self.named[name] = {}  # a kind may hold itself
            self.named[name] = self._described(kind)
        return {"$ref": f"#/components/schemas/{name}"}

    def _described(self, kind: Kind) -> Schema:
        if issubclass(kind, ConsoleError):
            return _ERROR
        described = {"title": kind.__name__, "description": kind.__doc__ or ""}
        if issubclass(kind, Enum):
            return {"type": "string", "enum": [each.value for each in kind], **described}
        hints = field_kinds(kind)
        needed = [each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING]
        return {
            "type": "object",
            "properties": {each.name: self.of(hints[each.name]) for each in fields(kind)},
            "required": needed,
            **described,
        }


def secret_fields(kind: Kind, seen: frozenset[Kind] = frozenset()) -> Iterator[str]:
    """Yield `Kind.field` of every field in a kind that no text form may show."""
    if is_dataclass(kind) and kind not in seen:
        named: Kind = kind
        hints = field_kinds(named)
        for each in fields(named):
            if not each.repr:
                yield f"{named.__name__}.{each.name}"
            yield from secret_fields(hints[each.name], seen | {kind})
    for part in get_args(kind):
        yield from secret_fields(part, seen)
