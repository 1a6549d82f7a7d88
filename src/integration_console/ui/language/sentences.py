"""The sentences of errors and of field problems in the language in force."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from integration_console.domain.errors import ConsoleError, FieldProblem
from integration_console.ui.language.bidi import user_text


class _Holes(dict[str, str]):
    """A hole that nobody filled keeps its name visible."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def filled(context: str, template: str, params: Mapping[str, str]) -> str:
    """The translation of a template with its named holes filled, each isolated from the sentence's direction."""
    holes = _Holes({name: user_text(value) for name, value in params.items()})
    return QCoreApplication.translate(context, template).format_map(holes)


def error_title(error: ConsoleError) -> str:
    """What happened."""
    return filled("Errors", error.template, error.params)


def error_advice(error: ConsoleError) -> str:
    """What to do about it."""
    return filled("Errors", error.remedy, error.params)


def problem_sentence(problem: FieldProblem) -> str:
    """What is wrong with a field."""
    return filled("Forms", problem.template, dict(problem.params))
