"""Changes that wait until the workspace is reached again; none is made over what somebody else changed meanwhile."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import orjson

from integration_console.domain.drafts import Draft, DraftState, settled
from integration_console.domain.errors import ConsoleError, NotFound, SecretNotKept
from integration_console.domain.ids import new_id
from integration_console.domain.wire import NotThatShape, from_wire, to_wire
from integration_console.gateways.cached.reach import is_away, is_refusal
from integration_console.gateways.cached.things import KINDS, MANNERS, changed, with_secrets_of, without_secrets

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.gateways.cached.things import Thing, Wish
    from integration_console.gateways.protocols import Gateway
    from integration_console.storage.cache_file import CacheFile


class Waiting:
    """The drafts of one workspace. `told` is called, on some thread, when they change."""

    def __init__(self, cache: CacheFile, told: Callable[[], None]) -> None:
        """Keep drafts in `cache`."""
        self._cache, self._told = cache, told
        self._secrets: dict[str, Wish] = {}
        self._sending, self._writing = threading.Lock(), threading.Lock()

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """All drafts, the oldest first; one that this version cannot read is left alone."""
        return tuple(found for body in self._cache.drafts() if (found := _read(body)) is not None)

    def keep(self, present: Thing, wish: Wish, secrets: frozenset[str] = frozenset()) -> Thing:
        """Keep a change of `present`, a thing that is there, and return what would come of it.

        `secrets` are the names of the values that are secrets: they stay in memory until the program ends.
        """
        mine = changed(present, wish)
        with self._writing:
            earlier = next((each for each in self.drafts if each.subject_id == wish.id), None)
            draft_id = earlier.id if earlier else new_id()
            whole = with_secrets_of(self._secrets.get(draft_id), wish, secrets)
            plain, lacks = without_secrets(whole, secrets)
            draft = Draft(
                draft_id,
                KINDS[type(wish)],
                wish.id,
                getattr(mine, "name", ""),
                datetime.now(UTC),
                to_wire(plain),
                earlier.base if earlier else settled(to_wire(present)),
                settled(to_wire(mine)),
                lacks_secret=lacks or (earlier is not None and earlier.lacks_secret),
            )
            if lacks:
                self._secrets[draft_id] = whole
            self._put(draft)
        return mine

    def shown_in(self, answer: Any) -> Any:  # noqa: ANN401 - a thing or several
        """Return an answer of the copy as it will be once the changes that wait are made."""
        wishes = {each.subject_id: _wish(each) for each in self.drafts if each.state is DraftState.WAITING}
        if isinstance(answer, tuple):
            return tuple(changed(each, wishes[each.id]) if each.id in wishes else each for each in answer)
        return changed(answer, wishes[answer.id]) if answer.id in wishes else answer

    def send_all(self, gateway: Gateway) -> bool:
        """Make the changes that wait, but for those over which somebody else has changed something meanwhile.

        Each is made by one caller only, however many there are. Return whether anything became of one.
        """
        with self._sending:
            before = self.drafts
            for each in before:
                draft = self._present(each.id)
                if draft is None or draft.state is not DraftState.WAITING:
                    continue
                if draft.lacks_secret and draft.id not in self._secrets:  # it was typed in an earlier session
                    self._became(draft, _refused(draft, SecretNotKept()))
                    continue
                try:
                    self._try(gateway, draft)
                except ConsoleError as error:
                    self._stumble(draft, error)
                    if is_away(error):  # the others would only wait for it
                        break
            return self.drafts != before

    def insist(self, gateway: Gateway, draft_id: str) -> None:
        """Make a change all the same, over what is there now; one that was refused is tried again.

        A secret that is not there any more is left as it is. Raises what the workspace refuses with.
        """
        with self._sending:
            draft = self._present(draft_id)
            if draft is None:  # it was made or let go meanwhile
                self._told()
                return
            if draft.state is DraftState.CONFLICT:
                MANNERS[draft.kind].save(gateway, self._secrets.get(draft.id) or _wish(draft))
                self._made(draft)
                return
            try:
                self._try(gateway, draft)
            except ConsoleError as error:
                self._stumble(draft, error)
                raise

    def forget(self, draft_id: str) -> None:
        """Let a change go: what is there stays."""
        self._secrets.pop(draft_id, None)
        self._cache.forget_draft(draft_id)
        self._told()

    def _try(self, gateway: Gateway, draft: Draft) -> None:
        """Make a change that nobody else's stands against. Raises what the workspace refuses with."""
        manner = MANNERS[draft.kind]
        try:
            theirs = settled(to_wire(manner.find(gateway, draft.subject_id)))
        except NotFound:
            self._became(draft, replace(draft, state=DraftState.CONFLICT, theirs={}))
            return
        is_there = theirs == dict(draft.mine)  # it was made, but the answer did not arrive
        if not is_there and theirs != dict(draft.base):
            self._became(draft, replace(draft, state=DraftState.CONFLICT, theirs=theirs))
            return
        if not is_there or draft.lacks_secret:
            manner.save(gateway, self._secrets.get(draft.id) or _wish(draft))
        self._made(draft)

    def _made(self, draft: Draft) -> None:
        """A change was made; one that was made better meanwhile waits on, over what is there now."""
        with self._writing:
            present = self._present(draft.id)
            if present == draft:
                self.forget(draft.id)
            elif present is not None:
                self._put(replace(present, base=draft.mine))

    def _became(self, draft: Draft, after: Draft) -> None:
        """Note what became of a change, unless it was made better meanwhile: that one is still to be tried."""
        with self._writing:
            if self._present(draft.id) == draft:
                self._put(after)

    def _stumble(self, draft: Draft, error: ConsoleError) -> None:
        """Only a refusal of the change itself is one; after all else it is tried again by itself."""
        if is_refusal(error):
            self._became(draft, _refused(draft, error))

    def _present(self, draft_id: str) -> Draft | None:
        """Return a draft as it is now (None: it is there no longer)."""
        return next((each for each in self.drafts if each.id == draft_id), None)

    def _put(self, draft: Draft) -> None:
        self._cache.keep_draft(draft.id, orjson.dumps(to_wire(draft)).decode())
        self._told()


def _refused(draft: Draft, error: ConsoleError) -> Draft:
    return replace(draft, state=DraftState.REFUSED, refusal=error.code, refusal_params=dict(error.params))


def _wish(draft: Draft) -> Wish:
    """Return what was asked for, but for its secrets."""
    wish: Wish = from_wire(MANNERS[draft.kind].wish, dict(draft.wish))
    return wish


def _read(body: str) -> Draft | None:
    try:
        found: Draft = from_wire(Draft, orjson.loads(body))
        _wish(found)
    except (NotThatShape, ValueError):
        return None
    return found
