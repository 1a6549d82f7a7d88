"""What is written can be opened: no chunk is larger than a reader takes, whatever the entries are like."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from integration_console.domain.case_files import SMALLEST_CAP, CaseReport, CaseWish
from integration_console.domain.logs import LogDetail
from integration_console.storage.case_files import layout
from integration_console.storage.case_files.reading import CaseFile
from tests.case_builders import case_entry, written_case

CJK, GROWS = "漢", "\U0001d160"
"""Three bytes; four bytes which are twelve as they are searched."""


def reopened(path: Path, details: Sequence[LogDetail], wish: CaseWish | None = None) -> CaseReport:
    """The report of a file that a reader takes as a whole."""
    report = written_case(path, details, wish)
    case = CaseFile(path)
    case.require_whole()
    for number in range(0, report.manifest.entries, 97):
        assert case.detail(details[number].entry.id).payload == details[number].payload
    case.close()
    return report


def test_texts_of_many_bytes_a_letter_are_read_again(tmp_path: Path) -> None:
    details = [LogDetail(case_entry(number), payload=CJK * 4000) for number in range(1100)]
    assert reopened(tmp_path / "log.icase", details).manifest.entries == 1100


def test_a_block_is_split_where_its_texts_grow_by_being_searched(tmp_path: Path) -> None:
    details = [LogDetail(case_entry(number), payload=GROWS * 200_000) for number in range(7)]
    details += [LogDetail(case_entry(number), body=(GROWS * 250_000).encode()) for number in range(7, 10)]
    assert reopened(tmp_path / "log.icase", details).manifest.entries == 10


def test_headers_count_for_the_size_of_a_block(tmp_path: Path) -> None:
    header = (("x-path", "/a b" * 8_000),)
    details = [LogDetail(case_entry(number), headers=header) for number in range(800)]
    assert reopened(tmp_path / "log.icase", details).manifest.entries == 800


def test_headers_and_types_that_are_too_long_are_cut(tmp_path: Path) -> None:
    long = "word " * (layout.LONGEST_TEXT // 5 - 1)
    details = [LogDetail(case_entry(0), headers=(("a", long), ("b", long), ("c", "d")), content_type=2 * long)]
    assert reopened(tmp_path / "log.icase", details).manifest.shortened == 2
    case = CaseFile(tmp_path / "log.icase")
    assert [name for name, _ in case.detail(details[0].entry.id).headers] == ["a"]


def test_texts_that_grow_by_redaction_are_cut_again(tmp_path: Path) -> None:
    grows = "ع" * (layout.LONGEST_TEXT // 2 - 100) + "%78oxb-998877-seededtoken"
    details = [LogDetail(case_entry(0, message=grows))]
    assert reopened(tmp_path / "log.icase", details).manifest.shortened == 1
    assert len(CaseFile(tmp_path / "log.icase").detail(details[0].entry.id).entry.message) == layout.LONGEST_TEXT


def test_params_that_are_too_long_are_cut(tmp_path: Path) -> None:
    details = [
        LogDetail(case_entry(0, params={"why": "word " * 20_000, "count": "3"})),
        LogDetail(case_entry(1, params={f"name {number}": "x" for number in range(9_000)})),
        LogDetail(case_entry(2, params={"count": "4"})),
    ]
    assert reopened(tmp_path / "log.icase", details).manifest.shortened == 2
    case = CaseFile(tmp_path / "log.icase")
    first, second, third = (case.detail(each.entry.id).entry.params for each in details)
    assert first["count"] == "3"
    assert ("word " * 20_000).startswith(first["why"])
    assert len(first["why"]) > 1000
    assert list(second) == [f"name {number}" for number in range(len(second))]
    assert third == {"count": "4"}


def noise(number: int) -> str:
    """Text that does not shrink."""
    return " ".join(random.Random(number).randbytes(8).hex() for number in range(50 * number, 50 * number + 50))


def notes(count: int, text: str) -> list[dict[str, str]]:
    """Notes as JSON values, the newest first."""
    return [{"log_id": f"{number}", "text": text or noise(number)} for number in range(count)]


@pytest.mark.parametrize(
    ("count", "text", "cap"), [(1_900, CJK * 4000, CaseWish().cap), (3_000, "", SMALLEST_CAP)], ids=["chunk", "cap"]
)
def test_the_oldest_notes_are_left_out_where_they_would_be_too_many(
    tmp_path: Path, count: int, text: str, cap: int
) -> None:
    path = tmp_path / "log.icase"
    configuration = {"connectors": [], "notes": notes(count, text)}
    report = written_case(path, [LogDetail(case_entry(0))], CaseWish(cap=cap), configuration=configuration)
    assert report.size <= cap
    case = CaseFile(path)
    case.require_whole()
    kept = [each["log_id"] for each in case.configuration["notes"]]
    assert kept == [str(number) for number in range(len(kept))]
    assert 0.3 * count < len(kept) < count
    assert case.configuration["notes_left_out"] == count - len(kept)


def test_the_configuration_counts_for_the_size_of_the_file(tmp_path: Path) -> None:
    details = [LogDetail(case_entry(number), payload=noise(number)) for number in range(4_000)]
    report = written_case(
        tmp_path / "log.icase", details, CaseWish(cap=SMALLEST_CAP), configuration={"notes": notes(1_000, "")}
    )
    assert 0.5 * SMALLEST_CAP < report.size <= SMALLEST_CAP
    assert "notes_left_out" not in CaseFile(tmp_path / "log.icase").configuration


def test_nothing_is_packed_that_could_not_be_unpacked() -> None:
    most = layout.MOST_RAW - 1 - 4
    assert layout.unpacked(layout.packed([b"a" * most]), 1) == [b"a" * most]
    with pytest.raises(layout.TooLarge):
        layout.packed([b"a" * (most + 1)])
    with pytest.raises(layout.TooLarge):
        layout.packed([random.Random(1).randbytes(layout.MOST_PACKED)])
    assert issubclass(layout.TooLarge, ValueError)
