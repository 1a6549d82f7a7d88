"""What the program asks of the log by itself, so that the first who asks does not wait."""

from __future__ import annotations

from dataclasses import replace

import pytest

from integration_console.domain.logs import LogFilter
from integration_console.domain.permissions import Rights
from integration_console.operations import connectors, log_rehearsal, logs
from integration_console.operations.context import Context
from integration_console.service import upkeep
from integration_console.service.upkeep import Upkeep
from integration_console.storage.log_rows import append_entries
from tests.builders import connector_draft, log_draft


def asked(context: Context, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The queries of a rehearsal."""
    queries: list[str] = []
    page = logs.log_page

    def told(context: Context, wanted: object, *rest: object, **named: object) -> object:
        queries.append(wanted.query)  # type: ignore[attr-defined] # a filter
        return page(context, wanted, *rest, **named)  # type: ignore[arg-type] # passed on

    monkeypatch.setattr(logs, "log_page", told)
    log_rehearsal.rehearse(context)
    return queries


def test_a_log_is_asked_for_what_people_ask_first(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    connectors.save_connector(context, connector_draft())
    queries = asked(context, monkeypatch)
    assert queries[:2] == ["", "status:error type:rehearsal.none"]
    assert queries[2].startswith('"')
    assert queries[3:] == [""]


@pytest.mark.parametrize("message", ["", "  ", '""', 'say "hello" (or -not) OR x:y', "١٢\u202e\\"])
def test_whatever_the_newest_message_is_it_can_be_asked_for(context: Context, message: str) -> None:
    context.store.write(lambda writing: append_entries(writing, [log_draft(message=message)]))
    log_rehearsal.rehearse(context)
    assert logs.log_count(context, LogFilter(), 10) == 1


def test_an_empty_log_and_who_may_not_read_it_are_asked_nothing(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asked(replace(context, rights=Rights()), monkeypatch) == []
    assert asked(context, monkeypatch) == [""]


def test_it_is_done_once_a_little_after_the_start(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    now, times = [100.0], list[float]()
    monkeypatch.setattr(upkeep, "monotonic", lambda: now[0])

    monkeypatch.setattr(log_rehearsal, "rehearse", lambda _context: times.append(now[0]))
    chores = Upkeep()
    for moment in (100.0, 102.0, 103.5, 200.0, 9000.0):
        now[0] = moment
        for do in chores.due():
            do(context)
    assert times == [103.5]
