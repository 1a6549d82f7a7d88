"""Every command works on a shared PostgreSQL, as the login that the address names; an administrator prepares it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import httpx
import pytest

from integration_console.domain.ids import new_id
from integration_console.domain.syncs import RunRequest
from integration_console.gateways import doctor
from integration_console.gateways.doctor import Finding, Level
from integration_console.gateways.opening import open_workspace
from integration_console.operations import syncs
from integration_console.sandbox.odoo import OdooSandbox
from integration_console.settings import Settings
from integration_console.storage.migrate import NEWEST
from integration_console.storage.shared.address import DatabaseAddress
from integration_console.storage.shared.migrate import script
from tests.builders import SECRET, github_headers, opening, shared_database
from tests.commands.conftest import Outcome, Service
from tests.fakes import NOON
from tests.postgres import Server, server

Serving = Callable[..., tuple[str, subprocess.Popen[str]]]
PROGRAM = [sys.executable, "-m", "integration_console.headless"]


@pytest.fixture(scope="module")
def running() -> Server:
    return server()


@pytest.fixture
def acme(running: Server) -> str:
    """An organisation with its owner `amina`; returns its name."""
    name = f"Acme {new_id()}"
    running.new_organisation(shared_database(), name, "amina")
    return name


@pytest.fixture
def at(running: Server, acme: str) -> Callable[[str], str]:
    """The address of the organisation's database, as a login."""
    return lambda login: running.address(shared_database(), login, acme).whole


@pytest.fixture
def amina(service: Service, at: Callable[[str], str]) -> Service:
    """The command line of the organisation's owner."""
    return lambda *arguments, stdin="": service("--workspace", at("amina"), *arguments, stdin=stdin)


@pytest.fixture
def owner(running: Server, acme: str) -> DatabaseAddress:
    return running.address(shared_database(), "amina", acme)


@pytest.fixture
def serving(environment: dict[str, str]) -> Iterator[Serving]:
    """`serving(address)` starts the service; it returns where it listens, and the process."""
    with ExitStack() as ending:

        def start(address: str, *words: str) -> tuple[str, subprocess.Popen[str]]:
            command = [*PROGRAM, "--workspace", address, *(words or ("serve", "--port", "0"))]
            started = ending.enter_context(
                subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
            )
            ending.callback(started.kill)
            assert started.stdout is not None
            return started.stdout.readline().removeprefix("Listening at ").strip(), started

        yield start


def empty_database(running: Server) -> str:
    name = f"t_{new_id()[-12:]}"
    running.run(f"CREATE DATABASE {name}")
    return name


def test_an_administrator_prepares_a_database_and_may_do_so_again(running: Server, service: Service) -> None:
    running.new_login("laila")
    address = running.address(empty_database(running)).whole
    migrate = ("--workspace", address, "migrate", "--organisation", "Initech", "--owner", "laila", "--json")
    first, second = service(*migrate).json, service(*migrate).json
    assert (first["before"], first["after"], first["organisation"]) == ("", NEWEST, "Initech")
    assert (second["before"], second["after"]) == (NEWEST, NEWEST)
    listed = service("--workspace", address.replace("postgres@", "laila@"), "members", "list", "--json")
    assert [(each["login"], each["role"]) for each in listed.json] == [("laila", "owner")]


def test_preparing_says_what_is_left_to_do(running: Server, service: Service) -> None:
    running.new_login("laila")
    address = running.address(empty_database(running)).whole
    told = service("--workspace", address, "migrate", "--organisation", "Initech", "--owner", "laila").out
    assert "its first owner signs in as laila" in told
    assert "console_service" in told


def test_the_printed_sql_prepares_a_database_just_as_well(running: Server, service: Service) -> None:
    running.new_login("laila")
    database = empty_database(running)
    printed = service("migrate", "--sql", "--organisation", "O'Hara & Söhne 100%", "--owner", "laila")
    with running.connect(database) as administrator:
        administrator.execute(printed.out.encode())
    address = running.address(database, "laila").whole
    assert [each["login"] for each in service("--workspace", address, "members", "list", "--json").json] == ["laila"]
    assert service("migrate", "--sql").out == script()
    assert "O''Hara" in script(("O'Hara", ("laila", "Laila"), NOON))


