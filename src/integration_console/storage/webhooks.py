"""The rows of `integration_webhooks` and their entries in the directory."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, delete, func, insert, select, update

from integration_console.domain.errors import NotFound
from integration_console.domain.webhooks import Encoding, HashName, HmacRules, Scheme, Webhook, WebhookStatus
from integration_console.storage import tables
from integration_console.storage.faults import refusing_taken_name
from integration_console.storage.secrets import secrets_of, secrets_of_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from integration_console.storage.secrets import SealedSecret
    from integration_console.storage.transaction import Reading, Writing

TABLE = tables.webhooks.name
SECRET = "signing_secret"  # noqa: S105 - the name of the secret
_REMOVED = "removed webhook"
_table = tables.webhooks


def add_webhook(writing: Writing, webhook: Webhook) -> None:
    """Insert a webhook and its place in the directory. Raises `NameTaken`."""
    with refusing_taken_name(webhook.name):
        writing.connection.execute(
            insert(_table).values(tenant_id=writing.tenant_id, id=webhook.id, **_values(webhook))
        )
    entry = {"public_id": webhook.id, "kind": "webhook", "tenant_id": writing.tenant_id}
    writing.connection.execute(insert(tables.directory), entry)


def change_webhook(writing: Writing, webhook: Webhook) -> None:
    """Store the present values of a webhook. Raises `NameTaken`."""
    statement = update(_table).where(_table.c.tenant_id == writing.tenant_id, _table.c.id == webhook.id)
    with refusing_taken_name(webhook.name):
        writing.connection.execute(statement.values(**_values(webhook)))


def remove_webhook(writing: Writing, webhook_id: str) -> None:
    """Delete a webhook's row; the directory remembers that its address existed."""
    writing.connection.execute(delete(_table).where(_table.c.tenant_id == writing.tenant_id, _table.c.id == webhook_id))
    here = tables.directory.c.public_id == webhook_id
    writing.connection.execute(update(tables.directory).where(here).values(kind=_REMOVED))


def was_removed(reading: Reading, webhook_id: str) -> bool:
    """Return whether a webhook of this id existed once."""
    here = (tables.directory.c.public_id == webhook_id, tables.directory.c.tenant_id == reading.tenant_id)
    kind = reading.connection.execute(select(tables.directory.c.kind).where(*here)).scalar()
    return kind == _REMOVED


def webhook(reading: Reading | Writing, webhook_id: str) -> Webhook:
    """Return one webhook. Raises `NotFound`."""
    query = select(_table).where(_table.c.tenant_id == reading.tenant_id, _table.c.id == webhook_id)
    row = reading.connection.execute(query).one_or_none()
    if row is None:
        raise NotFound(kind="webhook", id=webhook_id)
    return _webhook(row, secrets_of(reading, TABLE, webhook_id))


def webhooks(reading: Reading) -> tuple[Webhook, ...]:
    """Return all webhooks, by name."""
    query = select(_table).where(_table.c.tenant_id == reading.tenant_id).order_by(func.lower(_table.c.name))
    secrets = secrets_of_all(reading, TABLE)
    return tuple(_webhook(row, secrets.get(row.id, ())) for row in reading.connection.execute(query))


def _values(webhook: Webhook) -> dict[str, Any]:
    return {
        "name": webhook.name,
        "scheme": webhook.scheme,
        "rules": asdict(webhook.rules),
        "event_filter": list(webhook.event_filter),
        "status": webhook.status,
        "created_at": webhook.created_at,
        "updated_at": webhook.updated_at,
    }


def _webhook(row: Row[Any], secrets: Sequence[SealedSecret]) -> Webhook:
    previous = next((secret.expires_at for secret in secrets if secret.expires_at is not None), None)
    rules = {**row.rules, "hash": HashName(row.rules["hash"]), "encoding": Encoding(row.rules["encoding"])}
    return Webhook(
        id=row.id,
        name=row.name,
        scheme=Scheme(row.scheme),
        status=WebhookStatus(row.status),
        created_at=row.created_at,
        updated_at=row.updated_at,
        rules=HmacRules(**rules),
        event_filter=tuple(row.event_filter),
        secret_rotated_at=secrets[0].created_at if secrets else None,
        previous_secret_until=previous,
    )
