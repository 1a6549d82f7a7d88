"""All recorded GitHub payloads go through the running service: stored byte for byte, visible in the log, once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from standardwebhooks.webhooks import Webhook as Oracle

from benchmarks.payloads import Delivery, recorded_deliveries
from integration_console.storage.bodies import unpacked
from tests.e2e.service_process import SECRET, ServiceProcess, client, service_in, signed_headers, wait_for


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ServiceProcess, str]]:
    with service_in(tmp_path_factory.mktemp("service")) as running:
        path = running.add_webhook()
        running.start()
        yield running, running.base_url + path


def _stored_bodies(service: ServiceProcess) -> dict[str, tuple[str, bytes]]:
    rows = service.rows(
        "SELECT e.event_key, e.event_type, b.codec, b.body FROM webhook_events e"
        " JOIN webhook_event_bodies b ON b.event_id = e.id"
    )
    return {key: (event_type, unpacked(codec, body)) for key, event_type, codec, body in rows}


def test_every_recorded_payload_is_stored_byte_for_byte_and_logged(service: tuple[ServiceProcess, str]) -> None:
    running, url = service
    deliveries = recorded_deliveries()
    assert len({each.event_type for each in deliveries}) == 58
    with client() as http:
        answers = [
            http.post(url, content=each.body, headers=signed_headers(each, f"all-{n}"))
            for n, each in enumerate(deliveries)
        ]
    assert [each.status_code for each in answers] == [202] * len(deliveries)
    stored = _stored_bodies(running)
    assert [stored[f"all-{n}"] for n in range(len(deliveries))] == [(each.event_type, each.body) for each in deliveries]
    ids = [each.json()["event_id"] for each in answers]
    logged = running.run_json_lines("logs", "search", "type:webhook.received", "--limit", "1000")
    topics = {entry["event_id"]: entry["topic"] for entry in logged}
    assert [topics[event_id] for event_id in ids] == [each.event_type for each in deliveries]


def test_one_flipped_bit_is_refused_logged_and_not_stored(service: tuple[ServiceProcess, str]) -> None:
    running, url = service
    good = recorded_deliveries()[0]
    flipped = Delivery(good.event_type, bytes([good.body[0] ^ 1]) + good.body[1:])
    signature = good.signature(SECRET)
    wrong = signature[:-1] + ("0" if signature[-1] != "0" else "1")
    before = running.rows("SELECT count(*) FROM webhook_events")
    with client() as http:
        answers = [
            http.post(url, content=flipped.body, headers={**signed_headers(good, "flip-1")}),
            http.post(url, content=good.body, headers={**signed_headers(good, "flip-2"), "X-Hub-Signature-256": wrong}),
        ]
    assert [each.status_code for each in answers] == [401, 401]
    assert running.rows("SELECT count(*) FROM webhook_events") == before
    wait_for(lambda: len(_refusals(running, "webhook.signature_invalid")) == 2)


def test_a_flipped_bit_of_the_signed_time_is_refused(tmp_path: Path) -> None:
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    with service_in(tmp_path) as running:
        (tmp_path / "whsec").write_text(secret)
        made = running.run_json(
            "webhooks", "add", "--name", "S", "--scheme", "standard", "--secret-file", str(tmp_path / "whsec")
        )
        running.start()
        url = running.base_url + "/" + made["url"].split("/", 3)[3]
        body, seconds = '{"type":"order.paid","data":{}}', int(time.time())
        signature = Oracle(secret).sign("msg_1", datetime.fromtimestamp(seconds, UTC), body)
        headers = {"webhook-id": "msg_1", "webhook-timestamp": str(seconds), "webhook-signature": signature}
        with client() as http:
            flipped = http.post(url, content=body, headers={**headers, "webhook-timestamp": str(seconds ^ 1)})
            true = http.post(url, content=body, headers=headers)
        assert (flipped.status_code, true.status_code) == (401, 202)
        assert running.rows("SELECT event_type, event_key FROM webhook_events") == [("order.paid", "msg_1")]


def test_the_same_delivery_twice_is_one_event_and_a_marked_duplicate(service: tuple[ServiceProcess, str]) -> None:
    running, url = service
    delivery = recorded_deliveries()[1]
    with client() as http:
        answers = [http.post(url, content=delivery.body, headers=signed_headers(delivery, "twice")) for _ in range(2)]
    assert [each.status_code for each in answers] == [202, 202]
    assert [each.json()["status"] for each in answers] == ["accepted", "duplicate"]
    assert answers[0].json()["event_id"] == answers[1].json()["event_id"]
    assert running.rows("SELECT count(*) FROM webhook_events WHERE event_key = 'twice'") == [(1,)]
    assert running.rows("SELECT count(*) FROM integration_logs WHERE event_type = 'webhook.duplicate'") == [(1,)]


def _refusals(service: ServiceProcess, code: str) -> list[tuple[object, ...]]:
    return service.rows(
        "SELECT id FROM integration_logs WHERE event_type = 'webhook.rejected' AND error_code = ?", code
    )
