"""What senders of webhooks do, and what their requests leave in the log."""

from __future__ import annotations

import threading
from typing import Final

import httpx

from integration_console.domain.logs import LogEntry, LogFilter
from integration_console.operations import logs
from integration_console.operations.context import Context
from tests.builders import github_headers

PATH: Final = "/functions/v1/webhook-receiver"
BODY: Final = b'{"ref":"main"}'
OUTCOMES: Final = {"webhook.received", "webhook.held", "webhook.filtered", "webhook.duplicate", "webhook.rejected"}


def post(
    client: httpx.Client, webhook_id: str, body: bytes = BODY, headers: dict[str, str] | None = None
) -> httpx.Response:
    """Send a body as GitHub would."""
    return client.post(f"{PATH}/{webhook_id}", content=body, headers={**github_headers(body), **(headers or {})})


def outcomes(context: Context) -> list[LogEntry]:
    """What the log says of requests so far."""
    return [each for each in logs.log_tail(context, LogFilter(), 0, 1000)[0] if each.event_type in OUTCOMES]


def outcome(context: Context, kind: str) -> LogEntry:
    """The one entry that a request has left, as soon as it is written."""
    written = threading.Event()
    end = context.announcements.listen(lambda _: written.set())
    while not outcomes(context) and written.wait(5):
        written.clear()
    end()
    (found,) = outcomes(context)
    assert found.event_type == kind
    return found


def problem(answer: httpx.Response) -> tuple[int, str]:
    """Status and code of an answer that is a problem as RFC 9457 has it."""
    assert answer.headers["content-type"] == "application/problem+json"
    content = answer.json()
    assert set(content) - {"errors"} == {"type", "title", "status", "detail", "code", "params"}
    assert content["status"] == answer.status_code
    return answer.status_code, content["code"]
