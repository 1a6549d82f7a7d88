"""The rules of the house, in plain English, each held by a test."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tools import folder_map

TOP: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = TOP / "src" / "integration_console"
LONGEST_MODULE: Final = 300
LONGEST_CLASS: Final = 200

# The places where any exception may be caught: there it becomes an answer, a log line or an outcome.
CATCHES_EVERYTHING: Final[dict[str, str]] = {
    "ui/tasks.py": "a job of the window",
    "service/problems.py": "a request",
    "service/api/long_work.py": "a request",
    "gateways/service_api/refresh_tokens.py": "nothing is caught for good: keyrings raise classes of their own",
    "gateways/cached/reach.py": "a turn of the thread that looks for a workspace",
    "gateways/cached/workplace.py": "an opening on a thread of its own, whose waiter is told; a turn of the filling",
    "service/receiver.py": "a request",
    "service/worker.py": "a turn of the dispatcher, and of each of its threads",
    "operations/jobs.py": "a job",
    "operations/type_faults.py": "an installed connector type of somebody else",
    "operations/sync_work.py": "nothing is caught for good: what was read is stored, then it goes on",
    "operations/tokens.py": "nothing is caught for good: the lease is let go, then it goes on",
    "service/server.py": "a turn of the receiving thread",
    "service/housekeeping.py": "a turn of the thread that removes old entries",
    "storage/log_indexer.py": "a turn of the indexer",
    "storage/writer.py": "a turn of the writing thread",
    "desktop.py": "sys.excepthook",
    "headless.py": "sys.excepthook",
    # Code of others that runs inside ours, and raises what it likes: translated at the edge that loads it.
    "connectors/registry.py": "an installed connector type of somebody else",
    "storage/key_places.py": "the operating system's keyring",
}
# Where colours may be written down.
COLOUR_HOMES: Final[dict[str, str]] = {"ui/theme/": "the one file of tokens, and what is made of it"}
# Where left and right may be spoken of; everywhere else there is only leading and trailing.
DIRECTION_HOMES: Final[dict[str, str]] = {
    "ui/language/": "decides the direction of the whole program",
    "ui/widgets/fields.py": "islands: URLs and keys read left to right in every language",
    "ui/widgets/payload_view.py": "an island: JSON reads left to right in every language",
    "ui/tabs/logs/json_tree.py": "an island: names and values of JSON read left to right in every language",
    "ui/forms/secret_line.py": "an island: secrets read left to right, the sentence about one as the language does",
    "ui/forms/editors.py": "an island: JSON is written left to right in every language",
    "ui/widgets/cells.py": "a painter knows only real sides; these follow the direction in force",
    "ui/widgets/labels.py": "a painter knows only real sides; these follow the direction in force",
    "ui/widgets/painting.py": "a painter knows only real sides; these follow the direction in force",
    "ui/widgets/rows_painter.py": "a painter knows only real sides; it is told the direction in force",
    "ui/tabs/logs/time_range.py": "an island: Qt reverses the sections of a moment from right to left",
    "ui/widgets/navigation.py": "a painter knows only real sides; these follow the direction in force",
}
COLOUR: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl|hsv)a?\(", re.IGNORECASE)


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    """Every module of the product: its path below the package, and its syntax tree."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return tuple((path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text("utf-8"))) for path in paths)


def nodes(homes: Iterable[str] = ()) -> Iterator[tuple[str, ast.AST]]:
    """Every node of every module outside the given places, with its place as `file:line`."""
    for name, tree in modules():
        if not name.startswith(tuple(homes)):
            for node in ast.walk(tree):
                yield f"{name}:{getattr(node, 'lineno', 0)}", node


def test_no_module_is_longer_than_300_lines() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}
    assert {path.relative_to(TOP).as_posix(): lines for path, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_no_class_is_longer_than_200_lines() -> None:
    classes = [(place, node) for place, node in nodes() if isinstance(node, ast.ClassDef)]
    lengths = {f"{place} {node.name}": (node.end_lineno or 0) - node.lineno + 1 for place, node in classes}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_CLASS} == {}


def test_every_package_and_module_says_what_it_is_for() -> None:
    assert [name for name, tree in modules() if not ast.get_docstring(tree)] == []


def test_every_folder_of_the_product_is_a_package() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert [
        folder.relative_to(TOP).as_posix() for folder in sorted(folders) if not (folder / "__init__.py").exists()
    ] == []


def test_the_map_in_the_readme_says_what_the_packages_say() -> None:
    readme = (TOP / "README.md").read_text("utf-8")
    assert folder_map.read_map(readme) == folder_map.packages_of(PACKAGE), "run `make map`"


def test_everything_is_caught_only_where_it_becomes_an_outcome() -> None:
    caught = {
        place.partition(":")[0]
        for place, node in nodes()
        if isinstance(node, ast.ExceptHandler) and catches_everything(node.type)
    }
    assert caught - CATCHES_EVERYTHING.keys() == set()


