"""The SQL that keeps organisations apart: roles, grants, policies, triggers. It can be run again and again."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from integration_console.domain.permissions import Role
from integration_console.storage.catalogue import METADATA
from integration_console.storage.shared.access import HEALTH, SERVICE, access_of
from integration_console.storage.shared.engine import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

SCHEMA_ROLE, DEFINER, REGISTRAR = "console_schema", "console_definer", "console_registrar"
SERVICE_LOGIN, PEOPLE = "console_service", "console_people"
_ROLES = {
    SCHEMA_ROLE: "NOLOGIN",
    DEFINER: "NOLOGIN BYPASSRLS",
    REGISTRAR: "NOLOGIN CREATEROLE",
    SERVICE_LOGIN: "LOGIN",
    PEOPLE: "NOLOGIN",
}
_TAKE_ON = f"""DO $$ BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE 'GRANT {SCHEMA_ROLE}, {DEFINER}, {REGISTRAR} TO ' || quote_ident(current_user);
    END IF;
END $$"""  # noqa: S608 - our own names
"""An administrator who is no superuser must be let into the roles to give them what they own."""
_FILES = ("functions.sql", "members.sql")
_PERSONS = frozenset(role.value for role in Role)
_FOR_EVERYBODY = (
    "revision()", "position_base()", "is_service()", "active_tenant()", "my_role()", "my_organisations()",
    "note_audit(text, text, text)", "renew_secret(uuid, text, uuid, uuid, bytea, bigint)", "password_states()",
    "give_password(uuid, text, bigint)", "end_sign_ins(uuid, bigint, boolean)",
)  # fmt: skip
_FOR_SERVICE = ("tenant_of(uuid)", "keep_log_partitions(int)")
_FOR_PERSONS = ("give_login(uuid, text)",)
_FOR_ADMINISTRATORS = ("make_log_month(bigint)", "lift_positions(bigint)")
_OWNERS = {
    "keep_log_partitions(int)": SCHEMA_ROLE,
    "make_log_month(bigint)": SCHEMA_ROLE,
    "give_login(uuid, text)": REGISTRAR,
}
_TRIGGERED = (
    "audit()", "audit_secret()", "guard_connector()", "guard_member()", "ring()",
    "append_audit(uuid, text, text, text, text, jsonb, jsonb)",
)  # fmt: skip
_OF_LOGINS = ("led_member(uuid)", "is_login_elsewhere(text, uuid)")
_HELPING = (
    "acting()",
    "copying()",
    "as_told(jsonb, text[], text[])",
    "digests(jsonb, jsonb, text[])",
    "canonical(jsonb)",
)
_FUNCTIONS = (
    *_FOR_EVERYBODY, *_FOR_SERVICE, *_FOR_PERSONS, *_TRIGGERED, *_OF_LOGINS, *_HELPING, *_FOR_ADMINISTRATORS
)  # fmt: skip
TABLES: tuple[Table, ...] = tuple(table for table in METADATA.sorted_tables if "tenant_id" in table.c)
"""All tables whose rows belong to an organisation."""


def role_statements() -> Iterator[str]:
    """Yield what makes the roles; needs CREATEROLE, and BYPASSRLS or a superuser for one of them."""
    for role, attributes in _ROLES.items():
        yield (
            f"DO $$ BEGIN CREATE ROLE {role} {attributes}; "
            "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
        )
    yield f"GRANT {PEOPLE} TO {REGISTRAR} WITH ADMIN OPTION"
    yield _TAKE_ON


def schema_statements() -> Iterator[str]:
    """Yield what makes the schema, as the administrator."""
    yield f"CREATE SCHEMA IF NOT EXISTS {SCHEMA} AUTHORIZATION {SCHEMA_ROLE}"
    yield f"REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA {SCHEMA} TO {SERVICE_LOGIN}, {PEOPLE}"
    yield f"GRANT USAGE, CREATE ON SCHEMA {SCHEMA} TO {DEFINER}, {REGISTRAR}"
    yield from _position_base()
    yield "DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$"


def _position_base() -> Iterator[str]:
    """Yield what makes the table of one row from which places in the order of commits are counted."""
    name = f"{SCHEMA}.position_base"
    yield f"CREATE TABLE IF NOT EXISTS {name} (base bigint NOT NULL)"
    yield f"INSERT INTO {name} SELECT 0 WHERE NOT EXISTS (SELECT FROM {name})"  # noqa: S608 - our own name
    yield f"REVOKE ALL ON {name} FROM PUBLIC, {SERVICE_LOGIN}, {PEOPLE}"
    yield f"ALTER TABLE {name} OWNER TO {DEFINER}"
    yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY"


def function_statements() -> Iterator[str]:
    """Yield the functions, each given to its owner, as the administrator."""
    for part in _FILES:
        yield files("integration_console.storage.shared").joinpath(part).read_text("utf-8")
    for name in _FUNCTIONS:
        function = f"{SCHEMA}.{name}"
        yield f"ALTER FUNCTION {function} OWNER TO {_OWNERS.get(name, DEFINER)}"
        yield f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC"
        yield f"REVOKE ALL ON FUNCTION {function} FROM {SERVICE_LOGIN}, {PEOPLE}"
    for name in (*_FOR_EVERYBODY, *_HELPING):
        yield f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{name} TO {SERVICE_LOGIN}, {PEOPLE}"
    for name in _FOR_SERVICE:
        yield f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{name} TO {SERVICE_LOGIN}"
    for name in _FOR_PERSONS:
        yield f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{name} TO {PEOPLE}"
    for name in _TRIGGERED:
        yield f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{name} TO {SCHEMA_ROLE}"
    yield f"GRANT EXECUTE ON FUNCTION {SCHEMA}.my_role(), {SCHEMA}.active_tenant() TO {REGISTRAR}, {SCHEMA_ROLE}"
    for name in (*_OF_LOGINS, "is_service()"):
        yield f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{name} TO {REGISTRAR}"


def table_statements() -> Iterator[str]:
    """Yield the policies and grants of every table, as the schema's role."""
    yield f"GRANT SELECT ON {SCHEMA}.alembic_version TO {DEFINER}"
    for table in TABLES:
        yield from _closed(table)
        yield from _policies(table)
        yield from _grants(table)
    yield f"GRANT SELECT ON {SCHEMA}.tenants, {SCHEMA}.tenant_members, {SCHEMA}.directory TO {DEFINER}"
    yield f"GRANT INSERT ON {SCHEMA}.tenants, {SCHEMA}.tenant_members TO {DEFINER}"
    yield f"GRANT SELECT, INSERT ON {SCHEMA}.audit_log TO {DEFINER}"
    yield f"GRANT SELECT, INSERT, DELETE ON {SCHEMA}.secrets, {SCHEMA}.member_passwords TO {DEFINER}"
    yield f"GRANT SELECT, UPDATE ON {SCHEMA}.refresh_tokens TO {DEFINER}"
    yield from _triggers()


