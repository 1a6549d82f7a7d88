"""Nothing leaves to an address that is not public, however it is written and whatever a name server says."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpcore
import pytest

from integration_console.connectors.http import HttpClients
from integration_console.connectors.network import GuardedBackend, Network, Place, is_public
from integration_console.connectors.reachability import Reachability
from integration_console.domain.errors import AddressForbidden, ConnectionRefused, HostNotFound, RemoteError

V4, V6 = socket.AF_INET, socket.AF_INET6
PUBLIC, INSIDE = "93.184.215.14", "127.0.0.1"

FORMS = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "0.0.0.0",
    "localhost",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::]",
    "10.0.0.5",
    "172.16.3.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "example.com@127.0.0.1",
]
"""Ways to write an address that stands inside; the port is that of a server that would notice any byte."""


@contextmanager
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """A server on this machine that notes every connection it gets."""
    arrived: list[bytes] = []
    with socket.create_server((INSIDE, 0)) as listener:
        listener.settimeout(0.05)
        ended = threading.Event()

        def serve() -> None:
            while not ended.is_set():
                try:
                    connection, _ = listener.accept()
                except TimeoutError:
                    continue
                with connection:
                    arrived.append(connection.recv(65536))
                    connection.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield listener.getsockname()[1], arrived
        finally:
            ended.set()
            thread.join()


def asked(http: HttpClients, address: str, *, private_network: bool = False) -> int | RemoteError:
    """The status of an answer, or why there was none."""
    try:
        with http.client(address, 5, private_network=private_network) as client:
            return client.get(address).status
    except RemoteError as error:
        return error


@pytest.mark.parametrize("form", FORMS)
def test_an_address_inside_is_refused_in_every_form_and_no_byte_leaves(form: str) -> None:
    with listening() as (port, arrived):
        found = asked(HttpClients(), f"http://{form}:{port}/latest/meta-data")
    assert type(found) in (AddressForbidden, HostNotFound)  # some systems do not read every form
    assert arrived == []


def test_most_forms_are_read_by_this_system_and_refused_for_what_they_are() -> None:
    read = [form for form in FORMS if isinstance(asked(HttpClients(), f"http://{form}:9/"), AddressForbidden)]
    assert len(read) >= 12


def test_a_connector_may_be_allowed_its_private_network() -> None:
    with listening() as (port, arrived):
        assert asked(HttpClients(), f"http://127.0.0.1:{port}/", private_network=True) == 204
    assert len(arrived) == 1


def test_an_answer_with_one_hidden_address_among_public_ones_is_refused() -> None:
    mixed = HttpClients(resolver=lambda _host, port: [(V4, (PUBLIC, port)), (V4, (INSIDE, port))])
    with listening() as (port, arrived):
        found = asked(mixed, f"http://mixed.test:{port}/")
    assert isinstance(found, AddressForbidden)
    assert found.params["address"] == INSIDE
    assert arrived == []


def test_a_name_that_changes_its_mind_is_asked_once_for_each_connection() -> None:
    answers: list[str] = []

    def rebinding(_host: str, port: int) -> list[Place]:
        answers.append(PUBLIC if not answers else INSIDE)
        return [(V4, (answers[-1], port))]

    network = Network(rebinding)
    with listening() as (port, arrived):
        first = network.places("rebinding.test", port, private_network=False)
        assert [place[0] for _, place in first] == [PUBLIC]
        found = asked(HttpClients(resolver=rebinding), f"http://rebinding.test:{port}/")
    assert isinstance(found, AddressForbidden)
    assert (answers, arrived) == ([PUBLIC, INSIDE], [])


def test_what_was_looked_at_is_what_is_connected_to() -> None:
    looked: list[str] = []

    def once(host: str, port: int) -> list[Place]:
        looked.append(host)
        return [(V4, ("127.0.0.2", port)), (V4, (INSIDE, port))]

    with listening() as (port, arrived):
        found = asked(HttpClients(resolver=once), f"http://somewhere.test:{port}/", private_network=True)
    assert (found, looked) == (204, ["somewhere.test"])  # the first place refuses, the second answers
    assert b"Host: somewhere.test" in arrived[0]


def test_all_places_of_a_name_share_the_time_of_a_call() -> None:
    many = Network(lambda _host, port: [(V4, (INSIDE, port))] * 20)
    backend = GuardedBackend(many, private_network=True)
    with listening() as (port, arrived), pytest.raises(httpcore.ConnectTimeout):
        backend.connect_tcp("many.test", port, timeout=0.0)
    assert arrived == []


def test_a_check_gives_all_places_of_a_name_one_time_limit() -> None:
    many = HttpClients(resolver=lambda _host, port: [(V4, (INSIDE, port))] * 20)
    with listening() as (port, arrived):
        check = Reachability(f"http://many.test:{port}/", many, 0.0, private_network=True)
        with check:
            check.find_address()
            with pytest.raises(ConnectionRefused):
                check.connect()
    assert arrived == []


def test_no_place_that_answers_is_no_connection() -> None:
    nowhere = HttpClients(resolver=lambda _host, _port: [(V4, (INSIDE, 1))])
    found = asked(nowhere, "http://closed.test:1/", private_network=True)
    assert isinstance(found, ConnectionRefused)


def test_a_redirect_inwards_is_not_followed() -> None:
    with socket.create_server((INSIDE, 0)) as listener, listening() as (port, arrived):

        def redirect() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                there = f"Location: http://127.0.0.1:{port}/\r\nContent-Length: 0\r\n\r\n"
                connection.sendall(f"HTTP/1.1 302 Found\r\n{there}".encode())

        thread = threading.Thread(target=redirect)
        thread.start()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        assert asked(HttpClients(), address, private_network=True) == 302
        thread.join()
    assert arrived == []


def test_the_check_refuses_too_before_it_connects() -> None:
    with (
        listening() as (port, arrived),
        Reachability(f"http://127.0.0.1:{port}", HttpClients(), 5) as way,
        pytest.raises(AddressForbidden),
    ):
        way.find_address()
    assert arrived == []


def test_a_number_is_looked_at_even_where_a_proxy_would_resolve_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.test:3128")
    for form in ("10.0.0.5", "2130706434", "0x0a000005", "10.0.0.5.", "127.1."):
        assert isinstance(asked(HttpClients(), f"http://{form}/"), AddressForbidden)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        (PUBLIC, True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::5db8:d70e", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("2001:0:7f00:1::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("not an address", False),
    ],
)
def test_addresses_are_unwrapped_before_they_are_judged(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_no_socket_file_is_spoken_to() -> None:
    from integration_console.connectors.network import GuardedBackend  # noqa: PLC0415 - only here

    with pytest.raises(AddressForbidden):
        GuardedBackend(Network(), private_network=True).connect_unix_socket("/run/docker.sock")
