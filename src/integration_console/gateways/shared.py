"""What a program knows of others that work on the same shared database: where they receive, what they change."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import ConsoleError
from integration_console.domain.log_conditions import EVERYTHING, FieldIs, LogField
from integration_console.domain.workspace import ReceiverState
from integration_console.storage import jobs, logs
from integration_console.storage.shared.access import SERVICE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from integration_console.domain.logs import LogEntry
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Reading

_log = logging.getLogger(__name__)
_SECONDS: Final = 1.5
_AT_MOST: Final = 500
_MONTHS: Final = text("SELECT console.keep_log_partitions(3)")
_ABOUT: Final[Mapping[str, tuple[Subject, ...]]] = {
    "connector": (Subject.CONNECTORS,),
    "webhook": (Subject.WEBHOOKS,),
    "sync": (Subject.SYNCS, Subject.CONNECTORS),
    "schedule": (Subject.SCHEDULES,),
    "member": (Subject.MEMBERS,),
    "api_key": (Subject.API_KEYS,),
    "api_key_policy": (Subject.API_KEYS,),
    "retention_rule": (Subject.WORKSPACE,),
    "legal_hold": (Subject.WORKSPACE,),
    "retention": (Subject.WORKSPACE,),
    "holder": (Subject.HOLDERS, Subject.WORKSPACE),
    "workspace": (Subject.WORKSPACE,),
    "receiver": (Subject.WORKSPACE,),
}
"""What else has changed where the log has a new entry of this kind."""


def keep_log_months(context: Context) -> None:
    """Make the months of the log that are ahead; the service's business."""
    if context.store.shared and context.store.role == SERVICE:
        context.store.write(lambda writing: writing.connection.execute(_MONTHS))


class SharedReceiver:
    """Tells where the service of a shared database receives, as its log says."""

    def __init__(self, context: Context) -> None:
        """Read the log of `context`."""
        self._context = context

    def __call__(self) -> ReceiverState:
        """Return where webhooks are received; the address in the settings counts before what the log says."""
        newest = FieldIs(LogField.TYPE, "receiver.", is_prefix=True)
        found = self._context.store.read(lambda reading: logs.page(reading, newest, None, 1)).entries
        begun = [each for each in found if each.event_type == "receiver.started"]
        address = self._context.public_url or (begun[0].params.get("url", "") if begun else "")
        return ReceiverState(bool(begun), address, public=bool(self._context.public_url), elsewhere=True)


class Follower:
    """Announces what other programs change, from `start` to `stop`: it looks by place, every second or so."""

    def __init__(self, context: Context, seconds: float = _SECONDS) -> None:
        """Look into the workspace of `context`."""
        self._context = context
        self._seconds = seconds
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to look, from what is there now on."""
        self._thread = threading.Thread(target=self._run, name="follower", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        position: int | None = None
        lost = False
        while not self._ending.is_set():
            try:
                position = self._look(position)
            except ConsoleError as error:  # the store has told it already; the next look finds out whether it is over
                lost = True
                _log.info("other programs cannot be followed: %s", error.code)
            else:
                lost = lost and self._tell_all(position)
            self._ending.wait(self._seconds)

    def _tell_all(self, position: int) -> bool:
        """The database is back: whatever is shown may be old. Returns False."""
        for subject in Subject:
            self._context.announcements.announce(Change(subject, position))
        return False

    def _look(self, position: int | None) -> int:
        entries, reached, at_work = self._context.store.read(lambda reading: _new(reading, position))
        subjects = dict.fromkeys(subject for each in entries for subject in _subjects(each))
        if at_work:
            subjects[Subject.SYNCS] = None
        for subject in (*subjects, *((Subject.LOGS,) if entries else ())):
            self._context.announcements.announce(Change(subject, reached))
        return reached


def _new(reading: Reading, position: int | None) -> tuple[Iterable[LogEntry], int, bool]:
    """Return what is new behind a place (None: nothing yet), the place reached, and whether a sync is under way."""
    if position is None:
        return (), logs.newest_position(reading), False
    entries, reached = logs.tail(reading, EVERYTHING, position, _AT_MOST)
    return entries, max(reached, position), jobs.is_at_work(reading)


def _subjects(entry: LogEntry) -> tuple[Subject, ...]:
    return _ABOUT.get(entry.event_type.partition(".")[0], ())
