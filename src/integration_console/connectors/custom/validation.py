"""Checks a manifest by its schema, and by the rules that a schema cannot say; the first fault is told by its line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from integration_console.connectors.custom.text import ManifestText, Path
from integration_console.connectors.mapping import mapping_problem
from integration_console.connectors.rest import form_parts as parts
from integration_console.domain.errors import FieldProblem
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_EXPRESSIONS = ("records", "id", "record_title", "archived", "removed")
_MISSING = QT_TRANSLATE_NOOP("Forms", "this is missing")
_UNKNOWN = QT_TRANSLATE_NOOP("Forms", "there is no such field")
_NOT_AMONG = QT_TRANSLATE_NOOP("Forms", "this must be one of: {choices}")
_WRONG_KIND = QT_TRANSLATE_NOOP("Forms", "this must be of the kind {kind}")
_TOO_SMALL = QT_TRANSLATE_NOOP("Forms", "this number must be {limit} at least")
_TOO_GREAT = QT_TRANSLATE_NOOP("Forms", "this number must be {limit} at most")
_WRONG_LENGTH = QT_TRANSLATE_NOOP("Forms", "this is too short or too long")
_WRONG_FORM = QT_TRANSLATE_NOOP("Forms", "this is not written as this field must be")
_SAME_KEY = QT_TRANSLATE_NOOP("Forms", "another stream has this key")

Found = tuple[Path, str, tuple[tuple[str, str], ...]]


def check_manifest(text: ManifestText, *, needs_key: bool) -> None:
    """Return when the manifest is good. Raises `ManifestFault` for the first thing that is not, by line.

    What is missing is told last: a field may be there under a misspelt name.
    A manifest in a file `needs_key`, which becomes the connector type's own.
    """
    found = [_by_schema(error) for error in _validator().iter_errors(text.content)]
    if not found:
        found = list(_by_own_rules(text.content))
    if needs_key and "key" not in text.content:
        found.append((("key",), _MISSING, ()))
    if found:
        path, problem, params = min(found, key=lambda each: (each[1] == _MISSING, text.line(each[0])))
        raise text.fault(path, problem, params)


@cache
def _validator() -> Draft202012Validator:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - only manifests need it

    schema = files("integration_console.connectors.custom").joinpath("schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(schema))


def _by_schema(error: ValidationError) -> Found:
    path = tuple(error.absolute_path)
    sentence = _SENTENCES.get(str(error.validator))
    return sentence(path, error) if sentence else (path, _WRONG_FORM, ())


def _missing(path: Path, error: ValidationError) -> Found:
    wanted: Any = error.validator_value
    instance: Any = error.instance
    names = [each for each in wanted if each not in instance]
    return (*path, names[0]), _MISSING, ()


def _unknown(path: Path, error: ValidationError) -> Found:
    schema: Any = error.schema
    instance: Any = error.instance
    names = [each for each in instance if each not in schema.get("properties", {})]
    return (*path, names[0]), _UNKNOWN, ()


def _not_among(path: Path, error: ValidationError) -> Found:
    wanted: Any = error.validator_value
    allowed = wanted if error.validator == "enum" else [wanted]
    return path, _NOT_AMONG, (("choices", ", ".join(map(str, allowed))),)


def _wrong_kind(path: Path, error: ValidationError) -> Found:
    wanted: Any = error.validator_value
    return path, _WRONG_KIND, (("kind", wanted if isinstance(wanted, str) else ", ".join(wanted)),)


def _too_small(path: Path, error: ValidationError) -> Found:
    return path, _TOO_SMALL, (("limit", str(error.validator_value)),)


def _too_great(path: Path, error: ValidationError) -> Found:
    return path, _TOO_GREAT, (("limit", str(error.validator_value)),)


def _wrong_length(path: Path, _: ValidationError) -> Found:
    return path, _WRONG_LENGTH, ()


_SENTENCES: Mapping[str, Callable[[Path, ValidationError], Found]] = {
    "required": _missing,
    "additionalProperties": _unknown,
    "enum": _not_among,
    "const": _not_among,
    "type": _wrong_kind,
    "minimum": _too_small,
    "maximum": _too_great,
    **dict.fromkeys(
        ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _wrong_length
    ),
}


def _by_own_rules(content: Mapping[str, Any]) -> Iterator[Found]:
    for name in content.get("headers", {}):
        yield from _told(("headers", name), parts.header_problem("headers", name))
    sign_in = content.get("sign_in", {})
    if sign_in.get("kind") == "api_key" and sign_in.get("in", "header") == "header":
        yield from _told(("sign_in", "name"), parts.header_problem("name", sign_in["name"]))
    keys: set[str] = set()
    for index, stream in enumerate(content["streams"]):
        if stream["key"] in keys:
            yield ("streams", index, "key"), _SAME_KEY, ()
        keys.add(stream["key"])
        yield from _stream_faults(("streams", index), stream)


def _stream_faults(place: tuple[str | int, ...], stream: Mapping[str, Any]) -> Iterator[Found]:
    yield from _told((*place, "path"), parts.path_problem("path", stream["path"]))
    for name in _EXPRESSIONS:
        yield from _expression_faults((*place, name), stream.get(name))
    for name in ("next", "more"):
        yield from _expression_faults((*place, "pages", name), stream.get("pages", {}).get(name))
    yield from _expression_faults((*place, "changes", "field"), stream.get("changes", {}).get("field"))
    for name, text in stream.get("content", {}).items():
        yield from _expression_faults((*place, "content", name), text)


def _expression_faults(place: Path, text: str | None) -> Iterator[Found]:
    if text is not None:
        yield from _told(place, mapping_problem("", text))


def _told(place: Path, problem: FieldProblem | None) -> Iterator[Found]:
    if problem is not None:
        yield place, problem.template, problem.params
