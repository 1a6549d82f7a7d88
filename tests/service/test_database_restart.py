"""PostgreSQL falls over under load and comes back: what was acknowledged is there, and nobody has to do anything."""

from __future__ import annotations

import threading
from pathlib import Path

import httpx

from integration_console.domain.clock import SystemClock
from integration_console.domain.ids import new_id
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.gateways.opening import open_workspace
from integration_console.gateways.organisations import open_organisations
from integration_console.operations import webhooks
from integration_console.service.server import Listening, ReceiverServer
from integration_console.storage import events
from tests.builders import SECRET, opening
from tests.postgres import server
from tests.service.senders import post

SENDERS = 4


class Senders:
    """Send without a pause until they are told to stop; what was acknowledged and what was refused is kept."""

    def __init__(self, base_url: str, webhook_id: str) -> None:
        self.acknowledged: list[str] = []
        self.answers: set[int] = set()
        self.since_restart = threading.Semaphore(0)
        self._ending = threading.Event()
        self._threads = [threading.Thread(target=self._send, args=(base_url, webhook_id)) for _ in range(SENDERS)]
        for each in self._threads:
            each.start()

    def stop(self) -> None:
        self._ending.set()
        for each in self._threads:
            each.join()

    def _send(self, base_url: str, webhook_id: str) -> None:
        with httpx.Client(base_url=base_url, trust_env=False, timeout=30) as client:
            while not self._ending.is_set():
                answer = post(client, webhook_id, f'{{"id":"{new_id()}"}}'.encode(), {"X-GitHub-Delivery": new_id()})
                self.answers.add(answer.status_code)
                if answer.status_code == 202:
                    self.acknowledged.append(answer.json()["event_id"])
                    self.since_restart.release()


def test_nothing_acknowledged_is_lost_when_the_database_falls_over(tmp_path: Path) -> None:
    running = server()
    database = running.new_database()
    running.new_organisation(database, "Acme", "laila")
    with_keys = opening(tmp_path, SystemClock(), path=running.address(database, "laila"))
    owner = open_workspace(with_keys)
    owner.context.vault.create("tests", owner.context.clock.now())
    hook, _ = webhooks.save_webhook(owner.context, WebhookDraft("Repo", Scheme.GITHUB, secret=SECRET))
    service = open_organisations(opening(tmp_path, SystemClock(), path=running.address(database, "console_service")))
    receiver = ReceiverServer(service, Listening("127.0.0.1", 0, 1_000_000, 1000), "")
    receiver.start()
    senders = Senders(receiver.state.base_url, hook.id)
    try:
        for _ in range(100):
            assert senders.since_restart.acquire(timeout=30)
        running.control("-m", "immediate", "stop")
        threading.Event().wait(0.5)
        running.control("-l", str(running.socket / "log"), "start")
        while senders.since_restart.acquire(blocking=False):
            pass
        for _ in range(100):
            assert senders.since_restart.acquire(timeout=30), "it did not recover by itself"
    finally:
        senders.stop()
        receiver.stop()
        service.close()
    kept = owner.store.read(lambda reading: events.last_events(reading, hook.id, 100_000))
    owner.close()
    assert set(senders.acknowledged) <= {each.id for each in kept}
    assert senders.answers == {202, 503}
