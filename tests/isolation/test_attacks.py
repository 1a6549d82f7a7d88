"""Nothing that somebody of another organisation tries by SQL tells them a row; where no policy holds, it does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import psycopg
import pytest
from psycopg import sql

from integration_console.storage.shared.engine import shared_engine
from integration_console.storage.shared.isolation import PEOPLE as PEOPLE_ROLE
from integration_console.storage.shared.isolation import SERVICE_LOGIN
from integration_console.storage.shared.positions import begin_writing
from tests.isolation.attacks import READING, REFUSED, Attack
from tests.isolation.two_organisations import (
    ACME_OWNER,
    GLOBEX_OWNER,
    MARK,
    PEOPLE,
    ROWS_EACH,
    THEIRS,
    Connection,
    TwoOrganisations,
    insert,
)

pytestmark = pytest.mark.usefixtures("unharmed")

FOR_NOBODY = ("CREATE", "ALTER", "DROP", "GRANT", "SET", "TRUNCATE", "COPY", "SELECT pg_", "SELECT lo_")
"""What begins so is refused to the service as well."""


def told(connection: Connection, statements: tuple[str, ...], **names: Any) -> str:
    """All that a session is told, answers and the error with which it ends; nothing of it stays."""
    answers: list[str] = []
    try:
        for statement in statements:
            written = statement.format(**names).encode()
            if statement.startswith("COPY") and "STDOUT" in statement:
                with connection.cursor().copy(written) as rows:
                    answers += [bytes(each).decode() for each in rows]
            else:
                cursor = connection.execute(written)
                answers += [str(row) for row in cursor] if cursor.description else [f"done {cursor.rowcount}"]
    except psycopg.Error as error:
        answers.append(str(error))
    finally:
        connection.rollback()
    return "\n".join(answers)


def tried(database: TwoOrganisations, login: str, mine: str, statements: tuple[str, ...]) -> str:
    with database.signed_in(login, mine) as connection:
        return told(connection, statements, mine=mine, theirs=database.acme)


@pytest.mark.parametrize("name", READING)
def test_an_attack_tells_nothing_the_rightful_are_told_and_without_policies_it_leaks(
    closed: TwoOrganisations, unprotected: TwoOrganisations, name: str
) -> None:
    attack: Attack = READING[name]
    assert attack.tells not in tried(closed, GLOBEX_OWNER, closed.globex, attack.statements)
    assert attack.tells in tried(closed, ACME_OWNER, closed.acme, attack.rightful or attack.statements)
    assert attack.tells in tried(unprotected, GLOBEX_OWNER, closed.globex, attack.statements)


@pytest.mark.parametrize("attempt", REFUSED)
def test_what_nobody_of_an_organisation_may_do_is_refused(
    closed: TwoOrganisations, large_object: int, attempt: str
) -> None:
    rightful = closed.again(ACME_OWNER, closed.acme)
    written = attempt.format(process=rightful.info.backend_pid, object=large_object).encode()
    logins = (GLOBEX_OWNER, SERVICE_LOGIN) if attempt.startswith(FOR_NOBODY) else (GLOBEX_OWNER,)
    for login in logins:
        attacker = closed.again(login, closed.globex)
        with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.FeatureNotSupported)):
            attacker.execute(written)


@pytest.fixture(scope="module")
def large_object(closed: TwoOrganisations) -> Iterator[int]:
    """Something of Acme's owner that lies in no table."""
    rightful = closed.again(ACME_OWNER, closed.acme)
    (found,) = rightful.execute("SELECT lo_from_bytea(0, 'x')").fetchone() or (0,)
    assert rightful.execute("SELECT lo_get(%s)", (found,)).fetchone() == (b"x",)
    yield found
    rightful.execute("SELECT lo_unlink(%s)", (found,))


