"""The command line, run in this very process on a workspace of its own."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from integration_console.commands.program import run
from integration_console.headless import HeadlessPrograms
from integration_console.sandbox import SlackSandbox
from integration_console.settings import Settings


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        """The last line on standard error, which is the error where --json was asked for."""
        return json.loads(self.err.splitlines()[-1])


Service = Callable[..., Outcome]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=tmp_path, key_folder=tmp_path / "keys", log_folder=tmp_path / "logs")


@pytest.fixture
def service(settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Service:
    """`service("connectors", "list", stdin="...")` runs one command line."""

    def call(*arguments: str, stdin: str = "") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        code = run(HeadlessPrograms(settings), arguments)
        return Outcome(code, *capsys.readouterr())

    return call


@pytest.fixture
def environment(settings: Settings) -> dict[str, str]:
    """The settings as another process of the same person has them."""
    folders = {"DATA": settings.data_folder, "KEY": settings.key_folder, "LOG": settings.log_folder}
    return {**os.environ, **{f"INTEGRATION_{name}_FOLDER": str(folder) for name, folder in folders.items()}}


@pytest.fixture
def slack() -> Iterator[SlackSandbox]:
    with SlackSandbox() as running:
        yield running


@pytest.fixture
def token_file(tmp_path: Path, slack: SlackSandbox) -> str:
    path = tmp_path / "token"
    path.write_text(slack.token + "\n")
    return f"token=@{path}"


@pytest.fixture
def ops(service: Service, slack: SlackSandbox, token_file: str) -> str:
    """The id of a Slack connector."""
    added = service("connectors", "add", "slack", "--name", "Ops", "--set", token_file, "--set", "channel=#general",
                    "--set", f"base_url={slack.base_url}", "--set", "private_network=true", "--json")  # fmt: skip
    return str(added.json["id"])
