"""A case file in the window: only what makes sense in it, its verdict, its signer, what was tampered with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from integration_console.desktop import make_console
from integration_console.domain.case_files import CaseState, CaseWish, Verdict
from integration_console.domain.work import UnattendedWork
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.places import kind_of
from integration_console.settings import Settings
from integration_console.storage.log_rows import append_entries
from integration_console.ui.console import Console
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.workspaces.words import kind_name
from tests.builders import log_draft, opened_workspace
from tests.fakes import NOON


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "acme.icase"
    with opened_workspace(tmp_path / "made") as opened:
        drafts = [log_draft(created_at=NOON - timedelta(minutes=n), message=f"entry {n}") for n in range(300)]
        opened.context.store.write(lambda writing: append_entries(writing, drafts))
        gateway = InProcessGateway(opened.context, lambda: ReceiverState(running=False))
        gateway.make_case_file(CaseWish(note="for support"), path, UnattendedWork())
    return path


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    settings = Settings(data_folder=tmp_path, key_folder=tmp_path / "keys", log_folder=tmp_path, port=0)
    console = make_console(settings, None, TaskRunner())
    console.window.resize(1200, 800)
    console.window.show()
    yield console
    console.window.close()
    console.close()


def opened(console: Console, path: Path) -> None:
    console.open(path)
    wait_for("the case", lambda: console.case is not None)
    wait_for("the whole check", lambda: _state(console).whole or _state(console).verdict is Verdict.TAMPERED)


def _state(console: Console) -> CaseState:
    assert console.case is not None
    return console.case._state


def test_a_case_file_shows_its_log_and_hub_and_nothing_else(console: Console, case: Path) -> None:
    opened(console, case)
    assert console.window.page == "logs"
    assert console.tabs is not None
    logs = console.tabs.logs
    wait_for("entries", lambda: logs.model.total == 300)
    assert not any(each.isVisible() for each in logs.more.choices.actions() if "Case file" in each.text())
    assert logs.live.button.isHidden()
    assert [key for key in console.pages if not console.window.rail._items[key].isHidden()] == ["hub", "logs"]
    assert not console.window.top_bar.receiver.isVisible()
    assert console.window.top_bar.verdict.text() == "Unverified"
    assert kind_of(case) == "case"
    assert kind_name(case) == "Case file"
    assert console.entrance.place == case


def test_a_signer_is_known_once_a_person_says_so(console: Console, case: Path) -> None:
    opened(console, case)
    bar = console.window.top_bar
    bar.verdict.click()
    assert console.case is not None
    dialog = console.case.dialog
    assert dialog is not None
    assert "for support" in strip_isolates(dialog.properties.value("note"))
    dialog.primary.click()
    wait_for("the verdict", lambda: bar.verdict.text() == "Verified")
    assert dialog.primary.isHidden()
    language.choose(LanguageCode.ARABIC)
    assert bar.verdict.text() == "موثَّق"
    language.choose(LanguageCode.ENGLISH)
    dialog.secondary.click()


def test_a_case_of_ones_own_organisation_is_verified_at_once(console: Console, case: Path) -> None:
    opened(console, case)
    console._workplaces.know_signer(_state(console).manifest)
    console.close()
    again = make_console(
        Settings(data_folder=case.parent, key_folder=case.parent, log_folder=case.parent, port=0), None, TaskRunner()
    )
    opened(again, case)
    assert again.window.top_bar.verdict.text() == "Verified"
    again.window.close()
    again.close()


def test_what_was_tampered_with_is_said_over_every_page(console: Console, case: Path) -> None:
    whole = bytearray(case.read_bytes())
    whole[-10] ^= 1
    case.write_bytes(whole)
    opened(console, case)
    wait_for("the banner", lambda: not console.window.banner.isHidden())
    assert "changed after it was signed" in console.window.banner.accessibleName()
    assert console.window.top_bar.verdict.text() == "Tampered with"


def test_what_is_no_case_file_is_said(console: Console, tmp_path: Path) -> None:
    (tmp_path / "odd.icase").write_bytes(b"odd" * 500)
    told: list[object] = []
    console.opening_failed.connect(told.append)
    console.open(tmp_path / "odd.icase")
    wait_for("the refusal", lambda: bool(told))
    assert "no case file" in str(told[0])


def test_the_menu_of_the_log_has_what_can_be_done_in_a_case(console: Console, case: Path) -> None:
    opened(console, case)
    assert console.tabs is not None
    actions = [each for each in console.tabs.logs.more.choices.actions() if not each.isSeparator()]
    words = [strip_isolates(each.text()).split("\t")[0] for each in actions]
    assert not {"How long entries are kept…", "Case file…", "Take notes of a case file…"} & set(words)
    command = next(each for each in actions if "curl" in each.text())
    assert not command.isEnabled()
    assert "case file" in command.toolTip().lower()
