"""The webhook receiver: a raw ASGI route that verifies, stores, and only then says 202. Async.

`POST /functions/v1/webhook-receiver/{webhook}`, or without the id for a body `{webhook_id, event, data}`.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from integration_console.domain.errors import ConsoleError, MethodNotAllowed, UnexpectedError
from integration_console.domain.ids import new_id
from integration_console.operations import receiving
from integration_console.operations.receiving import Arrival, Filtered
from integration_console.operations.webhooks import RECEIVER_PATH
from integration_console.service.bodies import BODY_SECONDS, Bodies
from integration_console.service.problems import send_answer, send_problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from integration_console.operations.armoury import Armed, Armoury
    from integration_console.operations.context import Context
    from integration_console.operations.organisations import Organisations
    from integration_console.service.bodies import Body
    from integration_console.service.intake import Intake
    from integration_console.service.problems import Send
    from integration_console.storage.events import EventDraft

    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]

_log = logging.getLogger(__name__)
_JSON = [(b"content-type", b"application/json")]
_ACCEPTED = 202
_BODY_FORM_CAP = 1024 * 1024
"""Bytes: a body that must be parsed before anybody has proved anything may cost only so much memory and time."""


class Receiver:
    """Answers requests to the receiver's path; every outcome becomes a log entry."""

    def __init__(
        self,
        organisations: Organisations,
        armoury: Armoury,
        intake: Intake,
        body_cap: int,
        body_seconds: float = BODY_SECONDS,
    ) -> None:
        """Take bodies of at most `body_cap` bytes that arrive within `body_seconds`."""
        self._organisations = organisations
        self._armoury = armoury
        self._intake = intake
        self._bodies = Bodies(body_cap, body_seconds)

    @staticmethod
    def serves(path: str) -> bool:
        """Return whether a path belongs to the receiver."""
        return path.startswith(RECEIVER_PATH) and path[len(RECEIVER_PATH) :][:1] in ("", "/")

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        about: list[Armed] = []
        try:
            with self._bodies.kept() as body:
                await self._receive(scope, receive, send, body, about)
        except ConsoleError as error:
            await self._refuse(send, about, error, new_id())
        except Exception:  # noqa: BLE001 - a request: the sender must get an answer, and we the traceback
            reference = new_id()
            _log.exception("a request to the receiver failed (reference %s)", reference)
            await self._refuse(send, about, UnexpectedError(reference=reference), reference)

    async def _receive(
        self, scope: MutableMapping[str, Any], receive: Receive, send: Send, body: Body, about: list[Armed]
    ) -> None:
        """Take one request; `about` gets the webhook as soon as it is known, for the entry of a refusal."""
        if scope["method"] != "POST":
            raise MethodNotAllowed(method=str(scope["method"])[:16])
        webhook_id = scope["path"][len(RECEIVER_PATH) + 1 :].rstrip("/")
        if webhook_id:
            about.append(await self._armed(webhook_id))
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"])
        arrival = Arrival(headers, b"")
        cap = None if webhook_id else _BODY_FORM_CAP
        arrival = Arrival(headers, await body.read(receive, arrival.header("content-length"), cap))
        if not webhook_id:
            about.append(await self._armed(receiving.webhook_of_body(arrival.body)))
        (armed,) = about
        await self._conclude(armed, receiving.admit(armed, arrival, self._organisations.clock.now()), send)

    async def _refuse(self, send: Send, about: list[Armed], error: ConsoleError, correlation_id: str) -> None:
        for context in [each.context for each in about] or self._nobodys():
            receiving.refused(context, about[0].webhook if about else None, error, correlation_id)
        await send_problem(send, error)

    def _nobodys(self) -> tuple[Context, ...]:
        """Return in whose log a request to nobody's webhook belongs: in nobody's where there are several."""
        all_of_them = self._organisations.contexts()
        return all_of_them if len(all_of_them) == 1 else ()

    async def _conclude(self, armed: Armed, admitted: EventDraft | Filtered, send: Send) -> None:
        if isinstance(admitted, Filtered):
            receiving.filtered_out(armed.context, armed.webhook, admitted)
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


async def _answer(send: Send, status: str, event_id: str, correlation_id: str) -> None:
    body = f'{{"status":"{status}","event_id":"{event_id}","correlation_id":"{correlation_id}"}}'
    await send_answer(send, _ACCEPTED, _JSON, body.encode())
