"""Notes that come back from a case file: what stands there is never lost, and nothing is written twice."""

from __future__ import annotations

import pytest

from integration_console.domain.case_notes import joined
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
