"""Durations in buckets: percentiles within 2 %, sums that are sums."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from integration_console.domain.durations import BUCKETS, Durations, bucket_of, durations_of, packed, together

milliseconds = st.floats(0.01, 1e9)
lists = st.lists(milliseconds, max_size=60)


@given(st.lists(milliseconds, min_size=1, max_size=80), st.floats(0, 1))
def test_a_percentile_is_within_two_percent_of_the_value_at_its_rank(values: list[float], share: float) -> None:
    exact = sorted(values)[max(1, math.ceil(share * len(values))) - 1]
    found = durations_of(values).percentile(share)
    assert found is not None
    assert abs(found - exact) <= 0.02 * exact


@given(st.lists(lists, max_size=6))
def test_packed_counts_together_are_the_counts_of_all(parts: list[list[float]]) -> None:
    everything = durations_of([each for part in parts for each in part])
    assert together([packed(durations_of(part)) for part in parts]) == everything
    assert everything.number == sum(len(part) for part in parts)


@given(lists, lists)
def test_what_is_added_can_be_taken_away(some: list[float], more: list[float]) -> None:
    assert durations_of([*some, *more]).with_others(durations_of(more), -1) == durations_of(some)


def test_nothing_has_no_percentile_and_takes_no_room() -> None:
    assert Durations().percentile(0.5) is None
    assert packed(Durations()) == b""
    assert Durations({3: 0}).percentile(0.5) is None


def test_what_no_clock_measures_has_a_bucket() -> None:
    assert [bucket_of(each) for each in (math.inf, -math.inf, math.nan)] == [BUCKETS - 1, 0, 0]
    assert durations_of([math.inf, math.nan, 5.0]).percentile(1.0) is not None


def test_the_shortest_and_the_longest_have_buckets_too() -> None:
    assert (bucket_of(0), bucket_of(-1), bucket_of(1e300)) == (0, 0, BUCKETS - 1)
    assert durations_of([0]).percentile(1) == 0.01
