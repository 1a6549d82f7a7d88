"""Colours that can be read, from one file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from integration_console.ui.icons import icon
from integration_console.ui.theme import SHOWN, ThemeChoice, theme
from integration_console.ui.theme.system import theme_for
from integration_console.ui.theme.tokens import tokens
from integration_console.ui.theme_menu import ThemeMenu
from integration_console.ui.widgets.painting import draw_chosen_row

_LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
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
    ("mark-text", "mark"),
    ("tooltip-text", "tooltip"),
]


def _luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _weak(name: str, pairs: Iterable[tuple[str, str]], least: float) -> dict[tuple[str, str], float]:
    colors = tokens()[name]
    ratios = {pair: round(_contrast(colors[pair[0]], colors[pair[1]]), 2) for pair in pairs}
    return {pair: ratio for pair, ratio in ratios.items() if ratio < least}


@pytest.mark.parametrize("name", _LEAST)
def test_text_can_be_read_where_it_stands(name: str) -> None:
    assert _weak(name, _PAIRS, _LEAST[name]) == {}


def test_in_high_contrast_every_text_can_be_read_on_every_surface() -> None:
    """Also what is off, what is chosen, what the mouse is on: nothing is too faint anywhere."""
    colors = tokens()["contrast"]
    surfaces = [each for each in colors if _is_surface(each)]
    assert {*_SURFACES, "selection", "tooltip", "rail-hover", "danger-soft", "surface-pressed"} <= set(surfaces)
    texts = [each for each in colors if _is_text(each)]
    assert {"text", "text-muted", "text-disabled", "link", "danger", "selection-text", "code-string"} <= set(texts)
    assert _weak("contrast", ((text, surface) for text in texts for surface in surfaces), 7.0) == {}


def test_in_high_contrast_edges_and_the_focus_are_seen_on_every_surface() -> None:
    colors = tokens()["contrast"]
    surfaces = [each for each in colors if _is_surface(each)]
    edges = ("border", "border-strong", "focus", "selection-edge", "tooltip-edge", "primary", "danger-fill", "mark")
    assert _weak("contrast", ((edge, surface) for edge in edges for surface in surfaces), 3.0) == {}


def test_every_color_of_high_contrast_has_been_looked_at() -> None:
    """A role that is neither text, surface, edge nor fill would be measured by nobody."""
    others = {"border", "border-strong", "focus", "selection-edge", "tooltip-edge", "mark", "mark-text"}
    others |= {"primary", "primary-hover", "primary-pressed", "primary-text"}
    others |= {"danger-fill", "danger-fill-hover", "danger-text", "skeleton", "skeleton-shine", "shadow", "scrim"}
    assert {each for each in tokens()["contrast"] if not _is_surface(each) and not _is_text(each)} == others


def _is_surface(role: str) -> bool:
    plain = ("background", "selection", "code-background", "tooltip")
    return role in plain or role.startswith(("surface", "rail")) or role.endswith("-soft")


def _is_text(role: str) -> bool:
    plain = ("text", "link", "success", "warning", "danger", "info", "selection-text", "tooltip-text")
    return role in plain or role.startswith("text-") or (role.startswith("code-") and role != "code-background")


def test_themes_name_the_same_roles() -> None:
    assert tokens()["light"].keys() == tokens()["dark"].keys() == tokens()["contrast"].keys()


@pytest.mark.parametrize(
    ("scheme", "more", "name"),
    [
        (Qt.ColorScheme.Unknown, False, "light"),
        (Qt.ColorScheme.Light, False, "light"),
        (Qt.ColorScheme.Dark, False, "dark"),
        (Qt.ColorScheme.Light, True, "contrast"),
        (Qt.ColorScheme.Dark, True, "contrast"),
    ],
)
def test_the_system_is_followed_in_contrast_before_brightness(scheme: Qt.ColorScheme, more: bool, name: str) -> None:
    assert theme_for(scheme, more_contrast=more) == name


def test_a_system_that_says_nothing_gets_the_light_theme() -> None:
    theme.choose(ThemeChoice.DARK)
    theme.choose(ThemeChoice.SYSTEM)
    assert (theme.choice, theme.name) == (ThemeChoice.SYSTEM, "light")


def test_one_key_goes_through_all_themes() -> None:
    shown = []
    for _ in SHOWN:
        theme.choose_next()
        shown.append(theme.name)
    assert shown == ["dark", "contrast", "light"]


def test_the_menu_offers_every_theme_and_says_which_there_is(qtbot: QtBot) -> None:
    button = ThemeMenu()
    qtbot.addWidget(button)
    assert [each.text() for each in button.choices.actions()] == ["Light", "Dark", "High contrast", "Like the system"]
    button.chosen.connect(theme.choose)
    button.actions_by_choice[ThemeChoice.CONTRAST].trigger()
    assert theme.is_high_contrast
    assert [each.text() for each in button.choices.actions() if each.isChecked()] == ["High contrast"]
    assert button.accessibleName().startswith("Theme: High contrast (")
    assert "Ctrl+Shift+L" in button.toolTip()


def test_what_is_chosen_has_an_edge_in_high_contrast() -> None:
    """A shade that lets every colour of text be read on it cannot stand out by itself."""

    def edge() -> set[str]:
        picture = QImage(40, 32, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        draw_chosen_row(painter, QRectF(picture.rect()))
        painter.end()
        return {picture.pixelColor(20, y).name() for y in range(31)}

    assert edge() == {tokens()["light"]["selection"].name()}
    theme.choose(ThemeChoice.CONTRAST)
    assert edge() == {tokens()["contrast"]["selection"].name(), tokens()["contrast"]["selection-edge"].name()}


def test_theme_change_reaches_palette_style_sheet_and_listeners(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    with qtbot.waitSignal(theme.theme_changed):
        theme.choose(ThemeChoice.DARK)
    assert theme.name == "dark"
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
