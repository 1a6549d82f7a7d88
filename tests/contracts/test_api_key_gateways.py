"""What every gateway promises about API keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from integration_console.domain.api_key_policy import KeyPolicy
from integration_console.domain.api_keys import ApiKeyDraft, CreatedApiKey, KeyUsage
from integration_console.domain.errors import (
    ApiKeyBeyondRights,
    ApiKeyEnded,
    ApiKeyTooOld,
    ConsoleError,
    InvalidInput,
    NameTaken,
    NotFound,
    PermissionDenied,
    WorkspaceHeld,
)
from integration_console.domain.ids import new_id
from integration_console.domain.permissions import ROLE_RIGHTS, Grant, Role, rights_of
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.holder_client import HeldWorkspaceGateway
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import OpenWorkspace, look_at_workspace
from integration_console.gateways.protocols import Gateway
from tests.builders import opened_workspace, opening
from tests.served import served, through_holder

DRAFT = ApiKeyDraft("Website", (Grant("logs.read"),), ("10.0.0.0/8",), 60)
UNKNOWN = new_id()
HOUR = timedelta(hours=1)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenWorkspace]:
    with opened_workspace(tmp_path) as workspace:
        yield workspace


@pytest.fixture
def gateway(opened: OpenWorkspace) -> Gateway:
    """The door of a program that holds the workspace."""
    return InProcessGateway(opened.context, lambda: ReceiverState(running=False))


@pytest.fixture
def held(gateway: Gateway, tmp_path: Path) -> Iterator[Gateway]:
    """The door of a program that looks at the same workspace meanwhile."""
    looking = look_at_workspace(opening(tmp_path))
    yield HeldWorkspaceGateway(looking.context)
    looking.close()


@pytest.fixture(params=["in process", pytest.param("held", marks=pytest.mark.embedded)])
def reader(request: pytest.FixtureRequest, gateway: Gateway) -> Gateway:
    """Every gateway in turn."""
    found: Gateway = gateway if request.param == "in process" else request.getfixturevalue("held")
    return found


@pytest.fixture
def website(gateway: Gateway) -> CreatedApiKey:
    return gateway.create_api_key(DRAFT)


def test_keys_are_listed_as_they_were_made(website: CreatedApiKey, reader: Gateway) -> None:
    assert reader.api_keys() == (website.key,)
    assert reader.api_key_usage(website.key.id) == KeyUsage()
    assert reader.try_addresses(website.key.id, "192.0.2.1").total == 0


def test_a_key_is_changed_rerolled_and_revoked(gateway: Gateway, website: CreatedApiKey) -> None:
    changed = gateway.change_api_key(replace(DRAFT, name="Shop", addresses=(), id=website.key.id))
    assert (changed.name, changed.addresses, changed.public_id) == ("Shop", (), website.key.public_id)
    rerolled = gateway.reroll_api_key(website.key.id, HOUR)
    assert gateway.check_api_key(rerolled.text).key == gateway.check_api_key(website.text).key == rerolled.key
    revoked = gateway.revoke_api_key(website.key.id)
    assert gateway.api_keys() == (revoked,)
    assert gateway.check_api_key(rerolled.text).error_code == "api_key.revoked"
    for attempt in (lambda: gateway.change_api_key(replace(DRAFT, id=revoked.id)),
                    lambda: gateway.reroll_api_key(revoked.id, HOUR)):  # fmt: skip
        with pytest.raises(ApiKeyEnded):
            attempt()


def test_what_is_wrong_is_said_in_the_same_errors(gateway: Gateway, website: CreatedApiKey) -> None:
    with pytest.raises(NameTaken):
        gateway.create_api_key(DRAFT)
    with pytest.raises(InvalidInput):
        gateway.create_api_key(replace(DRAFT, name="", grants=()))
    with pytest.raises(InvalidInput):
        gateway.try_addresses(website.key.id, "home")
    with pytest.raises(InvalidInput):
        gateway.reroll_api_key(website.key.id, timedelta(days=31))
    with pytest.raises(NotFound):
        gateway.revoke_api_key(UNKNOWN)
    with pytest.raises(NotFound):
        gateway.api_key_usage(UNKNOWN)


@pytest.mark.embedded
def test_who_only_looks_changes_nothing(website: CreatedApiKey, held: Gateway) -> None:
    attempts = (
        lambda: held.create_api_key(DRAFT),
        lambda: held.change_api_key(replace(DRAFT, id=website.key.id)),
        lambda: held.reroll_api_key(website.key.id, HOUR),
        lambda: held.revoke_api_key(website.key.id),
        lambda: held.set_api_key_policy(KeyPolicy(90)),
    )
    refused: list[type[ConsoleError]] = []
    for attempt in attempts:
        with pytest.raises(ConsoleError) as error:
            attempt()
        refused.append(type(error.value))
    assert refused == [WorkspaceHeld] * 5


def test_each_may_do_what_their_rights_allow(opened: OpenWorkspace, website: CreatedApiKey) -> None:
    def door(rights: object) -> Gateway:
        context = replace(opened.context, rights=rights)  # type: ignore[arg-type]
        return InProcessGateway(context, lambda: ReceiverState(running=False))

    auditor = door(ROLE_RIGHTS[Role.AUDITOR])
    assert auditor.api_keys() == (website.key,)
    with pytest.raises(PermissionDenied):
        auditor.revoke_api_key(website.key.id)
    with pytest.raises(PermissionDenied):
        door(ROLE_RIGHTS[Role.SUPPORT]).api_keys()
    with pytest.raises(ApiKeyBeyondRights):
        door(rights_of(["api_keys.write"])).create_api_key(replace(DRAFT, name="More"))


@pytest.mark.parametrize("door", ["in process", pytest.param("holder", marks=pytest.mark.embedded), "service"])
def test_a_policy_is_set_and_held_to(
    opened: OpenWorkspace, gateway: Gateway, website: CreatedApiKey, tmp_path: Path, door: str
) -> None:
    with ExitStack() as stack:
        found: Gateway = gateway
        if door == "service":
            found = stack.enter_context(served(opened))
        elif door == "holder":
            found = stack.enter_context(through_holder(opened, tmp_path))
        assert found.api_key_policy() == KeyPolicy()
        assert found.set_api_key_policy(KeyPolicy(90)) == KeyPolicy(90)
        assert found.api_key_policy() == gateway.api_key_policy() == KeyPolicy(90)
        with pytest.raises(InvalidInput) as refused:
            found.create_api_key(replace(DRAFT, name="Shop"))
        assert "90" in refused.value.problems[0].sentence
        with pytest.raises(ApiKeyTooOld):
            found.reroll_api_key(website.key.id, HOUR)
        with pytest.raises(InvalidInput):
            found.set_api_key_policy(KeyPolicy(0))
        assert found.set_api_key_policy(KeyPolicy()) == KeyPolicy()
