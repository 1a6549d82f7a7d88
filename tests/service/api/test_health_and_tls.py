"""Whether the service can work, and speaking TLS."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from integration_console.domain.errors import InvalidInput, SignInFailed, TlsFailed
from integration_console.gateways.service_api.gateway import RemoteWorkspace
from integration_console.gateways.service_api.refresh_tokens import RememberedRefreshToken
from integration_console.operations.organisations import OneOrganisation
from integration_console.service.application import Exposure
from integration_console.service.server import Listening, ReceiverServer, Tls
from tests.served import serving
from tests.service.api.conftest import House

PAGE = "https://intranet.test"


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Tls:
    key, now = ec.generate_private_key(ec.SECP256R1()), dt.datetime.now(dt.UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("tls")
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
    (folder / "cert.pem").write_bytes(made.public_bytes(pem))
    return Tls(folder / "cert.pem", folder / "key.pem")


def test_a_service_says_whether_it_can_work(house: House) -> None:
    vault = house.opened.context.vault
    with house.client("") as client:
        assert client.get("/readyz").json() == {"status": "ready"}
        kept, vault._data_key = vault._data_key, None
        answer = client.get("/readyz")
        vault._data_key = kept
    assert (answer.status_code, answer.json()["code"]) == (503, "service.not_ready")
    assert answer.json()["params"]["reason"].startswith("The secrets of this workspace are locked")


def test_a_certificate_must_be_known(house: House, tls: Tls) -> None:
    tls.require_usable()
    server = ReceiverServer(OneOrganisation(house.opened.context), Listening("127.0.0.1", 0, 1000, 10, tls=tls), "")
    server.start()
    assert server.local_url.startswith("https://127.0.0.1:")
    strange = RemoteWorkspace(server.local_url, RememberedRefreshToken())
    with pytest.raises(TlsFailed):
        strange.sign_in("nobody", "wrong")
    strange.close()
    known = RemoteWorkspace(
        server.local_url, RememberedRefreshToken(), ssl.create_default_context(cafile=tls.certificate)
    )
    with pytest.raises(SignInFailed):
        known.sign_in("nobody", "wrong")
    known.close()
    server.stop()


def test_files_that_are_no_certificate_are_refused(tls: Tls, tmp_path: Path) -> None:
    for pair in (Tls(tls.key, tls.key), Tls(tmp_path / "none.pem", tls.key)):
        with pytest.raises(InvalidInput):
            pair.require_usable()


def test_a_page_of_an_allowed_origin_may_use_the_api(house: House) -> None:
    with serving(house.opened.context, exposure=Exposure(origins=(PAGE,))) as server:
        other = House(house.opened, house.clock, server)
        wish = {"origin": PAGE, "access-control-request-method": "PUT", "access-control-request-headers": "if-match"}
        with other.client("") as client:
            allowed = client.options("/api/v1/connectors/x", headers=wish)
            foreign = client.options("/api/v1/connectors/x", headers={**wish, "origin": "https://evil.test"})
        with other.client() as client:
            asked = client.get("/api/v1/connectors", headers={"origin": PAGE})
    assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (200, PAGE)
    assert (foreign.status_code, asked.headers["access-control-allow-origin"]) == (403, PAGE)
