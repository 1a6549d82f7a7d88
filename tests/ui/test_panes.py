"""A list and its details keep their edges in both directions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from integration_console.ui.widgets import ListWithDetails

WIDTH = 1018


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_parts_stay_inside(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    listed, details = QFrame(), QFrame()
    panes = ListWithDetails(listed, details)
    qtbot.addWidget(panes)
    panes.setLayoutDirection(direction)
    panes.resize(WIDTH, 300)
    panes.show()
    alone = (listed.x() >= 0, listed.x() + listed.width() <= WIDTH, details.isVisible())
    panes.open_details()
    both = [(each.x() >= 0, each.x() + each.width() <= WIDTH, each.isVisible()) for each in (listed, details)]
    assert (alone, both) == ((True, True, False), [(True, True, True)] * 2)


def test_a_border_that_was_dragged_stays(qtbot: QtBot) -> None:
    details = QFrame()
    panes = ListWithDetails(QFrame(), details)
    qtbot.addWidget(panes)
    panes.resize(WIDTH, 300)
    panes.show()
    panes.open_details()
    panes.moveSplitter(500, 1)
    before = panes.sizes()
    panes.open_details()
    assert panes.sizes() == before
