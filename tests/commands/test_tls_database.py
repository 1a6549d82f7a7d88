"""The command line at a shared database that wants TLS: the address says whom to trust."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Service
from tests.postgres_tls import PASSWORD, TlsServer, tls_server


@pytest.fixture(scope="module")
def house() -> TlsServer:
    return tls_server()


@pytest.fixture(scope="module")
def database(house: TlsServer) -> str:
    """A database whose organisation `laila` owns."""
    name = house.server.new_database()
    house.server.new_organisation(name, "Beta", "laila")
    house.let_in("laila")
    return name


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", PASSWORD)


def test_a_command_works_over_a_verified_connection(house: TlsServer, database: str, service: Service) -> None:
    listed = service("--workspace", house.text(database, "laila"), "members", "list", "--json")
    assert [each["login"] for each in listed.json] == ["laila"]
    assert all("SSL enabled" in each for each in house.arrivals("laila"))
    assert house.arrivals("laila")


def test_what_is_refused_says_what_to_do(house: TlsServer, database: str, service: Service, tmp_path: Path) -> None:
    missing = tmp_path / "none.pem"
    unreadable = service("--workspace", house.text(database, "laila", sslrootcert=str(missing)), "members", "list")
    assert (unreadable.code, unreadable.err.splitlines()) == (
        2,
        [
            f"The file of the certificate authority cannot be used: {missing}.",
            "Name a readable file with certificates (PEM), or none to trust the authorities of this system.",
        ],
    )
    plain = service(
        "--workspace", house.text(database, "laila", sslmode="disable", sslrootcert=""), "members", "list", "--json"
    )
    assert (plain.code, plain.error["code"]) == (1, "database.encryption_needed")
