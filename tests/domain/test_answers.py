"""Places in lists travel as text that means nothing to others."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from integration_console.domain.answers import read_place, written_place
from integration_console.domain.logs import LogPlace
from integration_console.domain.records import RecordPlace
from integration_console.domain.wire import NotThatShape, from_wire

PLACE = LogPlace(datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=UTC), "id")


def test_a_place_is_the_same_after_the_journey() -> None:
    assert read_place(LogPlace, written_place(PLACE)) == PLACE
    assert read_place(RecordPlace, written_place(RecordPlace("مرحبا", "=/?"))) == RecordPlace("مرحبا", "=/?")
    assert (written_place(None), read_place(LogPlace, "")) == ("", None)


@pytest.mark.parametrize("text", ["x", "é", "bnVsbA", "e30", written_place(RecordPlace("a", "b")), "W1tbW1s"])
def test_another_text_is_no_place(text: str) -> None:
    with pytest.raises(NotThatShape):
        read_place(LogPlace, text)


def test_a_time_that_is_of_no_zone_is_refused() -> None:
    with pytest.raises(NotThatShape):
        from_wire(datetime, "2026-01-02T03:04:05")
