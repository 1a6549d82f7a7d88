"""The webhook receiver: a raw ASGI route that verifies, stores, and only then says 202. Async.

`POST /functions/v1/webhook-receiver/{webhook}`, or without the id for a body `{webhook_id, event, data}`.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from integration_console.domain.errors import (
    BodyTooLarge,
    ConsoleError,
    MethodNotAllowed,
    RequestTooSlow,
    UnexpectedError,
)
from integration_console.domain.ids import new_id
from integration_console.operations import receiving
from integration_console.operations.receiving import Armed, Arrival, Filtered
from integration_console.operations.webhooks import RECEIVER_PATH
from integration_console.service.problems import send_answer, send_problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from integration_console.operations.context import Context
    from integration_console.operations.receiving import Armoury
    from integration_console.service.intake import Intake
    from integration_console.service.problems import Send
    from integration_console.storage.events import EventDraft

    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]

_log = logging.getLogger(__name__)
_JSON = [(b"content-type", b"application/json")]
_BODY_SECONDS = 30
_ACCEPTED = 202


class Receiver:
    """Answers requests to the receiver's path; every outcome becomes a log entry."""

    def __init__(
        self, context: Context, armoury: Armoury, intake: Intake, body_cap: int, body_seconds: float = _BODY_SECONDS
    ) -> None:
        """Take bodies of at most `body_cap` bytes that arrive within `body_seconds`."""
        self._context = context
        self._armoury = armoury
        self._intake = intake
        self._body_cap = body_cap
        self._body_seconds = body_seconds

    @staticmethod
    def serves(path: str) -> bool:
        """Return whether a path belongs to the receiver."""
        return path.startswith(RECEIVER_PATH) and path[len(RECEIVER_PATH) :][:1] in ("", "/")

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        armed = None
        try:
            if scope["method"] != "POST":
                raise MethodNotAllowed(method=str(scope["method"])[:16])
            webhook_id = scope["path"][len(RECEIVER_PATH) + 1 :].rstrip("/")
            armed = await self._armed(webhook_id) if webhook_id else None
            arrival = await self._arrival(scope, receive)
            armed = armed or await self._armed(receiving.webhook_of_body(arrival.body))
            admitted = receiving.admit(armed, arrival, self._context.clock.now())
            await self._conclude(armed, admitted, send)
        except ConsoleError as error:
            receiving.refused(self._context, armed.webhook if armed else None, error, new_id())
            await send_problem(send, error)
        except Exception:  # noqa: BLE001 - a request: the sender must get an answer, and we the traceback
            correlation_id = new_id()
            _log.exception("a request to the receiver failed (reference %s)", correlation_id)
            await send_problem(send, UnexpectedError(reference=correlation_id))

    async def _conclude(self, armed: Armed, admitted: EventDraft | Filtered, send: Send) -> None:
        if isinstance(admitted, Filtered):
            receiving.filtered_out(self._context, armed.webhook, admitted)
            await _answer(send, "ignored", "", admitted.correlation_id)
            return
        stored = await self._intake.store(admitted)
        status = "duplicate" if stored.duplicate else admitted.state.value
        await _answer(send, status, stored.event_id, admitted.id)

    async def _armed(self, webhook_id: str) -> Armed:
        armed = self._armoury.at_hand(webhook_id)
        if armed is None:
            armed = await asyncio.get_running_loop().run_in_executor(None, self._armoury.find, webhook_id)
        return armed

    async def _arrival(self, scope: MutableMapping[str, Any], receive: Receive) -> Arrival:
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"])
        arrival = Arrival(headers, b"")
        announced = arrival.header("content-length")
        if announced.isdigit() and int(announced) > self._body_cap:
            raise BodyTooLarge(limit=self._body_cap)
        return Arrival(headers, await self._body(receive))

    async def _body(self, receive: Receive) -> bytes:
        parts, size, more = [], 0, True
        try:
            async with asyncio.timeout(self._body_seconds):
                while more:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise RequestTooSlow(seconds=f"{self._body_seconds:g}")
                    parts.append(message.get("body", b""))
                    size, more = size + len(parts[-1]), message.get("more_body", False)
                    if size > self._body_cap:
                        raise BodyTooLarge(limit=self._body_cap)
        except TimeoutError as error:
            raise RequestTooSlow(seconds=f"{self._body_seconds:g}") from error
        return b"".join(parts)


async def _answer(send: Send, status: str, event_id: str, correlation_id: str) -> None:
    body = f'{{"status":"{status}","event_id":"{event_id}","correlation_id":"{correlation_id}"}}'
    await send_answer(send, _ACCEPTED, _JSON, body.encode())
