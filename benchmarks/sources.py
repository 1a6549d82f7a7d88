"""A source in a process of its own for the benchmarks: `sources odoo COUNT SECONDS`, `sources google COUNT SECONDS`.

It prints the filled form of a connector as one line of JSON and serves until its standard input ends.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from integration_console.sandbox import GoogleSandbox, OdooSandbox
from integration_console.sandbox.web import Reply, Request


@contextmanager
def source(kind: str, count: int, seconds: float = 0.0) -> Iterator[dict[str, Any]]:
    """Start a source, which takes so many seconds more for each answer, and return the form that reads it."""
    command = [sys.executable, "-m", "benchmarks.sources", kind, str(count), str(seconds)]
    place = Path(__file__).parents[1]
    with subprocess.Popen(command, cwd=place, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        form: dict[str, Any] = json.loads(process.stdout.readline())
        try:
            yield form
        finally:
            process.stdin.close()


def allow(address: str) -> None:
    """Do what a browser does in which a person allows the access."""
    options = {"follow_redirects": True, "trust_env": False}
    threading.Thread(target=httpx.get, args=(address,), kwargs=options).start()


def _form(sandbox: OdooSandbox | GoogleSandbox) -> Mapping[str, object]:
    if isinstance(sandbox, OdooSandbox):
        return {"base_url": sandbox.base_url, "method": "api_key", "secret": sandbox.api_key, "private_network": True}
    return {
        "client_id": sandbox.sign_in.client_id,
        "client_secret": sandbox.sign_in.client_secret,
        "api_address": sandbox.base_url,
        "authorisation_address": sandbox.authorisation_address,
        "token_address": sandbox.token_address,
        "private_network": True,
    }


def main() -> int:
    """Serve until standard input ends."""
    kind, count, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    sandbox = OdooSandbox(employees=count) if kind == "odoo" else GoogleSandbox(files=count)
    plain = sandbox._answer  # noqa: SLF001 - only made slower

    def late(request: Request) -> Reply:
        time.sleep(seconds)
        return plain(request)

    sandbox._answer = late  # type: ignore[method-assign] # noqa: SLF001 - only made slower
    with sandbox:
        print(json.dumps(_form(sandbox)), flush=True)
        sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main())
