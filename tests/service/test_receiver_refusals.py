"""What senders are answered whose requests are refused, and the log entry that each leaves."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice

import httpx
import pytest

from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogEntry
from integration_console.domain.webhooks import Scheme, Webhook, WebhookDraft
from integration_console.operations import webhooks
from integration_console.operations.context import Context
from integration_console.service.server import ReceiverServer
from tests.builders import STANDARD_SECRET, busy_writer, github_headers, standard_headers
from tests.fakes import TurnableClock
from tests.guards import ExpectedLog
from tests.service.conftest import BODY_CAP, QUEUE
from tests.service.senders import BODY, PATH, outcome, outcomes, post


def refused(answer: httpx.Response, context: Context, status: int, code: str) -> LogEntry:
    """The answer is the problem `code`, nothing was stored, and one entry tells why."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    problem = answer.json()
    assert (problem["code"], problem["status"], problem["type"]) == (
        code,
        status,
        f"urn:integration-console:error:{code}",
    )
    found = outcome(context, "webhook.rejected")
    assert (found.error_code, found.message.endswith(problem["title"])) == (code, True)
    assert context.store.read(lambda reading: reading.connection.exec_driver_sql(
        "SELECT count(*) FROM webhook_events").scalar()) == 0  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({}, b'{"ref":"mbin"}'),
        ({"x-hub-signature-256": "sha256=" + "0" * 64}, BODY),
        ({"x-hub-signature-256": "é"}, BODY),
    ],
    ids=["body", "signature", "nonsense"],
)
def test_a_wrong_signature_is_refused(
    client: httpx.Client, context: Context, repo: Webhook, headers: dict[str, str], body: bytes
) -> None:
    signed = [(name.encode(), value.encode()) for name, value in {**github_headers(BODY), **headers}.items()]
    answer = client.post(f"{PATH}/{repo.id}", content=body, headers=signed)
    assert refused(answer, context, 401, "webhook.signature_invalid").webhook_id == repo.id
    assert answer.headers["www-authenticate"] == "Signature"


def test_missing_headers_are_named(client: httpx.Client, context: Context, repo: Webhook) -> None:
    answer = client.post(f"{PATH}/{repo.id}", content=BODY)
    refused(answer, context, 401, "webhook.signature_missing")
    assert answer.json()["title"] == "The header X-Hub-Signature-256 is missing."


def test_a_signed_time_in_the_past_is_refused(client: httpx.Client, context: Context, clock: TurnableClock) -> None:
    saved, _ = webhooks.save_webhook(context, WebhookDraft("Orders", Scheme.STANDARD, secret=STANDARD_SECRET))
    headers = standard_headers(BODY, clock.now())
    clock.turn(seconds=301)
    answer = client.post(f"{PATH}/{saved.id}", content=BODY, headers=headers)
    refused(answer, context, 401, "webhook.timestamp_outside")


@pytest.mark.parametrize("webhook_id", [new_id(), "nonsense", "a/b", "%00", "x" * 5000])
def test_an_unknown_webhook_is_refused(client: httpx.Client, context: Context, webhook_id: str) -> None:
    assert refused(post(client, webhook_id), context, 404, "webhook.unknown").webhook_id == ""


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS"])
def test_only_posts_are_taken(client: httpx.Client, context: Context, repo: Webhook, method: str) -> None:
    answer = client.request(method, f"{PATH}/{repo.id}")
    refused(answer, context, 405, "webhook.method")
    assert answer.headers["allow"] == "POST"


def test_a_body_announced_over_the_cap_is_refused(client: httpx.Client, context: Context, repo: Webhook) -> None:
    answer = post(client, repo.id, b"x" * (BODY_CAP + 1))
    refused(answer, context, 413, "webhook.body_too_large")


def test_a_body_that_grows_over_the_cap_is_refused(client: httpx.Client, context: Context, repo: Webhook) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(BODY_CAP // 1000 + 1):
            yield b"x" * 1000

    answer = client.post(f"{PATH}/{repo.id}", content=parts(), headers=github_headers(b"x"))
    refused(answer, context, 413, "webhook.body_too_large")


def test_a_sender_that_hangs_up_stores_nothing(server: ReceiverServer, context: Context, repo: Webhook) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(f"POST {PATH}/{repo.id} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc".encode())
    assert outcome(context, "webhook.rejected").error_code == "webhook.abandoned"


def test_the_body_form_without_a_signature_is_refused(client: httpx.Client, context: Context, repo: Webhook) -> None:
    body = b'{"webhook_id":"%s","event":"x","data":{}}' % repo.id.encode()
    refused(client.post(PATH, content=body), context, 401, "webhook.signature_missing")


@pytest.mark.parametrize("body", [b"{broken", b"[]", b'{"event":"x"}', b""])
def test_a_broken_body_form_is_refused(client: httpx.Client, context: Context, body: bytes) -> None:
    refused(client.post(f"{PATH}/", content=body), context, 400, "webhook.body_not_json")


def test_a_body_form_for_nobody_is_refused(client: httpx.Client, context: Context) -> None:
    refused(client.post(PATH, content=b'{"webhook_id":"x"}'), context, 404, "webhook.unknown")


def test_a_full_queue_asks_to_come_back(client: httpx.Client, context: Context, repo: Webhook) -> None:
    post(client, repo.id)
    with ThreadPoolExecutor(QUEUE + 2) as senders:
        with busy_writer(context.store):
            answers = [senders.submit(post, client, repo.id) for _ in range(QUEUE + 2)]
            refusals = [each.result() for each in islice(as_completed(answers, timeout=10), 2)]
        statuses = sorted(each.result().status_code for each in answers)
    assert statuses == [202] * QUEUE + [503] * 2
    assert [(each.headers["retry-after"], each.json()["code"]) for each in refusals] == [
        ("1", "webhook.queue_full")
    ] * 2
    assert len(webhooks.last_events(context, repo.id, 9)) == QUEUE + 1
    context.flusher.close()  # type: ignore[attr-defined]
    kinds = Counter(each.event_type for each in outcomes(context))
    assert kinds == {"webhook.received": QUEUE + 1, "webhook.rejected": 2}


def test_a_fault_of_the_program_is_answered_with_a_reference(
    client: httpx.Client, context: Context, repo: Webhook, expected_log: ExpectedLog
) -> None:
    context.store.write(lambda writing: writing.connection.exec_driver_sql(
        "UPDATE integration_webhooks SET scheme = 'unheard of'"))  # fmt: skip
    expected_log("a request to the receiver failed")
    answer = post(client, repo.id)
    assert (answer.status_code, answer.json()["code"], len(answer.json()["params"]["reference"])) == (
        500,
        "console.unexpected",
        36,
    )
