"""The hub over a real workspace and receiver."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from integration_console.domain.connectors import Message
from integration_console.domain.errors import ConsoleError
from integration_console.domain.logs import LogFilter
from integration_console.domain.work import UnattendedWork
from integration_console.sandbox.weather import Weather
from integration_console.ui.language import LanguageCode, formats, language, strip_isolates
from integration_console.ui.tabs.hub import controller as hub_controller
from integration_console.ui.tabs.hub.activity import sentence_of
from integration_console.ui.tabs.hub.controller import HubController, make_hub_tab
from integration_console.ui.tabs.hub.model import contents_of
from integration_console.ui.tabs.hub.view import HubView
from tests.ui.workspace import Place


def _hub(qtbot: QtBot, place: Place) -> HubView:
    view = make_hub_tab(place.gateway, place.tasks, place.relay)
    place.window.setCentralWidget(view)
    place.window.resize(1100, 800)
    place.window.show()
    qtbot.waitUntil(lambda: view.states.currentIndex() != 0)
    return view


def test_a_new_workspace_offers_two_ways_to_begin(qtbot: QtBot, place: Place) -> None:
    view = _hub(qtbot, place)
    assert view.states.currentWidget() is view.welcome
    with qtbot.waitSignal(view.connector_requested):
        qtbot.mouseClick(view.welcome.connector, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.webhook_requested):
        qtbot.keyClick(view.welcome.webhook, Qt.Key.Key_Return)


def test_the_numbers_are_those_of_the_gateway(qtbot: QtBot, receiving_place: Place) -> None:
    place = receiving_place
    place.add_slack()
    webhook = place.add_webhook()
    answers = [place.deliver(webhook, delivery) for delivery in ("a", "b", "c", "a")]
    answers.append(place.deliver(webhook, "d", secret="wrong"))
    assert answers == [202, 202, 202, 202, 401] or answers[-1] == 401
    view = _hub(qtbot, place)
    kept = place.gateway.statistics()
    qtbot.waitUntil(lambda: view.numbers.events.value == "3", timeout=10_000)
    kept = place.gateway.statistics()
    assert (kept.events, kept.duplicates, kept.rejected) == (3, 1, 1)
    assert sum(hour.events for hour in kept.hours) == kept.events
    assert kept.success_rate is not None
    assert view.numbers.success.value == formats.percent(kept.success_rate, 1)
    assert view.numbers.connectors.value == formats.number(kept.active_connectors)
    assert view.numbers.webhooks.value == formats.number(kept.active_webhooks)


def test_what_arrives_is_shown_without_asking(
    qtbot: QtBot, receiving_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_controller, "_PAUSE_MS", 50)
    place = receiving_place
    webhook = place.add_webhook()
    view = _hub(qtbot, place)
    place.deliver(webhook, "a", "issues")
    qtbot.waitUntil(lambda: view.numbers.events.value == "1")
    assert strip_isolates(view.activity.rows[0].sentence.accessibleName()) == "“issues” arrived at GitHub"


def test_many_changes_are_fetched_at_most_once_a_second(qtbot: QtBot, place: Place) -> None:
    place.add_slack()
    view = _hub(qtbot, place)
    controller = view.findChild(HubController)
    assert controller is not None
    fetched: list[str] = []
    original = place.tasks.start

    def counting(key: str, *arguments: object, **named: object) -> object:
        fetched.append(key)
        return original(key, *arguments, **named)  # type: ignore[arg-type]

    controller._tasks = type("Counting", (), {"start": staticmethod(counting)})()
    controller._pause.start()
    for _ in range(20):
        controller._note_change()
    assert fetched == []
    qtbot.waitUntil(lambda: fetched == ["hub"])


def test_a_hidden_hub_fetches_when_it_is_looked_at_again(
    qtbot: QtBot, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_controller, "_PAUSE_MS", 50)
    place.add_slack("One")
    view = _hub(qtbot, place)
    qtbot.waitUntil(lambda: len(view.cards) == 1)
    qtbot.wait(250)  # a fetch that is on its way when the hub is hidden may still bring what comes meanwhile
    view.hide()
    place.add_slack("Two")
    qtbot.wait(250)
    assert len(view.cards) == 1
    view.show()
    qtbot.waitUntil(lambda: len(view.cards) == 2)


def test_connectors_that_need_a_person_come_first(qtbot: QtBot, place: Place) -> None:
    good, _idle, off = place.add_slack("Good"), place.add_slack("Idle"), place.add_slack("Off")
    lost = place.add_slack("Lost", channel="#nowhere")
    place.gateway.switch_connector(off.id, active=False)
    for each in (good, lost):
        place.gateway.check_connector(each.id, UnattendedWork(), lambda _stage: None)
    view = _hub(qtbot, place)
    shown = [(card.name.accessibleName(), card.state.text) for card in view.cards]
    assert shown == [("Lost", "Failing"), ("Idle", "Not tested"), ("Good", "Working"), ("Off", "Inactive")]
    assert strip_isolates(view.cards[0].reason.accessibleName()) == "Slack does not know the channel “#nowhere”."
    assert [card.send.isEnabled() for card in view.cards] == [True, True, True, False]


def test_a_card_leads_on(qtbot: QtBot, place: Place) -> None:
    connector = place.add_slack()
    view = _hub(qtbot, place)
    (card,) = view.cards
    for signal, button in (
        (view.connector_chosen, card.open),
        (view.check_requested, card.check),
        (view.message_requested, card.send),
    ):
        with qtbot.waitSignal(signal) as heard:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert heard.args == [connector.id]
    with qtbot.waitSignal(view.page_requested) as page:
        qtbot.mouseClick(view.numbers.webhooks, Qt.MouseButton.LeftButton)
    assert page.args == ["webhooks"]


def test_cards_stay_while_their_connectors_do(qtbot: QtBot, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_controller, "_PAUSE_MS", 50)
    connector = place.add_slack()
    view = _hub(qtbot, place)
    (card,) = view.cards
    place.gateway.switch_connector(connector.id, active=False)
    qtbot.waitUntil(lambda: card.state.text == "Inactive")
    assert view.cards == (card,)
    place.gateway.remove_connector(connector.id)
    qtbot.waitUntil(lambda: view.states.currentWidget() is view.welcome)


def test_the_newest_entries_are_the_logs(qtbot: QtBot, place: Place) -> None:
    connector = place.add_slack()
    place.sandbox.weather(Weather.RATE_LIMITED, retry_after=7)
    with pytest.raises(ConsoleError):
        place.gateway.notify(connector.id, Message("Hello"))
    view = _hub(qtbot, place)
    entries = place.gateway.log_page(LogFilter(), None, 8).entries
    said = [row.sentence.accessibleName() for row in view.activity.rows if not row.isHidden()]
    assert said == [sentence_of(entry) for entry in entries]
    assert strip_isolates(said[0]) == "Team Slack could not send a message: Slack asks for a pause of 7 s."


def test_an_unset_hub_shows_why_and_tries_again(qtbot: QtBot, place: Place) -> None:
    view = _hub(qtbot, place)
    controller = view.findChild(HubController)
    assert controller is not None
    controller._has_shown = False
    controller._fail(ConsoleError())
    place.add_slack()
    view.states.retry_requested.emit()
    qtbot.waitUntil(lambda: view.states.shows_content)


def test_success_is_never_rounded_up_to_a_hundred(qtbot: QtBot, place: Place) -> None:
    place.add_slack()
    view = _hub(qtbot, place)
    statistics = contents_of(place.gateway).statistics

    view.numbers.show_statistics(replace(statistics, entries=100_000, errors=1))
    assert view.numbers.success.value == "99.9%"
    view.numbers.show_statistics(replace(statistics, entries=10, errors=0))
    assert view.numbers.success.value == "100%"
    view.numbers.show_statistics(replace(statistics, entries=0, errors=0))
    assert view.numbers.success.value == "–"


def test_the_hub_is_mirrored_in_arabic(qtbot: QtBot, place: Place) -> None:
    place.add_slack()
    view = _hub(qtbot, place)
    language.choose(LanguageCode.ARABIC)
    numbers = view.numbers
    qtbot.waitUntil(lambda: numbers.events.x() > numbers.webhooks.x())
    (card,) = view.cards
    assert card.state.x() < card.name.mapTo(card, QPoint(0, 0)).x()
    row = view.activity.rows[0]
    assert row.time.x() < row.sentence.x()
