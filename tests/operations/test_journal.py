"""Entries of the log that are made beside a change."""

from __future__ import annotations

from dataclasses import replace

from integration_console.domain.logs import LogStatus
from integration_console.operations.context import Context
from integration_console.operations.journal import Happening, gap_entry, note
from tests.fakes import NOON, KeptLog


def test_a_gap_says_how_many_entries_are_missing() -> None:
    draft = gap_entry(NOON, 7)
    assert (draft.event_type, draft.status, draft.message) == (
        "log.gap",
        LogStatus.WARNING,
        "Log entries left out because they could not be written: 7",
    )


def test_a_note_goes_to_the_log_with_the_clock_s_time(context: Context) -> None:
    log = KeptLog()
    note(replace(context, flusher=log), Happening("receiver.started", {"url": "http://x"}))
    assert [(each.created_at, each.message) for each in log.drafts] == [(NOON, "Receiving webhooks at http://x")]