def test_no_other_role_can_be_taken_on(closed: TwoOrganisations) -> None:
    roles = closed.superuser.execute("SELECT rolname FROM pg_roles").fetchall()
    for login in (GLOBEX_OWNER, SERVICE_LOGIN, *PEOPLE.values()):
        attacker = closed.again(login)
        for (role,) in roles:
            if role in {login, PEOPLE_ROLE}:
                continue
            for statement in ("SET ROLE {}", "SET SESSION AUTHORIZATION {}"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    attacker.execute(sql.SQL(statement).format(sql.Identifier(role)))


def test_a_partition_is_not_kept_by_the_policies_of_its_parent(
    unprotected: TwoOrganisations, closed: TwoOrganisations
) -> None:
    """Why nobody may have a grant on one."""
    partitions = closed.superuser.execute("SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r'")
    attacker = closed.again(GLOBEX_OWNER, closed.globex)
    for (name,) in partitions.fetchall():
        for statement in ("SELECT 1 FROM {}", "DELETE FROM {}", "INSERT INTO {} DEFAULT VALUES"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                attacker.execute(sql.SQL(statement).format(sql.Identifier(str(name))))
    with unprotected.superuser.transaction(force_rollback=True):
        unprotected.superuser.execute("ALTER TABLE integration_logs ENABLE ROW LEVEL SECURITY")
        unprotected.superuser.execute("ALTER TABLE integration_logs FORCE ROW LEVEL SECURITY")
        unprotected.superuser.execute("SET LOCAL SESSION AUTHORIZATION globex_owner")
        query = "SELECT message FROM {} WHERE message LIKE %s"
        found = [
            len(unprotected.superuser.execute(sql.SQL(query).format(sql.Identifier(name)), (f"{MARK}%",)).fetchall())
            for name in ("integration_logs", "integration_logs_other")
        ]
    assert found == [0, ROWS_EACH]


def test_what_a_session_asks_is_not_seen_by_others(closed: TwoOrganisations) -> None:
    asked = "SELECT query FROM pg_stat_activity WHERE query LIKE %s AND pid <> pg_backend_pid()"
    closed.again(ACME_OWNER, closed.acme).execute(f"SELECT '{MARK}'")
    assert closed.again(GLOBEX_OWNER, closed.globex).execute(asked, (f"%{MARK}%",)).fetchall() == []
    with closed.signed_in(ACME_OWNER, closed.acme) as rightful:
        assert len(rightful.execute(asked, (f"%{MARK}%",)).fetchall()) == 1


def test_a_notification_tells_nothing_but_that_there_is_work(closed: TwoOrganisations) -> None:
    with closed.signed_in(GLOBEX_OWNER, closed.globex) as listener:
        listener.execute("LISTEN console_work")
        with closed.signed_in(SERVICE_LOGIN, closed.acme) as worker:
            with worker.transaction():
                worker.execute(*insert("jobs", closed.new_row("jobs", closed.acme, MARK)))
            worker.execute("DELETE FROM jobs WHERE ctid = (SELECT max(ctid) FROM jobs)")
        heard = list(listener.notifies(timeout=5, stop_after=1))
    assert [(each.channel, each.payload) for each in heard] == [("console_work", "")]


def test_a_session_of_the_service_sees_one_organisation_at_a_time(closed: TwoOrganisations) -> None:
    """What was said for one transaction is over with it, and a prepared query is about the one that is said now."""
    with closed.signed_in(SERVICE_LOGIN) as service:
        service.execute("PREPARE all_names AS SELECT DISTINCT split_part(name, ' ', 1) FROM integration_connectors")
        for _ in range(4):
            for tenant, mark in ((closed.acme, MARK), (closed.globex, THEIRS)) * 2:
                with service.transaction():
                    service.execute("SELECT set_config('app.tenant_id', %s, true)", (tenant,))
                    assert service.execute("EXECUTE all_names").fetchall() == [(mark,)]
                assert service.execute("EXECUTE all_names").fetchall() == []


def test_a_pooled_connection_keeps_nothing_of_the_one_before(closed: TwoOrganisations) -> None:
    address = closed.running.address(closed.name, SERVICE_LOGIN)
    engine = shared_engine(address, size=1)
    try:
        for tenant, mark in ((closed.acme, MARK), (closed.globex, THEIRS)):
            for cut_short in (False, True):
                with suppress(ZeroDivisionError), engine.begin() as connection:
                    begin_writing(connection, tenant)
                    names = connection.exec_driver_sql("SELECT name FROM integration_connectors").scalars().all()
                    assert [each.split(" ")[0] for each in names] == [mark] * ROWS_EACH
                    raise_if(cut_short)
                with engine.begin() as connection:
                    assert connection.exec_driver_sql("SELECT name FROM integration_connectors").all() == []
    finally:
        engine.dispose()


def raise_if(wanted: bool) -> None:
    if wanted:
        raise ZeroDivisionError
