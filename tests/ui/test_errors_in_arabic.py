"""Every error of the product is told in both languages: what happened and what to do, whole and in the right words."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

import pytest

from integration_console.domain.errors import ConsoleError, error_from_code
from integration_console.ui.language import LanguageCode, error_advice, error_title, language
from tests.latin import PROPER_NAMES, foreign_words

_ISOLATES = re.compile("[\u2066-\u2069]")
_ARABIC = re.compile(r"[\u0621-\u064A]")


def _all_errors(kind: type[ConsoleError] = ConsoleError) -> Iterator[type[ConsoleError]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("integration_console."):
            yield each
        yield from _all_errors(each)


ERRORS = sorted({each.code: each for each in _all_errors()}.items())


def _filled(kind: type[ConsoleError]) -> ConsoleError:
    """An error as it would be raised, with a name of nobody's language in each hole."""
    names = {name for text in (kind.template, kind.remedy) for _, name, _, _ in string.Formatter().parse(text) if name}
    return error_from_code(kind.code, dict.fromkeys(names, "4711"))


@pytest.mark.parametrize("kind", [kind for _, kind in ERRORS], ids=[code for code, _ in ERRORS])
def test_it_is_told_in_both_languages(kind: type[ConsoleError]) -> None:
    error = _filled(kind)
    english = (error_title(error), error_advice(error))
    assert [_ISOLATES.sub("", each) for each in english] == [error.title, error.advice]
    assert all(each and "{" not in each for each in english)
    language.choose(LanguageCode.ARABIC)
    arabic = (error_title(error), error_advice(error))
    assert all(_ARABIC.search(each) and "{" not in each for each in arabic)
    assert [foreign_words(each, PROPER_NAMES) for each in arabic] == [[], []]
