"""The matrix: each role and each operation, allowed or refused. The table is written here, not taken from the code."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from integration_console import operations
from integration_console.domain.callers import Caller, CallerKind
from integration_console.domain.errors import PermissionDenied
from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogFilter
from integration_console.domain.permissions import ROLE_PERMISSIONS, ROLE_RIGHTS, Role
from integration_console.domain.syncs import RunRequest
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.operations import logs, sign_in, webhooks
from integration_console.operations.context import Context
from integration_console.operations.permission import NEEDED
from integration_console.storage.vault import Vault
from tests.builders import opened_workspace
from tests.fakes import MemoryPlace
from tests.role_matrix import EXPECTED, LETTERS

for _module in pkgutil.iter_modules(operations.__path__):
    import_module(f"{operations.__name__}.{_module.name}")

ONES = [(name, role) for name in sorted(EXPECTED) for role in Role]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """One workspace for the whole matrix: nothing that is called with these arguments changes it."""
    with opened_workspace(tmp_path_factory.mktemp("matrix")) as opened:
        yield opened.context


def is_allowed(context: Context, name: str) -> bool:
    """Whether an operation lets its caller through; what it makes of senseless arguments does not matter."""
    module, _, function = name.partition(".")
    operation = getattr(import_module(f"{operations.__name__}.{module}"), function)
    parameters = list(inspect.signature(operation).parameters.values())[1:]
    given: list[object] = [
        new_id() for each in parameters if each.kind is each.POSITIONAL_OR_KEYWORD and each.default is each.empty
    ]
    if name == "syncs.start_sync":
        given = [RunRequest(new_id())]  # its permission can be given for one connector
    named = {each.name: True for each in parameters if each.kind is each.KEYWORD_ONLY and each.default is each.empty}
    if name in ("holders.new_recovery_code", "holders.replace_key", "signing_keys.rotate_signing_key"):
        context = replace(context, vault=Vault(context.store, MemoryPlace()))  # locked: what is allowed changes nothing
    with suppress(Exception):
        try:
            operation(context, *given, **named)
        except PermissionDenied:
            return False
    return True


def as_role(context: Context, role: Role) -> Context:
    """The context of a member with this role, as the service makes it."""
    return sign_in.context_of(context, Caller(CallerKind.PERSON, new_id(), role.value, ROLE_RIGHTS[role]))


def test_the_matrix_names_every_operation() -> None:
    assert sorted(EXPECTED) == sorted(NEEDED)


@pytest.mark.parametrize(("name", "role"), ONES, ids=[f"{name} {role.value}" for name, role in ONES])
def test_each_role_may_do_what_the_matrix_says(shared: Context, name: str, role: Role) -> None:
    assert is_allowed(as_role(shared, role), name) == (LETTERS[role] in EXPECTED[name])


def test_the_roles_say_the_same_as_the_matrix() -> None:
    found = {
        name: "".join(LETTERS[role] if permission in ROLE_PERMISSIONS[role] else " " for role in Role)
        for name, permission in NEEDED.items()
    }
    assert found == EXPECTED


def test_payloads_and_headers_are_open_to_those_who_may_see_payloads(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        context = opened.context
        webhooks.save_webhook(context, WebhookDraft("Orders", Scheme.GITHUB))
        entry = logs.log_page(context, LogFilter(event_type="webhook.created"), None, 1).entries[0]
        closed = {role.value: logs.log_detail(as_role(context, role), entry.id).closed for role in Role}
    assert closed == {"owner": False, "admin": False, "operator": False, "support": True, "auditor": True}


def test_without_any_right_nothing_is_allowed(shared: Context) -> None:
    nobody = replace(shared, rights=replace(ROLE_RIGHTS[Role.SUPPORT], grants=frozenset()))
    assert [name for name in sorted(EXPECTED) if is_allowed(nobody, name)] == []
