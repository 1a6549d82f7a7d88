"""Adding, changing, switching and removing the schedules of a connector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from integration_console.ui.tabs.connectors.schedule_dialog import SEEN_TIMES, ScheduleDialog, zones
from integration_console.ui.widgets import ConfirmDialog

if TYPE_CHECKING:
    from integration_console.domain.connectors import Connector
    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.schedules import Schedule, ScheduleDraft
    from integration_console.domain.streams import SyncMode
    from integration_console.ui.tabs.connectors.surroundings import Surroundings

_KEY = "connectors: schedule"


class Scheduling(QObject):
    """Keeps the dialog open, with all that was filled in, until the schedule is saved. `changed`: look again."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self.dialog: ScheduleDialog | None = None
        self.confirmation: ConfirmDialog | None = None

    def edit(self, connector: Connector, modes: frozenset[SyncMode], schedule: Schedule | None = None) -> None:
        """Opens the form of a schedule, or of a new one."""
        task = self._surroundings.tasks.start("connectors: zones", lambda _work: zones())
        task.succeeded.connect(lambda _zones: self._open(connector, modes, schedule))

    def switch(self, schedule: Schedule, *, active: bool) -> None:
        """Lets a schedule run, or holds it."""
        gateway = self._surroundings.gateway
        task = self._surroundings.tasks.start(
            f"{_KEY} {schedule.id}", lambda _work: gateway.switch_schedule(schedule.id, active=active)
        )
        task.failed.connect(self._surroundings.toasts.show_error)
        task.finished.connect(self.changed)

    def remove(self, schedule: Schedule) -> None:
        """Asks, then removes a schedule."""
        dialog = self.confirmation = ConfirmDialog(self._surroundings.window)
        dialog.confirmed.connect(lambda: self._remove(dialog, schedule))
        self._surroundings.keep(dialog, _KEY)
        dialog.ask(
            self.tr("Delete this schedule?"),
            self.tr("The connector is not synced at these times any more. Its past syncs and its records stay."),
            self.tr("Delete schedule"),
        )

    def _open(self, connector: Connector, modes: frozenset[SyncMode], schedule: Schedule | None) -> None:
        dialog = self.dialog = ScheduleDialog(connector, modes, self._surroundings.window, schedule)
        dialog.times_wanted.connect(lambda draft: self._fetch_times(dialog, draft))
        dialog.confirmed.connect(lambda: self._save(dialog))
        self._surroundings.open(dialog, _KEY)
        dialog.ask_for_times()

    def _fetch_times(self, dialog: ScheduleDialog, draft: ScheduleDraft) -> None:
        gateway = self._surroundings.gateway
        task = self._surroundings.tasks.start(
            f"{_KEY} times", lambda _work: gateway.upcoming_fire_times(draft, SEEN_TIMES), newest_wins=True
        )
        task.succeeded.connect(dialog.show_times)  # methods of the dialog, which end with it
        task.failed.connect(dialog.show_no_times)

    def _save(self, dialog: ScheduleDialog) -> None:
        if not dialog.form.check(leaving_out="cron"):  # what is wrong with that, the gateway says better
            return
        gateway, draft = self._surroundings.gateway, dialog.draft()
        task = self._surroundings.run_for(dialog, _KEY, lambda _work: gateway.save_schedule(draft))
        task.succeeded.connect(lambda _saved: self._end(dialog))
        task.failed.connect(lambda error: self._report(error, dialog))

    def _end(self, dialog: ScheduleDialog) -> None:
        dialog.accept()
        self._surroundings.toasts.show_success(self.tr("The schedule was saved"))
        self.changed.emit()

    def _report(self, error: ConsoleError, dialog: ScheduleDialog) -> None:
        self._surroundings.report(error, dialog, lambda: self._save(dialog))

    def _remove(self, dialog: ConfirmDialog, schedule: Schedule) -> None:
        gateway = self._surroundings.gateway
        task = self._surroundings.run_for(dialog, _KEY, lambda _work: gateway.remove_schedule(schedule.id))
        task.succeeded.connect(lambda _none: dialog.accept())
        task.succeeded.connect(lambda _none: self.changed.emit())
        task.failed.connect(lambda error: self._surroundings.report(error, dialog, lambda: None))
