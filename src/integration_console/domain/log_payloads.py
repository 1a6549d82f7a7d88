"""What of an entry's contents words are looked for in: its payload, and headers and body of the event it stands for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from integration_console.domain.folding import folded
from integration_console.domain.log_conditions import Contains, any_part, replaced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from integration_console.domain.log_conditions import Condition

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def searched_payload(payload: str, headers: Iterable[tuple[str, str]] = (), body: bytes = b"") -> str:
    r"""Return what words are looked for in beside the entry itself, folded.

    JSON may hold its letters as `\u0645`; they are searched as what they stand for.
    """
    lines = "\n".join(f"{name}: {value}" for name, value in headers)
    text = "\n".join(each for each in (payload, lines, body.decode("utf-8", "replace")) if each)
    return folded(unescaped(text))


def unescaped(text: str) -> str:
    r"""Return text with the letters for which JSON's `\u0645` stands."""
    if "\\u" not in text:
        return text
    return _ESCAPED.sub(_letter, text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def entries_only(condition: Condition) -> Condition:
    """Return the condition for one who may read no payloads: words are looked for in the entry alone."""
    return replaced(condition, lambda part: replace(part, entry_only=True) if isinstance(part, Contains) else part)


def looks_into_payloads(condition: Condition) -> bool:
    """Return whether an entry alone does not tell whether the condition holds."""
    return any_part(condition, lambda part: isinstance(part, Contains) and not part.entry_only)


def _letter(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))
