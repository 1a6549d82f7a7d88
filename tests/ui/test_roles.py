"""The matrix over the window: what a role may not do is off on every page and says why, however it is reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from integration_console.desktop import make_console
from integration_console.domain.api_keys import ApiKeyDraft
from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import WorkspaceReadOnly
from integration_console.domain.ids import new_id
from integration_console.domain.log_notes import Mark
from integration_console.domain.members import MemberDraft
from integration_console.domain.permissions import ALL_RIGHTS, ROLE_RIGHTS, Grant, Rights, Role
from integration_console.domain.schedules import ScheduleDraft
from integration_console.domain.streams import SyncMode
from integration_console.domain.syncs import RunRequest
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.domain.workspace import HolderKind, ReceiverState
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import OpenWorkspace
from integration_console.operations import api_keys, connectors, holders, members, schedules, syncs, webhooks
from integration_console.settings import Settings
from integration_console.ui.console import Console
from integration_console.ui.language import error_sentence, strip_isolates
from integration_console.ui.tab_set import TabSet
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.widgets import Dialog
from integration_console.ui.workspaces.known import KnownWorkspace
from tests.builders import connector_draft, opened_workspace, source_draft, synced
from tests.fake_source import FakeSource
from tests.fakes import FakeKind
from tests.role_matrix import EXPECTED, LETTERS

Control = QAbstractButton | QAction | QWidget
Where = Callable[[TabSet], Control]

CONTROLS: dict[str, tuple[tuple[str, Where], ...]] = {
    "case_files.make_case_file": (
        ("logs", lambda tabs: next(each for each in tabs.logs.more.choices.actions() if "Case file" in each.text())),
    ),
    "connectors.save_connector": (
        ("connectors", lambda tabs: tabs.connectors.add_button),
        ("connectors", lambda tabs: tabs.connectors.actions_of_page.add),
        ("connectors", lambda tabs: tabs.connectors.pane.edit),
        ("connectors", lambda tabs: tabs.connectors.actions_of_page.edit),
        ("hub", lambda tabs: tabs.hub.welcome.connector),
    ),
    "connectors.switch_connector": (
        ("connectors", lambda tabs: tabs.connectors.pane.active),
        ("connectors", lambda tabs: tabs.connectors.actions_of_page.switch),
    ),
    "connectors.remove_connector": (("connectors", lambda tabs: tabs.connectors.actions_of_page.remove),),
    "authorisation.authorise": (
        ("connectors", lambda tabs: tabs.connectors.pane.authorise),
        ("connectors", lambda tabs: tabs.connectors.actions_of_page.authorise),
    ),
    "checks.check_connector": (
        ("connectors", lambda tabs: tabs.connectors.pane.check),
        ("connectors", lambda tabs: tabs.connectors.actions_of_page.check),
        ("hub", lambda tabs: tabs.hub.cards[0].check),
    ),
    "messages.notify": (("hub", lambda tabs: tabs.hub.cards[0].send),),
    "syncs.start_sync": (
        ("connectors", lambda tabs: tabs.connectors.pane.syncs.start),
        ("syncs", lambda tabs: tabs.syncs.start),
    ),
    "syncs.cancel_sync": (
        ("syncs", lambda tabs: tabs.syncs.details.cancel),
        ("connectors", lambda tabs: tabs.connectors.pane.syncs.cancel),
    ),
    "schedules.save_schedule": (
        ("connectors", lambda tabs: tabs.connectors.pane.schedules.add),
        ("connectors", lambda tabs: tabs.connectors.pane.schedules.rows[0].edit),
    ),
    "schedules.switch_schedule": (("connectors", lambda tabs: tabs.connectors.pane.schedules.rows[0].switch),),
    "schedules.remove_schedule": (("connectors", lambda tabs: tabs.connectors.pane.schedules.rows[0].remove),),
    "records.export_records": (("records", lambda tabs: tabs.records.export),),
    "records.record_page": (("syncs", lambda tabs: tabs.syncs.details.records),),
    "webhooks.save_webhook": (
        ("webhooks", lambda tabs: tabs.webhooks.new),
        ("webhooks", lambda tabs: tabs.webhooks.panel.edit),
        ("hub", lambda tabs: tabs.hub.welcome.webhook),
    ),
    "webhooks.switch_webhook": (("webhooks", lambda tabs: tabs.webhooks.panel.switch),),
    "webhooks.rotate_webhook": (("webhooks", lambda tabs: tabs.webhooks.panel.rotate),),
    "webhooks.remove_webhook": (("webhooks", lambda tabs: tabs.webhooks.panel.remove),),
    "webhooks.webhook_secret": (("webhooks", lambda tabs: tabs.webhooks.panel.secret.button),),
    "members.add_member": (("members", lambda tabs: tabs.members.add),),
    "members.change_member": (("members", lambda tabs: tabs.members.panel.edit),),
    "members.reset_password": (("members", lambda tabs: tabs.members.panel.password),),
    "members.remove_member": (("members", lambda tabs: tabs.members.panel.remove),),
    "api_keys.create_api_key": (("api_keys", lambda tabs: tabs.api_keys.create_key),),
    "api_keys.change_api_key": (("api_keys", lambda tabs: tabs.api_keys.panel.edit),),
    "api_keys.reroll_api_key": (("api_keys", lambda tabs: tabs.api_keys.panel.reroll),),
    "api_keys.revoke_api_key": (("api_keys", lambda tabs: tabs.api_keys.panel.revoke),),
    "api_key_policies.set_api_key_policy": (("api_keys", lambda tabs: tabs.api_keys.policy),),
    "log_notes.save_log_note": (
        ("logs", lambda tabs: tabs.logs.details.note.save),
        ("logs", lambda tabs: tabs.logs.details.note.marks[Mark.RED]),
        ("logs", lambda tabs: next(each for each in tabs.logs.more.choices.actions() if "Mark" in each.text())),
    ),
    "retention.set_retention": (
        ("logs", lambda tabs: next(each for each in tabs.logs.more.choices.actions() if "How long" in each.text())),
    ),
    "holders.add_passphrase": (("key_holders", lambda tabs: tabs.key_holders.passphrase),),
    "holders.new_recovery_code": (("key_holders", lambda tabs: tabs.key_holders.recovery),),
    "holders.replace_key": (("key_holders", lambda tabs: tabs.key_holders.replace),),
    "holders.remove": (("key_holders", lambda tabs: tabs.key_holders.panel.remove),),
}
"""Where an operation that changes, sends or reveals something begins in the window."""
INSIDE = {
    "case_files.case_signer": "what a case file that was made says",
    "checks.check_draft": "a dialog that only those who may save a connector can open",
    "checks.preview": "the same dialog",
    "holders.approve": "a request, which no workspace of one program has (tests/ui/tabs/test_key_holders.py)",
    "holders.refuse": "the same request",
    "holders.ask": "a program without a key (tests/ui/tabs/test_key_holders.py)",
    "retention.place_hold": "the dialog of rules, which only those who may change them can open",
    "retention.release_hold": "the same dialog",
    "retention.run_retention": "the same dialog",
    "retention.run_due_retention": "the program itself, once a day (tests/service/test_housekeeping.py)",
    "log_notes.remove_filter": "the menu of saved filters (tests/ui/tabs/test_logs_saved.py)",
    "log_notes.save_filter": "the same menu",
    "signing_keys.rotate_signing_key": "the command line alone (tests/commands/test_tokens.py)",
    "workspace.protect": "the first opening (tests/ui/test_console.py)",
    "workspace.unlock": "whoever has a passphrase may use it",
}
LOOKING = {name for name, letters in EXPECTED.items() if letters.strip() in ("oapsu", "oa  u", "oap")}
PAGES = {
    "records": "records.record_page",
    "members": "members.members",
    "api_keys": "api_keys.api_keys",
    "key_holders": "holders.holders",
    "audit": "audit.audit_page",
}
"""The pages that some roles do not have, and what they begin with."""
HARMLESS = {
    "Entries", "Statistics", "By connector", "By webhook", "By API key", "By event",
    "All", "All syncs", "Archived", "Close", "Columns", "Copy", "Deleted", "Error", "Error above (P)",
    "Error below (N)", "Failed", "Go to a time or an ID (Ctrl+G)", "In the bin", "Info", "Live", "More",
    "More actions", "Only unused keys", "Open", "Open the log", "Pause", "People", "QToolButton",
    "Saved filters", "See all 2 connectors",
    "Show in audit", "Show all permissions", "Show in log", "Show less", "Show log",
    "Succeeded", "Success", "Things", "Under way", "Verify chain", "Warning",
}  # fmt: skip
"""Buttons that show, copy, filter or lead somewhere; the one without a name clears a search."""


@dataclass
class OneWorkplace:
    """A workspace that is open already, behind the door of one person."""

    gateway: InProcessGateway

    def lock(self, *, on: bool) -> None:
        self.gateway.lock(on=on)

    def receive(self) -> None:
        pass

    def close(self) -> None:
        pass


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenWorkspace]:
    """A workspace with one of everything."""
    people = FakeSource()
    people.put("Amina")
    types = {"fake": FakeKind(), "list": people}
    with opened_workspace(tmp_path_factory.mktemp("roles"), own_types=types) as found:
        context = found.context
        source = connectors.save_connector(context, source_draft(name="A list"))
        connectors.save_connector(context, connector_draft(name="Ops"))
        schedules.save_schedule(context, ScheduleDraft(source.id, SyncMode.FULL))
        synced(context, RunRequest(source.id))
        holders.add_passphrase(context, "correct horse battery staple")
        syncs.start_sync(context, RunRequest(source.id))  # waits: nobody works here
        webhooks.save_webhook(context, WebhookDraft("Repo", Scheme.GITHUB))
        members.add_member(context, MemberDraft("Sami", "sami", Role.SUPPORT))
        api_keys.create_api_key(context, ApiKeyDraft("Robot", (Grant("logs.read"),)))
        yield found


@contextmanager
def window_of(opened: OpenWorkspace, folder: Path, rights: Rights) -> Iterator[Console]:
    """The whole window, as one with these rights has it."""
    settings = Settings(data_folder=folder, key_folder=folder / "keys", log_folder=folder, port=0)
    console = make_console(settings, None, TaskRunner())
    gateway = InProcessGateway(
        replace(opened.context, rights=rights, actor="Huda", member_id=new_id()), lambda: ReceiverState(running=False)
    )
    console.window.resize(1400, 1000)
    console.take(OneWorkplace(gateway), KnownWorkspace(opened.store.path))
    console.window.show()
    try:
        yield console
    finally:
        console.window.close()
        console.close()


def tabs_of(console: Console) -> TabSet:
    assert console.tabs is not None
    return console.tabs


def seen(qtbot: QtBot, console: Console, page: str) -> None:
    """Shows a page and waits until it has read what it shows."""
    console.window.show_page(page)
    tab = tabs_of(console).make(page)
    qtbot.waitUntil(lambda: tab.states.shows_content)  # type: ignore[attr-defined]
    if page == "syncs":
        tabs_of(console).syncs.show_run(tabs_of(console).syncs.model.rows[0].id)
    if page == "members":
        sami = next(each for each in tabs_of(console).members.model.rows if each.name == "Sami")
        tabs_of(console).members.choose(sami.id)
    if page == "key_holders":
        holders_page = tabs_of(console).key_holders
        kinds = [each.kind for each in holders_page.model.rows]
        holders_page.table.setCurrentIndex(holders_page.model.index(kinds.index(HolderKind.PASSPHRASE), 0))
    if page == "connectors":
        qtbot.waitUntil(lambda: bool(tabs_of(console).connectors.pane.schedules.rows))


def allowed(role: Role, operation: str) -> bool:
    return LETTERS[role] in EXPECTED[operation]


def test_every_operation_that_changes_something_is_in_the_table() -> None:
    assert set(EXPECTED) - LOOKING <= set(CONTROLS) | set(INSIDE)


@pytest.mark.parametrize("role", Role)
def test_each_role_can_begin_in_the_window_what_the_matrix_says(
    qtbot: QtBot, opened: OpenWorkspace, tmp_path: Path, role: Role
) -> None:
    with window_of(opened, tmp_path, ROLE_RIGHTS[role]) as console:
        wrong: list[tuple[object, ...]] = []
        for page in console.pages:
            if page in PAGES and not allowed(role, PAGES[page]):
                continue
            seen(qtbot, console, page)
            for operation, control in controls_of(tabs_of(console), page):
                may = allowed(role, operation)
                if control.isEnabled() is not may or (not may and "permission" not in control.toolTip()):
                    wrong.append((page, operation, control, control.isEnabled(), control.toolTip()))
            wrong += [(page, "not in the table", name) for name in unknown_buttons(tabs_of(console), page)]
        assert "\n".join(map(str, wrong)) == ""


def controls_of(tabs: TabSet, page: str) -> list[tuple[str, Control]]:
    return [(operation, where(tabs)) for operation, ones in CONTROLS.items() for at, where in ones if at == page]


def unknown_buttons(tabs: TabSet, page: str) -> list[str]:
    """The buttons on a page that could be pressed, and are neither in the table nor known to change nothing."""
    known = {control for _, control in controls_of(tabs, page)}
    same = {name_of(each) for each in known if isinstance(each, QAbstractButton) and each.isEnabled()}
    inside = {part for each in known if isinstance(each, QWidget) for part in each.findChildren(QAbstractButton)}
    buttons = [each for each in tabs.make(page).findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    names = {name_of(each) for each in buttons if each not in known | inside}
    return sorted(names - HARMLESS - same)


def name_of(button: QAbstractButton) -> str:
    return strip_isolates(button.text() or button.accessibleName() or button.toolTip() or type(button).__name__)


@pytest.mark.parametrize("role", Role)
def test_pages_that_have_nothing_to_show_to_a_role_are_not_there(
    qtbot: QtBot, opened: OpenWorkspace, tmp_path: Path, role: Role
) -> None:
    with window_of(opened, tmp_path, ROLE_RIGHTS[role]) as console:
        hidden = {page for page, operation in PAGES.items() if not allowed(role, operation)}
        assert {page for page, item in console.window.rail._items.items() if item.isHidden()} == hidden
        for page in hidden:
            console.window.rail._items[page].click()  # as its keys would
            assert console.window.page == "hub"


def test_the_keyboard_begins_nothing_that_is_not_allowed(qtbot: QtBot, opened: OpenWorkspace, tmp_path: Path) -> None:
    keys = (Qt.Key.Key_N, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Return)

    def dialogs_after(rights: Rights) -> list[str]:
        found = []
        with window_of(opened, tmp_path, rights) as console:
            for page in ("connectors", "webhooks"):
                seen(qtbot, console, page)
                table = tabs_of(console).connectors.table if page == "connectors" else tabs_of(console).webhooks.table
                for key in keys:
                    console.window.activateWindow()
                    qtbot.waitUntil(console.window.isActiveWindow)
                    table.setFocus()
                    qtbot.keyClick(table, key)
                    qtbot.wait(50)
                    found += [f"{page}: {type(each).__name__}" for each in open_dialogs()]
                    for each in open_dialogs():
                        each.reject()
        return found

    assert dialogs_after(ROLE_RIGHTS[Role.SUPPORT]) == []
    assert len(dialogs_after(ALL_RIGHTS)) == 2 * len(keys)  # the same keys, where it is allowed


def open_dialogs() -> list[Dialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, Dialog) and each.isVisible()]


def test_a_lock_of_ones_own_closes_all_and_says_so_and_opens_again(
    qtbot: QtBot, opened: OpenWorkspace, tmp_path: Path
) -> None:
    with window_of(opened, tmp_path, ALL_RIGHTS) as console:
        workplace = console.workplace
        assert workplace is not None
        for page in console.pages:
            seen(qtbot, console, page)
        locked = error_sentence(WorkspaceReadOnly())
        for is_locked in (True, False):
            workplace.lock(on=is_locked)
            for page in console.pages:
                seen(qtbot, console, page)
                found = [each for name, each in controls_of(tabs_of(console), page) if name not in LOOKING]
                closed = [(is_locked, is_locked)] * len(found)
                qtbot.waitUntil(
                    lambda found=found, closed=closed: (
                        closed  # type: ignore[misc]
                        == [(not each.isEnabled(), each.toolTip() == locked) for each in found]
                    )
                )


def test_a_role_that_changes_counts_at_once(qtbot: QtBot, opened: OpenWorkspace, tmp_path: Path) -> None:
    with window_of(opened, tmp_path, ALL_RIGHTS) as console:
        seen(qtbot, console, "members")
        assert console.workplace is not None
        gateway = console.workplace.gateway
        assert isinstance(gateway, InProcessGateway)
        gateway._context = replace(gateway._context, rights=ROLE_RIGHTS[Role.SUPPORT])
        console.relay.hear(Change(Subject.MEMBERS))
        qtbot.waitUntil(lambda: console.window.page == "hub")  # the page that was seen is not theirs any more
        assert not tabs_of(console).webhooks.new.isEnabled()
