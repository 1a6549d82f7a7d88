"""The page of connectors over a real workspace and a Slack in miniature."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from integration_console.domain.connectors import ConnectorDraft, ConnectorStatus, Health, Stage, StageOutcome
from integration_console.domain.errors import SlackChannelNotFound, VaultLocked
from integration_console.sandbox.weather import Weather
from integration_console.ui.language import LanguageCode, error_title, language, strip_isolates
from integration_console.ui.tabs.connectors.connector_dialog import ConnectorDialog
from integration_console.ui.tabs.connectors.controller import ConnectorsController, make_connectors_tab
from integration_console.ui.tabs.connectors.message_dialog import MessageDialog
from integration_console.ui.tabs.connectors.view import ConnectorsView
from integration_console.ui.widgets import Banner, ConfirmDialog
from tests.ui.workspace import Place


@dataclass(frozen=True, slots=True)
class Page:
    """The page in a window, and the hands that use it."""

    qtbot: QtBot
    place: Place
    view: ConnectorsView
    controller: ConnectorsController

    @classmethod
    def over(cls, qtbot: QtBot, place: Place, expected: int) -> Page:
        view = make_connectors_tab(place.gateway, place.tasks, place.relay, place.toasts, place.unlocking)
        place.window.setCentralWidget(view)
        place.window.resize(1100, 720)
        place.window.show()
        controller = view.findChild(ConnectorsController)
        assert controller is not None
        page = cls(qtbot, place, view, controller)
        page.wait_for_rows(expected)
        return page

    def wait_for_rows(self, number: int) -> None:
        states = self.view.states
        self.qtbot.waitUntil(lambda: states.currentIndex() != 0 and len(self.view.model.rows) == number)

    def press(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def type_into(self, dialog: ConnectorDialog | MessageDialog, name: str, text: str) -> None:
        widget = dialog.form.row(name).editor.widget
        assert isinstance(widget, QLineEdit | QTextEdit)
        widget.selectAll()
        self.qtbot.keyClicks(widget, text)

    def begin_to_add(self) -> ConnectorDialog:
        self.qtbot.keyClick(self.view.table, Qt.Key.Key_N)
        chooser = self.controller.saving.chooser
        assert chooser is not None
        chooser.fit()
        self.press(chooser.card_of("slack"))
        return self.form()

    def form(self) -> ConnectorDialog:
        dialog = self.controller.saving.dialog
        assert dialog is not None
        assert dialog.isVisible()
        return dialog

    def fill(self, dialog: ConnectorDialog, name: str) -> None:
        self.type_into(dialog, "name", name)
        self.type_into(dialog, "token", self.place.sandbox.token)
        self.type_into(dialog, "channel", "#general")

    def edit(self) -> ConnectorDialog:
        self.qtbot.keyClick(self.view.table, Qt.Key.Key_F2)
        return self.form()

    def compose(self) -> MessageDialog:
        self.press(self.view.pane.send)
        dialog = self.controller.sending.dialog
        assert dialog is not None
        assert dialog.isVisible()
        return dialog

    def confirmation(self) -> ConfirmDialog:
        dialog = self.controller.confirmation
        assert dialog is not None
        return dialog

    def wait_closed(self, dialog: QWidget) -> None:
        closed: list[bool] = []
        dialog.destroyed.connect(lambda: closed.append(True))
        self.qtbot.waitUntil(lambda: bool(closed))

    def toasts(self) -> list[str]:
        return [strip_isolates(card.accessibleName()) for card in self.place.toasts.cards]

    def wait_for_test(self) -> None:
        checks = self.view.model.checks
        self.qtbot.waitUntil(lambda: bool(checks) and not any(each.running for each in checks.values()))


def test_the_empty_page_offers_to_add(qtbot: QtBot, place: Place) -> None:
    page = Page.over(qtbot, place, 0)
    assert not page.view.states.shows_content
    assert page.controller.saving.chooser is None
    page.press(page.view.add_button)
    assert page.controller.saving.chooser is not None


def test_a_connector_is_added_by_typing(qtbot: QtBot, place: Place) -> None:
    page = Page.over(qtbot, place, 0)
    dialog = page.begin_to_add()
    page.fill(dialog, "Team Slack")
    page.press(dialog.primary)
    page.wait_closed(dialog)
    page.wait_for_rows(1)
    (kept,) = place.gateway.connectors()
    assert (kept.name, kept.config["channel"], kept.secrets) == ("Team Slack", "#general", frozenset({"token"}))
    assert page.view.chosen == kept
    assert page.toasts() == ["“Team Slack” was added"]


def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(qtbot: QtBot, place: Place) -> None:
    page = Page.over(qtbot, place, 0)
    dialog = page.begin_to_add()
    page.type_into(dialog, "channel", "#general")
    page.press(dialog.primary)
    needed = "This field is required."
    assert [dialog.form.row(name).error for name in ("name", "token", "channel")] == [needed, needed, ""]
    assert dialog.isVisible()
    assert dialog.form.values()["channel"] == "#general"
    assert place.gateway.connectors() == ()


def test_what_only_the_type_knows_is_said_at_its_field(qtbot: QtBot, place: Place) -> None:
    page = Page.over(qtbot, place, 0)
    dialog = page.begin_to_add()
    page.fill(dialog, "Team Slack")
    page.type_into(dialog, "icon", "bell")
    page.press(dialog.primary)
    qtbot.waitUntil(lambda: bool(dialog.form.row("icon").error))
    assert dialog.form.row("icon").error.startswith("Enter an emoji such as :bell:")
    assert dialog.primary.isEnabled()


def test_a_taken_name_is_said_at_the_name(qtbot: QtBot, place: Place) -> None:
    place.add_slack("Team Slack")
    page = Page.over(qtbot, place, 1)
    dialog = page.begin_to_add()
    page.fill(dialog, "Team Slack")
    page.press(dialog.primary)
    qtbot.waitUntil(lambda: bool(dialog.form.row("name").error))
    assert strip_isolates(dialog.form.row("name").error) == (
        "The name “Team Slack” is already in use.\nChoose another name."
    )
    page.type_into(dialog, "name", "Second Slack")
    page.press(dialog.primary)
    page.wait_for_rows(2)


def test_editing_keeps_the_secret_that_is_not_typed_anew(qtbot: QtBot, place: Place) -> None:
    before = place.add_slack()
    page = Page.over(qtbot, place, 1)
    dialog = page.edit()
    token = dialog.form.row("token").editor.widget
    assert isinstance(token, QLineEdit)
    assert (token.text(), token.placeholderText()) == ("", "Stored. Leave empty to keep it.")
    page.type_into(dialog, "name", "Renamed")
    page.press(dialog.primary)
    page.wait_closed(dialog)
    after = place.gateway.connector(before.id)
    assert (after.name, after.secrets) == ("Renamed", frozenset({"token"}))
    page.view.check(before.id)
    page.wait_for_test()
    assert place.gateway.connector(before.id).health is Health.GOOD


def test_a_test_shows_its_stages_one_after_another(qtbot: QtBot, place: Place) -> None:
    connector = place.add_slack()
    page = Page.over(qtbot, place, 1)
    seen: list[int] = []
    page.controller.checking.progressed.connect(
        lambda connector_id: seen.append(len(page.view.model.checks[connector_id].stages))
    )
    qtbot.keyClick(page.view.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert not page.view.pane.check.isEnabled()
    page.wait_for_test()
    assert seen == [0, 1, 2, 3, 4, 5, 6, 6]
    progress = page.view.model.checks[connector.id]
    assert [each.stage for each in progress.stages] == list(Stage)
    rows = page.view.pane.stages.rows
    assert rows[Stage.SIGN_IN].duration.text().endswith(" ms")
    assert rows[Stage.TLS].detail.accessibleName() == "Not needed"
    assert page.view.pane.stages.verdict.text().startswith("Passed in")
    page.qtbot.waitUntil(lambda: page.view.pane.state.text == "Working")
    assert page.view.pane.check.isEnabled()


def test_the_stage_that_fails_says_why_and_what_to_do(qtbot: QtBot, place: Place) -> None:
    place.add_slack(channel="#nowhere")
    page = Page.over(qtbot, place, 1)
    page.press(page.view.pane.check)
    page.wait_for_test()
    failure = page.view.pane.stages.rows[Stage.SAMPLE].failure
    assert failure.isVisible()
    expected = SlackChannelNotFound(channel="#nowhere")
    assert strip_isolates(failure.accessibleName()) == f"{expected.title} {expected.advice}"
    qtbot.waitUntil(lambda: page.view.pane.state.text == "Failing")
    assert not page.view.pane.failure.isVisible()
    page.view.model.checks.clear()
    page.view.show_details()
    assert strip_isolates(page.view.pane.failure.accessibleName()).startswith(expected.title)


def test_a_hanging_test_can_be_stopped(qtbot: QtBot, place: Place) -> None:
    connector = place.add_slack(timeout_seconds=1)
    page = Page.over(qtbot, place, 1)
    place.sandbox.weather(Weather.HANG, times=None)
    page.press(page.view.pane.check)
    qtbot.waitUntil(lambda: page.view.model.checks[connector.id].current is Stage.SIGN_IN)
    page.press(page.view.pane.stages.stop)
    assert page.view.pane.stages.stop.text() == "Stopping…"
    page.wait_for_test()
    assert page.view.model.checks[connector.id].stopped
    assert page.view.pane.stages.verdict.text() == "Stopped"
    assert place.gateway.connector(connector.id).health is Health.UNKNOWN


def test_a_message_arrives(qtbot: QtBot, place: Place) -> None:
    place.add_slack()
    page = Page.over(qtbot, place, 1)
    dialog = page.compose()
    page.type_into(dialog, "text", "Hello from the window")
    qtbot.waitUntil(lambda: dialog.counts.text().startswith("21"))
    page.press(dialog.primary)
    page.wait_closed(dialog)
    assert [(each.text, each.channel) for each in place.sandbox.messages] == [
        ("Hello from the window", place.sandbox.channels[0].id)
    ]
    assert page.toasts()[0].startswith("Message sent")


def test_blocks_arrive_from_a_list_and_from_the_builders_object(qtbot: QtBot, place: Place) -> None:
    place.add_slack()
    page = Page.over(qtbot, place, 1)
    for typed in ('[{"type": "divider"}]', '{"blocks": [{"type": "divider"}]}'):
        dialog = page.compose()
        dialog.form.show_values({"format": "blocks", "blocks": typed, "text": "line"})
        page.press(dialog.primary)
        page.wait_closed(dialog)
    assert [list(each.blocks) for each in place.sandbox.messages] == [[{"type": "divider"}]] * 2


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ('[{"type": ]', "This is not JSON: line 1, column 11."),
        ('{"type": "divider"}', "Enter a list of blocks: [ … ], or an object that holds one as “blocks”."),
    ],
)
def test_blocks_that_cannot_be_read_say_so_while_one_types(
    qtbot: QtBot, place: Place, typed: str, sentence: str
) -> None:
    place.add_slack()
    page = Page.over(qtbot, place, 1)
    dialog = page.compose()
    dialog.form.show_values({"format": "blocks", "blocks": typed})
    row = dialog.form.row("blocks")
    qtbot.waitUntil(lambda: strip_isolates(row.error) == sentence)
    page.press(dialog.primary)
    assert dialog.isVisible()
    assert place.sandbox.messages == ()


def test_blocks_that_slack_would_refuse_name_the_place(qtbot: QtBot, place: Place) -> None:
    place.add_slack()
    page = Page.over(qtbot, place, 1)
    dialog = page.compose()
    long = '[{"type": "section", "text": {"type": "mrkdwn", "text": "' + "x" * 3001 + '"}}]'
    dialog.form.show_values({"format": "blocks", "blocks": long, "text": "kept"})
    page.press(dialog.primary)
    qtbot.waitUntil(lambda: bool(dialog.form.row("blocks").error))
    assert strip_isolates(dialog.form.row("blocks").error).startswith(
        "blocks[0].text.text has 3001 characters; Slack accepts at most 3000."
    )
    assert dialog.form.values()["text"] == "kept"


def test_an_unknown_channel_is_said_at_the_channel(qtbot: QtBot, place: Place) -> None:
    place.add_slack()
    page = Page.over(qtbot, place, 1)
    dialog = page.compose()
    page.type_into(dialog, "text", "Hello")
    page.type_into(dialog, "channel", "#nowhere")
    page.press(dialog.primary)
    qtbot.waitUntil(lambda: bool(dialog.form.row("channel").error))
    assert strip_isolates(dialog.form.row("channel").error).startswith("Slack does not know the channel “#nowhere”.")


def test_an_empty_message_is_not_sent(qtbot: QtBot, place: Place) -> None:
    place.add_slack()
    page = Page.over(qtbot, place, 1)
    dialog = page.compose()
    page.press(dialog.primary)
    assert dialog.form.row("text").error == "This field is required."


def test_a_pause_that_slack_asks_for_is_said_and_the_message_is_kept(qtbot: QtBot, place: Place) -> None:
    place.add_slack()
    page = Page.over(qtbot, place, 1)
    dialog = page.compose()
    page.type_into(dialog, "text", "Hello")
    place.sandbox.weather(Weather.RATE_LIMITED, retry_after=2)
    page.press(dialog.primary)
    qtbot.waitUntil(dialog.banner.isVisible)
    assert strip_isolates(dialog.banner.accessibleName()).startswith("Slack asks for a pause of 2 s.")
    qtbot.wait(2100)
    page.press(dialog.primary)
    page.wait_closed(dialog)
    assert [each.text for each in place.sandbox.messages] == ["Hello"]


def test_switching_off_and_on(qtbot: QtBot, place: Place) -> None:
    connector = place.add_slack()
    page = Page.over(qtbot, place, 1)
    page.press(page.view.pane.active)
    qtbot.waitUntil(lambda: page.view.pane.state.text == "Inactive")
    assert place.gateway.connector(connector.id).status is ConnectorStatus.INACTIVE
    assert not page.view.pane.send.isEnabled()
    assert page.view.pane.send.toolTip() == "Activate the connector first."
    page.view.actions_of_page.switch.trigger()
    qtbot.waitUntil(lambda: page.view.pane.state.text == "Not tested")
    assert page.view.pane.send.isEnabled()


def test_deleting_asks_first_and_says_what_is_lost(qtbot: QtBot, place: Place) -> None:
    place.add_slack()
    page = Page.over(qtbot, place, 1)
    qtbot.keyClick(page.view.table, Qt.Key.Key_Delete)
    dialog = page.confirmation()
    assert strip_isolates(dialog.title.text()) == "Delete “Team Slack”?"
    page.press(dialog.secondary)
    assert len(place.gateway.connectors()) == 1
    qtbot.keyClick(page.view.table, Qt.Key.Key_Delete)
    page.press(page.confirmation().primary)
    page.wait_for_rows(0)
    assert place.gateway.connectors() == ()
    assert not page.view.states.shows_content


def test_locked_secrets_are_asked_for_and_then_it_goes_on(qtbot: QtBot, place: Place) -> None:
    connector = place.add_slack()
    page = Page.over(qtbot, place, 1)
    place.opened.context.vault._data_key = None  # as after a start whose key lies elsewhere
    dialog = page.compose()
    page.type_into(dialog, "text", "Hello")
    page.press(dialog.primary)
    qtbot.waitUntil(lambda: len(place.unlocking.waiting) == 1)
    assert dialog.isVisible()
    assert VaultLocked().title not in page.toasts()
    place.opened.context.vault.unlock_silently()
    place.unlocking.waiting.pop()()
    page.wait_closed(dialog)
    assert len(place.sandbox.messages) == 1
    assert page.view.model.find(connector.id) is not None


def test_a_change_made_elsewhere_is_shown_and_the_choice_stays(qtbot: QtBot, place: Place) -> None:
    place.add_slack("B")
    chosen = place.add_slack("C")
    page = Page.over(qtbot, place, 2)
    page.view.choose(chosen.id)
    place.add_slack("A")
    page.wait_for_rows(3)
    assert page.view.chosen is not None
    assert page.view.chosen.id == chosen.id
    assert page.view.table.currentIndex().row() == 2


def test_search_keeps_what_fits(qtbot: QtBot, place: Place) -> None:
    for name in ("Alerts", "Team"):
        place.add_slack(name)
    page = Page.over(qtbot, place, 2)
    qtbot.keyClicks(page.view.search, "ale")
    page.wait_for_rows(1)
    assert page.view.chosen is not None
    assert page.view.chosen.name == "Alerts"
    page.view.choose(place.gateway.connectors()[1].id)
    assert (page.view.search.text(), len(page.view.model.rows)) == ("", 2)


def test_enter_and_the_keys_in_the_tips(qtbot: QtBot, place: Place) -> None:
    place.add_slack()
    page = Page.over(qtbot, place, 1)
    assert strip_isolates(page.view.add_button.toolTip()) == "Add connector  (N)"
    assert strip_isolates(page.view.pane.check.toolTip()) == "Test  (Ctrl+T)"
    qtbot.keyClick(page.view.table, Qt.Key.Key_Return)
    assert strip_isolates(page.form().title.text()) == "Edit “Team Slack”"


def test_settings_are_shown_and_secrets_only_named(qtbot: QtBot, place: Place) -> None:
    place.add_slack()
    page = Page.over(qtbot, place, 1)
    shown = dict(page.view.pane.settings.rows)
    assert shown["Bot token"] == "Stored, sealed"
    assert shown["Channel"] == "#general"
    assert place.sandbox.token not in str(shown)


def test_the_page_is_mirrored_in_arabic(qtbot: QtBot, place: Place) -> None:
    place.add_slack("فريق العمليات")
    page = Page.over(qtbot, place, 1)
    language.choose(LanguageCode.ARABIC)
    qtbot.waitUntil(lambda: page.view.pane.x() < page.view.table.x())
    whole = page.view.add_button.mapTo(page.view, QPoint(0, 0)).x()
    assert whole < page.view.search.x()
    pane = page.view.pane
    assert pane.active.mapTo(pane, QPoint(0, 0)).x() < pane.name.mapTo(pane, QPoint(0, 0)).x()


def test_a_test_that_cannot_begin_says_why(qtbot: QtBot, place: Place) -> None:
    connector = place.add_slack()
    page = Page.over(qtbot, place, 1)
    place.gateway.remove_connector(connector.id)
    page.view.check_requested.emit(connector.id)
    page.wait_for_test()
    error = page.view.model.checks[connector.id].error
    assert error is not None
    assert "connector" in error_title(error)


def test_a_failure_before_the_first_list_offers_to_try_again(qtbot: QtBot, place: Place) -> None:
    page = Page.over(qtbot, place, 0)
    page.controller._loaded = False
    page.controller._fail_to_show(VaultLocked())
    place.gateway.save_connector(
        ConnectorDraft("slack", "Late", {"token": "xoxb-1", "channel": "#a", "base_url": place.sandbox.base_url})
    )
    page.view.states.retry_requested.emit()
    page.wait_for_rows(1)
    assert page.view.states.shows_content


def test_stages_speak_the_language_in_force(qtbot: QtBot, place: Place) -> None:
    connector = place.add_slack(channel="#nowhere")
    page = Page.over(qtbot, place, 1)
    page.view.check(connector.id)
    page.wait_for_test()
    language.choose(LanguageCode.PSEUDO)
    rows = page.view.pane.stages.rows
    assert all(row.title.text().startswith("[") for row in rows.values())
    banners = [each for each in page.view.pane.findChildren(Banner) if each.isVisible()]
    assert [each.accessibleName()[0] for each in banners] == ["["]
    failed = page.view.model.checks[connector.id].failure
    assert failed is not None
    assert failed.outcome is StageOutcome.FAILED


def test_the_pane_makes_room_for_longer_words(qtbot: QtBot, place: Place) -> None:
    place.add_slack()
    page = Page.over(qtbot, place, 1)
    language.choose(LanguageCode.PSEUDO)
    qtbot.waitUntil(lambda: page.view.pane.width() >= page.view.pane.needed_width)
