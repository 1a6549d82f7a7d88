"""Sealed bytes open with the right key for the right purpose, and with nothing else."""

from __future__ import annotations

import re

import pytest

from integration_console.storage import sealing
from integration_console.storage.sealing import DataKey, Unsealable

KEY = DataKey("k1", bytes(range(32)))
SALT = bytes(16)


def test_what_was_sealed_opens_for_its_purpose() -> None:
    assert KEY.open(KEY.seal("سرّ".encode(), "a|b"), "a|b") == "سرّ".encode()


def test_sealing_twice_gives_different_bytes() -> None:
    assert KEY.seal(b"x", "a") != KEY.seal(b"x", "a")


@pytest.mark.parametrize(
    ("key", "purpose"), [(KEY, "another"), (DataKey("k2", KEY.key), "a"), (DataKey("k1", bytes(32)), "a")]
)
def test_another_purpose_or_key_opens_nothing(key: DataKey, purpose: str) -> None:
    with pytest.raises(Unsealable):
        key.open(KEY.seal(b"x", "a"), purpose)


@pytest.mark.parametrize("at", [0, 12, -1])
def test_an_altered_byte_opens_nothing(at: int) -> None:
    sealed = bytearray(KEY.seal(b"secret", "a"))
    sealed[at] ^= 1
    with pytest.raises(Unsealable):
        KEY.open(bytes(sealed), "a")


@pytest.mark.parametrize("sealed", [b"", b"short", bytes(12)])
def test_truncated_bytes_open_nothing(sealed: bytes) -> None:
    with pytest.raises(Unsealable):
        KEY.open(sealed, "a")


def test_a_data_key_is_unwrapped_by_its_holder_alone() -> None:
    mine, yours = sealing.new_private_key(), sealing.new_private_key()
    wrapped = sealing.wrap(KEY.key, sealing.public_key_of(mine), "p")
    assert sealing.unwrap(wrapped, mine, "p") == KEY.key
    for key, purpose in ((yours, "p"), (mine, "q")):
        with pytest.raises(Unsealable):
            sealing.unwrap(wrapped, key, purpose)
    with pytest.raises(Unsealable):
        sealing.unwrap(b"", mine, "p")


def test_a_recovery_code_is_eight_groups_without_letters_that_are_misread() -> None:
    assert re.fullmatch(r"([A-HJ-NP-Z2-9]{4}-){7}[A-HJ-NP-Z2-9]{4}", sealing.new_recovery_code())


def test_a_recovery_code_may_be_typed_in_any_way() -> None:
    code = sealing.new_recovery_code()
    key = sealing.key_from_recovery_code(code, SALT)
    for typed in (code.lower(), code.replace("-", ""), f" {code.replace('-', ' ')}\n"):
        assert sealing.key_from_recovery_code(typed, SALT) == key
    assert sealing.key_from_recovery_code(code[:-1], SALT) != key


def test_a_passphrase_with_another_salt_is_another_key() -> None:
    keys = {sealing.key_from_passphrase("correct horse", bytes([salt]) * 16) for salt in (0, 1)}
    assert ([len(key) for key in keys], len(sealing.new_data_key_bytes())) == ([32, 32], 32)
