"""The audit is read page by page, and every kind of change to it is found at its number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from integration_console.domain.audit import (
    FIRST_HASH,
    AuditDraft,
    AuditFilter,
    BreakKind,
    ChainEnd,
    chained_hash,
)
from integration_console.domain.clock import microseconds
from integration_console.domain.ids import new_id
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.domain.work import Cancelled, Progress, UnattendedWork
from integration_console.operations import audit, webhooks
from integration_console.operations.context import Context
from integration_console.storage.audit import append_audit, audit_entries
from integration_console.storage.transaction import Writing
from tests.fakes import NOON, ImpatientWork, TurnableClock

pytestmark = pytest.mark.embedded  # a shared database writes the chain itself, and lets nobody else
COUNT = 6
Tampering = Callable[[Writing], object]


def append(context: Context, draft: AuditDraft) -> None:
    context.store.write(lambda writing: append_audit(writing, draft))


@pytest.fixture
def chain(context: Context) -> Context:
    """A workspace whose audit has six entries."""
    for number in range(COUNT):
        append(
            context, AuditDraft(new_id(), NOON, "amina", "webhook.changed", "webhook", "", {}, {"name": f"w{number}"})
        )
    return context


def verified(context: Context, known: ChainEnd | None = None) -> tuple[int, int | None, str]:
    """How far the chain holds, where it is broken, and how."""
    report = audit.verify_audit(context, UnattendedWork(), known)
    return report.end.number, report.broken_at, report.kind.value if report.kind else ""


def sql(statement: str) -> Tampering:
    """Somebody writes to the table past the program."""
    return lambda writing: writing.connection.exec_driver_sql(statement)


def rewritten(writing: Writing) -> None:
    """Somebody changes entry 3 and computes its hash anew, without those behind it."""
    changed = AuditDraft(new_id(), NOON, "mallory", "webhook.removed", "webhook", "", {}, {})
    row = writing.connection.exec_driver_sql("SELECT previous_hash FROM audit_log WHERE number = 3").one()
    digest = chained_hash(row.previous_hash, 3, changed)
    writing.connection.exec_driver_sql("DELETE FROM audit_log WHERE number = 3")
    writing.connection.exec_driver_sql(
        "INSERT INTO audit_log SELECT tenant_id, ?, 3, ?, 'mallory', 'webhook.removed', 'webhook', '', '{}', '{}', ?, "
        "? FROM audit_log WHERE number = 4",
        (bytes.fromhex(changed.id.replace("-", "")), microseconds(NOON), row.previous_hash, digest),
    )


TAMPERINGS: dict[str, tuple[Tampering, tuple[int, int, str]]] = {
    "the actor": (sql("UPDATE audit_log SET actor = 'sami' WHERE number = 3"), (2, 3, "altered")),
    "the action": (sql("UPDATE audit_log SET action = 'webhook.removed' WHERE number = 1"), (0, 1, "altered")),
    "the kind": (sql("UPDATE audit_log SET subject_kind = 'key' WHERE number = 4"), (3, 4, "altered")),
    "the subject": (sql("UPDATE audit_log SET subject_id = 'x' WHERE number = 4"), (3, 4, "altered")),
    "the time": (sql("UPDATE audit_log SET created_at = created_at + 1 WHERE number = 5"), (4, 5, "altered")),
    "a time that is none": (sql("UPDATE audit_log SET created_at = 'noon' WHERE number = 5"), (4, 5, "altered")),
    "a time beyond all": (sql("UPDATE audit_log SET created_at = -9e18 WHERE number = 5"), (4, 5, "altered")),
    "the id": (sql("UPDATE audit_log SET id = randomblob(16) WHERE number = 2"), (1, 2, "altered")),
    "before": (sql("""UPDATE audit_log SET before = '{"name":"x"}' WHERE number = 2"""), (1, 2, "altered")),
    "after": (sql("""UPDATE audit_log SET "after" = '{"name":"x"}' WHERE number = 6"""), (5, 6, "altered")),
    "no JSON": (sql("""UPDATE audit_log SET "after" = '{' WHERE number = 6"""), (5, 6, "altered")),
    "no object": (sql("""UPDATE audit_log SET "after" = '[1]' WHERE number = 6"""), (5, 6, "altered")),
    "the hash": (sql("UPDATE audit_log SET hash = previous_hash WHERE number = 3"), (2, 3, "altered")),
    "the link": (sql("UPDATE audit_log SET previous_hash = hash WHERE number = 3"), (2, 3, "altered")),
    "deleted": (sql("DELETE FROM audit_log WHERE number = 4"), (3, 4, "missing")),
    "the first deleted": (sql("DELETE FROM audit_log WHERE number = 1"), (0, 1, "missing")),
    "moved to the end": (sql("UPDATE audit_log SET number = 9 WHERE number = 2"), (1, 2, "missing")),
    "closed up": (
        sql("UPDATE audit_log SET number = CASE number WHEN 2 THEN -1 ELSE number END"), (1, 2, "missing")
    ),
    "replaced with a hash of its own": (rewritten, (3, 4, "unlinked")),
}  # fmt: skip


@pytest.mark.parametrize(("tampering", "found"), TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_every_kind_of_change_is_found_at_its_number(
    chain: Context, tampering: Tampering, found: tuple[int, int, str]
) -> None:
    assert verified(chain) == (COUNT, None, "")
    chain.store.write(tampering)
    assert verified(chain) == found
    assert audit.audit_page(chain, AuditFilter(), None, 50).entries  # it can be looked at all the same


def test_what_was_cut_off_is_found_with_an_end_that_was_noted_down(chain: Context) -> None:
    end = audit.verify_audit(chain, UnattendedWork()).end
    assert (end.number, verified(chain, end)) == (COUNT, (COUNT, None, ""))
    webhooks.save_webhook(chain, WebhookDraft("Orders", Scheme.GITHUB))
    assert verified(chain, end) == (COUNT + 1, None, "")
    chain.store.write(sql("DELETE FROM audit_log WHERE number > 4"))
    assert verified(chain) == (4, None, "")
    assert verified(chain, end) == (4, 5, "shortened")
    for number in (5, 6):
        append(
            chain, AuditDraft(new_id(), NOON, "mallory", "webhook.changed", "webhook", "", {}, {"name": f"w{number}"})
        )
    assert verified(chain) == (6, None, "")
    assert verified(chain, end) == (5, 6, "shortened")


def test_an_empty_chain_holds(context: Context) -> None:
    report = audit.verify_audit(context, UnattendedWork())
    assert (report.holds, report.end) == (True, ChainEnd(0, FIRST_HASH))


def test_a_long_chain_is_walked_in_steps_that_are_told_and_can_be_stopped(
    chain: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Watching(UnattendedWork):
        def __init__(self) -> None:
            self.told: list[Progress] = []

        def report(self, progress: Progress) -> None:
            self.told.append(progress)

    monkeypatch.setattr(audit, "_AT_ONCE", 4)
    watching = Watching()
    assert audit.verify_audit(chain, watching).holds
    assert watching.told == [Progress(4, 6), Progress(6, 6)]
    with pytest.raises(Cancelled):
        audit.verify_audit(chain, ImpatientWork(1))


def test_what_operations_write_holds(chain: Context) -> None:
    webhooks.save_webhook(chain, WebhookDraft("Bestellungen – طلبات", Scheme.GITHUB, event_filter=("push",)))
    assert verified(chain) == (COUNT + 1, None, "")


def numbers(context: Context, **wanted: object) -> list[int]:
    """The numbers of the entries that a filter finds."""
    page = audit.audit_page(context, AuditFilter(**wanted), None, 50)  # type: ignore[arg-type]
    return [each.number for each in page.entries]


def test_pages_go_from_the_newest_to_the_oldest(chain: Context) -> None:
    first = audit.audit_page(chain, AuditFilter(), None, 4)
    assert ([each.number for each in first.entries], first.next) == ([6, 5, 4, 3], 3)
    second = audit.audit_page(chain, AuditFilter(), first.next, 4)
    assert ([each.number for each in second.entries], second.next) == ([2, 1], None)
    known = chain.store.read(audit_entries)
    assert [(each.number, each.change, each.hash) for each in reversed((*first.entries, *second.entries))] == [*known]


def test_entries_are_found_by_who_what_and_when(context: Context, clock: TurnableClock) -> None:
    saved, _ = webhooks.save_webhook(context, WebhookDraft("Orders", Scheme.GITHUB))
    clock.turn(hours=1)
    webhooks.rotate_webhook(replace(context, actor="Sami_1"), saved.id)
    clock.turn(hours=1)
    webhooks.remove_webhook(context, saved.id)
    assert numbers(context) == [3, 2, 1]
    assert numbers(context, actor="sami_") == [2]
    assert numbers(context, actor="s%m") == []
    assert numbers(context, action="webhook.*") == [3, 2, 1]
    assert numbers(context, action="webhook.r*") == [3, 2]
    assert numbers(context, action="webhook.rotated") == [2]
    assert numbers(context, subject_kind="connector") == []
    assert numbers(context, subject_kind="webhook", subject_id=saved.id) == [3, 2, 1]
    assert numbers(context, since=NOON.replace(hour=13)) == [3, 2]
    assert numbers(context, until=NOON.replace(hour=13)) == [1]
    assert audit.audit_actions(context) == ("webhook.created", "webhook.removed", "webhook.rotated")
    assert [each.value for each in BreakKind] == ["missing", "altered", "unlinked", "shortened"]
