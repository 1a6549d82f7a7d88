"""One service receives for all organisations of a shared database, and each event becomes its own organisation's."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from integration_console.domain.api_keys import ApiKeyDraft
from integration_console.domain.callers import RequestFacts
from integration_console.domain.clock import SystemClock
from integration_console.domain.errors import AddressNotUnderstood, EventUnstorable, ServiceLoginNeeded
from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogFilter
from integration_console.domain.members import MemberDraft
from integration_console.domain.permissions import Grant, Role
from integration_console.domain.webhooks import Scheme, Webhook, WebhookDraft
from integration_console.gateways.opening import OpenWorkspace, open_workspace
from integration_console.gateways.organisations import OpenDatabase, open_organisations
from integration_console.operations import api_keys, logs, members, sign_in, webhooks
from integration_console.service.intake import Intake
from integration_console.service.server import Listening, ReceiverServer
from integration_console.storage import events
from integration_console.storage.events import EventDraft, Stored, store_events
from integration_console.storage.shared.store import open_shared
from integration_console.storage.transaction import Priority, Writing
from tests.builders import SECRET, event_draft, opening
from tests.postgres import Server, server
from tests.service.senders import post

NAMES = ("Acme", "Globex", "Initech")
POISON = """
CREATE FUNCTION console.poison() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN IF NEW.event_type = 'poison' THEN RAISE check_violation; END IF; RETURN NEW; END $$;
CREATE TRIGGER poison BEFORE INSERT ON console.webhook_events FOR EACH ROW EXECUTE FUNCTION console.poison()
"""


@dataclass(frozen=True)
class House:
    """A database with organisations, each with a webhook, and the service over all of them."""

    running: Server
    database: str
    folder: Path
    owners: dict[str, OpenWorkspace]
    hooks: dict[str, Webhook]
    service: OpenDatabase

    def owner_of(self, name: str) -> OpenWorkspace:
        """Open an organisation as its owner, its secrets unlocked by a key that the service has, too."""
        self.running.new_organisation(self.database, name, name.lower())
        return owner_of(self.running, self.database, self.folder, name)

    def ids(self, name: str) -> set[str]:
        """The newest events that an organisation has of its webhook, as its owner sees them."""
        found = self.owners[name].store.read(lambda reading: events.last_events(reading, self.hooks[name].id, 1000))
        return {each.id for each in found}


def owner_of(running: Server, database: str, folder: Path, name: str) -> OpenWorkspace:
    opened = open_workspace(opening(folder, SystemClock(), path=running.address(database, name.lower())))
    if not opened.context.vault.created:
        opened.context.vault.create("tests", opened.context.clock.now())
    return opened


def with_webhook(opened: OpenWorkspace) -> Webhook:
    return webhooks.save_webhook(opened.context, WebhookDraft(f"Repo {new_id()}", Scheme.GITHUB, secret=SECRET))[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("house")


@pytest.fixture(scope="module")
def database() -> str:
    found = server().new_database()
    for name in NAMES:
        server().new_organisation(found, name, name.lower())
    server().run(POISON, found)
    return found


@pytest.fixture
def house(database: str, folder: Path) -> Iterator[House]:
    owners = {name: owner_of(server(), database, folder, name) for name in NAMES}
    hooks = {name: with_webhook(opened) for name, opened in owners.items()}
    service = open_organisations(opening(folder, SystemClock(), path=server().address(database, "console_service")))
    yield House(server(), database, folder, owners, hooks, service)
    service.close()
    for opened in owners.values():
        opened.close()


@pytest.fixture
def client(house: House) -> Iterator[httpx.Client]:
    receiver = ReceiverServer(house.service, Listening("127.0.0.1", 0, 1_000_000, 1000), "")
    receiver.start()
    with httpx.Client(base_url=receiver.state.base_url, trust_env=False) as made:
        yield made
    receiver.stop()


def event_of(house: House, name: str, **changed: Any) -> EventDraft:
    tenant = house.owners[name].store.tenant_id
    return event_draft(webhook_id=house.hooks[name].id, tenant_id=tenant, **changed)


def test_one_poisoned_event_in_a_batch_of_three_organisations_is_refused_alone(house: House) -> None:
    drafts = [event_of(house, NAMES[number % 3]) for number in range(90)]
    poisoned = event_of(house, "Globex", event_type="poison")
    drafts.insert(40, poisoned)

    async def send() -> list[Stored | BaseException]:
        intake = Intake(house.service.writer, house.service.announcements, 1000)
        return await asyncio.gather(*(intake.store(each) for each in drafts), return_exceptions=True)

    outcomes = asyncio.run(send())
    assert [type(each) for each in outcomes] == [*[Stored] * 40, EventUnstorable, *[Stored] * 50]
    for name in NAMES:
        tenant = house.owners[name].store.tenant_id
        own = {each.id for each in drafts if each.tenant_id == tenant and each is not poisoned}
        assert own <= house.ids(name)
        others = {each.id for each in drafts if each.tenant_id != tenant}
        assert not others & house.ids(name)


def test_requests_are_answered_and_logged_in_their_own_organisation(house: House, client: httpx.Client) -> None:
    before = {name: house.ids(name) for name in NAMES}
    answers = {name: post(client, house.hooks[name].id, f'{{"of":"{name}"}}'.encode()) for name in NAMES}
    assert {answer.status_code for answer in answers.values()} == {202}
    for name, answer in answers.items():
        assert house.ids(name) - before[name] == {answer.json()["event_id"]}
    forged = post(client, house.hooks["Acme"].id, headers={"X-Hub-Signature-256": "sha256=00"})
    nobodys = post(client, new_id())
    assert (forged.status_code, nobodys.status_code) == (401, 404)
    rejected = LogFilter(event_type="webhook.rejected")
    house.service.close()  # what is queued for the log is written
    counts = {name: logs.log_count(house.owners[name].context, rejected, 100) for name in NAMES}
    assert counts == {"Acme": 1, "Globex": 0, "Initech": 0}


def test_an_organisation_that_comes_later_is_served(house: House, client: httpx.Client) -> None:
    late = house.owner_of("Hooli")
    hook = with_webhook(late)
    assert post(client, hook.id).status_code == 202
    late.close()


def test_what_an_admin_changes_elsewhere_counts_within_a_second(house: House, client: httpx.Client) -> None:
    body = b'{"a":1}'
    assert post(client, house.hooks["Initech"].id, body).json()["status"] == "accepted"
    webhooks.switch_webhook(house.owners["Initech"].context, house.hooks["Initech"].id, active=False)
    threading.Event().wait(1.1)
    assert post(client, house.hooks["Initech"].id, b'{"a":2}').json()["status"] == "held"


def test_the_api_of_each_organisation_is_found_by_what_a_request_brings(house: House, client: httpx.Client) -> None:
    contexts = {context.store.name: context for context in house.service.contexts()}
    keys = {
        name: api_keys.create_api_key(contexts[name], ApiKeyDraft("Shop", (Grant("webhooks.read"),))).text
        for name in ("Acme", "Globex")
    }
    for name, text in keys.items():
        seen = client.get("/api/v1/webhooks", headers={"authorization": f"Bearer {text}"}).json()
        assert {each["name"] for each in seen} == {each.name for each in webhooks.webhooks(contexts[name])}
    assert client.get("/livez").status_code == 200
    body = {"login": "nobody", "password": "nothing at all"}
    assert client.post("/api/v1/sign-in", json=body).json()["code"] == "service.organisation_needed"
    for name in ("Acme", contexts["Acme"].store.tenant_id):
        refused = client.post("/api/v1/sign-in", params={"organisation": name}, json=body)
        assert refused.json()["code"] == "sign_in.failed"
    for credential in ("nonsense", f"{keys['Acme'][:-1]}x"):
        answer = client.get("/api/v1/webhooks", headers={"authorization": f"Bearer {credential}"})
        assert answer.status_code == 401


def test_a_person_s_token_says_itself_where_it_counts(house: House, client: httpx.Client) -> None:
    contexts = {context.store.name: context for context in house.service.contexts()}
    invited = members.add_member(contexts["Globex"], MemberDraft("Huda", "huda", Role.SUPPORT))
    new = "a password of Huda's own"
    token = sign_in.change_password(contexts["Globex"], "huda", invited.password, new, RequestFacts()).access_token
    seen = client.get("/api/v1/workspace", headers={"authorization": f"Bearer {token}"}).json()
    assert seen["name"] == "Globex"
    signed_in = client.post(
        "/api/v1/sign-in", params={"organisation": "Globex"}, json={"login": "huda", "password": new}
    )
    assert signed_in.json()["member"]["name"] == "Huda"


def test_of_two_programs_that_store_the_same_event_one_finds_it_there(house: House) -> None:
    first, second = (event_of(house, "Acme", event_key="the same") for _ in range(2))
    acme = house.owners["Acme"].store
    written, go_on = threading.Event(), threading.Event()
    outcomes: list[Stored] = []

    def slowly(writing: Writing) -> list[Stored]:
        found = store_events(writing, [first])
        written.set()
        go_on.wait(10)
        return found

    slow = acme.writer.submit(Priority.EVENTS, slowly)
    written.wait(10)
    other = open_shared(house.running.address(house.database, "acme"))
    quick = other.writer.submit(Priority.EVENTS, lambda writing: store_events(writing, [second]))
    threading.Event().wait(0.2)
    go_on.set()
    outcomes = [*slow.result(), *quick.result()]
    other.close()
    assert outcomes == [Stored(first.id, duplicate=False), Stored(first.id, duplicate=True)]


def test_only_the_service_serves_all(house: House, tmp_path: Path) -> None:
    with pytest.raises(ServiceLoginNeeded):
        open_organisations(opening(tmp_path, path=house.running.address(house.database, "acme")))
    with pytest.raises(AddressNotUnderstood):
        open_organisations(opening(tmp_path))
