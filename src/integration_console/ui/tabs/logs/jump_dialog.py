"""Asks where to go in the log: to a moment on the clock of a zone, or to an entry by its ID."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QDateTime, QSignalBlocker, Qt, QTimeZone, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from integration_console.ui.language import technical
from integration_console.ui.tabs.logs.finding import is_id
from integration_console.ui.tabs.logs.time_range import MomentEdit
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Dialog, Label, LtrLine, SegmentedControl, Tone
from integration_console.ui.zones import local_zone

MOMENT, ENTRY = "moment", "entry"
_LOCAL, _UTC = "local", "utc"
_WIDTH: Final = 196
_SHORT_ID: Final = 30


class ZonedMoment(MomentEdit):
    """A moment to the second, on this machine's clock or on that of UTC."""

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("yyyy-MM-dd HH:mm:ss")
        self.setFixedWidth(_WIDTH)
        self._zone = QTimeZone.systemTimeZone()

    def show_zone(self, zone: QTimeZone) -> None:
        """Shows the same moment on the clock of another zone."""
        moment, self._zone = self.moment, zone
        self.show_moment(moment)

    def show_moment(self, moment: datetime) -> None:
        with QSignalBlocker(self):
            self.setTimeZone(self._zone)
            self.setDateTime(QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000), self._zone))


class JumpDialog(Dialog):
    """`moment_wanted` carries a moment in UTC, `entry_wanted` an ID or its beginning."""

    moment_wanted = Signal(object)
    entry_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=540)
        self.kinds = SegmentedControl((MOMENT, ENTRY))
        self.moment = ZonedMoment()
        self.zone = QComboBox()
        self.zone.addItem("", _LOCAL)
        self.zone.addItem("", _UTC)
        self.entry = LtrLine()
        self._hint = Label("muted", wrap=True)
        self._lay_out()
        self.kinds.chosen.connect(self._show_kind)
        self.zone.activated.connect(lambda _index: self._take_zone())
        self.confirmed.connect(self._agree)
        self.retranslate()
        self._show_kind(MOMENT)

    def ask(self, moment: datetime) -> None:
        """Opens with a moment, or with the ID that was copied last."""
        self.banner.hide()
        self.moment.show_moment(moment.astimezone(UTC).replace(microsecond=0))
        copied = QGuiApplication.clipboard().text().strip()
        kind = ENTRY if len(copied) > _SHORT_ID and is_id(copied) else MOMENT
        if kind == ENTRY:
            self.entry.setText(copied)
        self.kinds.choose(kind)
        self.fit()
        self.open()
        self._show_kind(kind)

    def retranslate(self) -> None:
        self.show_title(self.tr("Go to"))
        self.kinds.show_labels({MOMENT: self.tr("Date and time"), ENTRY: self.tr("Entry ID")})
        self.zone.setItemText(0, self.tr("This computer’s time ({zone})").format(zone=technical(local_zone())))
        self.zone.setItemText(1, technical("UTC"))
        self.zone.setAccessibleName(self.tr("Time zone"))
        self.moment.setAccessibleName(self.tr("Date and time"))
        self.entry.setAccessibleName(self.tr("Entry ID"))
        self.primary.setText(self.tr("Go"))
        self.secondary.setText(self.tr("Cancel"))
        self._say_hint()

    def _show_kind(self, kind: str) -> None:
        self._own.setVisible(kind == MOMENT)
        self.entry.setVisible(kind == ENTRY)
        self._say_hint()
        part = self.moment if kind == MOMENT else self.entry
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        if kind == ENTRY:
            self.entry.selectAll()

    def _say_hint(self) -> None:
        if self.kinds.key == MOMENT:
            self._hint.setText(self.tr("Goes to the newest entry that is not later than this moment."))
        else:
            self._hint.setText(self.tr("The whole ID, or how it begins."))

    def _take_zone(self) -> None:
        is_utc = self.zone.currentData() == _UTC
        self.moment.show_zone(QTimeZone.utc() if is_utc else QTimeZone.systemTimeZone())

    def _agree(self) -> None:
        if self.kinds.key == MOMENT:
            self.moment_wanted.emit(self.moment.moment)
        elif is_id(self.entry.text()):
            self.entry_wanted.emit(self.entry.text().strip())
        else:
            words = self.tr("This is not an ID")
            detail = self.tr("An ID has the digits 0 to 9, the letters a to f and hyphens.")
            self.banner.show_message(Tone.WARNING, words, detail)
            self.grow()
            return
        self.accept()

    def _lay_out(self) -> None:
        self._own = QWidget()
        row = QHBoxLayout(self._own)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.moment)
        row.addWidget(self.zone, 1)
        self.body.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._own)
        self.body.addWidget(self.entry)
        self.body.addWidget(self._hint)
