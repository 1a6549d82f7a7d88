"""When a connector's sync runs by itself: its schedules, each to be switched, changed, removed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.schedules import Schedule
from integration_console.ui.language import Translated
from integration_console.ui.tabs.connectors.schedule_words import next_words, timing_words
from integration_console.ui.theme import Space
from integration_console.ui.widgets import ElidedLabel, IconButton, Label, LinkButton, Switch


class ScheduleRow(Translated, QWidget):
    """One schedule: when, what, and what can be done with it."""

    switched = Signal(object, bool)
    edit_requested = Signal(object)
    removal_requested = Signal(object)

    def __init__(self, schedule: Schedule) -> None:
        super().__init__()
        self.schedule = schedule
        self.timing, self.next = ElidedLabel("plain"), ElidedLabel("caption")
        self.switch, self.edit, self.remove = Switch(), IconButton("pencil"), IconButton("trash-2")
        self.switch.clicked.connect(lambda on: self.switched.emit(self.schedule, on))
        self.edit.clicked.connect(lambda: self.edit_requested.emit(self.schedule))
        self.remove.clicked.connect(lambda: self.removal_requested.emit(self.schedule))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.timing)
        words.addWidget(self.next)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addLayout(words, 1)
        for part in (self.edit, self.remove, self.switch):
            row.addWidget(part)
        self.retranslate()

    def show_schedule(self, schedule: Schedule) -> None:
        """Shows the schedule as it is now."""
        self.schedule = schedule
        self.retranslate()

    def refuse(self, why: str) -> None:
        """It cannot be changed, and why; "": it can."""
        for control in (self.switch, self.edit, self.remove):
            control.refuse(why)

    def retranslate(self) -> None:
        schedule = self.schedule
        self.timing.show_text(timing_words(schedule))
        self.next.show_text(next_words(schedule))
        self.switch.setChecked(schedule.active)
        self.switch.show_name(self.tr("Hold the schedule") if schedule.active else self.tr("Let the schedule run"))
        self.edit.show_name(self.tr("Edit schedule"))
        self.remove.show_name(self.tr("Delete schedule"))


class SchedulesSection(Translated, QWidget):
    """The schedules of the connector that is shown."""

    add_requested = Signal()
    switched = Signal(object, bool)
    edit_requested = Signal(object)
    removal_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.none, self.add = Label("section"), Label("muted", wrap=True), LinkButton("plus")
        self.rows: list[ScheduleRow] = []
        self._why_not = ""
        self.add.clicked.connect(self.add_requested)
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addLayout(head)
        self._column.addWidget(self.none)
        self.retranslate()

    def show_schedules(self, schedules: Sequence[Schedule]) -> None:
        """Shows these schedules."""
        while len(self.rows) > len(schedules):
            gone = self.rows.pop()
            gone.hide()
            gone.deleteLater()
        for row, schedule in zip(self.rows, schedules, strict=False):
            row.show_schedule(schedule)
        for schedule in schedules[len(self.rows) :]:
            self._add_row(schedule)
        self.none.setVisible(not schedules)

    def refuse(self, why: str) -> None:
        """Nothing can be changed, and why; "": all can."""
        self._why_not = why
        self.add.refuse(why)
        for row in self.rows:
            row.refuse(why)

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Schedules"))
        self.add.setText(self.tr("Add"))
        self.add.setAccessibleName(self.tr("Add schedule"))
        self.none.setText(self.tr("It syncs only when somebody asks for it."))

    def _add_row(self, schedule: Schedule) -> None:
        row = ScheduleRow(schedule)
        row.refuse(self._why_not)
        row.switched.connect(self.switched)
        row.edit_requested.connect(self.edit_requested)
        row.removal_requested.connect(self.removal_requested)
        self.rows.append(row)
        self._column.addWidget(row)
