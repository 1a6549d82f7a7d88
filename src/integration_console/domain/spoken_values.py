"""Finds secrets as people say and type them: `--password x`, “the password is x1”, كلمة المرور: x."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from integration_console.domain.masking import MASK
from integration_console.domain.secret_names import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Callable

_MARKS = "[\u064b-\u0652\u0670\u0640]*"
"""Harakat and tatweel, which may stand behind any letter."""
_ALIKE = {"ا": "[اأإآٱ]", "ة": "[ةه]", "ي": "[يى]", " ": r"\s+"}
_ARABIC = (
    "كلمة المرور", "كلمة مرور", "كلمة السر", "كلمة سر", "عبارة المرور", "الرقم السري", "رقم سري", "الرمز السري",
    "رمز سري", "رمز المرور", "رمز الدخول", "رمز التحقق", "المفتاح السري", "مفتاح سري",
)  # fmt: skip
_QUOTE = r"\\{0,7}[\"']"


def _loosely(words: str) -> str:
    return "".join(_ALIKE.get(each, each) + (_MARKS if each != " " else "") for each in words)


_BARE = r"[^\s\"'\\،؛,;<>(){}\[\]]+"
_OPTION = re.compile(
    r"(?<![\w-])--?(?P<name>[A-Za-z][\w-]{0,60})[ \t]+(?P<value>\"[^\"\r\n]*\"|'[^'\r\n]*'|[^\s\"'\\-][^\s\"'\\]*)"
)
_USER = re.compile(r"(?<![\w-])(?:-[uU]|--(?:proxy-)?user)[ \t=]+[\"']?[^\s:\"']{1,80}:(?P<value>[^\s\"']+)")
_IN_ANGLES = re.compile(r"(?P<name>[\w-]{2,60})[ \t]{0,4}[:=][ \t]{0,4}<(?P<value>[^<>\s]{1,400})>")
_SAID = re.compile(
    r"(?i)\b(?:password|passphrase|passcode|passwd|pwd|secret|token|pin|otp|(?:api|access|secret)[ _-]?key)[ \t]{1,4}"
    r"(?:is|was)[ \t]{1,4}[\"'“”]?(?P<value>[^\s\"'“”,;]{3,})"
)
_SAID_IN_ARABIC = re.compile(
    rf"(?:{'|'.join(map(_loosely, _ARABIC))})(?:{_QUOTE})?\s{{0,4}}(?:(?P<sign>[:=])|ه[وي](?=\s))\s{{0,4}}"
    rf"(?:(?P<quote>{_QUOTE})(?P<quoted>.*?)(?:(?P=quote)|\Z)|(?P<value>{_BARE}))"
)
_WORD = re.compile(r"[^\W\d_][a-z.!?]*|[\u0600-\u06ff.!؟]+")
"""What no password looks like: “the password is wrong”."""


def without_spoken(text: str, mask: Callable[[], str]) -> str:
    """Return `text` with `mask()` in place of every secret that is named before it, with no sign or in Arabic."""
    for signs, pattern, is_secret in _RULES:
        if any(each in text for each in signs):
            text = pattern.sub(partial(_masked, mask, is_secret), text)
    return text if text.isascii() else _SAID_IN_ARABIC.sub(partial(_masked, mask, _is_said_in_arabic), text)


def _masked(mask: Callable[[], str], is_secret: Callable[[re.Match[str]], bool], match: re.Match[str]) -> str:
    """Return what was found with its last part, the value, masked."""
    start, end = (each - match.start() for each in match.span(match.lastgroup or 0))
    if start == end or MASK in match[0][start:] or not is_secret(match):
        return match[0]
    return match[0][:start] + mask() + match[0][end:]


def _is_named(match: re.Match[str]) -> bool:
    return standing(match["name"]) is Standing.SURELY


def _is_said(match: re.Match[str]) -> bool:
    return not _WORD.fullmatch(match["value"])


def _is_said_in_arabic(match: re.Match[str]) -> bool:
    return match["sign"] is not None or match["quoted"] is not None or _is_said(match)


_RULES: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (("-",), _OPTION, _is_named),
    (("-",), _USER, bool),
    (("<",), _IN_ANGLES, _is_named),
    ((" is ", " was "), _SAID, _is_said),
)
