"""Asks the log once what people ask first, so that the first who asks does not wait for statements to be built.

SQLAlchemy writes a statement out when it is first used, which takes longer than the database takes to answer it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from integration_console.domain.logs import LogFilter, LogPlace
from integration_console.operations import figures, logs

if TYPE_CHECKING:
    from integration_console.operations.context import Context

_NO_TYPE = "rehearsal.none"
_FIRST_ID = "00000000-0000-0000-0000-000000000000"
_LONGEST = 60
_SPAN, _BARS = timedelta(hours=400), 401


def rehearse(context: Context) -> None:
    """Ask for pages by filters, by a text and above a moment, and for bars; nobody sees the answers."""
    if not context.rights.allows("logs.read"):
        return
    newest = logs.log_page(context, LogFilter(), None, 1).entries
    if newest:
        moment, words = newest[0].created_at, newest[0].message[:_LONGEST].replace('"', " ").strip()
        logs.log_page(context, LogFilter(query=f"status:error type:{_NO_TYPE}"), None, 1)
        logs.log_page(context, LogFilter(query=f'"{words}"' if words else ""), None, 1)
        logs.log_page(context, LogFilter(), LogPlace(moment, _FIRST_ID), 1, newer=True)
        figures.log_histogram(context, LogFilter(since=moment - _SPAN, until=moment), _BARS)
