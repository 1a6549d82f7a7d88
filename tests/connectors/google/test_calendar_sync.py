"""Calendar's events stay true to Calendar: listed once, then kept up by sync tokens."""

from __future__ import annotations

import pytest

from integration_console.domain.errors import GoogleNotFound, GooglePlaceRejected
from integration_console.domain.streams import SyncMode, SyncRequest
from integration_console.domain.work import UnattendedWork
from integration_console.sandbox import GoogleSandbox
from tests.connectors.google.conftest import Console
from tests.page_store import PageStore

TEAM = "team@group.calendar.google.com"


def events(console: Console, mode: SyncMode = SyncMode.INCREMENTAL) -> PageStore:
    return console.sync(mode, stream="events")


def test_the_first_sync_brings_every_event(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.calendar.fill(7)
    console.values["page_size"] = 3
    assert len(events(console).records) == 7
    assert events(console).changes == []


def test_changed_new_and_cancelled_events_are_noticed(sandbox: GoogleSandbox, console: Console) -> None:
    first, second = sandbox.calendar.add("اجتماع"), sandbox.calendar.add("Meeting")
    events(console)
    third = sandbox.calendar.add("Lunch")
    sandbox.calendar.rename(first, "اجتماع مؤجل")
    sandbox.calendar.cancel(second)
    assert events(console).changes == [
        ("updated", f"primary/{first}"),
        ("added", f"primary/{third}"),
        ("deleted", f"primary/{second}"),
    ]
    assert console.store.titles() == ["Lunch", "اجتماع مؤجل"]


def test_a_sync_token_that_is_gone_leads_to_one_comparison_without_duplicates(
    sandbox: GoogleSandbox, console: Console
) -> None:
    sandbox.calendar.fill(6)
    events(console)
    sandbox.calendar.cancel("event000002")
    sandbox.calendar.forget_places()
    sandbox.requests.clear()
    assert events(console).changes == [("deleted", "primary/event000002")]
    assert ["syncToken" in fields for _, fields in sandbox.requests] == [True, False]
    assert (len(console.store.records), events(console).changes) == (5, [])


def test_a_calendar_that_is_always_gone_is_an_error_and_keeps_the_cursor(
    sandbox: GoogleSandbox, console: Console
) -> None:
    sandbox.calendar.fill(2)
    events(console)
    cursor = console.store.cursor
    sandbox.weather("410", times=None)
    with pytest.raises(GooglePlaceRejected):
        events(console)
    assert console.store.cursor == cursor


def test_several_calendars_are_scopes_of_their_own(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.calendar.open(TEAM)
    sandbox.calendar.add("Lunch")
    sandbox.calendar.add("Planning", TEAM)
    console.values["calendar_ids"] = f"primary, {TEAM}"
    assert {each.scope: each.title for each in events(console).records.values()} == {
        "primary": "Lunch",
        TEAM: "Planning",
    }
    console.values["calendar_ids"] = TEAM
    assert events(console).titles() == ["Planning"]


def test_a_calendar_that_is_not_there_is_named(console: Console) -> None:
    console.values["calendar_ids"] = TEAM
    with pytest.raises(GoogleNotFound) as caught:
        events(console)
    assert caught.value.params["what"] == TEAM


def test_an_interrupted_run_does_not_read_a_finished_calendar_again(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.calendar.open(TEAM)
    sandbox.calendar.add("Lunch")
    sandbox.calendar.add("Planning", TEAM)
    console.values["calendar_ids"] = f"primary,{TEAM}"
    console.store.begin()
    pages = console.google.sync(console.access, SyncRequest("events", SyncMode.FULL), UnattendedWork())
    for _ in range(3):
        console.store.apply(next(pages))
    sandbox.requests.clear()
    console.resume(SyncMode.FULL, stream="events")
    assert [path.split("/")[4] for path, _ in sandbox.requests] == ["team%40group.calendar.google.com"]
    assert console.store.titles() == ["Lunch", "Planning"]


def test_a_reconcile_finds_what_is_gone_and_leaves_the_cursor(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.calendar.fill(3)
    events(console)
    cursor = console.store.cursor
    sandbox.calendar.cancel("event000001")
    assert events(console, SyncMode.RECONCILE).changes == [("deleted", "primary/event000001")]
    assert console.store.cursor == cursor
