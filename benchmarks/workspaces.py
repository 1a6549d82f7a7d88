"""A workspace for the benchmarks, on the disk of this checkout (a tmpfs would flush nothing)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.sources import allow
from integration_console.domain.clock import SystemClock
from integration_console.domain.connectors import Connector, ConnectorDraft
from integration_console.domain.syncs import RunRequest, RunState, SyncRun
from integration_console.domain.work import UnattendedWork
from integration_console.domain.workspace import HolderKind, ReceiverState
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import Opening, open_workspace
from integration_console.operations import authorisation, connectors, jobs, syncs

if TYPE_CHECKING:
    from integration_console.operations.context import Context

BUILD = Path(__file__).parents[1] / "build"


@contextmanager
def workspace() -> Iterator[Context]:
    """Open a new workspace, its keys in a file beside it."""
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        place = Path(folder)
        how = Opening(
            place / "console.db", "benchmark", "benchmark", SystemClock(), place / "keys", HolderKind.KEY_FILE
        )
        opened = open_workspace(how)
        try:
            opened.context.vault.create("benchmark", opened.context.clock.now())
            yield opened.context
        finally:
            opened.close()


def connector(context: Context, kind: str, form: dict[str, Any]) -> Connector:
    """Add a connector, and let it be authorised where it has to be."""
    added = connectors.save_connector(context, ConnectorDraft(kind, kind, form))
    if context.types.kind(kind).description.authorises:
        authorisation.authorise(context, added.id, allow, UnattendedWork())
    return added


def run_now(context: Context, request: RunRequest) -> SyncRun:
    """Do a run on this thread, to its end."""
    run = syncs.start_sync(context, request)
    lease = jobs.take_one(context, run.id)
    assert lease is not None
    jobs.perform(context, lease, UnattendedWork())
    ended = syncs.sync_run(context, run.id)
    if ended.state is not RunState.SUCCEEDED:
        message = f"the run ended as {ended.state}: {ended.error_code}"
        raise RuntimeError(message)
    return ended


@contextmanager
def opened_file(path: Path) -> Iterator[InProcessGateway]:
    """Open a workspace file that is there already; it is only looked at, with no need of its secrets."""
    with opened_with_keys(path, path.parent / "keys") as gateway:
        yield gateway


@contextmanager
def opened_with_keys(path: Path, keys: Path) -> Iterator[InProcessGateway]:
    """Open a workspace file that is there already, whose keys are in the folder `keys`."""
    how = Opening(path, "benchmark", "benchmark", SystemClock(), keys, HolderKind.KEY_FILE)
    opened = open_workspace(how)
    try:
        yield InProcessGateway(opened.context, lambda: ReceiverState(running=False))
    finally:
        opened.close()
