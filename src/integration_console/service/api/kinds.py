"""Lets FastAPI take and give domain values: read and written by `domain.wire`, described by `schemas`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any, TypeVar

import orjson
from fastapi import Body, Response
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.domain.wire import Json, Kind, NotThatShape, from_wire, to_wire
from integration_console.service.api.schemas import MARK, mark

T = TypeVar("T")
_NOT_SHAPE = QT_TRANSLATE_NOOP("Forms", "This does not have the shape that is wanted here.")


class OnTheWire:
    """Marks an annotation as a domain value."""

    def __get_pydantic_core_schema__(self, source: Kind, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read with `from_wire`; the pydantic of the endpoint never looks inside."""
        del handler
        return core_schema.no_info_plain_validator_function(partial(read, source), metadata={MARK: mark(source)})

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Leave a mark, which the whole document replaces."""
        del handler
        return {MARK: schema["metadata"][MARK]}


WIRE = OnTheWire()
Given = Annotated[T, Body(), WIRE]
"""The body of a request: `Given[ConnectorDraft]`."""


def read(kind: Kind, wire: Json) -> Json:
    """Return the value of type `kind` that JSON stands for. Raises `InvalidInput` naming the part that does not fit."""
    try:
        return from_wire(kind, wire)
    except NotThatShape as error:
        part = str(error).partition(".")[2] or "body"
        raise InvalidInput(FieldProblem(part, _NOT_SHAPE)) from error


def answer(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Return a domain value as JSON."""
    return Response(as_json(value), status, headers, "application/json")


def as_json(value: object) -> bytes:
    """Return a domain value as JSON; what came from outside systems may hold numbers of any length."""
    wire = to_wire(value)
    try:
        return orjson.dumps(wire)
    except TypeError:
        import json  # noqa: PLC0415 - hardly ever needed

        return json.dumps(wire, separators=(",", ":")).encode()
