"""What breaks a chain of audit entries, one link at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from integration_console.domain.audit import (
    BREAK_SENTENCES,
    FIRST_HASH,
    AuditDraft,
    BreakKind,
    ChainEnd,
    ChainReport,
    StoredLink,
    chained_hash,
    first_break,
    parsed_end,
)
from tests.fakes import NOON

START = ChainEnd(0, FIRST_HASH)
CHANGE = AuditDraft(
    "1", NOON, "amina", "webhook.created", "webhook", "w", {}, {"name": "طلبات", "rules": [1, {"a": None}]}
)
LINK = StoredLink(1, CHANGE, FIRST_HASH, chained_hash(FIRST_HASH, 1, CHANGE))


def test_an_entry_that_follows_its_forerunner_holds() -> None:
    assert first_break(LINK, START) is None
    assert first_break(LINK, START, ChainEnd(1, LINK.hash)) is None
    assert first_break(LINK, START, ChainEnd(2, "f" * 64)) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"id": "2"},
        {"created_at": NOON.replace(microsecond=1)},
        {"actor": "sami"},
        {"action": "webhook.removed"},
        {"subject_kind": "connector"},
        {"subject_id": "v"},
        {"before": {"name": "x"}},
        {"after": {}},
    ],
)
def test_every_part_of_an_entry_is_held_by_its_hash(changed: dict[str, Any]) -> None:
    altered = replace(LINK, change=replace(CHANGE, **changed))
    assert first_break(altered, START) == (1, BreakKind.ALTERED)


def test_hashes_that_do_not_fit_are_found() -> None:
    other = "e" * 64
    assert first_break(replace(LINK, hash=other), START) == (1, BreakKind.ALTERED)
    assert first_break(replace(LINK, change=None), START) == (1, BreakKind.ALTERED)
    recomputed = StoredLink(1, CHANGE, other, chained_hash(other, 1, CHANGE))
    assert first_break(recomputed, START) == (1, BreakKind.UNLINKED)
    assert first_break(LINK, START, ChainEnd(1, other)) == (1, BreakKind.SHORTENED)


def test_a_gap_is_found_at_the_number_that_is_missing() -> None:
    assert first_break(replace(LINK, number=5), START) == (1, BreakKind.MISSING)


def test_the_end_of_a_chain_is_written_and_read_back() -> None:
    end = ChainEnd(7, "ab" * 32)
    assert parsed_end(f" {end} ") == end
    assert [parsed_end(text) for text in ("", "7", "7:abc", f"x:{'ab' * 32}", f"-1:{'ab' * 32}")] == [None] * 5


def test_every_break_has_a_sentence() -> None:
    assert set(BREAK_SENTENCES) == set(BreakKind)
    assert ChainReport(START).holds
    assert not ChainReport(START, 1, BreakKind.MISSING).holds
