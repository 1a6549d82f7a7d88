"""Every route is held to the permission of its operation, for every role; what is public is on a short list."""

from __future__ import annotations

from typing import Any

import pytest

from integration_console.domain.callers import Caller, CallerKind
from integration_console.domain.permissions import PERMISSIONS, ROLE_PERMISSIONS, Role, rights_of
from integration_console.domain.sign_in import SignedIn
from integration_console.domain.webhooks import CreatedWebhook
from integration_console.operations.permission import NEEDED
from integration_console.service.api import application, callers
from integration_console.service.api.broker import Broker
from integration_console.service.api.callers import Service
from integration_console.service.api.routes import PERMISSION, PermittedRoute
from integration_console.service.api.schemas import secret_fields
from integration_console.service.guard import PUBLIC
from tests.service.api.conftest import House

GONE = "0192f000-0000-7000-8000-000000000000"
SECRETS_LEAVE_BY = {
    "sign_in", "refresh", "change_password", "add_webhook", "change_webhook", "rotate_webhook",
    "reveal_webhook_secret", "add_member", "reset_password", "protect", "create_api_key", "reroll_api_key",
    "new_recovery_code",
}  # fmt: skip
"""The routes whose answers may hold a secret in clear: that is what they are for."""


def _routes() -> list[PermittedRoute]:
    made: list[PermittedRoute] = []
    for subject in application._SUBJECTS:
        made += [each for each in subject.routes.router.routes if isinstance(each, PermittedRoute)]
    return made


ROUTES = {route.operation_id or route.name: route for route in _routes()}
PERMITTED = {name: each for name, each in ROUTES.items() if PERMISSION in (each.openapi_extra or {})}


def permission_of(route: PermittedRoute) -> str:
    found: str = (route.openapi_extra or {})[PERMISSION]
    return found


def asked(house: House, route: PermittedRoute, token: str) -> tuple[int, dict[str, Any]]:
    """What a route answers to a request without a body, about things that do not exist."""
    path = route.path
    for name in route.param_convertors:
        path = path.replace(f"{{{name}}}", GONE)
    method = next(iter(route.methods or ()))
    with house.client(token) as client, client.stream(method, path, headers={"accept": "text/event-stream"}) as answer:
        if not answer.is_error:
            return answer.status_code, {}
        answer.read()
        return answer.status_code, answer.json()


def test_every_route_has_a_permission_or_is_on_the_list(house: House) -> None:
    public = {each.path for name, each in ROUTES.items() if name not in PERMITTED}
    assert public | {"/api/v1/openapi.json", "/api/v1/reference"} == PUBLIC
    assert {permission_of(each) for each in PERMITTED.values()} <= set(PERMISSIONS)
    every = application.api_application(_service(house)).routes
    foreign = {each.path for each in every if not isinstance(each, PermittedRoute) and hasattr(each, "path")}
    assert foreign - {"/api/v1/openapi.json", "/api/v1/reference"} == set()


def _service(house: House) -> Service:
    context = house.opened.context
    return Service(context, "", lambda: house.server.state, Broker(context))


def test_every_operation_that_a_gateway_offers_has_its_route() -> None:
    served = {permission_of(each) for each in PERMITTED.values()}
    elsewhere = {"events.ingest"}
    assert set(NEEDED.values()) - elsewhere <= served


def test_the_document_says_what_each_route_needs(house: House) -> None:
    with house.client("") as client:
        document = client.get("/api/v1/openapi.json").json()
    told = {
        operation["operationId"]: operation.get(PERMISSION)
        for methods in document["paths"].values()
        for operation in methods.values()
    }
    assert told == {name: permission_of(each) if name in PERMITTED else None for name, each in ROUTES.items()}


def test_the_reference_names_every_route_and_loads_nothing(house: House) -> None:
    with house.client("") as client:
        page = client.get("/api/v1/reference")
    assert [name for name in ROUTES if f'<details id="{name}">' not in page.text] == []
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert [word for word in ("http://", "https://", "<script", "src=", "@import") if word in page.text] == []


@pytest.fixture
def stranger(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A caller who may do what the test says, with the credential `stranger`."""
    granted: list[str] = []

    def authenticate(context: object, credential: str, facts: object) -> Caller | None:
        if credential != "stranger":
            return None
        return Caller(CallerKind.API_KEY, "key", "A key", rights_of(granted))

    monkeypatch.setattr(callers, "AUTHENTICATORS", (authenticate, *callers.AUTHENTICATORS))
    return granted


@pytest.mark.parametrize("name", sorted(PERMITTED))
def test_a_route_s_permission_is_what_its_operation_needs(house: House, stranger: list[str], name: str) -> None:
    """With it alone the operation says anything but no; without it alone, no."""
    needed = permission_of(PERMITTED[name])
    stranger[:] = [needed]
    assert asked(house, PERMITTED[name], "stranger")[0] != 403
    stranger[:] = [each for each in PERMISSIONS if each != needed]
    status, problem = asked(house, PERMITTED[name], "stranger")
    assert (status, problem["code"], problem["params"]) == (403, "permission.denied", {"permission": needed})


@pytest.mark.parametrize("role", list(Role))
def test_each_role_reaches_what_it_may_and_nothing_else(house: House, role: Role) -> None:
    reached = {name for name, each in PERMITTED.items() if asked(house, each, house.tokens[role])[0] != 403}
    assert reached == {name for name, each in PERMITTED.items() if permission_of(each) in ROLE_PERMISSIONS[role]}


def test_secrets_leave_by_the_routes_meant_for_them_alone() -> None:
    showing = {
        name
        for name, route in ROUTES.items()
        if route.response_model is not None and list(secret_fields(getattr(route.response_model, "__origin__", None)))
    }
    assert showing == SECRETS_LEAVE_BY
    assert list(secret_fields(SignedIn)) == ["SignedIn.access_token", "SignedIn.refresh_token"]
    assert list(secret_fields(tuple[CreatedWebhook, ...])) == ["CreatedWebhook.secret"]
