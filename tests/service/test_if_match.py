"""If-Match holds against everybody: what another program has changed meanwhile is not overwritten."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import httpx
import pytest
from starlette.requests import Request

from integration_console.domain.api_keys import ApiKeyDraft
from integration_console.domain.clock import SystemClock
from integration_console.domain.errors import ChangedMeanwhile
from integration_console.domain.permissions import Grant
from integration_console.domain.webhooks import Scheme, Webhook, WebhookDraft
from integration_console.gateways.opening import open_workspace
from integration_console.gateways.organisations import open_organisations
from integration_console.operations import api_keys, connectors, webhooks
from integration_console.operations.context import Context
from integration_console.service.api.changing import etag, on_condition
from integration_console.service.server import Listening, ReceiverServer
from tests.builders import SECRET, connector_draft, opening
from tests.postgres import server

ROUNDS = 12
Two = tuple[Context, Context]


def naming(tag: str) -> Request:
    return Request({"type": "http", "headers": [(b"if-match", tag.encode())]})


@pytest.fixture(params=["file", "database"])
def two(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Two]:
    """A workspace as two have it open who both change it: window and service of a file, two programs of a database."""
    with ExitStack() as stack:

        def opened(place: object) -> Context:
            wanted = opening(tmp_path, SystemClock(), **({"path": place} if place else {}))
            return stack.enter_context(closing(open_workspace(wanted))).context

        if request.param == "file":
            first = second = opened(None)
        else:
            database = server().new_database()
            server().new_organisation(database, "Acme", "laila")
            first, second = (opened(server().address(database, "laila")) for _ in range(2))
        first.vault.create("tests", first.clock.now())
        yield first, second


def webhook_of(context: Context, made: Webhook) -> Callable[[Context], Webhook]:
    return lambda seen: webhooks.webhook(seen, made.id)


def test_a_change_after_the_look_is_noticed_in_the_transaction_itself(two: Two) -> None:
    mine, other = two
    made, _ = webhooks.save_webhook(mine, WebhookDraft("Repo", Scheme.GITHUB, secret=SECRET))
    present = webhook_of(mine, made)
    request = naming(etag(present(mine)))
    changing = on_condition(request, mine, present)  # the look is over, all is as it was
    webhooks.switch_webhook(other, made.id, active=False)
    entries = mine.store.writer.position
    for change in (
        lambda: webhooks.save_webhook(changing, WebhookDraft("Mine", Scheme.GITHUB, id=made.id)),
        lambda: webhooks.remove_webhook(changing, made.id),
    ):
        with pytest.raises(ChangedMeanwhile):
            change()
    assert (present(other).name, mine.store.writer.position) == ("Repo", entries)
    with pytest.raises(ChangedMeanwhile):  # and at once for whoever comes later
        on_condition(request, mine, present)


def test_what_nobody_has_changed_is_changed_to_its_end(two: Two) -> None:
    """Also where an operation changes in several transactions: the second is not held against what the first left."""
    mine, other = two
    made = connectors.save_connector(mine, connector_draft(name="Ops"))

    def present(seen: Context) -> object:
        return connectors.connector(seen, made.id)

    connectors.remove_connector(on_condition(naming(etag(present(other))), mine, present), made.id)
    assert connectors.connectors(other) == ()


def test_of_two_services_exactly_one_makes_each_change(tmp_path: Path) -> None:
    database = server().new_database()
    server().new_organisation(database, "Acme", "laila")
    with ExitStack() as stack:
        owner = stack.enter_context(
            closing(open_workspace(opening(tmp_path, SystemClock(), path=server().address(database, "laila"))))
        ).context
        owner.vault.create("tests", owner.clock.now())
        made, _ = webhooks.save_webhook(owner, WebhookDraft("Repo", Scheme.GITHUB, secret=SECRET))
        key = api_keys.create_api_key(owner, ApiKeyDraft("Robot", (Grant("webhooks.write"), Grant("webhooks.read"))))
        clients = [stack.enter_context(client_of(tmp_path, database, key.text, stack)) for _ in range(2)]
        path, outcomes = f"/api/v1/webhooks/{made.id}", []
        for number in range(ROUNDS):
            seen = clients[number % 2].get(path)
            outcomes.append(raced(clients, f"{path}/active", seen.headers["etag"], active=number % 2 == 1))
    assert outcomes == [[200, 412]] * ROUNDS


def client_of(folder: Path, database: str, key: str, stack: ExitStack) -> httpx.Client:
    address = server().address(database, "console_service")
    service = stack.enter_context(closing(open_organisations(opening(folder, SystemClock(), path=address))))
    receiver = ReceiverServer(service, Listening("127.0.0.1", 0, 1_000_000, 1000), "")
    receiver.start()
    stack.callback(receiver.stop)
    headers = {"authorization": f"Bearer {key}"}
    return httpx.Client(base_url=receiver.state.base_url, headers=headers, trust_env=False, timeout=30)


def raced(clients: list[httpx.Client], path: str, tag: str, *, active: bool) -> list[int]:
    """The answers when all ask for one change of what all have seen at the same moment."""
    line, found = threading.Barrier(len(clients)), list[int]()

    def change(client: httpx.Client) -> None:
        line.wait()
        found.append(client.put(path, json={"active": active}, headers={"if-match": tag}).status_code)

    threads = [threading.Thread(target=change, args=(each,)) for each in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found)
