"""Keeps the faults of connector types, which may be somebody else's code, from whoever uses them."""

from __future__ import annotations

import logging
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING

from integration_console.domain.errors import ConsoleError, UnexpectedError
from integration_console.domain.ids import new_id
from integration_console.domain.work import Cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator

_log = logging.getLogger(__name__)
_LONGEST_CHAIN = 8


@contextmanager
def faults_told_as_one(type_key: str) -> Iterator[None]:
    """Raise `UnexpectedError` in place of whatever a type raises that it should not; the log tells the rest."""
    try:
        yield
    except (ConsoleError, Cancelled, GeneratorExit, KeyboardInterrupt):
        raise
    except BaseException as fault:  # noqa: BLE001 - somebody else's package may fail in any way, sys.exit included
        unexpected = UnexpectedError(reference=new_id()[-8:])
        reference = unexpected.params["reference"]
        _log.warning("the type %s failed (reference %s)\n%s", type_key, reference, trace_of(fault))
    else:
        return
    raise unexpected


def trace_of(fault: BaseException) -> str:
    """Return the way that a fault came and the names of its kinds, without its words: those may tell secrets."""
    ways: list[str] = []
    following: BaseException | None = fault
    while following is not None and len(ways) < _LONGEST_CHAIN:
        ways.append("".join([*traceback.format_tb(following.__traceback__), type(following).__name__]))
        following = following.__cause__ or following.__context__
    return "\n".join(ways)
