"""`webhooks add | list | rotate | pause | activate | remove`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import STANDARD_SECRET
from tests.commands.conftest import Service


def added(service: Service, *more: str, name: str = "Repo", scheme: str = "github") -> dict[str, str]:
    found: dict[str, str] = service("webhooks", "add", "--name", name, "--scheme", scheme, *more, "--json").json
    return found


def test_a_webhook_is_created_with_its_url_and_a_secret_of_its_own(service: Service) -> None:
    made = service("webhooks", "add", "--name", "Repo", "--scheme", "github")
    name, url, secret = made.out.splitlines()
    assert (made.code, name[:6], url.split()[0], secret.split()[0]) == (0, "Repo (", "URL", "Secret")
    assert url.split()[1] == f"http://127.0.0.1:8477/functions/v1/webhook-receiver/{name[6:-1]}"


def test_a_secret_that_was_given_is_not_shown(service: Service, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(STANDARD_SECRET + "\n")
    made = service(
        "webhooks", "add", "--name", "Orders", "--scheme", "standard", "--secret-file", str(tmp_path / "secret")
    )
    assert (made.code, STANDARD_SECRET in made.out + made.err, "Secret" in made.out) == (0, False, False)


def test_webhooks_are_listed(service: Service) -> None:
    made = added(service, "--events", "push, issues")
    (row,) = service("webhooks", "list", "--json").json
    assert row == {key: made[key] for key in ("id", "name", "scheme", "status", "events", "url")}
    assert row["events"] == ["push", "issues"]
    assert service("webhooks", "list").out.splitlines()[1].split()[:4] == [made["id"], "Repo", "github", "active"]


def test_rules_of_the_generic_scheme_are_set(service: Service) -> None:
    rules = ["--set", "header=X-Sig", "--set", "hash=sha512", "--set", "window_seconds=60"]
    assert added(service, *rules, scheme="hmac")["scheme"] == "hmac"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        (["--set", "colour=red"], "colour"),
        (["--set", "window_seconds=1"], "window_seconds"),
        (["--set", "hash=md5"], "hash"),
        (["--set", "header=X Sig"], "header"),
        (["--secret-file", "/nowhere"], "secret"),
    ],
)
def test_a_faulty_field_is_named(service: Service, more: list[str], field: str) -> None:
    refused = service("webhooks", "add", "--name", "x", "--scheme", "hmac", *more, "--json")
    assert (refused.code, [each["field"] for each in refused.error["errors"]]) == (2, [field])


def test_an_unknown_scheme_is_wrong_use(service: Service) -> None:
    assert service("webhooks", "add", "--name", "x", "--scheme", "md5").code == 2


def test_a_new_secret_is_shown(service: Service) -> None:
    made = added(service)
    rotated = service("webhooks", "rotate", "Repo", "--json").json
    assert (rotated["id"], rotated["url"], rotated["secret"] != made["secret"]) == (made["id"], made["url"], True)


def test_a_webhook_is_paused_and_activated(service: Service) -> None:
    made = added(service)
    assert service("webhooks", "pause", made["id"]).out == "Paused Repo; its events are held.\n"
    assert service("webhooks", "pause", "Repo", "--json").json["status"] == "paused"
    assert service("webhooks", "activate", "Repo").out == "Activated Repo.\n"


def test_a_webhook_is_removed(service: Service) -> None:
    made = added(service)
    assert service("webhooks", "remove", "Repo", "--json").json == {"removed": made["id"]}
    again = service("webhooks", "remove", "Repo", "--json")
    assert (again.code, again.error["code"]) == (1, "input.not_found")
