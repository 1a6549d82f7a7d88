"""Several windows of one program: opened, brought to the front, closed one by one."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from integration_console.desktop import _log_unexpected
from integration_console.gateways.places import Place, same_place
from integration_console.settings import Settings
from integration_console.ui.console import Console
from integration_console.ui.consoles import Consoles
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.modal import dialog_over
from integration_console.ui.theme import ThemeChoice
from integration_console.ui.workplace import Workplace
from integration_console.ui.workspaces.known import KnownWorkspace
from integration_console.workplaces import LocalWorkplaces
from tests.case_builders import made_up, written_case


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "a.icase"
    written_case(path, made_up(30))
    return path


@pytest.fixture
def first(consoles: Consoles, settings: Settings) -> Console:
    """The first window, over a workspace file."""
    console = consoles.present
    console.open_when_painted(settings.data_folder / "acme.db")
    wait_for("the file", lambda: console.workplace)
    return console


def further(consoles: Consoles, place: Path) -> Console:
    consoles.open(place)
    console = consoles.present
    wait_for("the further window's workspace", lambda: console.workplace)
    return console


def test_a_further_file_opens_beside_the_first_one(consoles: Consoles, first: Console, case: Path) -> None:
    second = further(consoles, case)
    assert second is not first
    assert (first.window.isVisible(), second.window.isVisible()) == (True, True)
    assert second.window.pos() != first.window.pos()
    assert first.workplace is not None
    assert first.workplace.gateway.webhooks() == ()


def test_the_same_place_comes_to_the_front(
    consoles: Consoles, first: Console, case: Path, settings: Settings, tmp_path: Path
) -> None:
    further(consoles, case)
    first.window.showMinimized()
    (tmp_path / "link.db").symlink_to(settings.data_folder / "acme.db")
    consoles.open(tmp_path / "link.db")
    assert consoles.present is first
    assert len(consoles.all) == 2
    assert not first.window.windowState() & Qt.WindowState.WindowMinimized
    assert first.window.isVisible()


def test_a_place_that_was_asked_for_twice_at_once_opens_once(consoles: Consoles, first: Console, case: Path) -> None:
    consoles.open(case)
    consoles.open(case)
    assert len(consoles.all) == 2
    wait_for("the case", lambda: consoles.present.workplace)


def test_closing_one_window_leaves_the_other_and_ends_its_own_workspace(
    consoles: Consoles, first: Console, case: Path, settings: Settings
) -> None:
    ended: list[bool] = []
    consoles.ended.connect(lambda: ended.append(True))
    second = further(consoles, case)
    first.window.close()
    assert consoles.all == (second,)
    wait_for("the end of the first", lambda: not (settings.data_folder / "acme.db.holder").exists())
    assert ended == []
    second.window.close()
    assert ended
    assert consoles.all == (second,)


def test_a_window_that_is_closed_does_not_keep_the_others_waiting(
    consoles: Consoles, first: Console, case: Path, settings: Settings
) -> None:
    go_on = threading.Event()
    first._tasks.start("slow", lambda _work: go_on.wait(20))
    second = further(consoles, case)
    first.window.close()
    assert not first.window.isVisible()
    assert (settings.data_folder / "acme.db.holder").exists()
    go_on.set()
    wait_for("the end of the first", lambda: not (settings.data_folder / "acme.db.holder").exists())
    assert consoles.all == (second,)


def test_a_window_that_is_closed_while_its_file_opens_holds_it_no_longer(
    consoles: Consoles, first: Console, settings: Settings
) -> None:
    class Slow:
        """Opens when it is told to."""

        begun, go_on = threading.Event(), threading.Event()

        def open(self, place: Place) -> Workplace:
            self.begun.set()
            self.go_on.wait(20)
            return LocalWorkplaces(settings, None).open(place)

    consoles.open(settings.data_folder / "other.db")
    second, slow = consoles.present, Slow()
    second.entrance._workplaces = slow  # type: ignore[assignment]
    wait_for("the opening", slow.begun.is_set)
    second.window.close()
    slow.go_on.set()
    wait_for("the end of the second", lambda: not consoles._leaving)
    further(consoles, settings.data_folder / "other.db")


def test_a_file_that_is_still_being_closed_opens_when_it_is(
    consoles: Consoles, first: Console, case: Path, settings: Settings
) -> None:
    go_on = threading.Event()
    first._tasks.start("slow", lambda _work: go_on.wait(20))
    further(consoles, case)
    first.window.close()
    refused: list[object] = []
    consoles.open(settings.data_folder / "acme.db")
    again = consoles.present
    again.opening_failed.connect(refused.append)
    assert again.window.isVisible()
    go_on.set()
    wait_for("the file again", lambda: again.workplace)
    assert refused == []


def test_a_workspace_of_another_window_that_is_chosen_in_the_list_comes_to_the_front(
    consoles: Consoles, first: Console, case: Path, settings: Settings
) -> None:
    second = further(consoles, case)
    second.entrance.choose()
    choosing = second.entrance.choosing
    assert choosing is not None
    choosing._open_known(KnownWorkspace(settings.data_folder / "acme.db"))
    wait_for("the first window", lambda: consoles.present is first)
    assert choosing.chooser is None
    assert consoles.all == (second, first)


@pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface::systemTrayWindowChanged")
def test_a_window_that_receives_in_the_tray_counts_as_open_and_comes_back(
    consoles: Consoles, first: Console, case: Path, settings: Settings
) -> None:
    ended: list[bool] = []
    consoles.ended.connect(lambda: ended.append(True))
    second = further(consoles, case)
    first.closing.receives = True
    first.window.close()
    dialog = first.closing.dialog
    assert dialog is not None
    dialog.keep.click()
    assert not first.window.isVisible()
    second.window.close()
    assert (consoles.all, ended) == ((first,), [])
    consoles.open(settings.data_folder / "acme.db")
    assert first.window.isVisible()


def test_a_missing_file_is_told_in_the_further_window_and_tried_again(
    consoles: Consoles, first: Console, tmp_path: Path, case: Path
) -> None:
    refused: list[object] = []
    consoles.open(tmp_path / "later.icase")
    second = consoles.present
    second.opening_failed.connect(refused.append)
    wait_for("the refusal", lambda: refused)
    case.rename(tmp_path / "later.icase")
    consoles.open(tmp_path / "later.icase")
    assert consoles.present is second
    wait_for("the case", lambda: second.workplace)


def test_all_windows_speak_one_language_and_wear_one_theme(consoles: Consoles, first: Console, case: Path) -> None:
    second = further(consoles, case)
    second.window.top_bar.language_requested.emit(LanguageCode.ARABIC)
    assert language.code is LanguageCode.ARABIC
    for console in (first, second):
        assert console.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert console.window.rail.accessibleName() == "الصفحات"
    first.window.top_bar.theme_requested.emit(ThemeChoice.DARK)
    for console in (first, second):
        assert console.window.top_bar.theme_menu.actions_by_choice[ThemeChoice.DARK].isChecked()


def test_a_dialog_stands_before_its_own_window_alone(consoles: Consoles, first: Console, case: Path) -> None:
    second = further(consoles, case)
    second.entrance.choose()
    choosing = second.entrance.choosing
    assert choosing is not None
    wait_for("the list", lambda: dialog_over(second.window) is choosing.chooser)
    assert dialog_over(first.window) is None


def test_the_window_that_is_used_counts_as_the_present_one(consoles: Consoles, first: Console, case: Path) -> None:
    second = further(consoles, case)
    assert consoles.present is second
    first.window.activateWindow()
    wait_for("the first window", lambda: consoles.present is first)


@pytest.mark.expected_log("unexpected (reference")
def test_what_nobody_expected_is_told_in_the_window_that_is_used(
    consoles: Consoles, first: Console, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    _log_unexpected(consoles)
    second = further(consoles, case)
    sys.excepthook(ValueError, ValueError("a fault"), None)
    assert (len(first.window.toasts.cards), len(second.window.toasts.cards)) == (0, 1)


def test_one_of_several_windows_goes_over_by_itself(
    consoles: Consoles, first: Console, case: Path, settings: Settings, tmp_path: Path
) -> None:
    written_case(tmp_path / "b.icase", made_up(40))
    second = further(consoles, case)
    second.entrance.choose()
    choosing = second.entrance.choosing
    assert choosing is not None
    choosing._open_known(KnownWorkspace(tmp_path / "b.icase"))
    wait_for("the other case", lambda: consoles.present not in (first, second))
    assert [same_place(each.entrance.place, tmp_path / "b.icase") for each in consoles.all] == [False, True]
    assert consoles.all[0] is first


def test_the_operating_system_ends_every_window_without_a_question(
    consoles: Consoles, first: Console, case: Path
) -> None:
    further(consoles, case)
    first.closing.receives = True
    ended: list[bool] = []
    consoles.ended.connect(lambda: ended.append(True))
    consoles.end()
    assert ended
    assert len(consoles.all) == 1


def test_who_closes_one_of_several_is_told_that_the_window_closes(
    consoles: Consoles, first: Console, case: Path
) -> None:
    def asked() -> str:
        first.closing.receives = True
        first.window.close()
        assert first.closing.dialog is not None
        first.closing.dialog.reject()
        return first.closing.dialog.primary.text()

    assert asked() == "Stop and quit"
    second = further(consoles, case)
    assert asked() == "Stop and close"
    second.window.close()
    assert asked() == "Stop and quit"
    first.closing.receives = False
