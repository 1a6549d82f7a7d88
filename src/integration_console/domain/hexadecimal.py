"""Bytes as people read them: sixteen on a line, with their place and the letters that they may stand for."""

from __future__ import annotations

_ON_A_LINE = 16
MOST_SHOWN = 256 * 1024
"""Bytes that are laid out at most."""


def is_binary(data: bytes) -> bool:
    """Return whether bytes are no text: not UTF-8, or with a NUL in them."""
    if b"\0" in data:
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return True
    return False


def hex_lines(data: bytes) -> str:
    """Return lines such as `00000000  48 65 6c 6c 6f  |Hello|`, of the first bytes where there are many."""
    shown = data[:MOST_SHOWN]
    return "\n".join(_line(shown, at) for at in range(0, len(shown), _ON_A_LINE))


def _line(data: bytes, at: int) -> str:
    piece = data[at : at + _ON_A_LINE]
    half = _ON_A_LINE // 2
    pairs = f"{piece[:half].hex(' ')}  {piece[half:].hex(' ')}".ljust(3 * _ON_A_LINE)
    letters = "".join(chr(each) if 0x20 <= each < 0x7F else "." for each in piece)  # noqa: PLR2004 - printable ASCII
    return f"{at:08x}  {pairs}  |{letters}|"
