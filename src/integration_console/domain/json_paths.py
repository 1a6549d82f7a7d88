"""Places in JSON as people write them (RFC 9535): of a value in a tree, and of whatever stands at a place of a text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
Step = str | int


def written_path(steps: Iterable[Step]) -> str:
    """Return a path such as `$.items[0]["two words"]`."""
    return "$" + "".join(map(_written, steps))


def path_at(text: str, place: int) -> str:
    """Return the path of the value, or of the member whose name, stands at a place of a JSON text."""
    walker = _Walker()
    for piece in _PIECE.finditer(text):
        if piece.start() > place:
            break
        walker.take(piece[0], is_last=place < piece.end())
    return written_path(walker.steps())


class _Walker:
    """Goes through the pieces of a text, and knows in which member of which object or array it is."""

    def __init__(self) -> None:
        self._open: list[list[Any]] = []
        self._waits_for_name = False

    def take(self, piece: str, *, is_last: bool) -> None:
        if piece in "{[":
            self._open.append([piece, "" if piece == "{" else 0])
            self._waits_for_name = piece == "{"
        elif piece in "}]":
            if self._open and not is_last:
                self._open.pop()
            elif self._open:
                self._open[-1][1] = None  # on the bracket itself: the whole of what it closes
        elif piece == "," and self._open and not is_last:
            self._go_on()
        elif self._waits_for_name and piece.startswith('"') and self._open:
            self._open[-1][1] = _name(piece)
            self._waits_for_name = False

    def steps(self) -> list[Step]:
        """The members that it is in, from the outermost."""
        return [each[1] for each in self._open if each[1] not in ("", None)]

    def _go_on(self) -> None:
        inner = self._open[-1]
        if inner[0] == "[":
            inner[1] += 1
        else:
            self._waits_for_name = True


def _name(piece: str) -> str:
    try:
        return str(json.loads(piece))
    except json.JSONDecodeError:
        return piece[1:-1]


def _written(step: Step) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN.fullmatch(step) else f"[{json.dumps(step, ensure_ascii=False)}]"
