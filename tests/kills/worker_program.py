"""A worker in a process of its own that kills itself: `worker_program.py FOLDER KIND MODE WHERE COUNT`, form on stdin.

`WHERE` is `request` (after the COUNTth answer has come), `commit` (after the COUNTth commit is durable) or `never`.
It goes on with the run that an earlier one left, or starts one of MODE, and leaves with 0 when that has succeeded.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx

from integration_console.connectors.http_client import HttpClient
from integration_console.domain.clock import SystemClock
from integration_console.domain.connectors import Connector, ConnectorDraft
from integration_console.domain.errors import error_from_code
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunRequest, RunState
from integration_console.domain.work import UnattendedWork
from integration_console.operations import authorisation, connectors, jobs, syncs
from integration_console.operations.context import Context
from integration_console.storage.writer import Writer
from tests.builders import opened_workspace

_NAME = "Restless"
_MOST_ATTEMPTS = 60


def main(folder: Path, kind: str, mode: SyncMode, where: str, count: int) -> None:
    """Work until the run has succeeded, or until it is time to die."""
    with opened_workspace(folder, SystemClock(), own_types={}) as opened:
        context = opened.context
        about = _connector(context, kind, json.loads(sys.stdin.readline()))
        jobs.recover(context)
        _die(where, count)
        run = syncs.start_sync(context, RunRequest(about.id, mode))
        for _ in range(_MOST_ATTEMPTS):
            lease = jobs.take_one(context, run.id)
            assert lease is not None, syncs.sync_run(context, run.id)
            jobs.perform(context, lease, UnattendedWork())
            run = syncs.sync_run(context, run.id)
            if run.state is RunState.SUCCEEDED:
                break
            if run.ended:  # what will not get better by itself has failed: a person starts it again
                run = syncs.start_sync(context, RunRequest(about.id, mode))
                continue
            if error_from_code(run.error_code, run.error_params).ends_access:
                authorisation.authorise(context, about.id, _allow, UnattendedWork())
            elif run.error_code == "remote.rate_limited" or "rate" in run.error_code:
                threading.Event().wait(0.3)
        assert run.state is RunState.SUCCEEDED, run


def _connector(context: Context, kind: str, values: dict[str, Any]) -> Connector:
    present = connectors.connectors(context)
    if present:
        return present[0]
    made = connectors.save_connector(context, ConnectorDraft(kind, _NAME, values))
    if context.types.kind(kind).description.authorises:
        authorisation.authorise(context, made.id, _allow, UnattendedWork())
    return made


def _allow(address: str) -> None:
    """Do what a browser does in which a person allows the access, and loads the page again where that fails."""
    threading.Thread(target=_browse, args=(address,)).start()


def _browse(address: str) -> None:
    for _ in range(_MOST_ATTEMPTS):
        with suppress(httpx.HTTPError):
            if httpx.get(address, follow_redirects=True, trust_env=False).is_success:
                return
        threading.Event().wait(0.2)


def _die(where: str, count: int) -> None:
    """Let this process end as a power cut would end it, after the COUNTth answer or commit from now on."""
    counted = [0]

    def step(kind: str) -> None:
        if kind == where:
            counted[0] += 1
            if counted[0] >= count:
                os.kill(os.getpid(), signal.SIGKILL)

    HttpClient._exchange = _after(HttpClient._exchange, lambda: step("request"))  # type: ignore[method-assign]
    Writer._transact = _after(Writer._transact, lambda: step("commit"))  # type: ignore[method-assign]


def _after(method: Callable[..., Any], then: Callable[[], None]) -> Callable[..., Any]:
    def called(*arguments: Any, **named: Any) -> Any:
        result = method(*arguments, **named)
        then()
        return result

    return called


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], SyncMode(sys.argv[3]), sys.argv[4], int(sys.argv[5]))
