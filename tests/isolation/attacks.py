"""What somebody of another organisation could try by SQL: each as statements, and how to see that it worked.

`{mine}` and `{theirs}` stand for the two organisations.
"""

# ruff: noqa: S608 - SQL made of texts is what this is about

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tests.isolation.two_organisations import MARK

_NAMES: Final = "SELECT name FROM integration_connectors"
_HERS: Final = "WHERE tenant_id = '{theirs}'"


@dataclass(frozen=True)
class Attack:
    """Statements of one session; the attack has worked when an answer or an error of one of them tells `tells`.

    `rightful` is what the rightful organisation does instead where the attack as such is refused to everybody.
    """

    statements: tuple[str, ...]
    tells: str = MARK
    rightful: tuple[str, ...] = ()


def say(tenant: str, scope: str = "false") -> str:
    return f"SELECT set_config('app.tenant_id', '{{{tenant}}}', {scope})"


READING: Final = {
    "another tenant": Attack((say("theirs"), _NAMES)),
    "another tenant in a transaction": Attack(("BEGIN", say("mine", "true"), say("theirs", "true"), _NAMES)),
    "tenant by SET": Attack(("SET app.tenant_id = '{theirs}'", f"{_NAMES} {_HERS}")),
    "tenant kept by the login": Attack((f"{_NAMES} {_HERS} OR true",)),
    "nothing said": Attack(("RESET ALL", "SET search_path = console", _NAMES), rightful=(_NAMES,)),
    "discarded": Attack(
        ("DISCARD ALL", "SELECT name FROM console.integration_connectors"), rightful=("DISCARD PLANS", _NAMES)
    ),
    "row security off": Attack(("SET row_security = off", _NAMES), rightful=("SET row_security = on", _NAMES)),
    "role of the people": Attack(("SET ROLE console_people", say("theirs"), _NAMES)),
    "cast": Attack((f"SELECT 1 FROM integration_connectors {_HERS} AND name::int = 1",)),
    "cast without a condition": Attack((f"{_NAMES} WHERE name LIKE '{MARK}%' AND name::int = 1",)),
    "division": Attack(
        (f"SELECT 1 FROM integration_connectors WHERE 1 / (CASE WHEN name LIKE '{MARK}%' THEN 0 ELSE 1 END) = 1",),
        "division by zero",
    ),
    "division in a sort": Attack(
        (f"SELECT 1 FROM integration_connectors ORDER BY 1 / (CASE WHEN name LIKE '{MARK}%' THEN 0 ELSE 1 END)",),
        "division by zero",
    ),
    "JSON": Attack((f"SELECT 1 FROM integration_logs {_HERS} AND (message::jsonb) IS NOT NULL",), 'Token "of"'),
    "pattern": Attack((f"SELECT 1 FROM integration_connectors {_HERS} AND 'x' ~ (name || '(')",), "parentheses"),
    "notice": Attack((
        ("DO $$ DECLARE r text; BEGIN SELECT string_agg(name, ' ') INTO r FROM integration_connectors "
        "WHERE tenant_id = '{theirs}'; RAISE EXCEPTION '%', r; END $$"),
    )),
    "a function that queries": Attack((
        ("SELECT string_agg(word, ' ') FROM "
        f"ts_stat($$SELECT to_tsvector('simple', name) FROM integration_connectors {_HERS}$$)"),
    ), "acme"),
    "copy out": Attack(("COPY integration_connectors TO STDOUT",)),
    "copy a query out": Attack((f"COPY ({_NAMES} {_HERS}) TO STDOUT",)),
    "cursor": Attack(("BEGIN", f"DECLARE c CURSOR FOR {_NAMES}", say("theirs"), "FETCH ALL c")),
    "cursor that outlives its transaction": Attack((
        "BEGIN", say("mine"), f"DECLARE c CURSOR WITH HOLD FOR {_NAMES}", say("theirs"), "COMMIT", "FETCH ALL c",
    )),
    "prepared": Attack((f"PREPARE p AS {_NAMES}", "EXECUTE p", say("theirs"), *["EXECUTE p"] * 7)),
    "prepared with a value": Attack((
        "SET plan_cache_mode = force_generic_plan", f"PREPARE q (uuid) AS {_NAMES} WHERE tenant_id = $1",
        "EXECUTE q ('{theirs}')",
    )),
    "subquery": Attack((f"SELECT (SELECT name FROM integration_connectors {_HERS} LIMIT 1)",)),
    "lateral": Attack((
        ("SELECT c.name FROM (VALUES ('{theirs}'::uuid)) v (t), LATERAL (SELECT name FROM integration_connectors "
        "WHERE tenant_id = t) c"),
    )),
    "recursion": Attack((
        ("WITH RECURSIVE r AS (SELECT name FROM integration_connectors UNION SELECT c.name FROM r, "
        "integration_connectors c) SELECT * FROM r"),
    )),
    "sample": Attack((f"{_NAMES} TABLESAMPLE BERNOULLI (100)",)),
    "place on disk": Attack((f"{_NAMES} WHERE ctid = ANY (ARRAY['(0,1)','(0,2)','(0,3)','(0,4)']::tid[])",)),
    "whole rows": Attack(("SELECT integration_connectors::text FROM integration_connectors",)),
    "lock": Attack((f"{_NAMES} {_HERS} FOR UPDATE",)),
    "update that returns": Attack(("BEGIN", f"UPDATE integration_connectors SET name = name {_HERS} RETURNING name")),
    "update that joins": Attack((
        "BEGIN", "UPDATE integration_connectors a SET name = a.name FROM integration_connectors b RETURNING b.name",
    )),
    "delete that returns": Attack(("BEGIN", f"DELETE FROM integration_connectors {_HERS} RETURNING name")),
    "merge": Attack((
        "BEGIN", ("MERGE INTO integration_connectors c USING (VALUES (1)) v ON c.tenant_id = '{theirs}' "
        "WHEN MATCHED THEN UPDATE SET health_code = (1 / (length(c.name) * 0))::text"),
    ), "division by zero"),
    "partitions by their parent": Attack((f"SELECT message FROM integration_logs {_HERS}",)),
    "a partition by its name": Attack(
        ("SELECT message FROM integration_logs_other",), rightful=("SELECT message FROM integration_logs",)
    ),
    "what the planner knows": Attack(
        ("SELECT histogram_bounds::text FROM pg_stats WHERE tablename = 'integration_connectors'",),
        rightful=(_NAMES,),
    ),
    "names of organisations": Attack(("SELECT name FROM tenants",)),
    "secrets": Attack(("SELECT encode(sealed, 'escape') FROM secrets",)),
    "payloads": Attack(("SELECT payload FROM integration_log_payloads",)),
    "bodies": Attack(("SELECT encode(body, 'escape') FROM webhook_event_bodies",)),
    "hashes of keys": Attack(("SELECT encode(hash, 'escape') FROM api_key_hashes",)),
    "records": Attack(("SELECT content FROM connector_records",)),
}  # fmt: skip

