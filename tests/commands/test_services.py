"""Every command works through a service, as an API key or as a person; what needs the workspace itself says so."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click
import pytest

from integration_console.commands import asking
from integration_console.commands.program import run
from integration_console.domain.api_keys import ApiKeyDraft
from integration_console.domain.permissions import Grant
from integration_console.gateways.places import kind_of, place_of, text_of
from integration_console.gateways.service_api.refresh_tokens import KeyringRefreshToken
from integration_console.headless import HeadlessPrograms
from integration_console.operations.organisations import OneOrganisation
from integration_console.sandbox.odoo import OdooSandbox
from integration_console.sandbox.web import LoopbackServer, text_reply
from integration_console.service.server import Listening, ReceiverServer, Tls
from integration_console.service.worker import Worker
from integration_console.settings import Settings, read_settings
from tests.commands.conftest import Outcome, Service
from tests.remote_service import PASSWORD, RemoteService, remote_service
from tests.service.api.test_health_and_tls import tls
from tests.storage.test_key_places import SafeKeyring, safe_keyring

__all__ = ["safe_keyring", "tls"]
Typing = Callable[..., list[str]]


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteService]:
    with remote_service(tmp_path_factory.mktemp("remote")) as running:
        yield running


@pytest.fixture
def there(service: Service, remote: RemoteService) -> Service:
    """The command line with the service as its workspace."""
    return lambda *arguments, stdin="": service("--workspace", remote.address, *arguments, stdin=stdin)


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """`typing("one", "two")` answers questions in turn, as a person at a terminal does; it returns what is asked."""

    def type_these(*answers: str) -> list[str]:
        waiting, asked = list(answers), []

        def prompt(question: str, **options: object) -> str:
            asked.append(f"{question}{' (hidden)' if options['hide_input'] else ''}")
            return waiting.pop(0)

        monkeypatch.setattr(asking, "_has_terminal", lambda: True)
        monkeypatch.setattr(click, "prompt", prompt)
        return asked

    return type_these


def code(outcome: Outcome) -> tuple[int, str]:
    return outcome.code, outcome.error["code"]


@pytest.fixture
def shown(
    settings: Settings, remote: RemoteService, capsys: pytest.CaptureFixture[str]
) -> Callable[[dict[str, object], Sequence[str]], Outcome]:
    """`shown({"token": ...}, ["members", "list"])` runs a command at the service with these settings."""

    def call(changed: dict[str, object], arguments: Sequence[str]) -> Outcome:
        capsys.readouterr()
        programs = HeadlessPrograms(replace(settings, **changed))  # type: ignore[arg-type]
        exit_code = run(programs, ["--json", "--workspace", remote.address, *arguments])
        return Outcome(exit_code, *capsys.readouterr())

    return call


# ------------------------------------------------------------------------------------------------------- credentials
def test_an_api_key_from_the_environment_is_enough_and_is_never_shown(
    remote: RemoteService, shown: Callable[[dict[str, object], Sequence[str]], Outcome]
) -> None:
    made = remote.gateway.create_api_key(ApiKeyDraft("Robot", (Grant("logs.read"), Grant("workspace.read"))))
    token: dict[str, object] = {"token": made.text}
    found = [json.loads(each)["event_type"] for each in shown(token, ["logs", "search"]).out.splitlines()]
    assert "receiver.started" in found
    assert code(shown(token, ["members", "list"])) == (1, "permission.denied")
    assert made.text not in repr(Settings(Path(), Path(), Path(), token=made.text))
    remote.gateway.revoke_api_key(made.key.id)
    refused = shown(token, ["logs", "search"])
    assert (refused.code, made.text in refused.err) == (1, False)
    assert read_settings({"INTEGRATION_TOKEN": " t ", "INTEGRATION_CA_FILE": "/ca.pem", "HOME": "/"}).token == "t"


def test_without_anything_the_command_says_how_to_sign_in(there: Service, safe_keyring: SafeKeyring) -> None:
    assert code(there("members", "list", "--json")) == (1, "service.sign_in_needed")
    assert code(there("sign-in", "--json")) == (1, "service.sign_in_needed")
    assert code(there("--login", "huda", "sign-in", "--json")) == (1, "service.sign_in_needed")


def test_who_signs_in_once_works_on_until_they_sign_out(
    there: Service, remote: RemoteService, safe_keyring: SafeKeyring, typing: Typing
) -> None:
    """A whole visit: the one-time password is replaced, then one command of every subject, then the end."""
    member, once = remote.invite()
    asked = typing(member.login, once, PASSWORD)
    signed_in = there("sign-in")
    assert (signed_in.code, signed_in.out) == (0, f"Signed in as {member.login}.\n")
    assert [each.split(" ")[0] for each in asked] == ["Login", "Password", "New"]
    assert all("(hidden)" in each for each in asked[1:])
    typing("", "")
    with OdooSandbox(employees=2) as odoo:
        secret = ("--set", "secret=-", "--set", f"base_url={odoo.base_url}", "--set", "private_network=true")
        added = there("connectors", "add", "odoo", "--name", "HR", *secret, "--json", stdin=odoo.api_key)
        assert added.code == 0, added.err
        assert there("connectors", "check", "HR").code == 0
        worker = Worker(remote.opened.context)
        worker.start()
        ran = there("syncs", "run", "HR", "--json")
        worker.stop()
        assert ran.code == 0, ran.err
    assert len(there("records", "list", "HR", "--stream", "employees", "--json").out.splitlines()) > 0
    subjects = ("syncs", "schedules", "webhooks", "connectors", "members", "keys", "holders", "audit")
    lists = [*((each, "list") for each in subjects), ("audit", "verify"), ("logs", "search")]
    assert {each: there(*each).code for each in lists} == dict.fromkeys(lists, 0)
    assert there("doctor").out.count("ok ") == 3
    assert code(there("--login", "somebody-else", "members", "list", "--json")) == (1, "service.sign_in_needed")
    assert there("sign-out", "--json").json == {"signed_out": member.login}
    assert there("sign-out").out == "Nobody was signed in.\n"
    assert code(there("members", "list", "--json")) == (1, "service.sign_in_needed")


def test_a_person_at_a_terminal_is_asked_and_signed_out_again(
    there: Service, remote: RemoteService, safe_keyring: SafeKeyring, typing: Typing
) -> None:
    member = remote.settled()
    asked = typing(PASSWORD)
    assert there("--login", member.login, "members", "list").code == 0
    assert (len(asked), safe_keyring.kept) == (1, {})
    typing("wrong")
    assert code(there("--login", member.login, "members", "list", "--json")) == (1, "sign_in.failed")
    invited, once = remote.invite()
    typing(invited.login, once, "short")
    assert code(there("sign-in", "--json")) == (2, "input.invalid")
    typing(invited.login, once, "")
    assert code(there("sign-in", "--json")) == (1, "sign_in.password_change_needed")


def test_a_sign_in_that_ended_says_so(
    there: Service, remote: RemoteService, safe_keyring: SafeKeyring, typing: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    member = remote.settled()
    typing(PASSWORD)
    assert there("--login", member.login, "sign-in").code == 0
    remote.gateway.remove_member(member.id)
    monkeypatch.undo()
    refused = there("members", "list", "--json")
    assert refused.code == 1
    assert refused.error["code"].startswith("sign_in.")
    safe_keyring.locked = True
    typing(member.login)
    assert code(there("sign-in", "--json")) == (1, "vault.no_keyring")


# -------------------------------------------------------------------------------------------------- what is in the way
@pytest.mark.parametrize("arguments", [("serve",), ("migrate",), ("backup", "b.db"), ("restore", "b.db"),
                                       ("copy", "--from", "https://console.test", "--to", "b.db"),
                                       ("copy", "--from", "a.db", "--to", "https://console.test")])  # fmt: skip
def test_what_needs_the_workspace_itself_says_so(there: Service, arguments: tuple[str, ...], tmp_path: Path) -> None:
    given = [str(tmp_path / each) if each.endswith(".db") else each for each in arguments]
    refused = there("--json", *given)
    assert (*code(refused), arguments[0] in refused.error["title"]) == (2, "service.not_remotely", True)


def test_a_file_is_not_signed_in_to(service: Service) -> None:
    assert code(service("sign-in", "--json")) == (2, "service.needed")
    assert code(service("sign-out", "--json")) == (2, "service.needed")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://console.test", "service.plain_address"),
        ("https://huda:secret@console.test", "database.password_in_address"),
        ("https://huda@console.test", "service.login_in_address"),
        ("https://", "service.address"),
        ("https://console.test/path", "service.address"),
        ("https://console.test:port", "service.address"),
    ],
)
def test_an_address_that_cannot_be_used_leaves_with_two(service: Service, address: str, expected: str) -> None:
    refused = service("--json", "--workspace", address, "members", "list")
    assert (*code(refused), "secret" in refused.err) == (2, expected, False)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("HTTPS://Console.Test/", "https://console.test"),
        ("https://console.test:443", "https://console.test"),
        ("https://console.test:8443", "https://console.test:8443"),
        ("http://localhost:8477", "http://localhost:8477"),
        ("http://[::1]:8477/", "http://[::1]:8477"),
    ],
)
def test_an_address_reads_the_same_however_it_is_written(text: str, read: str) -> None:
    place = place_of(text)
    assert (text_of(place), place_of(text_of(place)), kind_of(place)) == (read, place, "service")


def test_a_service_that_is_away_or_another_program_is_said_with_a_remedy(
    service: Service, safe_keyring: SafeKeyring
) -> None:
    silent = LoopbackServer(0, lambda _: text_reply("hello"))
    address = f"http://127.0.0.1:{silent.port}"
    programs = ("--workspace", address, "--json")
    assert [each["level"] for each in service(*programs, "doctor").json][1:] == ["ok", "wrong"]
    silent.close()
    KeyringRefreshToken(address, "huda").write("of an earlier sign-in")
    assert code(service(*programs, "members", "list")) == (1, "remote.connection")
    found = service(*programs, "doctor")
    assert (found.code, [each["level"] for each in found.json]) == (1, ["wrong"])


def test_a_private_authority_is_trusted_where_the_settings_name_it(
    remote: RemoteService, tls: Tls, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    listening = Listening("127.0.0.1", 0, 1000, 10, tls=tls)
    server = ReceiverServer(OneOrganisation(remote.opened.context), listening, "")
    server.start()
    expected = {
        None: (1, "remote.tls"),
        tls.certificate: (1, "service.token_refused"),
        tls.certificate.with_name("none.pem"): (2, "service.authority"),
        tls.key: (2, "service.authority"),
    }
    for authority, (exit_code, error) in expected.items():
        programs = HeadlessPrograms(replace(settings, ca_file=authority, token="wrong"))
        capsys.readouterr()
        assert run(programs, ["--json", "--workspace", server.local_url, "members", "list"]) == exit_code
        assert error in capsys.readouterr().err
    server.stop()
