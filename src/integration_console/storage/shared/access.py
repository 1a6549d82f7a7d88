"""Who may do what with the rows of each table: from this come the grants and policies of a shared database.

A table that is not named here is open to the service alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from integration_console.domain.permissions import Role

SERVICE = "service"
"""What the service's own login counts as, beside the roles of people."""

_LEADING = frozenset({Role.OWNER.value, Role.ADMIN.value, SERVICE})
_WORKING = _LEADING | {Role.OPERATOR.value}
_NOTING = _WORKING | {Role.SUPPORT.value}
_EVERYBODY = _WORKING | {Role.SUPPORT.value, Role.AUDITOR.value}
_REVIEWING = _LEADING | {Role.AUDITOR.value}
_NOBODY: frozenset[str] = frozenset()
_SERVICE = frozenset({SERVICE})


@dataclass(frozen=True, slots=True)
class TableAccess:
    """Which roles may read, insert, update and delete the rows of their own organisation.

    `audited`: what the table's rows are called in the audit ("": changes are not audited), `key` the column that
    names a row there, `json` the columns that hold JSON, `unaudited` those that are no change of a person's, `sealed`
    those of which the audit tells a change by their digests alone, `new` what it is called that there is a new row.
    """

    read: frozenset[str] = _SERVICE
    insert: frozenset[str] = _SERVICE
    update: frozenset[str] = _SERVICE
    delete: frozenset[str] = _SERVICE
    audited: str = ""
    key: str = "id"
    json: tuple[str, ...] = ()
    unaudited: tuple[str, ...] = ()
    new: str = "created"
    sealed: tuple[str, ...] = ()


def _table(read: frozenset[str], write: frozenset[str], **more: str | tuple[str, ...]) -> TableAccess:
    return TableAccess(read, write, write, write, **more)  # type: ignore[arg-type]


KEY_USE = ("updated_at", "reminded_days", "last_used_at", "last_used_address", "last_used_route")
"""What the service writes of a key while it is used: no change of a person's."""
HEALTH = ("health", "health_code", "health_params", "checked_at", "updated_at")
_CONNECTORS = TableAccess(
    *(_EVERYBODY, _LEADING, _WORKING, _LEADING),
    audited="connector",
    json=("config",),
    unaudited=HEALTH,
)
"""An operator's check may write a connector's health, and a trigger refuses the rest (`guard_connector`)."""

TABLES: dict[str, TableAccess] = {
    "tenants": TableAccess(_EVERYBODY, _NOBODY, frozenset({Role.OWNER.value}), _NOBODY),
    "directory": _table(_EVERYBODY, _LEADING),
    # administrative
    "integration_connectors": _CONNECTORS,
    "integration_webhooks": _table(
        _EVERYBODY, _LEADING, audited="webhook", json=("rules", "event_filter"), unaudited=("updated_at",)
    ),
    "schedules": TableAccess(
        *(_EVERYBODY, _LEADING, _LEADING, _LEADING),
        audited="schedule",
        key="connector_id",
        unaudited=("looked_at", "last_fire_at", "next_fire_at", "updated_at"),
    ),
    "tenant_members": _table(
        _EVERYBODY, _LEADING, audited="member", unaudited=("generation", "updated_at"), new="added"
    ),
    "key_holders": _table(_EVERYBODY, _LEADING, audited="key_holder", sealed=("salt", "public_key", "wrapped_key")),
    "holder_requests": TableAccess(
        *(_EVERYBODY, _WORKING, _NOBODY, _LEADING), audited="holder_request", sealed=("public_key",)
    ),
    "data_keys": _table(_EVERYBODY, _LEADING, audited="data_key"),
    "integration_api_keys": _table(
        _REVIEWING, _LEADING, audited="api_key", json=("grants", "addresses"), unaudited=KEY_USE
    ),
    "api_key_policies": _table(
        _REVIEWING, _LEADING, audited="api_key_policy", key="name", unaudited=("changed_at",), new="changed"
    ),
    "retention_rules": _table(
        _REVIEWING, _LEADING, audited="retention_rule", key="name", unaudited=("changed_at",), new="changed"
    ),
    "legal_holds": TableAccess(*(_REVIEWING, _LEADING, _NOBODY, _LEADING), audited="legal_hold", new="placed"),
    # what work writes
    "retention_runs": TableAccess(_REVIEWING, _SERVICE, _SERVICE, _SERVICE),
    "jobs": _table(_EVERYBODY, _WORKING),
    "sync_runs": _table(_EVERYBODY, _WORKING),
    "sync_cursors": _table(_EVERYBODY, _WORKING),
    "integration_logs": TableAccess(_EVERYBODY, _WORKING, _SERVICE, _SERVICE),
    "log_notes": _table(_EVERYBODY, _NOTING),
    "saved_log_filters": _table(_EVERYBODY, _NOTING),
    "log_rollups": TableAccess(_EVERYBODY, _WORKING, _WORKING, _SERVICE),
    "log_figures": _table(_EVERYBODY, _WORKING),
    "log_reached": _table(_EVERYBODY, _WORKING),
    "log_counts": TableAccess(_EVERYBODY, _WORKING, _WORKING, _SERVICE),
    "webhook_events": TableAccess(_WORKING, _WORKING, _WORKING, _SERVICE),
    "webhook_event_keys": _table(_WORKING, _WORKING),
    # contents, closed to those who only look
    "connector_records": _table(_WORKING, _WORKING),
    "record_changes": _table(_WORKING, _WORKING),
    "integration_log_payloads": TableAccess(_WORKING, _WORKING, _SERVICE, _SERVICE),
    "webhook_event_bodies": TableAccess(_WORKING, _WORKING, _SERVICE, _SERVICE),
    "api_key_uses": TableAccess(_REVIEWING, _SERVICE, _SERVICE, _SERVICE),
    # secrets
    "api_key_hashes": _table(_LEADING, _LEADING),
    "secrets": _table(_WORKING, _LEADING),
    "access_tokens": _table(_WORKING, _WORKING),
    "member_passwords": _table(_SERVICE, _SERVICE),
    "refresh_tokens": _table(_SERVICE, _SERVICE),
    "kept_answers": _table(_SERVICE, _SERVICE),
    # who changed what: only triggers write it
    "audit_log": TableAccess(_REVIEWING, _NOBODY, _NOBODY, _NOBODY),
}


def access_of(table: str) -> TableAccess:
    """Return who may do what with a table."""
    return TABLES.get(table, TableAccess())
