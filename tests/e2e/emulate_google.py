"""An independent Google for tests: the Google service of the npm package `emulate`.

What it is like (read from emulate 0.12.2 and tried):

- Sign-in: GET /o/oauth2/v2/auth shows the seeded users as buttons; POST /o/oauth2/v2/auth/callback is one of them
  pressed and leads back with code and state. POST /oauth2/token knows authorization_code (PKCE S256 is verified) and
  refresh_token; refusals are RFC 6749's: invalid_client (401), invalid_grant, unsupported_grant_type (400).
  POST /oauth2/revoke ends a token. Redirect addresses must equal the seeded ones.
- Drive: files.list (one parent in q, offsets as page tokens), files.get; no about, no drives, no changes: those answer
  404 without Google's shape.
- Calendar: calendarList.list, events.list (at most 250 a page); it never gives a sync token.
- An unknown access token is 401 `authError` only where no seeded token stands in for it.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.e2e.emulate_server import ATTEMPTS, PATIENCE, PROGRAM, _end, _free_port, _node

REDIRECT = "http://127.0.0.1:9/"


@dataclass(frozen=True, slots=True)
class EmulateGoogle:
    """A running emulate: where it is, who may enter, and what it was seeded with."""

    base_url: str
    account: str = "sara@example.org"
    client_id: str = "emulate.apps.googleusercontent.com"
    client_secret: str = "GOCSPX-emulate"
    folder: str = "1folder"
    events: int = 300

    @property
    def authorisation_address(self) -> str:
        return f"{self.base_url}/o/oauth2/v2/auth"

    @property
    def token_address(self) -> str:
        return f"{self.base_url}/oauth2/token"

    def press(self, url: str) -> httpx.URL:
        """Where the browser is led after the person has chosen the account on the page at `url`."""
        shown = httpx.get(url, trust_env=False)
        assert self.account in shown.text
        query = dict(httpx.URL(url).params)
        form = {**query, "email": self.account}
        answer = httpx.post(f"{self.authorisation_address}/callback", data=form, trust_env=False)
        return httpx.URL(answer.headers["location"])

    def revoke(self, token: str) -> None:
        """The person takes the access back."""
        httpx.post(f"{self.base_url}/oauth2/revoke", data={"token": token}, trust_env=False)


@contextlib.contextmanager
def running_emulate_google(folder: Path) -> Iterator[EmulateGoogle]:
    """Starts emulate on a free port, waits until it answers, and ends it."""
    log = folder / "emulate-google.log"
    for _ in range(ATTEMPTS):
        google, process = _start(folder, log)
        try:
            if _answers(google, process):
                yield google
                return
        finally:
            _end(process)
    raise AssertionError(f"emulate did not start; its last words:\n{log.read_text('utf-8', 'replace')}")


def _start(folder: Path, log: Path) -> tuple[EmulateGoogle, subprocess.Popen[bytes]]:
    port = _free_port()
    google = EmulateGoogle(f"http://127.0.0.1:{port}")
    seed = folder / "emulate-google-seed.json"
    seed.write_text(json.dumps(_seed(google)), "utf-8")
    command = [str(_node()), str(PROGRAM), "start", "--service", "google", "--port", str(port), "--seed", str(seed)]
    with log.open("wb") as words:
        return google, subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=words, stderr=words)


def _seed(google: EmulateGoogle) -> dict[str, Any]:
    return {
        "google": {
            "users": [{"email": google.account, "name": "سارة"}],
            "oauth_clients": [
                {
                    "client_id": google.client_id,
                    "client_secret": google.client_secret,
                    "name": "Console",
                    "redirect_uris": [REDIRECT],
                }
            ],
            "calendars": [{"id": "primary", "summary": google.account, "primary": True}],
            "calendar_events": [
                {
                    "id": f"event{number}",
                    "summary": f"اجتماع {number}",
                    "start_date_time": "2026-01-01T09:00:00Z",
                    "end_date_time": "2026-01-01T10:00:00Z",
                }
                for number in range(google.events)
            ],
            "drive_items": [
                {"id": google.folder, "name": "مجلد", "mime_type": "application/vnd.google-apps.folder"},
                *(
                    {"id": f"1file{number}", "name": f"ملف {number}", "mime_type": "text/plain", "data": "x"}
                    | {"parent_ids": [google.folder if number % 2 else "root"]}
                    for number in range(10)
                ),
            ],
        }
    }


def _answers(google: EmulateGoogle, process: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(httpx.HTTPError):
            found = httpx.get(f"{google.base_url}/.well-known/openid-configuration", trust_env=False)
            return str(found.json()["token_endpoint"]).endswith("/oauth2/token")
        time.sleep(0.05)
    return False
