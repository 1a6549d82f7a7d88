"""People of an organisation in a shared PostgreSQL: their logins, their passwords, and who may change what of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from integration_console.domain.errors import DatabaseSignInRefused, LoginTaken
from integration_console.domain.ids import new_id
from integration_console.domain.members import DatabaseLogin, InvitedMember, Member, MemberDraft, PasswordState
from integration_console.domain.permissions import Role
from integration_console.gateways.opening import OpenWorkspace, open_workspace
from integration_console.operations import members
from integration_console.operations.context import Context
from integration_console.storage.audit import audit_entries
from integration_console.storage.shared.address import DatabaseAddress
from integration_console.storage.shared.isolation import SERVICE_LOGIN
from integration_console.storage.shared.store import open_shared
from tests.builders import opening, shared_address, shared_database
from tests.postgres import Server, server

VERIFIER = "SCRAM-SHA-256$4096:c2FsdA==$a2V5:c2VydmVy"


@pytest.fixture(scope="module")
def running() -> Server:
    return server()


def opened_as(folder: Path, login: str) -> Iterator[OpenWorkspace]:
    found = open_workspace(opening(folder, path=shared_address(folder, login)))
    yield found
    found.close()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[OpenWorkspace]:
    yield from opened_as(tmp_path, "amina")


@pytest.fixture
def context(workspace: OpenWorkspace) -> Context:
    return workspace.context


def own_login() -> str:
    return f"console_person_{new_id()[-12:]}"


def added(context: Context, login: str, role: Role = Role.OPERATOR) -> InvitedMember:
    return members.add_member(context, MemberDraft(login, login, role))


def role_in_database(running: Server, context: Context, invited: InvitedMember) -> str:
    """What a person is who signs in over the network with a one-time password."""
    address = DatabaseAddress("127.0.0.1", running.port, shared_database(), invited.member.login, context.store.name)
    store = open_shared(address, invited.password)
    store.close()
    return store.role


def test_a_new_member_signs_in_to_the_database_with_the_one_time_password(running: Server, context: Context) -> None:
    first = added(context, own_login(), Role.SUPPORT)
    assert (first.database_login, role_in_database(running, context, first)) == (DatabaseLogin.MADE, "support")
    again = members.reset_password(context, first.member.id)
    assert (again.database_login, role_in_database(running, context, again)) == (DatabaseLogin.RENEWED, "support")
    with pytest.raises(DatabaseSignInRefused):
        role_in_database(running, context, first)
    members.remove_member(context, first.member.id)
    back = added(context, first.member.login)
    assert (back.database_login, role_in_database(running, context, back)) == (DatabaseLogin.RENEWED, "operator")


def test_an_existing_login_is_let_in_and_keeps_its_password(running: Server, context: Context, tmp_path: Path) -> None:
    login = f"omar_{new_id()[-12:]}"
    invited = added(context, login, Role.AUDITOR)
    assert invited.database_login is DatabaseLogin.MISSING
    running.new_login(login)
    assert members.reset_password(context, invited.member.id).database_login is DatabaseLogin.LINKED
    (opened,) = opened_as(tmp_path, login)
    assert opened.store.role == "auditor"


def test_a_login_that_an_administrator_made_keeps_its_password(running: Server, context: Context) -> None:
    login = own_login()
    running.new_login(login)
    assert added(context, login).database_login in (DatabaseLogin.LINKED, DatabaseLogin.RENEWED)
    assert added(context, SERVICE_LOGIN).database_login is DatabaseLogin.MISSING


def test_nobody_gives_a_password_to_a_login_of_another_organisation(context: Context, tmp_path: Path) -> None:
    theirs = added(context, own_login()).member.login
    for elsewhere in opened_as(tmp_path / "another", "amina"):
        with pytest.raises(LoginTaken):
            added(elsewhere.context, theirs)


def test_the_service_gives_sign_ins_of_its_own_alone(context: Context, tmp_path: Path) -> None:
    (invited,) = [added(opened.context, own_login()) for opened in opened_as(tmp_path, SERVICE_LOGIN)]
    assert invited.database_login is DatabaseLogin.NONE
    found = next(each for each in members.members(context).members if each.id == invited.member.id)
    assert found.password is PasswordState.ONE_TIME


def test_the_audit_tells_each_change_of_a_member_once(context: Context) -> None:
    omar = added(context, f"omar_{new_id()[-12:]}").member
    members.reset_password(context, omar.id)
    members.change_member(context, MemberDraft("Omar B.", "", Role.ADMIN, omar.id))
    members.remove_member(context, omar.id)
    told = [draft.action for _, draft, _ in context.store.read(audit_entries) if draft.subject_id == omar.id]
    assert told == ["member.added", "member.password_reset", "member.changed", "member.removed"]


@pytest.mark.parametrize("attempt", ["give_password({id}, '$argon2id$x', 0)", "end_sign_ins({id}, 0, true)",
                                     "give_login({id}, '{verifier}')"])  # fmt: skip
def test_operators_and_strangers_change_nothing_of_a_member_and_admins_nothing_of_an_owner(
    running: Server, context: Context, tmp_path: Path, attempt: str
) -> None:
    owner, omar = (find(context, login) for login in ("amina", added(context, f"o_{new_id()[-12:]}").member.login))
    admin, operator = (added(context, own_login(), role).member for role in (Role.ADMIN, Role.OPERATOR))
    (stranger,) = opened_as(tmp_path / "another", "amina")
    tries = [
        (admin.login, context.store.tenant_id, owner),
        (operator.login, context.store.tenant_id, omar),
        ("amina", stranger.store.tenant_id, omar),
    ]
    for login, tenant, victim in tries:
        with running.connect(shared_database(), login) as attacker:
            attacker.execute("SELECT set_config('app.tenant_id', %s, false)", (tenant,))
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                attacker.execute(f"SELECT console.{attempt.format(id=repr(victim.id), verifier=VERIFIER)}".encode())
    with running.connect(shared_database(), admin.login) as rightful:
        rightful.execute("SELECT set_config('app.tenant_id', %s, false)", (context.store.tenant_id,))
        rightful.execute(f"SELECT console.{attempt.format(id=repr(omar.id), verifier=VERIFIER)}".encode())


def find(context: Context, login: str) -> Member:
    return next(each for each in members.members(context).members if each.login == login)


@pytest.mark.parametrize("attempt", ["give_password({id}, 'a password', 0)", "give_login({id}, 'a password')"])
def test_passwords_themselves_are_not_taken(running: Server, context: Context, attempt: str) -> None:
    omar = added(context, own_login()).member
    with running.connect(shared_database(), "amina") as owner:
        owner.execute("SELECT set_config('app.tenant_id', %s, false)", (context.store.tenant_id,))
        with pytest.raises(psycopg.errors.InvalidParameterValue):
            owner.execute(f"SELECT console.{attempt.format(id=repr(omar.id))}".encode())


def test_how_passwords_are_is_told_to_those_who_see_members(running: Server, context: Context) -> None:
    seen = {}
    for role in (Role.ADMIN, Role.AUDITOR, Role.OPERATOR, Role.SUPPORT):
        login = added(context, own_login(), role).member.login
        with running.connect(shared_database(), login) as person:
            person.execute("SELECT set_config('app.tenant_id', %s, false)", (context.store.tenant_id,))
            seen[role.value] = len(person.execute("SELECT * FROM console.password_states()").fetchall())
    assert seen == {"admin": 1, "auditor": 2, "operator": 0, "support": 0}
