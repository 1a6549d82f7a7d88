"""The page of the audit over a real workspace."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from integration_console.domain.audit import AuditDraft, AuditEntry, ChainEnd, ChainReport
from integration_console.domain.forms import Value
from integration_console.domain.ids import new_id
from integration_console.domain.members import MemberDraft
from integration_console.domain.permissions import ROLE_RIGHTS, Role
from integration_console.domain.work import Progress, Work
from integration_console.gateways.in_process import InProcessGateway
from integration_console.storage.audit import append_audit
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.tabs.audit import words
from integration_console.ui.tabs.audit.controller import make_audit_tab
from integration_console.ui.tabs.audit.model import PAGE
from integration_console.ui.tabs.audit.view import AuditView
from integration_console.ui.tabs.audit.words import Difference, differences
from integration_console.ui.widgets import CELL_ROLE, Cell
from tests.fakes import NOON
from tests.ui.workspace import Place

SOON = 5000


class SlowChain(InProcessGateway):
    """A chain that is walked only as far as the test lets it."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.go_on = threading.Event()

    def verify_audit(self, work: Work, known: ChainEnd | None = None) -> ChainReport:
        work.report(Progress(1, 4))
        while not self.go_on.wait(0.01):
            work.stop_if_cancelled()
        return super().verify_audit(work, known)


def shown(qtbot: QtBot, place: Place, gateway: InProcessGateway) -> AuditView:
    """The page over a gateway, read and seen."""
    view = make_audit_tab(gateway, place.tasks, place.relay, place.toasts)
    place.window.setCentralWidget(view)
    place.window.resize(1100, 760)
    with qtbot.waitExposed(place.window):
        place.window.show()
    qtbot.waitUntil(lambda: not place.tasks.is_running("audit.list"), timeout=SOON)
    return view


@pytest.fixture
def page(qtbot: QtBot, place: Place) -> AuditView:
    """The page after somebody was added and changed."""
    omar = place.gateway.add_member(MemberDraft("Omar", "omar", Role.SUPPORT)).member
    place.gateway.change_member(MemberDraft("Omar", "", Role.OPERATOR, omar.id))
    return shown(qtbot, place, place.gateway)


def actions(page: AuditView) -> list[str]:
    return [row.change.action for row in page.model.rows]


def cells(page: AuditView, row: int) -> list[str]:
    found = [page.model.index(row, column).data(CELL_ROLE) for column in range(page.model.columnCount())]
    return [each.text for each in found if isinstance(each, Cell)]


def append(place: Place, count: int) -> None:
    """Adds entries, unannounced."""
    for number in range(count):
        draft = AuditDraft(new_id(), NOON, "sami", "webhook.changed", "webhook", "", {}, {"name": f"w{number}"})
        place.opened.store.write(partial(append_audit, draft=draft))


def test_changes_are_listed_newest_first_with_names(page: AuditView) -> None:
    assert actions(page) == ["member.changed", "member.added", "member.added", "workspace.created"]
    number, _, who, what, name = cells(page, 0)
    assert (number, who, what, name) == ("4", "laila", "Member changed", "Omar")
    assert cells(page, 3)[-1] == "Workspace"


def test_a_new_change_appears_by_itself_and_the_selection_stays(qtbot: QtBot, page: AuditView, place: Place) -> None:
    page.show_entry(3)
    place.add_webhook("Repo")
    qtbot.waitUntil(lambda: actions(page)[0] == "webhook.created", timeout=SOON)
    assert page.chosen is not None
    assert page.chosen.number == 3
    assert page.table.currentIndex().row() == 2


def test_details_show_what_was_before_and_after(qtbot: QtBot, page: AuditView) -> None:
    page.table.setFocus()
    page.table.row_opened.emit(0)
    assert page.details.model.rows == (
        Difference("role", "support", "operator"),
        Difference("name", "Omar", "Omar"),
        Difference("login", "omar", "omar"),
    )
    assert page.details.properties.value("action") == "member.changed"
    page.table.selectRow(3)
    qtbot.waitUntil(lambda: page.details.entry == page.model.rows[3], timeout=SOON)
    assert (page.details.table.isHidden(), page.details._none.isHidden()) == (True, False)
    qtbot.keyClick(page.details, Qt.Key.Key_Escape)
    assert page.details.isHidden()


def test_filters_narrow_the_list_and_can_be_taken_back(qtbot: QtBot, page: AuditView) -> None:
    page.filters.areas.setCurrentIndex(page.filters.areas.findData("workspace"))
    page.filters.areas.activated.emit(page.filters.areas.currentIndex())
    qtbot.waitUntil(lambda: actions(page) == ["workspace.created"], timeout=SOON)
    page.filters.actor.setText("nobody")
    qtbot.waitUntil(lambda: not page.states.shows_content, timeout=SOON)
    page._empty.action_requested.emit()
    qtbot.waitUntil(lambda: len(actions(page)) == 4, timeout=SOON)
    page.filters.days.setCurrentIndex(1)
    page.filters.days.activated.emit(1)
    qtbot.waitUntil(lambda: len(actions(page)) == 4, timeout=SOON)
    assert page.filters.is_narrowed


