"""What differs between two versions of a record."""

from __future__ import annotations

from integration_console.domain.records import Difference, differences
from integration_console.domain.syncs import RunCounts


def test_parts_are_compared_by_their_dotted_names() -> None:
    before = {"name": "Amina", "job": {"id": 1, "name": "Cook"}, "tags": ["a"], "old": None, "gone": 1}
    after = {"name": "Amina", "job": {"id": 1, "name": "Chef"}, "tags": ["a", "b"], "old": None, "empty": {}}
    assert differences(before, after) == (
        Difference("empty", None, {}),
        Difference("gone", 1, None),
        Difference("job.name", "Cook", "Chef"),
        Difference("tags", ["a"], ["a", "b"]),
    )


def test_a_record_that_was_not_there_differs_in_everything() -> None:
    assert differences(None, {"a": 1}) == (Difference("a", None, 1),)
    assert differences({"a": 1}, None) == (Difference("a", 1, None),)
    assert differences(None, None) == ()


def test_counts_add_up() -> None:
    total = RunCounts(1, 2, 3, 4, 1).plus(RunCounts(1, 1, 1, 1, 1))
    assert (total, total.seen) == (RunCounts(2, 3, 4, 5, 2), 14)
