"""`logs note ID [TEXT]`, `logs filters list | save | remove`."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Service

NOBODY = "0197c0de-0000-7000-8000-00000000000a"


@pytest.fixture
def entry_id(service: Service) -> str:
    service("webhooks", "add", "--name", "A", "--scheme", "github")
    return str(service("logs", "search", "type:webhook.created", "--json").json["id"])


def test_a_note_is_written_shown_and_taken_away(service: Service, entry_id: str) -> None:
    assert service("logs", "note", entry_id).out == "Nothing stands beside this entry.\n"
    assert service("logs", "note", entry_id, "ask the bank", "--mark", "red").out.startswith("[red] ask the bank  (")
    kept = service("logs", "note", entry_id, "--mark", "none", "--json").json
    assert (kept["mark"], kept["text"], kept["log_id"]) == ("", "ask the bank", entry_id)
    found = service("logs", "search", "has:note", "--json").json
    assert found["id"] == entry_id
    assert service("logs", "note", entry_id, "").out == "Nothing stands beside this entry.\n"
    assert service("logs", "note", entry_id, "--json").json["written_at"] is None


def test_filters_are_saved_used_listed_and_removed(service: Service, entry_id: str) -> None:
    service("logs", "filters", "save", "Hooks", "type:webhook.*")
    assert service("logs", "filters", "save", "hooks", "type:webhook.created").out == "hooks: type:webhook.created\n"
    (line,) = service("logs", "search", "filter:HOOKS", "--json").out.splitlines()
    assert json.loads(line)["id"] == entry_id
    (row,) = service("logs", "filters", "list", "--json").json
    assert row["query"] == "type:webhook.created"
    service("logs", "filters", "remove", "Hooks")
    assert service("logs", "filters", "list", "--json").json == []


def test_what_is_not_there_is_said(service: Service) -> None:
    for command in (("logs", "filters", "remove", "x"), ("logs", "note", NOBODY, "x")):
        answer = service(*command)
        assert (answer.code, "There is no" in answer.err) == (1, True)
