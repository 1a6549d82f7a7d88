"""What of an entry's contents is searched, and who searches the entry only."""

from __future__ import annotations

import pytest

from integration_console.domain.log_conditions import AllOf, AnyOf, Condition, Contains, Not, StatusIs, holds
from integration_console.domain.log_payloads import entries_only, looks_into_payloads, searched_payload
from integration_console.domain.logs import LogEntry, LogStatus
from tests.fakes import NOON

ENTRY = LogEntry("", NOON, LogStatus.INFO, "a.b", "Disk", 1)


def test_payload_headers_and_body_are_lines_of_folded_text() -> None:
    found = searched_payload('{"A":"ة"}', (("X-Event", "Push"),), "Bödy\u064e".encode())
    assert found == '{"a":"ه"}\nx-event: push\nbödy'


def test_nothing_is_an_empty_text() -> None:
    assert searched_payload("") == ""


def test_letters_that_json_hides_are_searched_as_what_they_stand_for() -> None:
    assert searched_payload(r'{"name":"\u0645\u064F\u062d\u0645\u062f \ud83d\ude00"}') == '{"name":"محمد 😀"}'
    assert searched_payload(r"half \ud83d") == "half \ufffd"


def test_bytes_that_are_no_text_do_no_harm() -> None:
    assert searched_payload("", (), b"\xff\x00ok") == "\ufffdok"


@pytest.mark.parametrize(
    "condition",
    [
        Contains("disk"),
        Not(Contains("disk")),
        AllOf((Contains("disk"), StatusIs(frozenset({LogStatus.INFO})))),
        AnyOf((Not(AllOf((Contains("disk"),))),)),
    ],
)
def test_who_may_read_no_payloads_searches_entries_only(condition: Condition) -> None:
    assert looks_into_payloads(condition)
    narrowed = entries_only(condition)
    assert not looks_into_payloads(narrowed)
    assert holds(narrowed, ENTRY, "disk") == holds(narrowed, ENTRY, "") == holds(condition, ENTRY, "")


def test_a_word_in_the_payload_counts_only_where_payloads_are_searched() -> None:
    assert holds(Contains("kestrel"), ENTRY, "kestrel")
    assert not holds(Contains("kestrel", entry_only=True), ENTRY, "kestrel")
    assert not looks_into_payloads(StatusIs(frozenset()))
