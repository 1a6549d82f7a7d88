"""Unknown API keys against keys with a wrong secret: whether the time of the refusal tells which of the two it was."""

from __future__ import annotations

import contextlib
import gc
import random
import time
from collections.abc import Callable, Sequence

from benchmarks.workspaces import workspace
from integration_console.domain.api_key_text import KeyText, new_public_id, new_secret
from integration_console.domain.api_keys import ApiKeyDraft
from integration_console.domain.callers import RequestFacts
from integration_console.domain.errors import ApiKeyRefused
from integration_console.domain.permissions import KEY_PRESETS, Grant
from integration_console.operations import api_key_checks, api_keys
from integration_console.operations.context import Context

_CHECKS = 10_000
_KEYS = 50
_WARM_UP = 500
_FACTS = RequestFacts("203.0.113.7", "GET /api/v1/logs", "bench/1")


def main() -> int:
    """Run 10,000 checks in a random order, and as many against a control that is meant to be seen."""
    with workspace() as context:
        ids = [_created(context, number) for number in range(_KEYS)]
        unknown: Callable[[], str] = lambda: KeyText(new_public_id(), new_secret()).whole  # noqa: E731 - beside the next
        wrong: Callable[[], str] = lambda: KeyText(random.choice(ids), new_secret()).whole  # noqa: E731 - no secret
        broken: Callable[[], str] = lambda: unknown()[:-1]  # noqa: E731 - as above
        measured = [("unknown, wrong secret", unknown, wrong), ("control: unknown, cut off", unknown, broken)]
        print(f"{'':28}{'AUC':>8}{'median µs':>12}{'median µs':>12}   ({_CHECKS:,} checks, in a random order)")
        for name, first, second in measured:
            one, two = _times(context, (first, second))
            print(f"{name:28}{_area(one, two):8.3f}{_median(one):12.1f}{_median(two):12.1f}")
    print("target: 0.45 to 0.55; the control is far outside, or nothing was measured")
    return 0


def _created(context: Context, number: int) -> str:
    grants = tuple(Grant(each) for each in sorted(KEY_PRESETS["read_only"]))
    return api_keys.create_api_key(context, ApiKeyDraft(f"Key {number}", grants)).key.public_id


def _times(context: Context, kinds: Sequence[Callable[[], str]]) -> tuple[list[float], list[float]]:
    """Return what each check of either kind took, in nanoseconds."""
    order = [place % 2 for place in range(_CHECKS + _WARM_UP)]
    random.shuffle(order)
    texts = [kinds[place]() for place in order]
    found: tuple[list[float], list[float]] = ([], [])
    gc.collect()
    gc.disable()
    try:
        for number, (place, text) in enumerate(zip(order, texts, strict=True)):
            begun = time.perf_counter_ns()
            with contextlib.suppress(ApiKeyRefused):
                api_key_checks.authenticate(context, text, _FACTS)
            if number >= _WARM_UP:
                found[place].append(time.perf_counter_ns() - begun)
    finally:
        gc.enable()
    return found


def _area(one: Sequence[float], two: Sequence[float]) -> float:
    """Return how often one of `two` takes longer than one of `one`, ties by half: 0.5 tells nothing."""
    ranked = sorted([(each, 0) for each in one] + [(each, 1) for each in two])
    total, place = 0.0, 0
    while place < len(ranked):
        end = place
        while end < len(ranked) and ranked[end][0] == ranked[place][0]:
            end += 1
        mean = (place + 1 + end) / 2
        total += mean * sum(kind for _, kind in ranked[place:end])
        place = end
    return (total - len(two) * (len(two) + 1) / 2) / (len(one) * len(two))


def _median(found: Sequence[float]) -> float:
    return sorted(found)[len(found) // 2] / 1000


if __name__ == "__main__":
    raise SystemExit(main())