def catches_everything(caught: ast.expr | None) -> bool:
    """Whether an except clause is bare or names Exception or BaseException, alone or among others."""
    if caught is None:
        return True
    return any(isinstance(node, ast.Name) and node.id in {"Exception", "BaseException"} for node in ast.walk(caught))


def test_colours_are_written_in_the_theme_alone() -> None:
    prose = {
        f"{place} {node.value.value!r}"
        for place, node in nodes()
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    colours = {
        f"{place} {node.value!r}"
        for place, node in nodes(COLOUR_HOMES)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and COLOUR.search(node.value)
    }
    assert colours - prose == set()


def test_no_view_speaks_of_left_and_right() -> None:
    words = {"AlignLeft", "AlignRight", "setLayoutDirection"}
    assert [
        f"{place} {node.attr}"
        for place, node in nodes(DIRECTION_HOMES)
        if isinstance(node, ast.Attribute) and node.attr in words
    ] == []


def test_plurals_never_go_through_tr() -> None:
    """PySide translates `self.tr(text, "", n)` of a base class in the wrong context when a subclass calls it."""
    assert [
        place
        for place, node in nodes()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"
        if len(node.args) > 2 or any(keyword.arg == "n" for keyword in node.keywords)
    ] == []


def test_every_dependency_has_its_reason_in_the_decisions() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[\[<>=;]", requirement)[0].strip() for requirement in wanted}
    decisions = (TOP / "docs" / "decisions.md").read_text("utf-8")
    explained = {
        name.strip() for row in re.findall(r"^\| ([^|]+) \|", decisions, re.MULTILINE) for name in row.split(",")
    }
    assert names - explained == set()


# ------------------------------------------------------------------------------------------------ the layers' contracts
Breach = tuple[str, str, str]
BREACHES: Final[dict[str, Breach]] = {
    "what lies below looks up": (
        "Everything flows down the house; nothing looks up",
        "domain/rogue.py",
        "import integration_console.storage",
    ),
    "a folder that has no place in the house": (
        "Everything flows down the house; nothing looks up",
        "attic/__init__.py",
        "",
    ),
    "the command line goes in by the window": (
        "The window and the command line reach the inside only through gateways",
        "commands/rogue.py",
        "import integration_console.operations",
    ),
    "the window goes round the gateways": (
        "The window and the command line reach the inside only through gateways",
        "ui/rogue.py",
        "import integration_console.storage",
    ),
    "the sandbox leans on the product": (
        "The sandbox imports the domain at most",
        "sandbox/rogue.py",
        "import integration_console.connectors",
    ),
    "the product leans on the sandbox": (
        "Only the composition roots import the sandbox",
        "operations/rogue.py",
        "import integration_console.sandbox",
    ),
    "the inside knows Qt": ("Only the window knows Qt", "operations/rogue.py", "import PySide6.QtCore"),
    "a tab knows another": (
        "Tabs do not know each other",
        "ui/tabs/rogue.py",
        "import integration_console.ui.tabs.logs",
    ),
    "a connector type knows another": (
        "Connector types do not know each other",
        "connectors/rogue.py",
        "import integration_console.connectors.slack",
    ),
}


@pytest.fixture
def copied_house(tmp_path: Path) -> Path:
    """The sources in a folder of their own, where a test may spoil them."""
    shutil.copytree(TOP / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(TOP / "pyproject.toml", tmp_path)
    return tmp_path


def broken_contracts(house: Path) -> list[str]:
    """The names of the contracts that import-linter finds broken in a copy of the sources."""
    program = (
        "import sys; sys.path.insert(0, 'src'); from importlinter.cli import lint_imports; "
        "sys.exit(lint_imports(no_cache=True))"
    )
    command = [sys.executable, "-c", program]
    answer = subprocess.run(command, cwd=house, capture_output=True, text=True, env={"COLUMNS": "200"}, check=False)
    verdicts = re.findall(r"^(.+?) (KEPT|BROKEN)\b", answer.stdout, re.MULTILINE)
    assert len(verdicts) == len({contract for contract, _, _ in BREACHES.values()}), answer.stdout + answer.stderr
    return [name for name, verdict in verdicts if verdict == "BROKEN"]


def test_the_house_keeps_all_its_contracts(copied_house: Path) -> None:
    assert broken_contracts(copied_house) == []


@pytest.mark.parametrize("breach", BREACHES.values(), ids=BREACHES.keys())
def test_breaking_a_contract_is_noticed(copied_house: Path, breach: Breach) -> None:
    contract, module, offence = breach
    target = copied_house / "src" / "integration_console" / module
    target.parent.mkdir(exist_ok=True)
    target.write_text(f'"""A breach, for the test."""\n\n{offence}\n', "utf-8")
    assert broken_contracts(copied_house) == [contract]
