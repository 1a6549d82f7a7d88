"""The words that fill the holes of errors' sentences are known to the translators."""

from __future__ import annotations

import ast
from pathlib import Path

import integration_console
from integration_console.domain.errors.words import PLACE_IN_TEXT, WORDS

SOURCES = Path(integration_console.__file__).parent
CARRIERS = {"NotFound": "kind", "BodyNotJson": "reason", "KeyringUnavailable": "reason"}


def spoken_words() -> set[str]:
    """Every fixed word that the code gives to an error as its `kind` or `reason`."""
    calls = (
        node
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CARRIERS
    )
    given = (
        (CARRIERS[call.func.id], each) for call in calls if isinstance(call.func, ast.Name) for each in call.keywords
    )
    return {str(each.value.value) for name, each in given if each.arg == name and isinstance(each.value, ast.Constant)}


def test_every_fixed_word_in_an_error_is_known_to_the_translators() -> None:
    assert spoken_words() - WORDS == set()


def test_a_place_in_text_has_its_line_and_column() -> None:
    assert PLACE_IN_TEXT.format(line=2, column=3) == "line 2, column 3"
