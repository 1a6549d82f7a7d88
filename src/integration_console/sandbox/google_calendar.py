"""What a Google Calendar in miniature knows: calendars, events, and which of them changed since a sync token."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import RLock
from typing import Any

from integration_console.sandbox.google_refusals import GoogleRefused, invalid_place, not_found


@dataclass(slots=True)
class SandboxEvent:
    """An event of the sandbox; `version` says when it changed last."""

    id: str
    summary: str
    version: int
    day: int = 1
    cancelled: bool = False

    def shown(self) -> dict[str, Any]:
        """Return it as Google does; of a cancelled event only the id is sure."""
        if self.cancelled:
            return {"id": self.id, "status": "cancelled"}
        hour = {"dateTime": f"2026-01-{1 + self.day % 28:02d}T09:00:00Z"}
        return {
            "id": self.id,
            "status": "confirmed",
            "summary": self.summary,
            "start": hour,
            "end": {"dateTime": hour["dateTime"].replace("T09", "T10")},
            "updated": f"2026-01-01T00:00:00.{self.version % 1000:03d}Z",
        }


@dataclass(slots=True)
class _Calendar:
    summary: str
    events: dict[str, SandboxEvent] = field(default_factory=dict)
    version: int = 0


class CalendarHouse:
    """The calendars of one account; all methods may be called while they are read."""

    def __init__(self, account: str) -> None:
        self._lock = RLock()
        self._calendars = {account: _Calendar(account)}
        self._account = account
        self._age = 0

    def fill(self, count: int, calendar: str = "primary") -> None:
        """Add `count` events."""
        for number in range(count):
            self.add(f"اجتماع {number}" if number % 2 else f"Meeting {number}", calendar)

    def open(self, calendar: str) -> None:
        """Add a calendar."""
        self._calendars[calendar] = _Calendar(calendar)

    def add(self, summary: str, calendar: str = "primary") -> str:
        """Add an event and return its id."""
        with self._lock:
            found = self._calendar(calendar)
            found.version += 1
            event = SandboxEvent(f"event{len(found.events):06d}", summary, found.version, len(found.events))
            found.events[event.id] = event
            return event.id

    def rename(self, event_id: str, summary: str, calendar: str = "primary") -> None:
        """Give an event another title."""
        self._touched(event_id, calendar).summary = summary

    def cancel(self, event_id: str, calendar: str = "primary") -> None:
        """Delete an event: its calendar goes on telling that it was cancelled."""
        self._touched(event_id, calendar).cancelled = True

    def forget_places(self) -> None:
        """Let every sync token that was given so far be gone (410)."""
        self._age += 1

    def listed(self) -> dict[str, Any]:
        """Answer calendarList.list."""
        with self._lock:
            items = [
                {"id": name, "summary": each.summary, "primary": name == self._account}
                for name, each in self._calendars.items()
            ]
        return {"kind": "calendar#calendarList", "items": items}

    def events(self, calendar: str, fields: dict[str, Any]) -> dict[str, Any]:
        """Answer events.list."""
        with self._lock:
            found = self._calendar(calendar)
            since = self._since(str(fields.get("syncToken") or ""))
            until, offset = self._offset(str(fields.get("pageToken") or ""), found.version)
            wanted = [each for each in found.events.values() if since < each.version]
            shown = [each for each in wanted if since >= 0 or not each.cancelled]
            size = min(int(fields.get("maxResults") or 250), 2500)
            items = [each.shown() for each in shown[offset : offset + size]]
            answer = {"kind": "calendar#events", "summary": found.summary, "items": items}
            if offset + size < len(shown):
                return {**answer, "nextPageToken": f"p.{until}.{offset + size}"}
            return {**answer, "nextSyncToken": f"s.{self._age}.{until}"}

    def _calendar(self, name: str) -> _Calendar:
        found = self._calendars.get(self._account if name == "primary" else name)
        if found is None:
            raise not_found("Not Found")
        return found

    def _touched(self, event_id: str, calendar: str) -> SandboxEvent:
        with self._lock:
            found = self._calendar(calendar)
            found.version += 1
            found.events[event_id].version = found.version
            return found.events[event_id]

    def _since(self, token: str) -> int:
        if not token:
            return -1
        known, _, number = token.rpartition(".")
        if known != f"s.{self._age}" or not number.isdigit():
            raise GoogleRefused(
                410, "fullSyncRequired", "Sync token is no longer valid, a full sync is required.", "syncToken"
            )
        return int(number)

    def _offset(self, token: str, version: int) -> tuple[int, int]:
        if not token:
            return version, 0
        parts = token.split(".")
        if len(parts) != 3 or parts[0] != "p" or not (parts[1] + parts[2]).isdigit():  # noqa: PLR2004 - its three parts
            raise invalid_place("pageToken")
        return int(parts[1]), int(parts[2])
