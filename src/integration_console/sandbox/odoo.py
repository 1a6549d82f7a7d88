"""An Odoo in miniature on a loopback port: JSON-2 (19), XML-RPC (17 to 19), some weather.

What it answers was compared with 243 exchanges recorded from a real Odoo 19.0 (tests/recordings/odoo19).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any, Self

from integration_console.sandbox.odoo_demo import settle
from integration_console.sandbox.odoo_house import OdooDatabase
from integration_console.sandbox.odoo_people import People, Role, SandboxKey, SandboxUser
from integration_console.sandbox.odoo_protocols import json2, xml_rpc
from integration_console.sandbox.odoo_refusals import CLOSE, as_fault, as_json2, denied, page, protocol_error
from integration_console.sandbox.odoo_tables import Tables
from integration_console.sandbox.weather import Forecast, Spell, Weather
from integration_console.sandbox.web import LoopbackServer, Reply, Request, json_reply

DATABASE = "sandbox"
USERS = (
    SandboxUser(2, "admin", "admin-password-of-the-sandbox", Role.ADMINISTRATOR),
    SandboxUser(7, "internal", "internal-password-of-the-sandbox", Role.INTERNAL),
    SandboxUser(8, "portal", "portal-password-of-the-sandbox", Role.PORTAL),
    SandboxUser(9, "officer", "officer-password-of-the-sandbox", Role.HR_OFFICER),
)
_NEW_API = 19
_XML_RPC = ("/xmlrpc/2/common", "/xmlrpc/2/object")
_SLOW_SECONDS = 9.0
_NOT_FOUND = "The requested URL was not found on the server."


def _utc_now() -> datetime:
    return datetime.now(UTC)


class OdooSandbox:
    """An Odoo that lives on this machine. `start` and `stop` it, or use it in a `with` statement.

    `version` is 17, 18 or 19; `employees` of the `seed` live in the first of the `databases`, the others are empty.
    `login`, `password` and `api_key` are those of an HR officer; `keys` has one for each role. `cookies_seen` counts
    requests that brought a cookie, `shut_xml_rpc` lets XML-RPC be as if it were not there.
    """

    def __init__(
        self,
        *,
        version: int = _NEW_API,
        employees: int = 50,
        seed: int = 1,
        databases: Iterable[str] = (DATABASE,),
        clock: Callable[[], datetime] = _utc_now,
        port: int = 0,
    ) -> None:
        self.major = version
        self._clock = clock
        self._skew = timedelta()
        self._databases = {name: self._built(name) for name in databases}
        settle(self.data.tables, employees, seed)
        self._calls: list[str] = []
        self.cookies_seen = 0
        self.shut_xml_rpc = False
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
        """Stop listening, cut hanging answers and wait for every thread; the rows stay."""
        server, self._server = self._server, None
        if server is not None:
            server.close()

    @property
    def base_url(self) -> str:
        """The address of Odoo, as the connector's form wants it."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def data(self) -> OdooDatabase:
        """The first database: what is in it, and what can happen there."""
        return next(iter(self._databases.values()))

    @property
    def database(self) -> str:
        """The name of the first database."""
        return self.data.name

    @property
    def login(self) -> str:
        """The login name of the HR officer."""
        return USERS[-1].login

    @property
    def password(self) -> str:
        """The password of the HR officer."""
        return USERS[-1].password

    @property
    def api_key(self) -> str:
        """The API key of the HR officer."""
        return self.keys[Role.HR_OFFICER]

    @property
    def keys(self) -> Mapping[Role, str]:
        """The API keys by role, for the first database."""
        return {user.role: _key_of(user, self.database) for user in USERS}

    @property
    def calls(self) -> tuple[str, ...]:
        """What was called, oldest first: “model.method”, or “authenticate”."""
        return tuple(self._calls)

    def weather(self, kind: Weather | str, *, retry_after: int = 1, times: int | None = 1) -> None:
        """Let the next `times` answers be bad (None: all until `weather("clear")`). Raises `ValueError`."""
        self._forecast.announce(Spell(Weather(kind), retry_after), times)

    def skew_clock(self, seconds: float) -> None:
        """Let the server's clock be wrong by `seconds` from now on."""
        self._skew = timedelta(seconds=seconds)

    def now(self) -> datetime:
        """The server's own time."""
        return self._clock() + self._skew

    def chosen(self, name: str) -> OdooDatabase | None:
        """Return the database of that name; for "" the only one, if there is but one."""
        if not name and len(self._databases) == 1:
            return self.data
        return self._databases.get(name)

    def note(self, call: str) -> None:
        """Remember a call."""
        self._calls.append(call)

    def _built(self, name: str) -> OdooDatabase:
        people = People(self.now, list(USERS), [SandboxKey(user.id, _key_of(user, name)) for user in USERS])
        return OdooDatabase(name, Tables(self.now), people, self.major)

    def _answer(self, request: Request) -> Reply:
        reply = self._weathered(request)
        date = format_datetime(self.now().astimezone(UTC), usegmt=True)
        return replace(reply, headers={**reply.headers, "Date": date})

    def _weathered(self, request: Request) -> Reply:
        if request.path == "/sandbox/weather":
            return self._control(request)
        self.cookies_seen += "cookie" in request.headers
        spell = self._forecast.next()
        bad = _bad_weather(spell, request)
        if bad is not None:
            return bad
        return _spoiled(self._routed(request), spell.weather)

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

    def _routed(self, request: Request) -> Reply:
        if request.path in _XML_RPC and request.method == "POST" and not self.shut_xml_rpc:
            return xml_rpc(self, request, self._version())
        if self.major >= _NEW_API and request.path in ("/web/version", "/json/version"):
            told = self._version()
            content = {"version_info": told["server_version_info"], "version": told["server_version"]}
            cookie = "session_id=sandbox-session; Max-Age=604800; HttpOnly; Path=/"
            return json_reply(content, Set_Cookie=cookie, Connection="close")
        if self.major >= _NEW_API and request.path.startswith("/json/2/"):
            return json2(self, request)
        return page(404, "Not Found", _NOT_FOUND)

    def _version(self) -> dict[str, Any]:
        text = f"{self.major}.0"
        return {
            "server_version": text,
            "server_version_info": [self.major, 0, 0, "final", 0, ""],
            "server_serie": text,
            "protocol_version": 1,
        }


