"""`keys create | list | show | reroll | revoke | check | policy`."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from integration_console.domain.api_key_text import PATTERN, read_key
from integration_console.domain.callers import RequestFacts
from integration_console.domain.clock import SystemClock, microseconds
from integration_console.gateways.opening import open_workspace
from integration_console.operations import api_key_checks
from integration_console.settings import Settings
from tests.builders import opening
from tests.commands.conftest import Service

PREPARED = ("webhooks", "add", "--name", "Any", "--scheme", "github")


@pytest.fixture
def website(service: Service) -> dict[str, Any]:
    """A key as `keys create --json` printed it."""
    service(*PREPARED)
    found: dict[str, Any] = service(
        "keys", "create", "--name", "Website", "--permission", "syncs.run", "--permission", "logs.read",
        "--address", "203.0.113.0/24", "--rate-limit", "60", "--json",
    ).json  # fmt: skip
    return found


def test_a_key_is_created_and_shown_once(service: Service) -> None:
    made = service("keys", "create", "--name", "Website", "--preset", "ingest", "--expires", "never")
    (text,) = re.findall(PATTERN, made.out)
    assert (made.code, made.out.count(text)) == (0, 1)
    assert "May          events.ingest" in made.out
    everything = "".join(service("keys", *each).out for each in (("list",), ("list", "--json"), ("show", "Website")))
    assert text[13:] not in everything
    assert text[:12] in everything


def test_a_key_has_what_it_was_given(service: Service, website: dict[str, Any]) -> None:
    (row,) = service("keys", "list", "--json").json
    flags = {"unused": False, "beyond_policy": False}
    assert row == {**{name: value for name, value in website.items() if name != "secret"}, **flags}
    assert (row["permissions"], row["addresses"], row["rate_limit"], row["state"]) == (
        ["logs.read", "syncs.run"],
        ["203.0.113.0/24"],
        60,
        "active",
    )
    assert "logs.read, syncs.run" in service("keys", "list").out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--preset", "admin", "--permission", "logs.read"), "not both"),
        (("--permission", "logs.burn"), "A key cannot be given “logs.burn”."),
        (("--expires", "soon"), "Enter a day as 2027-06-30"),
        (("--address", "home"), "“home” is neither an address nor a network."),
        (("--preset", "all"), "'all' is not one of"),
    ],
)
def test_what_is_wrong_with_a_key_is_said(service: Service, arguments: tuple[str, ...], sentence: str) -> None:
    wrong = service("keys", "create", "--name", "Website", *arguments)
    assert (wrong.code, sentence in wrong.err) == (2, True)


def test_a_key_is_rerolled_by_prefix_name_or_id(service: Service, website: dict[str, Any]) -> None:
    texts = {website["secret"]}
    for name in (website["key"], "Website", website["id"]):
        texts.add(service("keys", "reroll", name, "--overlap", "7d", "--json").json["secret"])
    assert len(texts) == 4
    assert "The old secret counts until" in service("keys", "reroll", "Website").out
    assert "The old secret counts until" not in service("keys", "reroll", "Website", "--overlap", "0").out
    wrong = service("keys", "reroll", "Website", "--overlap", "soon")
    assert (wrong.code, "is no span of time" in wrong.err) == (2, True)
    assert service("keys", "reroll", "Website", "--overlap", "90d").code == 2


def test_a_key_is_checked_offline_without_any_workspace(service: Service, tmp_path: Path) -> None:
    text = "ick_0aZ9bY8x_abcdefghijklmnopqrstuvwxyz01233uU59P"
    right = service("keys", "check", "--offline", stdin=text + "\n")
    assert (right.code, right.out) == (0, "ick_0aZ9bY8x: the checksum is right.\n")
    wrong = service("keys", "check", "--offline", "--json", stdin=text[:-1])
    assert (wrong.code, wrong.error["code"]) == (1, "api_key.malformed")
    assert list(tmp_path.glob("*.db")) == []
    assert service("keys", "check", text).code == 2  # a key is no argument


def test_a_key_is_checked_against_the_workspace(service: Service, website: dict[str, Any]) -> None:
    good = service("keys", "check", "--json", stdin=website["secret"])
    assert (good.code, good.json["counts"], good.json["name"]) == (0, True, "Website")
    assert "It counts." in service("keys", "check", stdin=website["secret"]).out
    assert service("keys", "revoke", "Website").out == f"Revoked Website ({website['key']}).\n"
    gone = service("keys", "check", stdin=website["secret"])
    assert (gone.code, "This API key was revoked." in gone.out, "Website" in gone.out) == (1, True, True)
    other = service("keys", "check", "--json", stdin="ick_0aZ9bY8x_abcdefghijklmnopqrstuvwxyz01233uU59P")
    assert (other.code, other.json["code"]) == (1, "api_key.unknown")


def test_a_key_tells_where_it_was_used(service: Service, website: dict[str, Any], settings: Settings) -> None:
    (path,) = settings.data_folder.glob("*.db")
    workspace = open_workspace(opening(settings.data_folder, SystemClock(), path=path, key_folder=settings.key_folder))
    facts = RequestFacts("203.0.113.7", "GET /api/v1/logs")
    assert api_key_checks.authenticate(workspace.context, website["secret"], facts) is not None
    workspace.close()
    shown = service("keys", "show", "Website", "--json").json
    assert [(each["address"], each["route"], each["outcome"], each["uses"]) for each in shown["uses"]] == [
        ("203.0.113.7", "GET /api/v1/logs", "allowed", 1)
    ]
    assert "1 in 30 days, 0 refused" in service("keys", "show", "Website").out
    unknown = service("keys", "show", "nothing")
    assert (unknown.code, unknown.err.splitlines()[0]) == (1, "There is no API key “nothing”.")


def test_the_secret_has_the_form_that_scanners_look_for(website: dict[str, Any]) -> None:
    assert read_key(website["secret"]) is not None
    assert re.fullmatch(PATTERN, website["secret"])


def test_a_policy_is_set_shown_and_held_to(service: Service) -> None:
    service(*PREPARED)
    assert service("keys", "policy").out == "Longest life  no limit\n"
    service("keys", "create", "--name", "Endless", "--expires", "never")
    assert service("keys", "policy", "--longest", "45").out == "Longest life  45 days\n"
    assert service("keys", "policy", "--json").json == {"longest_days": 45}
    usual = service("keys", "create", "--name", "Usual", "--json").json
    last = (datetime.now(UTC) + timedelta(days=46)).date().isoformat()  # the end of the 45th day from now
    assert usual["expires_at"] == f"{last}T00:00:00+00:00"
    refused = service("keys", "create", "--name", "Year", "--expires", "365d")
    assert (refused.code, "so many days at most: 45" in refused.err) == (2, True)
    rows = service("keys", "list", "--json").json
    assert {row["name"]: row["beyond_policy"] for row in rows} == {"Endless": True, "Usual": False}
    assert "longer than the policy allows" in service("keys", "list").out
    assert "Note         longer than the policy allows" in service("keys", "show", "Endless").out
    old = service("keys", "reroll", "Endless", "--json")
    assert (old.code, old.error["code"]) == (1, "api_key.too_old")
    assert service("keys", "policy", "--longest", "9", "--no-limit").code == 2
    assert service("keys", "policy", "--no-limit", "--json").json == {"longest_days": None}


def test_unused_keys_are_listed_and_what_a_key_needed_is_proposed(service: Service, settings: Settings) -> None:
    service(*PREPARED)
    then = datetime.now(UTC) - timedelta(days=90)
    used = [service("keys", "create", "--name", each, "--expires", "never", "--json").json for each in ("Busy", "Idle")]
    with closing(sqlite3.connect(settings.default_workspace)) as connection:
        connection.execute("UPDATE integration_api_keys SET created_at = ?", (microseconds(then),))
        connection.commit()
    opened = open_workspace(opening(settings.data_folder, SystemClock(), path=settings.default_workspace))
    facts = RequestFacts("203.0.113.7", "GET /api/v1/connectors", "tests/1", "connectors.read")
    api_key_checks.authenticate(opened.context, used[0]["secret"], facts)
    opened.close()
    assert [row["name"] for row in service("keys", "list", "--unused", "--json").json] == ["Idle"]
    assert "unused for 60 days" in service("keys", "list").out
    shown = service("keys", "show", "Busy")
    assert "Enough       connectors.read (all that its uses of 30 days needed)" in shown.out
    assert service("keys", "show", "Busy", "--json").json["needed_permissions"] == ["connectors.read"]
    assert service("keys", "show", "Idle", "--json").json["needed_permissions"] == []
