"""Builds case files out of entries that a test makes up, without any workspace."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from integration_console.domain.case_files import CaseReport, CaseSource, CaseWish
from integration_console.domain.logs import LogDetail, LogEntry, LogStatus
from integration_console.domain.work import UnattendedWork, Work
from integration_console.storage.case_files.writing import CaseContents, write_case
from tests.fakes import NOON

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
SOURCE = CaseSource("0197c0de-0000-7000-8000-00000000aaaa", "Acme", "amina", NOON, "0.1.0", "0010")
CONNECTOR = "0197c0de-0000-7000-8000-00000000cccc"
_WORDS = ("disk", "full", "محمد", "مُحَمَّد", "رسالة", "sent", "Café", "order", "١٢", "under_score", "x")
_TYPES = ("webhook.received", "sync.failed", "sync.done", "message.sent")


def case_entry(number: int = 0, **changed: Any) -> LogEntry:
    """An entry, the older the higher its number."""
    values = {
        "id": f"0197c0de-0000-7000-8000-{0xFFFFFF - number:012x}",
        "created_at": NOON - timedelta(seconds=number),
        "status": LogStatus.INFO,
        "event_type": "webhook.received",
        "message": f"entry {number}",
        "position": 0,
    }
    return LogEntry(**{**values, **changed})


def made_up(count: int, seed: int = 7) -> list[LogDetail]:
    """Details of all kinds, newest first."""
    rng = random.Random(seed)

    def words(most: int) -> str:
        return " ".join(rng.choice(_WORDS) for _ in range(rng.randrange(most)))

    def identifier(begin: str) -> str:
        return f"{begin}97c0de-0000-7000-8000-{rng.randrange(1 << 48):012x}"

    found = []
    for number in range(count):
        entry = case_entry(
            number,
            status=rng.choice(list(LogStatus)),
            event_type=rng.choice(_TYPES),
            message=words(6),
            topic=words(2),
            params={"count": str(number)} if number % 3 == 0 else {},
            connector_id=CONNECTOR if rng.random() < 0.3 else "",
            webhook_id=identifier("02") if rng.random() < 0.1 else "",
            event_id=identifier("03") if rng.random() < 0.3 else "",
            correlation_id=rng.choice(["", identifier("04")]),
            error_code=rng.choice(["", "", "slack.sign_in", "odoo.access_denied"]),
            duration_ms=rng.choice([None, 0.0, 12.5, rng.random() * 5000]),
        )
        headers = (("x-request", words(2)),) if rng.random() < 0.3 else ()
        body = f'{{"trace":"{rng.randrange(1 << 40):010x}","note":"{words(3)}"}}'.encode() if headers else b""
        found.append(LogDetail(entry, words(8), headers, "application/json" if headers else "", body))
    return found


def written_case(
    path: Path, details: Iterable[LogDetail], wish: CaseWish | None = None, work: Work | None = None, **changed: Any
) -> CaseReport:
    """A case file with these entries."""
    entries = list(details) if isinstance(details, Sequence) else details
    total = changed.pop("total", len(entries) if isinstance(entries, list) else 0)
    contents = CaseContents(entries, total, changed.pop("configuration", {"connectors": []}))
    return write_case(path, contents, SOURCE, wish or CaseWish(), changed.pop("key", KEY), work or UnattendedWork())
