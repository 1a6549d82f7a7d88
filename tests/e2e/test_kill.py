"""`kill -9` under load: what was answered 2xx is there after the restart, once, with one "received" entry."""

from __future__ import annotations

import contextlib
import random
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from benchmarks.payloads import recorded_deliveries
from tests.e2e.service_process import ServiceProcess, client, service_in, signed_headers

SENDERS = 8


@pytest.mark.torture
@pytest.mark.timeout(900)
def test_nothing_acknowledged_is_lost_or_doubled_by_kill(
    tmp_path: Path, seeded: random.Random, rounds: Callable[[int, int], int]
) -> None:
    acknowledged: set[str] = set()
    with service_in(tmp_path) as service:
        path = service.add_webhook()
        for number in range(rounds(3, 10)):
            service.start()
            acknowledged |= _load_until_killed(service, path, number, seeded.uniform(0.3, 1.5))
        service.start()
        assert service.stop() == 0
        _assert_all_there(service, acknowledged)


def _load_until_killed(service: ServiceProcess, path: str, number: int, seconds: float) -> set[str]:
    acknowledged: set[str] = set()
    url = service.base_url + path
    senders = [
        threading.Thread(target=_send_until_dead, args=(url, f"{number}-{sender}", acknowledged))
        for sender in range(SENDERS)
    ]
    for sender in senders:
        sender.start()
    time.sleep(seconds)
    service.kill()
    for sender in senders:
        sender.join()
    return acknowledged


def _send_until_dead(url: str, name: str, acknowledged: set[str]) -> None:
    deliveries = recorded_deliveries()[:40]
    with client() as http, contextlib.suppress(httpx.TransportError):
        for number in range(100_000):
            delivery = deliveries[number % len(deliveries)]
            identity = f"{name}-{number}"
            if http.post(url, content=delivery.body, headers=signed_headers(delivery, identity)).is_success:
                acknowledged.add(identity)


def _assert_all_there(service: ServiceProcess, acknowledged: set[str]) -> None:
    assert len(acknowledged) > 50
    keys = [key for (key,) in service.rows("SELECT event_key FROM webhook_events")]
    assert len(keys) == len(set(keys))
    assert acknowledged - set(keys) == set()
    received = service.rows(
        "SELECT e.event_key, count(l.id) FROM webhook_events e LEFT JOIN integration_logs l"
        " ON l.event_id = e.id AND l.event_type = 'webhook.received' GROUP BY e.id"
    )
    assert [row for row in received if row[1] != 1] == []
    assert service.rows("SELECT count(*) FROM webhook_event_bodies") == [(len(keys),)]
    assert service.rows("PRAGMA integrity_check") == [("ok",)]
