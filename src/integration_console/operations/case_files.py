"""Makes case files: a part of the log with the configuration, redacted and signed with the organisation's own key."""

from __future__ import annotations

import base64
import sqlite3
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from integration_console import __version__
from integration_console.domain.case_files import CaseSource, required_cap
from integration_console.domain.wire import to_wire
from integration_console.domain.workspace import fingerprint_of
from integration_console.operations.journal import Happening, announce, record
from integration_console.operations.logs import condition_of
from integration_console.operations.permission import needs
from integration_console.storage import connectors as connector_rows
from integration_console.storage import log_notes as note_rows
from integration_console.storage import log_payloads
from integration_console.storage import logs as rows
from integration_console.storage import schedules as schedule_rows
from integration_console.storage import secrets as secret_rows
from integration_console.storage import webhooks as webhook_rows
from integration_console.storage.case_files.writing import CaseContents, write_case
from integration_console.storage.migrate import NEWEST
from integration_console.storage.secrets import SealedSecret

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from integration_console.domain.case_files import CaseReport, CaseWish
    from integration_console.domain.log_conditions import Condition
    from integration_console.domain.logs import LogDetail, LogPlace
    from integration_console.domain.work import Work
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Reading, Writing

TABLE = "case_signing"
MOST_NOTES = 10_000
"""So many notes go along, the newest ones."""
_NAME = "ed25519"
_PAGE = 512
_EVERY_ENTRY = 1 << 53


@needs("workspace.write")
def make_case_file(context: Context, wish: CaseWish, target: Path, work: Work) -> CaseReport:
    """Write the entries that a filter finds, newest first up to a size, into one signed file.

    Raises `CaseFileNothing`, `InvalidInput`, `VaultLocked`, `WorkspaceHeld`, `FileUnwritable`, `DiskFull`, `Cancelled`.
    """
    required_cap(wish.cap)
    context.store.require_holding()
    key = _signing_key(context)
    condition = context.store.read(lambda reading: condition_of(context, reading, wish.wanted))
    total = context.store.read(lambda reading: rows.count(reading, condition, _EVERY_ENTRY))
    contents = CaseContents(
        _entries(context, condition), total, context.store.read(lambda r: _surroundings(context, r))
    )
    source = CaseSource(
        organisation_id=context.store.tenant_id,
        organisation=context.store.name,
        made_by=context.actor,
        made_at=context.clock.now(),
        program=__version__,
        schema=NEWEST,
    )
    report = write_case(target, contents, source, wish, key, work)
    made = {"count": str(report.manifest.entries), "fingerprint": report.manifest.fingerprint}
    happening = Happening("workspace.case_file_made", made)
    context.store.write(lambda writing: record(context, writing, happening, {}, made))
    announce(context)
    return report


@needs("workspace.write")
def case_signer(context: Context) -> str:
    """Return what people compare of the key that signs this organisation's case files; the first call makes it."""
    return fingerprint_of(_signing_key(context).public_key().public_bytes_raw())


def _entries(context: Context, condition: Condition) -> Iterator[LogDetail]:
    """Yield entries newest first, page by page: no transaction stays open, and memory holds one page."""
    after: LogPlace | None = None
    while True:
        with context.store.reading() as reading:
            page = rows.page(reading, condition, after, _PAGE)
            details = log_payloads.details(reading, page.entries)
        yield from details
        after = page.next
        if after is None:
            return


def _surroundings(context: Context, reading: Reading) -> dict[str, object]:
    """Return the configuration, which names secrets and never holds one, and how the workspace does."""
    trouble = context.store.trouble
    return {
        "connectors": to_wire(tuple(connector_rows.connectors(reading))),
        "webhooks": to_wire(tuple(webhook_rows.webhooks(reading))),
        "schedules": to_wire(tuple(schedule_rows.schedules(reading))),
        "notes": to_wire(note_rows.newest_notes(reading, MOST_NOTES)),
        "filters": to_wire(note_rows.saved_filters(reading)),
        "health": {
            "trouble": trouble.code if trouble else "",
            "shared": context.store.shared,
            "sqlite": sqlite3.sqlite_version,
            "public_url": bool(context.public_url),
        },
    }


def _signing_key(context: Context) -> Ed25519PrivateKey:
    """Return the organisation's key for case files; of several programs that make the first, all take that of one."""
    found = _opened(context)
    if found is not None:
        return found
    row_id = context.store.tenant_id
    text = base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode()
    key_id, sealed = context.vault.seal(text, TABLE, row_id, _NAME)
    secret = SealedSecret(TABLE, row_id, _NAME, key_id, sealed, context.clock.now())

    def keep(writing: Writing) -> None:
        if not secret_rows.secrets_of(writing, TABLE, row_id):
            secret_rows.keep_secret(writing, secret)

    context.store.write(keep)
    kept = _opened(context)
    assert kept is not None  # noqa: S101 - it was kept just now, or another program's was
    return kept


def _opened(context: Context) -> Ed25519PrivateKey | None:
    row_id = context.store.tenant_id
    sealed = context.store.read(lambda reading: secret_rows.secrets_of(reading, TABLE, row_id))
    if not sealed:
        return None
    text = context.vault.open(sealed[0].sealed, TABLE, row_id, _NAME)
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(text))
