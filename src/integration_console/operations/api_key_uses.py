"""Where API keys are used: counted in memory at each request, written at most once a minute, read for trials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.api_key_forms import parsed_addresses
from integration_console.domain.api_keys import USE_HISTORY, KeyUse, trial
from integration_console.domain.errors import ConsoleError
from integration_console.operations.permission import needs
from integration_console.storage import api_key_uses as use_rows
from integration_console.storage import api_keys as rows
from integration_console.storage.api_keys import LastUse
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from integration_console.domain.api_keys import AddressTrial, KeyUsage
    from integration_console.domain.callers import RequestFacts
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Writing

_Counted = tuple[tuple[str, KeyUse], ...]


@needs("api_keys.read")
def api_key_usage(context: Context, key_id: str) -> KeyUsage:
    """Return where a key was used in the last 30 days; the last minute may still be missing. Raises `NotFound`."""
    return _usage(context, key_id)


@needs("api_keys.read")
def try_addresses(context: Context, key_id: str, addresses: str) -> AddressTrial:
    """Return what an allowlist would have done to the uses of the last 30 days. Raises `InvalidInput`, `NotFound`."""
    return trial(_usage(context, key_id), parsed_addresses(addresses))


def note_use(context: Context, key_id: str, facts: RequestFacts, outcome: str) -> None:
    """Count a use of a key with its outcome. `authenticate` does so by itself; this never waits for the store."""
    now = context.clock.now()
    context.api_keys.uses.add(key_id, KeyUse(facts.address, facts.route, outcome, 1, now, facts.permission))
    due = context.api_keys.uses.due(now)
    if due:
        written = context.store.writer.submit(Priority.LOGS, lambda writing: _keep(context, writing, due))
        written.add_done_callback(lambda done: _settle(context, due, done))


def flush_due_uses(context: Context) -> None:
    """Write what was counted more than a minute ago: the last uses of a key that then rests."""
    due = context.api_keys.uses.due(context.clock.now())
    if due:
        _write(context, due)


def flush_uses(context: Context) -> None:
    """Write what was counted and not yet written, and wait for it: before the workspace is closed."""
    found = context.api_keys.uses.all(context.clock.now())
    if found:
        _write(context, found)


def _usage(context: Context, key_id: str) -> KeyUsage:
    since = context.clock.now() - USE_HISTORY
    context.store.read(lambda reading: rows.key(reading, key_id))
    return context.store.read(lambda reading: use_rows.usage(reading, key_id, since))


def _write(context: Context, found: _Counted) -> None:
    try:
        context.store.write(lambda writing: _keep(context, writing, found), Priority.LOGS)
    except ConsoleError:
        context.api_keys.uses.put_back(found)
        raise


def _keep(context: Context, writing: Writing, found: _Counted) -> None:
    use_rows.add_uses(writing, found)
    use_rows.forget_old_uses(writing, sorted({key_id for key_id, _ in found}), context.clock.now() - USE_HISTORY)
    rows.keep_last_uses(writing, _last_uses(found))


def _last_uses(found: Sequence[tuple[str, KeyUse]]) -> list[LastUse]:
    newest: dict[str, KeyUse] = {}
    for key_id, use in found:
        if use.allowed and (key_id not in newest or newest[key_id].last_at < use.last_at):
            newest[key_id] = use
    return [LastUse(key_id, use.last_at, use.address, use.route) for key_id, use in sorted(newest.items())]


def _settle(context: Context, found: _Counted, done: Future[None]) -> None:
    """What could not be written waits for the next time."""
    if done.cancelled() or done.exception() is not None:
        context.api_keys.uses.put_back(found)
