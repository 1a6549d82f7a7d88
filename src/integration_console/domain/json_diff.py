"""What is different between two values of JSON, place by place; texts that are no JSON are compared line by line."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from integration_console.domain.json_paths import written_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from integration_console.domain.json_paths import Step

MISSING: Any = type("Missing", (), {"__repr__": lambda _self: "MISSING"})()
"""Stands on the side where there is nothing."""
_MOST_LINES = 4_000


@dataclass(frozen=True, slots=True)
class Difference:
    """A place, and what stands there on either side (`MISSING`: nothing)."""

    path: str
    old: Any
    new: Any


def differences(old: Any, new: Any) -> tuple[Difference, ...]:  # noqa: ANN401 - the JSON border
    """Return what is different, in the order of the first value; what was added stands behind."""
    return tuple(_compared(old, new, ()))


def line_differences(old: str, new: str) -> tuple[Difference, ...]:
    """Return the lines that are different; a place is the number of the line on the left, then on the right."""
    first, second = old.splitlines()[:_MOST_LINES], new.splitlines()[:_MOST_LINES]
    found: list[Difference] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind != "equal":
            pairs = zip_longest(range(i1, i2), range(j1, j2))
            found += [
                Difference(_lines(i, j), MISSING if i is None else first[i], MISSING if j is None else second[j])
                for i, j in pairs
            ]
    return tuple(found)


def _compared(old: Any, new: Any, steps: tuple[Step, ...]) -> Iterator[Difference]:  # noqa: ANN401 - as above
    if isinstance(old, dict) and isinstance(new, dict):
        for name in dict.fromkeys((*old, *new)):
            yield from _compared(old.get(name, MISSING), new.get(name, MISSING), (*steps, name))
    elif isinstance(old, list) and isinstance(new, list):
        for number, (one, other) in enumerate(zip_longest(old, new, fillvalue=MISSING)):
            yield from _compared(one, other, (*steps, number))
    elif type(old) is not type(new) or old != new:
        yield Difference(written_path(steps), old, new)


def _lines(left: int | None, right: int | None) -> str:
    numbers = [str(each + 1) for each in (left, right) if each is not None]
    return " / ".join(dict.fromkeys(numbers))
