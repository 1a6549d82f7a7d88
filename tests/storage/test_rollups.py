"""Hourly counts: which hours they show, and from when."""

from __future__ import annotations

from datetime import timedelta

from integration_console.domain.logs import HourCount, LogStatus
from integration_console.storage import rollups
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import EmbeddedStore
from tests.builders import log_draft
from tests.fakes import NOON

HOUR = timedelta(hours=1)


def test_counts_begin_with_the_whole_hour_of_their_first_moment(store: EmbeddedStore) -> None:
    moments = (NOON - timedelta(microseconds=1), NOON, NOON + HOUR)
    store.write(lambda writing: append_entries(writing, [log_draft(created_at=each) for each in moments]))
    counts = store.read(lambda reading: rollups.counts_since(reading, NOON + HOUR / 2))
    assert counts == {
        (NOON, "webhook.received", "success"): 1,
        (NOON + HOUR, "webhook.received", "success"): 1,
    }


def test_a_batch_of_nothing_counts_nothing(store: EmbeddedStore) -> None:
    store.write(lambda writing: rollups.count_entries(writing, []))
    assert store.read(lambda reading: rollups.counts_since(reading, NOON)) == {}


def test_empty_hours_are_shown_too() -> None:
    counts = {(NOON, "a", LogStatus.ERROR.value): 2, (NOON, "b", LogStatus.ERROR.value): 1}
    assert rollups.hour_counts(counts, NOON + HOUR / 2, 2) == (HourCount(NOON - HOUR), HourCount(NOON, error=3))
