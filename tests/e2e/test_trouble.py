"""Trouble outside: a full disk, a locked file, a damaged file, a jumping clock. Nothing acknowledged is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.payloads import recorded_deliveries
from integration_console.domain.logs import LogFilter
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.domain.workspace import HolderKind
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import Opening, open_workspace
from integration_console.operations.organisations import OneOrganisation
from integration_console.service.server import Listening, ReceiverServer
from tests.e2e.service_process import SECRET, ServiceProcess, client, service_in, signed_headers, wait_for
from tests.fakes import TurnableClock

_DISK_MEGABYTES = 48


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system that is soon full (a tmpfs; needs root)."""
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_DISK_MEGABYTES}m", "tmpfs", folder], check=True)
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def _post(service: ServiceProcess, path: str, identity: str, number: int = 0) -> int:
    delivery = recorded_deliveries()[number % 40]
    with client() as http:
        return http.post(
            service.base_url + path, content=delivery.body, headers=signed_headers(delivery, identity)
        ).status_code


@pytest.mark.torture
@pytest.mark.timeout(600)
def test_a_full_disk_is_answered_503_and_receiving_resumes_by_itself(
    small_disk: Path, rounds: Callable[[int, int], int]
) -> None:
    with service_in(small_disk) as service:
        path = service.add_webhook()
        service.start()
        assert _post(service, path, "before") == 202
        ballast = small_disk / "ballast"
        _fill(ballast)
        codes = {f"full-{n}": _post(service, path, f"full-{n}", n) for n in range(rounds(400, 3000))}
        refused = [identity for identity, code in codes.items() if code == 503]
        assert set(codes.values()) == {202, 503}
        assert service.process is not None
        assert service.process.poll() is None
        ballast.unlink()
        wait_for(lambda: _post(service, path, "after") == 202)
        assert service.stop() == 0
        kept = {key for (key,) in service.rows("SELECT event_key FROM webhook_events")}
        acknowledged = {identity for identity, code in codes.items() if code == 202} | {"before", "after"}
        assert acknowledged - kept == set()
        assert kept & set(refused) == set()
        assert service.rows("PRAGMA integrity_check") == [("ok",)]


def _fill(ballast: Path) -> None:
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            return


@pytest.mark.timeout(120)
def test_a_locked_file_is_answered_503_until_the_lock_is_gone(tmp_path: Path) -> None:
    with service_in(tmp_path) as service:
        path = service.add_webhook()
        service.start()
        with closing(sqlite3.connect(service.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            delivery = recorded_deliveries()[0]
            with client() as http:
                answer = http.post(
                    service.base_url + path, content=delivery.body, headers=signed_headers(delivery, "locked")
                )
            assert answer.status_code == 503
            assert answer.json()["code"] == "workspace.busy"
            assert int(answer.headers["retry-after"]) > 0
            other.execute("ROLLBACK")
        wait_for(lambda: _post(service, path, "locked") == 202)


def test_a_damaged_file_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    with service_in(tmp_path) as service:
        service.database.write_bytes(b"this is not a workspace at all" * 500)
        before = service.database.read_bytes()
        done = service.run("webhooks", "list")
        assert done.returncode == 1
        assert done.stderr.splitlines()[0] == f"The workspace file cannot be read: {service.database}."
        assert service.database.read_bytes() == before


@pytest.mark.timeout(120)
def test_clock_jumps_lose_nothing_and_keep_the_order_of_commits(tmp_path: Path) -> None:
    clock = TurnableClock(datetime.now(UTC))
    opened = open_workspace(Opening(tmp_path / "c.db", "test", "tester", clock, tmp_path, HolderKind.KEY_FILE))
    server = ReceiverServer(OneOrganisation(opened.context), Listening("127.0.0.1", 0, 1_000_000, 100), opened.token)
    gateway = InProcessGateway(opened.context, lambda: server.state)
    try:
        gateway.protect("tester")
        server.start()
        url = gateway.save_webhook(WebhookDraft("GitHub", Scheme.GITHUB, secret=SECRET)).url
        codes = [_post_to(url, "one")]
        for days, identity in ((40, "two"), (-80, "three"), (0, "one")):
            clock.turn(days=days)
            codes.append(_post_to(url, identity))
        entries, _ = gateway.log_tail(LogFilter(event_type="webhook.*", webhook_id=gateway.webhooks()[0].id), 0)
    finally:
        server.stop()
        opened.close()
    assert codes == [202, 202, 202, 202]
    assert [each.event_type for each in entries][1:] == ["webhook.received"] * 3 + ["webhook.duplicate"]


def _post_to(url: str, identity: str) -> int:
    delivery = recorded_deliveries()[0]
    with client() as http:
        return http.post(url, content=delivery.body, headers=signed_headers(delivery, identity)).status_code
