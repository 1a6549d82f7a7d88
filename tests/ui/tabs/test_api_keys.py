"""The page of API keys over a real workspace."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from integration_console.domain.api_key_policy import KeyPolicy
from integration_console.domain.api_keys import ApiKey, ApiKeyDraft, CreatedApiKey
from integration_console.domain.callers import RequestFacts
from integration_console.domain.changes import Change, Subject
from integration_console.domain.permissions import KEY_PRESETS, ROLE_RIGHTS, Grant, Rights, Role, rights_of
from integration_console.gateways.in_process import InProcessGateway
from integration_console.operations import api_key_checks, api_key_uses
from integration_console.storage import api_key_tables
from integration_console.storage.transaction import Writing
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tabs.api_keys.controller import make_api_keys_tab
from integration_console.ui.tabs.api_keys.dialogs import KeyDialog, OneTimeDialog, RerollDialog
from integration_console.ui.tabs.api_keys.policy_dialog import PolicyDialog
from integration_console.ui.tabs.api_keys.view import ApiKeysView
from integration_console.ui.tabs.api_keys.words import outcome_words
from integration_console.ui.widgets import CELL_ROLE, Cell, ConfirmDialog, Dialog
from tests.ui.workspace import Place

SOON = 5000
DAY = timedelta(days=1)
FACTS = RequestFacts("203.0.113.7", "GET /api/v1/logs")
AnyDialog = TypeVar("AnyDialog", bound=Dialog)


def shown(qtbot: QtBot, place: Place, gateway: InProcessGateway) -> ApiKeysView:
    """The page over a gateway, read and seen."""
    view = make_api_keys_tab(gateway, place.tasks, place.relay, place.toasts, place.unlocking)
    place.window.setCentralWidget(view)
    place.window.resize(1240, 800)
    with qtbot.waitExposed(place.window):
        place.window.show()
    qtbot.waitUntil(lambda: not place.tasks.is_running("api_keys.list"), timeout=SOON)
    return view


@pytest.fixture
def page(qtbot: QtBot, place: Place) -> ApiKeysView:
    return shown(qtbot, place, place.gateway)


def created(place: Place, name: str, *grants: Grant, **changed: object) -> CreatedApiKey:
    draft = ApiKeyDraft(name, grants or (Grant("logs.read"),))
    return place.gateway.create_api_key(replace(draft, **changed))  # type: ignore[arg-type]


def with_rights(place: Place, rights: Rights) -> InProcessGateway:
    """The door for somebody who may do just this."""
    return InProcessGateway(replace(place.opened.context, rights=rights), lambda: place.server.state)


def dialog(qtbot: QtBot, kind: type[AnyDialog]) -> AnyDialog:
    """The dialog of a kind that is open, as soon as there is one."""
    qtbot.waitUntil(lambda: bool(_open(kind)), timeout=SOON)
    return _open(kind)[0]


def _open(kind: type[AnyDialog]) -> list[AnyDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


def listed(page: ApiKeysView) -> list[str]:
    return [row.name for row in page.model.rows]


def row_of(page: ApiKeysView, name: str) -> list[str]:
    """What stands in the row of a key."""
    place = listed(page).index(name)
    cells = [page.model.index(place, column).data(CELL_ROLE) for column in range(len(page.model.columns))]
    return [each.text for each in cells if isinstance(each, Cell)]


def wait_for_keys(qtbot: QtBot, page: ApiKeysView, *names: str) -> None:
    qtbot.waitUntil(lambda: listed(page) == list(names), timeout=SOON)


def use(place: Place, made: CreatedApiKey, times: int = 1, facts: RequestFacts = FACTS) -> None:
    for _ in range(times):
        api_key_checks.authenticate(place.opened.context, made.text, facts)
    api_key_uses.flush_uses(place.opened.context)


def test_a_key_is_created_and_shown_until_it_is_stored(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    assert not page.states.shows_content
    qtbot.keyClick(page.window(), Qt.Key.Key_N)
    filled = dialog(qtbot, KeyDialog)
    filled.head.show_values({"name": "Website", "preset": "ingest"})
    filled.life.show_values({"expires": "never", "rate_limit": 60})
    filled.places.show_values({"addresses": "203.0.113.0/24"})
    filled.primary.click()
    once = dialog(qtbot, OneTimeDialog)
    text = once.text.text()
    assert place.gateway.check_api_key(text).error_code == ""
    assert (once.primary.isEnabled(), _open(KeyDialog)) == (False, [])
    once.reject()
    assert once.isVisible()
    once.stored.click()
    once.primary.click()
    wait_for_keys(qtbot, page, "Website")
    assert row_of(page, "Website")[1:] == [
        "Active", text[:12], "Only send events in", "No end", "Never",
    ]  # fmt: skip
    assert page.chosen is not None
    assert (page.chosen.addresses, page.chosen.rate_limit) == (("203.0.113.0/24",), 60)


def test_what_is_wrong_is_said_at_its_field(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    created(place, "Website")
    page.creation_requested.emit()
    filled = dialog(qtbot, KeyDialog)
    filled.head.show_values({"name": "", "preset": "custom"})
    filled.life.show_values({"expires": "date", "expires_on": "soon"})
    filled.places.show_values({"addresses": "10.1.2.3/8"})
    filled.primary.click()
    assert filled.head.row("name").error == "This field is required."
    assert filled.life.row("expires_on").error.startswith("Enter a day")
    assert "10.0.0.0/8" in filled.places.row("addresses").error
    assert filled.picker._problem.text() == "Choose at least one permission."
    filled.picker.boxes["logs.read"].setChecked(True)
    assert filled.picker._problem.text() == ""
    filled.head.show_values({"name": "Website"})
    filled.life.show_values({"expires": "90d"})
    filled.places.show_values({"addresses": ""})
    filled.primary.click()
    qtbot.waitUntil(lambda: "is already in use" in filled.head.row("name").error, timeout=SOON)
    filled.reject()


def test_permissions_are_chosen_one_by_one_and_for_one_connector(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    slack = place.add_slack("Operations")
    qtbot.waitUntil(lambda: slack.id in page.keyring.connectors, timeout=SOON)
    page.creation_requested.emit()
    filled = dialog(qtbot, KeyDialog)
    assert filled.picker.isHidden()
    filled.head.show_values({"name": "Alerts", "preset": "custom"})
    filled.head.changed.emit()
    assert filled.picker._scope_line.isHidden()
    filled.picker.boxes["messages.send"].setChecked(True)
    filled.picker.boxes["logs.read"].setChecked(True)
    filled.picker.scope.setCurrentIndex(filled.picker.scope.findData(slack.id))
    filled.primary.click()
    once = dialog(qtbot, OneTimeDialog)
    once.stored.click()
    once.primary.click()
    wait_for_keys(qtbot, page, "Alerts")
    assert page.chosen is not None
    assert [str(each) for each in page.chosen.grants] == ["logs.read", f"messages.send:{slack.id}"]
    assert "Send messages (\u2068Operations\u2069)" in page.panel.may.text()


def test_a_scope_that_the_boxes_cannot_say_stays_as_it_is(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    one, two = place.add_slack("One"), place.add_slack("Two")
    grants = tuple(Grant("syncs.run", each.id) for each in (one, two))
    made = created(place, "Both", *grants)
    wait_for_keys(qtbot, page, "Both")
    page.choose(made.key.id)
    qtbot.keyClick(page.window(), Qt.Key.Key_F2)
    filled = dialog(qtbot, KeyDialog)
    assert filled.picker.scope.currentText() == "For the same connectors as now"
    filled.head.show_values({"name": "Both of them", "preset": "custom"})
    filled.primary.click()
    wait_for_keys(qtbot, page, "Both of them")
    assert set(place.gateway.api_keys()[0].grants) == set(grants)


def test_addresses_are_tried_on_the_uses_before_they_are_saved(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    made = created(place, "Website")
    wait_for_keys(qtbot, page, "Website")
    page.panel.edit.click()
    filled = dialog(qtbot, KeyDialog)

    def tried(addresses: str, words: str) -> None:
        filled.places.show_values({"addresses": addresses})
        assert filled.trial.banner.isHidden()
        filled.trial.button.click()
        qtbot.waitUntil(lambda: words in filled.trial.banner.accessibleName(), timeout=SOON)

    tried("", "was not used in the last 30 days")
    use(place, made, 7)
    use(place, made, 2, RequestFacts("198.51.100.4", "GET /api/v1/logs"))
    tried("203.0.113.0/24", "2 uses would have been refused Tried on 9 uses of the last 30 days.")
    assert "198.51.100.4" in filled.trial.banner.accessibleName()
    tried("203.0.113.0/24 198.51.100.4", "None of them would have been refused")
    filled.places.show_values({"addresses": "home"})
    filled.trial.button.click()
    qtbot.waitUntil(lambda: "neither an address" in filled.places.row("addresses").error, timeout=SOON)
    language.choose(LanguageCode.ARABIC)
    try:
        assert filled.trial.button.text() == "تجربة على آخر الاستخدامات"
    finally:
        language.choose(LanguageCode.ENGLISH)
    assert place.gateway.api_keys()[0].addresses == ()
    filled.reject()


def test_many_addresses_that_would_be_shut_out_are_counted(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    made = created(place, "Website")
    wait_for_keys(qtbot, page, "Website")
    for number in range(7):
        use(place, made, 1, RequestFacts(f"198.51.100.{number}", "GET /"))
    page.panel.edit.click()
    filled = dialog(qtbot, KeyDialog)
    filled.places.show_values({"addresses": "10.0.0.0/8"})
    filled.trial.button.click()
    qtbot.waitUntil(lambda: "2 others" in filled.trial.banner.accessibleName(), timeout=SOON)
    filled.reject()


def test_a_new_secret_is_made_and_the_old_one_counts_on(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    made = created(place, "Website")
    wait_for_keys(qtbot, page, "Website")
    page.panel.reroll.click()
    asked = dialog(qtbot, RerollDialog)
    asked.primary.click()
    once = dialog(qtbot, OneTimeDialog)
    assert "The old secret counts until" in once.subtitle.text()
    assert place.gateway.check_api_key(once.text.text()).error_code == ""
    assert place.gateway.check_api_key(made.text).error_code == ""
    once.stored.click()
    once.primary.click()
    qtbot.waitUntil(lambda: page.panel.properties.value("previous") != "", timeout=SOON)
    page.panel.reroll.click()
    asked = dialog(qtbot, RerollDialog)
    asked.form.show_values({"overlap": "0"})
    asked.primary.click()
    once = dialog(qtbot, OneTimeDialog)
    assert once.subtitle.text() == "The old secret counts no more."
    once.stored.click()
    once.reject()


def test_revoking_asks_first_and_the_key_stays_to_be_looked_at(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    made, other = created(place, "Website"), created(place, "Shop")
    wait_for_keys(qtbot, page, "Shop", "Website")
    page.choose(made.key.id)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    dialog(qtbot, ConfirmDialog).reject()
    assert place.gateway.check_api_key(made.text).error_code == ""
    page.panel.revoke.click()
    dialog(qtbot, ConfirmDialog).primary.click()
    wait_for_keys(qtbot, page, "Shop")
    assert place.gateway.check_api_key(made.text).error_code == "api_key.revoked"
    assert page.with_revoked.isVisible()
    page.with_revoked.click()
    assert listed(page) == ["Shop", "Website"]
    page.choose(made.key.id)
    assert row_of(page, "Website")[1] == "Revoked"
    buttons = (page.panel.edit, page.panel.reroll, page.panel.revoke)
    assert [each.isEnabled() for each in buttons] == [False] * 3
    assert "was revoked" in page.panel.reason.text()
    page.choose(other.key.id)
    assert page.panel.revoke.isEnabled()


def test_uses_of_the_key_are_shown_with_what_became_of_them(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    made = created(place, "Website")
    use(place, made, 3)
    place.gateway.reroll_api_key(made.key.id, DAY)
    use(place, made, 2)
    wait_for_keys(qtbot, page, "Website")
    page.choose(made.key.id)
    qtbot.waitUntil(lambda: len(page.panel.usage.model.rows) == 2, timeout=SOON)
    assert page.panel.usage.summary == "5 uses and 2 requests with the old secret"
    assert page.panel.usage.states.shows_content
    page._clock.timeout.emit()
    qtbot.waitUntil(lambda: "203.0.113.7" in page.panel.properties.value("seen"), timeout=SOON)
    unused = created(place, "Another")
    wait_for_keys(qtbot, page, "Another", "Website")
    page.choose(unused.key.id)
    assert page.panel.usage.summary == ""
    qtbot.waitUntil(lambda: not page.panel.usage.states.shows_content, timeout=SOON)


def test_the_list_warns_of_an_end_that_is_near(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    now = datetime.now(UTC)
    for name, end in (("Far", 40 * DAY), ("Near", 9 * DAY + DAY / 2), ("Tomorrow", DAY / 2)):
        created(place, name, *map(Grant, sorted(KEY_PRESETS["read_only"])), expires_at=now + end)
    wait_for_keys(qtbot, page, "Far", "Near", "Tomorrow")
    found = {name: row_of(page, name) for name in listed(page)}
    assert [each[1] for each in found.values()] == ["Active", "Ends soon", "Ends soon"]
    assert [each[4] for each in found.values()][1:] == ["In 9 days", "Today or tomorrow"]
    key = page.model.rows[0]
    page.model.change_rows([replace(key, expires_at=now - DAY)])
    assert row_of(page, "Far")[1] == "Expired"


def test_the_panel_says_everything_of_a_key(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    addresses = tuple(f"10.0.0.{number}" for number in range(5))
    made = created(place, "Busy", *map(Grant, ("logs.read", "syncs.run", "audit.read")), addresses=addresses)
    wait_for_keys(qtbot, page, "Busy")
    page.choose(made.key.id)
    assert row_of(page, "Busy")[3] == "Read the audit, Read the log and 1 other"
    value = page.panel.properties.value
    assert value("places").endswith("and 2 others")
    assert (value("rate"), value("ends")) == ("As often as it wants", "When it is revoked")
    page.panel._say_key(replace(made.key, grants=(Grant("future.thing", "x"),), rate_limit=7))
    assert "future.thing" in page.panel.may.text()
    assert value("rate") == "7 requests a minute"
    page.say_again()
    assert outcome_words("api_key.refused")[0] == "This API key is not accepted."


def test_an_auditor_looks_and_is_told_why_nothing_can_be_changed(qtbot: QtBot, place: Place) -> None:
    created(place, "Website")
    view = shown(qtbot, place, with_rights(place, ROLE_RIGHTS[Role.AUDITOR]))
    assert (listed(view), view.create_key.isEnabled(), view.panel.edit.isEnabled()) == (["Website"], False, False)
    assert "api_keys.write" in view.create_key.toolTip()
    for key in (Qt.Key.Key_N, Qt.Key.Key_F2, Qt.Key.Key_Delete):
        qtbot.keyClick(view.table, key)
    assert (_open(KeyDialog), _open(ConfirmDialog)) == ([], [])


def test_nobody_can_choose_more_than_they_may_do(qtbot: QtBot, place: Place) -> None:
    mighty = created(place, "Mighty", Grant("webhooks.reveal"))
    rights = rights_of(["api_keys.read", "api_keys.write", "logs.read"])
    view = shown(qtbot, place, with_rights(place, rights))
    assert (view.panel.edit.isEnabled(), view.panel.reroll.isEnabled(), view.panel.revoke.isEnabled()) == (
        False,
        False,
        True,
    )
    assert "webhooks.reveal" in view.panel.edit.toolTip()
    view.creation_requested.emit()
    filled = dialog(qtbot, KeyDialog)
    choices = filled.head.row("preset").editor.widget
    assert not isinstance(choices, QComboBox) or choices.count() == 1
    assert filled.head.values()["preset"] == "custom"
    enabled = [name for name, box in filled.picker.boxes.items() if box.isEnabled()]
    assert enabled == ["logs.read", "api_keys.read", "api_keys.write"]
    assert "See secrets of webhooks" in filled.picker.boxes["webhooks.reveal"].toolTip()
    filled.reject()
    assert mighty.key.id == view.model.rows[0].id


def test_who_may_not_look_is_told_so(qtbot: QtBot, place: Place) -> None:
    view = shown(qtbot, place, with_rights(place, ROLE_RIGHTS[Role.SUPPORT]))
    qtbot.waitUntil(lambda: "api_keys.read" in view.states._failed._title.text(), timeout=SOON)


def test_locked_secrets_are_asked_for_and_what_was_filled_in_stays(
    qtbot: QtBot, page: ApiKeysView, place: Place
) -> None:
    vault = place.opened.context.vault
    key, vault._data_key = vault._data_key, None
    page.creation_requested.emit()
    filled = dialog(qtbot, KeyDialog)
    filled.head.show_values({"name": "Website"})
    filled.primary.click()
    qtbot.waitUntil(lambda: len(place.unlocking.waiting) == 1, timeout=SOON)
    vault._data_key = key
    place.unlocking.waiting[0]()
    once = dialog(qtbot, OneTimeDialog)
    once.stored.click()
    once.primary.click()
    wait_for_keys(qtbot, page, "Website")


def test_what_is_refused_at_last_is_said_in_the_dialog(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    made = created(place, "Website")
    wait_for_keys(qtbot, page, "Website")
    page.edit_requested.emit(made.key)
    filled = dialog(qtbot, KeyDialog)
    place.gateway.revoke_api_key(made.key.id)
    filled.primary.click()
    qtbot.waitUntil(lambda: "was revoked" in filled.banner.accessibleName(), timeout=SOON)
    filled.reject()


def test_the_page_speaks_the_language_in_force(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    created(place, "Website")
    wait_for_keys(qtbot, page, "Website")
    language.choose(LanguageCode.ARABIC)
    try:
        assert (page.create_key.text(), page.panel.pill.text) == ("مفتاح API جديد", "نشط")
    finally:
        language.choose(LanguageCode.ENGLISH)


def test_asking_for_the_audit_names_the_key(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    created(place, "Website")
    wait_for_keys(qtbot, page, "Website")
    with qtbot.waitSignal(page.audit_requested) as asked:
        page.panel.audit.click()
    assert isinstance(asked.args, list)
    found = asked.args[0]
    assert isinstance(found, ApiKey)
    assert found.name == "Website"


def aged(place: Place, made: CreatedApiKey, days: int) -> None:
    """Let a key have been created so many days ago."""
    moment = datetime.now(UTC) - days * DAY

    def age(writing: Writing) -> None:
        here = api_key_tables.api_keys.c.id == made.key.id
        writing.connection.execute(update(api_key_tables.api_keys).where(here).values(created_at=moment))

    place.opened.store.write(age)
    place.relay.hear(Change(Subject.API_KEYS))


def test_a_policy_is_set_and_the_form_keeps_to_it(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    made = created(place, "Endless")
    wait_for_keys(qtbot, page, "Endless")
    assert page.policy.text() == "Keys need not end"
    page.policy.click()
    asked = dialog(qtbot, PolicyDialog)
    asked.form.show_values({"limited": True, "longest_days": 45})
    asked.primary.click()
    qtbot.waitUntil(lambda: page.policy.text() == "At most 45 days", timeout=SOON)
    assert place.gateway.api_key_policy() == KeyPolicy(45)
    qtbot.waitUntil(lambda: not page.panel.reroll.isEnabled(), timeout=SOON)
    assert "ends later than your organisation lets a secret count (in days: 45)" in strip_isolates(
        page.panel.reason.text()
    )
    end = page.model.index(0, 4).data(CELL_ROLE)
    assert (end.icon, end.muted) == ("triangle-alert", False)
    page.create_key.click()
    filled = dialog(qtbot, KeyDialog)
    last = (datetime.now(UTC) + 45 * DAY).date()
    assert {**filled.life.values(), "rate_limit": 0} == {
        "expires": "date", "expires_on": last.isoformat(), "rate_limit": 0,
    }  # fmt: skip
    filled.head.show_values({"name": "New"})
    filled.life.show_values({"expires": "date", "expires_on": (last + DAY).isoformat()})
    filled.primary.click()
    row = filled.life.row("expires")
    qtbot.waitUntil(lambda: "so many days at most: 45" in strip_isolates(row.error), timeout=SOON)
    filled.life.show_values({"expires": "date", "expires_on": last.isoformat()})
    filled.primary.click()
    once = dialog(qtbot, OneTimeDialog)
    once.stored.click()
    once.primary.click()
    wait_for_keys(qtbot, page, "Endless", "New")
    page.choose(made.key.id)
    page.policy.click()
    asked = dialog(qtbot, PolicyDialog)
    asked.form.show_values({"limited": False})
    asked.primary.click()
    qtbot.waitUntil(lambda: page.policy.text() == "Keys need not end", timeout=SOON)


def test_a_key_that_may_do_everything_says_so_and_unfolds(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    everything = created(place, "All", *map(Grant, sorted(KEY_PRESETS["admin"])))
    narrow = created(place, "Narrow")
    wait_for_keys(qtbot, page, "All", "Narrow")
    page.choose(everything.key.id)
    may = page.panel.may
    assert may.text() == "May: everything that a key can be given"
    may.fold.click()
    assert "Read the audit" in may.text()
    page.choose(narrow.key.id)
    assert (may.text(), may.fold.isVisible()) == ("May: Read the log", False)
    page.choose(everything.key.id)
    assert may.text() == "May: everything that a key can be given"


def test_unused_keys_are_marked_and_shown_alone(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    idle = created(place, "Idle")
    created(place, "Young")
    wait_for_keys(qtbot, page, "Idle", "Young")
    assert not page.only_unused.isVisible()
    aged(place, idle, 61)
    qtbot.waitUntil(page.only_unused.isVisible, timeout=SOON)
    page.choose(idle.key.id)
    assert page.panel.reason.text() == "Nobody has used it for 60 days. If nobody needs it, revoke it."
    assert page.model.index(0, 5).data(CELL_ROLE).icon == "triangle-alert"
    page.only_unused.click()
    assert listed(page) == ["Idle"]
    place.gateway.revoke_api_key(idle.key.id)
    wait_for_keys(qtbot, page, "Young")
    assert not page.only_unused.isVisible()


def test_what_its_uses_needed_is_proposed_and_taken_over(qtbot: QtBot, page: ApiKeysView, place: Place) -> None:
    made = created(place, "Wide", *map(Grant, ("connectors.read", "logs.read", "syncs.run")))
    aged(place, made, 40)
    use(place, made, facts=RequestFacts("203.0.113.7", "GET /api/v1/connectors", "", "connectors.read"))
    wait_for_keys(qtbot, page, "Wide")
    page.choose(made.key.id)
    narrowing = page.panel.narrowing
    qtbot.waitUntil(narrowing.isVisible, timeout=SOON)
    assert narrowing.text() == "Enough for all its uses of the last 30 days: Look at connectors"
    narrowing.button.click()
    filled = dialog(qtbot, KeyDialog)
    assert filled.picker.grants() == "connectors.read"
    filled.primary.click()
    qtbot.waitUntil(lambda: page.panel.may.text() == "May: Look at connectors", timeout=SOON)
    assert place.gateway.api_keys()[0].grants == (Grant("connectors.read"),)
    qtbot.waitUntil(lambda: not narrowing.isVisible(), timeout=SOON)
