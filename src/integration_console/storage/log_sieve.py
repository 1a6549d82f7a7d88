r"""What SQL can tell of a payload without folding it: enough to pass over most that cannot hold some words.

Folding turns no plain ASCII letter into anything but its small one. So words of ASCII letters are in a payload of
ASCII letters if they are in its small ones; of a payload that has other letters, or hides some (`\u0645`), or stands
beside an event's body, SQL knows nothing, and `log_search` looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Text, exists, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from integration_console.storage import tables

if TYPE_CHECKING:
    from sqlalchemy.sql.compiler import SQLCompiler

_logs, _payloads = tables.logs, tables.log_payloads


def may_contain(words: str) -> ColumnElement[bool]:
    """Return what is true of every entry that has the words, in itself or in what hangs on it, and of few others."""
    payload = _payloads.c.payload
    unsure = or_(_HasOthers(payload), payload.contains("\\u", autoescape=True))
    if words.isascii():
        unsure = or_(_Small(payload).contains(words, autoescape=True), unsure)
    mine = (_payloads.c.tenant_id == _logs.c.tenant_id) & (_payloads.c.log_id == _logs.c.id)
    inside = exists().where(mine, unsure).correlate(_logs)
    return or_(_logs.c.folded.contains(words, autoescape=True), _logs.c.event_id.is_not(None), inside)


class _Small(FunctionElement[str]):
    """A text with its ASCII letters small; others as they are, whatever the database's language."""

    inherit_cache = True
    type = Text()


class _HasOthers(FunctionElement[bool]):
    """Whether a text has any letter beyond ASCII."""

    inherit_cache = True


@compiles(_Small, "sqlite")
def _small_in_file(element: _Small, compiler: SQLCompiler, **kwargs: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    return f"lower({compiler.process(element.clauses, **kwargs)})"


@compiles(_Small, "postgresql")
def _small_in_database(element: _Small, compiler: SQLCompiler, **kwargs: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    return f'lower({compiler.process(element.clauses, **kwargs)} COLLATE "C")'


@compiles(_HasOthers, "sqlite")
def _others_in_file(element: _HasOthers, compiler: SQLCompiler, **kwargs: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    column = compiler.process(element.clauses, **kwargs)
    return f"length({column}) <> length(CAST({column} AS BLOB))"


@compiles(_HasOthers, "postgresql")
def _others_in_database(element: _HasOthers, compiler: SQLCompiler, **kwargs: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own
    column = compiler.process(element.clauses, **kwargs)
    return f"length({column}) <> octet_length({column})"