REFUSED: Final = (
    "SET SESSION AUTHORIZATION acme_owner",
    "SET session_replication_role = replica",
    "CREATE TABLE console.mine (a int)",
    "CREATE TABLE public.mine (a int)",
    "CREATE SCHEMA mine",
    "CREATE EXTENSION pg_trgm",
    "CREATE TEMP TABLE tenant_members (login text)",
    "CREATE TEMP VIEW mine AS SELECT * FROM integration_connectors",
    "SELECT * INTO TEMP mine FROM integration_connectors",
    ("CREATE FUNCTION pg_temp.leak(text) RETURNS boolean COST 0.0001 LANGUAGE plpgsql AS "
    "'BEGIN RAISE NOTICE ''%'', $1; RETURN true; END'"),
    "CREATE FUNCTION console.leak(text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
    "CREATE OR REPLACE FUNCTION console.is_service() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
    "CREATE OPERATOR console.<<< (FUNCTION = textlike, LEFTARG = text, RIGHTARG = text)",
    "CREATE CAST (text AS uuid) WITH INOUT AS IMPLICIT",
    "CREATE VIEW console.mine AS SELECT * FROM integration_connectors",
    "CREATE RULE mine AS ON SELECT TO integration_connectors DO INSTEAD NOTHING",
    "CREATE TRIGGER mine AFTER INSERT ON integration_connectors EXECUTE FUNCTION console.ring()",
    "CREATE STATISTICS console.mine ON name, type FROM integration_connectors",
    "CREATE INDEX ON integration_connectors (name)",
    "CREATE POLICY mine ON integration_connectors USING (true)",
    "ALTER POLICY integration_connectors_select ON integration_connectors USING (true)",
    "DROP POLICY integration_connectors_select ON integration_connectors",
    "ALTER TABLE integration_connectors NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE integration_connectors DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE integration_connectors DISABLE TRIGGER ALL",
    "ALTER TABLE integration_connectors ADD FOREIGN KEY (tenant_id) REFERENCES tenants",
    "ALTER FUNCTION console.active_tenant() SECURITY INVOKER",
    "ALTER ROLE acme_owner PASSWORD 'known'",
    "ALTER ROLE acme_owner SET app.tenant_id = 'x'",
    "ALTER ROLE CURRENT_USER BYPASSRLS",
    "ALTER ROLE ALL SET row_security = off",
    "CREATE ROLE mine LOGIN",
    "DROP ROLE acme_owner",
    "GRANT console_definer TO CURRENT_USER",
    "GRANT acme_owner TO CURRENT_USER",
    "TRUNCATE integration_logs",
    "TRUNCATE integration_connectors",
    "UPDATE integration_connectors SET tenant_id = tenant_id",
    "COPY integration_connectors FROM STDIN",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY integration_connectors FROM '/etc/passwd'",
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT lo_get({object})",
    "SELECT pg_terminate_backend({process})",
    "SELECT pg_cancel_backend({process})",
    "SELECT pg_stat_reset()",
    "SELECT * FROM pg_statistic",
    "SELECT * FROM pg_authid",
    "SELECT * FROM pg_hba_file_rules",
    "DO $$ BEGIN LOCK TABLE audit_log IN ACCESS EXCLUSIVE MODE; END $$",
    "INSERT INTO audit_log DEFAULT VALUES",
    "DELETE FROM audit_log",
    "UPDATE audit_log SET actor = 'acme_owner'",
    "SELECT * FROM member_passwords",
    "SELECT * FROM refresh_tokens",
    "SELECT * FROM kept_answers",
    "SELECT * FROM alembic_version",
    "SELECT * FROM position_base",
    "SELECT tenant_of(gen_random_uuid())",
    "SELECT keep_log_partitions(1)",
    "SELECT append_audit(gen_random_uuid(), 'x', 'x', 'x', 'x', '{{}}', '{{}}')",
    "SELECT led_member(gen_random_uuid())",
    "SELECT is_login_elsewhere('acme_owner', gen_random_uuid())",
    "SELECT lift_positions(1)",
    "SELECT make_log_month(1)",
)  # fmt: skip
"""What nobody of an organisation may do at all."""
