"""How much happened when: bars over time above the table, from which a stretch is chosen by mouse or keyboard."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from integration_console.domain.log_figures import LogHistogram
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import Translated, filled, formats
from integration_console.ui.tabs.logs.histogram_painting import ROUND, bar_at, draw_bars
from integration_console.ui.widgets.painting import draw_focus_ring, is_right_to_left

HEIGHT: Final = 84
_BAR = QT_TRANSLATE_NOOP("LogHistogram", "{from} – {to}\nEntries: {entries}\nErrors: {errors}\nWarnings: {warnings}")
_SPOKEN = QT_TRANSLATE_NOOP("LogHistogram", "{from} to {to}. Entries: {entries}; errors: {errors}")


class LogHistogramView(Translated, QWidget):
    """Time runs as one reads. `span_chosen` carries two moments; `wider_asked`: back to what was shown before.

    A drag chooses a stretch. By keyboard, arrows move to a bar and with Shift choose several, Enter looks into them,
    Backspace goes back, Escape lets go.
    """

    span_chosen = Signal(object, object)
    wider_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found = LogHistogram()
        self._anchor: int | None = None
        self._at: int | None = None
        self._dragging = False
        self.setFixedHeight(HEIGHT)
        self.hide()
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.retranslate()

    @property
    def found(self) -> LogHistogram:
        """What is shown."""
        return self._found

    @property
    def chosen(self) -> tuple[int, int] | None:
        """The first and the last bar that are chosen."""
        if self._at is None or self._anchor is None:
            return None
        return min(self._anchor, self._at), max(self._anchor, self._at)

    def show_histogram(self, found: LogHistogram) -> None:
        """Shows bars; what was chosen among others, or is just being chosen, is let go."""
        moved = [each.since for each in found.bars] != [each.since for each in self._found.bars]
        self._found = found
        if moved:
            self._anchor = self._at = None
            self._dragging = False
        self.setVisible(bool(found.bars))
        self.retranslate()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Entries over time"))
        self._speak()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_bars(painter, self._found, self.rect().size(), self.chosen)
        if self.hasFocus():
            draw_focus_ring(painter, QRectF(self.rect()), ROUND)

    # -------------------------------------------------------------------------------------------------------- choosing
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._found.bars:
            self._anchor = self._at = self._bar_at(event.position().x())
            self._dragging = True
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._go_to(self._bar_at(event.position().x()), extend=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging and event.button() is Qt.MouseButton.LeftButton:
            self._dragging = False
            self._look_into()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0) * (-1 if is_right_to_left() else 1)
        last = len(self._found.bars) - 1
        if step and last >= 0:
            start = (0 if step > 0 else last) if self._at is None else self._at + step
            self._go_to(min(max(start, 0), last), extend=extend)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self._go_to(0 if key == Qt.Key.Key_Home else last, extend=extend)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.chosen:
            self._look_into()
        elif key == Qt.Key.Key_Backspace:
            self.wider_asked.emit()
        elif key == Qt.Key.Key_Escape and self.chosen:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent) and self._found.bars:
            number = self._bar_at(event.pos().x())
            words = f"{self._told(_BAR, number, number)}\n\n{self._keys_words()}"
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)  # type: ignore[arg-type] # as it came

    def _keys_words(self) -> str:
        return self.tr("Drag over a stretch to look into it. Keys: arrows, with Shift for several, Enter, Backspace.")

    def _bar_at(self, x: float) -> int:
        return bar_at(x, self.width(), len(self._found.bars))

    def _go_to(self, number: int, *, extend: bool) -> None:
        self._at = number
        if not extend or self._anchor is None:
            self._anchor = number
        self._speak()
        self.update()

    def _let_go(self) -> None:
        self._anchor = self._at = None
        self._speak()
        self.update()

    def _look_into(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        bars, length = self._found.bars, timedelta(seconds=self._found.seconds)
        self._let_go()
        self.span_chosen.emit(bars[chosen[0]].since, bars[chosen[1]].since + length)

    def _speak(self) -> None:
        """Says to who cannot see it what is chosen, or else all that is shown."""
        chosen = self.chosen or (0, len(self._found.bars) - 1)
        self.setAccessibleDescription(self._told(_SPOKEN, *chosen) if self._found.bars else "")

    def _told(self, template: str, first: int, last: int) -> str:
        bars = self._found.bars[first : last + 1]
        end = bars[-1].since + timedelta(seconds=self._found.seconds)
        facts = {
            "from": formats.date_time(bars[0].since, seconds=self._found.seconds < 60),
            "to": formats.date_time(min(end, datetime.now(UTC)), seconds=self._found.seconds < 60),
            "entries": formats.number(sum(each.entries for each in bars)),
            "errors": formats.number(sum(each.error for each in bars)),
            "warnings": formats.number(sum(each.warning for each in bars)),
        }
        return filled("LogHistogram", template, facts)
