"""Letters that people write in several ways are found as one, and marked where they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_console.domain.folding import folded, hits

MARKS = "ًٌٍَُِّْٰ"
letters = st.text(st.sampled_from("abAÉé ١٢٣0۴أإآٱاىيئؤوةهمحدـ" + MARKS + "\u200f\u2067ﷺ"), max_size=30)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("مُحَمَّد", "محمد"),
        ("مـــحمد", "محمد"),
        ("أحمد إبراهيم آمنة ٱلله", "احمد ابراهيم امنه الله"),
        ("مستشفى", "مستشفي"),
        ("شؤون المسائل", "شوون المسايل"),
        ("١٢٣ ۴۵۶", "123 456"),
        ("\u2067نص\u2069", "نص"),
        ("CAFÉ", "café"),
        ("Cafe\u0301", "café"),
        ("a\0b", "ab"),
        ("ا\0ب", "اب"),
        ("", ""),
    ],
)
def test_spellings_are_one(written: str, plain: str) -> None:
    assert folded(written) == plain


@given(st.one_of(letters, st.text(max_size=30)))
def test_folding_again_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(letters, letters)
def test_what_is_marked_folds_to_what_was_looked_for(text: str, needle: str) -> None:
    wanted = folded(needle)
    for begin, end in hits(text, wanted):
        assert wanted in folded(text[begin:end])


@given(letters, st.integers(0, 20), st.integers(1, 8))
def test_every_piece_of_a_text_is_found_in_it(text: str, begin: int, length: int) -> None:
    needle = folded(text)[begin : begin + length]
    assert not needle or list(hits(text, needle))


def test_a_hit_covers_its_marks_and_no_more() -> None:
    text = "قال مُحَمَّدٌ اليوم"
    assert [text[begin:end] for begin, end in hits(text, folded("محمد"))] == ["مُحَمَّدٌ"]
    assert list(hits("aXbxa", "x")) == [(1, 2), (3, 4)]
