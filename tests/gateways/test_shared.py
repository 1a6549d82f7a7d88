"""Programs that work on one shared database hear of each other; a password comes from the keyring or is asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import (
    AddressNotUnderstood,
    DatabaseSignInRefused,
    KeyNotHere,
    KeyringUnavailable,
    WorkspaceReadOnly,
)
from integration_console.domain.members import MemberDraft
from integration_console.domain.permissions import Role
from integration_console.domain.syncs import RunRequest
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import OpenWorkspace, open_workspace
from integration_console.gateways.places import DatabaseAddress, place_of, text_of
from integration_console.gateways.shared import Follower, SharedReceiver, keep_log_months
from integration_console.gateways.signing_in import open_signed_in, with_password
from integration_console.operations import connectors, jobs, members, syncs, webhooks
from integration_console.operations.journal import Happening, note
from integration_console.storage.shared.isolation import SERVICE_LOGIN
from integration_console.storage.shared.kept_passwords import keep_password, kept_password
from tests.builders import opening, shared_address, shared_database, source_draft
from tests.fake_source import FakeSource
from tests.postgres import server
from tests.storage.test_key_places import SafeKeyring

ADDRESS = DatabaseAddress("db.example", 5432, "console", "amina")


def opened(folder: Path, login: str = "amina") -> Iterator[OpenWorkspace]:
    found = open_workspace(opening(folder, path=shared_address(folder, login), own_types={"list": FakeSource()}))
    if not found.context.vault.created and login == "amina":
        found.context.vault.create("tests", found.context.clock.now())
    yield found
    found.close()


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[OpenWorkspace]:
    yield from opened(tmp_path)


@pytest.fixture
def service(mine: OpenWorkspace, tmp_path: Path) -> Iterator[OpenWorkspace]:
    """Another program on the same organisation."""
    assert mine.shared
    yield from opened(tmp_path, SERVICE_LOGIN)


class Hearing:
    """Collects what is announced, and waits for a subject."""

    def __init__(self) -> None:
        self.subjects: set[Subject] = set()
        self._heard = threading.Condition()

    def __call__(self, change: Change) -> None:
        with self._heard:
            self.subjects.add(change.subject)
            self._heard.notify_all()

    def hears(self, *subjects: Subject) -> bool:
        with self._heard:
            return self._heard.wait_for(lambda: set(subjects) <= self.subjects, 10)


def test_what_another_program_changes_is_heard(mine: OpenWorkspace, service: OpenWorkspace) -> None:
    heard = Hearing()
    service.context.announcements.listen(heard)
    follower = Follower(service.context, 0.01)
    follower.start()
    try:
        people = connectors.save_connector(mine.context, source_draft())
        webhooks.save_webhook(mine.context, WebhookDraft("Repo", Scheme.GITHUB))
        assert heard.hears(Subject.CONNECTORS, Subject.WEBHOOKS, Subject.LOGS)
        assert Subject.SYNCS not in heard.subjects
        run = syncs.start_sync(mine.context, RunRequest(people.id))
        assert jobs.take_one(mine.context, run.id) is not None
        assert heard.hears(Subject.SYNCS)
    finally:
        follower.stop()


def test_where_the_service_receives_is_read_from_its_log(mine: OpenWorkspace, service: OpenWorkspace) -> None:
    tell = SharedReceiver(mine.context)
    assert (tell().running, tell().base_url, tell().elsewhere) == (False, "", True)
    note(service.context, Happening("receiver.started", {"url": "https://hooks.example"}))
    service.context.flusher.close()  # type: ignore[attr-defined]
    assert (tell().running, tell().base_url) == (True, "https://hooks.example")


def test_the_service_alone_sees_to_the_months_of_the_log(mine: OpenWorkspace, service: OpenWorkspace) -> None:
    for each in (mine, service):
        keep_log_months(each.context)
    with server().connect(shared_database()) as connection:
        found = connection.execute("SELECT count(*) FROM pg_class WHERE relname ~ '^integration_logs_[0-9]{4}_'")
        assert int(str((found.fetchone() or (0,))[0])) >= 5


def test_the_lease_of_another_program_that_works_goes_on(mine: OpenWorkspace, service: OpenWorkspace) -> None:
    people = connectors.save_connector(mine.context, source_draft())
    run = syncs.start_sync(mine.context, RunRequest(people.id))
    lease = jobs.take_one(mine.context, run.id)
    assert lease is not None
    assert jobs.recover(service.context) == 0
    assert jobs.hold(mine.context, lease) is False


def test_a_person_acts_under_the_login_that_was_proved(mine: OpenWorkspace, service: OpenWorkspace) -> None:
    assert (mine.context.actor, service.context.actor, service.store.login) == ("amina", "amina", "")
    auditor = members.add_member(mine.context, MemberDraft("Huda", f"h_{mine.store.tenant_id[-12:]}", Role.AUDITOR))
    assert not auditor.database_login.takes_password


def test_a_person_s_program_does_what_this_person_asked_for(
    mine: OpenWorkspace, service: OpenWorkspace, tmp_path: Path
) -> None:
    """Another's wish is left to the service, and so is everything where no key opens the secrets."""
    people = connectors.save_connector(mine.context, source_draft())
    service.context.vault.unlock_silently()
    theirs = syncs.start_sync(replace(service.context, actor="huda"), RunRequest(people.id))
    assert jobs.take_due(mine.context, 4) == []
    syncs.cancel_sync(mine.context, theirs.id)
    own = syncs.start_sync(mine.context, RunRequest(people.id))
    mine.context.vault._data_key = None
    assert jobs.take_due(mine.context, 4) == []
    with pytest.raises(KeyNotHere) as closed:
        syncs.start_sync(mine.context, RunRequest(people.id))
    assert "tests" in closed.value.advice
    mine.context.vault.unlock_silently()
    assert [each.job_id for each in jobs.take_due(mine.context, 4)] == [own.id]


