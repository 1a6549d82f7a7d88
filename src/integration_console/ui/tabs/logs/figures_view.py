"""The statistics of the log: numbers of a stretch of time, what they are made of, and the errors that happened most."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.log_figures import LogDimension, LogFigures, LogSpan
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import Translated, filled, formats
from integration_console.ui.tabs.logs.figures_model import (
    ErrorsModel,
    PartsModel,
    error_rows,
    part_rows,
    rate,
    time_within,
)
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    CardGrid,
    ContentStates,
    EmptyState,
    Label,
    SegmentedControl,
    Skeleton,
    StatisticCard,
    Tone,
)
from integration_console.ui.widgets.fitting_table import FittingTable

_CARD_WIDTH = 190
_ROOMY = 860
_OFFERED = (LogDimension.CONNECTOR, LogDimension.WEBHOOK, LogDimension.KEY, LogDimension.TYPE)
_SPAN = QT_TRANSLATE_NOOP("FiguresView", "{from} – {to}")
_ERRORS = QT_TRANSLATE_NOOP("FiguresView", "{errors} in {entries}")


class FiguresView(Translated, QWidget):
    """`asked` when other figures are wanted; `narrowed` carries the part of a query that finds what was opened.

    `left`: Esc was pressed in a table.
    """

    asked = Signal()
    narrowed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found = LogFigures()
        self._names: Mapping[str, str] = {}
        self._span: LogSpan | None = None
        self.entries = StatisticCard("scroll-text", Tone.INFO)
        self.success = StatisticCard("circle-check", Tone.SUCCESS)
        self.half, self.most = StatisticCard("timer"), StatisticCard("hourglass")
        self.by = SegmentedControl(tuple(each.value for each in _OFFERED))
        self.parts_model, self.errors_model = PartsModel(), ErrorsModel()
        self.parts = FittingTable(
            self.parts_model, [column.width for column in self.parts_model.columns], ((4, 700), (6, 800), (5, 560))
        )
        self.errors = FittingTable(self.errors_model, [column.width for column in self.errors_model.columns], ())
        self.span = Label("muted")
        self._empty = EmptyState("chart-column")
        self._body = QWidget()
        self._lists = QHBoxLayout()
        self.states = ContentStates(self._body, self._empty, Skeleton(lines=8, inset=int(Space.L)))
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def dimension(self) -> LogDimension:
        """By what figures are told apart."""
        return LogDimension(self.by.key)

    def show_figures(self, span: LogSpan, found: LogFigures, names: Mapping[str, str]) -> None:
        """Shows figures; `names` are those of connectors, webhooks and keys by id."""
        self._span, self._found, self._names = span, found, names
        self.retranslate()
        if found.total.entries:
            self.states.show_content()
        else:
            self.states.show_empty()

    def may_see_keys(self, *, allowed: bool) -> None:
        """Offers figures by API key, or not."""
        self.by.offer(LogDimension.KEY.value, offered=allowed)

    def retranslate(self) -> None:
        words = {
            LogDimension.CONNECTOR: self.tr("By connector"),
            LogDimension.WEBHOOK: self.tr("By webhook"),
            LogDimension.KEY: self.tr("By API key"),
            LogDimension.TYPE: self.tr("By event"),
        }
        self.by.show_labels({key.value: text for key, text in words.items()})
        self.by.setAccessibleName(self.tr("Tell figures apart"))
        self.parts.setAccessibleName(self.tr("Figures"))
        self.errors.setAccessibleName(self.tr("Most frequent errors"))
        self._empty.show_words(
            self.tr("Nothing happened in this time"), self.tr("Choose another time to see its figures.")
        )
        self._say()

    def _say(self) -> None:
        total, number = self._found.total, formats.number
        self.entries.show_label(self.tr("Entries"))
        self.entries.show_value(number(total.entries), self.tr("all that happened in this time"))
        self.success.show_label(self.tr("Success"))
        errors = {
            "errors": QCoreApplication.translate("FiguresView", "%Ln error(s)", "", total.error),
            "entries": QCoreApplication.translate("FiguresView", "%Ln entry(s)", "", total.entries),
        }
        self.success.show_value(rate(total), filled("FiguresView", _ERRORS, errors))
        self.half.show_label(self.tr("Half took at most"))
        self.half.show_value(time_within(total.p50), self.tr("the median"))
        self.most.show_label(self.tr("95% took at most"))
        within = time_within(total.p99)
        self.most.show_value(time_within(total.p95), self.tr("99% at most {time}").format(time=within))
        if self._span is not None:
            times = {
                "from": formats.date_time(self._span.since, seconds=False),
                "to": formats.date_time(self._span.until, seconds=False),
            }
            self.span.setText(filled("FiguresView", _SPAN, times))
        self.parts_model.show_rows(part_rows(self._found, self.dimension, self._names))
        self.errors_model.show_rows(error_rows(self._found, self.dimension))
        self.errors.setVisible(bool(self._found.errors))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the lists stand above each other, so that names have room."""
        super().resizeEvent(event)
        roomy = self.width() >= _ROOMY
        self._lists.setDirection(QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom)

    def _open_part(self, row: int) -> None:
        query = self.parts_model.rows[row].query
        if query:
            self.narrowed.emit(query)

    def _open_error(self, row: int) -> None:
        query = self.errors_model.rows[row].query
        if query:
            self.narrowed.emit(query)

    def _connect(self) -> None:
        self.by.chosen.connect(lambda _key: self.asked.emit())
        self.states.retry_requested.connect(self.asked)
        self.parts.row_opened.connect(self._open_part)
        self.errors.row_opened.connect(self._open_error)
        for table in (self.parts, self.errors):
            table.left.connect(self.left)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.states)
        grid = CardGrid(_CARD_WIDTH, even=True)
        grid.show_cards([self.entries, self.success, self.half, self.most])
        bar = QHBoxLayout()
        bar.addWidget(self.by)
        bar.addStretch(1)
        bar.addWidget(self.span)
        lists = self._lists
        lists.setSpacing(Space.L)
        lists.addWidget(self.parts, 3)
        lists.addWidget(self.errors, 2)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.M)
        body.addWidget(grid)
        body.addLayout(bar)
        body.addLayout(lists, 1)
