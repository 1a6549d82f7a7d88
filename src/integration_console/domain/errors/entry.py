"""Errors of what a person typed or a program asked for."""

from __future__ import annotations

from dataclasses import dataclass

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with one field: a translatable sentence and the values of its named holes."""

    field: str
    template: str
    params: tuple[tuple[str, str], ...] = ()

    @property
    def sentence(self) -> str:
        """The English sentence."""
        return self.template.format(**dict(self.params))


class InvalidInput(ConsoleError):
    """One or more fields do not hold what they must."""

    code = "input.invalid"
    template = QT_TRANSLATE_NOOP("Errors", "Some fields need another look: {fields}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Correct them and save again; nothing was lost.")
    http_status = 422
    problems: tuple[FieldProblem, ...] = ()
    """Empty in one that was rebuilt from its code."""

    def __init__(self, *problems: FieldProblem, fields: str = "") -> None:
        """Take what is wrong, field by field (`fields` only when rebuilt from a code)."""
        self.problems = problems
        names = ", ".join(f"{problem.field}: {problem.sentence}" for problem in problems)
        super().__init__(fields=names.rstrip(".") or fields)


class NotFound(ConsoleError):
    """The thing asked for does not exist, or not any more."""

    code = "input.not_found"
    template = QT_TRANSLATE_NOOP("Errors", "There is no {kind} “{id}”.")
    remedy = QT_TRANSLATE_NOOP("Errors", "It may have been removed in the meantime; refresh the list.")
    http_status = 404


class NameTaken(ConsoleError):
    """Another thing of the same kind bears this name."""

    code = "input.name_taken"
    template = QT_TRANSLATE_NOOP("Errors", "The name “{name}” is already in use.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Choose another name.")
    http_status = 409


class SecretOnCommandLine(ConsoleError):
    """A secret was typed where other users of the machine could read it."""

    code = "input.secret_on_command_line"
    template = QT_TRANSLATE_NOOP("Errors", "“{field}” is a secret and must not be given on the command line.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Use {field}=@FILE, {field}=- to read standard input, or leave it out to be asked for it."
    )
    http_status = 400


class ActionUnavailable(ConsoleError):
    """The connector cannot do this, or not in its present state."""

    code = "input.action_unavailable"
    template = QT_TRANSLATE_NOOP("Errors", "“{name}” cannot do this now: it is not active.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Activate the connector first.")
    http_status = 409


class RemovedByService(ConsoleError):
    """Old entries of a shared database are removed by the service alone."""

    code = "retention.by_service"
    template = QT_TRANSLATE_NOOP("Errors", "Old log entries of a shared database are removed by its service.")
    remedy = QT_TRANSLATE_NOOP("Errors", "They go once a day; to have it done now, ask through the service.")
    http_status = 409


class QueryNotUnderstood(ConsoleError):
    """A log query holds a word that means nothing."""

    code = "input.query"
    template = QT_TRANSLATE_NOOP("Errors", "The search does not understand “{part}”.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors",
        "Use words, status:error, type:webhook.*, connector:NAME, duration:>2s, has:error, last 24h or 2026-11-01..2026-11-05, "
        "with -, OR and brackets; put what is to be found as it stands in quotation marks.",
    )
    http_status = 400
