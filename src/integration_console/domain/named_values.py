"""Finds in text what stands under the names of secrets: `password=...`, `"token": 7`, `user[pin]=1`, and objects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from integration_console.domain.masking import MASK
from integration_console.domain.secret_names import Standing, is_secret, standing

if TYPE_CHECKING:
    from collections.abc import Callable

_SIGNS = (
    "pass", "pwd", "secret", "credential", "auth", "cookie", "key", "token", "sig", "session", "pin", "otp", "code",
    "cvv", "cvc", "jwt",
)  # fmt: skip
GAP = r"(?:\s|\\{1,7}[nrt])*"
"""Blanks and line breaks between the parts of JSON, also of JSON inside JSON."""
_QUOTE = r"(?:\\{0,7}[\"'])"
_NAMED = re.compile(
    rf"(?i)(?P<name>(?:{'|'.join(_SIGNS)})[\w-]{{0,40}})"
    rf"(?:(?P<quote>{_QUOTE}){GAP}(?:=>|[:=]){GAP}|{_QUOTE}?\]{{0,2}}(?:\[\w{{0,20}}\]){{0,2}}[ \t]*(?:=>|[:=])[ \t]*)"
    r"(?:[bru]{1,2}(?=[\"']))?(?:\"(?P<double>(?:[^\"\\]|\\.)*)(?:\"|\Z)"
    r"|(?P<open>\\{1,7}\")(?P<nested>.*?)(?:(?<!\\)(?P=open)|\Z)"
    r"|'(?P<single>[^']*)(?:'|\Z)"
    r"|(?P<bare>[^\s\"'&,;(){}\[\]<>\\]+)"
    r"|(?P<structure>[\[{]))"
)
_BEFORE = re.compile(r"[\w.-]{0,40}\Z")
_KINDS = ("double", "nested", "single", "bare", "structure")
_BRACKET_OR_QUOTE = re.compile(r"(\\*)([\"'])|[\[\]{}]")
_REST = re.compile(r"[^\s\"'&,;(){}\[\]<>\\]*")


def without_named(text: str, mask: Callable[[], str]) -> str:
    """Return `text` with `mask()` in place of every value that stands under the name of a secret.

    A value that stays is looked into: `{"note": "password=..."}` hides nothing. Where a quoted name has a value without
    quotes, the mask gets the quotes of the name, so that JSON stays JSON.
    """
    low = text.lower()
    if not any(each in low for each in _SIGNS):
        return text
    parts, begin, at = [], 0, 0
    while match := _NAMED.search(text, at):
        kind = next(each for each in _KINDS if match[each] is not None)
        start, end = match.span(kind)
        if not _is_secret(match, kind):
            at = start
            continue
        if kind == "structure":
            end = _end_of_structure(text, start, match["quote"] or "")
        quote = match["quote"] or "" if kind in ("bare", "structure") else ""
        parts += [text[begin:start], quote, mask(), quote]
        begin = at = end
    return "".join((*parts, text[begin:])) if parts else text


def _is_secret(match: re.Match[str], kind: str) -> bool:
    before = _BEFORE.search(match.string, max(0, match.start() - 40), match.start())
    name = (before[0] if before else "") + match["name"]
    if kind == "structure":
        return standing(name) is Standing.SURELY
    return match[kind] != MASK and is_secret(name, match[kind])


def _end_of_structure(text: str, start: int, quote: str) -> int:
    """Return where the list or object that begins at `start` ends, with what hangs on it; cut off, it is all the rest.

    Inside a JSON text every quote has as many backslashes as the `quote` around the name.
    """
    escapes, depth, within = quote.count("\\"), 0, ""
    for found in _BRACKET_OR_QUOTE.finditer(text, start):
        if found[2]:
            slashes = len(found[1])
            if slashes < escapes and not within:
                return found.start()  # the text around it ends
            if slashes % (2 * escapes + 2) == escapes and within in ("", found[2]):
                within = "" if within else found[2]
        elif not within:
            depth += 1 if found[0] in "[{" else -1
            if depth == 0:
                rest = _REST.match(text, found.end())
                return rest.end() if rest else found.end()
    return len(text)
