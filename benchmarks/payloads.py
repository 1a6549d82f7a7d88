"""The recorded GitHub payloads of npm's @octokit/webhooks-examples, signed as GitHub signs them."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_INDEX = Path(__file__).parents[1] / "build/npm/node_modules/@octokit/webhooks-examples/api.github.com/index.json"

_KINDS = 60


@dataclass(frozen=True, slots=True)
class Delivery:
    """One recorded payload: its event type and its body as GitHub would send it."""

    event_type: str
    body: bytes

    def signature(self, secret: str) -> str:
        """Return the value of X-Hub-Signature-256."""
        return "sha256=" + hmac.digest(secret.encode(), self.body, "sha256").hex()


@cache
def recorded_deliveries() -> tuple[Delivery, ...]:
    """Return all recorded payloads (329 of 58 types)."""
    index = json.loads(_INDEX.read_text(encoding="utf-8"))
    return tuple(
        Delivery(entry["name"], json.dumps(example, ensure_ascii=False).encode())
        for entry in index
        for example in entry["examples"]
    )


def distinct_deliveries(count: int) -> list[Delivery]:
    """Return `count` payloads of the median size and just above, each with a number of its own in its JSON."""
    recorded = sorted(recorded_deliveries(), key=lambda each: len(each.body))
    middle = len(recorded) // 2
    chosen = recorded[middle : middle + _KINDS]
    return [
        Delivery(each.event_type, b'{"benchmark_number":%d,' % number + each.body[1:])
        for number in range(count)
        for each in (chosen[number % _KINDS],)
    ]
