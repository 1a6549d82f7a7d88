"""What a removal does at its end in a workspace file: makes the index smaller, and gives the disk its room back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.storage import log_space
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from integration_console.domain.work import Work
    from integration_console.storage.store import EmbeddedStore


def free_space(store: EmbeddedStore, work: Work) -> None:
    """Do all that is worth doing, a step in each transaction, unless another is at it. Raises `Cancelled`."""
    if not store.freeing.acquire(blocking=False):
        return
    try:
        _free_space(store, work)
    finally:
        store.freeing.release()


def _free_space(store: EmbeddedStore, work: Work) -> None:
    for part in store.read(log_space.sparse_parts):
        _make_anew(store, part, work)
    for part in store.read(log_space.unnamed_parts):
        while not store.write(lambda writing, part=part: log_space.shrink_part(writing, part), Priority.RETENTION):  # type: ignore[misc]
            work.stop_if_cancelled()
    while store.write(log_space.give_back, Priority.RETENTION):
        work.stop_if_cancelled()


def _make_anew(store: EmbeddedStore, part: int, work: Work) -> None:
    """Move what is left of a table of the index into another; searches find it in one of them at any time."""
    into = store.write(log_space.make_part, Priority.RETENTION)
    while (draft := store.read(lambda reading: log_space.draft_move(reading, part))) is not None:
        store.write(lambda writing, draft=draft: log_space.move(writing, draft, into), Priority.INDEX)  # type: ignore[misc]
        work.stop_if_cancelled()
