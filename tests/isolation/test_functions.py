"""The functions of a shared database, called with the ids of another organisation, tell nothing and change nothing."""

from __future__ import annotations

from typing import Any, Final

import psycopg
import pytest

from integration_console.domain.permissions import Role
from integration_console.storage.shared.isolation import PEOPLE as PEOPLE_ROLE
from integration_console.storage.shared.isolation import SERVICE_LOGIN
from tests.isolation.two_organisations import ACME_OWNER, GLOBEX_OWNER, MARK, PEOPLE, Connection, TwoOrganisations

pytestmark = pytest.mark.usefixtures("unharmed")

VERIFIER: Final = "$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaGhhc2g"
SCRAM: Final = "SCRAM-SHA-256$4096:c2FsdA==$c3RvcmVk:c2VydmVy"
CALLS: Final[dict[str, tuple[str, ...]]] = {
    "revision()": ("revision()",),
    "position_base()": ("position_base()",),
    "is_service()": ("is_service()",),
    "acting()": ("acting()",),
    "copying()": ("set_config('app.copying', 'on', false), copying()",),
    "as_told(jsonb,text[],text[])": ("as_told('{{}}', '{{}}', '{{}}')",),
    "digests(jsonb,jsonb,text[])": ("digests('{{}}', '{{}}', '{{}}')",),
    "canonical(jsonb)": ("canonical('1')",),
    "active_tenant()": ("active_tenant()",),
    "my_role()": ("my_role()",),
    "my_organisations()": ("my_organisations()",),
    "password_states()": ("password_states()",),
    "note_audit(text,text,text)": (
        "note_audit('webhook.secret_shown', 'webhook', '{connector}')",
        "note_audit('member.added', 'member', '{member}')",
    ),
    "renew_secret(uuid,text,uuid,uuid,bytea,bigint)": (
        "renew_secret('{connector}', 'token', gen_random_uuid(), '{secret}', 'mine', 1)",
        "renew_secret('{secret_row}', '{secret_name}', '{secret}', '{secret}', 'mine', 1)",
    ),
    "give_password(uuid,text,bigint)": (f"give_password('{{member}}', '{VERIFIER}', 1)",),
    "end_sign_ins(uuid,bigint,boolean)": ("end_sign_ins('{member}', 1, true)",),
    "give_login(uuid,text)": (f"give_login('{{member}}', '{SCRAM}')",),
    "tenant_of(uuid)": ("tenant_of(gen_random_uuid())",),
    "keep_log_partitions(integer)": ("keep_log_partitions(1)",),
}
"""How each function that people or the service may call is called with what belongs to Acme."""


def callable_by(database: TwoOrganisations, role: str) -> set[str]:
    query = (
        "SELECT regexp_replace(oid::regprocedure::text, '^console\\.', '') FROM pg_proc "
        "WHERE pronamespace = 'console'::regnamespace AND has_function_privilege(%s, oid, 'EXECUTE')"
    )
    return {str(name) for (name,) in database.superuser.execute(query, (role,))}


def answer(connection: Connection, call: str, names: dict[str, Any], *, stays: bool = False) -> str:
    """What a call tells, or its error."""
    try:
        with connection.transaction(force_rollback=not stays):
            found = connection.execute(f"SELECT {call.format(**names)}".encode()).fetchall()
            connection.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what waits for the commit happens now
            return str(found)
    except psycopg.Error as error:
        return str(error)


@pytest.fixture(scope="module")
def of_acme(closed: TwoOrganisations) -> dict[str, Any]:
    """The ids of what Acme has."""
    secret = closed.rows("secrets", closed.acme)[0]
    member = next(row for row in closed.rows("tenant_members", closed.acme) if row["role"] == "support")
    return {
        "connector": closed.rows("integration_connectors", closed.acme)[0]["id"],
        "member": member["id"],
        "secret": secret["id"],
        "secret_row": secret["row_id"],
        "secret_name": secret["name"],
    }


def test_every_function_that_can_be_called_is_tried(closed: TwoOrganisations) -> None:
    assert callable_by(closed, PEOPLE_ROLE) | callable_by(closed, SERVICE_LOGIN) == set(CALLS)
    assert callable_by(closed, "public") == set()


@pytest.mark.parametrize("name", CALLS)
def test_a_function_reaches_nothing_of_another_organisation(
    closed: TwoOrganisations, of_acme: dict[str, Any], name: str
) -> None:
    for login in (GLOBEX_OWNER, SERVICE_LOGIN):
        for said in (closed.globex, closed.acme, "", "nonsense"):
            if login == SERVICE_LOGIN and said != closed.globex:
                continue  # the service works for whom it says, and may know all of them
            attacker = closed.again(login, said)
            for call in CALLS[name]:
                told = answer(attacker, call, of_acme, stays=True)
                if not (login == SERVICE_LOGIN and name == "my_organisations()"):
                    assert MARK not in told
                    assert closed.acme not in told


RIGHTFUL = {
    "note_audit(text,text,text)", "renew_secret(uuid,text,uuid,uuid,bytea,bigint)", "give_password(uuid,text,bigint)",
    "end_sign_ins(uuid,bigint,boolean)", "give_login(uuid,text)", "password_states()", "my_organisations()",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(RIGHTFUL))
def test_the_rightful_are_served_by_the_same_calls(
    closed: TwoOrganisations, of_acme: dict[str, Any], name: str
) -> None:
    rightful, attacker = closed.again(ACME_OWNER, closed.acme), closed.again(GLOBEX_OWNER, closed.globex)
    call = CALLS[name][0]
    assert answer(rightful, call, of_acme).startswith("[(")
    assert answer(attacker, call, of_acme) != answer(rightful, call, of_acme) or name in OF_ONES_OWN


OF_ONES_OWN = {"note_audit(text,text,text)", "renew_secret(uuid,text,uuid,uuid,bytea,bigint)"}
"""They write beside one's own rows, whatever id is named."""


@pytest.mark.parametrize("role", ["support", "auditor"])
def test_who_only_looks_calls_nothing_that_changes(
    closed: TwoOrganisations, of_acme: dict[str, Any], role: str
) -> None:
    person = closed.again(PEOPLE[Role(role)], closed.acme)
    for name in RIGHTFUL - {"note_audit(text,text,text)", "password_states()", "my_organisations()"}:
        assert "this role" in answer(person, CALLS[name][0], of_acme)
    assert (answer(person, "password_states()", {}) == "[]") == (role == "support")
