"""A shared database over TLS: all that we open is encrypted and verified, and what is not is refused in words."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from integration_console.domain.errors import (
    ConsoleError,
    DatabaseAuthorityUnreadable,
    DatabaseCertificateRefused,
    DatabaseEncryptionNeeded,
    DatabaseNotEncrypted,
)
from integration_console.domain.work import UnattendedWork
from integration_console.gateways.copying import copy_between
from integration_console.gateways.doctor import Level, examine
from integration_console.gateways.migrating import migrate
from integration_console.gateways.opening import Opening, open_workspace
from integration_console.gateways.places import DatabaseAddress, Place, place_of
from integration_console.operations import connectors
from integration_console.storage.shared.bell import Bell
from tests.builders import connector_draft, opening, shared_database
from tests.fakes import NOON, FakeKind
from tests.postgres import server
from tests.postgres_tls import OURS, PASSWORD, Authority, TlsServer, tls_server


@pytest.fixture(scope="module")
def house() -> TlsServer:
    return tls_server()


@pytest.fixture(scope="module")
def database(house: TlsServer) -> str:
    """A database with the organisation `Acme`, whose owner is `amina`."""
    name = house.server.new_database()
    house.server.new_organisation(name, "Acme", "amina")
    for login in ("amina", "postgres", "console_service"):
        house.let_in(login)
    return name


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the member's machine has its key."""
    return tmp_path_factory.mktemp("desk")


def at(place: Place, folder: Path) -> Opening:
    return opening(folder, path=place, password=PASSWORD, own_types={"fake": FakeKind()})


def refusal(text: str, folder: Path) -> ConsoleError:
    with pytest.raises(ConsoleError) as refused:
        open_workspace(at(place_of(text), folder)).close()
    return refused.value


@pytest.mark.parametrize("host", OURS)
def test_a_member_works_over_a_verified_connection(house: TlsServer, database: str, desk: Path, host: str) -> None:
    opened = open_workspace(at(place_of(house.text(database, "amina", host)), desk))
    try:
        if not opened.context.vault.created:
            opened.context.vault.create("tests", NOON)
        connectors.save_connector(opened.context, connector_draft(name=host))
        assert host in [each.name for each in connectors.connectors(opened.context)]
        sessions = house.sessions(database)
    finally:
        opened.close()
    assert {(login, encrypted) for login, encrypted, _ in sessions} == {("amina", True)}
    assert {protocol for *_, protocol in sessions} <= {"TLSv1.2", "TLSv1.3"}


def test_the_bell_is_heard_over_a_verified_connection(house: TlsServer, database: str) -> None:
    address = place_of(house.text(database, "console_service"))
    assert isinstance(address, DatabaseAddress)
    heard = threading.Event()
    bell = Bell(address, PASSWORD, heard.set)
    bell.start()
    try:
        assert heard.wait(10)  # what rang before
        heard.clear()
        house.server.run("NOTIFY console_work", database)
        assert heard.wait(10)
        sessions = house.sessions(database)
    finally:
        bell.stop()
    assert [session[:2] for session in sessions] == [("console_service", True)]


def test_a_copy_and_a_migration_are_encrypted_from_end_to_end(house: TlsServer, database: str, tmp_path: Path) -> None:
    place, file = place_of(house.text(database, "postgres")), tmp_path / "copy.db"
    before = len(house.arrivals("postgres"))
    copy_between(place, file, None, lambda _: PASSWORD, UnattendedWork())
    other = place_of(house.text(house.server.new_database(), "postgres"))
    migrate(at(other, tmp_path), lambda _: PASSWORD, None)
    house.server.new_login("laila")
    report = copy_between(file, other, ("laila", NOON), lambda _: PASSWORD, UnattendedWork())
    assert report.organisation == "Acme"
    arrivals = house.arrivals("postgres")[before:]
    ours = [each for each in arrivals if "application_name=integration-console" in each]
    encrypted = [each for each in ours if "SSL enabled (protocol=TLSv1.3" in each]
    local = [each for each in ours if "SSL" not in each]  # the tests' own, over the socket
    assert len(encrypted) >= 3
    assert len(encrypted) + len(local) == len(ours)


def test_doctor_finds_the_connection_encrypted(house: TlsServer, database: str, tmp_path: Path) -> None:
    found = examine(at(place_of(house.text(database, "amina")), tmp_path), lambda _: PASSWORD)
    (encryption,) = [each for each in found if each.check == "encryption"]
    assert (encryption.level, encryption.sentence) == (Level.GOOD, "The connection is encrypted.")


# --------------------------------------------------------------------------------------------------------- refusals
def test_a_certificate_for_another_host_is_refused(house: TlsServer, database: str, tmp_path: Path) -> None:
    text = house.text(database, "amina")
    with house.showing(house.authority.issue("db.elsewhere.test")):
        refused = refusal(text, tmp_path)
    assert type(refused) is DatabaseCertificateRefused
    assert refused.title == f"The certificate of the database {database} is not trusted."
    assert "name of the host" in refused.advice


def test_a_certificate_of_an_unknown_authority_is_refused(house: TlsServer, database: str, tmp_path: Path) -> None:
    stranger = Authority("Somebody").write(tmp_path)
    by_file = refusal(house.text(database, "amina", sslrootcert=str(stranger)), tmp_path)
    by_system = refusal(house.text(database, "amina", sslrootcert=""), tmp_path)
    assert {type(by_file), type(by_system)} == {DatabaseCertificateRefused}
    assert "which authorities this machine trusts" in by_file.advice


def test_a_server_without_tls_is_refused(tmp_path: Path) -> None:
    place = f"postgresql://amina@127.0.0.1:{server().port}/{shared_database()}?sslmode=verify-full"
    refused = refusal(place, tmp_path)
    assert type(refused) is DatabaseNotEncrypted
    assert refused.title == f"The server of the database {shared_database()} offers no encryption that is safe enough."
    assert "TLS 1.2" in refused.advice


def test_what_is_older_than_tls_1_2_is_refused(house: TlsServer, database: str, tmp_path: Path) -> None:
    with house.speaking("TLSv1.1"):
        refused = refusal(house.text(database, "amina"), tmp_path)
    assert type(refused) is DatabaseNotEncrypted


def test_a_server_that_wants_encryption_says_so(house: TlsServer, database: str, tmp_path: Path) -> None:
    refused = refusal(house.text(database, "amina", sslmode="disable", sslrootcert=""), tmp_path)
    assert type(refused) is DatabaseEncryptionNeeded
    assert "sslmode=verify-full" in refused.advice


def test_an_authority_that_is_not_there_is_named(house: TlsServer, database: str, tmp_path: Path) -> None:
    missing = tmp_path / "none.pem"
    refused = refusal(house.text(database, "amina", sslrootcert=str(missing)), tmp_path)
    assert (type(refused), refused.params["path"]) == (DatabaseAuthorityUnreadable, str(missing))
    empty = tmp_path / "empty.pem"
    empty.write_text("no certificate")
    refused = refusal(house.text(database, "amina", sslrootcert=str(empty)), tmp_path)
    assert (type(refused), refused.params["path"]) == (DatabaseAuthorityUnreadable, str(empty))
