"""A Slack in miniature: its Web API, a hook and some weather, on a loopback port."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any, Self

from integration_console.sandbox.slack_house import CHANNELS, House, Refused, SandboxChannel, SandboxMessage
from integration_console.sandbox.weather import Forecast, Spell, Weather
from integration_console.sandbox.web import LoopbackServer, Reply, Request, json_reply, text_reply

TOKEN = "xoxb-sandbox-token"  # noqa: S105 - opens nothing but the sandbox
HOOK_PATH = "/services/T00000000/B00000000/SandboxHookSecret"
SCOPES = ("chat:write", "chat:write.public", "chat:write.customize", "channels:read", "groups:read")
_PAGE = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>This is not Slack.</body></html>"


class SlackSandbox:
    """A Slack that lives on this machine. `start` and `stop` it, or use it in a `with` statement.

    `token` is the one bot token that it accepts, `scopes` what that token may do; `port` 0 takes a free one.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        scopes: Iterable[str] = SCOPES,
        channels: Iterable[SandboxChannel] = CHANNELS,
        port: int = 0,
    ) -> None:
        self.token = token
        self._scopes = tuple(scopes)
        self._house = House(channels)
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
        """Stop listening, cut hanging answers and wait for every thread; the messages stay."""
        server, self._server = self._server, None
        if server is not None:
            server.close()

    @property
    def base_url(self) -> str:
        """The address of the Web API, as the Slack connector's form wants it."""
        return f"http://127.0.0.1:{self._port}/api"

    @property
    def hook_url(self) -> str:
        """The address of the hook, which posts to the first channel."""
        return f"http://127.0.0.1:{self._port}{HOOK_PATH}"

    @property
    def channels(self) -> tuple[SandboxChannel, ...]:
        """The channels."""
        return self._house.channels

    @property
    def messages(self) -> tuple[SandboxMessage, ...]:
        """All messages that were taken, oldest first."""
        return self._house.messages

    def weather(self, kind: Weather | str, *, retry_after: int = 1, times: int | None = 1) -> None:
        """Let the next `times` answers be bad (None: all until `weather("clear")`). Raises `ValueError`."""
        self._forecast.announce(Spell(Weather(kind), retry_after), times)

    def _answer(self, request: Request) -> Reply:
        if request.path.startswith("/sandbox/"):
            return self._control(request)
        hook = request.path.startswith("/services/")
        if not hook and not request.path.startswith("/api/"):
            return text_reply("There is nothing here.", 404)
        bad = _bad_weather(self._forecast.next(), hook=hook)
        if bad is not None:
            return bad
        return self._hook(request) if hook else self._api(request)

    def _control(self, request: Request) -> Reply:
        if request.path == "/sandbox/messages":
            return json_reply({"messages": [asdict(message) for message in self.messages]})
        if request.path != "/sandbox/weather" or request.method != "POST":
            return json_reply({"ok": False, "error": "unknown_method"}, 404)
        wanted = request.fields
        try:
            times = wanted.get("times", 1)
            self.weather(
                str(wanted.get("kind", "")),
                retry_after=int(wanted.get("retry_after", 1)),
                times=None if times is None else int(times),
            )
        except (TypeError, ValueError):
            return json_reply(
                {"ok": False, "error": "invalid_arguments", "kinds": [each.value for each in Weather]}, 400
            )
        return json_reply({"ok": True})

    def _hook(self, request: Request) -> Reply:
        if request.path != HOOK_PATH:
            return text_reply("no_service", 404)
        if not request.readable:
            return text_reply("invalid_payload", 400)
        try:
            wanted = request.fields.get("channel")
            self._house.post(self._house.channel(wanted) if wanted else self.channels[0], request.fields, "hook")
        except Refused as refused:
            return _refused_hook(refused.word)
        return text_reply("ok")

    def _api(self, request: Request) -> Reply:
        method = self._methods().get(request.path.removeprefix("/api/"))
        if method is None:
            return json_reply({"ok": False, "error": "unknown_method"})
        try:
            scope, run = method
            self._check_token(request, scope)
            content = run(request.fields)
        except Refused as refused:
            return json_reply({"ok": False, "error": refused.word, **refused.details})
        return json_reply({"ok": True, **content}, x_oauth_scopes=",".join(self._scopes))

    def _methods(self) -> Mapping[str, tuple[str, Callable[[Mapping[str, Any]], dict[str, Any]]]]:
        return {
            "auth.test": ("", self._auth_test),
            "chat.postMessage": ("chat:write", self._post_message),
            "conversations.info": ("channels:read", self._conversation),
            "conversations.list": ("channels:read", self._conversations),
        }

    def _check_token(self, request: Request, scope: str) -> None:
        token = request.headers.get("authorization", "").removeprefix("Bearer ") or request.fields.get("token", "")
        if not token:
            raise Refused("not_authed")
        if token != self.token:
            raise Refused("invalid_auth")
        if scope and scope not in self._scopes:
            raise Refused("missing_scope", needed=scope, provided=",".join(self._scopes))

    def _auth_test(self, _: Mapping[str, Any]) -> dict[str, Any]:
        return {"url": "https://sandbox.slack.com/", "team": "Sandbox", "user": "console", "team_id": "T00000000"}

    def _post_message(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        message = self._house.post(self._house.channel(fields.get("channel")), fields, "api")
        return {"channel": message.channel, "ts": message.ts, "message": {"type": "message", **_shown(message)}}

    def _conversation(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        return {"channel": asdict(self._house.channel(fields.get("channel")))}

    def _conversations(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        kinds = str(fields.get("types") or "public_channel")
        private = "private_channel" in kinds
        if private and "groups:read" not in self._scopes:
            raise Refused("missing_scope", needed="groups:read", provided=",".join(self._scopes))
        seen = [each for each in self.channels if private or not each.is_private]
        size, begin = str(fields.get("limit") or "100"), str(fields.get("cursor") or "")
        first = next((index for index, each in enumerate(seen) if each.id == begin), None if begin else 0)
        if first is None or not size.isdigit() or not int(size):
            raise Refused("invalid_cursor" if first is None else "invalid_limit")
        shown, left = seen[first : first + int(size)], seen[first + int(size) :]
        following = {"next_cursor": left[0].id if left else ""}
        return {"channels": [asdict(each) for each in shown], "response_metadata": following}


def _shown(message: SandboxMessage) -> dict[str, Any]:
    return {"text": message.text, "ts": message.ts, "blocks": list(message.blocks)}


def _refused_hook(word: str) -> Reply:
    if word == "is_archived":
        return text_reply("channel_is_archived", 410)
    return text_reply(word, 404 if word == "channel_not_found" else 400)


def _bad_weather(spell: Spell, *, hook: bool) -> Reply | None:
    """Return the answer that bad weather forces, or None while it is clear."""
    if spell.weather is Weather.RATE_LIMITED:
        refused = {"ok": False, "error": "ratelimited"}
        return json_reply(refused, 429, Retry_After=str(spell.retry_after))
    if spell.weather is Weather.INVALID_AUTH and hook:
        return text_reply("invalid_token", 403)
    return _WEATHERS.get(spell.weather)


_WEATHERS: Mapping[Weather, Reply] = {
    Weather.INVALID_AUTH: json_reply({"ok": False, "error": "invalid_auth"}),
    Weather.SERVER_ERROR: text_reply("internal error", 500),
    Weather.HTML: text_reply(_PAGE, 200, "text/html; charset=utf-8"),
    Weather.HANG: Reply(hangs=True),
}
