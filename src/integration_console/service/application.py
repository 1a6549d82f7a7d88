"""The service's whole surface: the raw receiver in front, everything else behind the guard. Async."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from integration_console.service.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from integration_console.operations.organisations import Organisations
    from integration_console.service.guard import Application
    from integration_console.service.problems import Send
    from integration_console.service.receiver import Receiver

    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]


class ServiceApplication:
    """One ASGI application; what is behind the guard is only made when somebody first asks for it."""

    def __init__(self, organisations: Organisations, receiver: Receiver, token: str) -> None:
        """Serve `receiver` to anyone, and the functions to bearers of `token`, which one workspace's holder has."""
        self._receiver = receiver
        self._guard = Guard(self._functions, token, organisations.public_url)
        self._organisations = organisations
        self._made: Application | None = None

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        if self._receiver.serves(scope["path"]):
            await self._receiver(scope, receive, send)
        else:
            await self._guard(scope, receive, send)

    async def _functions(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        if self._made is None:
            self._made = await asyncio.get_running_loop().run_in_executor(None, self._make)
        await self._made(scope, receive, send)

    def _make(self) -> Application:
        from integration_console.service.functions import functions_application  # noqa: PLC0415 - FastAPI takes 0.3 s

        (context,) = self._organisations.contexts()
        return functions_application(context)
