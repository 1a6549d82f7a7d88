"""What forms and manifests of REST sources ask for in the same words, and the rules that neither can say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from integration_console.connectors.mapping import mapping_problem
from integration_console.domain.errors import FieldProblem
from integration_console.domain.forms import Field, FieldKind, Value, is_one_line
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
_VISIBLE_ASCII = re.compile(r"[!-~]+")
_OURS = frozenset({"host", "content-length", "transfer-encoding", "connection", "accept-encoding"})

NOT_HEADER = QT_TRANSLATE_NOOP("Forms", "This cannot be the name of a header.")
NOT_OBJECT = QT_TRANSLATE_NOOP("Forms", "Enter a JSON object, such as {example}.")
NOT_CREDENTIAL = QT_TRANSLATE_NOOP("Forms", "A key or token holds no spaces or line ends: copy it again.")
NOT_PATH = QT_TRANSLATE_NOOP("Forms", "Enter a path below the base address, such as /items.")
NOT_BASE = QT_TRANSLATE_NOOP("Forms", "A base address has no user name, no “?” and no “#”.")


def base_address_field(proposed: str = "", *, placeholder: str = "https://api.example.com/v1") -> Field:
    """Ask for the base address of a source, proposing one."""
    return Field(
        name="base_url",
        kind=FieldKind.URL,
        label=QT_TRANSLATE_NOOP("Forms", "Base address"),
        help=QT_TRANSLATE_NOOP("Forms", "What all addresses of the API begin with."),
        required=True,
        placeholder=placeholder,
        default=proposed or None,
    )


def base_address_problem(field: str, address: str) -> FieldProblem | None:
    """Return what is wrong with a base address beyond what its field's kind sees."""
    parts = urlsplit(address)
    return FieldProblem(field, NOT_BASE) if parts.username or parts.query or parts.fragment else None


def path_problem(field: str, path: str) -> FieldProblem | None:
    """Return what is wrong with a path: it must stay below the base address."""
    outside = "://" in path or path.startswith("//") or "#" in path or "\\" in path or " " in path
    climbs = ".." in path.partition("?")[0].split("/")
    return FieldProblem(field, NOT_PATH) if outside or climbs or not is_one_line(path) else None


def header_problem(field: str, name: str) -> FieldProblem | None:
    """Return what is wrong with the name of a header (RFC 9110 5.6.2); those of the connection are ours."""
    usable = HEADER_NAME.fullmatch(name) and name.lower() not in _OURS
    return None if usable else FieldProblem(field, NOT_HEADER)


def credential_problem(field: str, secret: str) -> FieldProblem | None:
    """Return what is wrong with a key or token that travels in a header as it is."""
    return None if _VISIBLE_ASCII.fullmatch(secret) else FieldProblem(field, NOT_CREDENTIAL)


def expression_problems(texts: Mapping[str, str], fields: tuple[str, ...]) -> Iterator[FieldProblem]:
    """Yield what is wrong with the JMESPath expressions of the filled ones among `fields`."""
    for name in fields:
        problem = mapping_problem(name, texts[name]) if texts.get(name) else None
        if problem is not None:
            yield problem


def object_of(value: Value) -> dict[str, Any] | None:
    """Return the JSON object that a field holds, as text or as it is ({} when it is empty); None for anything else."""
    if value is None or value == "":
        return {}
    try:
        found = json.loads(value) if isinstance(value, str) else value
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def texts_of(value: Value) -> dict[str, str] | None:
    """Return the object that a field holds if all its values are texts, numbers or truth values, each as text."""
    found = object_of(value)
    if found is None or not all(isinstance(each, str | int | float) for each in found.values()):
        return None
    return {name: each if isinstance(each, str) else json.dumps(each) for name, each in found.items()}
