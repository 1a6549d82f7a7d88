"""The page of the log in a window over a real workspace, and entries to show there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogDraft, LogStatus
from integration_console.gateways.in_process import InProcessGateway
from integration_console.storage.log_rows import append_entries
from integration_console.ui.tabs.logs.controller import make_logs_tab
from integration_console.ui.tabs.logs.layout import KeptLayout
from integration_console.ui.tabs.logs.view import LogsView
from tests.ui.workspace import Place

SOON = 5000
START = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
_KEYS = ("begin", "tail", "blocks", "names", "detail", "total", "jump", "copy", "chain", "notes", "filters")


def shown_page(
    qtbot: QtBot, place: Place, gateway: InProcessGateway | None = None, kept: KeptLayout | None = None
) -> LogsView:
    """Shows the page, with all that is there when it begins."""
    view = make_logs_tab(gateway or place.gateway, place.tasks, place.relay, place.toasts, kept=kept)
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Warning, view)
    place.window.setCentralWidget(view)
    place.window.resize(1200, 700)
    with qtbot.waitExposed(place.window):
        place.window.show()
    qtbot.waitUntil(lambda: not place.tasks.is_running("logs.begin"), timeout=SOON)
    settle(qtbot, place)
    return view


def settle(qtbot: QtBot, place: Place) -> None:
    """Until everything that is stored has been heard of, and nothing is being fetched."""
    qtbot.wait(150)
    qtbot.waitUntil(lambda: not any(place.tasks.is_running(f"logs.{key}") for key in _KEYS), timeout=SOON)


def add_entries(place: Place, count: int, start: datetime = START, errors: frozenset[int] = frozenset()) -> None:
    """Stores entries a second apart; those with these numbers are errors."""
    drafts = [
        LogDraft(
            new_id(),
            start + timedelta(seconds=number),
            LogStatus.ERROR if number in errors else LogStatus.INFO,
            "sync.noted",
            f"number {number}",
        )
        for number in range(count)
    ]
    place.opened.store.write(lambda writing: append_entries(writing, drafts))
