"""`retention show|set|hold|release|run`."""

from __future__ import annotations

import re

import pytest

from integration_console.commands.retention import size_text
from tests.commands.conftest import Service


def test_the_usual_rules_are_shown(service: Service) -> None:
    assert service("retention", "show").out == "Entries                 90 days\nReceived events         90 days\n"
    assert service("retention", "show", "--json").json["policy"] == {"days": 90, "event_days": 90, "rules": []}


def test_rules_are_set_and_taken_back_one_by_one(service: Service) -> None:
    shown = service(
        "retention", "set", "--days", "60", "--event-days", "ever", "--rule", "sync.*=7", "--rule", "status:error=ever"
    ).out
    assert shown.splitlines() == [
        "Entries                 60 days",
        "  status:error          for ever",
        "  sync.*                7 days",
        "Received events         for ever",
    ]
    shown = service("retention", "set", "--without", "sync.*", "--event-days", "9").out
    assert "sync" not in shown
    assert "Received events         9 days" in shown


@pytest.mark.parametrize(
    "arguments", [[], ["--days", "0x"], ["--days", "4000"], ["--rule", "sync.*"], ["--rule", "sync.*=soon"]]
)
def test_what_cannot_be_set_is_a_wrong_usage(service: Service, arguments: list[str]) -> None:
    assert service("retention", "set", *arguments).code == 2


def test_what_is_no_class_is_refused_with_a_sentence(service: Service) -> None:
    refused = service("retention", "set", "--rule", "no class=3")
    assert (refused.code, "is no class of log entries" in refused.err) == (2, True)


def test_a_hold_is_placed_shown_and_released(service: Service) -> None:
    placed = service(
        "retention", "hold", "--reason", "case 7", "--since", "2026-01-01", "--until", "2026-02-01",
        "--correlation", "0197c0de-0000-7000-8000-00000000000a",
    )  # fmt: skip
    hold = placed.out.split()[1]
    line = service("retention", "show").out.splitlines()[-1]
    assert re.fullmatch(
        rf"Hold  {hold}  since 2026-01-01 00:00Z, until 2026-02-01 00:00Z, correlation 0197c0de-.*: case 7 \(.*\)", line
    )
    assert service("retention", "release", hold).out == f"Released  {hold}\n"
    assert service("retention", "release", hold).code == 1
    service("retention", "hold", "--reason", "all of it")
    assert "everything: all of it" in service("retention", "show").out


def test_a_hold_on_an_unknown_connector_is_refused(service: Service) -> None:
    assert service("retention", "hold", "--reason", "x", "--connector", "Nobody").code == 1


def test_a_dry_run_says_what_would_go_and_a_run_what_went(service: Service) -> None:
    assert service("retention", "run", "--dry-run").out.splitlines()[0] == (
        "Would remove 0 entries, 0 B; events at most: 0"
    )
    assert service("retention", "run").out == "Removed 0 entries and 0 events, 0 B\n"
    assert "Last removal" in service("retention", "show").out
    service("retention", "hold", "--reason", "x")
    assert service("retention", "run", "--dry-run", "--json").json["held"] == 0


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 B"), (999, "999 B"), (1_500, "1.5 KB"), (3_100_000_000, "3.1 GB"), (2_000_000, "2.0 MB")],
)
def test_sizes_are_read_by_people(number: int, text: str) -> None:
    assert size_text(number) == text
