"""How long entries are kept: what rules can be, which entries are old, what holds keep."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_console.domain.errors import InvalidInput
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import AllOf, Contains, FieldIs, LogField, StatusIs, Within, holds
from integration_console.domain.logs import LogEntry, LogStatus
from integration_console.domain.retention import (
    HoldDraft,
    LegalHold,
    RetentionPolicy,
    RetentionRule,
    class_condition,
    expired,
    held,
    hold_of,
    required_hold,
    required_policy,
)
from tests.fakes import NOON

CONNECTOR, CAUSE = new_id(), new_id()
RULES = ("sync.*", "sync.failed", "status:error", "webhook.received")


def entry(
    age_days: float = 0.0, kind: str = "sync.done", status: LogStatus = LogStatus.SUCCESS, **more: str
) -> LogEntry:
    return LogEntry(new_id(), NOON - timedelta(days=age_days), status, kind, "", 1, **more)  # type: ignore[arg-type]


def gone(policy: RetentionPolicy, each: LogEntry) -> list[str]:
    return [old.name for old in expired(policy, NOON) if holds(old.condition, each)]


def test_without_rules_everything_goes_after_ninety_days() -> None:
    assert [gone(RetentionPolicy(), entry(days)) for days in (89.9, 90, 90.1)] == [[], [], ["*"]]


def test_of_several_rules_that_fit_the_longest_counts() -> None:
    policy = RetentionPolicy(90, 90, (RetentionRule("sync.*", 30), RetentionRule("status:error", 365)))
    assert gone(policy, entry(31)) == ["sync.*"]
    assert gone(policy, entry(31, "webhook.received")) == []
    assert gone(policy, entry(100, status=LogStatus.ERROR)) == []
    assert gone(policy, entry(366, status=LogStatus.ERROR)) == ["status:error"]


def test_what_is_kept_for_ever_never_goes() -> None:
    policy = RetentionPolicy(None, None, (RetentionRule("status:error", None), RetentionRule("sync.*", 1)))
    assert gone(policy, entry(5000, status=LogStatus.ERROR)) == []
    assert gone(policy, entry(5000, "webhook.received")) == []
    assert gone(policy, entry(5000)) == ["sync.*"]


@given(
    st.lists(st.builds(RetentionRule, st.sampled_from(RULES), st.one_of(st.none(), st.integers(1, 200))), max_size=4),
    st.sampled_from(["sync.failed", "sync.done", "webhook.received"]),
    st.sampled_from(LogStatus),
    st.integers(0, 250),
)
def test_an_entry_goes_when_it_is_older_than_every_rule_that_fits_allows(
    rules: list[RetentionRule], kind: str, status: LogStatus, age: int
) -> None:
    policy = RetentionPolicy(90, 90, tuple({rule.name: rule for rule in rules}.values()))
    each = entry(age, kind, status)
    fitting = [rule.days for rule in policy.rules if holds(class_condition(rule.name), each)]  # type: ignore[arg-type]
    longest = max((days or 10_000 for days in fitting), default=90)
    assert len(gone(policy, each)) == (1 if age > longest else 0)


@pytest.mark.parametrize("name", ["", "*", "Sync", "sync*fail", "status:", "status:great", "a b", "sync.%"])
def test_what_is_no_class_has_no_condition(name: str) -> None:
    assert class_condition(name) is None
    assert all(each.name == "*" for each in expired(RetentionPolicy(rules=(RetentionRule(name, 5),)), NOON))


def test_a_policy_is_put_in_order() -> None:
    policy = RetentionPolicy(1, 3650, (RetentionRule("sync.*", None), RetentionRule("api_key.used", 7)))
    assert required_policy(policy).rules == (RetentionRule("api_key.used", 7), RetentionRule("sync.*", None))


@pytest.mark.parametrize(
    ("policy", "fields"),
    [
        (RetentionPolicy(0), ["days"]),
        (RetentionPolicy(event_days=3651), ["event_days"]),
        (RetentionPolicy(rules=(RetentionRule("sync.*", -1),)), ["rules"]),
        (RetentionPolicy(rules=(RetentionRule("no class", 1),)), ["rules"]),
        (RetentionPolicy(rules=(RetentionRule("sync.*", 1), RetentionRule("sync.*", 2))), ["rules"]),
        (RetentionPolicy(rules=tuple(RetentionRule(f"a.b{number}", 1) for number in range(51))), ["rules"]),
    ],
)
def test_a_policy_that_cannot_be_is_refused(policy: RetentionPolicy, fields: list[str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        required_policy(policy)
    assert [each.field for each in caught.value.problems] == fields


def test_a_hold_needs_a_reason_and_runs_forwards() -> None:
    assert required_hold(HoldDraft("  case 7 ")).reason == "case 7"
    for draft in (HoldDraft(" "), HoldDraft("x" * 501), HoldDraft("x", NOON, NOON)):
        with pytest.raises(InvalidInput):
            required_hold(draft)


def test_what_a_condition_narrows_to_can_be_held_by_time_connector_and_cause() -> None:
    day = timedelta(days=1)
    condition = AllOf((
        FieldIs(LogField.CONNECTOR, CONNECTOR), FieldIs(LogField.CORRELATION, CAUSE), Contains("disk"),
        Within(NOON - 2 * day), Within(NOON - day, NOON), FieldIs(LogField.CONNECTOR, "0", is_prefix=True),
    ))  # fmt: skip
    assert hold_of(condition, "x") == HoldDraft("x", NOON - day, NOON, CONNECTOR, CAUSE)
    assert hold_of(Within(None, NOON), "x") == HoldDraft("x", None, NOON)
    assert hold_of(StatusIs(frozenset({LogStatus.ERROR})), "x") == HoldDraft("x")


def test_a_hold_keeps_what_all_its_parts_name_and_without_parts_everything() -> None:
    day = timedelta(days=1)
    hold = LegalHold(new_id(), "x", "amina", NOON, NOON - 2 * day, NOON - day, CONNECTOR)
    kept = held((hold, LegalHold(new_id(), "y", "amina", NOON, correlation_id=CAUSE)))
    assert holds(kept, entry(1.5, connector_id=CONNECTOR))
    assert not holds(kept, entry(1.5))
    assert not holds(kept, entry(0.5, connector_id=CONNECTOR))
    assert holds(kept, entry(9, correlation_id=CAUSE))
    assert not holds(held(()), entry())
    assert holds(held((LegalHold(new_id(), "z", "amina", NOON),)), entry())
