"""Notes that come back from a case file: what stands there is never lost, and nothing is written twice."""

from __future__ import annotations

import pytest

from integration_console.domain.case_notes import joined, merged
from integration_console.domain.log_notes import LogNote, LogNoteDraft, Mark
from tests.fakes import NOON


def note(text: str = "", mark: Mark = Mark.NONE, author: str = "salem") -> LogNote:
    return LogNote("an entry", mark, text, author, NOON)


@pytest.mark.parametrize(
    ("present", "brought", "wanted"),
    [
        (None, note("full"), (Mark.NONE, "salem: full")),
        (None, note(mark=Mark.RED), (Mark.RED, "")),
        (note("mine", author="amina"), note("full"), (Mark.NONE, "mine\n\nsalem: full")),
        (note(mark=Mark.BLUE, author="amina"), note("full", Mark.RED), (Mark.BLUE, "salem: full")),
        (note("mine", author="amina"), note(mark=Mark.RED), (Mark.RED, "mine")),
        (note("salem: full of it", author="amina"), note("full"), (Mark.NONE, "salem: full of it\n\nsalem: full")),
        (note("salem: full", author="amina"), note("full"), None),
        (note("a\n\nsalem: full\n\nb", Mark.RED), note("full", Mark.BLUE), None),
        (note("full", author="amina"), note("full"), None),
        (note(mark=Mark.RED), note(mark=Mark.RED), None),
    ],
)
def test_both_texts_are_kept(present: LogNote | None, brought: LogNote, wanted: tuple[Mark, str] | None) -> None:
    assert joined(present, brought) == (None if wanted is None else LogNoteDraft("an entry", *wanted))


MINE, THEIRS = note("mine", author="amina"), note("theirs")


@pytest.mark.parametrize(
    ("draft", "before", "now", "wanted"),
    [
        ((Mark.RED, "new"), None, None, (Mark.RED, "new")),
        ((Mark.NONE, ""), MINE, MINE, (Mark.NONE, "")),
        ((Mark.RED, "mine"), MINE, note("theirs", Mark.BLUE), (Mark.RED, "theirs")),
        ((Mark.NONE, "new"), None, note("theirs", Mark.BLUE), (Mark.BLUE, "salem: theirs\n\nnew")),
        ((Mark.NONE, "new"), None, MINE, (Mark.NONE, "mine\n\nnew")),
        ((Mark.NONE, "theirs and new"), None, THEIRS, (Mark.NONE, "theirs and new")),
        ((Mark.NONE, ""), MINE, THEIRS, (Mark.NONE, "theirs")),
        ((Mark.NONE, "new"), MINE, None, (Mark.NONE, "new")),
        ((Mark.NONE, "mine"), MINE, None, (Mark.NONE, "")),
    ],
)
def test_of_what_two_windows_write_none_is_lost(
    draft: tuple[Mark, str], before: LogNote | None, now: LogNote | None, wanted: tuple[Mark, str]
) -> None:
    assert merged(LogNoteDraft("an entry", *draft), before, now, "amina") == LogNoteDraft("an entry", *wanted)
