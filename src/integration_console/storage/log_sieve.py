r"""What SQL can tell of a payload without folding it: enough to pass over most that cannot hold some words.

Folding turns no plain ASCII letter into anything but its small one. So words of ASCII letters are in a payload of
ASCII letters if they are in its small ones; of a payload that has other letters, or hides some (`\u0645`), or stands
beside an event's body, SQL knows nothing, and `log_search` looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, Text, and_, exists, not_, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from integration_console.storage import tables

if TYPE_CHECKING:
    from sqlalchemy.sql.compiler import SQLCompiler

_logs, _payloads = tables.logs, tables.log_payloads


def may_contain(words: str) -> ColumnElement[bool]:
    """Return what is true of every entry that has the words, in itself or in what hangs on it, and of few others."""
    unsure = or_(_unclear(), _small_has(words)) if words.isascii() else _unclear()
    return or_(_in_entry(words), _logs.c.event_id.is_not(None), _has_payload(unsure))


def surely_contains(words: str) -> ColumnElement[bool]:
    """Return what is true only of entries that have the words."""
    if not words.isascii():
        return _in_entry(words)
    return or_(_in_entry(words), _has_payload(and_(not_(_unclear()), _small_has(words))))


def _in_entry(words: str) -> ColumnElement[bool]:
    return _logs.c.folded.contains(words, autoescape=True)


def _has_payload(such: ColumnElement[bool]) -> ColumnElement[bool]:
    mine = (_payloads.c.tenant_id == _logs.c.tenant_id) & (_payloads.c.log_id == _logs.c.id)
    return exists().where(mine, such).correlate(_logs)


def _unclear() -> ColumnElement[bool]:
    """What is true of a payload that folding may change by more than making letters small."""
    payload = _payloads.c.payload
    return or_(_HasOthers(payload), payload.contains("\\u", autoescape=True))


def _small_has(words: str) -> ColumnElement[bool]:
    return _Small(_payloads.c.payload).contains(words, autoescape=True)


class _Small(FunctionElement[str]):
    """A text with its ASCII letters small; others as they are, whatever the database's language."""

    inherit_cache = True
    type = Text()


class _HasOthers(FunctionElement[bool]):
    """Whether a text has any letter beyond ASCII."""

    inherit_cache = True
    type = Boolean()


@compiles(_Small, "sqlite")
def _small_in_file(element: _Small, compiler: SQLCompiler, **kwargs: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    return f"lower({compiler.process(element.clauses, **kwargs)})"


@compiles(_Small, "postgresql")
def _small_in_database(element: _Small, compiler: SQLCompiler, **kwargs: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    return f'lower({compiler.process(element.clauses, **kwargs)} COLLATE "C")'


@compiles(_HasOthers, "sqlite")
def _others_in_file(element: _HasOthers, compiler: SQLCompiler, **kwargs: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    column = compiler.process(element.clauses, **kwargs)
    return f"(length({column}) <> length(CAST({column} AS BLOB)))"


@compiles(_HasOthers, "postgresql")
def _others_in_database(element: _HasOthers, compiler: SQLCompiler, **kwargs: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    column = compiler.process(element.clauses, **kwargs)
    return f"(length({column}) <> octet_length({column}))"
