"""A Google in miniature: its sign-in, Drive, Calendar and some weather, on a loopback port."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from email.utils import formatdate
from time import time
from typing import Any, Self
from urllib.parse import unquote

from integration_console.sandbox.google_calendar import CalendarHouse
from integration_console.sandbox.google_drive import DriveHouse
from integration_console.sandbox.google_oauth import SignInHouse
from integration_console.sandbox.google_refusals import (
    GoogleRefused,
    insufficient_scopes,
    invalid_credentials,
    rate_limited,
)
from integration_console.sandbox.weather import Forecast, Spell, Weather
from integration_console.sandbox.web import LoopbackServer, Reply, Request, json_reply, text_reply

ACCOUNT = "sara@sandbox.example"
_PAGE = "<!DOCTYPE html><html><head><title>Error 502</title></head><body>This is not Google.</body></html>"
_LATE_SECONDS = 9.0
_REMEMBERED = 10_000


class GoogleSandbox:
    """A Google that lives on this machine. `start` and `stop` it, or use it in a `with` statement.

    `drive`, `calendar` and `sign_in` are what it knows; they may be changed while it runs. `files` and `events` are how
    many it begins with, the same for the same `seed`; `port` 0 takes a free one. `clock_offset_seconds` is how far its
    clock is ahead of this machine's.
    """

    def __init__(self, *, files: int = 0, events: int = 0, seed: int = 1, drives: int = 2, port: int = 0) -> None:
        self.clock_offset_seconds = 0.0
        self.drive = DriveHouse()
        self.calendar = CalendarHouse(ACCOUNT)
        self.sign_in = SignInHouse(ACCOUNT, self._now)
        self.requests: deque[tuple[str, Mapping[str, Any]]] = deque(maxlen=_REMEMBERED)
        self.refusal: GoogleRefused | None = None
        """What every call of an API is refused with, until it is None again."""
        self._forecast = Forecast()
        self._port = port
        self._server: LoopbackServer | None = None
        if files:
            self.drive.fill(files, seed=seed, drives=drives)
        self.calendar.fill(events)

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
            self.sign_in.token_address = self.token_address

    def stop(self) -> None:
        """Stop listening, cut hanging answers and wait for every thread; what it knows stays."""
        server, self._server = self._server, None
        if server is not None:
            server.close()

    @property
    def base_url(self) -> str:
        """The address of the APIs."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def authorisation_address(self) -> str:
        """The address of the page where a person allows the access."""
        return f"{self.base_url}/o/oauth2/v2/auth"

    @property
    def token_address(self) -> str:
        """The address of the token endpoint."""
        return f"{self.base_url}/token"

    def weather(self, kind: Weather | str, *, retry_after: int = 1, times: int | None = 1) -> None:
        """Let the next `times` answers be bad (None: all until `weather("clear")`). Raises `ValueError`."""
        self._forecast.announce(Spell(Weather(kind), retry_after), times)

    def _now(self) -> float:
        return time() + self.clock_offset_seconds

    def _answer(self, request: Request) -> Reply:
        reply = self._weathered(request)
        date = formatdate(self._now(), usegmt=True)
        return replace(reply, headers={**reply.headers, "Date": date}) if self.clock_offset_seconds else reply

    def _weathered(self, request: Request) -> Reply:
        if request.path == "/sandbox/weather":
            known = self._forecast.heed(request.fields)
            return json_reply({"ok": known, "kinds": [each.value for each in Weather]}, 200 if known else 400)
        spell = self._forecast.next()
        forced = _FORCED.get(spell.weather)
        if forced is not None:
            return forced(spell)
        reply = self._reply(request)
        if spell.weather is Weather.DROP:
            return replace(reply, drops=True)
        return replace(reply, delay_seconds=_LATE_SECONDS) if spell.weather is Weather.SLOW else reply

    def _reply(self, request: Request) -> Reply:
        fields = dict(request.fields)
        if request.path == "/o/oauth2/v2/auth":
            return self.sign_in.page(fields)
        if request.path == "/token":
            return self.sign_in.token(fields)
        if request.path == "/revoke":
            self.sign_in.revoke()
            return json_reply({})
        try:
            return json_reply(self._api(request, fields))
        except GoogleRefused as refused:
            return refused.reply()

    def _api(self, request: Request, fields: dict[str, Any]) -> dict[str, Any]:
        self.requests.append((request.path, fields))
        scopes = self.sign_in.scopes_of(request.headers.get("authorization", "").removeprefix("Bearer "))
        if scopes is None:
            raise invalid_credentials()
        if self.refusal is not None:
            raise self.refusal
        service, _, path = request.path.removeprefix("/").partition("/v3/")
        if not any(_allows(scope.partition("auth/")[2], service, path) for scope in scopes):
            raise insufficient_scopes()
        return self._drive(path, fields) if service == "drive" else self._calendar(path, fields)

    def _drive(self, path: str, fields: dict[str, Any]) -> dict[str, Any]:
        answers: Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "about": _about,
            "files": self.drive.listed,
            "drives": lambda _: self.drive.drives_listed(),
            "changes": self.drive.changes,
            "changes/startPageToken": self.drive.start,
        }
        if path in answers:
            return answers[path](fields)
        return self.drive.file(unquote(path.removeprefix("files/")))

    def _calendar(self, path: str, fields: dict[str, Any]) -> dict[str, Any]:
        if path == "users/me/calendarList":
            return self.calendar.listed()
        return self.calendar.events(unquote(path.removeprefix("calendars/").removesuffix("/events")), fields)


def _allows(scope: str, service: str, path: str) -> bool:
    return scope in ("drive", "drive.readonly") if path == "drives" else scope.startswith(service)


def _about(fields: dict[str, Any]) -> dict[str, Any]:
    if "fields" not in fields:
        raise GoogleRefused(400, "required", "The 'fields' parameter is required for this method.", "fields")
    return {"user": {"displayName": "سارة", "emailAddress": ACCOUNT}}


_FORCED: Mapping[Weather, Callable[[Spell], Reply]] = {
    Weather.RATE_LIMITED: lambda spell: GoogleRefused(429, "rateLimitExceeded", "Too many requests").reply(
        Retry_After=str(spell.retry_after)
    ),
    Weather.RATE_LIMIT_EXCEEDED: lambda _: rate_limited().reply(),
    Weather.INVALID_AUTH: lambda _: invalid_credentials().reply(),
    Weather.SERVER_ERROR: lambda _: GoogleRefused(500, "backendError", "Backend Error").reply(),
    Weather.BAD_GATEWAY: lambda _: text_reply(_PAGE, 502, "text/html; charset=utf-8"),
    Weather.HTML: lambda _: text_reply(_PAGE, 200, "text/html; charset=utf-8"),
    Weather.HANG: lambda _: Reply(hangs=True),
    Weather.COMMIT_THEN_TIMEOUT: lambda _: Reply(hangs=True),
    Weather.GONE: lambda _: GoogleRefused(410, "fullSyncRequired", "Gone").reply(),
}
