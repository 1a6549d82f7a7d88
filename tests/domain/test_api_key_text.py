"""The text of an API key is made, read and checked without asking anybody."""

from __future__ import annotations

import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_console.domain.api_key_text import (
    PATTERN,
    KeyText,
    checksum,
    directory_id,
    looks_like_key,
    new_public_id,
    new_secret,
    read_key,
)

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
KNOWN = "ick_0aZ9bY8x_abcdefghijklmnopqrstuvwxyz0123"
words = st.text(st.sampled_from(DIGITS))
keys = st.builds(
    KeyText,
    st.text(st.sampled_from(DIGITS), min_size=8, max_size=8),
    st.text(st.sampled_from(DIGITS), min_size=30, max_size=30),
)


@given(keys)
def test_every_key_is_read_as_it_was_made(key: KeyText) -> None:
    assert re.fullmatch(PATTERN, key.whole)
    assert read_key(key.whole) == key


@given(keys, st.integers(4, 48), st.sampled_from(DIGITS))
def test_no_key_with_one_letter_changed_is_read(key: KeyText, place: int, letter: str) -> None:
    whole = key.whole
    if letter != whole[place]:
        assert read_key(whole[:place] + letter + whole[place + 1 :]) is None


@given(keys, st.integers(0, 47))
def test_no_key_with_two_letters_swapped_is_read(key: KeyText, place: int) -> None:
    whole = key.whole
    swapped = whole[:place] + whole[place + 1] + whole[place] + whole[place + 2 :]
    assert swapped == whole or read_key(swapped) is None


@given(st.text())
def test_other_texts_are_no_keys(text: str) -> None:
    assert read_key(text) is None


@given(st.text())
def test_a_checksum_is_the_crc_32_in_base_62(text: str) -> None:
    number = 0
    for digit in checksum(text):
        number = number * 62 + DIGITS.index(digit)
    assert number == zlib.crc32(text.encode())


def test_a_key_that_was_written_down_stays_the_same() -> None:
    assert KeyText("0aZ9bY8x", "abcdefghijklmnopqrstuvwxyz0123").whole == KNOWN + "3uU59P"


@pytest.mark.parametrize("ending", ["", "\n", " ", "0"])
def test_a_key_is_exactly_its_letters(ending: str) -> None:
    whole = KNOWN + "3uU59P"
    assert (read_key(whole + ending) is None) == bool(ending)


def test_what_was_meant_as_a_key_is_told_from_other_credentials() -> None:
    assert [looks_like_key(each) for each in ("ick_x", "icr_x", "a.b.c", "")] == [True, False, False, False]


def test_the_text_form_shows_no_secret() -> None:
    key = KeyText(new_public_id(), new_secret())
    assert (str(key), key.secret in repr(key)) == (f"ick_{key.public_id}", False)


def test_new_keys_differ_and_so_do_their_places_in_the_directory() -> None:
    found = {new_public_id() for _ in range(200)}
    assert len(found) == len({directory_id(each) for each in found}) == 200
    assert len({new_secret() for _ in range(200)}) == 200
    assert directory_id("0aZ9bY8x") == directory_id("0aZ9bY8x")
