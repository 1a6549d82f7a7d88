"""Takes secrets from files, standard input or a hidden prompt, never from the command line itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from integration_console.domain.errors import FieldProblem, InvalidInput, SecretOnCommandLine
from integration_console.domain.forms import value_from_text
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from integration_console.domain.forms import Field, Form, Value

_NO_VALUE = QT_TRANSLATE_NOOP("Forms", "Write it as name=value.")
_NO_FILE = QT_TRANSLATE_NOOP("Forms", "The file cannot be read: {reason}.")
_UNKNOWN = QT_TRANSLATE_NOOP("Forms", "There is no such field.")


def values_of(form: Form, settings: Sequence[str]) -> dict[str, Value]:
    """Return the values that `name=value` settings stand for; asks for secrets that are needed and missing.

    Raises `SecretOnCommandLine`, `InvalidInput`.
    """
    fields = {each.name: each for each in form.fields}
    values: dict[str, Value] = {}
    for setting in settings:
        name, separator, text = setting.partition("=")
        if not separator:
            raise InvalidInput(FieldProblem(name, _NO_VALUE))
        if name not in fields:
            raise InvalidInput(FieldProblem(name, _UNKNOWN))
        values[name] = _value(fields[name], text)
    for each in form.visible(values):
        if each.secret and each.required and not values.get(each.name) and sys.stdin.isatty():
            values[each.name] = click.prompt(each.label, hide_input=True, err=True)
    return values


def _value(field: Field, text: str) -> Value:
    if not field.secret:
        return value_from_text(field, text)  # "@amina" is a person in Slack, no file
    if text.startswith("@"):
        return secret_from_file(field.name, Path(text[1:]))
    if text == "-":
        return secret_from_file(field.name, Path(text))
    raise SecretOnCommandLine(field=field.name)


def secret_from_file(name: str, path: Path) -> str:
    """Return what a file (`-`: standard input) holds, without the line's end. Raises `InvalidInput`."""
    if str(path) == "-":
        return sys.stdin.read().rstrip("\r\n")
    try:
        return path.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not text"
        raise InvalidInput(FieldProblem(name, _NO_FILE, (("reason", reason),))) from error
