"""Pictures of the pages for connectors that sync: `python -m tests.ui.sync_pictures [part of a name] [languages]`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from PySide6.QtCore import QSettings
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from integration_console.domain.access import Preview
from integration_console.domain.changes import Subject
from integration_console.domain.connectors import Connector, Health
from integration_console.domain.records import ChangeKind
from integration_console.domain.schedules import Misfire, Overlap, ScheduleDraft, Timing
from integration_console.domain.streams import RecordState, RemovalReason, SyncMode
from integration_console.domain.syncs import RunCounts, RunState, SyncRun, Trigger
from integration_console.domain.work import Progress
from integration_console.ui.application import make_application
from integration_console.ui.changes import ChangeRelay
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.main_window import MainWindow
from integration_console.ui.pages import Page
from integration_console.ui.preferences import Preferences
from integration_console.ui.tabs.connectors.controller import ConnectorsController, make_connectors_tab
from integration_console.ui.tabs.records.controller import make_records_tab
from integration_console.ui.tabs.syncs.controller import make_syncs_tab
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.theme import ThemeChoice, theme
from integration_console.ui.widgets import ToastOverlay
from tests.ui.fake_syncs import CHAT, FILES, SHOP, FakeWorkspace, now, refused_stages
from tests.ui.workspace import KeptUnlocking

PICTURES = Path(__file__).resolve().parents[2] / "build" / "pictures"
_NAMES = ("Amal Haddad", "Nordwind GmbH", "ليلى العمري", "Oasis Trading", "Åsa Lindqvist", "مؤسسة الواحة", "Tariq Aziz")
_CITIES = ("Riyadh", "Hamburg", "جدة", "Amman", "Lund")


def settle(seconds: float = 0.15) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)


def fill(fake: FakeWorkspace) -> dict[str, Connector]:
    """Connectors and runs in every state, a few thousand records with a history."""
    shop = fake.add(
        "Odoo, Riyadh", SHOP, health=Health.GOOD, checked_at=now(), config={"address": "https://odoo.example"}
    )
    files = fake.add(
        "Shared drive", FILES, health=Health.NEEDS_AUTHORISATION, health_code="access.lost", checked_at=now(),
        health_params={"host": "drive.example", "reason": "invalid_grant"},
    )  # fmt: skip
    second = fake.add("متجر جدة", SHOP, health=Health.GOOD, checked_at=now())
    fake.add("Team chat", CHAT, health=Health.GOOD, checked_at=now())
    for number in range(2600):
        state = (
            RecordState.ARCHIVED if number % 17 == 0 else RecordState.DELETED if number % 41 == 0 else RecordState.LIVE
        )
        name = f"{_NAMES[number % 7]} {number:04}"
        content = {
            "email": f"person{number}@mail.example", "city": _CITIES[number % 5], "vip": number % 9 == 0,
            "tags": ["wholesale", "net-30"], "address": {"street": "King Fahd Rd 12", "zip": "11564"},
        }  # fmt: skip
        reason = RemovalReason.NOT_FOUND.value if state is RecordState.DELETED else ""
        fake.add_record(shop, "contacts", name, content, state=state, removal_reason=reason)
    for number in range(40):
        fake.add_record(shop, "products", f"Product {number:02}", {"price": number * 10})
    fake.add_record(files, "files", "Plan.pdf", {"size": 3})
    runs = (
        (shop, RunState.SUCCEEDED, {"counts": RunCounts(2640, 0, 0, 0, 14), "mode": SyncMode.FULL}),
        (shop, RunState.SUCCEEDED, {"counts": RunCounts(0, 0, 0, 2640, 14), "trigger": Trigger.SCHEDULE}),
        (files, RunState.CANCELLED, {"counts": RunCounts(12, 0, 0, 0, 1)}),
        (files, RunState.FAILED, {"error_code": "access.lost", "error_params": files.health_params}),
        (shop, RunState.SUCCEEDED, {"counts": RunCounts(3, 12, 1, 2624, 14), "trigger": Trigger.SCHEDULE}),
        (second, RunState.WAITING, {
            "error_code": "remote.rate_limited", "error_params": {"host": "shop.example", "seconds": "7"},
            "due_at": now() + timedelta(seconds=7), "counts": RunCounts(400, 0, 0, 0, 2),
        }),
        (shop, RunState.RUNNING, {
            "counts": RunCounts(240, 310, 0, 690, 6), "progress": Progress(1240, 5000, "contacts"),
        }),
        (files, RunState.QUEUED, {"trigger": Trigger.SCHEDULE}),
    )  # fmt: skip
    for connector, run_state, changed in runs:
        run = fake.add_run(connector, run_state, **changed)
        if connector is shop and run.counts.updated == 12:
            changed_records = fake.records[shop.id, "contacts"][:9]
            for each in changed_records:
                after = {**each.content, "city": "Dammam", "vip": True}
                fake.note(each, ChangeKind.UPDATED, each.content, after, run.id)
    fake.save_schedule(ScheduleDraft(shop.id, seconds=900))
    draft = ScheduleDraft(
        shop.id, SyncMode.RECONCILE, Timing.CRON, 0, "30 6 * * 1-5", "Asia/Riyadh", Misfire.ONCE, Overlap.SKIP
    )
    fake.switch_schedule(fake.save_schedule(draft).id, active=False)
    fake.shown = Preview(
        tuple({"name": name, "email": f"{number}@mail.example", "city": _CITIES[number % 5], "vip": number % 2 == 0}
              for number, name in enumerate(_NAMES[:6])), 6,
    )  # fmt: skip
    fake.draft_stages = refused_stages()
    return {"shop": shop, "files": files, "second": second}


def picture(widget: QWidget, name: str, ratio: int = 1) -> None:
    pixmap = QPixmap(widget.size() * ratio)
    pixmap.setDevicePixelRatio(ratio)
    widget.render(pixmap)
    pixmap.save(str(PICTURES / f"sync-{name}.png"))


def in_dresses(widget: QWidget, name: str, codes: str) -> None:
    for code in codes.split(","):
        for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            if choice is ThemeChoice.DARK and code != "en":
                continue
            language.choose(LanguageCode(code))
            theme.choose(choice)
            settle(0.15)
            picture(widget, f"{name}-{code}-{choice}")
    language.choose(LanguageCode.ENGLISH)
    theme.choose(ThemeChoice.LIGHT)
    settle(0.1)


class Room:
    """A window with the pages over one gateway in memory."""

    def __init__(self, folder: Path, fake: FakeWorkspace) -> None:
        self.fake, self.tasks, self.relay = fake, TaskRunner(), ChangeRelay()
        fake.listeners.append(self.relay.hear)
        self.toasts = ToastOverlay(QWidget())
        shared = (fake, self.tasks, self.relay, self.toasts)
        self.connectors = make_connectors_tab(*shared, KeptUnlocking())
        self.syncs = make_syncs_tab(*shared, KeptUnlocking())
        self.records = make_records_tab(*shared)
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        pages = [
            Page("connectors", "plug", lambda: "Connectors", lambda: self.connectors),
            Page("syncs", "refresh-cw", lambda: "Syncs", lambda: self.syncs),
            Page("records", "database", lambda: "Records", lambda: self.records),
        ]
        self.window = MainWindow(pages, Preferences(settings))
        self.window.show_workspace("Northwind", "/home/laila/northwind.db")
        self.window.resize(1240, 800)
        self.window.show()
        settle()

    @property
    def controller(self) -> ConnectorsController:
        found = self.connectors.findChild(ConnectorsController)
        assert found is not None
        return found

    def page(self, key: str) -> QWidget:
        self.window.show_page(key)
        settle()
        return self.window


def run_of(room: Room, wanted: Callable[[SyncRun], bool]) -> str:
    return next(each.id for each in room.syncs.model.rows if wanted(each))


def syncs(room: Room, codes: str) -> None:
    window = room.page("syncs")
    for name, wanted in (
        ("done", lambda run: run.counts.updated == 12),
        ("running", lambda run: run.state is RunState.RUNNING),
        ("waiting", lambda run: run.state is RunState.WAITING),
        ("failed", lambda run: run.state is RunState.FAILED),
    ):
        room.syncs.show_run(run_of(room, wanted))
        settle()
        in_dresses(window, f"syncs-{name}", codes if name in ("done", "waiting") else "en")
    room.syncs.close_details()
    settle()
    in_dresses(window, "syncs", codes)


def records(room: Room, codes: str) -> None:
    window = room.page("records")
    settle(0.8)
    in_dresses(window, "records", codes)
    changed = (each for each in room.fake.history.values() if len(each) > 1)
    first = next(changed)[0]
    shop = next(each for each in room.fake.connectors() if each.name == "Odoo, Riyadh")
    room.records.open_details(room.fake.record(shop.id, first.stream, first.external_id))
    settle()
    in_dresses(window, "records-content", codes)
    room.records.details.choose("history")
    settle()
    in_dresses(window, "records-history", codes)
    room.records.close_details()


def connectors(room: Room, codes: str) -> None:
    window = room.page("connectors")
    for each in room.fake.connectors():
        room.connectors.choose(each.id)
        settle(0.5)
        in_dresses(window, f"connectors-{each.type}-{each.name[:4]}", codes)


def dialogs(room: Room, codes: str) -> None:
    room.page("connectors")
    controller = room.controller
    shop = next(each for each in room.fake.connectors() if each.name == "Odoo, Riyadh")
    files = next(each for each in room.fake.connectors() if each.name == "Shared drive")
    room.connectors.choose(shop.id)
    settle()
    room.connectors.add()
    settle()
    assert controller.saving.chooser is not None
    in_dresses(controller.saving.chooser, "chooser", codes)
    card = next(each for each in controller.saving.chooser.cards if each.kind.key == "shop")
    card.clicked.emit()
    settle()
    dialog = controller.saving.dialog
    assert dialog is not None
    in_dresses(dialog, "dialog-new", codes)
    dialog.form.show_values({"name": "Shop", "address": "https://shop.example", "token": "secret"})
    dialog.preview_requested.emit()
    settle()
    in_dresses(dialog, "dialog-preview", codes)
    dialog.test.click()
    settle()
    in_dresses(dialog, "dialog-test", codes)
    dialog.reject()
    controller.scheduling.edit(shop, frozenset(SyncMode))
    settle(0.8)
    schedule = controller.scheduling.dialog
    assert schedule is not None
    in_dresses(schedule, "schedule", codes)
    schedule.form.show_values({"timing": "cron", "cron": "30 6 * * 0-4", "time_zone": "Asia/Riyadh"})
    schedule.ask_for_times()
    settle()
    in_dresses(schedule, "schedule-cron", codes)
    schedule.form.show_values({"timing": "cron", "cron": "30 6 *", "time_zone": "Asia/Riyadh"})
    schedule.ask_for_times()
    settle()
    in_dresses(schedule, "schedule-wrong", codes)
    schedule.reject()
    controller.authorising.open_address = lambda _address: None
    controller.authorising.authorise(files)
    settle()
    waiting = controller.authorising.dialog
    assert waiting is not None
    in_dresses(waiting, "authorise", codes)
    waiting.reject()
    settle()


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    codes = sys.argv[2] if len(sys.argv) > 2 else "en"
    application = make_application(sys.argv[:1])
    theme.choose(ThemeChoice.LIGHT)
    language.choose(LanguageCode.ENGLISH)
    fake = FakeWorkspace()
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder), fake)
        fill(fake)
        fake.announce(Subject.CONNECTORS)
        settle(0.5)
        for draw in (syncs, records, connectors, dialogs):
            if wanted in draw.__name__:
                draw(room, codes)
        room.tasks.close()
        application.closeAllWindows()


if __name__ == "__main__":
    main()
