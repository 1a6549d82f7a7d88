"""`audit list | verify`."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from integration_console.settings import Settings
from tests.commands.conftest import Service


@pytest.fixture
def changed(service: Service) -> Service:
    """A workspace with a webhook that was created, paused and removed."""
    service("webhooks", "add", "--name", "Repo", "--scheme", "github")
    service("webhooks", "pause", "Repo")
    service("webhooks", "remove", "Repo")
    return service


def actions(service: Service, *more: str) -> list[str]:
    return [json.loads(line)["action"] for line in service("audit", "list", "--json", *more).out.splitlines()]


def test_changes_are_listed_oldest_first(changed: Service) -> None:
    everything = actions(changed)
    assert everything[-3:] == ["webhook.created", "webhook.paused", "webhook.removed"]
    assert actions(changed, "--limit", "2") == ["webhook.paused", "webhook.removed"]
    assert actions(changed, "--action", "webhook.p*") == ["webhook.paused"]
    assert actions(changed, "--actor", "nobody at all") == []
    assert actions(changed, "--until", "2000-01-01") == []
    assert actions(changed, "--since", "2000-01-01T10:00") == everything
    line = changed("audit", "list").out.splitlines()[-1].split()
    assert (line[0], line[-2], line[-1]) == (str(len(everything)), "webhook.removed", "Repo")


def test_json_has_what_was_before_and_after(changed: Service) -> None:
    entry = json.loads(changed("audit", "list", "--json", "--action", "webhook.paused").out)
    assert (entry["before"]["status"], entry["after"]["status"]) == ("active", "paused")
    one = changed("audit", "list", "--json", "--subject", entry["subject_id"]).out.splitlines()
    assert len(one) == 3


def test_more_than_a_page_is_listed(service: Service) -> None:
    service("webhooks", "add", "--name", "Repo", "--scheme", "github")
    for _ in range(2):
        service("webhooks", "rotate", "Repo")
    assert len(actions(service)) >= 3


def test_a_chain_that_holds_tells_its_end(changed: Service) -> None:
    found = changed("audit", "verify", "--json")
    number = found.json["entries"]
    assert (found.code, found.json["holds"], found.json["broken_at"], found.json["kind"]) == (0, True, None, None)
    text = changed("audit", "verify", "--known", found.json["end"])
    assert (text.code, text.out) == (0, f"The chain holds: {number} entries.\nEnd  {found.json['end']}\n")


def test_a_broken_chain_says_where_and_leaves_with_1(changed: Service, settings: Settings) -> None:
    end = changed("audit", "verify", "--json").json["end"]
    number = int(end.partition(":")[0])
    with closing(sqlite3.connect(settings.data_folder / "console.db")) as file, file:
        file.execute("UPDATE audit_log SET actor = 'sami' WHERE number = ?", (number - 1,))
    broken = changed("audit", "verify")
    assert (broken.code, broken.out.splitlines()[0]) == (
        1,
        f"The chain is broken. Entry {number - 1} was changed after it was written.",
    )
    with closing(sqlite3.connect(settings.data_folder / "console.db")) as file, file:
        file.execute("DELETE FROM audit_log WHERE number >= ?", (number - 1,))
    assert changed("audit", "verify").code == 0
    assert changed("audit", "verify", "--known", end, "--json").json["kind"] == "shortened"


def test_an_end_that_is_none_is_refused(service: Service) -> None:
    assert service("audit", "verify", "--known", "7").code == 2
