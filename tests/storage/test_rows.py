"""The rows of connectors, webhooks and the audit log."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from integration_console.domain.audit import FIRST_HASH, AuditDraft, chained_hash
from integration_console.domain.connectors import ConnectorStatus, Health
from integration_console.domain.errors import NameTaken, NotFound
from integration_console.domain.ids import new_id
from integration_console.domain.webhooks import Encoding, HashName, HmacRules, Scheme, WebhookStatus
from integration_console.storage import connectors, key_holders, secrets, tables, webhooks
from integration_console.storage.audit import append_audit, audit_entries
from integration_console.storage.secrets import SealedSecret
from integration_console.storage.store import EmbeddedStore
from tests.builders import connector, webhook
from tests.fakes import NOON

DAY = timedelta(days=1)
DATA_KEY = new_id()
RULES = HmacRules(HashName.SHA1, "X-Sig", Encoding.BASE64, "v1=", "header:X-Id", "body:type", "X-Time", 60)


def test_a_connector_comes_back_as_it_was_stored(store: EmbeddedStore) -> None:
    about = connector(config={"channel": "#قناة"}, health=Health.FAILING, health_code="x", health_params={"a": "b"},
                      checked_at=NOON)  # fmt: skip
    store.write(lambda writing: connectors.add_connector(writing, about))
    assert store.read(lambda reading: connectors.connector(reading, about.id)) == about


def test_a_changed_connector_keeps_its_id(store: EmbeddedStore) -> None:
    about = connector()
    changed = replace(about, name="New", status=ConnectorStatus.INACTIVE, updated_at=NOON + DAY)
    store.write(lambda writing: connectors.add_connector(writing, about))
    store.write(lambda writing: connectors.change_connector(writing, changed))
    assert store.read(connectors.connectors) == (changed,)


def test_connectors_are_listed_by_name_whatever_its_case(store: EmbeddedStore) -> None:
    for name in ("b", "C", "A"):
        store.write(lambda writing, name=name: connectors.add_connector(writing, connector(name=name)))  # type: ignore[misc]
    assert [each.name for each in store.read(connectors.connectors)] == ["A", "b", "C"]


def test_two_connectors_cannot_share_a_name(store: EmbeddedStore) -> None:
    first, second = connector(name="A"), connector(name="B")
    for each in (first, second):
        store.write(lambda writing, each=each: connectors.add_connector(writing, each))  # type: ignore[misc]
    with pytest.raises(NameTaken):
        store.write(lambda writing: connectors.add_connector(writing, connector(name="A")))
    with pytest.raises(NameTaken):
        store.write(lambda writing: connectors.change_connector(writing, replace(second, name="A")))


def test_a_removed_connector_is_not_found(store: EmbeddedStore) -> None:
    about = connector()
    store.write(lambda writing: connectors.add_connector(writing, about))
    store.write(lambda writing: connectors.remove_connector(writing, about.id))
    with pytest.raises(NotFound):
        store.read(lambda reading: connectors.connector(reading, about.id))


def test_a_webhook_comes_back_as_it_was_stored(store: EmbeddedStore) -> None:
    about = webhook(scheme=Scheme.HMAC, rules=RULES, event_filter=("a*", "ب"), status=WebhookStatus.PAUSED)
    store.write(lambda writing: webhooks.add_webhook(writing, about))
    assert store.read(lambda reading: webhooks.webhook(reading, about.id)) == about


def test_two_webhooks_cannot_share_a_name(store: EmbeddedStore) -> None:
    about, other = webhook(name="A"), webhook(name="B")
    for each in (about, other):
        store.write(lambda writing, each=each: webhooks.add_webhook(writing, each))  # type: ignore[misc]
    with pytest.raises(NameTaken):
        store.write(lambda writing: webhooks.add_webhook(writing, webhook(name="A")))
    with pytest.raises(NameTaken):
        store.write(lambda writing: webhooks.change_webhook(writing, replace(other, name="A")))


def test_the_directory_remembers_that_a_webhook_existed(store: EmbeddedStore) -> None:
    about = webhook()
    listed = select(tables.directory)
    store.write(lambda writing: webhooks.add_webhook(writing, about))
    assert tuple(store.read(lambda reading: reading.connection.execute(listed).one())) == (
        about.id,
        "webhook",
        store.tenant_id,
    )
    store.write(lambda writing: webhooks.remove_webhook(writing, about.id))
    assert store.read(lambda reading: reading.connection.execute(listed).one()).kind == "removed webhook"
    assert store.read(lambda reading: webhooks.was_removed(reading, about.id))
    assert not store.read(lambda reading: webhooks.was_removed(reading, new_id()))
    with pytest.raises(NotFound):
        store.read(lambda reading: webhooks.webhook(reading, about.id))


@pytest.fixture
def data_key(store: EmbeddedStore) -> str:
    """The data key that counts: nothing sealed with another one is stored."""
    store.write(lambda writing: key_holders.add_data_key(writing, DATA_KEY, NOON))
    return DATA_KEY


def sealed(row_id: str, text: bytes, at: int = 0) -> SealedSecret:
    return SealedSecret(webhooks.TABLE, row_id, webhooks.SECRET, DATA_KEY, text, NOON + at * DAY)


def kept(store: EmbeddedStore, row_id: str) -> list[tuple[bytes, object]]:
    found = store.read(lambda reading: secrets.secrets_of(reading, webhooks.TABLE, row_id))
    return [(each.sealed, each.expires_at) for each in found]


@pytest.mark.usefixtures("data_key")
def test_a_kept_secret_takes_the_place_of_the_current_one(store: EmbeddedStore) -> None:
    about = new_id()
    for text in (b"1", b"2"):
        store.write(lambda writing, text=text: secrets.keep_secret(writing, sealed(about, text)))  # type: ignore[misc]
    assert kept(store, about) == [(b"2", None)]


@pytest.mark.usefixtures("data_key")
def test_a_rotated_secret_counts_until_its_end_and_older_ones_no_more(store: EmbeddedStore) -> None:
    about = webhook()
    store.write(lambda writing: webhooks.add_webhook(writing, about))
    store.write(lambda writing: secrets.keep_secret(writing, sealed(about.id, b"1")))
    for number in (2, 3):
        new = sealed(about.id, b"%d" % number, number)
        store.write(lambda writing, new=new: secrets.rotate_secret(writing, new, new.created_at + DAY))  # type: ignore[misc]
    assert kept(store, about.id) == [(b"3", None), (b"2", NOON + 4 * DAY)]
    found = store.read(lambda reading: webhooks.webhook(reading, about.id))
    assert (found.secret_rotated_at, found.previous_secret_until) == (NOON + 3 * DAY, NOON + 4 * DAY)


@pytest.mark.usefixtures("data_key")
def test_forgotten_secrets_are_gone_and_others_stay(store: EmbeddedStore) -> None:
    first, second = new_id(), new_id()
    for each in (first, second):
        store.write(lambda writing, each=each: secrets.keep_secret(writing, sealed(each, b"1")))  # type: ignore[misc]
    store.write(lambda writing: secrets.forget_secrets(writing, webhooks.TABLE, first))
    assert (kept(store, first), kept(store, second)) == ([], [(b"1", None)])
    assert store.read(lambda reading: secrets.secret_names(reading, webhooks.TABLE, second)) == {webhooks.SECRET}


def test_audit_entries_form_an_unbroken_chain(store: EmbeddedStore) -> None:
    drafts = [AuditDraft(new_id(), NOON, "amina", "x.changed", "x", "1", {"a": 1}, {"a": "ب"}) for _ in range(3)]
    for each in drafts:
        store.write(lambda writing, each=each: append_audit(writing, each))  # type: ignore[misc]
    previous = FIRST_HASH
    for expected, (number, draft, written) in enumerate(store.read(audit_entries), 1):
        assert (number, draft, written) == (expected, drafts[expected - 1], chained_hash(previous, number, draft))
        previous = written
