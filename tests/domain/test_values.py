"""The small values: times, identifiers, filters, reports, hashes, sentences."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from integration_console.domain.audit import FIRST_HASH, AuditDraft, chained_hash
from integration_console.domain.clock import SystemClock, from_microseconds, microseconds
from integration_console.domain.connectors import CheckReport, CheckStage, ConnectorDraft, Stage, StageOutcome
from integration_console.domain.errors import ConnectionRefused
from integration_console.domain.ids import new_id
from integration_console.domain.log_messages import LOG_MESSAGES, TYPE_TITLES, english_message
from integration_console.domain.logs import Statistics
from integration_console.domain.work import Progress, UnattendedWork
from tests.builders import webhook
from tests.fakes import BEGIN, END, NOON, PASSED

FAILED = CheckStage(Stage.CONNECTION, StageOutcome.FAILED, error=ConnectionRefused(host="x"))
ENTRY = AuditDraft("id-1", NOON, "amina", "webhook.created", "webhook", "w-1", {}, {"name": "مرحبا"})


def test_the_system_clock_speaks_utc() -> None:
    assert SystemClock().now().tzinfo is UTC


@pytest.mark.parametrize(
    "moment", [NOON, datetime(1969, 12, 31, 23, 59, 59, 999_999, UTC), datetime(9999, 1, 1, tzinfo=UTC)]
)
def test_a_moment_survives_as_microseconds(moment: datetime) -> None:
    assert from_microseconds(microseconds(moment)) == moment


def test_what_no_calendar_has_is_its_first_or_last_moment() -> None:
    assert [from_microseconds(each) for each in (-(1 << 63), -(10**40), (1 << 63) - 1, 10**40)] == [
        BEGIN, BEGIN, END, END
    ]  # fmt: skip


def test_microseconds_know_time_zones() -> None:
    assert microseconds(datetime(1970, 1, 1, 3, tzinfo=timezone(timedelta(hours=3)))) == 0


def test_identifiers_are_ordered_by_the_time_they_were_made() -> None:
    made = [new_id() for _ in range(100)]
    assert (sorted(made), len(set(made)), made[0][14]) == (made, 100, "7")


def test_a_webhook_without_a_filter_wants_everything() -> None:
    assert webhook().wants("anything")


@pytest.mark.parametrize(
    ("event_type", "wanted"), [("push", True), ("pull_request", True), ("issues", False), ("Push", False)]
)
def test_a_filter_lets_pass_what_fits_one_of_its_patterns(event_type: str, wanted: bool) -> None:
    assert webhook(event_filter=("push", "pull*")).wants(event_type) is wanted


def test_a_check_passes_when_no_stage_failed() -> None:
    skipped = replace(PASSED, outcome=StageOutcome.SKIPPED)
    assert (CheckReport((PASSED, skipped)).passed, CheckReport((PASSED, skipped)).failure) == (True, None)


def test_the_failure_of_a_check_is_its_first_failed_stage() -> None:
    report = CheckReport((PASSED, FAILED, replace(FAILED, stage=Stage.TLS)))
    assert (report.passed, report.failure) == (False, FAILED)


def test_a_draft_does_not_show_its_values() -> None:
    assert "hunter2" not in repr(ConnectorDraft("slack", "Ops", {"token": "hunter2"}))


def statistics(entries: int, errors: int) -> Statistics:
    return Statistics(0, 0, 0, 0, 0, 0, 0, 0, entries, errors, ())


def test_the_success_rate_is_the_share_without_errors() -> None:
    assert (statistics(8, 2).success_rate, statistics(0, 0).success_rate) == (0.75, None)


def test_unattended_work_neither_tells_nor_stops() -> None:
    work = UnattendedWork()
    work.report(Progress(1, 2))
    work.stop_if_cancelled()


def test_the_hash_of_an_audit_entry_covers_its_predecessor_and_all_of_itself() -> None:
    content = [
        FIRST_HASH,
        1,
        "id-1",
        microseconds(NOON),
        "amina",
        "webhook.created",
        "webhook",
        "w-1",
        {},
        {"name": "مرحبا"},
    ]
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    assert chained_hash(FIRST_HASH, 1, ENTRY) == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("changed", [{"actor": "x"}, {"after": {}}, {"created_at": NOON + timedelta(microseconds=1)}])
def test_the_hash_of_an_audit_entry_changes_with_it(changed: dict[str, object]) -> None:
    assert chained_hash(FIRST_HASH, 1, replace(ENTRY, **changed)) != chained_hash(FIRST_HASH, 1, ENTRY)  # type: ignore[arg-type]


def test_every_type_of_log_entry_has_a_sentence_and_a_title() -> None:
    assert sorted(LOG_MESSAGES) == sorted(TYPE_TITLES)


def test_a_log_sentence_is_filled_with_names() -> None:
    assert english_message("webhook.created", {"webhook": "Repo"}) == "The webhook Repo was created"
    assert english_message("webhook.created", {}) == "The webhook … was created"
    assert english_message("from.the.future", {}) == "from.the.future"
