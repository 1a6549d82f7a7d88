"""Pictures of the dialogs around the log, and of a window whose workspace is away.

To be run as `python -m tests.ui.log_dialog_pictures`. Each is taken in both languages and all three themes; the files
are `build/pictures/log-dialogs-NAME-LANGUAGE-THEME.png`.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.case_files import CaseReport
from integration_console.domain.drafts import Draft, DraftKind, DraftState, Freshness
from integration_console.domain.errors import ConnectionRefused, NothingImported
from integration_console.domain.logs import LogFilter
from integration_console.domain.retention import HoldDraft, RetentionPolicy, RetentionRule
from integration_console.domain.work import Progress, UnattendedWork
from integration_console.storage.log_rows import append_entries
from integration_console.ui.application import make_application
from integration_console.ui.away.away import AwayLine
from integration_console.ui.away.drafts_dialog import DraftsDialog
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.preferences import Preferences
from integration_console.ui.tabs.logs.case_making import MakeCaseDialog
from integration_console.ui.tabs.logs.columns_dialog import ColumnsDialog
from integration_console.ui.tabs.logs.comparing import CompareDialog, compared
from integration_console.ui.tabs.logs.controller import make_logs_tab
from integration_console.ui.tabs.logs.filter_dialog import FilterDialog
from integration_console.ui.tabs.logs.jump_dialog import JumpDialog
from integration_console.ui.tabs.logs.retention.dialog import RetentionDialog
from integration_console.ui.tabs.logs.retention.holds import HoldDialog
from integration_console.ui.tabs.logs.view import LogsView
from integration_console.ui.theme import ThemeChoice, theme
from integration_console.ui.widgets import Banner
from integration_console.ui.workspaces.importing.dialog import ImportDialog
from tests.builders import log_draft
from tests.ui.tab_pictures import PICTURES, settle
from tests.ui.workspace import Place, made_place

_THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST)
_NOTE = "الرقم 4711: انقطع المزوّد"


class AwayCopy:
    """A copy of a workspace that does not answer; three changes wait, one in each state."""

    def __init__(self, now: datetime) -> None:
        made = now - timedelta(minutes=12)
        before = {"name": "Odoo HR", "settings": {"address": "https://odoo.acme.example", "database": "hr"}}
        mine = {"name": "Odoo HR", "settings": {"address": "https://erp.acme.example", "database": "hr"}}
        theirs = {"name": "Odoo HR (old)", "settings": {"address": "https://odoo.acme.example", "database": "hr2"}}
        self.drafts = (
            Draft("1", DraftKind.CONNECTOR, "c1", "Odoo HR", made, {}, before, mine),
            Draft("2", DraftKind.CONNECTOR, "c1", "Odoo HR", made, {}, before, mine, theirs, DraftState.CONFLICT),
            Draft("3", DraftKind.WEBHOOK, "w1", "طلبات المتجر", made, {}, before, mine, state=DraftState.REFUSED,
                  refusal="permission.denied", refusal_params={"permission": "webhooks.write"}),
        )  # fmt: skip
        self.freshness = Freshness(
            reachable=False,
            as_of=now - timedelta(minutes=23),
            drafts=3,
            why=ConnectionRefused(host="console.acme.example"),
        )

    def tell(self, listener: object) -> None:
        """Nothing changes here."""

    def insist(self, draft_id: str) -> None:
        """Nothing is made here."""

    def forget_draft(self, draft_id: str) -> None:
        """Nothing is let go here."""


def fill(place: Place) -> None:
    """Entries of this week and of long ago, rules, a hold, a filter."""
    now = datetime.now(UTC)
    slack = place.add_slack("فريق العمليات")
    drafts = [
        log_draft(created_at=now - timedelta(minutes=7 * n), message=f"entry {n}", event_type="acme.noted")
        for n in range(60)
    ]
    drafts += [
        log_draft(created_at=now - timedelta(days=120 + n), message=f"old {n}", event_type="acme.noted")
        for n in range(40)
    ]
    place.opened.store.write(lambda writing: append_entries(writing, drafts))
    gateway = place.gateway
    gateway.set_retention(RetentionPolicy(90, 30, (RetentionRule("sync.*", 7), RetentionRule("status:error", None))))
    gateway.place_hold(HoldDraft(_NOTE, since=now - timedelta(days=130), connector_id=slack.id))
    gateway.place_hold(HoldDraft("Case 7 of the auditors"))


def dialogs(place: Place, view: LogsView, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Each dialog, and the stages of those that work for long; what was shown before is closed."""
    gateway, window, names = place.gateway, place.window, view.model.names
    retention = RetentionDialog(window, gateway.retention(), names)
    retention.outlook.show_forecast(gateway.retention_forecast(UnattendedWork()))
    yield "retention", retention
    retention.outlook.show_running(running=True)
    retention.outlook.show_progress(Progress(17))
    yield "retention-under-way", retention
    yield "hold", HoldDialog(window, HoldDraft("", since=datetime(2026, 11, 1, tzinfo=UTC)), names)
    making = MakeCaseDialog(window, LogFilter(query="status:error last 24h"))
    yield "case", making
    making.show_begun()
    making.show_progress(Progress(12_345, 40_000))
    yield "case-under-way", making
    making.show_report(report_of(place, folder))
    yield "case-done", making
    yield "import", importing_of(window, folder)
    jump, filters = JumpDialog(view.table), FilterDialog(view)
    jump.ask(datetime(2026, 11, 5, 15, 0, tzinfo=UTC))
    yield "jump", jump
    filters.ask('status:error connector:"Odoo HR"', None)
    yield "filter", filters
    view.tools.columns.click()
    yield "columns", view.table.findChildren(ColumnsDialog)[0]
    comparison = CompareDialog(view)
    entries = [entry for row in (0, 1) if (entry := view.model.entry(row)) is not None]
    first, second = (gateway.log_detail(each.id) for each in entries)
    comparison.show_compared(first, second, compared(first, second))
    yield "compare", comparison
    yield "drafts", drafts_of(window)


