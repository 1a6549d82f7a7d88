"""The dialog in which a schedule is added or changed, with the next times at which it would run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from zoneinfo import available_timezones

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from integration_console.domain.connectors import Connector
from integration_console.domain.errors import ConsoleError, FieldProblem, InvalidInput
from integration_console.domain.forms import Choice, Condition, Field, FieldKind, Form, Value
from integration_console.domain.schedules import Misfire, Overlap, Schedule, ScheduleDraft, Timing
from integration_console.domain.streams import SyncMode
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.forms import FormView
from integration_console.ui.language import filled, formats
from integration_console.ui.tabs.connectors.schedule_words import DAY, HOUR, MINUTE, rhythm
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Dialog, Label
from integration_console.ui.zones import local_zone

SEEN_TIMES = 5
_PAUSE_MS = 250
_PANEL = 264
_FOR = QT_TRANSLATE_NOOP("ScheduleDialog", "For “{name}”")
_IN_ZONE = QT_TRANSLATE_NOOP("ScheduleDialog", "Next runs ({zone})")


class ScheduleDialog(Dialog):
    """Made from a form. `times_wanted` carries the draft whose next fire times shall be shown."""

    times_wanted = Signal(object)

    def __init__(
        self, connector: Connector, modes: frozenset[SyncMode], parent: QWidget, schedule: Schedule | None = None
    ) -> None:
        super().__init__(parent, width=460)
        self._connector, self._schedule = connector, schedule
        self.form = FormView(_form(modes), _values(schedule))
        self.times = [Label("plain") for _ in range(SEEN_TIMES)]
        self._times_heading, self._times_note = Label("section", wrap=True), Label("muted", wrap=True)
        self._shown: tuple[datetime, ...] = ()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._ask_for_times)
        self.form.changed.connect(self._timer.start)
        self.retranslate()
        self._ask_for_times()

    def draft(self) -> ScheduleDraft:
        """What was filled in."""
        values = self.form.with_all_values()
        every, unit = int(str(values["every"])), int(str(values["unit"]))
        return ScheduleDraft(
            self._connector.id,
            SyncMode(str(values["mode"])),
            Timing(str(values["timing"])),
            every * unit,
            str(values["cron"] or "").strip(),
            str(values["time_zone"]),
            Misfire(str(values["misfire"])),
            Overlap(str(values["overlap"])),
            self._schedule.id if self._schedule else "",
        )

    def ask_for_times(self) -> None:
        """Asks for the next fire times of what is filled in."""
        self._ask_for_times()

    def show_times(self, times: Sequence[datetime]) -> None:
        """Shows the next times at which it would run."""
        self._shown = tuple(times)
        self.form.show_problems(())
        self._say_times()

    def show_no_times(self, error: ConsoleError) -> None:
        """Says why there are no next times; what is wrong with a field is said there."""
        self._shown = ()
        if isinstance(error, InvalidInput):
            for problem in error.problems:
                self.form.row(_field_of(problem)).show_problem(problem)
        self._say_times()

    def show_error(self, error: ConsoleError) -> None:
        """Says at the fields what is wrong with them, and everything else above the form."""
        self.show_busy(False)
        if isinstance(error, InvalidInput) and error.problems:
            found = [FieldProblem(_field_of(each), each.template, each.params) for each in error.problems]
            self.form.show_problems(found)
        else:
            super().show_error(error)

    def retranslate(self) -> None:
        title = self.tr("Add schedule") if self._schedule is None else self.tr("Edit schedule")
        self.show_title(title, filled("ScheduleDialog", _FOR, {"name": self._connector.name}))
        self.primary.setText(self.tr("Add schedule") if self._schedule is None else self.tr("Save"))
        self.secondary.setText(self.tr("Cancel"))
        self._times_note.setText(self.tr("There are no next runs."))
        self._say_times()

    def _ask_for_times(self) -> None:
        self.times_wanted.emit(self.draft())

    def _say_times(self) -> None:
        zone = self.draft().time_zone
        self._times_heading.setText(filled("ScheduleDialog", _IN_ZONE, {"zone": zone}))
        self._times_note.setVisible(not self._shown)
        for number, label in enumerate(self.times):
            label.setVisible(number < len(self._shown))
            if number < len(self._shown):
                label.setText(formats.in_zone(self._shown[number], zone))

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setProperty("role", "beside")
        column = QVBoxLayout(panel)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(self._times_heading)
        column.addWidget(self._times_note)
        for label in self.times:
            column.addWidget(label)
        column.addStretch(1)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.show_beside(panel, _PANEL)


@lru_cache(maxsize=1)
def zones() -> tuple[str, ...]:
    """The names of time zones, as people choose them. Slow the first time: call it in a task."""
    names = sorted(each for each in available_timezones() if "/" in each and not each.startswith(("Etc/", "SystemV/")))
    return ("UTC", *names)


def own_zone() -> str:
    """The time zone of this machine."""
    found = local_zone()
    return found if found in zones() else "UTC"


def _field_of(problem: FieldProblem) -> str:
    return "every" if problem.field == "seconds" else problem.field


def _values(schedule: Schedule | None) -> dict[str, Value]:
    if schedule is None:
        return {"time_zone": own_zone()}
    every, unit = rhythm(schedule.seconds) if schedule.timing is Timing.INTERVAL else (1, HOUR)
    return {
        "timing": schedule.timing.value,
        "every": every if unit >= MINUTE else max(1, schedule.seconds // MINUTE),
        "unit": str(max(unit, MINUTE)),
        "cron": schedule.cron,
        "time_zone": schedule.time_zone,
        "mode": schedule.mode.value,
        "misfire": schedule.misfire.value,
        "overlap": schedule.overlap.value,
    }


def _form(modes: frozenset[SyncMode]) -> Form:
    offered = tuple(each for each in _MODES if each.value in modes)
    mode = Field("mode", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "Reads"), choices=offered or _MODES,
                 default=(offered or _MODES)[0].value)  # fmt: skip
    zone = Field("time_zone", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "Time zone"),
                 choices=tuple(Choice(each, "") for each in zones()), default="UTC",
                 help=QT_TRANSLATE_NOOP("Forms", "Type a part of the name, such as Riyadh."))  # fmt: skip
    return Form((_TIMING, _EVERY, _UNIT, _CRON, zone, mode, _MISFIRE, _OVERLAP))


_INTERVAL_ONLY = Condition("timing", Timing.INTERVAL.value)
_MODES = (
    Choice(SyncMode.INCREMENTAL, QT_TRANSLATE_NOOP("Forms", "Only what changed since the last sync")),
    Choice(SyncMode.FULL, QT_TRANSLATE_NOOP("Forms", "Everything anew, and finds what is gone")),
    Choice(SyncMode.RECONCILE, QT_TRANSLATE_NOOP("Forms", "Compares everything with what is stored")),
)
_TIMING = Field(
    "timing", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "Runs"), default=Timing.INTERVAL.value,
    choices=(
        Choice(Timing.INTERVAL, QT_TRANSLATE_NOOP("Forms", "At intervals")),
        Choice(Timing.CRON, QT_TRANSLATE_NOOP("Forms", "By the calendar")),
    ),
)  # fmt: skip
_EVERY = Field(
    "every", FieldKind.INTEGER, QT_TRANSLATE_NOOP("Forms", "Every"), required=True, default=1, minimum=1,
    maximum=10_000, visible_when=_INTERVAL_ONLY,
)  # fmt: skip
_UNIT = Field(
    "unit", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "Unit"), default=str(HOUR), visible_when=_INTERVAL_ONLY,
    choices=(
        Choice(str(MINUTE), QT_TRANSLATE_NOOP("Forms", "Minutes")),
        Choice(str(HOUR), QT_TRANSLATE_NOOP("Forms", "Hours")),
        Choice(str(DAY), QT_TRANSLATE_NOOP("Forms", "Days")),
    ),
)  # fmt: skip
_CRON = Field(
    "cron", FieldKind.URL, QT_TRANSLATE_NOOP("Forms", "Cron expression"), required=True, placeholder="30 6 * * 0-4",
    help=QT_TRANSLATE_NOOP("Forms", "Minute, hour, day, month, weekday (0 is Sunday); * stands for every one."),
    visible_when=Condition("timing", Timing.CRON.value),
)  # fmt: skip
_MISFIRE = Field(
    "misfire", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "Runs that were missed"), default=Misfire.ONCE.value,
    help=QT_TRANSLATE_NOOP("Forms", "While this program was not running."),
    choices=(
        Choice(Misfire.SKIP, QT_TRANSLATE_NOOP("Forms", "Are left out")),
        Choice(Misfire.ONCE, QT_TRANSLATE_NOOP("Forms", "Are made up for once, all together")),
        Choice(Misfire.ALL, QT_TRANSLATE_NOOP("Forms", "Are made up for one by one")),
    ),
)  # fmt: skip
_OVERLAP = Field(
    "overlap", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "If the last run still goes on"),
    default=Overlap.SKIP.value,
    choices=(
        Choice(Overlap.SKIP, QT_TRANSLATE_NOOP("Forms", "Leave this one out")),
        Choice(Overlap.QUEUE, QT_TRANSLATE_NOOP("Forms", "Run it afterwards")),
    ),
)  # fmt: skip