def test_a_workspace_that_is_locked_is_looked_at_and_not_changed(mine: OpenWorkspace) -> None:
    gateway = InProcessGateway(mine.context, SharedReceiver(mine.context))
    gateway.save_webhook(WebhookDraft("Repo", Scheme.GITHUB))
    gateway.lock(on=True)
    assert ([each.name for each in gateway.webhooks()], gateway.can("webhooks.write")) == (["Repo"], False)
    with pytest.raises(WorkspaceReadOnly):
        gateway.save_webhook(WebhookDraft("Other", Scheme.GITHUB))
    gateway.lock(on=False)
    gateway.save_webhook(WebhookDraft("Other", Scheme.GITHUB))


# ----------------------------------------------------------------------------------------------------------- addresses
@pytest.mark.parametrize(
    "text",
    [
        "postgresql://amina@db:5433/console?tenant=A+%26+B&sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem",
        "postgresql://amina@:5433/console?host=%2Frun%2Fpg",
        "postgresql://amina@[::1]:5433/console",
        "postgresql://amina%40acme@db/console",
    ],
)
def test_a_place_is_read_as_it_was_written(text: str) -> None:
    assert text_of(place_of(text)) == text


def test_a_file_is_a_place_and_an_unknown_scheme_is_none() -> None:
    assert (place_of("console.db"), text_of(Path("console.db"))) == (Path("console.db"), "console.db")
    with pytest.raises(AddressNotUnderstood):
        place_of("mysql://db/console")


def test_a_certificate_is_held_against_the_authorities_of_the_system() -> None:
    wanted = place_of("postgresql://db/console?sslmode=verify-full")
    assert isinstance(wanted, DatabaseAddress)
    assert wanted.url().query["sslrootcert"] == "system"


# ----------------------------------------------------------------------------------------------------------- passwords
@pytest.fixture
def safe_keyring() -> Iterator[SafeKeyring]:
    before, safe = keyring.get_keyring(), SafeKeyring()
    keyring.set_keyring(safe)
    yield safe
    keyring.set_keyring(before)


def refusing_all_but(right: str) -> object:
    def work(password: str) -> str:
        if password != right:
            raise DatabaseSignInRefused(database="console")
        return "in"

    return work


def tried(right: str, typed: str) -> str:
    return with_password(ADDRESS, refusing_all_but(right), lambda _: typed)  # type: ignore[arg-type]


def test_a_password_of_the_keyring_signs_in(safe_keyring: SafeKeyring) -> None:
    keep_password(ADDRESS, "kept")
    assert (kept_password(ADDRESS), tried("kept", "")) == ("kept", "in")
    assert list(safe_keyring.kept) == ["amina@db.example:5432/console"]
    keep_password(ADDRESS, "")
    assert (safe_keyring.kept, kept_password(ADDRESS)) == ({}, "")
    keep_password(ADDRESS, "")


def test_what_the_environment_says_counts_before_the_keyring(
    safe_keyring: SafeKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_password(ADDRESS, "kept")
    monkeypatch.setenv("PGPASSWORD", "said")
    with pytest.raises(DatabaseSignInRefused):
        tried("kept", "")
    assert safe_keyring.kept


def test_a_refused_password_is_asked_for_once(safe_keyring: SafeKeyring) -> None:
    assert tried("typed", "typed") == "in"
    with pytest.raises(DatabaseSignInRefused):
        tried("right", "wrong")
    safe_keyring.locked = True
    assert kept_password(ADDRESS) == ""
    with pytest.raises(KeyringUnavailable):
        keep_password(ADDRESS, "x")


def test_a_file_needs_no_password(tmp_path: Path) -> None:
    open_signed_in(opening(tmp_path), lambda _: "never asked").close()
