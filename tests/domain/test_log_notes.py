"""Notes and saved filters that can be kept, and those that cannot."""

from __future__ import annotations

import pytest

from integration_console.domain.errors import InvalidInput
from integration_console.domain.log_notes import LONGEST_NOTE, LogNoteDraft, Mark, required_note
from integration_console.domain.saved_filters import (
    LONGEST_NAME,
    MOST_FILTERS,
    SavedFilterDraft,
    required_filter,
)


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
