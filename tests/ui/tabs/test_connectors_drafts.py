"""The dialog of a connector before it is saved: tested stage by stage, its first records in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from integration_console.domain.access import Preview
from integration_console.domain.connectors import ConnectorDraft, Stage
from integration_console.domain.errors import AnswerShapeUnknown, FieldProblem, VaultLocked
from integration_console.domain.syncs import RunRequest
from integration_console.domain.work import Work
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tabs.connectors.connector_dialog import ConnectorDialog
from integration_console.ui.tabs.connectors.controller import ConnectorsController, make_connectors_tab
from integration_console.ui.widgets import LinkButton
from tests.ui.fake_syncs import BROKEN, Desk, FakeWorkspace, refused_stages

RECORDS = ({"name": "Amal", "tags": ["a", "b"]}, {"name": "ليلى", "vip": True, "boss": {"id": 1, "name": "Amal"}})
FILLED = {"name": "Shop", "address": "https://shop.example", "token": "tok-4711"}


@pytest.fixture
def controller(qtbot: QtBot, desk: Desk) -> ConnectorsController:
    view = make_connectors_tab(desk.fake, desk.tasks, desk.relay, desk.toasts, desk.unlocking)
    desk.show(view)
    found = view.findChild(ConnectorsController)
    assert found is not None
    qtbot.waitUntil(lambda: view.states.currentIndex() != 0)
    return found


def new_dialog(controller: ConnectorsController, key: str = "shop") -> ConnectorDialog:
    controller._add()
    chooser = controller.saving.chooser
    assert chooser is not None
    chooser.card_of(key).clicked.emit()
    dialog = controller.saving.dialog
    assert dialog is not None
    return dialog


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def wait_for_test(qtbot: QtBot, dialog: ConnectorDialog) -> None:
    qtbot.waitUntil(dialog.test.isEnabled)


def cells(dialog: ConnectorDialog) -> list[list[str]]:
    if not dialog.panel.preview.columns:
        return []
    model = dialog.panel.preview.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_types_that_cannot_be_used_stand_with_their_reason(controller: ConnectorsController) -> None:
    controller._add()
    chooser = controller.saving.chooser
    assert chooser is not None
    (card,) = chooser.broken_cards
    assert (card.accessibleName(), card.accessibleDescription()) == (BROKEN.key, BROKEN.reason)
    assert card.focusPolicy() is Qt.FocusPolicy.NoFocus
    chooser.reject()


def test_a_draft_is_tested_stage_by_stage_and_nothing_is_saved(
    qtbot: QtBot, desk: Desk, controller: ConnectorsController
) -> None:
    dialog = new_dialog(controller)
    dialog.form.show_values(FILLED)
    press(qtbot, dialog.test)
    wait_for_test(qtbot, dialog)
    assert desk.fake.asked[0] == ("check_draft", dialog.draft())
    assert strip_isolates(dialog.panel.stages.verdict.text()) == "Passed in 72 ms"
    assert desk.fake.connectors() == ()
    dialog.reject()


def test_the_stage_that_fails_is_named_with_its_remedy(
    qtbot: QtBot, desk: Desk, controller: ConnectorsController
) -> None:
    desk.fake.draft_stages = refused_stages()
    dialog = new_dialog(controller)
    dialog.form.show_values(FILLED)
    press(qtbot, dialog.test)
    wait_for_test(qtbot, dialog)
    failure = dialog.panel.stages.rows[Stage.SIGN_IN].failure
    error = refused_stages()[-1].error
    assert error is not None
    assert strip_isolates(failure.accessibleName()) == f"{error.title} {error.advice}"
    dialog.reject()


def test_a_nameless_draft_can_be_tested_and_what_else_is_missing_is_said(
    qtbot: QtBot, desk: Desk, controller: ConnectorsController
) -> None:
    dialog = new_dialog(controller)
    press(qtbot, dialog.test)
    needed = "This field is required."
    assert [dialog.form.row(name).error for name in ("name", "address", "token")] == ["", needed, needed]
    assert desk.fake.asked == []
    dialog.form.show_values({"address": "https://shop.example", "token": "t"})
    press(qtbot, dialog.test)
    wait_for_test(qtbot, dialog)
    assert [what for what, _ in desk.fake.asked] == ["check_draft"]
    dialog.reject()


def test_a_draft_s_test_can_be_stopped_and_ends_with_the_dialog(
    qtbot: QtBot, desk: Desk, controller: ConnectorsController, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(_self: FakeWorkspace, _draft: ConnectorDraft, work: Work, _done: object) -> None:
        while not desk.fake.granted.wait(0.01):
            work.stop_if_cancelled()

    monkeypatch.setattr(FakeWorkspace, "check_draft", hang)
    dialog = new_dialog(controller)
    dialog.form.show_values(FILLED)
    press(qtbot, dialog.test)
    assert not dialog.test.isEnabled()
    press(qtbot, dialog.panel.stages.stop)
    wait_for_test(qtbot, dialog)
    assert dialog.panel.stages.verdict.text() == "Stopped"
    press(qtbot, dialog.test)
    dialog.reject()
    qtbot.waitUntil(lambda: not desk.tasks.is_running("connectors: test draft"))


def test_locked_secrets_are_asked_for_and_the_test_goes_on(
    qtbot: QtBot, desk: Desk, controller: ConnectorsController, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_what: object) -> None:
        raise VaultLocked

    dialog = new_dialog(controller)
    dialog.form.show_values(FILLED)
    with monkeypatch.context() as context:
        context.setattr(FakeWorkspace, "check_draft", locked)
        press(qtbot, dialog.test)
        qtbot.waitUntil(lambda: len(desk.unlocking.waiting) == 1)
    desk.unlocking.waiting.pop()()
    qtbot.waitUntil(lambda: dialog.panel.stages.verdict.text().startswith("Passed"))
    dialog.reject()


def test_first_records_appear_once_the_form_is_complete(
    qtbot: QtBot, desk: Desk, controller: ConnectorsController
) -> None:
    desk.fake.shown = Preview(RECORDS, 2)
    dialog = new_dialog(controller)
    assert dialog.panel.isVisible()
    dialog.form.show_values({"address": "https://shop.example"})
    dialog.form.changed.emit()
    qtbot.wait(900)
    assert desk.fake.asked == []
    dialog.form.show_values(FILLED)
    dialog.form.changed.emit()
    qtbot.waitUntil(lambda: dialog.panel.preview.columns != ())
    assert dialog.panel.preview.columns == ("name", "tags", "vip", "boss")
    assert cells(dialog) == [["Amal", "a, b", "", ""], ["ليلى", "", "true", "Amal"]]
    assert dialog.panel.preview.count.text() == "2 records"
    dialog.reject()


def test_first_records_are_fetched_again_on_demand(qtbot: QtBot, desk: Desk, controller: ConnectorsController) -> None:
    dialog = new_dialog(controller)
    dialog.form.show_values(FILLED)
    dialog.preview_requested.emit()
    qtbot.waitUntil(lambda: dialog.panel.preview._empty._title.text() == "No records there")
    desk.fake.shown = Preview(RECORDS, 2)
    press(qtbot, dialog.panel.preview.again)
    qtbot.waitUntil(lambda: len(cells(dialog)) == 2)
    desk.fake.shown = Preview(RECORDS[:1], 1)
    press(qtbot, dialog.panel.preview.again)
    qtbot.waitUntil(lambda: len(cells(dialog)) == 1)
    dialog.reject()


def test_why_there_is_no_preview_is_said(qtbot: QtBot, desk: Desk, controller: ConnectorsController) -> None:
    error = AnswerShapeUnknown(host="shop.example", what="list", path="items")
    desk.fake.shown = error
    dialog = new_dialog(controller)
    dialog.form.show_values(FILLED)
    dialog.preview_requested.emit()
    preview = dialog.panel.preview
    qtbot.waitUntil(preview.trouble.isVisible)
    assert strip_isolates(preview.trouble.accessibleName()) == f"{error.title} {error.advice}"
    desk.fake.shown = Preview((), 0, (FieldProblem("address", "Enter a whole address."),))
    press(qtbot, preview.again)
    qtbot.waitUntil(preview.hint.isVisible)
    assert preview.hint.text() == "Enter a whole address."
    assert preview.trouble.isHidden()
    dialog.reject()


def test_test_and_first_records_stand_in_the_same_place(
    qtbot: QtBot, desk: Desk, controller: ConnectorsController
) -> None:
    desk.fake.shown = Preview(RECORDS, 2)
    dialog = new_dialog(controller)
    panel = dialog.panel
    assert panel.choice.isHidden()
    dialog.form.show_values(FILLED)
    press(qtbot, dialog.test)
    wait_for_test(qtbot, dialog)
    assert (panel.choice.key, panel.stages.isVisible(), panel.preview.isVisible()) == ("test", True, False)
    press(qtbot, panel.choice._segments["records"])
    assert (panel.stages.isVisible(), panel.preview.isVisible()) == (False, True)
    dialog.reject()


def test_a_type_without_preview_widens_only_for_its_test(
    qtbot: QtBot, desk: Desk, controller: ConnectorsController
) -> None:
    dialog = new_dialog(controller, "chat")
    before = dialog.width()
    assert dialog.panel.isHidden()
    press(qtbot, dialog.test)
    wait_for_test(qtbot, dialog)
    assert dialog.width() > before
    assert dialog.panel.isVisible()
    dialog.reject()


def test_what_comes_next_is_offered_once_it_is_saved(
    qtbot: QtBot, desk: Desk, controller: ConnectorsController
) -> None:
    dialog = new_dialog(controller)
    dialog.form.show_values(FILLED)
    press(qtbot, dialog.primary)
    qtbot.waitUntil(lambda: len(desk.toasts.cards) == 1)
    action = desk.toasts.cards[0].findChild(LinkButton)
    assert action is not None
    assert action.text() == "Sync now"
    press(qtbot, action)
    (saved,) = desk.fake.connectors()
    qtbot.waitUntil(lambda: ("start_sync", RunRequest(saved.id)) in desk.fake.asked)


def test_what_needs_a_person_s_leave_is_offered_to_be_authorised(
    qtbot: QtBot, desk: Desk, controller: ConnectorsController
) -> None:
    dialog = new_dialog(controller, "files")
    dialog.form.show_values({"name": "Shared drive"})
    press(qtbot, dialog.primary)
    qtbot.waitUntil(lambda: len(desk.toasts.cards) == 1)
    action = desk.toasts.cards[0].findChild(LinkButton)
    assert action is not None
    assert action.text() == "Authorise…"
    opened: list[str] = []
    controller.authorising.open_address = opened.append
    press(qtbot, action)
    qtbot.waitUntil(lambda: bool(opened))
    assert controller.authorising.dialog is not None
    controller.authorising.dialog.reject()


def test_another_language_is_spoken_at_once(qtbot: QtBot, controller: ConnectorsController) -> None:
    dialog = new_dialog(controller)
    language.choose(LanguageCode.PSEUDO)
    assert dialog.test.text() == "[Téšt~~]"
    assert dialog.panel.preview.heading.text().startswith("[Fîršt réçörd")
    dialog.reject()
