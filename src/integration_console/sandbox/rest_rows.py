"""What a REST API in miniature keeps: items that can be added, changed, archived and deleted while it runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from threading import RLock
from typing import Any

Row = dict[str, Any]

_FIRST = ("Amal", "Bruno", "Chidi", "Dana", "Emil", "Farida", "Goran", "Hana", "Idris", "Jun", "ليلى", "يوسف")
_LAST = ("Haddad", "Nowak", "Okafor", "Silva", "Tanaka", "Ünal", "الخطيب", "O'Brien")
_STATUSES = ("open", "pending", "closed")


class RestRows:
    """The items of the sandbox, in the order of their ids; each change sets `updated_at` by the server's clock."""

    def __init__(self, count: int, seed: int, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._rows: dict[int, Row] = {}
        self._lock = RLock()
        chance = Random(seed)  # noqa: S311 - invented people
        start = clock() - timedelta(days=30)
        for number in range(1, count + 1):
            name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
            changed = start + timedelta(seconds=chance.randrange(29 * 86_400))
            self._rows[number] = _row(number, name, chance.choice(_STATUSES), _written(changed))

    def all(self) -> list[Row]:
        """Return copies of all items that are there, deleted ones with their `deleted_at` too."""
        with self._lock:
            return [dict(row) for row in self._rows.values()]

    def add(self, name: str, **more: Any) -> int:
        """Add an item; return its id."""
        with self._lock:
            number = max(self._rows, default=0) + 1
            self._rows[number] = {**_row(number, name, "open", _written(self._clock())), **more}
            return number

    def change(self, number: int, **fields: Any) -> None:
        """Change an item's fields."""
        with self._lock:
            self._rows[number] = {**self._rows[number], **fields, "updated_at": _written(self._clock())}

    def archive(self, number: int) -> None:
        """Archive an item."""
        self.change(number, archived=True)

    def mark_deleted(self, number: int) -> None:
        """Delete an item as systems do that still tell of it: `deleted_at` is set."""
        self.change(number, deleted_at=_written(self._clock()))

    def delete(self, number: int) -> None:
        """Delete an item without a trace."""
        with self._lock:
            del self._rows[number]


def _row(number: int, name: str, status: str, changed: str) -> Row:
    return {
        "id": number,
        "name": name,
        "contact": {"email": f"person{number}@example.com"},
        "status": status,
        "archived": False,
        "deleted_at": None,
        "updated_at": changed,
    }


def _written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
