"""The sentences of errors and of field problems in the language in force."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from integration_console.domain.errors import ConsoleError, FieldProblem, InvalidInput
from integration_console.domain.errors.words import PLACE_IN_TEXT, WORDS
from integration_console.ui.language.bidi import technical, user_text

_WORDED: Final = frozenset({"kind", "reason"})
_PLACE_IN_TEXT: Final = re.compile(r"line (?P<line>\d+), column (?P<column>\d+)")


class _Holes(dict[str, str]):
    """A hole that nobody filled keeps its name visible."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def filled(context: str, template: str, params: Mapping[str, str]) -> str:
    """The translation of a template with its named holes filled, each isolated from the sentence's direction."""
    holes = _Holes({name: user_text(_in_own_words(name, value)) for name, value in params.items()})
    return QCoreApplication.translate(context, template).format_map(holes)


def error_title(error: ConsoleError) -> str:
    """What happened."""
    if isinstance(error, InvalidInput) and error.problems:
        said = " ".join(f"{technical(each.field)}: {problem_sentence(each)}" for each in error.problems)
        return filled("Errors", error.template, {"fields": said.rstrip(".")})
    return filled("Errors", error.template, error.params)


def error_advice(error: ConsoleError) -> str:
    """What to do about it."""
    return filled("Errors", error.remedy, error.params)


def error_sentence(error: ConsoleError) -> str:
    """What happened and what to do about it, where there is but one place for both."""
    return f"{error_title(error)} {error_advice(error)}"


def problem_sentence(problem: FieldProblem) -> str:
    """What is wrong with a field."""
    return filled("Forms", problem.template, dict(problem.params))


def _in_own_words(hole: str, value: str) -> str:
    """A kind or a reason in the program's own words is translated; names, numbers and codes stay as they are."""
    if hole not in _WORDED:
        return value
    if value in WORDS:
        return QCoreApplication.translate("Words", value)
    place = _PLACE_IN_TEXT.fullmatch(value)
    return QCoreApplication.translate("Words", PLACE_IN_TEXT).format(**place.groupdict()) if place else value
