"""`members add | list | change | reset-password | remove`."""

from __future__ import annotations

from typing import Any

from tests.commands.conftest import Service


def added(service: Service, name: str = "Omar", role: str = "support") -> dict[str, Any]:
    found: dict[str, Any] = service(
        "members", "add", "--name", name, "--login", f"{name}@example.com", "--role", role, "--json"
    ).json
    return found


def rows(service: Service) -> list[tuple[str, str, str]]:
    """Login, role and password of every member."""
    return [(row["login"], row["role"], row["password"]) for row in service("members", "list", "--json").json]


def test_a_member_is_added_and_the_one_time_password_shown_once(service: Service) -> None:
    made = service("members", "add", "--name", "Omar", "--login", "omar", "--role", "support")
    lines = made.out.splitlines()
    assert (made.code, lines[0], lines[1].split()) == (0, "Omar (support)", ["Login", "omar"])
    password = lines[2].split()[-1]
    assert len(password) == 23
    assert password not in service("members", "list").out + service("members", "list", "--json").out
    assert ("omar", "support", "one_time") in rows(service)


def test_the_person_at_the_machine_is_the_first_owner(service: Service) -> None:
    ((login, role, password),) = rows(service)
    assert (role, password) == ("owner", "none")
    assert login in service("members", "list").out


def test_a_member_is_changed_by_login_or_id(service: Service) -> None:
    made = added(service)
    changed = service("members", "change", "OMAR@example.com", "--role", "admin")
    assert (changed.code, changed.out) == (0, "Omar (omar@example.com) is now admin.\n")
    assert service("members", "change", made["id"], "--name", "Omar B.", "--json").json["name"] == "Omar B."
    nothing = service("members", "change", made["id"])
    assert (nothing.code, "Give --name or --role." in nothing.err) == (2, True)


def test_a_password_is_reset(service: Service) -> None:
    made = added(service)
    reset = service("members", "reset-password", made["id"], "--json").json
    assert reset["one_time_password"] != made["one_time_password"]
    assert reset["login"] == "omar@example.com"


def test_a_member_is_removed(service: Service) -> None:
    added(service)
    gone = service("members", "remove", "omar@example.com")
    assert (gone.code, gone.out) == (0, "Removed Omar.\n")
    assert len(rows(service)) == 1


def test_what_is_not_allowed_says_why(service: Service) -> None:
    ((login, *_),) = rows(service)
    last = service("members", "remove", login, "--json")
    assert (last.code, last.error["code"]) == (1, "members.last_owner")
    unknown = service("members", "remove", "nobody")
    assert (unknown.code, unknown.err.splitlines()[0]) == (1, "There is no member “nobody”.")
    wrong = service("members", "add", "--name", "Omar", "--login", "o mar")
    assert (wrong.code, "Use letters a to z" in wrong.err) == (2, True)
