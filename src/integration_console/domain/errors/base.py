"""What every error has in common: a stable code, a sentence, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

_BY_CODE: dict[str, type[ConsoleError]] = {}


class ConsoleError(Exception):
    """Something a person or a caller must know about; `params` fill the named holes of the sentences."""

    code: ClassVar[str] = "console.error"
    template: ClassVar[str] = QT_TRANSLATE_NOOP("Errors", "Something did not work.")
    remedy: ClassVar[str] = QT_TRANSLATE_NOOP("Errors", "Try again; if it keeps happening, look in the log.")
    retriable: ClassVar[bool] = False
    asks_for_pause: ClassVar[bool] = False
    """Whether the outside system wants us to wait for `params["seconds"]`: that is no failed attempt."""
    ends_access: ClassVar[bool] = False
    """Whether nothing will work until a person grants access again."""
    http_status: ClassVar[int] = 500

    def __init__(self, **params: str | int) -> None:
        """Keep `params` as text: what the sentence names (never a secret)."""
        self.params: Mapping[str, str] = {name: str(value) for name, value in params.items()}
        super().__init__(self.params)

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Register the class under its code, so that a client turns a code back into the class."""
        super().__init_subclass__(**kwargs)
        if "code" in cls.__dict__:
            _BY_CODE[cls.code] = cls

    @property
    def title(self) -> str:
        """The English sentence that says what happened."""
        return self.template.format_map(_Holes(self.params))

    @property
    def advice(self) -> str:
        """The English sentence that says what to do."""
        return self.remedy.format_map(_Holes(self.params))

    def __str__(self) -> str:
        """Both sentences."""
        return f"{self.title} {self.advice}".strip()


class _Holes(dict[str, str]):
    """A sentence whose hole nobody filled keeps its name visible instead of failing."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


class UnexpectedError(ConsoleError):
    """A fault of the program itself; the details are in its own log under `reference`."""

    code = "console.unexpected"
    template = QT_TRANSLATE_NOOP("Errors", "Something went wrong inside the program (reference {reference}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Try again. If it happens again, send the program's log to support.")


def error_class(code: str) -> type[ConsoleError]:
    """Return the class of `code`, or `ConsoleError` for a code that this version does not know."""
    return _BY_CODE.get(code, ConsoleError)


def error_from_code(code: str, params: Mapping[str, str]) -> ConsoleError:
    """Return the error that had `code` and `params` where it was raised (a log entry, another process)."""
    error = error_class(code).__new__(error_class(code))
    ConsoleError.__init__(error, **dict(params))
    return error
