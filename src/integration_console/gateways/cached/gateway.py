"""The door to a workspace elsewhere, with its copy behind it: what it cannot answer in time, the copy answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from integration_console.domain.changes import Subject
from integration_console.domain.drafts import Freshness
from integration_console.domain.errors import ConsoleError, WorkspaceReadOnly
from integration_console.gateways.cached.answers import Answers
from integration_console.gateways.cached.asking import Asking
from integration_console.gateways.cached.filling import fill
from integration_console.gateways.cached.questions import LOG, RIGHTS, SUBJECTS, question_of
from integration_console.gateways.cached.reach import Reach, is_away
from integration_console.gateways.cached.things import as_saved
from integration_console.gateways.cached.waiting import Waiting
from integration_console.gateways.protocols import Gateway
from integration_console.operations.context import Announcements

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from integration_console.domain.changes import Change
    from integration_console.domain.drafts import Draft
    from integration_console.storage.cache_file import CacheFile

_SAVES = frozenset({"save_connector", "save_webhook", "save_schedule"})


class CachedGateway:
    """A `Gateway` (`as_gateway`): questions go to the workspace, and to the copy where it is away or late.

    Changes are made there. While it is away, those of connectors, webhooks and schedules that are there are kept as
    drafts; all others raise what says that it is away.
    """

    def __init__(self, cache: CacheFile, connect: Callable[[], Gateway], inner: Gateway | None = None) -> None:
        """Ask `inner`; None: the workspace is away at the start, and `connect` opens it once it is there."""
        self._cache, self._connect, self._inner = cache, connect, inner
        self._announcements, self._locked = Announcements(), False
        self._told: Callable[[], None] = lambda: None
        self._end_hearing: Callable[[], None] = lambda: None
        self._reach = Reach(cache, self._probe, self._came_back)
        self._reach.tell(self._tell)
        self._asking = Asking(self._reach, self._announce_answer)
        self._waiting = Waiting(cache, self._tell)
        self._answers = Answers(cache, self._waiting)
        self._hear_inner()

    @property
    def freshness(self) -> Freshness:
        """Whether the workspace answers, from when the copy is, how many changes wait."""
        reachable = self._reach.why is None and not self._asking.is_late
        return Freshness(reachable, self._reach.seen_at, len(self._waiting.drafts), self._reach.why)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The changes that wait."""
        return self._waiting.drafts

    def begin_away(self, why: ConsoleError) -> None:
        """Begin with the copy: the workspace did not answer when it was opened."""
        self._reach.went_away(why)

    def look_now(self) -> None:
        """Look at once whether the workspace is there again."""
        self._reach.hurry()

    def tell(self, listener: Callable[[], None]) -> None:
        """Call `listener`, on some thread, when the freshness or the drafts have changed."""
        self._told = listener

    def insist(self, draft_id: str) -> None:
        """Make a change over what is there now. Raises `WorkspaceReadOnly` and what the workspace refuses with."""
        self._require_unlocked()
        self._waiting.insist(self._reached(), draft_id)
        self._show_anew()

    def forget_draft(self, draft_id: str) -> None:
        """Let a change go. Raises `WorkspaceReadOnly`."""
        self._require_unlocked()
        self._waiting.forget(draft_id)
        self._show_anew()

    def fill(self) -> None:
        """Make the changes that wait, of earlier sessions too, and ask for all that a window shows first.

        Raises what the workspace refuses with.
        """
        if self._reach.why is None and self._send():
            self._show_anew()
        fill(as_gateway(self))
        if not self._locked:  # what may be done without the lock stays known
            self._answers.keep_rights(self._there())

    def close(self) -> None:
        """Ask no more, and close the copy."""
        self._end_hearing()
        self._reach.close()
        self._asking.close()
        self._cache.close()

    def on_change(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` after each change there, and when the copy turns out to be old."""
        return self._announcements.listen(listener)

    def lock(self, *, on: bool) -> None:
        """Refuse every change from now on, or no longer."""
        self._locked = on
        if self._inner is None:
            self._show_anew()  # whatever is shown depends on what may be done
        else:
            cast("Any", self._inner).lock(on=on)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a gateway has under that name
        if not hasattr(Gateway, name):
            raise AttributeError(name)
        if name in SUBJECTS or name in LOG:
            return partial(self._ask, name)
        if name in RIGHTS:
            return partial(self._right, name)
        return partial(self._save if name in _SAVES else self._do, name)

    # ------------------------------------------------------------------------------------------ questions and changes
    def _ask(self, name: str, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the gateway
        return self._asking.answer(
            name,
            question_of(name, args, kwargs),
            lambda: self._asked(name, args, kwargs),
            lambda: self._answers.find(name, args, kwargs),
        )

    def _asked(self, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as the gateway
        answer = getattr(self._there(), name)(*args, **kwargs)
        self._answers.keep(name, args, kwargs, answer)
        return answer

    def _right(self, name: str, permission: str, scope: str = "") -> Any:  # noqa: ANN401 - as the gateway
        """Asked by the window's thread: the workspace is never waited for."""
        if self._inner is None:
            return self._answers.right(name, permission, scope, locked=self._locked)
        return getattr(self._inner, name)(permission, scope)

    def _do(self, name: str, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the gateway
        there = self._reached()
        try:
            return getattr(there, name)(*args, **kwargs)
        finally:
            self._asking.forget_late()

    def _save(self, name: str, wish: Any) -> Any:  # noqa: ANN401 - as the gateway
        self._require_unlocked()
        try:
            return self._do(name, wish)
        except ConsoleError as error:
            if not is_away(error) and error is not self._reach.why:
                raise
            present = self._answers.thing(wish) if wish.id else None
            if is_away(error):
                self._reach.went_away(error)
            if present is None:
                raise
        thing = self._waiting.keep(present, wish, self._answers.secret_names(wish))
        self._show_anew()
        return as_saved(thing)

    # -------------------------------------------------------------------------------------------- away and back again
    def _probe(self) -> None:
        """Raise while the workspace is away."""
        if self._inner is None:
            self._inner = self._connect()
            return
        try:
            self._inner.newest_position()
        except ConsoleError as error:
            if is_away(error):
                raise

    def _came_back(self) -> None:
        self._hear_inner()
        self._send()
        self._show_anew()

    def _send(self) -> bool:
        """Make the changes that wait, unless a lock keeps them; return whether anything became of one."""
        return not self._locked and self._waiting.send_all(self._there())

    def _require_unlocked(self) -> None:
        if self._locked:
            raise WorkspaceReadOnly

    def _hear_inner(self) -> None:
        """Hear of changes there, and lock what has just been opened as this door is locked."""
        self._end_hearing()
        if self._inner is not None:
            self._end_hearing = self._inner.on_change(self._heard)
            cast("Any", self._inner).lock(on=self._locked)

    def _heard(self, change: Change) -> None:
        """Something has changed there."""
        self._asking.forget_late()
        self._announcements.announce(change)

    def _announce_answer(self, name: str) -> None:
        self._announcements.look_again(SUBJECTS.get(name, Subject.LOGS))

    def _tell(self) -> None:
        self._told()

    def _show_anew(self) -> None:
        """Have everything asked again that is shown: the changes that wait are others, or what may be done."""
        self._asking.forget_late()
        self._announcements.look_again(*Subject)

    def _reached(self) -> Gateway:
        """The workspace itself, which is asked nothing while it is known to be away. Raises what says so."""
        why = self._reach.why
        if why is not None:
            raise why
        return self._there()

    def _there(self) -> Gateway:
        """The workspace itself. Raises what says that it is away."""
        if self._inner is None:
            assert self._reach.why is not None  # noqa: S101 - it is away from the beginning
            raise self._reach.why
        return self._inner


def as_gateway(cached: CachedGateway) -> Gateway:
    """Return the same door as what it is to whoever asks."""
    return cast("Gateway", cached)