def report_of(place: Place, folder: Path) -> CaseReport:
    making = MakeCaseDialog(place.window, LogFilter())
    target = folder / "case.icase"
    target.unlink(missing_ok=True)
    return place.gateway.make_case_file(making.wish, target, UnattendedWork())


def importing_of(window: QWidget, folder: Path) -> ImportDialog:
    paths = [folder / "app.log", folder / "سجلّ الخادم.jsonl"]
    for path in paths:
        path.write_text("2026-11-05 15:00:00 began\n", "utf-8")
    dialog = ImportDialog(window, paths)
    dialog.show_error(NothingImported(names="app.log"))
    return dialog


def drafts_of(window: QWidget) -> DraftsDialog:
    dialog = DraftsDialog(window)
    dialog.show_drafts(AwayCopy(datetime.now(UTC)).drafts)
    return dialog


def away(place: Place) -> None:
    """A banner above the page, as the window of a service shows it."""
    banner = Banner()
    frame = QWidget()
    column = QVBoxLayout(frame)
    view = make_logs_tab(place.gateway, place.tasks, place.relay, place.toasts)
    column.addWidget(banner)
    column.addWidget(view, 1)
    place.window.setCentralWidget(frame)
    AwayLine(AwayCopy(datetime.now(UTC)), banner, place.tasks, place.toasts)


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        name = stack.enter_context(tempfile.TemporaryDirectory())
        make_application(["pictures"], Preferences(QSettings(f"{name}/window.ini", QSettings.Format.IniFormat)))
        place = stack.enter_context(made_place(Path(name)))
        fill(place)
        view = make_logs_tab(place.gateway, place.tasks, place.relay, place.toasts)
        place.window.setCentralWidget(view)
        place.window.resize(1240, 800)
        place.window.show()
        settle(1.0)
        for code in (LanguageCode.ENGLISH, LanguageCode.ARABIC):
            language.choose(code)
            for choice in _THEMES:
                theme.choose(choice)
                for title, dialog in dialogs(place, view, Path(name)):
                    dialog.show()
                    settle(0.2)
                    dialog.grab().save(str(PICTURES / f"log-dialogs-{title}-{code.value}-{choice.value}.png"))
                    if title not in {"retention", "case", "case-under-way"}:
                        dialog.hide()
        away(place)
        for code in (LanguageCode.ENGLISH, LanguageCode.ARABIC):
            language.choose(code)
            for choice in _THEMES:
                theme.choose(choice)
                settle(0.5)
                place.window.grab().save(str(PICTURES / f"log-dialogs-away-{code.value}-{choice.value}.png"))
        place.window.close()


if __name__ == "__main__":
    main()
