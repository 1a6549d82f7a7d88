"""Colours that can be read, from one file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from integration_console.ui.icons import icon
from integration_console.ui.theme import ThemeChoice, theme
from integration_console.ui.theme.tokens import tokens

_SURFACES = ("background", "surface", "surface-raised", "surface-sunken")
_PAIRS = [
    *(
        (text, surface)
        for text in ("text", "text-muted", "danger", "success", "warning", "link")
        for surface in _SURFACES
    ),
    *((tone, f"{tone}-soft") for tone in ("success", "warning", "danger", "info")),
    *((f"code-{part}", "code-background") for part in ("key", "string", "number", "literal", "punctuation")),
    ("text", "info-soft"),
    ("text", "warning-soft"),
    ("text", "danger-soft"),
    ("text", "success-soft"),
    ("text", "neutral-soft"),
    ("text-muted", "neutral-soft"),
    ("text-muted", "rail"),
    ("text", "rail-selected"),
    ("link", "primary-soft"),
    ("primary-text", "primary"),
    ("primary-text", "primary-hover"),
    ("primary-text", "primary-pressed"),
    ("danger-text", "danger-fill"),
    ("danger-text", "danger-fill-hover"),
    ("selection-text", "selection"),
    ("text", "mark"),
    ("tooltip-text", "tooltip"),
]


def _luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_contrast_is_at_least_four_and_a_half(name: str) -> None:
    colors = tokens()[name]
    weak = {pair: round(_contrast(colors[pair[0]], colors[pair[1]]), 2) for pair in _PAIRS}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


def test_themes_name_the_same_roles() -> None:
    assert tokens()["light"].keys() == tokens()["dark"].keys()


def test_theme_change_reaches_palette_style_sheet_and_listeners(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    with qtbot.waitSignal(theme.theme_changed):
        theme.choose(ThemeChoice.DARK)
    assert theme.is_dark
    assert QApplication.palette().window().color() == theme.color("background")
    assert button.palette().buttonText().color().name() == theme.color("text").name()


def test_icon_takes_the_color_of_the_theme_it_is_painted_in() -> None:
    sign = icon("circle", "danger")

    def strongest() -> QColor:
        image = sign.pixmap(32, 32).toImage()
        return max((image.pixelColor(x, 16) for x in range(32)), key=lambda color: color.alpha())

    in_light = strongest()
    theme.choose(ThemeChoice.DARK)
    assert (in_light.name(), strongest().name()) == (
        tokens()["light"]["danger"].name(),
        tokens()["dark"]["danger"].name(),
    )


def test_no_color_stands_outside_the_tokens() -> None:
    folder = Path(__file__).resolve().parents[2] / "src" / "integration_console" / "ui"
    literal = re.compile(r"#[0-9a-fA-F]{6}\b(?!`)|#[0-9a-fA-F]{3}\b(?!`)|QColor\(\"|Qt\.GlobalColor\.(?!transparent)")
    found = {path.name: literal.findall(path.read_text()) for path in folder.rglob("*.py")}
    assert {name: hits for name, hits in found.items() if hits} == {}
