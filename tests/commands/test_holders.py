"""`holders list | ask | approve | refuse | remove | add-passphrase | recovery-code | replace-key`."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from integration_console.commands.program import run
from integration_console.headless import HeadlessPrograms
from integration_console.settings import Settings
from tests.commands.conftest import Outcome, Service


@pytest.fixture
def elsewhere(
    settings: Settings, service: Service, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Service:
    """The same command line on another computer, which has no key of the workspace."""
    assert service("holders", "list").code == 0  # the workspace gets its keys here
    other = replace(settings, key_folder=settings.key_folder.with_name("other keys"))

    def call(*arguments: str, stdin: str = "") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        code = run(HeadlessPrograms(other), arguments)
        return Outcome(code, *capsys.readouterr())

    return call


def rows(service: Service) -> list[tuple[Any, ...]]:
    found = service("holders", "list", "--json").json
    return [(each["state"], each["kind"], each["name"], each["this_program"]) for each in found]


def test_a_computer_asks_and_is_let_in(service: Service, elsewhere: Service) -> None:
    asked = elsewhere("holders", "ask", "--name", "laptop", "--json").json
    assert rows(elsewhere)[-1] == ("asks", "key_file", "laptop", True)
    refused = elsewhere("holders", "approve", asked["id"], "--json")
    assert (refused.code, refused.error["code"]) == (1, "vault.locked")
    assert "laptop can open the secrets now" in service("holders", "approve", asked["fingerprint"]).out
    assert rows(elsewhere)[-1] == ("holds", "key_file", "laptop", True)
    holder = elsewhere("holders", "list", "--json").json[-1]["id"]
    assert service("holders", "remove", holder).code == 0
    assert "laptop" not in {row[2] for row in rows(service)}


def test_who_is_refused_is_forgotten(service: Service, elsewhere: Service) -> None:
    lines = elsewhere("holders", "ask", "--name", "laptop").out.splitlines()
    assert "Fingerprint" in lines[0]
    assert service("holders", "refuse", lines[1].split()[-1]).code == 0
    assert rows(service) == [
        ("holds", "key_file", rows(service)[0][2], True),
        ("holds", "recovery", "recovery code", False),
    ]
    missing = service("holders", "approve", "nobody", "--json")
    assert (missing.code, missing.error["code"]) == (1, "input.not_found")


def test_a_passphrase_and_a_new_code_open_elsewhere(service: Service, elsewhere: Service, tmp_path: Path) -> None:
    assert service("holders", "add-passphrase", "-", stdin="correct horse battery\n").code == 0
    assert service("holders", "replace-key").code == 0
    typed = tmp_path / "passphrase"
    typed.write_text("correct horse battery")
    assert elsewhere("--passphrase-file", str(typed), "holders", "list").code == 0
    typed.write_text(service("holders", "recovery-code", "--json").json["recovery_code"])
    assert elsewhere("--passphrase-file", str(typed), "holders", "list").code == 0
    typed.write_text("something else entirely")
    assert elsewhere("--passphrase-file", str(typed), "holders", "list").code == 1
