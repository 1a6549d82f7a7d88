"""What can be done with connectors: add, change, check, switch, use and remove them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from integration_console.domain.changes import Subject
from integration_console.domain.connectors import (
    BrokenType,
    Connector,
    ConnectorDraft,
    ConnectorKind,
    ConnectorStatus,
    Health,
)
from integration_console.domain.errors import ConsoleError, FieldProblem, InvalidInput, NotFound
from integration_console.domain.forms import is_one_line
from integration_console.domain.ids import new_id
from integration_console.domain.masking import MASK, masked
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.operations import tokens
from integration_console.operations.journal import Happening, announce, entry, record
from integration_console.operations.permission import needs
from integration_console.storage import connectors as rows
from integration_console.storage import jobs as job_rows
from integration_console.storage import schedules as schedule_rows
from integration_console.storage import secrets as secret_rows
from integration_console.storage import sync_runs as run_rows
from integration_console.storage.log_rows import append_entries
from integration_console.storage.record_lists import forget_records
from integration_console.storage.transaction import Priority

if TYPE_CHECKING:
    from collections.abc import Mapping

    from integration_console.domain.connectors import ConnectorType
    from integration_console.domain.forms import Value
    from integration_console.operations.context import Context
    from integration_console.storage.secrets import SealedSecret
    from integration_console.storage.transaction import Writing

_FORGOTTEN_AT_ONCE, _ALL = 1000, -1
_NAME_NEEDED = QT_TRANSLATE_NOOP("Forms", "This field is required.")
_NOT_TEXT = QT_TRANSLATE_NOOP("Forms", "Enter text.")


@needs("connectors.read")
def connector_types(context: Context) -> tuple[ConnectorType, ...]:
    """Return the installed types, by title."""
    return tuple(sorted((kind.description for kind in context.types.kinds()), key=lambda each: each.title))


@needs("connectors.read")
def broken_types(context: Context) -> tuple[BrokenType, ...]:
    """Return the types that are installed but cannot be used, by key."""
    return tuple(BrokenType(key, reason) for key, reason in context.types.broken)


@needs("connectors.read")
def connectors(context: Context) -> tuple[Connector, ...]:
    """Return all connectors, by name."""
    return context.store.read(rows.connectors)


def name_of(context: Context, connector_id: str) -> str:
    """Return what a connector is called, for an entry of the log; a dash where it was removed."""
    return context.store.read(lambda reading: rows.connector_name(reading, connector_id)) or "—"


@needs("connectors.read")
def connector(context: Context, connector_id: str) -> Connector:
    """Return one connector. Raises `NotFound`."""
    return context.store.read(lambda reading: rows.connector(reading, connector_id))


@needs("connectors.write")
def save_connector(context: Context, draft: ConnectorDraft) -> Connector:
    """Add or change a connector. Raises `InvalidInput`, `NameTaken`, `NotFound`, `VaultLocked`."""
    existing = connector(context, draft.id) if draft.id else None
    kind = kind_of(context, draft.type)
    _require_valid(kind, draft, existing)
    saved = _merged(context, kind, draft, existing)
    secrets = _sealed(context, kind, draft, saved.id)
    context.store.write(lambda writing: _save(context, writing, existing, saved, secrets))
    announce(context, Subject.CONNECTORS)
    return connector(context, saved.id)


@needs("connectors.write")
def switch_connector(context: Context, connector_id: str, *, active: bool) -> Connector:
    """Activate or deactivate a connector. Raises `NotFound`."""
    status = ConnectorStatus.ACTIVE if active else ConnectorStatus.INACTIVE
    verb = "connector.activated" if active else "connector.deactivated"

    def switch(writing: Writing) -> Connector:
        before = rows.connector(writing, connector_id)
        after = replace(before, status=status, updated_at=context.clock.now())
        rows.change_connector(writing, after)
        record(context, writing, happening_of(verb, after), _audited(before), _audited(after))
        return after

    switched = context.store.write(switch)
    announce(context, Subject.CONNECTORS)
    return switched


@needs("connectors.write")
def remove_connector(context: Context, connector_id: str) -> None:
    """Remove a connector with its secrets, records, schedules and cursors. Raises `NotFound`."""
    before = connector(context, connector_id)

    def end(writing: Writing) -> None:
        job_rows.end_all(writing, connector_id, context.clock.now())
        schedule_rows.remove_schedules_of(writing, connector_id)
        run_rows.forget_cursors(writing, connector_id)

    def forget(writing: Writing) -> bool:
        return forget_records(writing, connector_id, _FORGOTTEN_AT_ONCE)

    def remove(writing: Writing) -> None:
        end(writing)
        forget_records(writing, connector_id, _ALL)  # of a run that began meanwhile
        rows.remove_connector(writing, connector_id)
        secret_rows.forget_secrets(writing, rows.TABLE, connector_id)
        tokens.forget(writing, connector_id)
        record(context, writing, happening_of("connector.removed", before), _audited(before), {})

    context.store.write(end)  # first: without its cursors, what is left after an interruption is read anew
    while context.store.write(forget, Priority.PAGES):  # little by little, so that events need not wait
        continue
    context.store.write(remove)
    announce(context, Subject.CONNECTORS, Subject.SYNCS, Subject.RECORDS, Subject.SCHEDULES)


def with_health(context: Context, used: Connector, error: ConsoleError | None) -> Connector:
    """Return the connector as `error` (None: all went well) leaves it."""
    health = Health.FAILING if error else Health.GOOD
    return replace(
        used,
        health=Health.NEEDS_AUTHORISATION if error and error.ends_access else health,
        health_code=error.code if error else "",
        health_params=dict(error.params) if error else {},
        checked_at=context.clock.now(),
    )


def kind_of(context: Context, type_key: str) -> ConnectorKind:
    """Return the code behind a connector type. Raises `NotFound` when it is not installed."""
    return context.types.kind(type_key)


def _require_valid(kind: ConnectorKind, draft: ConnectorDraft, existing: Connector | None) -> None:
    stored = existing.secrets if existing else frozenset()
    problems = [*kind.problems(draft.values, stored)]
    if not draft.name.strip():
        problems.insert(0, FieldProblem("name", _NAME_NEEDED))
    elif not is_one_line(draft.name.strip()):
        problems.insert(0, FieldProblem("name", _NOT_TEXT))
    if problems:
        raise InvalidInput(*problems)


def _merged(context: Context, kind: ConnectorKind, draft: ConnectorDraft, existing: Connector | None) -> Connector:
    form, now = kind.description.form, context.clock.now()
    secret_names = form.secret_names()
    visible = {each.name for each in form.visible(draft.values)}
    filled = form.with_defaults(draft.values)
    config = {name: value for name, value in filled.items() if name in visible - secret_names and value is not None}
    name = masked(draft.name.strip(), (str(draft.values[each]).strip() for each in secret_names & draft.values.keys()))
    if existing:
        return replace(existing, name=name, config=config, updated_at=now)
    return Connector(new_id(), draft.type, name, config, ConnectorStatus.ACTIVE, now, now)


def _sealed(context: Context, kind: ConnectorKind, draft: ConnectorDraft, connector_id: str) -> list[SealedSecret]:
    visible = {each.name for each in kind.description.form.visible(draft.values)}
    names = [name for name in kind.description.form.secret_names() & visible if draft.values.get(name)]
    now = context.clock.now()
    found = []
    for name in names:
        key_id, sealed = context.vault.seal(str(draft.values[name]).strip(), rows.TABLE, connector_id, name)
        found.append(secret_rows.SealedSecret(rows.TABLE, connector_id, name, key_id, sealed, now))
    return found


def _save(
    context: Context,
    writing: Writing,
    existing: Connector | None,
    saved: Connector,
    secrets: list[SealedSecret],
) -> None:
    if existing:
        rows.change_connector(writing, _as_it_is_now(writing, saved))
        tokens.give_another_chance(writing, saved.id)
        job_rows.wake(writing, saved.id, saved.updated_at)
    else:
        rows.add_connector(writing, saved)
    for secret in secrets:
        secret_rows.keep_secret(writing, secret)
    verb = "connector.changed" if existing else "connector.created"
    fresh = {secret.name: MASK for secret in secrets}
    before = _audited(existing) if existing else {}
    record(context, writing, happening_of(verb, saved), before, {**_audited(saved), **fresh})


def _as_it_is_now(writing: Writing, saved: Connector) -> Connector:
    """Return what is saved with what a check or a switch has made of it meanwhile. Raises `NotFound`."""
    now = rows.connector(writing, saved.id)
    return replace(
        saved,
        status=now.status,
        health=now.health,
        health_code=now.health_code,
        health_params=now.health_params,
        checked_at=now.checked_at,
    )


def keep_health(
    context: Context, writing: Writing, healthy: Connector, happening: Happening, error: ConsoleError | None
) -> None:
    """Store a connector's health and the log entry that tells why (skipped for one removed meanwhile)."""
    try:
        present = rows.connector(writing, healthy.id)
    except NotFound:
        return
    kept = replace(
        present,
        health=healthy.health,
        health_code=healthy.health_code,
        health_params=healthy.health_params,
        checked_at=healthy.checked_at,
    )
    rows.change_connector(writing, kept)
    append_entries(writing, [entry(happening, context.clock.now(), error)])


def happening_of(verb: str, about: Connector) -> Happening:
    return Happening(verb, {"connector": about.name}, connector_id=about.id)


def _audited(about: Connector) -> Mapping[str, Value]:
    return {
        "name": about.name,
        "type": about.type,
        "status": about.status.value,
        "config": dict(about.config),
        "secrets": sorted(about.secrets),
    }
