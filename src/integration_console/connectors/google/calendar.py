"""The stream of Calendar's events, kept up to date by sync tokens (developers.google.com/calendar, "guides/sync")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from integration_console.connectors.google.api import GoogleApi
from integration_console.connectors.google.pages import cut
from integration_console.connectors.google.surface import EVENTS
from integration_console.domain.errors import GooglePlaceRejected
from integration_console.domain.streams import (
    Cursor,
    Page,
    Removal,
    SourceRecord,
    SyncMode,
    SyncRequest,
)
from integration_console.domain.work import Progress, Work

_VERSION = 1
_CANCELLED = "cancelled"


class CalendarSync:
    """One sync of the events; each calendar is a scope of its own.

    An event's id is only known within its calendar: two calendars that share an event have two records.
    """

    def __init__(self, api: GoogleApi, request: SyncRequest, work: Work) -> None:
        self._api = api
        self._work = work
        stored = _places(request.cursor)
        self._mode = request.mode if stored else SyncMode.FULL
        begun = stored if self._mode is SyncMode.INCREMENTAL else {}
        done = _places(request.checkpoint)
        self._done = set(done)
        self._stored = stored
        calendars = [
            each for each in api.settings.calendar_ids if each in stored or self._mode is not SyncMode.RECONCILE
        ]
        self._places: dict[str, str | None] = {each: done.get(each) or begun.get(each) for each in calendars}
        self._seen = 0

    def pages(self) -> Iterator[Page]:
        """Yield all pages. Raises `RemoteError`, `Cancelled`."""
        chosen = self._api.settings.calendar_ids
        new = {each: None for each in self._places if each not in self._stored}
        deselected = tuple(each for each in sorted(self._stored) if each not in chosen)
        kept = {each: place for each, place in self._stored.items() if each not in deselected}
        if (
            new or deselected
        ):  # the cursor knows of a calendar before its first event is stored, should it be deselected meanwhile
            yield Page(swept=deselected, cursor={"version": _VERSION, "calendars": {**kept, **new}})
        for calendar in self._places:
            if calendar not in self._done:
                yield from self._calendar(calendar)
        yield Page(cursor=self._cursor())

    def _calendar(self, calendar: str) -> Iterator[Page]:
        """Read what changed; where Google no longer knows our place, read all and compare."""
        place = self._places[calendar]
        if place is not None:
            try:
                yield from self._listed(calendar, place)
                return
            except GooglePlaceRejected:
                self._places[calendar] = None
        yield from self._listed(calendar, None)

    def _listed(self, calendar: str, since: str | None) -> Iterator[Page]:
        """Yield the pages of one list; the next sync's place is on the last one only."""
        page_token = ""
        while True:
            query = {"maxResults": str(self._api.settings.page_size)}
            query.update({"syncToken": since} if since else {})
            query.update({"pageToken": page_token} if page_token else {})
            answer = self._api.get(EVENTS, query, self._work, what=calendar, calendarId=calendar)
            page = self._page(calendar, answer)
            page_token = str(answer.get("nextPageToken") or "")
            if not page_token:
                yield from cut(page)
                yield self._finished(calendar, answer, swept=since is None)
                return
            yield from cut(page)

    def _page(self, calendar: str, answer: Mapping[str, Any]) -> Page:
        events = [event for event in answer.get("items") or () if isinstance(event, dict) and "id" in event]
        records = tuple(_record(calendar, each) for each in events if each.get("status") != _CANCELLED)
        removed = tuple(
            Removal(_id(calendar, each), scope=calendar) for each in events if each.get("status") == _CANCELLED
        )
        self._seen += len(records)
        self._work.report(Progress(self._seen))
        return Page(records=records, removed=removed)

    def _finished(self, calendar: str, answer: Mapping[str, Any], *, swept: bool) -> Page:
        """Return the page that ends a calendar: its next place, and what a whole list did not show is gone."""
        place = answer.get("nextSyncToken")
        self._places[calendar] = place if isinstance(place, str) and place else None
        self._done.add(calendar)
        checkpoint = {
            "version": _VERSION,
            "calendars": {each: self._places[each] for each in self._places if each in self._done},
        }
        cursor = self._cursor() if self._mode is SyncMode.INCREMENTAL else None
        return Page(swept=(calendar,) if swept else (), cursor=cursor, checkpoint=checkpoint)

    def _cursor(self) -> Cursor | None:
        if self._mode is SyncMode.RECONCILE:
            return None
        return {"version": _VERSION, "calendars": dict(self._places)}


def _places(stored: Cursor | None) -> dict[str, str | None]:
    if not stored or stored.get("version") != _VERSION:
        return {}
    return dict(stored["calendars"])


def _record(calendar: str, event: Mapping[str, Any]) -> SourceRecord:
    content = {name: value for name, value in event.items() if name != "id"}
    return SourceRecord(
        _id(calendar, event), {"calendar": calendar, **content}, str(event.get("summary") or ""), calendar
    )


def _id(calendar: str, event: Mapping[str, Any]) -> str:
    return f"{calendar}/{event['id']}"
