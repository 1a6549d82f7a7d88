"""What may follow in a query while it is written."""

from __future__ import annotations

import pytest

from integration_console.domain.query_completion import Choice, ChoiceKind, Vocabulary, completed, completion

WORDS = Vocabulary(
    ("sync.done", "sync.failed", "webhook.received", "plain"),
    ("Odoo HR", "Team Slack", 'the "odd" one'),
    ("GitHub",),
    ("Slow syncs", "أخطاء اليوم"),
)


def choices(query: str, place: int | None = None, *, is_asked: bool = False) -> list[str]:
    found = completion(query, len(query) if place is None else place, WORDS, is_asked=is_asked)
    return [each.text for each in found.choices]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", []),
        ("st", ["status:"]),
        ("disk ST", ["status:"]),
        ("-(wor OR co", ["connector:", "correlation:"]),
        ("slo", ['filter:"Slow syncs"']),
        ("اخطاء", ['filter:"أخطاء اليوم"']),
        ("status:", ["error", "warning", "info", "success"]),
        ("-status:Er", ["error"]),
        ("status:error,w", ["warning"]),
        ("status:error", []),
        ("type:sync", ["sync.done", "sync.failed", "sync.*"]),
        ("type:*", ["sync.*", "webhook.*"]),
        ("connector:", ['"Odoo HR"', '"Team Slack"']),
        ('connector:"odoo h', ['"Odoo HR"']),
        ("webhook:g", ["GitHub"]),
        ("filter:sync", ['"Slow syncs"']),
        ("has:n", ["note", "connector", "event", "correlation", "duration"]),
        ("last:2", ["24h"]),
        ("duration:>1", [">1s", ">10s", ">1m"]),
        ("colour:", []),
        ("id:0", []),
    ],
)
def test_what_is_begun_is_completed(query: str, expected: list[str]) -> None:
    assert choices(query) == expected


def test_who_asks_is_told_all_keys_and_filters() -> None:
    told = choices("disk ", is_asked=True)
    assert told[:2] + told[-3:] == ["status:", "type:", "filter:", 'filter:"Slow syncs"', 'filter:"أخطاء اليوم"']
    bare = completion("", 0, Vocabulary(), is_asked=True)
    assert "filter:" not in [each.text for each in bare.choices]


@pytest.mark.parametrize(
    ("query", "place", "choice", "expected"),
    [
        ("st disk", 2, Choice("status:", ChoiceKind.KEY), ("status: disk", 7)),
        ("status:er", 9, Choice("error", ChoiceKind.VALUE), ("status:error ", 13)),
        ("status:er disk", 9, Choice("error", ChoiceKind.VALUE), ("status:error disk", 13)),
        ("(status:er)", 10, Choice("error", ChoiceKind.VALUE), ("(status:error)", 13)),
        ("type:a,sy", 9, Choice("sync.*", ChoiceKind.VALUE), ("type:a,sync.* ", 14)),
        ('connector:"odoo', 15, Choice('"Odoo HR"', ChoiceKind.VALUE), ('connector:"Odoo HR" ', 20)),
        ("slow", 4, Choice('filter:"Slow syncs"', ChoiceKind.SAVED), ('filter:"Slow syncs" ', 20)),
    ],
)
def test_a_choice_takes_the_place_of_what_was_begun(
    query: str, place: int, choice: Choice, expected: tuple[str, int]
) -> None:
    assert completed(query, completion(query, place, WORDS), choice) == expected
