"""The real `integration-service` in a process of its own, on a workspace of its own, spoken to over loopback."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psutil

from benchmarks.payloads import Delivery

SECRET = "a test secret of some length"
PATIENCE = 30.0  # seconds until it must listen; a loaded machine takes a few


@dataclass(slots=True)
class ServiceProcess:
    """A workspace folder and the service that runs on it."""

    folder: Path
    prefix: Sequence[str] = ()
    environment: dict[str, str] = field(default_factory=dict)
    base_url: str = ""
    process: subprocess.Popen[str] | None = None

    @property
    def database(self) -> Path:
        """The workspace file."""
        return self.folder / "console.db"

    def run(self, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        """Run one command to its end."""
        command = [*self._program(), *arguments]
        return subprocess.run(command, env=self._environment(), input=text, capture_output=True, text=True, check=False)

    def run_json(self, *arguments: str) -> Any:
        """Run one command that must succeed, and return what it printed as JSON."""
        done = self.run(*arguments, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def run_json_lines(self, *arguments: str) -> list[dict[str, Any]]:
        """Run one command that must succeed, and return the objects it printed, one a line."""
        done = self.run(*arguments, "--json")
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def start(self, *options: str) -> None:
        """Start to serve at any free port, and wait until it says where."""
        command = [*self.prefix, *self._program(), "serve", "--port", "0", "--json", *options]
        with (self.folder / "stderr").open("a") as complaints:
            self.process = subprocess.Popen(
                command, env=self._environment(), stdout=subprocess.PIPE, stderr=complaints, text=True
            )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, (self.folder / "stderr").read_text()
        self.base_url = json.loads(line)["listening"]

    def kill(self) -> None:
        """End it as a power cut would: no warning."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """End it as an administrator would; return its exit code."""
        return self._end(signal.SIGTERM)

    def add_webhook(self, name: str = "GitHub", scheme: str = "github", *options: str) -> str:
        """Create a webhook with the secret of the tests; return the path of its URL."""
        secret = self.folder / "secret"
        secret.write_text(SECRET)
        made = self.run_json(
            "webhooks", "add", "--name", name, "--scheme", scheme, "--secret-file", str(secret), *options
        )
        return "/" + str(made["url"]).split("/", 3)[3]

    def rows(self, query: str, *parameters: object) -> list[tuple[Any, ...]]:
        """Ask the file itself."""
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10)
        with contextlib.closing(connection):
            return connection.execute(query, parameters).fetchall()

    def _end(self, number: signal.Signals) -> int:
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError, psutil.NoSuchProcess):
            self._program_itself().send_signal(number)
        code = self.process.wait(timeout=PATIENCE)
        if self.process.stdout is not None:
            self.process.stdout.close()
        self.process = None
        return code

    def _program_itself(self) -> psutil.Process:
        """The service, also where a tracer has started it."""
        assert self.process is not None
        started = psutil.Process(self.process.pid)
        return started.children()[0] if self.prefix else started

    def _program(self) -> list[str]:
        return [sys.executable, "-m", "integration_console.headless", "--workspace", str(self.database)]

    def _environment(self) -> dict[str, str]:
        own = {f"INTEGRATION_{name}_FOLDER": str(self.folder / name.lower()) for name in ("DATA", "KEY", "LOG")}
        return {**os.environ, **own, **self.environment}


@contextlib.contextmanager
def service_in(folder: Path, **options: Any) -> Iterator[ServiceProcess]:
    """A service that is ended with the test, however the test ends."""
    service = ServiceProcess(folder, **options)
    try:
        yield service
    finally:
        if service.process is not None:
            service.kill()


def signed_headers(delivery: Delivery, identity: str, secret: str = SECRET) -> dict[str, str]:
    """The headers with which GitHub sends a delivery."""
    return {
        "Content-Type": "application/json",
        "X-GitHub-Event": delivery.event_type,
        "X-GitHub-Delivery": identity,
        "X-Hub-Signature-256": delivery.signature(secret),
    }


def wait_for(condition: Any, seconds: float = PATIENCE) -> None:
    """Wait until a condition of the outside world holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def client() -> httpx.Client:
    """A client that waits long enough for a loaded machine."""
    return httpx.Client(timeout=PATIENCE, trust_env=False)
