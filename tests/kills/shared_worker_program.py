"""A worker for all organisations of a shared database in a process of its own, with leases of two seconds.

`shared_worker_program.py FOLDER SOCKET_FOLDER PORT DATABASE`; it says `ready` and works until it is killed.
"""

from __future__ import annotations

import sys
import threading
from datetime import timedelta
from pathlib import Path

from integration_console.domain.clock import SystemClock
from integration_console.gateways.organisations import open_organisations
from integration_console.operations import jobs, sync_work
from integration_console.service import worker
from integration_console.service.workers import Workers
from integration_console.storage.shared.address import DatabaseAddress
from integration_console.storage.shared.bell import Bell
from tests.builders import opening
from tests.kills.counted_source import CountedSource

LEASE = timedelta(seconds=2)


def main(folder: Path, sockets: str, port: int, database: str) -> None:
    """Work for ever."""
    for module in (sync_work, jobs):
        module.LEASE = LEASE  # type: ignore[attr-defined]
    worker._HOLD_SECONDS = 0.4
    worker._LONGEST_WAIT = 1.0
    address = DatabaseAddress("", port, database, "console_service", "", {"host": sockets})
    own_types = {"counted": CountedSource()}
    organisations = open_organisations(opening(folder, SystemClock(), path=address, own_types=own_types))
    workers = Workers(organisations)
    workers.start()
    Bell(address, "", workers.ring).start()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    threading.Event().wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4])
