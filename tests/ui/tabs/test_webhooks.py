"""The page of webhooks over a real workspace with a real receiver."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from integration_console.domain.logs import LogFilter
from integration_console.domain.webhooks import HmacRules, Scheme, Webhook, WebhookDraft, WebhookStatus
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.tabs.webhooks.controller import make_webhooks_tab
from integration_console.ui.tabs.webhooks.dialogs import EventDialog, RotationDialog, SecretDialog, WebhookDialog
from integration_console.ui.tabs.webhooks.secret_line import SECONDS
from integration_console.ui.tabs.webhooks.view import WebhooksView
from integration_console.ui.widgets import ConfirmDialog, Dialog
from tests.ui.workspace import Place

SOON = 5000
AnyDialog = TypeVar("AnyDialog", bound=Dialog)


@pytest.fixture
def page(qtbot: QtBot, receiving_place: Place) -> WebhooksView:
    place = receiving_place
    view = make_webhooks_tab(place.gateway, place.tasks, place.relay, place.toasts, place.unlocking)
    place.window.setCentralWidget(view)
    place.window.resize(1100, 760)
    with qtbot.waitExposed(place.window):
        place.window.show()
    qtbot.waitUntil(lambda: not place.tasks.is_running("webhooks.list"), timeout=SOON)
    return view


def dialog(qtbot: QtBot, kind: type[AnyDialog]) -> AnyDialog:
    """The dialog of a kind that is open, as soon as there is one."""
    qtbot.waitUntil(lambda: bool(_open(kind)), timeout=SOON)
    return _open(kind)[0]


def _open(kind: type[AnyDialog]) -> list[AnyDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


def type_into(form_dialog: WebhookDialog, name: str, text: str) -> None:
    widget = form_dialog.form.row(name).editor.widget
    assert isinstance(widget, QLineEdit)
    widget.setText(text)


def listed(page: WebhooksView) -> list[str]:
    return [row.webhook.name for row in page.model.rows]


def chosen(page: WebhooksView) -> Webhook:
    assert page.chosen is not None
    return page.chosen.webhook


def types_logged(place: Place) -> list[str]:
    return [entry.event_type for entry in place.gateway.log_page(LogFilter()).entries]


@pytest.mark.usefixtures("page")
def test_creating_shows_url_and_secret_once_and_deliveries_with_it_arrive(
    qtbot: QtBot, page: WebhooksView, receiving_place: Place
) -> None:
    assert not page.states.shows_content
    qtbot.keyClick(page.window(), Qt.Key.Key_N)
    filled = dialog(qtbot, WebhookDialog)
    type_into(filled, "name", "GitHub, main repository")
    filled.primary.click()
    shown = dialog(qtbot, SecretDialog)
    (webhook,) = receiving_place.gateway.webhooks()
    assert shown.url.text() == receiving_place.gateway.webhook_url(webhook.id)
    assert shown.secret.text() == receiving_place.gateway.webhook_secret(webhook.id)
    assert not filled.isVisible()
    shown.primary.click()
    qtbot.waitUntil(lambda: listed(page) == ["GitHub, main repository"], timeout=SOON)
    created = type(receiving_place.add_webhook("x"))(webhook, shown.url.text(), shown.secret.text())
    assert receiving_place.deliver(created, "1", "issues") == 202
    qtbot.waitUntil(lambda: [event.event_type for event in page.panel.events.rows] == ["issues"], timeout=SOON)
    qtbot.waitUntil(lambda: page.model.rows[0].seen is not None, timeout=SOON)


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_created(
    qtbot: QtBot, page: WebhooksView, receiving_place: Place
) -> None:
    page.creation_requested.emit()
    filled = dialog(qtbot, WebhookDialog)
    filled.primary.click()
    assert filled.form.row("name").error.startswith("This field is ")
    assert filled.form.row("header").isHidden()
    filled.form.show_values({"name": "Scanner", "scheme": "hmac"})
    assert not filled.form.row("header").isHidden()
    type_into(filled, "header", "not a header")
    type_into(filled, "event_type_source", "somewhere")
    type_into(filled, "secret", "short")
    filled.primary.click()
    assert filled.form.row("header").error == "This is not the name of a header."
    assert filled.form.row("event_type_source").error == "Write header:NAME or body:PATH."
    assert filled.form.row("secret").error == "Use at least \u206812\u2069 characters."
    assert receiving_place.gateway.webhooks() == ()
    type_into(filled, "header", "X-Scan")
    type_into(filled, "event_type_source", "header:X-Event")
    type_into(filled, "secret", "long-enough-secret")
    filled.primary.click()
    dialog(qtbot, SecretDialog).primary.click()
    (webhook,) = receiving_place.gateway.webhooks()
    assert webhook.rules == HmacRules(header="X-Scan", event_type_source="header:X-Event")


def test_a_name_that_is_taken_is_refused_and_all_that_was_typed_stays(
    qtbot: QtBot, page: WebhooksView, receiving_place: Place
) -> None:
    receiving_place.add_webhook("GitHub")
    page.creation_requested.emit()
    filled = dialog(qtbot, WebhookDialog)
    type_into(filled, "name", "GitHub")
    type_into(filled, "events", "push")
    filled.primary.click()
    qtbot.waitUntil(lambda: not filled.banner.isHidden(), timeout=SOON)
    assert "already in use" in filled.banner.accessibleName()
    assert filled.form.values()["events"] == "push"
    assert filled.form.row("name").editor.widget.hasFocus()
    filled.reject()


def test_editing_keeps_the_secret_unless_another_is_entered(
    qtbot: QtBot, page: WebhooksView, receiving_place: Place
) -> None:
    created = receiving_place.add_webhook("GitHub")
    qtbot.waitUntil(lambda: listed(page) == ["GitHub"], timeout=SOON)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    filled = dialog(qtbot, WebhookDialog)
    assert filled.form.values()["name"] == "GitHub"
    type_into(filled, "events", "push, issues")
    filled.primary.click()
    qtbot.waitUntil(lambda: chosen(page).event_filter == ("push", "issues"), timeout=SOON)
    assert receiving_place.gateway.webhook_secret(created.webhook.id) == created.secret
    assert _open(SecretDialog) == []

    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    again = dialog(qtbot, WebhookDialog)
    type_into(again, "secret", "another-long-secret")
    again.primary.click()
    shown = dialog(qtbot, SecretDialog)
    assert shown.secret.text() == "another-long-secret"
    shown.accept()


def test_the_secret_is_shown_on_demand_logged_and_hidden_again(
    qtbot: QtBot, page: WebhooksView, receiving_place: Place
) -> None:
    created = receiving_place.add_webhook("GitHub")
    qtbot.waitUntil(lambda: listed(page) == ["GitHub"], timeout=SOON)
    secret = page.panel.secret
    secret.button.click()
    qtbot.waitUntil(lambda: secret.is_shown, timeout=SOON)
    assert secret.line.text() == created.secret
    assert "webhook.secret_shown" in types_logged(receiving_place)
    for _second in range(SECONDS):
        secret._timer.timeout.emit()
    assert not secret.is_shown
    assert secret.line.text() == ""


def test_another_webhook_hides_the_secret_that_was_shown(
    qtbot: QtBot, page: WebhooksView, receiving_place: Place
) -> None:
    receiving_place.add_webhook("A")
    other = receiving_place.add_webhook("B")
    qtbot.waitUntil(lambda: listed(page) == ["A", "B"], timeout=SOON)
    page.panel.secret.button.click()
    qtbot.waitUntil(lambda: page.panel.secret.is_shown, timeout=SOON)
    page.choose(other.webhook.id)
    assert not page.panel.secret.is_shown


def test_rotating_shows_the_new_secret_while_the_old_one_stays_valid(
    qtbot: QtBot, page: WebhooksView, receiving_place: Place
) -> None:
    created = receiving_place.add_webhook("GitHub")
    qtbot.waitUntil(lambda: listed(page) == ["GitHub"], timeout=SOON)
    page.panel.rotate.click()
    dialog(qtbot, RotationDialog).primary.click()
    shown = dialog(qtbot, SecretDialog)
    assert shown.secret.text() not in ("", created.secret)
    new = shown.secret.text()
    shown.accept()
    assert receiving_place.deliver(created, "1") == 202
    assert receiving_place.deliver(created, "2", secret=new) == 202
    assert receiving_place.deliver(created, "3", secret="neither") == 401
    qtbot.waitUntil(lambda: page.panel.properties.value("previous") != "", timeout=SOON)


def test_a_paused_webhook_holds_its_events(qtbot: QtBot, page: WebhooksView, receiving_place: Place) -> None:
    created = receiving_place.add_webhook("GitHub")
    qtbot.waitUntil(lambda: listed(page) == ["GitHub"], timeout=SOON)
    page.panel.switch.click()
    qtbot.waitUntil(lambda: chosen(page).status is WebhookStatus.PAUSED, timeout=SOON)
    assert page.panel.pill.text == "Paused"
    assert receiving_place.deliver(created, "1") == 202
    qtbot.waitUntil(lambda: [event.state for event in page.panel.events.rows] == ["held"], timeout=SOON)
    page.panel.switch.click()
    qtbot.waitUntil(lambda: chosen(page).status is WebhookStatus.ACTIVE, timeout=SOON)


def test_deleting_says_what_is_lost_and_senders_are_refused(
    qtbot: QtBot, page: WebhooksView, receiving_place: Place
) -> None:
    created = receiving_place.add_webhook("GitHub")
    qtbot.waitUntil(lambda: listed(page) == ["GitHub"], timeout=SOON)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    asking = dialog(qtbot, ConfirmDialog)
    assert "for good" in asking._loss.text()
    asking.primary.click()
    qtbot.waitUntil(lambda: not page.states.shows_content, timeout=SOON)
    assert receiving_place.deliver(created, "1") == 410


def test_an_event_opens_with_headers_and_pretty_body(qtbot: QtBot, page: WebhooksView, receiving_place: Place) -> None:
    created = receiving_place.add_webhook("GitHub")
    receiving_place.deliver(created, "delivery-1", "push")
    qtbot.waitUntil(lambda: page.panel.events.rowCount() == 1, timeout=SOON)
    page.panel.table.setFocus()
    page.panel.table.setCurrentIndex(page.panel.events.index(0, 0))
    qtbot.keyClick(page.panel.table, Qt.Key.Key_Return)
    opened = dialog(qtbot, EventDialog)
    qtbot.waitUntil(lambda: opened.parts.keys == ("body", "headers"), timeout=SOON)
    assert opened.parts.view.text() == '{\n  "ref": "refs/heads/main",\n  "delivery": "delivery-1"\n}'
    opened.parts.choose("headers")
    assert "x-github-event: push" in opened.parts.view.text()
    opened.primary.click()
    assert not opened.isVisible()


def test_new_events_push_the_others_down_and_the_selection_stays(
    qtbot: QtBot, page: WebhooksView, receiving_place: Place
) -> None:
    created = receiving_place.add_webhook("GitHub")
    for number in range(20):
        receiving_place.deliver(created, f"a{number}")
    qtbot.waitUntil(lambda: page.panel.events.rowCount() == 20, timeout=SOON)
    table, first = page.panel.table, page.panel.events.rows[0]
    table.setCurrentIndex(page.panel.events.index(0, 0))
    receiving_place.deliver(created, "b")
    qtbot.waitUntil(lambda: page.panel.events.rows[0].event_key == "b", timeout=SOON)
    assert page.panel.events.rowCount() == 20
    assert page.panel.events.rows[table.currentIndex().row()] == first


def test_the_url_is_copied_with_its_limits(qtbot: QtBot, page: WebhooksView, receiving_place: Place) -> None:
    created = receiving_place.add_webhook("GitHub")
    qtbot.waitUntil(lambda: listed(page) == ["GitHub"], timeout=SOON)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == created.url
    assert receiving_place.toasts.cards[-1].accessibleName() == "URL copied It is reachable from this machine only."
    assert page.panel.local.isVisible()


def test_a_locked_vault_is_unlocked_first(
    qtbot: QtBot, page: WebhooksView, receiving_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    receiving_place.add_webhook("GitHub")
    qtbot.waitUntil(lambda: listed(page) == ["GitHub"], timeout=SOON)
    vault = receiving_place.opened.context.vault
    key, vault._data_key = vault._data_key, None
    page.panel.secret.button.click()
    qtbot.waitUntil(lambda: len(receiving_place.unlocking.waiting) == 1, timeout=SOON)
    assert not page.panel.secret.is_shown
    vault._data_key = key
    receiving_place.unlocking.waiting[0]()
    qtbot.waitUntil(lambda: page.panel.secret.is_shown, timeout=SOON)


def test_its_log_is_asked_for(qtbot: QtBot, page: WebhooksView, receiving_place: Place) -> None:
    created = receiving_place.add_webhook("GitHub")
    qtbot.waitUntil(lambda: listed(page) == ["GitHub"], timeout=SOON)
    with qtbot.waitSignal(page.log_requested) as asked:
        page.panel.log.click()
    assert asked.args == [created.webhook.id]


def test_how_to_enter_it_at_the_sender_fits_the_scheme(
    qtbot: QtBot, page: WebhooksView, receiving_place: Place
) -> None:
    for scheme, words in ((Scheme.GITHUB, "Settings → Webhooks"), (Scheme.STANDARD, "whsec_"), (Scheme.HMAC, "HMAC")):
        created = receiving_place.gateway.save_webhook(WebhookDraft(scheme.value, scheme))
        page.creation_requested.emit()
        filled = dialog(qtbot, WebhookDialog)
        filled.form.show_values({"name": f"{created.webhook.name} 2", "scheme": scheme.value})
        filled.primary.click()
        shown = dialog(qtbot, SecretDialog)
        assert words in " ".join(label.text() for label in shown._steps)
        shown.primary.click()


def test_arabic_mirrors_the_page_and_keeps_addresses_left_to_right(
    qtbot: QtBot, page: WebhooksView, receiving_place: Place
) -> None:
    receiving_place.add_webhook("GitHub")
    qtbot.waitUntil(lambda: listed(page) == ["GitHub"], timeout=SOON)
    language.choose(LanguageCode.ARABIC)
    header = page.table.horizontalHeader()
    qtbot.waitUntil(lambda: header.sectionViewportPosition(0) > header.sectionViewportPosition(4), timeout=SOON)
    qtbot.waitUntil(lambda: page.new.mapTo(page, QPoint(0, 0)).x() < page.width() // 2, timeout=SOON)
    assert page.panel.url._line.layoutDirection() is Qt.LayoutDirection.LeftToRight
