"""A REST API in miniature: one list in every way of paging, behind every way to sign in, with some weather."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, Self

from integration_console.sandbox import rest_lists as lists
from integration_console.sandbox.rest_access import RestCredentials, RestDoor
from integration_console.sandbox.rest_rows import RestRows, Row
from integration_console.sandbox.weather import Forecast, Spell, Weather
from integration_console.sandbox.web import LoopbackServer, Reply, Request, json_reply, text_reply

_SLOW_SECONDS = 9.0
_PAGE = "<!DOCTYPE html><html><head><title>{0}</title></head><body>This is not the API.</body></html>"


def _utc_now() -> datetime:
    return datetime.now(UTC)


class RestSandbox:
    """A REST API that lives on this machine. `start` and `stop` it, or use it in a `with` statement.

    Below `base_url` are /all, /page, /django, /offset, /cursor (also called /people) and /link, and /search by POST.
    Each takes `updated_since`, and tells of items whose `deleted_at` is set only to those who ask for changes. `stuck`
    lets pages come again for ever, `forbidden` refuses everybody, `elsewhere` is where links lead in place of here,
    `newest_first` sorts numbered pages by their changes, `away` lets nothing be there. `asked` holds
    the path and fields of each request.
    """

    def __init__(
        self,
        *,
        items: int = 120,
        seed: int = 1,
        clock: Callable[[], datetime] = _utc_now,
        open_to_all: bool = False,
        port: int = 0,
    ) -> None:
        self._clock = clock
        self.rows = RestRows(items, seed, clock)
        self.door = RestDoor(clock, open_to_all=open_to_all)
        self.stuck = False
        self.forbidden = False
        self.newest_first = False
        self.away = False
        self.elsewhere = ""
        self.asked: list[tuple[str, Mapping[str, Any]]] = []
        self._forecast = Forecast()
        self._port = port
        self._server: LoopbackServer | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Listen on loopback; a second call changes nothing. Raises `OSError` when the port is taken."""
        if self._server is None:
            self._server = LoopbackServer(self._port, self._answer)
            self._port = self._server.port

    def stop(self) -> None:
        """Stop listening, cut hanging answers and wait for every thread; the items stay."""
        server, self._server = self._server, None
        if server is not None:
            server.close()

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def base_url(self) -> str:
        """The base address, as a connector's form wants it."""
        return f"{self.origin}/v1"

    @property
    def token_address(self) -> str:
        """Where OAuth 2 tokens come from."""
        return f"{self.origin}/oauth/token"

    @property
    def credentials(self) -> RestCredentials:
        """What opens it."""
        return self.door.credentials

    def weather(self, kind: Weather | str, *, retry_after: int = 1, times: int | None = 1) -> None:
        """Let the next `times` answers be bad (None: all until `weather("clear")`). Raises `ValueError`."""
        self._forecast.announce(Spell(Weather(kind), retry_after), times)

    def _answer(self, request: Request) -> Reply:
        reply = self._control(request) if request.path == "/sandbox/weather" else self._weathered(request)
        date = format_datetime(self._clock().astimezone(UTC), usegmt=True)
        return replace(reply, headers={**reply.headers, "Date": date})

    def _control(self, request: Request) -> Reply:
        wanted = request.fields
        try:
            times = wanted.get("times", 1)
            self.weather(
                str(wanted.get("kind", "")),
                retry_after=int(wanted.get("retry_after", 1)),
                times=None if times is None else int(times),
            )
        except (TypeError, ValueError):
            return json_reply({"ok": False, "kinds": [each.value for each in Weather]}, 400)
        return json_reply({"ok": True})

    def _weathered(self, request: Request) -> Reply:
        if request.path == "/oauth/token" and request.method == "POST":
            return self.door.token(request)
        self.asked.append((request.path, request.fields))
        spell = self._forecast.next()
        bad = _bad_weather(spell)
        if bad is not None:
            return bad
        return _spoiled(self._routed(request), spell.weather)

    def _routed(self, request: Request) -> Reply:
        if not self.door.admits(request):
            return json_reply({"error": "unauthorized", "you_sent": str(request.headers)}, 401)
        if self.forbidden:
            return json_reply({"error": "forbidden"}, 403)
        answer = self._lists().get((request.method, request.path.removeprefix("/v1")))
        if self.away or answer is None or not request.path.startswith("/v1/"):
            return json_reply({"error": "not found"}, 404)
        if not request.readable:
            return json_reply({"error": "bad request"}, 400)
        try:
            return answer(self._chosen(request), request)
        except lists.Refused as refused:
            return json_reply({"error": f"bad {refused}"}, 400)

    def _lists(self) -> Mapping[tuple[str, str], Callable[[Sequence[Row], Request], Reply]]:
        return {
            ("GET", "/all"): lambda rows, _: lists.whole_list(rows),
            ("GET", "/page"): lambda rows, request: lists.page_list(rows, request, stuck=self.stuck),
            ("GET", "/django"): lists.django_list,
            ("GET", "/offset"): lists.offset_list,
            ("GET", "/cursor"): lambda rows, request: lists.cursor_list(rows, request, stuck=self.stuck),
            ("GET", "/people"): lambda rows, request: lists.cursor_list(rows, request, stuck=self.stuck),
            ("GET", "/link"): lambda rows, request: lists.link_list(rows, request, self.elsewhere or self.origin),
            ("POST", "/search"): lambda rows, request: lists.cursor_list(rows, request, stuck=self.stuck),
        }

    def _chosen(self, request: Request) -> list[Row]:
        rows, since = self.rows.all(), request.fields.get("updated_since")
        if self.newest_first:
            rows.sort(key=lambda row: str(row["updated_at"]), reverse=True)
        if since:
            return [row for row in rows if row["updated_at"] >= str(since)]
        return [row for row in rows if row["deleted_at"] is None]


def _bad_weather(spell: Spell) -> Reply | None:
    """Return the answer that bad weather forces in place of the API's own; None while it lets the API speak."""
    if spell.weather is Weather.RATE_LIMITED:
        return json_reply({"error": "slow down"}, 429, Retry_After=str(spell.retry_after))
    return _WEATHERS.get(spell.weather)


def _spoiled(reply: Reply, weather: Weather) -> Reply:
    """Return the API's own answer as it arrives."""
    if weather is Weather.SLOW:
        return replace(reply, delay_seconds=_SLOW_SECONDS)
    if weather is Weather.DROP:
        return replace(reply, drops=True)
    return replace(reply, hangs=True) if weather is Weather.COMMIT_THEN_TIMEOUT else reply


_HTML = "text/html; charset=utf-8"
_WEATHERS: Mapping[Weather, Reply] = {
    Weather.INVALID_AUTH: json_reply({"error": "unauthorized"}, 401),
    Weather.SERVER_ERROR: json_reply({"error": "trouble"}, 500),
    Weather.HTML: text_reply(_PAGE.format("Sign in"), 200, _HTML),
    Weather.BAD_GATEWAY: text_reply(_PAGE.format("Bad Gateway"), 502, _HTML),
    Weather.HANG: Reply(hangs=True),
    Weather.GONE: json_reply({"error": "gone"}, 410),
}
