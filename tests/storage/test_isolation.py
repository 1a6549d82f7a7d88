"""A real PostgreSQL keeps organisations apart by itself, whoever signs in and whatever they try."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from integration_console.domain.audit import FIRST_HASH, chained_hash
from integration_console.domain.errors import DatabaseRefused, NotAMember
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import EVERYTHING
from integration_console.storage import connectors, logs
from integration_console.storage.audit import audit_entries
from integration_console.storage.log_rows import append_entries
from integration_console.storage.shared.positions import begin_writing
from integration_console.storage.shared.store import SharedStore, open_shared
from integration_console.storage.transaction import Priority, Writing
from tests.builders import connector, log_draft
from tests.postgres import Server, server


@pytest.fixture(scope="module")
def running() -> Server:
    return server()


@pytest.fixture(scope="module")
def database(running: Server) -> str:
    name = running.new_database()
    for organisation, owner in (("Acme", "laila"), ("Globex", "omar")):
        running.new_organisation(name, organisation, owner)
    running.new_login("stranger")
    return name


@pytest.fixture
def acme(running: Server, database: str) -> Iterator[SharedStore]:
    store = open_shared(running.address(database, "laila"))
    yield store
    store.close()


@pytest.fixture
def globex(running: Server, database: str) -> Iterator[SharedStore]:
    store = open_shared(running.address(database, "omar"))
    yield store
    store.close()


def names(store: SharedStore) -> list[str]:
    return [each.name for each in store.read(connectors.connectors)]


def test_each_organisation_sees_its_own_rows(acme: SharedStore, globex: SharedStore) -> None:
    name = f"Ops {new_id()}"
    acme.write(lambda writing: connectors.add_connector(writing, connector(name=name)))
    assert name in names(acme)
    assert name not in names(globex)


def test_the_setting_can_only_narrow_what_a_person_sees(
    running: Server, database: str, acme: SharedStore, globex: SharedStore
) -> None:
    name = f"Ops {new_id()}"
    acme.write(lambda writing: connectors.add_connector(writing, connector(name=name)))
    query = "SELECT count(*) FROM integration_connectors WHERE name = %s"
    with running.connect(database, "omar") as attacker:
        for tenant in (acme.tenant_id, "", "nonsense", globex.tenant_id):
            attacker.execute("SELECT set_config('app.tenant_id', %s, false)", (tenant,))
            assert attacker.execute(query, (name,)).fetchone() == (0,)
    with running.connect(database, "laila") as rightful:
        rightful.execute("SELECT set_config('app.tenant_id', %s, false)", (acme.tenant_id,))
        assert rightful.execute(query, (name,)).fetchone() == (1,)


def test_rows_cannot_be_written_into_another_organisation(acme: SharedStore, globex: SharedStore) -> None:
    def smuggle(writing: Writing) -> None:
        writing.tenant_id = acme.tenant_id
        connectors.add_connector(writing, connector(name=f"Smuggled {new_id()}"))

    with pytest.raises(DatabaseRefused):
        globex.write(smuggle)


def test_a_stranger_is_no_member(running: Server, database: str) -> None:
    running.run("GRANT console_people TO stranger")
    with pytest.raises(NotAMember):
        open_shared(running.address(database, "stranger"))


@pytest.fixture
def operator(running: Server, database: str, acme: SharedStore) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """A member who runs syncs, signed in by hand."""
    with enlisted(running, database, acme, "noor", "operator") as connection:
        yield connection


@pytest.fixture
def admin(running: Server, database: str, acme: SharedStore) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """A member who leads, but owns nothing."""
    with enlisted(running, database, acme, "adam", "admin") as connection:
        yield connection


def enlisted(
    running: Server, database: str, store: SharedStore, login: str, role: str
) -> psycopg.Connection[tuple[object, ...]]:
    running.new_login(login)
    running.run(f"GRANT console_people TO {login}")
    present = "SELECT 1 FROM console.tenant_members WHERE login = %s"
    with running.connect(database) as superuser:
        if superuser.execute(present, (login,)).fetchone() is None:
            superuser.execute(
                "INSERT INTO console.tenant_members VALUES (%s, gen_random_uuid(), %s, %s, %s, 'active', 1, 0, 0)",
                (store.tenant_id, login, login, role),
            )
    connection = running.connect(database, login)
    connection.execute("SELECT set_config('app.tenant_id', %s, false)", (store.tenant_id,))
    return connection


def test_an_operator_writes_the_health_of_a_connector_and_nothing_else(
    acme: SharedStore, operator: psycopg.Connection[tuple[object, ...]]
) -> None:
    about = connector(name=f"Ops {new_id()}")
    acme.write(lambda writing: connectors.add_connector(writing, about))
    operator.execute("UPDATE integration_connectors SET health = 'failing' WHERE id = %s", (about.id,))
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        operator.execute("UPDATE integration_connectors SET status = 'inactive' WHERE id = %s", (about.id,))
    with pytest.raises(psycopg.errors.InsufficientPrivilege), operator.transaction():
        operator.execute("UPDATE integration_connectors SET config = '{\"a\": 1}' WHERE id = %s", (about.id,))
        operator.execute("SELECT set_config('app.tenant_id', '', true)")  # who one is cannot be hidden until the commit
    kept = acme.read(lambda reading: connectors.connector(reading, about.id))
    assert (kept.health.value, kept.status, kept.config) == ("failing", about.status, about.config)


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE tenant_members SET role = 'owner' WHERE login = 'adam'",
        "UPDATE tenant_members SET role = 'admin' WHERE role = 'owner'",
        "UPDATE tenant_members SET login = 'adam2' WHERE role = 'owner'",
        "DELETE FROM tenant_members WHERE role = 'owner'",
        "UPDATE tenant_members SET role = 'operator' WHERE login = 'adam'",
    ],
)
def test_an_admin_makes_no_owner_and_changes_none(
    acme: SharedStore, admin: psycopg.Connection[tuple[object, ...]], attempt: str
) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        admin.execute(attempt.encode())


def test_the_last_owner_stays(running: Server, database: str, globex: SharedStore) -> None:
    with running.connect(database, "omar") as owner:
        owner.execute("SELECT set_config('app.tenant_id', %s, false)", (globex.tenant_id,))
        for attempt in ("DELETE FROM tenant_members", "UPDATE tenant_members SET status = 'removed'"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                owner.execute(attempt.encode())


def test_a_change_made_by_hand_leaves_one_true_entry(running: Server, database: str, acme: SharedStore) -> None:
    about = connector(name=f"Ops {new_id()}")
    acme.write(lambda writing: connectors.add_connector(writing, about))
    before = acme.read(audit_entries)
    with running.connect(database, "laila") as person:
        person.execute("SELECT set_config('app.tenant_id', %s, false)", (acme.tenant_id,))
        person.execute("SELECT set_config('app.actor', 'somebody else', false)")
        person.execute("UPDATE integration_connectors SET status = 'inactive' WHERE id = %s", (about.id,))
    (entry,) = acme.read(audit_entries)[len(before) :]
    assert (entry[1].actor, entry[1].action, entry[1].subject_id) == ("laila", "connector.changed", about.id)
    assert (entry[1].before["status"], entry[1].after["status"]) == ("active", "inactive")


def test_the_chain_of_the_database_is_the_chain_of_the_program(acme: SharedStore) -> None:
    acme.write(lambda writing: connectors.add_connector(writing, connector(name='عربي "quoted" \\ \n end')))
    previous = FIRST_HASH
    for number, draft, stored in acme.read(audit_entries):
        previous = chained_hash(previous, number, draft)
        assert previous == stored


def test_a_tail_never_passes_what_is_still_being_written(running: Server, database: str, acme: SharedStore) -> None:
    """Two transactions commit in the reverse order of their beginnings: the reader waits for the older one."""
    other = open_shared(running.address(database, "laila"))
    start = acme.read(logs.newest_position)
    early, late = log_draft(event_type="webhook.received"), log_draft(event_type="webhook.held")
    try:
        with acme.writer._adding.begin() as connection:  # type: ignore[attr-defined]  # the moment between its rows and its commit
            slow = Writing(connection, acme.tenant_id, begin_writing(connection, acme.tenant_id))
            append_entries(slow, [early])
            other.write(lambda writing: append_entries(writing, [late]), Priority.LOGS)
            seen, position = other.read(lambda reading: logs.tail(reading, EVERYTHING, start, 100))
            assert seen == ()
        after, _ = other.read(lambda reading: logs.tail(reading, EVERYTHING, position, 100))
    finally:
        other.close()
    assert [each.id for each in after] == [early.id, late.id]
