"""Bytes as people read them."""

from __future__ import annotations

from integration_console.domain.hexadecimal import MOST_SHOWN, hex_lines, is_binary


def test_lines_hold_place_bytes_and_letters() -> None:
    assert hex_lines(b"Hello, world\x00\xff!!second") == (
        "00000000  48 65 6c 6c 6f 2c 20 77  6f 72 6c 64 00 ff 21 21  |Hello, world..!!|\n"
        "00000010  73 65 63 6f 6e 64                                 |second|"
    )
    assert hex_lines(b"") == ""


def test_many_bytes_are_cut_short() -> None:
    assert hex_lines(b"x" * (MOST_SHOWN + 1)).count("\n") == MOST_SHOWN // 16 - 1


def test_text_is_told_from_bytes() -> None:
    assert [is_binary(each) for each in (b"plain", "عربي".encode(), b"a\0b", b"\xff\xfe")] == [False, False, True, True]
