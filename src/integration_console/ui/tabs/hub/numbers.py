"""The cards with the numbers of the last 24 hours."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.logs import Statistics
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import Translated, filled, formats
from integration_console.ui.widgets import CardGrid, StatisticCard, Tone

_CARD_WIDTH = 210
_CONTEXT = "HubNumbers"
_NO_NUMBER = "–"
_REFUSED = QT_TRANSLATE_NOOP("HubNumbers", "{refused} refused, {duplicates} repeated")
_ERRORS = QT_TRANSLATE_NOOP("HubNumbers", "{errors} in {entries}")
_OF_ALL = QT_TRANSLATE_NOOP("HubNumbers", "active, out of {all}")
_FAILING = QT_TRANSLATE_NOOP("HubNumbers", "active, out of {all}; {failing} failing")


class HubNumbers(Translated, QWidget):
    """Events, success, connectors and webhooks; each card leads to its page."""

    page_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Statistics | None = None
        self.events = StatisticCard("inbox", Tone.INFO, clickable=True)
        self.success = StatisticCard("circle-check", Tone.SUCCESS, clickable=True)
        self.connectors = StatisticCard("plug", clickable=True)
        self.webhooks = StatisticCard("webhook", clickable=True)
        pages = {"logs": (self.events, self.success), "connectors": (self.connectors,), "webhooks": (self.webhooks,)}
        for page, cards in pages.items():
            for card in cards:
                card.clicked.connect(lambda page=page: self.page_requested.emit(page))
        grid = CardGrid(_CARD_WIDTH, even=True)
        grid.show_cards([self.events, self.success, self.connectors, self.webhooks])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        self.retranslate()

    def show_statistics(self, statistics: Statistics) -> None:
        """Shows these numbers."""
        self._shown = statistics
        self.events.show_trend([hour.events for hour in statistics.hours])
        self.retranslate()

    def retranslate(self) -> None:
        self.events.show_label(self.tr("Events, last 24 hours"))
        self.success.show_label(self.tr("Success, last 24 hours"))
        self.connectors.show_label(self.tr("Connectors"))
        self.webhooks.show_label(self.tr("Webhooks"))
        if self._shown is not None:
            self._say(self._shown)

    def _say(self, shown: Statistics) -> None:
        number = formats.number
        refused = {"refused": number(shown.rejected), "duplicates": number(shown.duplicates)}
        self.events.show_value(number(shown.events), filled(_CONTEXT, _REFUSED, refused))
        rate = shown.success_rate
        errors = {
            "errors": QCoreApplication.translate("HubNumbers", "%Ln error(s)", "", shown.errors),
            "entries": QCoreApplication.translate("HubNumbers", "%Ln log entry(s)", "", shown.entries),
        }
        self.success.show_value(_NO_NUMBER if rate is None else _percent(rate), filled(_CONTEXT, _ERRORS, errors))
        counts = {"all": number(shown.connectors), "failing": number(shown.failing_connectors)}
        template = _FAILING if shown.failing_connectors else _OF_ALL
        self.connectors.show_value(number(shown.active_connectors), filled(_CONTEXT, template, counts))
        of_all = filled(_CONTEXT, _OF_ALL, {"all": number(shown.webhooks)})
        self.webhooks.show_value(number(shown.active_webhooks), of_all)


def _percent(rate: float) -> str:
    """The rate, never rounded up to a whole that was not reached."""
    decimals = 0 if rate in (0.0, 1.0) else 1
    return formats.percent(min(rate, 0.999) if rate < 1 else rate, decimals)
