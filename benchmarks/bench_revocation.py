"""How soon a revoked API key and a removed member count for nothing, in another process, open streams included.

Two services on one PostgreSQL; the change is made through the first, the second is asked every few milliseconds.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, closing
from pathlib import Path

import httpx

from integration_console.domain.api_keys import ApiKeyDraft
from integration_console.domain.callers import RequestFacts
from integration_console.domain.clock import SystemClock
from integration_console.domain.members import MemberDraft
from integration_console.domain.permissions import Grant, Role
from integration_console.gateways.opening import open_workspace
from integration_console.gateways.organisations import open_organisations
from integration_console.operations import api_keys, members, sign_in
from integration_console.operations.context import Context
from tests.builders import opening
from tests.postgres import server

_ROUNDS, _PAUSE = 15, 0.005
_GRANTS = (Grant("connectors.read"), Grant("workspace.read"))
_PASSWORD = "a password of the benchmark 1"


def main() -> int:
    """Measure and print."""
    running = server()
    database = running.new_database()
    running.new_organisation(database, "Acme", "laila")
    folder = Path(tempfile.mkdtemp(prefix="bench-revocation-"))
    owner = open_workspace(opening(folder, SystemClock(), path=running.address(database, "laila")))
    owner.context.vault.create("benchmark", owner.context.clock.now())
    owner.close()
    address = running.address(database, "console_service")
    with ExitStack() as stack:
        service = stack.enter_context(closing(open_organisations(opening(folder, SystemClock(), path=address))))
        (context,) = service.contexts()
        base = stack.enter_context(_Service(address.whole, folder))
        keys = [_key(context, base, number) for number in range(_ROUNDS)]
        people = [_member(context, base, number) for number in range(_ROUNDS)]
    for name, found in (("API key revoked", keys), ("member removed", people)):
        for what, column in (("refused", 0), ("stream ended", 1)):
            taken = [each[column] for each in found]
            print(f"{name:16} {what:12} median {statistics.median(taken):.2f} s, longest {max(taken):.2f} s")
    print("target: at most 1 s")
    return 0


class _Service:
    """A service in a process of its own."""

    def __init__(self, address: str, folder: Path) -> None:
        variables = {"INTEGRATION_KEY_FOLDER": str(folder / "keys"), "INTEGRATION_LOG_FOLDER": str(folder / "log")}
        command = [sys.executable, "-m", "integration_console.headless", "--workspace", address, "serve", "--port", "0"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **variables})

    def __enter__(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().removeprefix("Listening at ").strip()

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()


def _key(context: Context, base: str, number: int) -> tuple[float, float]:
    made = api_keys.create_api_key(context, ApiKeyDraft(f"Key {number}", _GRANTS))
    return _until_refused(base, made.text, lambda: api_keys.revoke_api_key(context, made.key.id))


def _member(context: Context, base: str, number: int) -> tuple[float, float]:
    login = f"person{number}"
    invited = members.add_member(context, MemberDraft(login, login, Role.SUPPORT))
    signed_in = sign_in.change_password(context, login, invited.password, _PASSWORD, RequestFacts())
    return _until_refused(base, signed_in.access_token, lambda: members.remove_member(context, invited.member.id))


def _until_refused(base: str, credential: str, change: object) -> tuple[float, float]:
    """Return after how many seconds the credential was refused, and its open stream had ended."""
    assert callable(change)
    headers = {"authorization": f"Bearer {credential}"}
    with httpx.Client(base_url=base, headers=headers, trust_env=False, timeout=30) as client:
        ends = time.monotonic() + 5
        while client.get("/api/v1/connectors").status_code != 200:  # a new key is known everywhere within a second
            assert time.monotonic() < ends
        streamed = _Stream(base, headers)
        change()
        changed = time.perf_counter()
        while client.get("/api/v1/connectors").status_code == 200:
            time.sleep(_PAUSE)
        refused = time.perf_counter() - changed
        return refused, streamed.ended() - changed


class _Stream:
    """A live stream that is read to its end on a thread of its own."""

    def __init__(self, base: str, headers: dict[str, str]) -> None:
        self._open, self._at = threading.Event(), 0.0
        self._thread = threading.Thread(target=self._read, args=(base, headers))
        self._thread.start()
        assert self._open.wait(10)

    def ended(self) -> float:
        self._thread.join(20)
        return self._at

    def _read(self, base: str, headers: dict[str, str]) -> None:
        with httpx.stream("GET", f"{base}/api/v1/stream", headers=headers, trust_env=False, timeout=60) as answer:
            for line in answer.iter_lines():
                if line == "event: ready":
                    self._open.set()
        self._at = time.perf_counter()


if __name__ == "__main__":
    sys.exit(main())
