"""The page of key holders over a real workspace."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from integration_console.domain.permissions import ROLE_RIGHTS, Role
from integration_console.domain.workspace import HolderKind
from integration_console.gateways.in_process import InProcessGateway
from integration_console.operations.context import Context
from integration_console.storage.vault import Vault
from integration_console.ui.protecting import PassphraseDialog, RecoveryDialog
from integration_console.ui.tabs.key_holders.controller import make_key_holders_tab
from integration_console.ui.tabs.key_holders.dialogs import ApproveDialog, AskDialog
from integration_console.ui.tabs.key_holders.view import KeyHoldersView
from integration_console.ui.widgets import ConfirmDialog, Dialog
from tests.fakes import MemoryPlace
from tests.ui.workspace import KeptUnlocking, Place

SOON = 5000
AnyDialog = TypeVar("AnyDialog", bound=Dialog)


def shown(qtbot: QtBot, place: Place, context: Context) -> KeyHoldersView:
    """The page of a program that has opened the workspace, read and seen."""
    gateway = InProcessGateway(context, lambda: place.server.state)
    view = make_key_holders_tab(gateway, place.tasks, place.relay, place.toasts, KeptUnlocking())
    place.window.setCentralWidget(view)
    place.window.resize(1100, 760)
    with qtbot.waitExposed(place.window):
        place.window.show()
    settled(qtbot, place)
    return view


def settled(qtbot: QtBot, place: Place) -> None:
    qtbot.waitUntil(
        lambda: not (place.tasks.is_running("key holders.list") or place.tasks.is_running("key holders")), timeout=SOON
    )


def elsewhere(place: Place) -> Context:
    """The same workspace seen by a program on another computer, which has no key."""
    context = place.opened.context
    return replace(context, vault=Vault(context.store, MemoryPlace()), actor="basma")


def laptop(place: Place) -> InProcessGateway:
    return InProcessGateway(elsewhere(place), lambda: place.server.state)


def dialog(qtbot: QtBot, kind: type[AnyDialog]) -> AnyDialog:
    qtbot.waitUntil(lambda: bool(_open(kind)), timeout=SOON)
    return _open(kind)[0]


def _open(kind: type[AnyDialog]) -> list[AnyDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


def kinds(view: KeyHoldersView) -> list[tuple[HolderKind, bool, bool]]:
    return [(row.kind, row.asks, row.mine) for row in view.model.rows]


OWN, CODE = (HolderKind.KEY_FILE, False, True), (HolderKind.RECOVERY, False, False)


@pytest.fixture
def page(qtbot: QtBot, place: Place) -> KeyHoldersView:
    return shown(qtbot, place, place.opened.context)


def test_a_computer_that_asks_comes_first_and_is_approved_once_it_was_compared(
    qtbot: QtBot, place: Place, page: KeyHoldersView
) -> None:
    asked = laptop(place).ask_for_key("laptop")
    qtbot.waitUntil(lambda: kinds(page) == [(HolderKind.KEYRING, True, False), OWN, CODE], timeout=SOON)
    page.table.selectRow(0)
    assert (page.panel.approve.isVisible(), page.panel.remove.isVisible()) == (True, False)
    page.panel.approve.click()
    approving = dialog(qtbot, ApproveDialog)
    assert (approving.fingerprint.text(), approving.primary.isEnabled()) == (asked.fingerprint, False)
    approving.compared.setChecked(True)
    approving.primary.click()
    qtbot.waitUntil(lambda: kinds(page) == [OWN, CODE, (HolderKind.KEYRING, False, False)], timeout=SOON)


def test_what_is_removed_is_gone_and_the_own_key_stays(qtbot: QtBot, place: Place, page: KeyHoldersView) -> None:
    place.gateway.approve_holder(laptop(place).ask_for_key("laptop").id)
    qtbot.waitUntil(lambda: len(page.model.rows) == 3, timeout=SOON)
    page.table.selectRow(0)
    assert (page.panel.remove.isEnabled(), page.panel.reason.isVisible()) == (False, True)
    page.table.selectRow(2)
    page.panel.remove.click()
    dialog(qtbot, ConfirmDialog).primary.click()
    qtbot.waitUntil(lambda: kinds(page) == [OWN, CODE], timeout=SOON)


def test_who_is_refused_is_forgotten(qtbot: QtBot, place: Place, page: KeyHoldersView) -> None:
    laptop(place).ask_for_key("laptop")
    qtbot.waitUntil(lambda: len(page.model.rows) == 3, timeout=SOON)
    page.table.selectRow(0)
    page.panel.refuse.click()
    dialog(qtbot, ConfirmDialog).primary.click()
    qtbot.waitUntil(lambda: kinds(page) == [OWN, CODE], timeout=SOON)


def test_a_new_code_is_shown_once_and_a_passphrase_is_added(qtbot: QtBot, place: Place, page: KeyHoldersView) -> None:
    page.recovery.click()
    dialog(qtbot, ConfirmDialog).primary.click()
    code = dialog(qtbot, RecoveryDialog)
    assert len(code.code.text()) == 39
    code.stored.setChecked(True)
    code.primary.click()
    page.passphrase.click()
    adding = dialog(qtbot, PassphraseDialog)
    adding.passphrase.setText("correct horse battery")
    adding.repeated.setText("correct horse batter")
    adding.primary.click()
    assert adding.problem == "The two passphrases differ."
    adding.repeated.setText("correct horse battery")
    adding.primary.click()
    qtbot.waitUntil(lambda: (HolderKind.PASSPHRASE, False, False) in kinds(page), timeout=SOON)
    qtbot.waitUntil(lambda: not adding.isVisible(), timeout=SOON)
    page.replace.click()
    dialog(qtbot, ConfirmDialog).primary.click()
    qtbot.waitUntil(lambda: not _open(ConfirmDialog), timeout=SOON)
    settled(qtbot, place)
    assert place.opened.context.vault.unlocked


def test_while_keys_are_being_changed_another_change_waits_for_the_person(
    qtbot: QtBot, place: Place, page: KeyHoldersView, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    monkeypatch.setattr(type(place.gateway), "replace_key", lambda _gateway: go_on.wait(30))
    page.replace.click()
    first = dialog(qtbot, ConfirmDialog)
    first.primary.click()
    page.replace.click()
    (second,) = (each for each in _open(ConfirmDialog) if each is not first)
    second.primary.click()
    qtbot.waitUntil(second.primary.isEnabled, timeout=SOON)
    assert not first.primary.isEnabled()
    go_on.set()
    qtbot.waitUntil(lambda: _open(ConfirmDialog) == [second], timeout=SOON)
    second.reject()


def test_a_program_without_a_key_says_so_and_asks(qtbot: QtBot, place: Place) -> None:
    view = shown(qtbot, place, elsewhere(place))
    assert (view.banner.isVisible(), view.ask.isVisible(), view.replace.isEnabled()) == (True, True, False)
    view.ask.click()
    asking = dialog(qtbot, AskDialog)
    asking.name.setText(" ")
    asking.primary.click()
    qtbot.waitUntil(asking._problem.isVisible, timeout=SOON)
    asking.name.setText("Support desk 2")
    asking.primary.click()
    qtbot.waitUntil(lambda: len(view.model.rows) == 3, timeout=SOON)
    assert (view.model.rows[0].mine, view.ask.isVisible()) == (True, False)
    assert view.model.rows[0].fingerprint in view.banner._detail.text()


def test_who_may_only_look_changes_nothing(qtbot: QtBot, place: Place) -> None:
    context = replace(place.opened.context, rights=ROLE_RIGHTS[Role.AUDITOR])
    view = shown(qtbot, place, context)
    buttons = (view.passphrase, view.recovery, view.replace, view.panel.remove)
    assert [each.isEnabled() for each in buttons] == [False] * 4
    view = shown(qtbot, place, replace(place.opened.context, rights=ROLE_RIGHTS[Role.SUPPORT]))
    assert not view.states.shows_content
