"""Chooses a stretch of time: the last hour, day or week, everything, or from one moment to another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from PySide6.QtCore import QDate, QDateTime, QEvent, QSignalBlocker, Qt, QTimeZone, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QHBoxLayout, QWidget

from integration_console.domain.log_conditions import Within
from integration_console.ui.language import Translated
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Label

ALL, HOUR, DAY, WEEK, CUSTOM = "all", "hour", "day", "week", "custom"
_WRITTEN: Final = {HOUR: "last 1h", DAY: "last 24h", WEEK: "last 7d"}
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


class MomentEdit(QDateTimeEdit):
    """A moment on this machine's clock. Qt reverses its sections where reading goes the other way, so it never does."""

    def __init__(self) -> None:
        super().__init__()
        self._pin()
        self.setDateRange(QDate(1900, 1, 1), QDate(2200, 1, 1))
        self.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.lineEdit().setTextMargins(Space.S, 0, 0, 0)
        self.setFixedSize(166, 32)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._pin()

    @property
    def moment(self) -> datetime:
        """The moment, in UTC."""
        return datetime.fromtimestamp(self.dateTime().toMSecsSinceEpoch() / 1000, UTC)

    def show_moment(self, moment: datetime) -> None:
        """Shows a moment, without telling anybody."""
        with QSignalBlocker(self):
            milliseconds = round(moment.timestamp() * 1000)
            self.setDateTime(QDateTime.fromMSecsSinceEpoch(milliseconds, QTimeZone.systemTimeZone()))

    def _pin(self) -> None:
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class TimeRange(Translated, QWidget):
    """A choice and, for a stretch of one's own, two moments. `chosen` is emitted when a person changes something."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = QComboBox()
        for key in (ALL, HOUR, DAY, WEEK, CUSTOM):
            self.choice.addItem("", key)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.since, self.until = MomentEdit(), MomentEdit()
        self._own = QWidget()
        self._from, self._to = Label("muted"), Label("muted")
        self._lay_out()
        self.choice.activated.connect(self._choose)
        self.since.dateTimeChanged.connect(lambda _moment: self.chosen.emit())
        self.until.dateTimeChanged.connect(lambda _moment: self.chosen.emit())
        self.retranslate()

    @property
    def written(self) -> str:
        """What is chosen, as it stands in a query ("": any time)."""
        key = self.choice.currentData()
        if key == CUSTOM:
            return f"since:{_local(self.since.moment)} until:{_local(self.until.moment)}"
        return _WRITTEN.get(key, "")

    def show_written(self, times: Sequence[str], bounds: Within) -> None:
        """Shows the times that a query holds, and from when until when they are, without telling anybody."""
        keys = [key for key, text in _WRITTEN.items() if tuple(times) in ((text,), (text.replace(" ", ":"),))]
        key = keys[0] if keys else CUSTOM if times else ALL
        self.choice.setCurrentIndex(self.choice.findData(key))
        if key == CUSTOM and self.written.split() != list(times):
            now = datetime.now(UTC)
            self.until.show_moment(bounds.until or now)
            self.since.show_moment(bounds.since or now - _WEEK)
        self._show_own()

    def retranslate(self) -> None:
        words = {
            ALL: self.tr("Any time"),
            HOUR: self.tr("Last hour"),
            DAY: self.tr("Last 24 hours"),
            WEEK: self.tr("Last 7 days"),
            CUSTOM: self.tr("From … to …"),
        }
        for key, text in words.items():
            self.choice.setItemText(self.choice.findData(key), text)
        self.choice.setAccessibleName(self.tr("Time"))
        self._from.setText(self.tr("From"))
        self._to.setText(self.tr("to"))
        self.since.setAccessibleName(self.tr("From"))
        self.until.setAccessibleName(self.tr("to"))

    def _choose(self) -> None:
        if self.choice.currentData() == CUSTOM and self._own.isHidden():
            now = datetime.now(UTC).replace(second=0, microsecond=0) + timedelta(minutes=1)
            self.since.show_moment(now - _DAY)
            self.until.show_moment(now)
        self._show_own()
        self.chosen.emit()

    def _show_own(self) -> None:
        self._own.setVisible(self.choice.currentData() == CUSTOM)
        self.updateGeometry()

    def _lay_out(self) -> None:
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(Space.S)
        for part in (self._from, self.since, self._to, self.until):
            own.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.choice)
        row.addWidget(self._own)
        self._own.hide()


def _local(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%dT%H:%M")
