"""A dressed application for every test of the window, back in English and light after each."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from integration_console.desktop import make_console
from integration_console.settings import Settings
from integration_console.ui.console import Console
from integration_console.ui.consoles import Consoles
from integration_console.ui.language import Digits, LanguageCode, language
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.theme import ThemeChoice, theme

_PATIENCE_MS = 45_000


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    # What other tests of this run have left in memory is not gone through again after each test of the window.
    gc.freeze()
    theme.install(qapp, ThemeChoice.LIGHT)
    language.install(qapp, LanguageCode.ENGLISH)
    return qapp


class PatientBot(QtBot):
    """What is waited for comes at once, or after a while where the machine has other things to do."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 0) -> None:
        super().waitUntil(callback, timeout=max(timeout, _PATIENCE_MS))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _garbage_on_this_thread(dressed: QApplication) -> Iterator[None]:
    """As in the program: Qt objects end on the thread that made them, never on one that happens to collect garbage."""
    gc.disable()
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def _no_window_left(dressed: QApplication) -> Iterator[None]:
    """Windows of earlier tests would be told of every later change of language and theme."""
    before = set(dressed.topLevelWidgets())
    yield
    for window in set(dressed.topLevelWidgets()) - before:
        window.hide()
        window.deleteLater()
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _plain(dressed: QApplication) -> Iterator[None]:
    yield
    if theme.choice is not ThemeChoice.LIGHT:
        theme.choose(ThemeChoice.LIGHT)
    if (language.code, language.digits) != (LanguageCode.ENGLISH, Digits.LATIN):
        language.choose(LanguageCode.ENGLISH, Digits.LATIN)


@pytest.fixture
def tasks() -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    assert runner.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings whose folders are the test's own, with any port."""
    return Settings(data_folder=tmp_path, key_folder=tmp_path / "keys", log_folder=tmp_path, port=0)


@pytest.fixture
def consoles(settings: Settings) -> Iterator[Consoles]:
    """A console that may be gone over from; all are closed with the test."""

    def make() -> Console:
        return make_console(settings, None, TaskRunner())

    found = Consoles(make, make())
    yield found
    found.present.closing.receives = False
    found.present.window.close()
    found.close()
