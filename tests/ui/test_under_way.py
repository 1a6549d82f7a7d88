"""How many syncs are under way, beside the name of their page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from integration_console.domain.changes import Subject
from integration_console.domain.syncs import RunState
from integration_console.ui.language import Digits, LanguageCode, language
from integration_console.ui.under_way import UnderWay
from integration_console.ui.widgets import NavigationRail
from tests.ui.fake_syncs import Desk, made_desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    with made_desk() as made:
        yield made


def counted(desk: Desk) -> NavigationRail:
    rail = NavigationRail()
    desk.show(rail)
    rail.add_page("syncs", "refresh-cw")
    under_way = UnderWay(desk.fake, desk.tasks, rail, rail)
    desk.relay.changed.connect(under_way.hear)
    return rail


def test_syncs_under_way_are_counted_as_they_come_and_go(qtbot: QtBot, desk: Desk) -> None:
    shop = desk.fake.add("Shop")
    desk.fake.add_run(shop, RunState.SUCCEEDED)
    run = desk.fake.add_run(shop, RunState.RUNNING)
    rail = counted(desk)
    qtbot.waitUntil(lambda: rail.count_of("syncs") == "1")
    desk.fake.add_run(desk.fake.add("Second"), RunState.QUEUED)
    desk.fake.announce(Subject.SYNCS)
    qtbot.waitUntil(lambda: rail.count_of("syncs") == "2")
    language.choose(LanguageCode.ARABIC, Digits.ARABIC_INDIC)
    assert rail.count_of("syncs") == "٢"
    desk.fake.change_run(run.id, state=RunState.SUCCEEDED)
    desk.fake.runs[0] = desk.fake.change_run(desk.fake.runs[0].id, state=RunState.CANCELLED)
    desk.fake.announce(Subject.SYNCS)
    qtbot.waitUntil(lambda: rail.count_of("syncs") == "")