def test_what_keeps_a_database_from_being_prepared_is_said(running: Server, service: Service) -> None:
    running.new_login("nobody_special")
    database = empty_database(running)
    administrator, person = (running.address(database, login).whole for login in ("postgres", "nobody_special"))
    refused = service("--workspace", person, "migrate", "--json")
    assert (refused.code, refused.error["code"]) == (1, "database.administrator_needed")
    missing = service(
        "--workspace", administrator, "migrate", "--organisation", "X", "--owner", f"l_{new_id()[-12:]}", "--json"
    )
    assert (missing.code, missing.error["code"]) == (1, "database.login_missing")
    running.run("UPDATE console.alembic_version SET version_num = '9999'", database)
    newer = service("--workspace", administrator, "migrate", "--json")
    assert (newer.code, newer.error["code"]) == (1, "database.too_new")


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("postgresql://amina:secret@db/console", "database.password_in_address"),
        ("mysql://amina@db/console", "database.address"),
        ("postgresql://amina@db", "database.address"),
    ],
)
def test_an_address_that_cannot_be_used_leaves_with_two(service: Service, address: str, code: str) -> None:
    refused = service("--json", "--workspace", address, "members", "list")
    assert (refused.code, refused.error["code"], "secret" in refused.err) == (2, code, False)


def test_an_organisation_is_no_matter_of_a_file(service: Service) -> None:
    refused = service("migrate", "--organisation", "Acme", "--owner", "amina", "--json")
    assert (refused.code, refused.error["code"]) == (2, "database.address")
    assert service("migrate", "--organisation", "Acme").code == 2


def test_the_owner_s_first_visit_makes_the_keys_and_others_are_told(
    service: Service, at: Callable[[str], str], running: Server, amina: Service
) -> None:
    first = amina("members", "add", "--name", "Huda", "--login", f"huda_{new_id()[-12:]}", "--role", "admin", "--json")
    assert (first.code, first.json["database_login"], "Recovery code" in first.err) == (0, "missing", True)
    assert "Recovery code" not in amina("members", "list").err
    running.new_login(first.json["login"])
    assert amina("members", "reset-password", first.json["login"], "--json").json["database_login"] == "linked"
    huda = service("--workspace", at(first.json["login"]), "members", "list", "--json")
    assert (huda.code, len(huda.json)) == (0, 2)