def _key_of(user: SandboxUser, database: str) -> str:
    return f"{user.login}-key-for-{database}-0123456789abcdef"


def _bad_weather(spell: Spell, request: Request) -> Reply | None:
    """Return the answer that bad weather forces in place of Odoo's own; None while it lets Odoo speak."""
    if spell.weather is Weather.RATE_LIMITED:
        refused = page(429, "Too Many Requests", "Slow down.")
        return replace(refused, headers={**CLOSE, "Retry-After": str(spell.retry_after)})
    if spell.weather is Weather.INVALID_AUTH:
        if request.path.startswith("/xmlrpc/"):
            return as_fault(denied())
        return as_json2(protocol_error("Unauthorized", "Invalid apikey"))
    return _WEATHERS.get(spell.weather)


def _spoiled(reply: Reply, weather: Weather) -> Reply:
    """Return Odoo's own answer as it arrives."""
    if weather is Weather.SLOW:
        return replace(reply, delay_seconds=_SLOW_SECONDS)
    if weather is Weather.DROP:
        return replace(reply, drops=True)
    return replace(reply, hangs=True) if weather is Weather.COMMIT_THEN_TIMEOUT else reply


_WEATHERS: Mapping[Weather, Reply] = {
    Weather.SERVER_ERROR: page(500, "Internal Server Error", "The server has trouble of its own."),
    Weather.HTML: page(200, "Sign in", "This is not Odoo."),
    Weather.BAD_GATEWAY: page(502, "Bad Gateway", "The proxy does not reach Odoo."),
    Weather.HANG: Reply(hangs=True),
}
