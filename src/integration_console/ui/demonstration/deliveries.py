"""Plays GitHub: posts recorded deliveries to a webhook's URL, signed with its secret."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass

import httpx

from integration_console.domain.ids import new_id
from integration_console.ui.resources import resource

_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Posted:
    """How the receiver answered: to signed deliveries, to one sent again, and to one with a wrong signature."""

    answers: tuple[int, ...]
    repeated: str
    forged: int

    @property
    def accepted(self) -> int:
        """How many deliveries were answered 2xx."""
        return sum(200 <= each < 300 for each in self.answers)


def post_deliveries(url: str, secret: str) -> Posted:
    """Post every recorded delivery once, the first of them again, and one that somebody forged."""
    recorded = json.loads(resource("samples/github_deliveries.json").read_text(encoding="utf-8"))
    with httpx.Client(timeout=_SECONDS, trust_env=False) as client:
        requests = [_request(client, url, secret, each["event"], each["payload"]) for each in recorded]
        answers = tuple(client.send(each).status_code for each in requests)
        repeated = client.send(requests[0]).json()["status"]
        forged = _request(client, url, "guessed by somebody else", "push", recorded[1]["payload"])
        return Posted(answers, repeated, client.send(forged).status_code)


def _request(client: httpx.Client, url: str, secret: str, event: str, payload: object) -> httpx.Request:
    body = json.dumps(payload, ensure_ascii=False).encode()
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "GitHub-Hookshot/recorded",
        "X-GitHub-Event": event,
        "X-GitHub-Delivery": new_id(),
        "X-Hub-Signature-256": "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest(),
    }
    return client.build_request("POST", url, content=body, headers=headers)
