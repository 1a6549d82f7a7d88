"""Several workers on one PostgreSQL, killed and frozen at random: every job is done, every page stored once."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from integration_console.domain.clock import SystemClock
from integration_console.domain.connectors import ConnectorDraft
from integration_console.domain.schedules import Misfire, Overlap, ScheduleDraft, Timing
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunRequest
from integration_console.gateways.opening import open_workspace
from integration_console.operations import connectors, schedules, syncs
from integration_console.operations.context import Context
from tests.builders import opening
from tests.kills.counted_source import PAGES, PER_PAGE, CountedSource
from tests.postgres import Server, server

ROOT = Path(__file__).parents[2]
WORKERS = 3
TICK = 1


class Counts(ThreadingHTTPServer):
    """Counts what is asked for; answers after a moment, so that a kill finds requests under way."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.counted: Counter[str] = Counter()
        self.lock = threading.Lock()
        self.thread = threading.Thread(target=self.serve_forever, args=(0.05,))
        self.thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def end(self) -> None:
        self.shutdown()
        self.thread.join()
        self.server_close()


class _Answer(BaseHTTPRequestHandler):
    server: Counts
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        with self.server.lock:
            self.server.counted[self.path] += 1
        threading.Event().wait(0.01)
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@pytest.fixture
def counts() -> Iterator[Counts]:
    made = Counts()
    yield made
    made.end()


class Crew:
    """Workers in processes of their own; whoever dies is replaced."""

    def __init__(self, running: Server, database: str, folder: Path) -> None:
        self._words = [str(folder), str(running.socket), str(running.port), database]
        self.members = [self._new() for _ in range(WORKERS)]
        self.troubles = 0

    def kill(self, chance: random.Random) -> None:
        place = chance.randrange(WORKERS)
        self.members[place].kill()
        self.members[place].wait()
        assert self.members[place].returncode == -signal.SIGKILL
        self._left(self.members[place])
        self.members[place] = self._new()
        self.troubles += 1

    def freeze(self, chance: random.Random, seconds: float) -> None:
        """Stop a worker for longer than its leases last; then it wakes up and believes that it holds them."""
        chosen = chance.choice(self.members)
        chosen.send_signal(signal.SIGSTOP)
        threading.Event().wait(seconds)
        chosen.send_signal(signal.SIGCONT)
        self.troubles += 1

    def end(self) -> None:
        for each in self.members:
            each.kill()
            each.wait()
            self._left(each)

    def _new(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.kills.shared_worker_program", *self._words]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    def _left(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        process.stdout.close()


@pytest.mark.torture
@pytest.mark.timeout(3600)
def test_every_job_is_done_once_whoever_is_killed_or_frozen(
    tmp_path: Path, counts: Counts, seeded: random.Random, rounds: Callable[[int, int], int]
) -> None:
    running, jobs, blows = server(), rounds(30, 2000), rounds(3, 60)
    database = running.new_database()
    running.new_organisation(database, "Acme", "laila")
    opened = open_workspace(
        opening(
            tmp_path, SystemClock(), path=running.address(database, "laila"), own_types={"counted": CountedSource()}
        )
    )
    context = opened.context
    context.vault.create("tests", context.clock.now())
    ticking = _scheduled(context, counts, running, database)
    crew = Crew(running, database, tmp_path)
    try:
        names = [f"c{number}" for number in range(jobs)]
        for number, name in enumerate(names):
            made = connectors.save_connector(context, _draft(counts, name))
            syncs.start_sync(context, RunRequest(made.id, SyncMode.FULL))
            if number % (jobs // blows) == 0:
                crew.freeze(seeded, 2.5) if seeded.random() < 0.3 else crew.kill(seeded)
        _until(lambda: _unended(running, database) == 0)
        schedules.switch_schedule(context, ticking, active=False)
    finally:
        crew.end()
        opened.close()
    _require_once(running, database, jobs)
    calls = Counter({path: number for path, number in counts.counted.items() if path.startswith("/c")})
    assert set(calls) == {f"/{name}/{page}" for name in names for page in range(PAGES)}
    # A worker has at most four runs under way, each with one request that nobody knows the end of.
    assert sum(calls.values()) - len(calls) <= 4 * crew.troubles
    _require_each_tick(running, database)


def _draft(counts: Counts, name: str) -> ConnectorDraft:
    return ConnectorDraft("counted", name, {"address": counts.address, "name": name})


def _scheduled(context: Context, counts: Counts, running: Server, database: str) -> str:
    """A connector that is to be synced each second, whatever happens; a person could only ask for each minute."""
    made = connectors.save_connector(context, _draft(counts, "tick"))
    draft = ScheduleDraft(made.id, SyncMode.FULL, Timing.INTERVAL, 60, misfire=Misfire.ALL, overlap=Overlap.QUEUE)
    saved = schedules.save_schedule(context, draft).id
    running.run("UPDATE console.schedules SET seconds = 1, next_fire_at = starts_at + 1000000", database)
    return saved


def _unended(running: Server, database: str) -> int:
    query = (
        "SELECT count(*) FROM jobs JOIN integration_connectors AS used "
        "ON used.id = jobs.connector_id AND used.name <> 'tick' WHERE finished_at IS NULL"
    )
    return int(str(_one(running, database, query)))


def _require_once(running: Server, database: str, jobs: int) -> None:
    """Each run has stored each of its records once, and seen none of them a second time."""
    done = (
        "SELECT DISTINCT jobs.state, run.added, run.updated, run.deleted, run.unchanged, run.pages FROM jobs "
        "JOIN integration_connectors AS used ON used.id = jobs.connector_id AND used.name <> 'tick' "
        "JOIN sync_runs AS run ON run.id = jobs.id"
    )
    with running.connect(database) as connection:
        assert connection.execute(done.encode()).fetchall() == [("succeeded", PAGES * PER_PAGE, 0, 0, 0, PAGES)]
    changes = (
        "SELECT count(*) FROM record_changes JOIN integration_connectors AS used "
        "ON used.id = record_changes.connector_id AND used.name <> 'tick'"
    )
    assert _one(running, database, changes) == jobs * PAGES * PER_PAGE


def _require_each_tick(running: Server, database: str) -> None:
    """Each second has fired once, none is missing between the first and the last."""
    with running.connect(database) as connection:
        found = connection.execute(
            b"SELECT fire_at FROM jobs WHERE schedule_id IS NOT NULL ORDER BY fire_at"
        ).fetchall()
    moments = [int(str(row[0])) for row in found]
    assert len(moments) > 2
    step = timedelta(seconds=TICK) // timedelta(microseconds=1)
    assert moments == list(range(moments[0], moments[-1] + 1, step))


def _one(running: Server, database: str, query: str) -> object:
    with running.connect(database) as connection:
        (found,) = connection.execute(query.encode()).fetchone() or (None,)
    return found


def _until(condition: Callable[[], bool]) -> None:
    while not condition():
        threading.Event().wait(0.2)
