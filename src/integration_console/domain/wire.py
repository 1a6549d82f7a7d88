"""Domain values as JSON and back: the one codec that the service and its clients share."""

from __future__ import annotations

import base64
import binascii
import importlib
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from integration_console.domain.errors import ConsoleError, FieldProblem, InvalidInput, error_from_code

_MODULES = (
    "access",
    "api_keys",
    "audit",
    "callers",
    "case_files",
    "changes",
    "connectors",
    "drafts",
    "forms",
    "log_figures",
    "log_notes",
    "logs",
    "members",
    "permissions",
    "records",
    "saved_filters",
    "schedules",
    "sign_in",
    "streams",
    "syncs",
    "webhooks",
    "workspace",
)
Kind = Any
"""A type as annotations spell it: a class, `X | None`, `tuple[X, ...]`."""
Json = Any
"""What `json` reads and writes."""


class NotThatShape(ValueError):
    """JSON that does not stand for the wanted kind; says which part, never what was in it."""


def to_wire(value: object) -> Json:
    """Return what `json` can write for a domain value."""
    if isinstance(value, ConsoleError):
        return _error_to_wire(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {each.name: to_wire(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_wire(each) for key, each in value.items()}
    if isinstance(value, frozenset | tuple | list):
        listed = [to_wire(each) for each in value]
        return sorted(listed) if isinstance(value, frozenset) else listed
    return _plain_to_wire(value)


def from_wire(kind: Kind, wire: Json) -> Json:
    """Return the value of type `kind` that `wire` stands for. Raises `NotThatShape`."""
    origin: Kind = get_origin(kind)
    if kind in (Any, object):
        return wire
    if origin in (Union, types.UnionType):
        return _one_of(get_args(kind), wire)
    if origin is not None:
        return _collection(origin, get_args(kind), wire)
    if is_dataclass(kind):
        return _dataclass(kind, wire)
    return _leaf(kind, wire)


def _plain_to_wire(value: object) -> Json:
    if isinstance(value, datetime):
        return value.isoformat()
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _error_to_wire(error: ConsoleError) -> dict[str, Any]:
    wire: dict[str, Any] = {"code": error.code, "params": dict(error.params)}
    if isinstance(error, InvalidInput):
        wire["problems"] = to_wire(error.problems)
    return wire


def _error_from_wire(wire: Json) -> ConsoleError:
    error = error_from_code(from_wire(str, _part(wire, "code")), from_wire(Mapping[str, str], _part(wire, "params")))
    if isinstance(error, InvalidInput):
        error.problems = from_wire(tuple[FieldProblem, ...], wire.get("problems", []))
    return error


def _part(wire: Json, name: str) -> Json:
    if not isinstance(wire, Mapping) or name not in wire:
        raise NotThatShape(name)
    return wire[name]


def _one_of(kinds: tuple[Kind, ...], wire: Json) -> Json:
    for kind in kinds:
        try:
            return from_wire(kind, wire)
        except NotThatShape:
            continue
    raise NotThatShape(" | ".join(getattr(kind, "__name__", str(kind)) for kind in kinds))


def _collection(origin: Kind, kinds: tuple[Kind, ...], wire: Json) -> Json:
    if issubclass(origin, Mapping):
        if not isinstance(wire, Mapping):
            raise NotThatShape("object")
        return {key: from_wire(kinds[1], each) for key, each in wire.items()}
    if not isinstance(wire, list):
        raise NotThatShape("array")
    if origin is tuple and kinds[-1] is not Ellipsis:
        if len(wire) != len(kinds):
            raise NotThatShape("array")
        return tuple(from_wire(kind, each) for kind, each in zip(kinds, wire, strict=True))
    return origin(from_wire(kinds[0], each) for each in wire)


def _dataclass(kind: Kind, wire: Json) -> Json:
    if not isinstance(wire, Mapping):
        raise NotThatShape(kind.__name__)
    hints = field_kinds(kind)
    given = {}
    for each in fields(kind):
        if each.name in wire:
            given[each.name] = _part_of(kind, each.name, hints[each.name], wire[each.name])
        elif each.default is MISSING and each.default_factory is MISSING:
            raise NotThatShape(f"{kind.__name__}.{each.name}")
    return kind(**given)


def _part_of(whole: Kind, name: str, kind: Kind, wire: Json) -> Json:
    try:
        return from_wire(kind, wire)
    except NotThatShape as error:
        raise NotThatShape(".".join((whole.__name__, name, *str(error).split(".")[1:]))) from error


@cache
def field_kinds(kind: Kind) -> dict[str, Any]:
    """Return the types of a dataclass's fields; domain modules import some of them for the type checker only."""
    return get_type_hints(kind, localns=_names())


@cache
def kind_named(written: str) -> Kind:
    """Return the type that is written so in an annotation: `tuple[Connector, ...]`."""
    holder = type("Holder", (), {"__annotations__": {"value": written}})
    return get_type_hints(holder, localns=_names())["value"]


@cache
def _names() -> dict[str, Any]:
    names: dict[str, Any] = {"Mapping": Mapping, "datetime": datetime, "Any": Any}
    for module in _MODULES:
        found = vars(importlib.import_module(f"integration_console.domain.{module}"))
        names.update({name: each for name, each in found.items() if not name.startswith("_")})
    names.update(ConsoleError=ConsoleError, FieldProblem=FieldProblem)
    return names


def _leaf(kind: Kind, wire: Json) -> Json:
    try:
        if issubclass(kind, ConsoleError):
            return _error_from_wire(wire)
        if issubclass(kind, Enum):
            return kind(wire)
        if kind is datetime:
            return _moment(wire)
        if kind is bytes:
            return base64.b64decode(wire, validate=True)
    except (ValueError, TypeError, binascii.Error) as error:
        raise NotThatShape(kind.__name__) from error
    return _plain(kind, wire)


def _moment(wire: Json) -> datetime:
    moment = datetime.fromisoformat(wire)
    if moment.tzinfo is None:  # whose clock it is of, nobody could tell
        raise ValueError
    return moment


def _plain(kind: Kind, wire: Json) -> Json:
    if kind is float and type(wire) is int:
        return float(wire)
    if type(wire) is not kind:
        raise NotThatShape(kind.__name__)
    return wire
