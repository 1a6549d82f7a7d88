"""The service's whole surface: the raw receiver in front, everything else behind the guard. Async."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from integration_console.domain.errors import ServiceEnds
from integration_console.service.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping
    from ipaddress import IPv4Network, IPv6Network

    from integration_console.domain.workspace import ReceiverState
    from integration_console.operations.context import Context
    from integration_console.operations.organisations import Organisations
    from integration_console.service.api.broker import Broker
    from integration_console.service.guard import Application
    from integration_console.service.problems import Send
    from integration_console.service.receiver import Receiver

    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Exposure:
    """To whom the API is open: exact `origins` of web pages, proxies whose word on addresses counts."""

    origins: tuple[str, ...] = ()
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = ()


class ServiceApplication:
    """One ASGI application; what is behind the guard is only made when somebody first asks for it."""

    def __init__(
        self,
        organisations: Organisations,
        receiver: Receiver,
        token: str,
        state: Callable[[], ReceiverState],
        exposure: Exposure = Exposure(),
    ) -> None:
        """Serve `receiver` to anyone and the API to those who prove who they are, by `token` or else."""
        self._receiver = receiver
        self._guard = Guard(self._api, organisations.public_url, exposure.origins)
        self._organisations = organisations
        self._token = token
        self._state = state
        self._exposure = exposure
        self._brokers: list[Broker] = []
        self._made: Application | None = None

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        if self._receiver.serves(scope["path"]):
            await self._receiver(scope, receive, send)
        else:
            await self._guard(scope, receive, send)

    def end_streams(self) -> None:
        """End all live streams: the program stops."""
        for broker in self._brokers:
            broker.close(ServiceEnds())

    async def _api(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        if self._made is None:
            from integration_console.service.api.of_all import ApiOfAll  # noqa: PLC0415 - when it is first asked for

            self._made = ApiOfAll(self._organisations, self._make)
        await self._made(scope, receive, send)

    def _make(self, context: Context) -> Application:
        from integration_console.service.api.application import api_application  # noqa: PLC0415 - FastAPI takes 0.3 s
        from integration_console.service.api.broker import Broker  # noqa: PLC0415 - see above
        from integration_console.service.api.callers import Service  # noqa: PLC0415 - see above

        broker = Broker(context)
        self._brokers.append(broker)
        service = Service(context, self._token, self._state, broker, self._exposure.trusted_proxies)
        return api_application(service, self._exposure.origins)
