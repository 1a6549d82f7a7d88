"""The page of the log over a real workspace: live, filtered, scrolled, looked into."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from integration_console.domain.connectors import Message
from integration_console.domain.errors import SlackChannelNotFound
from integration_console.domain.logs import LogFilter, LogStatus
from integration_console.domain.permissions import ROLE_RIGHTS, Role
from integration_console.domain.webhooks import CreatedWebhook
from integration_console.gateways.in_process import InProcessGateway
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tabs.logs.columns import Columns
from integration_console.ui.tabs.logs.view import LogsView
from tests.ui.log_scenes import SOON, START, add_entries, settle, shown_page
from tests.ui.workspace import Place


@pytest.fixture
def receiving(receiving_place: Place) -> Place:
    return receiving_place


@pytest.fixture
def webhook(receiving: Place) -> CreatedWebhook:
    return receiving.add_webhook()


@pytest.fixture
def page(qtbot: QtBot, receiving: Place, webhook: CreatedWebhook) -> LogsView:
    return shown_page(qtbot, receiving)


def texts(view: LogsView, column: int = Columns.TYPE) -> list[str]:
    return [str(view.model.index(row, column).data()) for row in range(view.model.total)]


def topics(view: LogsView) -> list[str]:
    return [entry.topic for row in range(view.model.total) if (entry := view.model.entry(row)) and entry.topic]


def test_deliveries_appear_live_newest_first(
    qtbot: QtBot, page: LogsView, receiving: Place, webhook: CreatedWebhook
) -> None:
    for delivery, event in (("1", "push"), ("2", "issues"), ("3", "star")):
        assert receiving.deliver(webhook, delivery, event) == 202
    qtbot.waitUntil(lambda: topics(page) == ["star", "issues", "push"], timeout=SOON)
    assert texts(page)[0] == "Event received star"
    assert texts(page, Columns.MESSAGE)[0] == "“star” arrived at GitHub"
    assert texts(page, Columns.SOURCE)[0] == "GitHub"
    assert texts(page, Columns.STATUS)[0] == "Success"


def test_every_entry_is_shown_exactly_once_while_a_burst_arrives(
    qtbot: QtBot, page: LogsView, receiving: Place, webhook: CreatedWebhook
) -> None:
    for number in range(120):
        receiving.deliver(webhook, f"d{number}")
        if number % 20 == 0:
            QApplication.processEvents()
    total = receiving.gateway.log_count(LogFilter())
    qtbot.waitUntil(lambda: page.model.total == total, timeout=SOON)
    shown = [entry.id for row in range(total) if (entry := page.model.entry(row))]
    assert sorted(shown) == sorted(entry.id for entry in receiving.gateway.log_page(LogFilter(), None, 500).entries)


def test_selection_stays_with_its_entry_while_rows_arrive(
    qtbot: QtBot, page: LogsView, receiving: Place, webhook: CreatedWebhook
) -> None:
    page.table.selectRow(1)
    chosen = page.model.entry(1)
    total = page.model.total
    receiving.deliver(webhook, "1")
    qtbot.waitUntil(lambda: page.model.total == total + 1, timeout=SOON)
    assert page.table.currentIndex().row() == 2
    assert page.model.entry(2) == chosen
    assert page.table.is_at_top


def test_further_down_new_entries_wait_behind_a_pill(qtbot: QtBot, receiving: Place, webhook: CreatedWebhook) -> None:
    add_entries(receiving, 300)
    page = shown_page(qtbot, receiving)
    page.table.verticalScrollBar().setValue(2000)
    total, seen = page.model.total, page.table.seen_rows
    for number in range(3):
        receiving.deliver(webhook, str(number))
    qtbot.waitUntil(lambda: page.pill.waiting == (3, False), timeout=SOON)
    assert (page.model.total, page.table.seen_rows) == (total, seen)
    page.pill.click()
    qtbot.waitUntil(lambda: page.model.total == total + 3, timeout=SOON)
    assert page.table.is_at_top
    assert page.pill.isHidden()


def test_more_than_a_step_of_waiting_entries_begins_anew(qtbot: QtBot, receiving: Place) -> None:
    add_entries(receiving, 300)
    page = shown_page(qtbot, receiving)
    page.table.verticalScrollBar().setValue(2000)
    add_entries(receiving, 900, START + timedelta(days=1))
    receiving.add_webhook("Another")
    qtbot.waitUntil(lambda: page.pill.waiting == (500, True), timeout=SOON)
    page.pill.click()
    total = receiving.gateway.log_count(LogFilter())
    qtbot.waitUntil(lambda: page.model.total == total, timeout=SOON)
    assert page.pill.isHidden()


def test_a_pause_holds_what_arrives_and_following_shows_it(
    qtbot: QtBot, page: LogsView, receiving: Place, webhook: CreatedWebhook
) -> None:
    total = page.model.total
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.live.pill.text == "Paused"
    receiving.deliver(webhook, "1")
    qtbot.waitUntil(page.pill.isVisible, timeout=SOON)
    assert page.model.total == total
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.model.total == total + 1, timeout=SOON)
    assert page.live.pill.text == "Live"


def test_nothing_is_fetched_while_the_page_is_hidden_and_all_is_there_when_it_is_seen_again(
    qtbot: QtBot, page: LogsView, receiving: Place, webhook: CreatedWebhook
) -> None:
    total = page.model.total
    page.hide()
    for number in range(5):
        receiving.deliver(webhook, str(number))
    qtbot.wait(300)
    assert page.model.total == total
    page.show()
    qtbot.waitUntil(lambda: page.model.total == total + 5, timeout=SOON)


def test_the_end_of_five_thousand_entries_is_one_jump_away(qtbot: QtBot, receiving: Place) -> None:
    add_entries(receiving, 5000)
    page = shown_page(qtbot, receiving)
    total = receiving.gateway.log_count(LogFilter())
    assert page.model.total == total
    assert page.live.total_words.startswith(f"{total:,} ")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_End)
    assert page.table.currentIndex().row() == total - 1
    qtbot.waitUntil(lambda: page.model.entry(total - 1) is not None, timeout=SOON)
    last = page.model.entry(total - 1)
    assert last is not None
    assert last.message == "number 0"
    assert page.model.entry(total // 2) is None
    qtbot.keyClick(page.table, Qt.Key.Key_Home)
    assert page.table.currentIndex().row() == 0


def test_scrolling_fetches_what_is_seen_and_shows_bars_meanwhile(qtbot: QtBot, receiving: Place) -> None:
    add_entries(receiving, 5000)
    page = shown_page(qtbot, receiving)
    bar = page.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    first, last = page.table.seen_rows
    assert page.model.entry(first) is None
    page.table.viewport().repaint()
    qtbot.waitUntil(lambda: all(page.model.entry(row) for row in range(first, last + 1)), timeout=SOON)
    shown = [entry.message for row in range(first, last + 1) if (entry := page.model.entry(row))]
    wanted = receiving.gateway.log_page(LogFilter(), None, last + 1).entries[first:]
    assert shown == [entry.message for entry in wanted]


def happened(receiving: Place, webhook: CreatedWebhook) -> str:
    """One of each kind; returns the id of the connector."""
    slack = receiving.add_slack()
    receiving.deliver(webhook, "1", "push")
    receiving.deliver(webhook, "2", "issues", secret="wrong")
    receiving.gateway.notify(slack.id, Message(text="Hello"))
    with pytest.raises(SlackChannelNotFound):
        receiving.gateway.notify(slack.id, Message(text="Hello", channel="#nowhere"))
    return slack.id


def place_of(part: QWidget, page: LogsView) -> int:
    return part.mapTo(page, QPoint(0, 0)).x()


def types_of(view: LogsView) -> list[str]:
    return [entry.event_type for row in range(view.model.total) if (entry := view.model.entry(row))]


def test_each_filter_shows_what_the_store_finds(
    qtbot: QtBot, page: LogsView, receiving: Place, webhook: CreatedWebhook
) -> None:
    slack_id = happened(receiving, webhook)
    qtbot.waitUntil(lambda: "message.failed" in types_of(page), timeout=SOON)
    qtbot.waitUntil(lambda: page.filters.sources.findData(f"connector:{slack_id}") > 0, timeout=SOON)
    bar = page.filters

    bar.statuses.chips[LogStatus.ERROR].click()
    qtbot.waitUntil(lambda: types_of(page) == ["message.failed", "webhook.rejected"], timeout=SOON)
    assert bar.reset.isVisible()
    bar.reset.click()
    qtbot.waitUntil(lambda: len(types_of(page)) > 4, timeout=SOON)
    assert bar.filter == LogFilter()
    assert bar.reset.isHidden()

    bar.types.setCurrentIndex(bar.types.findData("webhook.received"))
    bar.types.activated.emit(bar.types.currentIndex())
    qtbot.waitUntil(lambda: types_of(page) == ["webhook.received"], timeout=SOON)
    bar.reset.click()

    bar.sources.setCurrentIndex(bar.sources.findData(f"connector:{slack_id}"))
    bar.sources.activated.emit(bar.sources.currentIndex())
    qtbot.waitUntil(lambda: types_of(page) == ["message.failed", "message.sent", "connector.created"], timeout=SOON)
    bar.reset.click()

    bar.show_filter(LogFilter(until=datetime.now(UTC) - timedelta(hours=1)))
    qtbot.waitUntil(lambda: types_of(page) == [], timeout=SOON)
    assert not page.states.shows_content
    page._empty.action_requested.emit()
    qtbot.waitUntil(lambda: len(types_of(page)) > 4, timeout=SOON)

    bar.times.choice.setCurrentIndex(bar.times.choice.findData("hour"))
    bar.times.choice.activated.emit(bar.times.choice.currentIndex())
    qtbot.waitUntil(lambda: page.search.text() == "last 1h" and len(types_of(page)) > 4, timeout=SOON)


def test_a_query_finds_and_what_it_does_not_understand_is_said_while_the_rows_stay(
    qtbot: QtBot, page: LogsView, receiving: Place, webhook: CreatedWebhook
) -> None:
    happened(receiving, webhook)
    qtbot.waitUntil(lambda: "message.failed" in types_of(page))
    fault = page.filters.fault
    page.search.setText('has:error -type:webhook.* connector:"team slack"')
    qtbot.waitUntil(lambda: types_of(page) == ["message.failed"])
    page.search.setText("status:oops")
    qtbot.waitUntil(fault.isVisible)
    assert "status:oops" in strip_isolates(fault.accessibleName())
    assert types_of(page) == ["message.failed"]
    page.search.setText("status:error OR type:connector.*")
    qtbot.waitUntil(lambda: types_of(page) == ["message.failed", "webhook.rejected", "connector.created"])
    assert fault.isHidden()


def test_words_are_searched_for_and_escape_starts_over(
    qtbot: QtBot, page: LogsView, receiving: Place, webhook: CreatedWebhook
) -> None:
    happened(receiving, webhook)
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "nowhere")
    qtbot.waitUntil(lambda: types_of(page) == ["message.failed"], timeout=SOON)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(types_of(page)) > 4, timeout=SOON)
    assert page.search.text() == ""


def test_what_does_not_fit_the_filter_does_not_arrive(
    qtbot: QtBot, page: LogsView, receiving: Place, webhook: CreatedWebhook
) -> None:
    page.show_filtered(LogFilter(webhook_id=webhook.webhook.id, statuses=frozenset({LogStatus.ERROR})))
    qtbot.waitUntil(lambda: page.model.total == 0, timeout=SOON)
    receiving.deliver(webhook, "1")
    receiving.deliver(webhook, "2", secret="wrong")
    qtbot.waitUntil(lambda: types_of(page) == ["webhook.rejected"], timeout=SOON)
    assert page.states.shows_content


def test_details_show_fields_headers_and_pretty_body(
    qtbot: QtBot, page: LogsView, receiving: Place, webhook: CreatedWebhook
) -> None:
    receiving.deliver(webhook, "delivery-7")
    qtbot.waitUntil(lambda: topics(page) == ["push"], timeout=SOON)
    page.table.setFocus()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    details = page.details
    qtbot.waitUntil(lambda: details.keys == ("overview", "body", "headers", "chain"), timeout=SOON)
    assert QApplication.focusWidget() in details.tabs.findChildren(QWidget)
    details.choose("body")
    assert details.contents.view.text() == '{\n  "ref": "refs/heads/main",\n  "delivery": "delivery-7"\n}'
    details.choose("headers")
    assert "x-github-delivery: delivery-7" in details.contents.view.text()
    entry = page.model.entry(0)
    assert entry is not None
    assert details.overview.properties.value("correlation_id") == entry.correlation_id
    assert details.overview.properties.value("topic") == "push"
    qtbot.keyClick(details, Qt.Key.Key_Escape)
    assert details.isHidden()
    assert page.table.hasFocus()


def test_details_of_an_error_say_what_to_do_and_lead_to_the_whole_story(
    qtbot: QtBot, page: LogsView, receiving: Place, webhook: CreatedWebhook
) -> None:
    happened(receiving, webhook)
    qtbot.waitUntil(lambda: "message.failed" in types_of(page), timeout=SOON)
    row = types_of(page).index("message.failed")
    visible = page.table.visualRect(page.model.index(row, 0)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(visible.x(), visible.y()))
    qtbot.waitUntil(lambda: "payload" in page.details.keys, timeout=SOON)
    assert page.details.overview.properties.value("error") == "slack.channel_not_found"
    assert "Slack does not know the channel “#nowhere”." in strip_isolates(
        page.details.overview.banner.accessibleName()
    )
    page.details.chain.story.click()
    story = page.details.overview.properties.value("correlation_id")
    qtbot.waitUntil(lambda: page.filters.query == f"correlation:{story}", timeout=SOON)
    qtbot.waitUntil(lambda: types_of(page) == ["message.failed"], timeout=SOON)
    assert page.table.currentIndex().row() == 0
    page.filters.story.click()
    qtbot.waitUntil(lambda: len(types_of(page)) > 4, timeout=SOON)


def test_an_empty_log_says_so(qtbot: QtBot, place: Place) -> None:
    page = shown_page(qtbot, place)
    qtbot.waitUntil(lambda: page.model.total > 0, timeout=SOON)
    page.show_filtered(LogFilter(query="nothing like this"))
    qtbot.waitUntil(lambda: page.model.total == 0, timeout=SOON)
    assert not page.states.shows_content


def test_arabic_mirrors_the_columns_and_keeps_codes_left_to_right(
    qtbot: QtBot, page: LogsView, receiving: Place, webhook: CreatedWebhook
) -> None:
    receiving.deliver(webhook, "1")
    qtbot.waitUntil(lambda: topics(page) == ["push"], timeout=SOON)
    language.choose(LanguageCode.ARABIC)
    header = page.table.horizontalHeader()
    assert header.sectionViewportPosition(Columns.TIME) > header.sectionViewportPosition(Columns.MESSAGE)
    qtbot.waitUntil(lambda: place_of(page.live, page) < place_of(page.search, page), timeout=SOON)
    assert page.filters.times.since.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert page.details.contents.view.layoutDirection() is Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(("role", "closed"), [(Role.SUPPORT, True), (Role.OPERATOR, False)])
def test_contents_that_are_closed_to_a_role_are_said_to_be_so(
    qtbot: QtBot, receiving: Place, webhook: CreatedWebhook, role: Role, closed: bool
) -> None:
    assert receiving.deliver(webhook, "1", "push") == 202
    context = replace(receiving.opened.context, rights=ROLE_RIGHTS[role])
    view = shown_page(qtbot, receiving, InProcessGateway(context, lambda: receiving.server.state))
    view.show_filtered(LogFilter(event_type="webhook.received"))
    qtbot.waitUntil(lambda: view.model.total == 1, timeout=SOON)
    view.row_chosen.emit(0)
    settle(qtbot, receiving)
    assert view.details.overview.closed_note.isHidden() is not closed
    assert view.details.overview.closed_note.text() == "Headers and contents are closed to your role."
    assert ("body" in view.details.keys) is not closed