def test_one_thing_alone_is_shown_and_says_so(qtbot: QtBot, page: AuditView) -> None:
    omar = page.model.rows[0].change.subject_id
    page.show_subject("member", omar, "Omar")
    qtbot.waitUntil(lambda: actions(page) == ["member.changed", "member.added"], timeout=SOON)
    assert (page.filters.only.isHidden(), page.filters.only.text()) == (False, "Only “\u2068Omar\u2069”")
    page.filters.only.click()
    qtbot.waitUntil(lambda: len(actions(page)) == 4, timeout=SOON)
    assert page.filters.only.isHidden()


def test_older_entries_come_when_the_end_is_seen(qtbot: QtBot, place: Place) -> None:
    append(place, 2 * PAGE)
    view = shown(qtbot, place, place.gateway)
    assert len(view.model.rows) == PAGE
    view.table.verticalScrollBar().setValue(view.table.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(view.model.rows) == 2 * PAGE, timeout=SOON)
    view.table.verticalScrollBar().setValue(view.table.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(view.model.rows) == 2 * PAGE + 2, timeout=SOON)
    assert view.model.next is None
    assert [each.number for each in view.model.rows] == list(range(2 * PAGE + 2, 0, -1))


def test_a_chain_that_holds_is_said_plainly_and_its_end_copied(qtbot: QtBot, page: AuditView) -> None:
    page.verification.button.click()
    qtbot.waitUntil(lambda: page.verification.report is not None, timeout=SOON)
    report = page.verification.report
    assert report is not None
    assert report.holds
    assert "4 entries verified." in page.verification.result.accessibleName()
    page.verification.result.action_requested.emit()
    assert QGuiApplication.clipboard().text() == str(report.end)


def test_a_broken_chain_says_where(qtbot: QtBot, page: AuditView, place: Place) -> None:
    place.opened.store.write(
        lambda writing: writing.connection.exec_driver_sql("UPDATE audit_log SET actor = 'x' WHERE number = 2")
    )
    page.verification.button.click()
    qtbot.waitUntil(lambda: page.verification.report is not None, timeout=SOON)
    said = page.verification.result.accessibleName()
    assert said.startswith("Entry \u20682\u2069 was changed after it was written.")
    assert "Up to there the chain holds: 1 entry." in said
    language.choose(LanguageCode.ARABIC)
    try:
        assert page.verification.result.accessibleName().startswith("الإدخال")
    finally:
        language.choose(LanguageCode.ENGLISH)


def test_the_walk_shows_its_progress_and_can_be_stopped(qtbot: QtBot, place: Place) -> None:
    gateway = SlowChain(place.opened.context, lambda: place.server.state)
    view = shown(qtbot, place, gateway)
    strip = view.verification
    strip.button.click()
    qtbot.waitUntil(lambda: strip.progress.share == 0.25, timeout=SOON)
    assert (strip.button.text(), strip.progress.words.text()) == ("Cancel", "\u20681 entry verified\u2069")
    strip.button.click()
    qtbot.waitUntil(strip.isHidden, timeout=SOON)
    assert (strip.report, strip.button.text()) == (None, "Verify chain")
    gateway.go_on.set()
    strip.button.click()
    qtbot.waitUntil(lambda: strip.report is not None, timeout=SOON)


def test_who_may_not_look_is_told_so(qtbot: QtBot, place: Place) -> None:
    context = replace(place.opened.context, rights=ROLE_RIGHTS[Role.OPERATOR])
    view = shown(qtbot, place, InProcessGateway(context, lambda: place.server.state))
    qtbot.waitUntil(lambda: "audit.read" in view.states._failed._title.text(), timeout=SOON)
    view.verification.button.click()
    qtbot.waitUntil(lambda: "audit.read" in view.verification.result.accessibleName(), timeout=SOON)


def test_differences_of_nested_fields_are_named_by_their_path() -> None:
    before: dict[str, Value] = {
        "name": "A",
        "rules": {"hash": "sha1", "window": 300},
        "events": ["push", "issues"],
        "old": None,
    }
    after: dict[str, Value] = {
        "name": "A",
        "rules": {"hash": "sha256", "window": 300},
        "events": [],
        "more": {},
        "list": [1],
    }
    assert differences(before, after) == (
        Difference("rules.hash", "sha1", "sha256"),
        Difference("events", "push, issues", ""),
        Difference("more", None, "{}"),
        Difference("list", None, "[1]"),
        Difference("old", "null", None),
        Difference("name", "A", "A"),
        Difference("rules.window", "300", "300"),
    )


def test_a_rule_for_api_keys_is_named() -> None:
    before: dict[str, Value] = {"name": "longest_life", "days": None}
    after: dict[str, Value] = {"name": "longest_life", "days": 90}
    change = AuditDraft(
        new_id(), NOON, "amina", "api_key_policy.changed", "api_key_policy", "longest_life", before, after
    )
    assert (words.action_title(change.action), words.area_name(change.subject_kind)) == (
        "Policy for API keys changed",
        "Rules for API keys",
    )
    assert words.field_name("days") == "Days at most"
    assert words.subject_name(AuditEntry(1, change, ""), {}) == "Longest life"
