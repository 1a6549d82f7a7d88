"""Reads a stream page by page, so that nothing is missed however Odoo dates its changes.

Pages follow one another by id alone (`id > last`), also in an incremental sync: Odoo keeps microseconds in `write_date`
but compares and tells whole seconds, so that a page border inside one second of the order (write_date, id) would skip
rows. The date only sets the floor of an incremental sync: what the server's own clocks said before the last crawl
began, less an overlap that is longer than its longest transaction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from integration_console.connectors.odoo.contents import Kind, record_of
from integration_console.connectors.odoo.conversation import OdooConversation
from integration_console.domain.streams import Cursor, Page, SyncMode, SyncRequest
from integration_console.domain.work import Work

_FORMAT = "%Y-%m-%d %H:%M:%S"
_WHOLE = ("",)
_CLOCKS_DIFFER = timedelta(minutes=10)
"""How far the clock of Odoo's web server, or of a proxy, may be ahead of the database's, which dates the rows."""


@dataclass(frozen=True, slots=True)
class Crawl:
    """One reading of a stream: `since` becomes the cursor, `floor` ("": none) is where changes are read from.

    `after` is the last id that was read; `total` the number of rows, counted where they are more than one page.
    """

    kind: Kind
    model: str
    mode: SyncMode
    floor: str = ""
    since: str = ""
    after: int = 0
    total: int | None = None

    @classmethod
    def begun(cls, odoo: OdooConversation, kind: Kind, request: SyncRequest) -> Self:
        """Return the reading that `request` wants, from its checkpoint where it was interrupted.

        Without rights for Employees changes cannot be told by date: then everything is read, and no cursor is kept.
        """
        trusted = not kind.public_model or odoo.has_hr_rights()
        model = kind.model if trusted else kind.public_model
        mode = request.mode if trusted else SyncMode.RECONCILE
        saved = request.checkpoint
        if saved is not None and isinstance(saved.get("after"), int) and saved.get("model") == model:
            total = saved.get("total")
            return cls(kind, model, mode, _date(saved, "floor"), _date(saved, "since"), saved["after"], total)
        if mode is SyncMode.RECONCILE:
            return cls(kind, model, mode)
        floor = ""
        if mode is SyncMode.INCREMENTAL:
            floor = _earlier(_date(request.cursor, "since"), odoo.settings.overlap_seconds)
        return cls(kind, model, mode, floor, _watermark(odoo, model))

    def pages(self, odoo: OdooConversation, work: Work) -> Iterator[Page]:
        """Yield the pages; the last one sweeps what is gone, where everything was read, and has the cursor."""
        size, last, total = odoo.settings.page_size, self.after, self.total
        while True:
            work.stop_if_cancelled()
            rows = odoo.rows(self.model, self._asked(last, size), after=last)
            records = tuple(record_of(self.kind, row, odoo.settings.job_title) for row in rows)
            if len(rows) < size:
                yield Page(records, swept=() if self.floor else _WHOLE, cursor=self._cursor(), total=total)
                return
            last, total = rows[-1]["id"], odoo.count(self.model, self._changed) if total is None else total
            saved = {"after": last, "since": self.since, "floor": self.floor, "model": self.model, "total": total}
            yield Page(records, checkpoint=saved, total=total)

    @property
    def _changed(self) -> list[Any]:
        return [["write_date", ">=", self.floor]] if self.floor else []

    def _asked(self, last: int, size: int) -> dict[str, Any]:
        domain = [*self._changed, ["id", ">", last]]
        return {"domain": domain, "fields": list(self.kind.fields), "order": "id", "limit": size}

    def _cursor(self) -> Cursor | None:
        """Return the new cursor: none for a comparison, which leaves it, nor for an Odoo without any row."""
        return {"since": self.since} if self.mode is not SyncMode.RECONCILE and self.since else None


def _watermark(odoo: OdooConversation, model: str) -> str:
    """Return the moment before which everything will have been read: by the server's clocks, never by ours.

    The newest row tells it exactly. Where nothing was written for long, the web server's clock moves it on, so that the
    rows of one great import are not read again by every sync to come; and a row dated in the future does not count.
    """
    rows = odoo.rows(model, {"domain": [], "fields": ["write_date"], "order": "write_date desc", "limit": 1})
    newest, clock = (_date(rows[0], "write_date") if rows else ""), odoo.server_time
    if clock is None or not newest:
        return newest
    return min(max(newest, (clock - _CLOCKS_DIFFER).strftime(_FORMAT)), clock.strftime(_FORMAT))


def _date(content: Cursor | None, name: str) -> str:
    """Return a date as Odoo writes it; "" for anything else."""
    text = str((content or {}).get(name) or "")[:19]
    try:
        return datetime.strptime(text, _FORMAT).strftime(_FORMAT)  # noqa: DTZ007 - Odoo's dates are naive UTC
    except ValueError:
        return ""


def _earlier(since: str, seconds: int) -> str:
    if not since:
        return ""
    return (datetime.strptime(since, _FORMAT) - timedelta(seconds=seconds)).strftime(_FORMAT)  # noqa: DTZ007
