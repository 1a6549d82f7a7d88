"""What becomes of a job whose attempt failed: try again later, wait for a person, or give up."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from integration_console.domain.errors import DiskFull, VaultLocked, WorkspaceBusy
from integration_console.domain.jobs import Settlement
from integration_console.domain.syncs import RunState

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.errors import ConsoleError

NEVER = datetime.fromisoformat("9999-01-01T00:00:00+00:00")
"""When a job becomes due that waits for a person."""
MOST_ATTEMPTS = 8
"""Failed attempts in a row, with nothing stored in between, after which a job has failed."""
_FIRST_SECONDS, _LONGEST_SECONDS = 5.0, 900.0
_UNTIL_ROOM_SECONDS = 30
_SHORTEST_PAUSE, _LONGEST_PAUSE = 1.0, 86_400.0
_OUR_OWN_TROUBLE = (DiskFull, VaultLocked, WorkspaceBusy)


def full_jitter(attempts: int, chance: Callable[[float, float], float] = random.uniform) -> float:
    """Return seconds between 0 and 5·2ⁿ (at most 900): many that failed together do not come back together."""
    return chance(0.0, min(_LONGEST_SECONDS, _FIRST_SECONDS * 2.0 ** (attempts - 1)))


def _asked_for(error: ConsoleError) -> float:
    """Return the seconds that an outside system asks for; its type may have passed on what is no number."""
    try:
        seconds = float(error.params.get("seconds", ""))
    except ValueError:
        return _SHORTEST_PAUSE
    return min(seconds, _LONGEST_PAUSE) if seconds > _SHORTEST_PAUSE else _SHORTEST_PAUSE


def after_failure(
    error: ConsoleError,
    attempts: int,
    now: datetime,
    chance: Callable[[float, float], float] = random.uniform,
) -> Settlement:
    """Return what becomes of a job after `error`; `attempts` are the failures in a row before this one.

    A pause that the outside system asks for is kept to the second, with up to a second more, and is no failure; nor is
    trouble of our own (a full disk, locked secrets). Lost access waits for a person, however long.
    """

    def settled(state: RunState, due_at: datetime | None, failures: int) -> Settlement:
        return Settlement(state, due_at, failures, error.code, error.params)

    if error.ends_access:
        return settled(RunState.WAITING, NEVER, attempts)
    if error.asks_for_pause:
        pause = timedelta(seconds=_asked_for(error) + chance(0.0, 1.0))
        return settled(RunState.WAITING, now + pause, attempts)
    if isinstance(error, _OUR_OWN_TROUBLE):
        return settled(RunState.WAITING, now + timedelta(seconds=_UNTIL_ROOM_SECONDS), attempts)
    if error.retriable and attempts + 1 < MOST_ATTEMPTS:
        pause = timedelta(seconds=full_jitter(attempts + 1, chance))
        return settled(RunState.WAITING, now + pause, attempts + 1)
    return settled(RunState.FAILED, None, attempts + 1)