def partition_statements() -> Iterator[str]:
    """Yield what makes the months of the log."""
    yield f"SELECT {SCHEMA}.keep_log_partitions(3)"


def _closed(table: Table) -> Iterator[str]:
    name = f"{SCHEMA}.{table.name}"
    yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY"
    yield f"REVOKE ALL ON {name} FROM PUBLIC, {SERVICE_LOGIN}, {PEOPLE}"


def _policies(table: Table) -> Iterator[str]:
    access, name = access_of(table.name), f"{SCHEMA}.{table.name}"
    allowed = {"select": access.read, "insert": access.insert, "update": access.update, "delete": access.delete}
    for command, roles in allowed.items():
        policy = f"{table.name}_{command}"
        yield f"DROP POLICY IF EXISTS {policy} ON {name}"
        mine = f"tenant_id = (SELECT {SCHEMA}.active_tenant()) AND {_one_of(roles)}"
        clause = {"insert": f"WITH CHECK ({mine})", "update": f"USING ({mine}) WITH CHECK ({mine})"}
        yield (
            f"CREATE POLICY {policy} ON {name} AS PERMISSIVE FOR {command.upper()} "
            f"TO {SERVICE_LOGIN}, {PEOPLE} {clause.get(command, f'USING ({mine})')}"
        )


def _one_of(roles: frozenset[str]) -> str:
    if not roles:
        return "false"
    listed = ", ".join(f"'{role}'" for role in sorted(roles))
    return f"(SELECT {SCHEMA}.my_role()) IN ({listed})"


def _grants(table: Table) -> Iterator[str]:
    access, name = access_of(table.name), f"{SCHEMA}.{table.name}"
    columns = ", ".join(f'"{column.name}"' for column in table.c if column.name != "tenant_id")
    wanted = (
        ("SELECT", access.read),
        ("INSERT", access.insert),
        (f"UPDATE ({columns})", access.update),
        ("DELETE", access.delete),
    )
    for privilege, roles in wanted:
        holders = [SERVICE_LOGIN] * (SERVICE in roles) + [PEOPLE] * bool(roles & _PERSONS)
        if holders:
            yield f"GRANT {privilege} ON {name} TO {', '.join(holders)}"


def _triggers() -> Iterator[str]:
    for table in TABLES:
        access = access_of(table.name)
        if access.audited:
            lists = [",".join(each) for each in (access.json, access.unaudited, access.sealed)]
            arguments = (access.audited, access.key, lists[0], lists[1], access.new, lists[2])
            yield from _trigger(table.name, "audit", "UPDATE OR INSERT OR DELETE", arguments)
    yield from _trigger("tenants", "audit", "UPDATE", ("workspace", "tenant_id", "", "", "created", ""))
    yield from _trigger("secrets", "audit_secret", "UPDATE OR INSERT OR DELETE", ())
    yield _bell("jobs", "INSERT OR UPDATE OF due_at, cancel_requested")
    yield _bell("schedules", "INSERT OR UPDATE OR DELETE")
    yield from _guard("integration_connectors", "guard_connector", "UPDATE", (",".join(HEALTH),))
    yield from _guard("tenant_members", "guard_member", "INSERT OR UPDATE OR DELETE", ())


def _trigger(table: str, function: str, events: str, arguments: tuple[str, ...]) -> Iterator[str]:
    """Deferred to the commit: by then the service has said for whom it acts."""
    given = ", ".join(f"'{each}'" for each in arguments)
    yield f"DROP TRIGGER IF EXISTS {function} ON {SCHEMA}.{table}"
    yield (
        f"CREATE CONSTRAINT TRIGGER {function} AFTER {events} ON {SCHEMA}.{table} "
        f"DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.{function}({given})"
    )


def _bell(table: str, events: str) -> str:
    return (
        f"CREATE OR REPLACE TRIGGER ring AFTER {events} ON {SCHEMA}.{table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {SCHEMA}.ring()"
    )


def _guard(table: str, function: str, events: str, arguments: tuple[str, ...]) -> Iterator[str]:
    given = ", ".join(f"'{each}'" for each in arguments)
    yield (
        f"CREATE OR REPLACE TRIGGER {function} BEFORE {events} ON {SCHEMA}.{table} "
        f"FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.{function}({given})"
    )
