"""The connector type `webhook`: the events of an incoming webhook as records; it needs no network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from integration_console.connectors.http import HttpClients
from integration_console.connectors.mapping import mapping_problem
from integration_console.connectors.stages import Skipped, run_steps
from integration_console.connectors.webhook_source.form import EXPRESSIONS, webhook_type
from integration_console.connectors.webhook_source.records import EVENTS, Extract, body_of
from integration_console.domain.access import Access, Preview, StoredEvent
from integration_console.domain.connectors import CheckStage, Stage, StageOutcome
from integration_console.domain.errors import FieldProblem, InvalidInput, NotFound, SyncUnavailable
from integration_console.domain.forms import Value
from integration_console.domain.streams import Page, Stream, SyncMode, SyncRequest
from integration_console.domain.work import Work

_PAGE = 200
_SHOWN = 120
_WHOLE = ("",)


class WebhookConnectorType:
    """Reads what a webhook of this workspace has received, in the order of its arrival."""

    def __init__(self, http: HttpClients | None = None) -> None:
        del http  # it talks to nobody
        self.description = webhook_type()

    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        """Return what is wrong with a filled form: the form's own rules, and expressions that cannot be such."""
        found = self.description.form.problems(values, stored_secrets)
        texts = {name: str(values.get(name) or "").strip() for name in EXPRESSIONS}
        own = (mapping_problem(name, text) for name, text in texts.items() if text)
        return (*found, *(each for each in own if each is not None))

    def check(self, access: Access, work: Work) -> Iterator[CheckStage]:
        """Yield the stages of a check: there is no way to look at, so that only the webhook and its events count."""
        found = self.problems(access.settings)
        if found:
            yield CheckStage(Stage.NAME, StageOutcome.FAILED, error=InvalidInput(*found))
            return
        nothing = ((stage, _skip) for stage in (Stage.NAME, Stage.CONNECTION, Stage.TLS, Stage.SIGN_IN))
        steps = (
            *nothing,
            (Stage.PERMISSION, lambda: access.events.webhook_names()[_webhook(access)][:_SHOWN]),
            (Stage.SAMPLE, lambda: self._newest(access)),
        )
        yield from run_steps(steps, work)

    def streams(self, settings: Mapping[str, Value]) -> tuple[Stream, ...]:
        """Return the one stream of events."""
        del settings
        return (EVENTS,)

    def sync(self, access: Access, request: SyncRequest, work: Work) -> Iterator[Page]:
        """Yield pages of events, oldest first; a cursor of another webhook counts for nothing.

        Raises `InvalidInput`, `NotFound`, `SyncUnavailable`.
        """
        if request.stream != EVENTS.key:
            raise SyncUnavailable(name=self.description.title, what=request.stream)
        self._refuse_problems(access)
        webhook, extract = _webhook(access), Extract.read(access.settings)
        begun = request.cursor if request.mode is SyncMode.INCREMENTAL else None
        first = _position(begun, webhook)
        position = _position(request.checkpoint, webhook) or first
        while True:
            work.stop_if_cancelled()
            events = access.events.after(webhook, position, _PAGE)
            position = events[-1].position if events else position
            records, removed = extract.of(events)
            place = {"webhook": webhook, "position": position}
            if len(events) < _PAGE:
                yield Page(records, removed, swept=() if first else _WHOLE, cursor=place)
                return
            yield Page(records, removed, checkpoint=place)

    def preview(self, access: Access, limit: int) -> Preview:
        """Return the bodies of the first events. Raises `InvalidInput`, `NotFound`."""
        self._refuse_problems(access)
        events = access.events.after(_webhook(access), 0, limit)
        bodies = [body_of(event) for event in events]
        return Preview(tuple(each if isinstance(each, dict) else {"value": each} for each in bodies), len(bodies))

    def _refuse_problems(self, access: Access) -> None:
        found = self.problems(access.settings)
        if found:
            raise InvalidInput(*found)

    def _newest(self, access: Access) -> str:
        newest = _newest_event(access, _webhook(access))
        if newest is None:
            raise Skipped
        records, removed = Extract.read(access.settings).of([newest])
        return records[0].title[:_SHOWN] if records else removed[0].external_id[:_SHOWN]


def _skip() -> str:
    raise Skipped


def _webhook(access: Access) -> str:
    """Return the id of the webhook that the settings name, by id or by name. Raises `NotFound`."""
    wanted = str(access.settings.get("webhook") or "").strip()
    names = access.events.webhook_names()
    if wanted in names:
        return wanted
    for identifier, name in names.items():
        if name.strip() == wanted:
            return identifier
    raise NotFound(kind="webhook", id=wanted)


def _newest_event(access: Access, webhook: str) -> StoredEvent | None:
    """Return the newest event, found by halves: positions only grow, and there may be very many."""
    low, high = 0, 1
    while access.events.after(webhook, high, 1):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if access.events.after(webhook, middle, 1) else (low, middle)
    found = access.events.after(webhook, low, 1)
    return found[0] if found else None


def _position(place: Mapping[str, object] | None, webhook: str) -> int:
    """Return the position that a cursor or checkpoint of this webhook tells; 0 for any other."""
    position = (place or {}).get("position")
    usable = (place or {}).get("webhook") == webhook and isinstance(position, int) and not isinstance(position, bool)
    return position if usable and isinstance(position, int) else 0
