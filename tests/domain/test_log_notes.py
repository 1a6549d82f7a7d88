"""Notes and saved filters that can be kept, and those that cannot."""

from __future__ import annotations

import pytest

from integration_console.domain.errors import InvalidInput
from integration_console.domain.log_conditions import asks_for_notes, holds
from integration_console.domain.log_notes import LONGEST_NOTE, LogNote, LogNoteDraft, Mark, required_note
from integration_console.domain.log_query import parse_query
from integration_console.domain.log_terms import Names
from integration_console.domain.logs import LogEntry, LogStatus
from integration_console.domain.saved_filters import (
    LONGEST_NAME,
    MOST_FILTERS,
    SavedFilterDraft,
    required_filter,
)
from tests.fakes import NOON


def test_a_note_loses_its_blank_ends() -> None:
    assert required_note(LogNoteDraft("1", Mark.RED, " look here \n")) == LogNoteDraft("1", Mark.RED, "look here")


def test_with_neither_mark_nor_text_nothing_stands_there() -> None:
    drafts = (LogNoteDraft("1"), LogNoteDraft("1", Mark.RED), LogNoteDraft("1", text="x"))
    assert [each.is_empty for each in drafts] == [True, False, False]


def test_a_note_has_an_end() -> None:
    assert required_note(LogNoteDraft("1", text="x" * LONGEST_NOTE)).text == "x" * LONGEST_NOTE
    with pytest.raises(InvalidInput) as caught:
        required_note(LogNoteDraft("1", text="x" * (LONGEST_NOTE + 1)))
    assert [each.field for each in caught.value.problems] == ["text"]


def test_a_filter_is_tidied() -> None:
    tidied = required_filter(SavedFilterDraft("  Slow   syncs ", " duration:>2s ", "7"), 0)
    assert tidied == SavedFilterDraft("Slow syncs", "duration:>2s", "7")


@pytest.mark.parametrize(
    ("draft", "others", "fields"),
    [
        (SavedFilterDraft(" ", "x"), 0, ["name"]),
        (SavedFilterDraft('"quoted"', "x"), 0, ["name"]),
        (SavedFilterDraft("n" * (LONGEST_NAME + 1), ""), 0, ["name", "query"]),
        (SavedFilterDraft("one more", "x"), MOST_FILTERS, ["name"]),
    ],
)
def test_what_is_no_filter_is_refused(draft: SavedFilterDraft, others: int, fields: list[str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        required_filter(draft, others)
    assert [each.field for each in caught.value.problems] == fields


def test_a_plain_reading_knows_notes_wherever_they_are_asked_for() -> None:
    note = LogNote("1", Mark.RED, "", "amina", NOON)
    written = LogNote("1", Mark.NONE, "text", "amina", NOON)
    entry = LogEntry("1", NOON, LogStatus.INFO, "x", "", 1)
    names = Names({}, {}, NOON, filters={"Marked": "has:mark"})
    found = {
        query: [holds(parse_query(query, names), entry, "", each) for each in (None, note, written)]
        for query in ("has:note", "has:mark", "-has:note", "has:note OR has:mark", "filter:marked", "x -(has:mark y)")
    }
    assert found == {
        "has:note": [False, False, True],
        "has:mark": [False, True, False],
        "-has:note": [True, True, False],
        "has:note OR has:mark": [False, True, True],
        "filter:marked": [False, True, False],
        "x -(has:mark y)": [True, True, True],
    }
    asked = [
        asks_for_notes(parse_query(query, names)) for query in ("x -(has:mark y)", "x OR status:error", "-has:note")
    ]
    assert asked == [True, False, True]
