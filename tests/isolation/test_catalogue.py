"""What the catalogue of a shared database says: every table is closed, and nothing leads around what closes it."""

# ruff: noqa: S608 - the catalogue is asked in SQL

from __future__ import annotations

from typing import Any, Final

import pytest

from integration_console.storage.shared.access import TABLES as DECLARED
from tests.isolation.two_organisations import NAMES, Connection, TwoOrganisations

_OURS: Final = "relnamespace = 'console'::regnamespace"
OPENINGS: Final = {
    "a table without FORCE": (
        (
            f"SELECT relname FROM pg_class WHERE {_OURS} AND relkind IN ('r', 'p') AND NOT relispartition "
            "AND relname <> 'alembic_version' AND NOT (relrowsecurity AND relforcerowsecurity)"
        ),
        "ALTER TABLE secrets NO FORCE ROW LEVEL SECURITY",
    ),
    "a command without its policy": (
        (
            "SELECT relname FROM pg_class LEFT JOIN pg_policy ON polrelid = pg_class.oid AND polpermissive "
            f"WHERE {_OURS} AND relkind IN ('r', 'p') AND NOT relispartition "
            "AND relname NOT IN ('alembic_version', 'position_base') "
            "GROUP BY relname "
            "HAVING array_agg(polcmd ORDER BY polcmd) IS DISTINCT FROM ARRAY['a', 'd', 'r', 'w']::\"char\"[]"
        ),
        "DROP POLICY secrets_delete ON secrets",
    ),
    "a policy that is not about the organisation": (
        (
            "SELECT polname FROM pg_policy WHERE coalesce(pg_get_expr(polqual, polrelid), "
            "pg_get_expr(polwithcheck, polrelid)) NOT LIKE '%tenant\\_id = ( SELECT%active\\_tenant()%'"
        ),
        "ALTER POLICY secrets_select ON secrets USING (true)",
    ),
    "a grant on a partition": (
        (
            "SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r' "
            "AND EXISTS (SELECT 1 FROM aclexplode(relacl) WHERE grantee <> relowner)"
        ),
        "GRANT SELECT ON integration_logs_other TO console_people",
    ),
    "a grant to everybody": (
        (
            f"SELECT relname FROM pg_class, aclexplode(relacl) WHERE {_OURS} AND grantee = 0 "
            "UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'console'::regnamespace "
            "AND (proacl IS NULL OR EXISTS (SELECT 1 FROM aclexplode(proacl) WHERE grantee = 0))"
        ),
        "GRANT EXECUTE ON FUNCTION tenant_of(uuid) TO PUBLIC",
    ),
    "a tenant that can be changed": (
        (
            "SELECT attrelid::regclass::text FROM pg_attribute, aclexplode(attacl) "
            "WHERE attname = 'tenant_id' AND privilege_type = 'UPDATE'"
        ),
        "GRANT UPDATE (tenant_id) ON secrets TO console_people",
    ),
    "a view": (
        f"SELECT relname FROM pg_class WHERE {_OURS} AND relkind IN ('v', 'm', 'f', 'S')",
        "CREATE VIEW mine AS SELECT * FROM secrets",
    ),
    "a key over all organisations": (
        (
            "SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indrelid "
            "JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0] "
            f"WHERE {_OURS} AND indisunique AND attname <> 'tenant_id' "
            "AND relname NOT IN ('alembic_version', 'directory')"
        ),
        "CREATE UNIQUE INDEX mine ON secrets (id)",
    ),
    "a foreign key": (
        "SELECT conname FROM pg_constraint WHERE contype = 'f' AND connamespace = 'console'::regnamespace",
        "ALTER TABLE secrets ADD CONSTRAINT mine FOREIGN KEY (tenant_id) REFERENCES tenants NOT VALID",
    ),
    "a function that the caller can lead astray": (
        (
            "SELECT proname FROM pg_proc WHERE pronamespace = 'console'::regnamespace AND NOT coalesce(proconfig::text "
            "LIKE CASE WHEN prosecdef THEN '%search\\_path=console, pg\\_temp%' "
            "ELSE '%search\\_path=pg\\_catalog%' END, false)"
        ),
        "ALTER FUNCTION tenant_of(uuid) RESET search_path",
    ),
    "a mighty role": (
        (
            "SELECT rolname FROM pg_roles WHERE rolname IN ('console_service', 'console_people', 'console_schema') "
            "AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)"
        ),
        "ALTER ROLE console_people CREATEDB",
    ),
    "a place for things of one's own": (
        (
            "SELECT nspname FROM pg_namespace WHERE has_schema_privilege('console_people', oid, 'CREATE') UNION ALL "
            "SELECT datname FROM pg_database WHERE datname = current_database() "
            "AND has_database_privilege('console_people', oid, 'CREATE, TEMPORARY')"
        ),
        "GRANT CREATE ON SCHEMA public TO console_people",
    ),
}
"""What there must not be: a query that finds it, and a statement that makes it, which the query then has to find."""


def found(connection: Connection, query: str) -> list[Any]:
    return connection.execute(query.encode()).fetchall()


@pytest.mark.parametrize("name", OPENINGS)
def test_there_is_no_way_around(closed: TwoOrganisations, name: str) -> None:
    query, opening = OPENINGS[name]
    assert found(closed.superuser, query) == []
    with closed.superuser.transaction(force_rollback=True):
        closed.superuser.execute(opening.encode())
        assert len(found(closed.superuser, query)) >= 1


def test_every_table_is_declared() -> None:
    assert set(NAMES) - set(DECLARED) == set()
