"""Keeps the faults of connector types, which may be somebody else's code, from whoever uses them."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from integration_console.domain.errors import ConsoleError, UnexpectedError
from integration_console.domain.ids import new_id
from integration_console.domain.work import Cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator

_log = logging.getLogger(__name__)


@contextmanager
def faults_told_as_one(type_key: str) -> Iterator[None]:
    """Raise `UnexpectedError` in place of whatever a type raises that it should not; the log tells the rest."""
    try:
        yield
    except (ConsoleError, Cancelled, GeneratorExit, KeyboardInterrupt):
        raise
    except BaseException as fault:  # noqa: BLE001 - somebody else's package may fail in any way, sys.exit included
        unexpected = UnexpectedError(reference=new_id()[-8:])
        _log.warning("the type %s failed (reference %s)", type_key, unexpected.params["reference"], exc_info=fault)
    else:
        return
    raise unexpected
