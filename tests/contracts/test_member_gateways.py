"""What every gateway promises about members, the audit and rights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from integration_console.domain.audit import AuditFilter
from integration_console.domain.errors import ConsoleError, LoginTaken, NotFound, WorkspaceHeld
from integration_console.domain.ids import new_id
from integration_console.domain.members import Member, MemberDraft, PasswordState
from integration_console.domain.permissions import PERMISSIONS, ROLE_PERMISSIONS, ROLE_RIGHTS, Grant, Rights, Role
from integration_console.domain.work import UnattendedWork
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.holder_client import HeldWorkspaceGateway
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import OpenWorkspace, look_at_workspace
from integration_console.gateways.protocols import Gateway
from tests.builders import opened_workspace, opening
from tests.served import served, through_holder

UNKNOWN = new_id()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenWorkspace]:
    with opened_workspace(tmp_path) as workspace:
        yield workspace


@pytest.fixture
def holder(opened: OpenWorkspace) -> Gateway:
    """The door of a program that holds the workspace."""
    return InProcessGateway(opened.context, lambda: ReceiverState(running=False))


@pytest.fixture
def held(holder: Gateway, tmp_path: Path) -> Iterator[Gateway]:
    """The door of a program that looks at the same workspace meanwhile."""
    looking = look_at_workspace(opening(tmp_path))
    yield HeldWorkspaceGateway(looking.context)
    looking.close()


@pytest.fixture(params=["in process", pytest.param("through the holder", marks=pytest.mark.embedded), "service"])
def gateway(
    request: pytest.FixtureRequest, opened: OpenWorkspace, holder: Gateway, tmp_path: Path
) -> Iterator[Gateway]:
    """Every gateway that may change something, in turn."""
    if request.param == "in process":
        yield holder
    elif request.param == "through the holder":
        with through_holder(opened, tmp_path) as held:
            yield held
    else:
        with served(opened) as remote:
            yield remote


@pytest.fixture(
    params=[
        "in process",
        pytest.param("held", marks=pytest.mark.embedded),
        pytest.param("service", marks=pytest.mark.embedded),
    ]
)
def reader(request: pytest.FixtureRequest, opened: OpenWorkspace, holder: Gateway) -> Iterator[Gateway]:
    """Every gateway in turn."""
    if request.param == "service":
        with served(opened) as remote:
            yield remote
    else:
        yield holder if request.param == "in process" else request.getfixturevalue("held")


@pytest.fixture
def omar(holder: Gateway) -> Member:
    return holder.add_member(MemberDraft("Omar", "omar", Role.SUPPORT)).member


def test_members_are_listed_by_name(omar: Member, reader: Gateway) -> None:
    found = reader.members()
    assert [(each.name, each.role) for each in found.members] == [("amina", Role.OWNER), ("Omar", Role.SUPPORT)]
    assert found.acting.role is Role.OWNER
    assert found.acting.member_id == found.members[0].id
    assert found.members[1] == omar


def test_a_member_is_changed_given_a_password_and_removed(gateway: Gateway, omar: Member) -> None:
    changed = gateway.change_member(MemberDraft("Omar B.", "", Role.ADMIN, omar.id))
    assert (changed.name, changed.login, changed.role) == ("Omar B.", "omar", Role.ADMIN)
    invited = gateway.reset_password(omar.id)
    assert (invited.member.password, len(invited.password)) == (PasswordState.ONE_TIME, 23)
    gateway.remove_member(omar.id)
    assert [each.name for each in gateway.members().members] == ["amina"]


@pytest.mark.usefixtures("omar")
def test_what_is_refused_says_why(gateway: Gateway) -> None:
    with pytest.raises(LoginTaken):
        gateway.add_member(MemberDraft("Another", "omar", Role.SUPPORT))
    with pytest.raises(NotFound):
        gateway.remove_member(UNKNOWN)


@pytest.mark.embedded
def test_one_who_only_looks_changes_nobody(omar: Member, held: Gateway) -> None:
    refused: list[ConsoleError] = []
    for change in (
        lambda: held.add_member(MemberDraft("Huda", "huda", Role.ADMIN)),
        lambda: held.change_member(MemberDraft("Omar", "", Role.ADMIN, omar.id)),
        lambda: held.reset_password(omar.id),
        lambda: held.remove_member(omar.id),
    ):
        with pytest.raises(WorkspaceHeld) as error:
            change()
        refused.append(error.value)
    assert len(refused) == 4


@pytest.mark.usefixtures("omar")
def test_the_audit_is_read_and_verified(reader: Gateway) -> None:
    """A shared database tells of its keys, too, which the tests make beside the operations."""
    (newest,) = reader.audit_page(AuditFilter(), None, 1).entries
    page = reader.audit_page(AuditFilter(subject_kind="member"), None, 1)
    assert ([each.change.action for each in page.entries], page.next) == (["member.added"], newest.number)
    assert [each.number for each in reader.audit_page(AuditFilter(subject_kind="member"), page.next).entries] == [1]
    assert "member.added" in reader.audit_actions()
    report = reader.verify_audit(UnattendedWork())
    assert (report.holds, report.end.number) == (True, newest.number)
    assert reader.verify_audit(UnattendedWork(), report.end).holds


def test_a_gateway_tells_what_may_be_done(opened: OpenWorkspace, reader: Gateway) -> None:
    assert [each for each in PERMISSIONS if not reader.can(each)] == []
    for role, rights in ROLE_RIGHTS.items():
        context = replace(opened.context, rights=rights)
        gateway = InProcessGateway(context, lambda: ReceiverState(running=False))
        assert {each for each in PERMISSIONS if gateway.can(each)} == ROLE_PERMISSIONS[role]
    narrow = replace(opened.context, rights=Rights(frozenset({Grant("syncs.run", UNKNOWN)})))
    gateway = InProcessGateway(narrow, lambda: ReceiverState(running=False))
    assert (gateway.can("syncs.run"), gateway.can("syncs.run", UNKNOWN), gateway.can("syncs.run", new_id())) == (
        False,
        True,
        False,
    )
