"""The programs' own logs: JSON lines in a file, credentials masked."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from integration_console.logging_setup import JsonLines, mask_patterns, start_logging


@pytest.fixture(autouse=True)
def own_logging() -> Iterator[None]:
    """The root logger as it was, once the test is over."""
    root = logging.getLogger()
    before = (root.handlers[:], root.level, logging.raiseExceptions)
    yield
    for handler in root.handlers:
        if handler not in before[0]:
            handler.close()
    root.handlers[:], level, logging.raiseExceptions = before
    root.setLevel(level)


def lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "tests.log").read_text("utf-8").splitlines()]


def test_a_line_is_json_with_time_level_logger_and_message(tmp_path: Path) -> None:
    start_logging(tmp_path / "logs", "tests", "INFO")
    logging.getLogger("a.b").info("%s ok", "مرحبا")
    (line,) = lines(tmp_path / "logs")
    assert line.pop("time").endswith("+00:00")
    assert line == {"level": "INFO", "logger": "a.b", "message": "مرحبا ok"}


def test_a_traceback_stands_in_its_line(tmp_path: Path) -> None:
    start_logging(tmp_path, "tests", "INFO")
    try:
        raise ValueError("xoxb-123456-secret")
    except ValueError:
        logging.getLogger("a").exception("failed")
    (line,) = lines(tmp_path)
    assert ("ValueError: ••••••" in line["traceback"], "xoxb" in line["traceback"]) == (True, False)


@pytest.mark.parametrize(("level", "kept"), [("WARNING", 1), ("DEBUG", 3), ("nonsense", 2)])
def test_the_level_decides_what_is_kept(tmp_path: Path, level: str, kept: int) -> None:
    start_logging(tmp_path, "tests", level)
    for each in (logging.DEBUG, logging.INFO, logging.WARNING):
        logging.getLogger("a").log(each, "x")
    assert len(lines(tmp_path)) == kept


def test_where_no_file_can_be_errors_go_to_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    sys.stderr.flush()
    start_logging(tmp_path / "file" / "logs", "tests", "INFO")
    (handler,) = logging.getLogger().handlers
    logging.getLogger("a").warning("left out")
    logging.getLogger("a").error("told")
    assert isinstance(handler.formatter, JsonLines)
    assert [json.loads(line)["message"] for line in capsys.readouterr().err.splitlines()] == ["told"]


@pytest.mark.parametrize(
    "text",
    [
        "token {}xoxb-1234-abcdef",
        "key {}whsec_MDEyMzQ1Njc4",
        "Authorization: Bearer {}abcdefgh.ijkl",
        "https://hooks.slack.com/services/{}T000/B000/secret",
        "{}ick_12345678_abc",
    ],
)
def test_what_looks_like_a_credential_is_masked(text: str) -> None:
    plain, _, secret = text.partition("{}")
    assert mask_patterns(text.format("")) == plain + "••••••"
    assert secret not in mask_patterns(text.format(""))
