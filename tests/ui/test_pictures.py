"""The main job without a screen, as a person would run it: a process of its own, judged by what it leaves behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

PAGES = ("hub", "connectors", "syncs", "records", "webhooks", "logs", "members", "api_keys", "key_holders", "audit")
LOG = ("overview", "contents", "timeline", "chain", "statistics", "narrow", "narrow-details")
ASKING = ("columns", "retention", "case-making", "drafts", "backup", "copy")
VIEWS = (*PAGES, *(f"log-{each}" for each in LOG), *ASKING, "progress", "case", "case-search")
THEMES = ("light", "dark", "contrast")
NAMES = {f"{page}-{code}-{theme}.png" for page in VIEWS for code in ("en", "ar") for theme in THEMES}
DELIVERIES = 24

pytestmark = pytest.mark.timeout(1500)  # the first of them waits until all pictures are there


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the pictures are, after a run that left with 0."""
    place = tmp_path_factory.mktemp("main-job")
    own = {f"INTEGRATION_{name}_FOLDER": str(place / name.lower()) for name in ("DATA", "KEY", "LOG")}
    command = [sys.executable, "-m", "integration_console.desktop", "--demonstrate", "--pictures", str(place / "out")]
    environment = {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=1500, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "  Pictures " in ended.stdout
    return place / "out"


@pytest.fixture(scope="module")
def report(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "report.json").read_text("utf-8"))
    return found


def test_every_page_is_there_in_both_languages_and_themes(folder: Path) -> None:
    assert {each.name for each in folder.glob("*.png")} == NAMES


def test_every_picture_shows_what_is_stored(report: dict[str, Any]) -> None:
    pictures = {each["name"]: each for each in report["pictures"]}
    assert set(pictures) == NAMES
    assert [name for name, each in pictures.items() if each["shown"] != each["stored"] or not each["true"]] == []


def test_no_picture_shows_an_empty_page(report: dict[str, Any]) -> None:
    shown = {each["name"].split("-")[0]: each["shown"] for each in report["pictures"]}
    assert [each for each in report["pictures"] if 0 in each["shown"]["counts"] or not each["shown"]["newest"]] == []
    assert shown["hub"]["counts"][:2] == [3, 1]
    assert shown["hub"]["counts"][2] > DELIVERIES  # and those of the day that was lived through before
    assert shown["progress"]["counts"] == [1]
    assert shown["syncs"]["counts"] == [4]
    assert shown["records"]["counts"][0] >= 2_000
    assert shown["members"]["counts"] == [4]
    assert shown["api_keys"]["counts"] == [3]
    assert shown["audit"]["counts"][0] > 4
    assert shown["logs"]["counts"][0] > DELIVERIES
    assert shown["drafts"]["counts"] == [3]
    cases = {each["name"]: each["shown"]["counts"][0] for each in report["pictures"] if each["name"].startswith("case")}
    assert 0 < cases["case-search-en-light.png"] < cases["case-en-light.png"]
    assert cases["case-en-light.png"] > 1_000
    assert shown["backup"]["counts"][0] > shown["records"]["counts"][0]


def test_the_main_job_happened(report: dict[str, Any]) -> None:
    happened = dict(report["happened"])
    assert happened["Deliveries"] == f"{DELIVERIES} signed by GitHub's scheme, {DELIVERIES} answered 2xx"
    assert happened["Sent again"] == "answered “duplicate”, stored once"
    assert happened["Forged"] == "answered 401, logged, not stored"
    assert happened["Odoo sync"].startswith("succeeded, 5015 records added")
    assert happened["Drive sync"].startswith("succeeded, 2000 records added")
    assert happened["Access"].startswith("granted")
    assert {"Pause", "Lost access"} <= set(happened)
    assert happened["Log"] == "2 entries marked and noted, a filter saved"
    assert happened["Case file"].endswith("entries, signed, opened and searched")
    assert happened["Members"] == "3 added, each with a one-time password"
    assert happened["API keys"] == "4 handed out, each shown once; one rerolled, one revoked"
    assert happened["Backup"].endswith("rows, read again and found equal")
    assert happened["Audit"].endswith("entries verified, every entry is as it was written")


@pytest.mark.parametrize("name", sorted(NAMES))
def test_pictures_are_not_blank(folder: Path, name: str) -> None:
    image = QImage(str(folder / name))
    assert (image.width(), image.height()) == (900 if "narrow" in name else 1280, 832)
    colors = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colors) > 30
    corner = QColor(image.pixel(image.width() // 2, image.height() - 4))
    assert (corner.lightness() > 128) == name.endswith("light.png")


def test_the_rail_stands_at_the_leading_side(folder: Path) -> None:
    """A rail has its own shade: the first column of an English picture is the last of an Arabic one."""
    for page in PAGES:
        english, arabic = (QImage(str(folder / f"{page}-{code}-light.png")) for code in ("en", "ar"))
        y = english.height() - 10
        assert english.pixel(2, y) == arabic.pixel(arabic.width() - 3, y)
        assert english.pixel(2, y) != english.pixel(english.width() - 3, y)
