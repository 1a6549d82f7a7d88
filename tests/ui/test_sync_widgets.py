"""The parts of windows that syncs brought along: progress, split buttons, chips, awaited cells, narrow banners."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from integration_console.domain.connectors import Connector, ConnectorStatus
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunState, SyncRun, Trigger
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tabs.hub.connector_card import ConnectorCard
from integration_console.ui.theme import theme
from integration_console.ui.widgets import Banner, Cell, Chip, ProgressLine, SplitButton, Tone, draw_cell
from tests.ui.fake_syncs import SHOP


def painted(cell: Cell) -> QImage:
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    draw_cell(painter, QRectF(0, 0, 200, 40), cell)
    painter.end()
    return image


def extent(image: QImage, role: str) -> tuple[int, int]:
    """The first and the last column that has a pixel of this colour."""
    color = theme.color(role).rgb()
    columns = [x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == color]
    return (min(columns), max(columns)) if columns else (-1, -1)


@pytest.mark.parametrize(("share", "expected"), [(0.0, (-1, -1)), (0.5, (0, 99)), (1.0, (0, 199)), (-1.0, (67, 132))])
def test_a_bar_of_progress_is_as_long_as_the_work_has_come(
    dressed: QApplication, share: float, expected: tuple[int, int]
) -> None:
    first, last = extent(painted(Cell("", share=share)), "primary")
    assert (abs(first - expected[0]) <= 1, abs(last - expected[1]) <= 1) == (True, True)


def test_progress_grows_from_where_reading_starts(dressed: QApplication) -> None:
    language.choose(LanguageCode.ARABIC)
    first, last = extent(painted(Cell("", share=0.25)), "primary")
    assert (first > 140, last > 196) == (True, True)


def test_a_row_on_its_way_is_a_grey_bar(dressed: QApplication) -> None:
    first, last = extent(painted(Cell("never shown", awaited=True)), "skeleton")
    assert (first <= 1, 120 < last < 140) == (True, True)


def test_a_progress_line_is_read_aloud(qtbot: QtBot, dressed: QApplication) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.resize(300, 30)
    line.show_progress(0.4, "4 of 10")
    assert (line.share, strip_isolates(line.words.text()), line._bar.accessibleName()) == (0.4, "4 of 10", "4 of 10")
    line.show_progress(None, "4")
    assert line.share < 0
    line.grab()


def test_a_split_button_does_the_usual_thing_and_offers_others(qtbot: QtBot, dressed: QApplication) -> None:
    button = SplitButton("refresh-cw")
    qtbot.addWidget(button)
    button.offer("full", "layers")
    button.show_words("Sync now", {"full": "Everything"}, "Other ways")
    done: list[str] = []
    button.clicked.connect(lambda: done.append("usual"))
    button.chosen.connect(done.append)
    qtbot.mouseClick(button.button, Qt.MouseButton.LeftButton)
    button.menu.actions()[0].trigger()
    assert done == ["usual", "full"]
    assert (button.arrow.accessibleName(), button.menu.actions()[0].text()) == ("Other ways", "Everything")


def test_a_chip_is_pressed_by_the_keyboard(qtbot: QtBot, dressed: QApplication) -> None:
    chip = Chip(Tone.SUCCESS)
    qtbot.addWidget(chip)
    chip.show_word("Live")
    plain = chip.grab().toImage()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    assert (chip.accessibleName(), chip.grab().toImage() == plain) == ("Live", False)


def test_a_narrow_banner_has_its_action_below_the_words(qtbot: QtBot, dressed: QApplication) -> None:
    banner = Banner(narrow=True)
    qtbot.addWidget(banner)
    banner.show_message(Tone.WARNING, "No access", "Somebody must grant it again.", "Authorise again…")
    banner.resize(320, 200)
    banner.layout().activate()  # type: ignore[union-attr]
    assert banner._action.y() > banner._detail.y()
    banner.show_message(Tone.WARNING, "Still none", quietly=True)
    assert banner.accessibleName() == "Still none"


def test_a_card_on_the_hub_tells_the_newest_sync(qtbot: QtBot, dressed: QApplication) -> None:
    moment = datetime.now(UTC)
    connector = Connector("c", "shop", "Odoo", {}, ConnectorStatus.ACTIVE, moment, moment)
    run = SyncRun(
        "r", "c", SyncMode.FULL, (), Trigger.PERSON, "laila", RunState.SUCCEEDED, moment, moment, moment, moment
    )
    card = ConnectorCard(connector, SHOP, run)
    qtbot.addWidget(card)
    assert strip_isolates(card.checked.accessibleName()) == "Synced just now"
    card.show_connector(connector, SHOP, replace(run, state=RunState.QUEUED, finished_at=None))
    assert card.checked.accessibleName() == "Waits for its turn"
    card.show_connector(connector, SHOP)
    assert card.checked.accessibleName() == "Never contacted"
