"""Conditions are taken apart, looked through and changed in one way."""

from __future__ import annotations

from datetime import timedelta

from integration_console.domain.log_conditions import (
    EVERYTHING,
    AllOf,
    AnyOf,
    Condition,
    Contains,
    FieldIs,
    LogField,
    Not,
    Noted,
    StatusIs,
    Within,
    any_part,
    asks_for_notes,
    parts_of,
    replaced,
)
from integration_console.domain.log_spans import bounds_of
from integration_console.domain.logs import LogStatus
from tests.fakes import NOON

ERRORS = StatusIs(frozenset({LogStatus.ERROR}))
SLACK = FieldIs(LogField.CONNECTOR, "slack")
DEEP = AllOf((ERRORS, Not(AnyOf((SLACK, AllOf((Noted(), Contains("disk"))))))))


def test_the_parts_of_a_condition_must_each_hold() -> None:
    assert parts_of(DEEP) == DEEP.parts
    assert [parts_of(each) for each in (ERRORS, Not(ERRORS), AnyOf((ERRORS, SLACK)))] == [
        (ERRORS,),
        (Not(ERRORS),),
        (AnyOf((ERRORS, SLACK)),),
    ]
    assert parts_of(EVERYTHING) == ()


def test_a_part_is_found_however_deep_it_is() -> None:
    assert any_part(DEEP, lambda part: isinstance(part, Contains))
    assert not any_part(DEEP, lambda part: isinstance(part, Within))
    assert (asks_for_notes(DEEP), asks_for_notes(ERRORS), any_part(EVERYTHING, lambda _: True)) == (True, False, False)


def test_each_part_is_replaced_where_it_stands() -> None:
    def change(part: Condition) -> Condition:
        return AnyOf((SLACK, part)) if isinstance(part, Noted) else part

    changed = AllOf((ERRORS, Not(AnyOf((SLACK, AllOf((AnyOf((SLACK, Noted())), Contains("disk"))))))))
    assert replaced(DEEP, change) == changed
    assert replaced(DEEP, lambda part: part) == DEEP


def test_the_bounds_of_a_condition_are_those_of_the_times_that_must_hold() -> None:
    later, latest = NOON + timedelta(hours=1), NOON + timedelta(hours=2)
    both = AllOf((Within(NOON, latest), ERRORS, Within(later), Not(Within(until=NOON))))
    assert bounds_of(both) == Within(later, latest)
    assert bounds_of(AnyOf((Within(NOON), ERRORS))) == Within()