def test_a_password_is_taken_from_the_environment_and_a_wrong_one_refused(
    service: Service, running: Server, acme: str, amina: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    login = f"console_person_{new_id()[-12:]}"
    added = amina("members", "add", "--name", "Omar", "--login", login, "--role", "auditor", "--json").json
    place = DatabaseAddress("127.0.0.1", running.port, shared_database(), login, acme).whole
    monkeypatch.setenv("PGPASSWORD", "wrong")
    refused = service("--workspace", place, "members", "list", "--json")
    assert (refused.code, refused.error["code"]) == (1, "database.sign_in")
    monkeypatch.setenv("PGPASSWORD", added["one_time_password"])
    assert len(service("--workspace", place, "members", "list", "--json").json) >= 2


def test_the_service_receives_and_works_for_an_organisation(
    at: Callable[[str], str], amina: Service, owner: DatabaseAddress, serving: Serving, settings: Settings
) -> None:
    """A webhook that a person makes while the service runs is received; a sync that a person starts is done by it."""
    (settings.data_folder / "secret").write_text(SECRET)
    amina("members", "list")  # the owner's first visit
    with OdooSandbox(employees=2) as odoo:
        base, running = serving(at("console_service"))
        secret = ("--secret-file", str(settings.data_folder / "secret"))
        made = amina("webhooks", "add", "--name", "Repo", "--scheme", "github", *secret, "--json").json
        url = f"{base}/functions/v1/webhook-receiver/{made['id']}"
        answer = httpx.post(url, content=b"{}", headers=github_headers(b"{}"), trust_env=False)
        queue(owner, add_odoo(amina, odoo), settings)
        state = awaited(lambda: amina("syncs", "list", "--json").json[0]["state"], {"succeeded", "failed"})
        running.send_signal(signal.SIGTERM)
        _, err = running.communicate(timeout=20)
    assert (answer.status_code, made["url"], running.returncode, err, state) == (202, url, 0, "", "succeeded")
    logged = [json.loads(each)["event_type"] for each in amina("logs", "search", "--json").out.splitlines()]
    assert {"webhook.received", "sync.succeeded", "receiver.started", "receiver.stopped"} <= set(logged)


def test_one_service_receives_for_all_organisations_and_another_works_for_them(
    running: Server, service: Service, serving: Serving, settings: Settings
) -> None:
    database = running.new_database()
    (settings.data_folder / "secret").write_text(SECRET)
    people: dict[str, Service] = {}
    for name, login in (("Acme", "amina"), ("Globex", "omar")):
        running.new_organisation(database, name, login)
        place = running.address(database, login).whole
        people[login] = lambda *words, stdin="", place=place: service("--workspace", place, *words, stdin=stdin)
        people[login]("members", "list")  # the owner's first visit makes the keys
    place = running.address(database, "console_service").whole
    base, receiving = serving(place)
    _, working = serving(place, "work")
    answers, secret = [], ("--secret-file", str(settings.data_folder / "secret"))
    for each in people.values():
        made = each("webhooks", "add", "--name", "Repo", "--scheme", "github", *secret, "--json").json
        url = f"{base}/functions/v1/webhook-receiver/{made['id']}"
        answers.append(httpx.post(url, content=b"{}", headers=github_headers(b"{}"), trust_env=False).status_code)
    receiving.send_signal(signal.SIGTERM)
    with OdooSandbox(employees=2) as odoo:
        queue(running.address(database, "omar"), add_odoo(people["omar"], odoo), settings)
        done = awaited(lambda: people["omar"]("syncs", "list", "--json").json[0]["state"], {"succeeded", "failed"})
    working.send_signal(signal.SIGTERM)
    ends = [(*each.communicate(timeout=20), each.returncode)[1:] for each in (receiving, working)]
    assert (answers, done, ends) == ([202, 202], "succeeded", [("", 0), ("", 0)])


def queue(address: DatabaseAddress, connector_id: str, settings: Settings) -> None:
    """Queue a sync as a person whose program does not work itself."""
    opened = open_workspace(opening(settings.data_folder, path=address, own_types={}))
    syncs.start_sync(opened.context, RunRequest(connector_id))
    opened.close()


def add_odoo(amina: Service, odoo: OdooSandbox) -> str:
    settings = ("secret=-", f"base_url={odoo.base_url}", "private_network=true")
    options = [word for each in settings for word in ("--set", each)]
    added = amina("connectors", "add", "odoo", "--name", f"HR {new_id()}", *options, "--json", stdin=odoo.api_key)
    assert added.code == 0, added.err
    return str(added.json["id"])


def awaited(ask: Callable[[], str], wanted: set[str]) -> str:
    ends, found = time.monotonic() + 20, ""
    while found not in wanted and time.monotonic() < ends:
        found = ask()
        time.sleep(0.2)
    return found


def test_a_server_that_is_down_is_said_with_a_remedy(service: Service) -> None:
    gone = DatabaseAddress("127.0.0.1", 9, "console", "amina").whole
    refused = service("--workspace", gone, "members", "list", "--json")
    assert (refused.code, refused.error["code"]) == (1, "database.unreachable")


# -------------------------------------------------------------------------------------------------------------- doctor
def levels(outcome: Outcome) -> dict[str, str]:
    return {each["check"]: each["level"] for each in outcome.json}


def test_the_doctor_finds_a_shared_database_well(amina: Service) -> None:
    amina("members", "list")
    found = amina("doctor", "--json")
    assert (found.code, levels(found)) == (
        0,
        {
            **dict.fromkeys(("reachable", "revision", "membership", "isolation", "encryption", "clock"), "ok"),
            "log months": "ok",
            "keys": "ok",
            "service": "warning",
        },
    )
    assert "WRONG" not in amina("doctor").out


def test_the_doctor_says_what_is_wrong_and_what_to_do(
    service: Service, at: Callable[[str], str], running: Server, amina: Service
) -> None:
    found = amina("doctor", "--json")
    assert (found.code, levels(found)["keys"]) == (1, "wrong")
    login = f"mighty_{new_id()[-12:]}"
    assert amina("members", "add", "--name", "M", "--login", login, "--json").code == 0
    running.run(f"CREATE ROLE {login} LOGIN SUPERUSER")
    mighty = service("--workspace", at(login), "doctor")
    running.run(f"DROP ROLE {login}")
    assert mighty.code == 1
    assert "it sees every organisation" in mighty.out
    gone = service("--workspace", DatabaseAddress("127.0.0.1", 9, "console", "amina").whole, "doctor", "--json")
    assert (gone.code, levels(gone)) == (1, {"reachable": "wrong"})


def test_the_doctor_looks_a_file_over(service: Service, settings: Settings) -> None:
    missing = service("doctor", "--json")
    assert (missing.code, levels(missing)) == (1, {"reachable": "wrong"})
    service("migrate")
    found = service("doctor", "--json")
    assert found.code == 0
    assert {"reachable", "revision", "integrity", "keys", "disk"} <= levels(found).keys()
    for key in settings.key_folder.iterdir():
        key.unlink()
    assert levels(service("doctor", "--json"))["keys"] == "warning"
    settings.default_workspace.write_bytes(b"garbage" * 1000)
    assert levels(service("doctor", "--json")) == {"reachable": "wrong"}


@pytest.mark.parametrize(
    ("finding", "level"),
    [
        (doctor._clock(31), Level.WRONG),
        (doctor._months(has_next=False), Level.DOUBTFUL),
        (doctor._encryption(encrypted=False, is_local=False), Level.WRONG),
        (doctor._isolation(False, 2, "amina"), Level.WRONG),
    ],
)
def test_each_trouble_has_a_remedy(finding: Finding, level: Level) -> None:
    assert (finding.level, bool(finding.remedy)) == (level, True)
