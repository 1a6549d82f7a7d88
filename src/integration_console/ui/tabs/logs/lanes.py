"""A chain of entries as swim-lanes in time: one lane for each connector or webhook, a bar for each entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from integration_console.domain.log_chains import Chain, Link
from integration_console.ui.icons import draw_icon
from integration_console.ui.language import formats, user_text
from integration_console.ui.tabs.logs.words import LOUD, TONES
from integration_console.ui.theme import Space, TextSize, theme, ui_font
from integration_console.ui.widgets import Tone
from integration_console.ui.widgets.painting import draw_focus_ring, fill_rounded, is_right_to_left

_LANE: Final = 50
_NAME: Final = 20
_BAR: Final = 16
_AXIS: Final = 24
_THINNEST: Final = 6.0
_TICKS: Final = 4
_SIGN: Final = 12


class SwimLanes(QWidget):
    """Arrow keys go from entry to entry in the order of time, Enter opens one.

    `chosen` carries the ID of the entry that the cursor is on, `opened` of one that is opened;
    `cursor_moved` where its bar is.
    """

    chosen = Signal(str)
    opened = Signal(str)
    cursor_moved = Signal(QRectF)

    def __init__(self, name_of: Callable[[str], str], say: Callable[[Link], str]) -> None:
        super().__init__()
        self._name_of, self._say = name_of, say
        self._chain = Chain()
        self._current = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty("role", "clear")

    def show_chain(self, chain: Chain, current: str) -> None:
        """Shows a chain, with the cursor on the entry `current`."""
        self._chain = chain
        self.setMinimumHeight(_AXIS + _LANE * max(len(chain.owners), 1))
        self._put_cursor(current)

    @property
    def current(self) -> str:
        """The ID of the entry that the cursor is on."""
        return self._current

    def sizeHint(self) -> QSize:
        return QSize(320, self.minimumHeight())

    def bar(self, link: Link) -> QRectF:
        """Where the bar of an entry is: time runs the way that the language reads."""
        room = self.width() - 2 * Space.S
        whole = self._chain.seconds or 1.0
        begin = room * self._chain.offset(link) / whole
        width = max(room * link.seconds / whole, _THINNEST)
        begin = min(begin, room - width)
        start = Space.S + (room - begin - width if is_right_to_left() else begin)
        top = _AXIS + _LANE * self._chain.owners.index(link.owner) + _NAME
        return QRectF(start, top, width, _BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(ui_font(TextSize.SMALL))
        self._paint_axis(painter)
        for number, owner in enumerate(self._chain.owners):
            self._paint_lane(painter, number, owner)
        for link in self._chain.links:
            self._paint_bar(painter, link)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Left if is_right_to_left() else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if is_right_to_left() else Qt.Key.Key_Left
        steps = {forward: 1, Qt.Key.Key_Down: 1, back: -1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self._chain.links:
            ids = [each.entry.id for each in self._chain.links]
            now = ids.index(self._current) if self._current in ids else 0
            self._put_cursor(ids[min(max(now + steps[key], 0), len(ids) - 1)])
            self.chosen.emit(self._current)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        link = self._link_at(event.position())
        if link is not None:
            self._put_cursor(link.entry.id)
            self.chosen.emit(link.entry.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        link = self._link_at(event.position())
        if link is not None:
            self.opened.emit(link.entry.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        link = self._link_at(event.position())
        QToolTip.showText(event.globalPosition().toPoint(), self._say(link) if link is not None else "", self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._put_cursor(self._current)

    def _put_cursor(self, entry_id: str) -> None:
        self._current = entry_id
        link = self._chain.link_of(entry_id)
        self.setAccessibleDescription(self._say(link) if link is not None else "")
        if link is not None:
            self.cursor_moved.emit(self.bar(link))
        self.update()

    def _link_at(self, place: QPointF) -> Link | None:
        near = (each for each in reversed(self._chain.links) if self.bar(each).adjusted(-2, -6, 2, 6).contains(place))
        return next(near, None)

    def _paint_axis(self, painter: QPainter) -> None:
        room = self.width() - 2 * Space.S
        metrics = QFontMetricsF(painter.font())
        for number in range(_TICKS + 1):
            share = number / _TICKS
            at = Space.S + room * (1 - share if is_right_to_left() else share)
            painter.fillRect(QRectF(at, _AXIS, 1, _LANE * len(self._chain.owners)), theme.color("border"))
            words = formats.duration(self._chain.seconds * 1000 * share)
            width = metrics.horizontalAdvance(words)
            start = min(max(at - width / 2, 0), self.width() - width)
            painter.setPen(theme.color("text-muted"))
            painter.drawText(QPointF(start, _AXIS - 8), words)

    def _paint_lane(self, painter: QPainter, number: int, owner: str) -> None:
        top = _AXIS + _LANE * number
        painter.fillRect(QRectF(0, top + _LANE - 1, self.width(), 1), theme.color("border"))
        painter.setPen(theme.color("text-muted"))
        room = QRectF(Space.S, top, self.width() - 2 * Space.S, _NAME)
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags), user_text(self._name_of(owner)))

    def _paint_bar(self, painter: QPainter, link: Link) -> None:
        place = self.bar(link)
        tone = TONES[link.entry.status]
        fill_rounded(painter, place, theme.color(tone.color), 3, theme.color("surface"))
        if tone in LOUD:
            self._paint_sign(painter, place, tone)
        if link.entry.id == self._current:
            outline = place.adjusted(-3, -3, 3, 3)
            if self.hasFocus():
                draw_focus_ring(painter, outline, 5)
            else:
                painter.setPen(theme.color("text"))
                painter.drawRoundedRect(outline.adjusted(1, 1, -1, -1), 4, 4)

    def _paint_sign(self, painter: QPainter, place: QRectF, tone: Tone) -> None:
        """What went wrong has its sign below its bar: colour is not all that tells."""
        start = min(max(place.center().x() - _SIGN / 2, 0.0), self.width() - _SIGN)
        draw_icon(painter, QPointF(start, place.bottom() + 1), tone.icon, tone.color, _SIGN)
