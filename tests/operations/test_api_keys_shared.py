"""API keys in a shared database: two services, whose memories are their own, and people who may do less."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from integration_console.domain.api_keys import CreatedApiKey
from integration_console.domain.callers import RequestFacts
from integration_console.domain.errors import ApiKeyRefused
from integration_console.gateways.opening import OpenWorkspace, open_workspace
from integration_console.operations import api_key_checks, api_key_reminders, api_key_uses, api_keys
from integration_console.operations.context import Context
from integration_console.storage.audit import audit_entries
from integration_console.storage.transaction import Priority, Writing
from tests.builders import opening
from tests.fakes import TurnableClock
from tests.operations.keys import created
from tests.postgres import Server, server

FACTS = RequestFacts("203.0.113.7", "GET /api/v1/logs")
ROLES = ("admin", "operator", "support", "auditor")


@pytest.fixture(scope="module")
def running() -> Server:
    return server()


@pytest.fixture(scope="module")
def database(running: Server) -> str:
    name = running.new_database()
    tenant = running.new_organisation(name, "Acme", "laila")
    running.new_organisation(name, "Globex", "omar")
    for role in ROLES:
        running.new_login(f"keys_{role}")
        running.run(f"GRANT console_people TO keys_{role}")
        running.run(
            "INSERT INTO console.tenant_members VALUES "  # noqa: S608 - our own names
            f"('{tenant}', gen_random_uuid(), '{role}', 'keys_{role}', '{role}', 'active', 1, 0, 0)",
            name,
        )
    return name


@pytest.fixture(scope="module")
def clock() -> TurnableClock:
    return TurnableClock()


@contextmanager
def opened(running: Server, database: str, login: str, clock: TurnableClock, folder: Path) -> Iterator[OpenWorkspace]:
    """The organisation as a login works with it; all use the key file of one folder."""
    how = opening(folder, clock, path=running.address(database, login, "Acme"), actor=login)
    workspace = open_workspace(how)
    try:
        if not workspace.context.vault.created:
            workspace.context.vault.create("tests", workspace.context.clock.now())
        workspace.store.writer.submit(Priority.LOGS, lambda _: None).result()  # its thread is older than every test
        yield workspace
    finally:
        workspace.close()


@pytest.fixture(scope="module")
def owner(
    running: Server, database: str, clock: TurnableClock, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Context]:
    with opened(running, database, "laila", clock, tmp_path_factory.getbasetemp() / "shared keys") as workspace:
        yield workspace.context


@pytest.fixture(scope="module")
def service(
    running: Server, database: str, owner: Context, clock: TurnableClock, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Context]:
    with opened(
        running, database, "console_service", clock, tmp_path_factory.getbasetemp() / "shared keys"
    ) as workspace:
        yield workspace.context


def made_known(owner: Context, service: Context, name: str) -> CreatedApiKey:
    """A new key, of which the service knows already: by itself it does within a second."""
    made = created(owner, name)
    service.api_keys.rings.forget()
    return made


def is_accepted(context: Context, text: str) -> bool:
    try:
        return api_key_checks.authenticate(context, text, FACTS) is not None
    except ApiKeyRefused:
        return False


def test_a_key_that_a_person_revokes_counts_no_more_at_a_service_after_a_second(
    owner: Context, service: Context, clock: TurnableClock
) -> None:
    made = made_known(owner, service, "Revoked elsewhere")
    assert is_accepted(service, made.text)
    api_keys.revoke_api_key(owner, made.key.id)
    clock.turn(seconds=0.9)
    assert is_accepted(service, made.text)
    clock.turn(seconds=0.1)
    assert not is_accepted(service, made.text)


def test_the_service_counts_uses_and_people_see_them(owner: Context, service: Context) -> None:
    made = made_known(owner, service, "Used at a service")
    for _ in range(3):
        assert is_accepted(service, made.text)
    service.store.writer.submit(Priority.LOGS, lambda _: None).result()  # behind what the first use wrote
    api_key_uses.flush_uses(service)
    assert api_key_uses.api_key_usage(owner, made.key.id).total == 3
    found = next(each for each in api_keys.api_keys(owner) if each.id == made.key.id)
    assert (found.last_used_address, found.last_used_route) == (FACTS.address, FACTS.route)


def test_what_is_done_with_keys_is_audited_and_their_use_is_not(owner: Context, service: Context) -> None:
    before = len(owner.store.read(audit_entries))
    made = made_known(owner, service, "Audited")
    assert is_accepted(service, made.text)
    api_key_uses.flush_uses(service)
    rerolled = api_keys.reroll_api_key(owner, made.key.id, timedelta(hours=1))
    api_keys.revoke_api_key(owner, made.key.id)
    told = [draft for _, draft, _ in owner.store.read(audit_entries)[before:] if draft.subject_kind == "api_key"]
    assert [each.action for each in told] == ["api_key.created", "api_key.changed", "api_key.changed"]
    for secret in (made.text, rerolled.text):
        assert secret[13:43] not in repr(told)


def test_one_of_many_reminds(owner: Context, service: Context) -> None:
    now = owner.clock.now()
    created(owner, "Ends", expires_at=now + timedelta(days=40))
    end = int((now + timedelta(days=6)).timestamp() * 1_000_000)

    def bring_nearer(writing: Writing) -> None:
        statement = "UPDATE integration_api_keys SET expires_at = %(end)s WHERE name = 'Ends'"
        writing.connection.exec_driver_sql(statement, {"end": end})

    owner.store.write(bring_nearer)
    assert sorted((api_key_reminders.remind(owner), api_key_reminders.remind(service))) == [0, 1]


@pytest.mark.parametrize(
    ("login", "seen"),
    [
        ("keys_admin", [True, True, True]),
        ("keys_operator", [False, False, False]),
        ("keys_support", [False, False, False]),
        ("keys_auditor", [True, False, True]),
        ("omar", [False, False, False]),
    ],
)
def test_who_sees_keys_hashes_and_uses_in_sql(
    running: Server, database: str, owner: Context, service: Context, login: str, seen: list[bool]
) -> None:
    text = made_known(owner, service, f"Seen by {login}").text
    assert is_accepted(service, text)
    api_key_uses.flush_uses(service)
    with running.connect(database, login) as person:
        person.execute("SELECT set_config('app.tenant_id', %s, false)", (owner.store.tenant_id,))
        found = [
            person.execute(f"SELECT count(*) FROM {table}".encode()).fetchone() != (0,)  # noqa: S608 - our own names
            for table in ("integration_api_keys", "api_key_hashes", "api_key_uses")
        ]
    assert found == seen


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE integration_api_keys SET grants = '[\"audit.read\"]'",
        "DELETE FROM integration_api_keys",
        "UPDATE api_key_hashes SET hash = '\\x00'",
        "UPDATE api_key_uses SET uses = 0",
    ],
)
def test_who_only_looks_changes_no_key_in_sql(running: Server, database: str, owner: Context, attempt: str) -> None:
    created(owner, f"Untouched by {attempt[:40]}")
    with running.connect(database, "keys_auditor") as person:
        person.execute("SELECT set_config('app.tenant_id', %s, false)", (owner.store.tenant_id,))
        try:
            assert person.execute(attempt.encode()).rowcount == 0
        except psycopg.errors.InsufficientPrivilege:
            return
